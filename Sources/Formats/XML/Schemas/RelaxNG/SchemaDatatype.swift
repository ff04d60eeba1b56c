import CLibXML2

/// A datatype of RELAX NG: one of its own two, or one of XML Schema with its facets, which libxml2 checks.
@safe
final class SchemaDatatype: CustomStringConvertible {
  static let xsd = "http://www.w3.org/2001/XMLSchema-datatypes"

  /// Its name, as messages have it.
  private(set) var description: String
  private let name: String
  private let space: Space
  /// Invariant: libxml2's own, which it keeps for ever; nil for the types of RELAX NG, which have no facets.
  private let type: xmlSchemaTypePtr?
  /// Invariant: made and freed here, with the texts that they point at.
  private var facets: [xmlSchemaFacetPtr] = unsafe []
  private let isName: Bool

  /// What is done with space before a value is looked at.
  private enum Space { case kept, replaced, collapsed }

  /// - Returns: nil where the library has no such type.
  init?(_ name: String, library: String) {
    if library.isEmpty {
      guard name == "string" || name == "token" else { return nil }
      description = name
      space = name == "string" ? .kept : .collapsed
      self.name = name
      isName = false
      unsafe type = nil
      return
    }
    guard library == Self.xsd else { return nil }
    LibXMLParser.prepareLibrary
    guard name != "anyType", name != "anySimpleType",
      let type = unsafe xmlSchemaGetPredefinedType(name, "http://www.w3.org/2001/XMLSchema")
    else { return nil }
    self.name = name
    description = "xsd:\(name)"
    isName = name == "QName" || name == "NOTATION"
    space = name == "string" ? .kept : name == "normalizedString" ? .replaced : .collapsed
    unsafe self.type = type
  }

  deinit {
    unsafe facets.forEach { facet in
      unsafe free(UnsafeMutableRawPointer(mutating: facet.pointee.value))
      unsafe facet.pointee.value = nil
      unsafe xmlSchemaFreeFacet(facet)
    }
  }

  private static let facetTypes: [String: xmlSchemaTypeType] = [
    "minInclusive": XML_SCHEMA_FACET_MININCLUSIVE, "minExclusive": XML_SCHEMA_FACET_MINEXCLUSIVE,
    "maxInclusive": XML_SCHEMA_FACET_MAXINCLUSIVE, "maxExclusive": XML_SCHEMA_FACET_MAXEXCLUSIVE,
    "totalDigits": XML_SCHEMA_FACET_TOTALDIGITS, "fractionDigits": XML_SCHEMA_FACET_FRACTIONDIGITS,
    "pattern": XML_SCHEMA_FACET_PATTERN, "length": XML_SCHEMA_FACET_LENGTH, "maxLength": XML_SCHEMA_FACET_MAXLENGTH,
    "minLength": XML_SCHEMA_FACET_MINLENGTH,
  ]

  /// Narrows the type.
  ///
  /// - Returns: False where it has no such facet, or not with this value.
  func add(_ name: String, _ value: String) -> Bool {
    guard let type = unsafe type, let kind = Self.facetTypes[name], let facet = unsafe xmlSchemaNewFacet() else {
      return false
    }
    unsafe facet.pointee.type = kind
    unsafe facet.pointee.value = unsafe UnsafePointer(xmlCharStrdup(value))
    unsafe facets.append(facet)
    description += " (\(name) \(value))"
    return LibXMLParser.silently { unsafe xmlSchemaCheckFacet(facet, type, nil, self.name) == 0 }
  }

  /// Whether a text is one of its values.
  func allows(_ text: SchemaText) -> Bool {
    if isName, text.qualifiedName == nil { return false }
    guard let value = unsafe parse(text) else { return unsafe type == nil }
    defer { unsafe xmlSchemaFreeValue(value.pointer) }
    return unsafe facets.allSatisfy { facet in
      LibXMLParser.silently { unsafe xmlSchemaValidateFacet(type, facet, value.text, value.pointer) == 0 }
    }
  }

  /// Whether two texts are one value.
  func isSame(_ one: SchemaText, _ other: SchemaText) -> Bool {
    guard unsafe type != nil, !isName else {
      if isName { return one.qualifiedName != nil && one.qualifiedName == other.qualifiedName }
      return space == .kept ? one.bytes == other.bytes : one.collapsed == other.collapsed
    }
    guard let first = unsafe parse(one), let second = unsafe parse(other) else { return false }
    defer {
      unsafe xmlSchemaFreeValue(first.pointer)
      unsafe xmlSchemaFreeValue(second.pointer)
    }
    guard unsafe first.pointer != nil, unsafe second.pointer != nil else { return unsafe first.text == second.text }
    return unsafe xmlSchemaCompareValues(first.pointer, second.pointer) == 0
  }

  /// A value that libxml2 has made of a text.
  @unsafe
  private struct Parsed {
    /// The text with its space as the type has it, and a zero behind it.
    let text: [UInt8]
    /// nil where the type keeps none, as for strings.
    let pointer: xmlSchemaValPtr?
  }

  /// - Returns: nil where the text is no value of the type.
  private func parse(_ text: SchemaText) -> Parsed? {
    guard let type = unsafe type else { return nil }
    var bytes =
      switch space {
      case .kept: text.bytes
      case .replaced: text.bytes.map { XMLSpace.isSpace($0) ? 0x20 : $0 }
      case .collapsed: text.collapsed
      }
    bytes.append(0)
    // Prefixes were looked up; libxml2 would want a tree for that.
    if isName { return unsafe xmlValidateQName(bytes, 0) == 0 ? Parsed(text: bytes, pointer: nil) : nil }
    var value: xmlSchemaValPtr?
    let status = LibXMLParser.silently { unsafe xmlSchemaValPredefTypeNodeNoNorm(type, bytes, &value, nil) }
    guard status == 0 else {
      unsafe xmlSchemaFreeValue(value)
      return nil
    }
    return unsafe Parsed(text: bytes, pointer: value)
  }
}

/// A value of a schema.
struct SchemaValue {
  let type: SchemaDatatype
  let value: SchemaText

  /// The value as the schema writes it.
  var text: String { String(decoding: value.bytes, as: UTF8.self) }

  /// Whether a text is this value.
  func isEqual(to text: SchemaText) -> Bool { type.isSame(value, text) }
}

import DatelineCore
import DatelineSchemas

/// Writes the model's structs and vocabularies from the schema.
///
/// The generated code is plain: a struct with a property for each field, one function that shows its fields in order and
/// one that reads a field by its index, so that the compiler specialises both for each canonical format.
struct SwiftModel {
  let schema: Schema
  private static let notice =
    "// swift-format-ignore-file\n// Written by dateline-generate from Schema.standard. Change the schema, not this file.\n\n"

  /// File names below `Sources/Core/Model/Generated`, and their text.
  func files() -> [(name: String, text: String)] {
    schema.objects.map { ("\($0.name).swift", Self.notice + object($0)) } + [
      ("Vocabularies.swift", Self.notice + schema.vocabularies.map(vocabulary).joined(separator: "\n"))
    ]
  }

  private func vocabulary(named name: String) -> VocabularyDeclaration? {
    schema.vocabularies.first { "\($0.name)" == name }
  }

  // MARK: Objects

  private func object(_ object: ObjectDeclaration) -> String {
    let name = "\(object.name)"
    var text = documentation("\(object.meaning)", indent: "") + "public struct \(name): Hashable, Sendable {\n"
    for field in object.fields {
      text += documentation(meaning(of: field), indent: "  ")
      text += "  public var \(property(field)): \(propertyType(field))\n\n"
    }
    text += initializer(object) + "}\n\n"
    text += "extension \(name): SchemaObject {\n"
    text += "  /// What the schema says of the object.\n"
    text += "  public static let declaration = Schema.declaration(of: \"\(name)\")\n\n"
    text += "  /// The fields that must be present.\n"
    text += "  @inlinable public static var requiredFields: UInt64 { \(requiredBits(object)) }\n\n"
    text += emptiness(object)
    text += lookup(object) + "\n" + unread(object) + "\n" + visit(object) + "\n" + read(object) + "}\n"
    return text
  }

  private func meaning(of field: FieldDeclaration) -> String {
    let values: String
    switch field.type {
    case .integer(let range): values = range.upperBound == .max ? " At least \(range.lowerBound)." : " \(range)."
    case .decimal(let range): values = " \(range)."
    default: values = ""
    }
    return "\(field.meaning)" + values
  }

  private func documentation(_ text: String, indent: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.utf8.count + word.utf8.count + indent.utf8.count > 112 {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? "\(word)" : " \(word)"
    }
    lines.append(line)
    return lines.map { "\(indent)/// \($0)\n" }.joined()
  }

  private func property(_ field: FieldDeclaration) -> String {
    escaped(field.key)
  }

  /// `name`, in backticks where Swift has it as a keyword.
  private func escaped(_ name: StaticString) -> String {
    ["class", "in", "operator"].contains("\(name)") ? "`\(name)`" : "\(name)"
  }

  private func valueType(_ field: FieldDeclaration) -> String {
    switch field.type {
    case .text: "Text"
    case .integer: "Int"
    case .decimal: "Double"
    case .flag: "Bool"
    case .date: "EDTF"
    case .instant: "Instant"
    case .dateOrInstant: "DateOrInstant"
    case .clockTime: "ClockTime"
    case .term(let name), .object(let name): "\(name)"
    case .scalar, .json: "JSONText"
    case .extras: "Extras"
    }
  }

  private func propertyType(_ field: FieldDeclaration) -> String {
    let type = valueType(field)
    if field.singular != nil { return "[\(type)] = []" }
    if case .extras = field.type { return "Extras = Extras()" }
    return field.isRequired ? type : type + "?"
  }

  private func initializer(_ object: ObjectDeclaration) -> String {
    let required = object.fields.filter(\.isRequired)
    let parameters = required.map { "\($0.key): \(valueType($0))" }.joined(separator: ", ")
    guard !required.isEmpty else { return "  /// An object without any field.\n  public init() {}\n" }
    let assignments = required.map { "    self.\($0.key) = \($0.key)\n" }.joined()
    return "  /// An object with its required fields.\n  public init(\(parameters)) {\n\(assignments)  }\n"
  }

  private func requiredBits(_ object: ObjectDeclaration) -> String {
    let bits = object.fields.indices.filter { object.fields[$0].isRequired }.map { "1 << \($0)" }
    return bits.isEmpty ? "0" : bits.joined(separator: " | ")
  }

  /// Objects inside records that may have no field at all say so, and are then not shown to visitors.
  private func canBeEmpty(_ object: ObjectDeclaration) -> Bool {
    object.recordType == nil && !object.fields.contains(where: \.isRequired)
  }

  private func canBeEmpty(_ name: StaticString) -> Bool {
    schema.objects.contains { "\($0.name)" == "\(name)" && canBeEmpty($0) }
  }

  private func emptiness(_ object: ObjectDeclaration) -> String {
    guard canBeEmpty(object) else { return "" }
    let tests = object.fields.map { $0.singular == nil ? "\(property($0)) == nil" : "\(property($0)).isEmpty" }
    return """
        /// Whether no field is filled. The canonical formats know no such object: it is left out.
        @inlinable public var isEmpty: Bool {
          \(tests.joined(separator: " && "))
        }


      """
  }

  private func lookup(_ object: ObjectDeclaration) -> String {
    """
      /// The index of the field called `key`, or nil.
      @inlinable
      public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    \(nameSwitch(object.fields.map(\.key), over: "key") { "return \($0)" })    return nil
      }

    """
  }

  /// A switch over the hash of a name that runs `action` for the index of the one with the same bytes.
  private func nameSwitch(_ names: [StaticString], over variable: String, action: (Int) -> String) -> String {
    var text = "    switch nameHash(\(variable)) {\n"
    for (index, name) in names.enumerated() {
      let hash = "0x" + String(nameHash("\(name)".utf8.span), radix: 16, uppercase: true)
      text += "    case \(hash): if (\"\(name)\" as StaticString).hasBytes(\(variable)) { \(action(index)) }\n"
    }
    return text + "    default: break\n    }\n"
  }

  private func unread(_ object: ObjectDeclaration) -> String {
    let required = object.fields.filter(\.isRequired)
    guard !required.isEmpty else {
      return "  /// An object to read fields into.\n  public init(unread: Void) { self.init() }\n"
    }
    let arguments = required.map { "\($0.key): \(placeholder($0))" }.joined(separator: ", ")
    return
      "  /// An object to read fields into.\n  public init(unread: Void) {\n    self.init(\(arguments))\n  }\n"
  }

  private func placeholder(_ field: FieldDeclaration) -> String {
    switch field.type {
    case .integer: "0"
    case .term(let name): ".\(vocabulary(named: "\(name)").map { "\($0.terms[0].name)" } ?? "")"
    default: "Schema.unreadText"
    }
  }

  private func visit(_ object: ObjectDeclaration) -> String {
    var text = """
        /// Shows each filled field to `visitor`, in canonical order.
        @inlinable
        public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {

      """
    for (index, field) in object.fields.enumerated() {
      let key = "FieldKey(\(index), \"\(field.key)\")"
      let name = property(field)
      if case .object(let type) = field.type, canBeEmpty(type) {
        text += visitEmptiable(field, key: key)
      } else if field.singular != nil {
        text += "    if !\(name).isEmpty { try visitor.visit(\(key), \(listArgument(field))) }\n"
      } else if case .extras = field.type {
        text += "    if !extras.isEmpty { try visitor.visit(\(key), extras) }\n"
      } else if case .flag = field.type {
        text += "    if \(name) == true { try visitor.visitFlag(\(key)) }\n"
      } else if field.isRequired {
        text += "    try visitor.visit(\(key), \(argument(field)))\n"
      } else {
        text += "    if let \(name) { try visitor.visit(\(key), \(argument(field))) }\n"
      }
    }
    return text + "  }\n"
  }

  /// Shows an object, or a list of objects, without those that have no field.
  private func visitEmptiable(_ field: FieldDeclaration, key: String) -> String {
    let name = property(field)
    guard field.singular != nil else {
      return "    if let \(name), !\(name).isEmpty { try visitor.visit(\(key), object: \(name)) }\n"
    }
    return """
          if !\(name).isEmpty {
            let filled = \(name).filled
            if !filled.isEmpty { try visitor.visit(\(key), objects: filled) }
          }

      """
  }

  private func isOpen(_ name: StaticString) -> Bool { vocabulary(named: "\(name)")?.isOpen ?? false }

  private func argument(_ field: FieldDeclaration) -> String {
    switch field.type {
    case .term(let name): isOpen(name) ? "\(property(field)).name" : "term: \(property(field))"
    case .scalar, .json: "json: \(property(field))"
    case .object: "object: \(property(field))"
    default: property(field)
    }
  }

  private func listArgument(_ field: FieldDeclaration) -> String {
    switch field.type {
    case .term(let name): isOpen(name) ? "\(field.key).map(\\.name)" : "terms: \(field.key)"
    case .object: "objects: \(field.key)"
    default: "\(field.key)"
    }
  }

  private func read(_ object: ObjectDeclaration) -> String {
    var text = """
        /// Reads the value of the field at `index` from `source`.
        @inlinable
        public mutating func readField<Source: FieldSource>(
          at index: Int, from source: inout Source
        ) throws(ConversionError) -> Bool {
          switch index {

      """
    for (index, field) in object.fields.enumerated() {
      let name = property(field)
      text += "    case \(index):\n"
      if field.singular != nil {
        text += "      \(name) = try source.\(listCall(field))\n      return !\(name).isEmpty\n"
      } else if case .extras = field.type {
        text += "      guard let value = try source.readExtras() else { return false }\n"
        text += "      extras.merge(value)\n      return true\n"
      } else {
        text += "      guard let value = try source.\(call(field)) else { return false }\n"
        text += "      self.\(name) = value\n      return true\n"
      }
    }
    return text + "    default: return false\n    }\n  }\n"
  }

  private func call(_ field: FieldDeclaration) -> String {
    switch field.type {
    case .text: "readText()"
    case .integer(let range):
      "readInteger(in: \(range.lowerBound)...\(range.upperBound == .max ? "Int.max" : "\(range.upperBound)"))"
    case .decimal(let range): "readDecimal(in: \(range.lowerBound)...\(range.upperBound))"
    case .flag: "readFlag()"
    case .date: "readDate()"
    case .instant: "readInstant()"
    case .dateOrInstant: "readDateOrInstant()"
    case .clockTime: "readClockTime()"
    case .term(let name): "readTerm(of: \(name).self)"
    case .scalar: "readScalar()"
    case .json: "readJSON()"
    case .extras: "readExtras()"
    case .object(let name): "readObject(of: \(name).self)"
    }
  }

  private func listCall(_ field: FieldDeclaration) -> String {
    switch field.type {
    case .term(let name): "readTerms(of: \(name).self)"
    case .object(let name): "readObjects(of: \(name).self)"
    default: "readTexts()"
    }
  }

  // MARK: Vocabularies

  private func vocabulary(_ vocabulary: VocabularyDeclaration) -> String {
    vocabulary.isOpen ? openVocabulary(vocabulary) : closedVocabulary(vocabulary)
  }

  private func closedVocabulary(_ vocabulary: VocabularyDeclaration) -> String {
    let name = "\(vocabulary.name)"
    var text = "/// The terms of the closed vocabulary `\(name)`.\npublic enum \(name): UInt8, ClosedVocabulary {\n"
    for term in vocabulary.terms {
      text += "  /// \(sentence(term.meaning))\n  case \(escaped(term.name))\n"
    }
    text += "\n  /// What the schema says of the vocabulary.\n"
    text += "  public static let declaration = Schema.vocabulary(called: \"\(name)\")\n\n"
    text += "  /// The term as it stands in a file.\n  @inlinable public var name: StaticString {\n    switch self {\n"
    for term in vocabulary.terms { text += "    case .\(term.name): \"\(term.name)\"\n" }
    text +=
      "    }\n  }\n\n  /// The term called `name`, or nil.\n  @inlinable\n  public init?(utf8 name: Span<UInt8>) {\n"
    text += nameSwitch(vocabulary.terms.map(\.name), over: "name") {
      "self = .\(vocabulary.terms[$0].name); return"
    }
    return text + "    return nil\n  }\n}\n"
  }

  private func openVocabulary(_ vocabulary: VocabularyDeclaration) -> String {
    let name = "\(vocabulary.name)"
    var text = "/// A term of the open vocabulary `\(name)`.\npublic struct \(name): OpenVocabulary {\n"
    text += "  /// The term as it stands in a file.\n  public var name: Text\n\n"
    text += "  /// Makes a term of any text.\n  @inlinable public init(_ name: Text) { self.name = name }\n\n"
    for term in vocabulary.terms {
      text += "  /// \(sentence(term.meaning))\n  public static let \(term.name) = Self(\"\(term.name)\")\n"
    }
    text += "\n  /// What the schema says of the vocabulary.\n"
    return text + "  public static let declaration = Schema.vocabulary(called: \"\(name)\")\n}\n"
  }

  private func sentence(_ meaning: StaticString) -> String {
    let text = "\(meaning)"
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}

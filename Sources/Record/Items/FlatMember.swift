package import DatelineCore

/// One field of a record in a flat form: a line of labelled text, a cell of a table, or a `key=value` of an item in one.
package struct FlatMember: Sendable {
  /// How a value is spelled.
  package enum Form: Sendable {
    /// With the escapes of a line; a list has one member for each item.
    case line
    /// With the escapes of an item; the texts of a list are joined by commas.
    case item
    /// As it is; lists, and only they, are spelled as in items, and items joined by ` | `.
    case cell
  }

  /// The label, or what is left of it inside an object: `date` of `when.date`. Bytes of the source.
  package var label: Range<Int>
  /// Where the label starts, also when less of it is left.
  private(set) var start: Int
  /// The value without space around it. Bytes of the source.
  package var value: Range<Int>
  package var form: Form
  /// The list of the fields of the object that the value stands for, where they are known already: an index of
  /// ``PlacedBytes/parts(of:)``, so that members are plain bytes that cost nothing to copy. -1 where it has to be read.
  package let partList: Int
  /// The index of the field that the label names, in its object's declaration; set when the object is read.
  var field = -1
  /// The index of the field inside the object that ``field`` is; -1 where that is no object.
  var innerField = -1
  /// Whether the column says which field it is, and there is no label.
  var isCell = false

  /// The cell of a column whose field is known.
  ///
  /// - Parameters:
  ///   - value: Not empty.
  ///   - field: The index of the field in the record's declaration.
  ///   - innerField: The index of the field inside that object; -1 where it is no object.
  package init(cell value: Range<Int>, field: Int, innerField: Int = -1) {
    self.init(label: value.lowerBound..<value.lowerBound, value: value, form: .cell)
    self.field = field
    self.innerField = innerField
    isCell = true
  }

  package init(label: Range<Int>, value: Range<Int>, form: Form, partList: Int = -1) {
    self.label = label
    start = label.lowerBound
    self.value = value
    self.form = form
    self.partList = partList
  }
}

/// What a family calls the things that can be wrong with flat members.
package struct FlatCodes: Sendable {
  /// A label that the schema does not have.
  package var unknownField: DiagnosticCode
  /// A second value where there can be one.
  package var duplicateField: DiagnosticCode
  /// A value that the field can't take.
  package var badValue: DiagnosticCode
  /// A required field that is not there.
  package var missingField: DiagnosticCode
  /// A label without value.
  package var emptyValue: DiagnosticCode
  /// A backslash that escapes nothing.
  package var badEscape: DiagnosticCode
  /// A semicolon that separates nothing.
  package var looseSemicolon: DiagnosticCode

  /// Stores its parts.
  package init(
    unknownField: DiagnosticCode, duplicateField: DiagnosticCode, badValue: DiagnosticCode,
    missingField: DiagnosticCode, emptyValue: DiagnosticCode, badEscape: DiagnosticCode,
    looseSemicolon: DiagnosticCode
  ) {
    self.unknownField = unknownField
    self.duplicateField = duplicateField
    self.badValue = badValue
    self.missingField = missingField
    self.emptyValue = emptyValue
    self.badEscape = badEscape
    self.looseSemicolon = looseSemicolon
  }
}

/// A label, and the field that it names.
package struct FlatLabel: Sendable {
  /// The index of the field in its object's declaration.
  package var field: Int
  /// What follows the first dot; empty where there is none.
  package var rest: Range<Int>
}

extension ObjectDeclaration {
  /// The field that `label` names by its key or the name of one item, in any case, and what follows the first dot: the
  /// rest of a label like `when.date`, which only objects and extras have.
  ///
  /// - Parameter hint: The field that is tried first: members mostly stand in the schema's order.
  package func field(of label: Range<Int>, in bytes: [UInt8], hint: Int = 0) -> FlatLabel? {
    let end = bytes.span.firstDot(in: label)
    guard let index = fieldIndex(ofName: bytes.span.extracting(label.lowerBound..<end), hint) else { return nil }
    guard end < label.upperBound else { return FlatLabel(field: index, rest: end..<end) }
    let field = fields[index]
    switch field.type {
    case .object where field.singular == nil, .extras:
      return FlatLabel(field: index, rest: (end + 1)..<label.upperBound)
    default: return nil
    }
  }

  /// The index of the field with that key or name of one item, in any case.
  private func fieldIndex(ofName name: Span<UInt8>, _ hint: Int) -> Int? {
    var index = hint
    for _ in fields.indices {
      if index >= fields.count { index = 0 }
      let field = fields[index]
      if field.key.hasBytesIgnoringCase(name) || field.singular?.hasBytesIgnoringCase(name) == true { return index }
      index += 1
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The index of the first full stop in `range`; the end of `range` where there is none. Most ranges are short.
  @inline(__always)
  fileprivate func firstDot(in range: Range<Int>) -> Int {
    guard range.count <= 16, range.lowerBound &+ 16 <= count else {
      return range.lowerBound + extracting(range).firstIndex(of: UInt8(ascii: "."), from: 0)
    }
    let lanes = ByteLanes(block(at: range.lowerBound) .== SIMD16<UInt8>(repeating: UInt8(ascii: ".")))
    return Swift.min(range.upperBound, range.lowerBound &+ lanes.first)
  }
}

extension StaticString {
  /// Whether the string's bytes are `bytes`, but for the case of ASCII letters.
  @usableFromInline
  package func hasBytesIgnoringCase(_ bytes: Span<UInt8>) -> Bool {
    guard utf8CodeUnitCount == bytes.count else { return false }
    return withUTF8Buffer { own in
      for index in own.indices where unsafe own[index].lowercased != bytes[index].lowercased { return false }
      return true
    }
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}

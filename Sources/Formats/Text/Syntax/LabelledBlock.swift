import DatelineCore
import DatelineRecord

/// The lines of one record, with values that were wrapped made whole.
struct LabelledBlock {
  /// Where its first line starts.
  let start: SourcePosition
  private(set) var text = PlacedBytes()
  private(set) var members: [FlatMember] = []
  /// How many blank lines stand before this line.
  private(set) var blankLines = 0

  init(at start: SourcePosition) { self.start = start }

  /// Whether the line before was blank.
  var isBehindBlank: Bool { blankLines > 0 }

  mutating func addBlank() { blankLines += 1 }

  /// Adds a line with a label, under another name if one is given.
  mutating func add(
    label: Range<Int>, value: Range<Int>, of lines: borrowing LabelledLines, as name: StaticString? = nil
  ) {
    blankLines = 0
    let start = text.count
    guard let name else {
      // As it stands, the colon too.
      text.append(
        copying: lines.bytes.span.extracting(label.lowerBound..<value.upperBound),
        at: lines.position(of: label.lowerBound))
      let shift = start - label.lowerBound
      members.append(
        FlatMember(
          label: start..<(label.upperBound + shift), value: (value.lowerBound + shift)..<text.count, form: .line))
      return
    }
    text.append(name, at: lines.position(of: label.lowerBound))
    let middle = text.count
    text.append(copying: lines.bytes.span.extracting(value), at: lines.position(of: value.lowerBound))
    members.append(FlatMember(label: start..<middle, value: middle..<text.count, form: .line))
  }

  /// Adds a line that goes on with the last value: a single space stands between, after an escaped line end nothing, and
  /// blank lines between make as many empty lines.
  ///
  /// - Returns: False where there is no value to go on with.
  mutating func addContinuation(_ range: Range<Int>, of lines: borrowing LabelledLines) -> Bool {
    guard let last = members.indices.last else { return false }
    let value = members[last].value
    if !value.isEmpty, !endsInLineEnd(value) {
      if blankLines == 0 {
        text.append(" ", at: lines.start)
      } else {
        for _ in 0...blankLines { text.append("\\n", at: lines.start) }
      }
    }
    blankLines = 0
    let start = value.isEmpty ? text.count : value.lowerBound
    text.append(copying: lines.bytes.span.extracting(range), at: lines.position(of: range.lowerBound))
    members[last].value = start..<text.count
    return true
  }

  /// Takes the last label and its value away.
  mutating func removeLast() { _ = members.popLast() }

  /// Whether the value ends in the escape `\n`, and not in an escaped backslash before an n.
  private func endsInLineEnd(_ value: Range<Int>) -> Bool {
    var index = value.upperBound - 1
    guard text.bytes[index] == UInt8(ascii: "n") else { return false }
    var isEscaped = false
    while index > value.lowerBound, text.bytes[index - 1] == UInt8(ascii: "\\") {
      isEscaped.toggle()
      index -= 1
    }
    return isEscaped
  }

  /// Replaces members, for which `change` may append names to the text.
  mutating func replaceMembers(_ change: (FlatMember, inout PlacedBytes) -> FlatMember) {
    for index in members.indices { members[index] = change(members[index], &text) }
  }

  /// Replaces each member by any number of them, for which `change` may append to the text.
  mutating func expandMembers(
    _ change: (FlatMember, inout PlacedBytes) throws(ConversionError) -> [FlatMember]
  ) throws(ConversionError) {
    var expanded: [FlatMember] = []
    expanded.reserveCapacity(members.count)
    for member in members { expanded += try change(member, &text) }
    members = expanded
  }

  /// Adds a member that stands nowhere in the input.
  mutating func add(_ label: StaticString, _ value: Text) {
    let start = text.count
    text.append(label, at: self.start)
    let middle = text.count
    value.withUTF8 { bytes in
      var escaped: [UInt8] = []
      escaped.append(escaped: bytes, in: .line)
      text.append(copying: escaped.span, at: self.start)
    }
    members.append(FlatMember(label: start..<middle, value: middle..<text.count, form: .line))
  }
}

import DatelineCore
import DatelineRecord

/// The short form of evidence in labelled text: the report that the words stand in by its number among the record's
/// `report` lines, `report=#1`, and offsets that count scalars without saying so.
///
/// Both ways work on the escaped item `key=value; key=value`. An id that itself looks like such a number is written `\#1`.
enum EvidenceLine {
  /// How many reports are written by their number.
  static let numberedReports = 99

  /// Where `key` has its value in the item at `range`; nil where it has none.
  static func value(of key: StaticString, in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = ItemEscapes.firstSeparator(UInt8(ascii: ";"), in: bytes, start..<range.upperBound)
      if let part = LabelSyntax.splitKey(bytes, start..<end), key.hasBytesIgnoringCase(bytes.span.extracting(part.key))
      {
        return part.value
      }
      start = end + 1
    }
    return nil
  }

  /// The number in `#12`; nil where the bytes are something else.
  static func number(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count > 1, range.count < 8, bytes[range.lowerBound] == UInt8(ascii: "#") else { return nil }
    var number = 0
    for byte in bytes[(range.lowerBound + 1)..<range.upperBound] {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    // One spelling: what is written otherwise is no such number.
    return bytes[range.lowerBound + 1] == UInt8(ascii: "0") ? nil : number
  }

  // MARK: Writing

  /// Shortens the item that `line` ends with, from `start` on.
  ///
  /// - Parameter reports: The escaped ids of the record's first reports; empty for one without id.
  static func shorten(_ line: inout [UInt8], from start: Int, reports: [[UInt8]]) {
    if let unit = value(of: "unit", in: line, start..<line.count), line[unit].elementsEqual("scalar".utf8) {
      // With the `; unit=` before it: it never comes first.
      line.removeSubrange((unit.lowerBound - 7)..<unit.upperBound)
    }
    guard let report = value(of: "report", in: line, start..<line.count) else { return }
    if let index = reports.firstIndex(where: { line[report].elementsEqual($0) }) {
      line.replaceSubrange(report, with: "#\(index + 1)".utf8)
    } else if number(in: line, report) != nil {
      line.insert(UInt8(ascii: "\\"), at: report.lowerBound)
    }
  }

  // MARK: Reading

  /// The items of a line: those between bars that say something.
  static func items(of member: FlatMember, in text: PlacedBytes) -> [Range<Int>] {
    ItemEscapes.split(text.bytes, member.value, at: UInt8(ascii: "|"))
      .map { ItemEscapes.trimmed(text.bytes, $0) }.filter { !$0.isEmpty }
  }

  /// Finds the whole form of the item at `item` of a line of evidence.
  ///
  /// - Parameters:
  ///   - text: Takes the bytes of the whole form, where it is another.
  ///   - reports: The escaped ids of the record's reports, nil for one without id.
  /// - Returns: The item, and where in it a number stands that no report has: it is then taken for an id.
  static func expand(
    _ item: Range<Int>, in text: inout PlacedBytes, reports: [Range<Int>?]
  ) -> (item: Range<Int>, unknown: Range<Int>?) {
    func has(_ key: StaticString) -> Bool { value(of: key, in: text.bytes, item) != nil }
    // Where something else is missing, the item is left as it stands, for the message.
    let lacksUnit = has("field") && has("start") && has("end") && !has("unit")
    var report: (place: Range<Int>, id: Range<Int>)?
    var unknown: Range<Int>?
    if let place = value(of: "report", in: text.bytes, item), let number = number(in: text.bytes, place) {
      if number <= reports.count, let id = reports[number - 1] { report = (place, id) } else { unknown = place }
    }
    guard lacksUnit || report != nil else { return (item, unknown) }
    let start = text.count
    if lacksUnit { text.append("unit=scalar; ", at: text.position(of: item.lowerBound)) }
    var copied = item.lowerBound
    if let report {
      text.append(own: copied..<report.place.lowerBound)
      text.append(own: report.id, at: text.position(of: report.place.lowerBound))
      copied = report.place.upperBound
    }
    text.append(own: copied..<item.upperBound)
    return (start..<text.count, unknown)
  }
}

extension LabelledBlock {
  /// Makes the short forms of evidence whole.
  mutating func expandEvidence(_ log: DiagnosticLog) throws(ConversionError) {
    func isEvidence(_ member: FlatMember, _ text: PlacedBytes) -> Bool {
      text.bytes.span.extracting(member.label).isEqual(to: "evidence")
    }
    guard members.contains(where: { isEvidence($0, text) }) else { return }
    var reports: [Range<Int>?] = []
    for member in members where isReport(member) {
      for item in EvidenceLine.items(of: member, in: text) {
        reports.append(EvidenceLine.value(of: "id", in: text.bytes, item))
      }
    }
    try expandMembers { member, text throws(ConversionError) in
      guard isEvidence(member, text) else { return [member] }
      let items = EvidenceLine.items(of: member, in: text)
      // What says nothing is reported as such.
      guard !items.isEmpty else { return [member] }
      var parts: [FlatMember] = []
      for item in items {
        let found = EvidenceLine.expand(item, in: &text, reports: reports)
        var part = member
        part.value = found.item
        parts.append(part)
        guard let place = found.unknown else { continue }
        let name = String(decoding: text.bytes[place], as: UTF8.self)
        try log.report(
          .warning, .textUnknownReport,
          "\(quoted(name)) is none of the record's \(reports.count) reports, so it is taken for an id",
          at: text.position(of: place.lowerBound))
      }
      return parts
    }
  }

  private func isReport(_ member: FlatMember) -> Bool {
    let name = text.bytes.span.extracting(member.label)
    return name.isEqual(to: "report") || name.isEqual(to: "reports")
  }
}

extension DiagnosticCode {
  static let textUnknownReport: Self = "text.unknown-report"
}

/// Holds what evidence quotes against the texts that it points into.
struct EvidenceCheck {
  /// The texts of the latest reports, the oldest first.
  private var texts: [(id: Text, scalars: [Unicode.Scalar])] = []
  private var scalarCount = 0

  /// So much text is kept; reports stand before the incidents that rest on them.
  private static let mostScalars = 4_000_000

  /// Keeps the text of a report: its blocks, joined by two LF.
  mutating func keep(_ report: Report) {
    guard !report.body.isEmpty else { return }
    let scalars = Self.scalars(of: report)
    scalarCount += scalars.count
    texts.append((report.id, scalars))
    while scalarCount > Self.mostScalars, texts.count > 1 { scalarCount -= texts.removeFirst().scalars.count }
  }

  private static func scalars(of report: Report) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for (index, block) in report.body.enumerated() {
      if index > 0 { scalars += ["\n", "\n"] }
      scalars += block.text.description.unicodeScalars
    }
    return scalars
  }

  func check(_ report: Report) -> [FieldProblem] {
    guard !report.evidence.isEmpty else { return [] }
    let own = Self.scalars(of: report)
    return report.evidence.enumerated().compactMap { index, entry in
      text(of: entry.report).map { Self.problem(entry, index, $0) }
        ?? (entry.report == nil ? Self.problem(entry, index, own) : nil)
    }
  }

  func check(_ incident: Incident) -> [FieldProblem] {
    let summary = incident.summary.map { Array($0.description.unicodeScalars) } ?? []
    return incident.evidence.enumerated().compactMap { index, entry in
      guard entry.report != nil else { return Self.problem(entry, index, summary) }
      return text(of: entry.report).flatMap { Self.problem(entry, index, $0) }
    }
  }

  private func text(of id: Text?) -> [Unicode.Scalar]? {
    id.flatMap { id in texts.last { $0.id == id }?.scalars }
  }

  private static func problem(_ entry: Evidence, _ index: Int, _ text: [Unicode.Scalar]) -> FieldProblem? {
    // Another rule tells of words that end before they start.
    guard entry.start < entry.end, let words = Self.words(of: entry, text) else {
      guard entry.start < entry.end else { return nil }
      return FieldProblem(
        code: .evidenceMismatch, pointer: "/evidence/\(index)/end",
        message: "the words end at \(entry.end), and the text before; count \(unitName(entry.unit)) from 0")
    }
    guard let quote = entry.quote?.description, quote != words else { return nil }
    return FieldProblem(
      code: .evidenceMismatch, pointer: "/evidence/\(index)/quote",
      message:
        "\(quoted(quote)) is quoted, and from \(entry.start) to \(entry.end) the text has \(quoted(words)); correct the offsets or the quote"
    )
  }

  private static func unitName(_ unit: OffsetUnit) -> String {
    unit == .utf8 ? "bytes of UTF-8" : "Unicode scalar values"
  }

  /// nil where the text is shorter.
  private static func words(of entry: Evidence, _ text: [Unicode.Scalar]) -> String? {
    guard entry.start >= 0 else { return nil }
    var view = String.UnicodeScalarView()
    if entry.unit == .scalar {
      guard entry.end <= text.count else { return nil }
      view.append(contentsOf: text[entry.start..<entry.end])
      return String(view)
    }
    view.append(contentsOf: text)
    let bytes = Array(String(view).utf8)
    guard entry.end <= bytes.count else { return nil }
    return String(decoding: bytes[entry.start..<entry.end], as: UTF8.self)
  }
}

import DatelineCore

/// A DESCRIPTION that somebody has edited: what of it is the trailer, and what is text (`Specs/icalendar.md`, "Edits").
///
/// The lines of the trailer are told by those that still stand as they were written. A line is edited where it is another one
/// of its label. Anything else below them was added, and belongs to the text.
struct DescriptionEdit {
  private let description: [UInt8]

  init(_ description: [UInt8]) { self.description = description }

  /// What has to be told of an edit besides that there was one.
  struct Findings {
    /// No line of the trailer stands any more, so the carried record keeps what it said.
    var hasLostTrailer = false
    /// Text stands where the writer sets none, and is now a part of the summary.
    var hasAddedText = false
    /// Lines that are gone while another property still says the same.
    var kept: [TrailerLine.Label] = []
  }

  /// The record's summary and the fields of those lines of the trailer that were changed become what is visible.
  ///
  /// - Parameters:
  ///   - isVisibleOnly: Whether a trailer that is gone takes its fields with it.
  ///   - isShown: Whether a property besides DESCRIPTION still says what the item of this number in the field of this
  ///     label says.
  func apply(
    to incident: inout Incident, reports: RecentReports, isVisibleOnly: Bool,
    isShown: (TrailerLine.Label, Int) -> Bool
  ) -> Findings {
    var findings = Findings()
    let old = TrailerLine.lines(of: Self.trailer(of: incident, reports: reports))
    let summary = Self.shown(incident.summary)
    // A component of others was written without a trailer.
    let isOurs = incident.extras[ForeignLines.component] == nil
    let gone = isVisibleOnly && isOurs ? Parts(text: description) : nil
    guard let parts = Parts(description, summary: summary, old: old) ?? plainParts(summary, old) ?? gone else {
      findings.hasLostTrailer = isOurs
      incident.summary = description == summary ? incident.summary : Text(utf8: description)
      return findings
    }
    if !parts.added.isEmpty {
      findings.hasAddedText = true
      let before = parts.text == summary ? Self.bytes(of: incident.summary) : parts.text
      incident.summary = Text(utf8: before.isEmpty ? parts.added : before + [0x0A, 0x0A] + parts.added)
    } else if parts.text != summary {
      incident.summary = Text(utf8: parts.text)
    }
    for label in TrailerLine.Label.groups {
      let lines = parts.lines.filter { $0.label.group == label }
      let before = old.filter { $0.label.group == label }
      guard lines != before, !Self.awaitsReports(label, incident, lines, reports) else { continue }
      let unread = parts.unread.count { $0 == label }
      let standing = Set(lines)
      var left = max(0, before.count - lines.count)
      var unreadLeft = unread
      func stays(_ index: Int) -> Bool {
        guard left > 0, !standing.contains(before[index]), unreadLeft > 0 || isShown(label, index) else { return false }
        left -= 1
        unreadLeft -= 1
        return true
      }
      if TrailerReader.apply(lines, of: label, insteadOf: before, to: &incident, stays: stays), unread == 0 {
        findings.kept.append(label)
      }
    }
    return findings
  }

  /// Whether lines about sources differ only because the reports that they name are not at hand.
  private static func awaitsReports(
    _ label: TrailerLine.Label, _ incident: Incident, _ lines: [TrailerLine], _ reports: RecentReports
  ) -> Bool {
    label == .source && lines.count == incident.reports.count
      && incident.reports.contains { $0.id.map { reports[$0] == nil } ?? false }
  }

  /// The trailer that the writer sets.
  static func trailer(of incident: Incident, reports: RecentReports) -> [UInt8] {
    var text: [UInt8] = []
    text.append(atMost: 4096) { output in
      var trailer = Trailer(output)
      trailer.write(incident, reports: reports)
      output = trailer.output
    }
    return text
  }

  /// A summary as the writer shows it.
  static func shown(_ summary: Text?) -> [UInt8] {
    var shown: [UInt8] = []
    if let summary { shown.append(visible: summary) }
    shown.trim()
    return shown
  }

  private static func bytes(of text: Text?) -> [UInt8] {
    var bytes: [UInt8] = []
    text?.withUTF8 { bytes.append(copying: $0) }
    return bytes
  }

  // MARK: - Parts

  /// The same of a description that a client has made HTML: it has the lines between its tags.
  private func plainParts(_ summary: [UInt8], _ old: [TrailerLine]) -> Parts? {
    guard description.contains(UInt8(ascii: "<")) else { return nil }
    return Parts(Self.plain(description), summary: summary, old: old)
  }

  /// The text of simple HTML: `br` and the ends of paragraphs are line ends.
  private static func plain(_ html: [UInt8]) -> [UInt8] {
    var text = ""
    var rest = String(decoding: html, as: UTF8.self)[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      text += rest[..<open]
      let tag = rest[rest.index(after: open)..<close].lowercased()
      let name = tag.prefix { $0.isLetter || $0 == "/" }
      if name == "br" || name == "br/" || name == "/div" || name == "/li" { text += "\n" }
      if name == "/p" { text += "\n\n" }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    for (name, character) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
      text = text.replacing(name, with: character)
    }
    var plain = Array(text.replacing("&amp;", with: "&").utf8)
    plain.trim()
    return plain
  }

  /// A description taken apart.
  private struct Parts {
    /// What stands before the trailer.
    var text: [UInt8] = []
    var lines: [TrailerLine] = []
    /// What stands among and behind the lines.
    var added: [UInt8] = []
    /// The labels of lines among what was added that look like lines of the trailer, and can't be read.
    var unread: [TrailerLine.Label] = []

    private struct Row {
      let bytes: ArraySlice<UInt8>
      /// The line of a trailer that it is.
      let line: TrailerLine?
      /// Whether it stands as it was written.
      let isOld: Bool
      var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

      init(_ bytes: ArraySlice<UInt8>, _ old: Set<TrailerLine>) {
        self.bytes = bytes
        let line = TrailerLine(String(decoding: bytes, as: UTF8.self))
        isOld = line.map(old.contains) ?? false
        self.line = isOld || line.map(TrailerReader.isWhole) ?? false ? line : nil
      }
    }

    init(text: [UInt8]) { self.text = text }

    /// - Returns: nil where there was a trailer, and nothing of it is left.
    init?(_ description: [UInt8], summary: [UInt8], old: [TrailerLine]) {
      guard !old.isEmpty else {
        (text, lines) = TrailerLine.split(description)
        if !lines.allSatisfy(TrailerReader.isWhole) { (text, lines) = (description, []) }
        return
      }
      let known = Set(old)
      let rows = description.split(separator: 0x0A, omittingEmptySubsequences: false).map { Row($0, known) }
      guard let start = Self.start(rows, behind: Self.rowCount(of: summary, in: description), old) else { return nil }
      text = Self.joined(rows[..<start])
      var kept: [Row] = []
      var isInTrailer = true
      for row in rows[start...] {
        if let line = row.line, row.isOld || isInTrailer {
          lines.append(line)
          isInTrailer = true
        } else if !row.isBlank || !kept.isEmpty {
          kept.append(row)
          if !row.isBlank { isInTrailer = false }
        }
      }
      added = Self.joined(kept[...])
      unread = kept.compactMap { TrailerLine(String(decoding: $0.bytes, as: UTF8.self))?.label.group }
    }

    /// How many rows the summary takes where it stands as it was, with the blank line behind it.
    private static func rowCount(of summary: [UInt8], in description: [UInt8]) -> Int {
      guard !summary.isEmpty, description.starts(with: summary + [0x0A, 0x0A]) else { return 0 }
      return summary.count { $0 == 0x0A } + 2
    }

    /// The row where the trailer begins: the first that stands as it was, or one above it that was edited. Where none
    /// stands, the last paragraph, if all of it could be a trailer about the same.
    private static func start(_ rows: [Row], behind first: Int, _ old: [TrailerLine]) -> Int? {
      if var start = rows.indices.first(where: { $0 >= first && rows[$0].isOld }) {
        while start > first, rows[start - 1].line != nil { start -= 1 }
        return start
      }
      let start = (rows.lastIndex(where: \.isBlank) ?? -1) + 1
      let labels = Set(old.map(\.label.group))
      let isTrailer = rows[start...].allSatisfy { $0.line.map { labels.contains($0.label.group) } ?? false }
      return start < rows.count && isTrailer ? start : nil
    }

    private static func joined(_ rows: ArraySlice<Row>) -> [UInt8] {
      var text = Array(rows.map(\.bytes).joined(separator: [0x0A]))
      text.trim()
      return text
    }
  }
}

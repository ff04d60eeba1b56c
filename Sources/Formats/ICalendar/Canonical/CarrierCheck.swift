import DatelineCore

/// Finds out whether a carried record says what the component shows.
///
/// The hashes of the carrier tell what was edited of the component. Where they match, the component shows what the writer
/// set, so a record that the writer would show in another way has been changed since.
struct CarrierCheck {
  /// Its memory serves every record.
  private var shown = VisibleValues()
  private static let day: EventTime = {
    var when = When()
    when.date = EDTF("2000-01-01")
    return EventTime(when)
  }()

  /// The visible values that are not those of the record. Times are not among them, since the line about them in
  /// DESCRIPTION says more, and zones change.
  ///
  /// - Parameter hasTime: Whether the component has a time; places stand only in those.
  mutating func contradictions(
    of record: Record, to values: NormalisedValues, hasTime: Bool, reports: RecentReports
  ) -> Set<VisibleField> {
    switch record {
    case .incident(let incident):
      // A component of others is not as we show records.
      guard incident.extras[ForeignLines.component] == nil else { return [] }
      return contradictions(of: incident, to: values, hasTime: hasTime, reports: reports)
    case .report(let report):
      var summary: [UInt8] = []
      if let headline = report.headlines.first?.text { summary.append(visible: headline, singleLine: true) }
      summary.trim()
      summary.truncate(toCharacters: VisibleValues.summaryLimit)
      return summary.isEmpty || summary == values[.summary] ? [] : [.summary]
    case .tombstone(let tombstone):
      return DescriptionEdit.shown(tombstone.reason) == values[.description] ? [] : [.description]
    }
  }

  private mutating func contradictions(
    of incident: Incident, to values: NormalisedValues, hasTime: Bool, reports: RecentReports
  ) -> Set<VisibleField> {
    shown.show(incident, time: Self.day, reports: reports)
    var found: Set<VisibleField> = []
    if !isSummary(values[.summary]) { found.insert(.summary) }
    if !isDescription(values[.description], of: incident) { found.insert(.description) }
    if values[.status] != shown.status.map({ Array("\($0)".utf8) }) ?? [] { found.insert(.status) }
    if shown.categories != values.categories, Set(shown.categories) != Set(values.categories) {
      found.insert(.categories)
    }
    guard hasTime else { return found }
    if shown.location != values[.location] { found.insert(.location) }
    let position = values.position.map {
      (latitude: Int(($0.latitude * 1e6).rounded()), longitude: Int(($0.longitude * 1e6).rounded()))
    }
    if position?.latitude != shown.position?.latitude || position?.longitude != shown.position?.longitude {
      found.insert(.position)
    }
    return found
  }

  /// Whether SUMMARY is the title, with some remark before it or none.
  private func isSummary(_ summary: [UInt8]) -> Bool {
    let title = shown.summary
    guard summary != title else { return true }
    guard summary.first == UInt8(ascii: "[") else { return false }
    for index in summary.indices.dropLast()
    where summary[index] == UInt8(ascii: "]") && summary[index + 1] == 0x20 {
      // Nothing is trimmed between the two.
      let rest = summary[(index + 2)...].drop { $0 == 0x20 }
      // Behind a remark a long title is cut off.
      if rest.elementsEqual(title) || summary.count > 240 && title.starts(with: rest) { return true }
    }
    return title.isEmpty && summary.last == UInt8(ascii: "]")
  }

  /// Whether DESCRIPTION is that of the record. Lines about sources may have been written with reports at hand.
  private func isDescription(_ description: [UInt8], of incident: Incident) -> Bool {
    guard description != shown.description else { return true }
    guard incident.reports.contains(where: { $0.id != nil }) else { return false }
    let summary = DescriptionEdit.shown(incident.summary)
    func lines(of description: [UInt8]) -> [TrailerLine] {
      TrailerLine.lines(of: Array(description.dropFirst(summary.count))).filter { $0.label != .source }
    }
    return description.starts(with: summary) && lines(of: description) == lines(of: shown.description)
  }
}

extension DiagnosticCode {
  static let icalendarCarrierChanged: Self = "icalendar.carrier-changed"
}

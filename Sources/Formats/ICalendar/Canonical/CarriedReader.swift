import DatelineCore
import DatelineIdentity
import DatelineRecord

/// Reads the record that a component carries, and what somebody has changed in the component since.
struct CarriedReader {
  private let context: ReadContext
  private let preference: Preference
  private let zones: CalendarZones
  private var reports = RecentReports()
  private var check = CarrierCheck()

  /// What counts where the carried record and the visible values differ.
  private enum Preference: String {
    /// What was edited.
    case edits
    /// The carried record.
    case record
    /// All that is visible, and nothing else of what was.
    case visible
  }

  init(_ context: ReadContext, zones: CalendarZones) {
    self.context = context
    self.zones = zones
    preference = Preference(rawValue: context.options[CanonicalICalendar.prefer]) ?? .edits
  }

  /// Reads the component of `part`.
  ///
  /// - Returns: nil where it carries nothing, or nothing that can be read, which has been reported.
  mutating func read(_ part: inout CalendarPart, _ lines: EventLines) throws(ConversionError) -> Carrier? {
    guard let index = lines.carrier else { return nil }
    let line = part.lines[index]
    switch try Carrier.read(part, line, log: context.log, limits: context.limits) {
    case .failure(let fault):
      try refuse(line, fault.reason)
      return nil
    case .success(var carrier):
      guard case .record(let carried) = carrier.content else { return carrier }
      var record = carried
      if let uid = lines.uid, !belongs(record, to: part.lines[uid], part) {
        try refuse(line, "it is of \(quoted(record.id.description)), whose UID is another")
        return nil
      }
      if preference != .record {
        let position = part.lines[part.componentLines.lowerBound].position
        var edits = VisibleEdits(
          part, lines, carrier.fingerprint, zones: zones, isVisibleOnly: preference == .visible)
        let changed = edits.add(
          check.contradictions(of: record, to: edits.values, hasTime: lines.start != nil, reports: reports))
        if !changed.isEmpty { try noteChanged(changed, at: position) }
        record = try edits.applied(to: record, reports: reports, log: context.log, at: position)
      }
      var added = AddedLines(part, lines, carried)
      record = added.kept(in: record)
      if case .report(let report) = record { reports.add(report) }
      carrier.content = .record(record)
      return carrier
    }
  }

  private func noteChanged(_ fields: [String], at position: SourcePosition) throws(ConversionError) {
    try context.log.report(
      .warning, .icalendarCarrierChanged,
      "the carried record says otherwise than \(fields.joined(separator: ", ")) of its component, which \(fields.count == 1 ? "is" : "are") as written: the record was changed; what is visible counts",
      at: position)
  }

  private func refuse(_ line: ContentLine, _ reason: String) throws(ConversionError) {
    try context.log.report(
      .warning, .icalendarBadCarrier,
      "the carried record can't be used: \(reason); the visible properties are read instead",
      at: line.position)
  }

  /// Whether the UID of `line` is the one that the writer gives the record, or that the record was read with. An empty one
  /// says nothing.
  private func belongs(_ record: Record, to line: ContentLine, _ part: CalendarPart) -> Bool {
    var text: [UInt8] = []
    text.append(unescaped: part.storage.span.extracting(part.storage.span.trimmed(line.value)))
    guard !text.span.isBlank(0..<text.count) else { return true }
    let uid = String(decoding: text, as: UTF8.self)
    let id = record.id.description
    if id == "urn:uuid:\(uid)" || Identifier.uuid(of: id) == uid { return true }
    guard case .incident(let incident) = record else { return false }
    return incident.externalIDs.contains { $0.description == "ics.uid:\(uid)" }
  }
}

extension DiagnosticCode {
  static let icalendarBadCarrier: Self = "icalendar.bad-carrier"
}

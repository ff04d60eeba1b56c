import DatelineCore
import DatelineIdentity
import DatelineRecord

/// Writes the canonical calendar.
///
/// It never reads a clock: DTSTAMP, which every component must have (RFC 5545, section 3.8.7.2), is when the record was
/// last changed, else when what it rests on was published, else when it happened.
final class ICalendarWriter: RecordWriter {
  private var output: ByteWriter
  private let context: WriteContext
  private let imprecision: EventTime.Imprecision
  private let writesReports: Bool

  private var lines = ContentLines()
  private var envelope: [UInt8] = []
  /// The place of the next record in the document; the header has 0.
  private var number = 1
  private var reports = RecentReports()
  private var siblings = RecentIncidents()
  private var undatedCount = 0

  init(_ output: consuming ByteWriter, _ context: WriteContext) {
    self.output = output
    self.context = context
    imprecision = EventTime.Imprecision(rawValue: context.options[CanonicalICalendar.imprecise]) ?? .auto
    writesReports = context.options[CanonicalICalendar.reports] != "none"
  }

  // MARK: - Document

  func write(_ header: Header) throws(ConversionError) {
    line("BEGIN:VCALENDAR")
    line("VERSION:2.0")
    line("PRODID:-//Dateline//Dateline//EN")
    line("CALSCALE:GREGORIAN")
    var title: [UInt8] = []
    if let text = header.title { title.append(visible: text, singleLine: true) }
    title.trim()
    text("NAME", title)
    text("X-WR-CALNAME", title.withoutSpecials)
    guard writesReports else {
      if header != Header(schemaVersion: header.schemaVersion) {
        try context.losses.record(.dropped, "header", in: "header")
      }
      return
    }
    var values = VisibleValues()
    values.summary = title.isEmpty ? Array("About this calendar".utf8) : title
    line("BEGIN:VJOURNAL")
    uid(Identifier.uuid(of: "header:\(header.title?.description ?? "")"))
    stamp("DTSTAMP", header.created?.utcSeconds)
    text("SUMMARY", values.summary, language: header.language)
    carrier(values, number: 0) { CanonicalJSON.append(header, to: &$0) }
    line("END:VJOURNAL")
  }

  func write(_ record: Record) throws(ConversionError) {
    switch record {
    case .incident(let incident): try write(incident, record)
    case .report(let report): try write(report, record)
    case .tombstone(let tombstone): write(tombstone, record)
    }
    number += 1
    try output.flushIfFull()
  }

  func finish() throws(ConversionError) {
    line("END:VCALENDAR")
    try output.flush()
    guard undatedCount > 0 else { return }
    try context.log.report(
      .note, .icalendarUndated,
      "\(undatedCount) \(undatedCount == 1 ? "incident has" : "incidents have") no date in the years 1 to 9999; "
        + "a calendar shows such an incident only in a list of journal entries, if at all", at: nil)
  }

  // MARK: - Records

  private func write(_ incident: Incident, _ record: Record) throws(ConversionError) {
    let time = EventTime(incident.when, imprecision: imprecision)
    let values = VisibleValues(incident, time: time, trailer: Trailer(incident, reports: reports).text)
    let isEvent = time.extent != .none
    if !isEvent { undatedCount += 1 }
    line(isEvent ? "BEGIN:VEVENT" : "BEGIN:VJOURNAL")
    uid(Identifier.uuid(of: incident.id.description))
    let revision = incident.revision
    stamp(
      "DTSTAMP",
      revision?.modified?.utcSeconds ?? revision?.created?.utcSeconds ?? published(incident) ?? time.utcSeconds)
    if let created = revision?.created?.utcSeconds { stamp("CREATED", created) }
    if let modified = revision?.modified?.utcSeconds { stamp("LAST-MODIFIED", modified) }
    sequence(revision?.version)
    extent(time.extent)
    visible(values, language: incident.language)
    if isEvent { line("TRANSP:TRANSPARENT") }
    addresses(of: incident)
    relations(of: incident)
    date(incident.when?.date, precision: time.precision)
    carrier(values, number: number) { CanonicalJSON.append(record, to: &$0) }
    line(isEvent ? "END:VEVENT" : "END:VJOURNAL")
    siblings.add(incident.id)
  }

  private func write(_ report: Report, _ record: Record) throws(ConversionError) {
    reports.add(report)
    guard writesReports else {
      try context.losses.record(.dropped, "report", in: report.id)
      return
    }
    var values = VisibleValues()
    let headline = report.headlines.first?.text ?? report.publisher
    if let headline { values.summary.append(visible: headline, singleLine: true) }
    values.summary.trim()
    values.summary.truncate(toCharacters: 255)
    if values.summary.isEmpty { values.summary = Array("Report".utf8) }
    if report.status == .cancelled { values.status = "CANCELLED" }
    line("BEGIN:VJOURNAL")
    uid(Identifier.uuid(of: report.id.description))
    stamp("DTSTAMP", report.updated?.utcSeconds ?? report.published?.utcSeconds)
    sequence(report.version)
    visible(values, language: report.language)
    if let url = report.address.flatMap({ [UInt8](webAddress: $0) }) { value("URL:", url) }
    carrier(values, number: number) { CanonicalJSON.append(record, to: &$0) }
    line("END:VJOURNAL")
  }

  private func write(_ tombstone: Tombstone, _ record: Record) {
    let day = tombstone.recordType == .report ? nil : tombstone.withdrawn?.date
    var values = VisibleValues()
    values.summary = Array("[withdrawn] ".utf8)
    values.summary.append(visible: tombstone.externalIDs.first ?? tombstone.id, singleLine: true)
    values.summary.trim()
    values.summary.truncate(toCharacters: 255)
    if let reason = tombstone.reason { values.description.append(visible: reason) }
    values.description.trim()
    values.status = "CANCELLED"
    if let day, 1...9998 ~= day.year { values.extent = .days(day, day.adding(days: 1)) }
    let isEvent = values.extent != .none
    line(isEvent ? "BEGIN:VEVENT" : "BEGIN:VJOURNAL")
    uid(Identifier.uuid(of: tombstone.id.description))
    stamp("DTSTAMP", tombstone.withdrawn?.utcSeconds)
    // Higher than any count of versions, so that it replaces the event that was there.
    sequence(max(tombstone.withdrawn.map { $0.date.dayNumber } ?? 1, 1))
    extent(values.extent)
    visible(values, language: nil)
    if isEvent { line("TRANSP:TRANSPARENT") }
    carrier(values, number: number) { CanonicalJSON.append(record, to: &$0) }
    line(isEvent ? "END:VEVENT" : "END:VJOURNAL")
  }

  /// When the first report with a date that `incident` rests on was published.
  private func published(_ incident: Incident) -> Int? {
    for reference in incident.reports {
      let published = reference.published ?? reference.id.flatMap { reports[$0]?.published }
      if let seconds = published?.utcSeconds { return seconds }
    }
    return nil
  }

  // MARK: - Properties

  private func line(_ text: StaticString) { lines.write(text, into: &output.buffer) }

  private func text(_ name: StaticString, _ text: [UInt8], language: Text? = nil) {
    lines.write(name, text: text, language: language, into: &output.buffer)
  }

  /// Writes a value that needs no escaping; `name` ends with the colon.
  private func value(_ name: StaticString, _ value: [UInt8]) {
    lines.line.append(name)
    lines.line.append(contentsOf: value)
    lines.end(into: &output.buffer)
  }

  private func uid(_ uuid: String) { value("UID:", Array(uuid.utf8)) }

  /// Writes a time in UTC; the beginning of 1970 where none is known, or none that iCalendar can write.
  private func stamp(_ name: StaticString, _ seconds: Int?) {
    lines.line.append(name)
    lines.line.append(UInt8(ascii: ":"))
    let time = LocalDateTime(secondsSince1970: seconds ?? 0)
    lines.line.append(utc: 1...9999 ~= time.date.year ? time : LocalDateTime(secondsSince1970: 0))
    lines.end(into: &output.buffer)
  }

  /// Writes SEQUENCE, which is a 32-bit number.
  private func sequence(_ version: Int?) {
    guard let version, version >= 0 else { return }
    value("SEQUENCE:", Array("\(min(version, Int(Int32.max)))".utf8))
  }

  private func extent(_ extent: EventTime.Extent) {
    switch extent {
    case .none: return
    case .days(let first, let end):
      lines.line.append("DTSTART;VALUE=DATE:")
      lines.line.append(date: first)
      lines.end(into: &output.buffer)
      lines.line.append("DTEND;VALUE=DATE:")
      lines.line.append(date: end)
    case .seconds(let first, let end):
      lines.line.append("DTSTART:")
      lines.line.append(utc: first)
      lines.end(into: &output.buffer)
      lines.line.append("DTEND:")
      lines.line.append(utc: end)
    }
    lines.end(into: &output.buffer)
  }

  private func visible(_ values: VisibleValues, language: Text?) {
    text("SUMMARY", values.summary, language: language)
    text("DESCRIPTION", values.description, language: language)
    text("LOCATION", values.location)
    if let position = values.position {
      lines.line.append("GEO:")
      lines.line.append(shortest: Double(position.latitude) / 1e6)
      lines.line.append(UInt8(ascii: ";"))
      lines.line.append(shortest: Double(position.longitude) / 1e6)
      lines.end(into: &output.buffer)
    }
    if !values.categories.isEmpty {
      value("CATEGORIES:", Array(values.categories.joined(separator: [UInt8(ascii: ",")])))
    }
    if let status = values.status { value("STATUS:", Array("\(values.extent.status(status))".utf8)) }
  }

  /// Writes URL for the first page of a source, and ATTACH, which clients show as a link, for each.
  private func addresses(of incident: Incident) {
    var written: [[UInt8]] = []
    for reference in incident.reports {
      let known = reference.id.flatMap { reports[$0]?.url }
      guard let url = (reference.url ?? known).flatMap({ [UInt8](webAddress: $0) }), !written.contains(url) else {
        continue
      }
      if written.isEmpty { value("URL:", url) }
      value("ATTACH;FMTTYPE=text/html:", url)
      written.append(url)
    }
  }

  /// Writes RELATED-TO for incidents that stand before this one: so no two ever point at each other, which KDE reports
  /// as a loop, and none at nothing.
  private func relations(of incident: Incident) {
    var written: [Text] = []
    for relation in incident.relations {
      guard let target = relation.target, siblings.contains(target), target != incident.id, !written.contains(target)
      else { continue }
      value("RELATED-TO;RELTYPE=SIBLING:", Array(Identifier.uuid(of: target.description).utf8))
      written.append(target)
    }
  }

  /// Writes X-DATELINE-DATE, but for a date with a comma: vobject cuts the values of X- properties there, and escaped
  /// commas lose their backslash elsewhere. The carrier has it anyway.
  private func date(_ date: EDTF?, precision: String) {
    guard let date else { return }
    let text = Array(date.description.utf8)
    guard !text.contains(UInt8(ascii: ",")) else { return }
    lines.line.append("X-DATELINE-DATE;X-PRECISION=")
    lines.line.append(contentsOf: precision.utf8)
    lines.line.append(UInt8(ascii: ":"))
    lines.line.append(contentsOf: text)
    lines.end(into: &output.buffer)
  }

  /// Writes X-DATELINE-RECORD: the whole record, with what tells whether the visible values are still its own.
  private func carrier(_ values: VisibleValues, number: Int, record: (inout [UInt8]) -> Void) {
    envelope.removeAll(keepingCapacity: true)
    envelope.append("{\"h\":\"")
    envelope.append(contentsOf: values.fingerprint)
    envelope.append("\",\"n\":")
    envelope.append(decimal: number)
    envelope.append(",\"r\":")
    record(&envelope)
    envelope.append(UInt8(ascii: "}"))
    lines.line.append("X-DATELINE-RECORD;X-V=1;X-ENC=b64u:")
    Base64URL.append(envelope.span, to: &lines.line)
    lines.end(into: &output.buffer)
  }
}

import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineZones

/// Writes the canonical calendar.
///
/// It never reads a clock: DTSTAMP, which every component must have (RFC 5545, section 3.8.7.2), is when the record was
/// last changed, else when what it rests on was published, else when it happened.
final class ICalendarWriter: RecordWriter {
  private var output: ByteWriter
  private let context: WriteContext
  private let settings: CalendarSettings

  /// The values of the component that is being written, and its envelope: their memory serves every record.
  private var values = VisibleValues()
  private var envelope: [UInt8] = []
  /// The place of the next record in the document; the header has 0.
  private var number = 1
  private var reports = RecentReports()
  private var siblings = RecentIncidents()
  private var zones = WrittenZones()
  /// The calendar that the document was read from, if it was not ours.
  private var foreign: ForeignCalendar
  private var component: ForeignComponent
  private var ownLines: [UInt8] = []
  private var undatedCount = 0

  init(_ output: consuming ByteWriter, _ context: WriteContext) {
    self.output = output
    self.context = context
    settings = CalendarSettings(context.options)
    foreign = ForeignCalendar(Header(schemaVersion: Schema.version))
    component = ForeignComponent(in: foreign)
  }

  // MARK: - Document

  func write(_ header: Header) throws(ConversionError) {
    var title: [UInt8] = []
    if let text = header.title { title.append(visible: text, singleLine: true) }
    title.trim()
    foreign = ForeignCalendar(header)
    component = ForeignComponent(in: foreign)
    let added = header.extras[ForeignLines.added].flatMap(ForeignLines.lines) ?? []
    write(size: 4 * title.count) { lines in
      lines.line("BEGIN:VCALENDAR")
      if !foreign.has("VERSION") { lines.line("VERSION:2.0") }
      if !foreign.has("PRODID") { lines.line("PRODID:-//Dateline//Dateline//EN") }
      if foreign.lines.isEmpty {
        lines.line("CALSCALE:GREGORIAN")
        lines.write("NAME", text: title.span)
        lines.write("X-WR-CALNAME", text: title.withoutSpecials.span)
      }
      lines.lines(foreign.lines)
      lines.lines(added)
    }
    guard settings.writesReports else {
      if header != Header(schemaVersion: header.schemaVersion) {
        try context.losses.record(.dropped, "header", in: "header")
      }
      return
    }
    values = VisibleValues()
    values.summary = title.isEmpty ? Array("About this calendar".utf8) : title
    fillEnvelope(number: 0) { CanonicalJSON.append(header, to: &$0) }
    let uid = Identifier.uuid(of: "header:\(header.title?.description ?? "")")
    writeComponent { lines, values, envelope in
      lines.line("BEGIN:VJOURNAL")
      lines.write("UID:")
      lines.write(Array(uid.utf8).span)
      lines.end()
      lines.stamp("DTSTAMP:", header.created?.utcSeconds)
      lines.write("SUMMARY", text: values.summary.span, language: header.language)
      lines.carrier(envelope.span)
      lines.line("END:VJOURNAL")
    }
  }

  func write(_ record: Record) throws(ConversionError) {
    switch record {
    case .incident(let incident): try writeNext(incident)
    case .report(let report): try writeNext(report, record)
    case .tombstone(let tombstone): writeNext(tombstone, record)
    }
    number += 1
    try output.flushIfFull()
  }

  func write(_ incident: borrowing Incident) throws(ConversionError) {
    try writeNext(incident)
    number += 1
    try output.flushIfFull()
  }

  func finish() throws(ConversionError) {
    write(size: 32) { $0.line("END:VCALENDAR") }
    try output.flush()
    guard undatedCount > 0 else { return }
    try context.log.report(
      .note, .icalendarUndated,
      "\(undatedCount) \(undatedCount == 1 ? "incident has" : "incidents have") no date in the years 1 to 9999; "
        + "a calendar shows such an incident only in a list of journal entries, if at all", at: nil)
  }

  // MARK: - Records

  private func writeNext(_ incident: borrowing Incident) throws(ConversionError) {
    if component.read(incident) { return try writeComponent(of: incident) }
    var zone: ZoneRules?
    if let name = incident.when?.timeZone, !name.isUTC { zone = try zones.rules(of: name, log: context.log) }
    var time = EventTime(incident.when, settings.time, zone: zone)
    if case .zoned(let zoned) = time.extent { declare(zoned, for: &time) }
    if time.extent == .none {
      if settings.undated == .skip {
        return try context.losses.record(.dropped, "incident", in: incident.id)
      }
      if settings.undated == .anchor { time.anchor(on: published(incident)) }
      if time.extent == .none { undatedCount += 1 }
    }
    values.show(incident, time: time, reports: reports)
    fillEnvelope(number: number) { CanonicalJSON.append(incident, to: &$0) }
    let stamp = incident.changed ?? published(incident)?.utcSeconds ?? time.utcSeconds
    let name: ComponentName = time.extent == .none ? .journal : .event
    let added = incident.extras[ForeignLines.added].flatMap(ForeignLines.lines) ?? []
    writeComponent { lines, values, envelope in
      lines.begin(name)
      lines.uid(of: incident.id)
      lines.stamp("DTSTAMP:", stamp)
      lines.history(of: incident)
      lines.visible(values, language: incident.language)
      if name == .event, !added.contains(where: { $0.span.starts(with: "TRANSP:") }) {
        lines.line("TRANSP:TRANSPARENT")
      }
      lines.addresses(of: incident, reports: reports)
      lines.relations(of: incident, siblings: siblings)
      lines.date(incident.when?.date, precision: time.precision)
      if settings.isModern { lines.modernProperties(of: incident, reports: reports) }
      lines.carrier(envelope.span)
      if settings.isModern, name == .event { lines.modernComponents(of: incident) }
      lines.lines(added)
      lines.end(name)
    }
    siblings.add(incident.id)
  }

  /// Writes an incident that was read from a calendar of others as the component that it was.
  private func writeComponent(of incident: borrowing Incident) throws(ConversionError) {
    if component.losesRecurrence { try context.losses.record(.dropped, "recurrence", in: incident.id) }
    ownLines.removeAll(keepingCapacity: true)
    if !component.isWhole {
      let time = EventTime(incident.when, settings.time)
      values.show(incident, time: time, reports: reports)
      let stamp = incident.changed ?? published(incident)?.utcSeconds ?? time.utcSeconds
      ownLines.append(linesAtMost: 1024) { lines in
        lines.changes(component, to: incident, values, stamp: stamp, reports: reports, siblings: siblings)
      }
    }
    let shown = component.values(with: ownLines)
    fillEnvelope(number: number, shown.writeFingerprint) { CanonicalJSON.append(incident, to: &$0) }
    write(size: 2 * component.part.storage.count + 2 * envelope.count) { lines in
      component.writeBoundary("BEGIN:", to: &lines)
      lines.output.write(ownLines.span)
      lines.carrier(envelope.span)
      component.writeLines(to: &lines)
      component.writeBoundary("END:", to: &lines)
      lines.lines(component.following)
    }
    siblings.add(incident.id)
  }

  /// Writes the VTIMEZONE that `time` needs where the file has none; where none would do, `time` becomes one in UTC.
  private func declare(_ zoned: ZonedTime, for time: inout EventTime) {
    // A calendar that was read may define the zone itself, and otherwise.
    guard foreign.lines.isEmpty, let observances = zones.declare(zoned) else { return time.leaveZone() }
    guard !observances.isEmpty else { return }
    write(size: 256 * observances.count) { $0.zone(zoned.zone, observances) }
  }

  private func writeNext(_ report: Report, _ record: Record) throws(ConversionError) {
    reports.add(report)
    guard settings.writesReports else {
      return try context.losses.record(.dropped, "report", in: report.id)
    }
    values = VisibleValues()
    let headline = report.headlines.first?.text ?? report.publisher
    if let headline { values.summary.append(visible: headline, singleLine: true) }
    values.summary.trim()
    values.summary.truncate(toCharacters: VisibleValues.summaryLimit)
    if values.summary.isEmpty { values.summary = Array("Report".utf8) }
    if report.status == .cancelled { values.status = "CANCELLED" }
    fillEnvelope(number: number) { CanonicalJSON.append(record, to: &$0) }
    let added = report.extras[ForeignLines.added].flatMap(ForeignLines.lines) ?? []
    writeComponent { lines, values, envelope in
      lines.begin(.journal)
      lines.uid(of: report.id)
      lines.stamp("DTSTAMP:", report.updated?.utcSeconds ?? report.published?.utcSeconds)
      lines.sequence(report.version)
      lines.visible(values, language: report.language)
      if let url = report.address { lines.webAddress("URL:", url) }
      if settings.isModern { lines.referenceKey(report.id) }
      lines.carrier(envelope.span)
      lines.lines(added)
      lines.end(.journal)
    }
  }

  private func writeNext(_ tombstone: Tombstone, _ record: Record) {
    let day = tombstone.recordType == .report ? nil : tombstone.withdrawn?.date
    values = VisibleValues()
    values.summary = Array("[withdrawn] ".utf8)
    values.summary.append(visible: tombstone.externalIDs.first ?? tombstone.id, singleLine: true)
    values.summary.trim()
    values.summary.truncate(toCharacters: VisibleValues.summaryLimit)
    if let reason = tombstone.reason { values.description.append(visible: reason) }
    values.description.trim()
    values.status = "CANCELLED"
    if let day, 1...9998 ~= day.year { values.extent = .days(day, day.adding(days: 1)) }
    let name: ComponentName = values.extent == .none ? .journal : .event
    fillEnvelope(number: number) { CanonicalJSON.append(record, to: &$0) }
    let added = tombstone.extras[ForeignLines.added].flatMap(ForeignLines.lines) ?? []
    writeComponent { lines, values, envelope in
      lines.begin(name)
      lines.uid(of: tombstone.id)
      lines.stamp("DTSTAMP:", tombstone.withdrawn?.utcSeconds)
      lines.sequence(number: tombstone.sequence)
      lines.visible(values, language: nil)
      if name == .event, !added.contains(where: { $0.span.starts(with: "TRANSP:") }) {
        lines.line("TRANSP:TRANSPARENT")
      }
      lines.carrier(envelope.span)
      lines.lines(added)
      lines.end(name)
    }
  }

  /// When the first report with a date that `incident` rests on was published.
  private func published(_ incident: borrowing Incident) -> DateOrInstant? {
    for reference in incident.reports {
      let published = reference.published ?? reference.id.flatMap { reports[$0]?.published }
      if let published, published.utcSeconds != nil { return published }
    }
    return nil
  }

  // MARK: - Components

  /// Fills the envelope of the carrier: the record, its place, and what tells whether the visible values are still its
  /// own.
  ///
  /// - Parameter writeFingerprint: Writes that of other visible values than ``values``.
  private func fillEnvelope(
    number: Int, _ writeFingerprint: ((inout OutputCursor) -> Void)? = nil, record: (inout [UInt8]) -> Void
  ) {
    envelope.removeAll(keepingCapacity: true)
    envelope.append("{\"h\":\"")
    envelope.append(atMost: 64) { output in
      if let writeFingerprint { writeFingerprint(&output) } else { values.writeFingerprint(to: &output) }
      output.write("\",\"n\":")
      output.write(decimal: number)
    }
    envelope.append(",\"r\":")
    record(&envelope)
    envelope.append(UInt8(ascii: "}"))
  }

  private func writeComponent(_ pass: (inout ContentLines, VisibleValues, [UInt8]) -> Void) {
    let visible = values.summary.count + values.description.count + values.location.count
    write(size: 2 * visible + 2 * envelope.count) { lines in pass(&lines, values, envelope) }
  }

  /// Writes lines of about `size` octets.
  private func write(size: Int, _ pass: (inout ContentLines) -> Void) {
    output.buffer.append(atMost: size + 1024) { cursor in
      var lines = ContentLines(cursor)
      pass(&lines)
      cursor = lines.output
    }
  }
}

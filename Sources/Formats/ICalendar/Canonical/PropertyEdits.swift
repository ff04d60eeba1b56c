import DatelineCore

/// What somebody has changed of the properties that the carrier has no hashes of. They are held against what the writer
/// sets for the record.
struct PropertyEdits {
  private let part: CalendarPart
  private let lines: EventLines
  /// The properties whose fields have followed.
  private(set) var changes: [String] = []
  /// Those that differ, and change nothing.
  private(set) var ignored: [String] = []

  init(_ part: CalendarPart, _ lines: EventLines) {
    self.part = part
    self.lines = lines
  }

  private func value(_ index: Int) -> String { part.string(part.storage.span.trimmed(part.lines[index].value)) }

  // MARK: - Addresses

  private func address(_ index: Int) -> ArraySlice<UInt8> {
    part.storage[part.storage.span.trimmed(part.lines[index].value)]
  }

  /// Takes the addresses of URL and ATTACH that are new. One that is gone may have been dropped by a program that has no
  /// such property, so its source stays.
  mutating func takeAddresses(into incident: inout Incident, carried: Incident, reports: RecentReports) {
    guard lines.url != nil || !lines.attachments.isEmpty || !carried.reports.isEmpty else { return }
    func written(_ reference: ReportReference) -> [UInt8]? {
      guard let url = reports.address(of: reference), url.isWebAddress else { return nil }
      return url.asURI
    }
    var addresses: [[UInt8]] = []
    for reference in carried.reports {
      if let address = written(reference), !addresses.contains(address) { addresses.append(address) }
    }
    let url = lines.url.map { Array(address($0)) }
    let attached = lines.attachments.map { Array(address($0)) }.filter { $0.span.isWebAddress }
    guard url != addresses.first || attached != addresses else { return }
    // Whose report is not at hand may be any of those that are visible.
    guard !carried.reports.contains(where: { $0.url == nil && $0.id != nil && written($0) == nil }) else { return }
    let known = Set(addresses + incident.reports.compactMap(written))
    var isReplaced = false
    if let url, !known.contains(url), let text = Text(utf8: url) {
      changes.append("URL")
      let old = addresses.first { !attached.contains($0) }
      if let index = incident.reports.firstIndex(where: { old != nil && written($0) == old }) {
        incident.reports[index].url = text
        isReplaced = true
      } else {
        incident.reports.insert(Self.reference(text), at: 0)
      }
    } else if url != addresses.first, incident.reports.contains(where: { written($0) == addresses.first }) {
      ignored.append("URL")
    }
    let new = attached.filter { !known.contains($0) && $0 != url }.compactMap { Text(utf8: $0) }
    incident.reports += new.map(Self.reference)
    if !new.isEmpty {
      changes.append("ATTACH")
    } else if !isReplaced, addresses.contains(where: { !attached.contains($0) }) {
      ignored.append("ATTACH")
    }
  }

  private static func reference(_ url: Text) -> ReportReference {
    var reference = ReportReference()
    reference.url = url
    return reference
  }

  /// Tells a URL that is not that of the report.
  mutating func compareAddress(of report: Report) {
    let written = report.address.flatMap { $0.isWebAddress ? String(decoding: $0.asURI, as: UTF8.self) : nil }
    if lines.url.map(value) != written { ignored.append("URL") }
  }

  // MARK: - Dates

  /// Takes an X-DATELINE-DATE that says of the same days something else.
  mutating func takeDate(into incident: inout Incident, carried: Incident, _ times: () -> EventTimes?) {
    guard let index = lines.date else { return }
    var written: [UInt8] = []
    written.append(atMost: 64) { carried.when?.date?.write(to: &$0) }
    guard !address(index).elementsEqual(written), let date = EDTF(value(index)), date != incident.when?.date else {
      return
    }
    var when = incident.when ?? When()
    when.date = date
    guard let times = times(), EventTime.mayShow(when, as: times) else { return ignored.append("X-DATELINE-DATE") }
    incident.when = when
    changes.append("X-DATELINE-DATE")
  }

  // MARK: - Revisions

  /// Takes a number that is higher than the one that was written.
  mutating func takeSequence(into version: inout Int?) {
    guard let index = lines.sequence else { return }
    let written = version.map { min(max($0, 0), Revision.sequenceLimit) } ?? 0
    guard value(index) != "\(written)" else { return }
    guard let number = Int(value(index)), number > written, number <= Int(Int32.max) else {
      return ignored.append("SEQUENCE")
    }
    version = number
    changes.append("SEQUENCE")
  }

  /// Takes a time of change that is later than the one that was written.
  mutating func takeHistory(into incident: inout Incident) {
    var revision = incident.revision ?? Revision()
    takeSequence(into: &revision.version)
    if let index = lines.lastModified, let seconds = seconds(index) {
      let written = (revision.modified?.utcSeconds).map(Self.written)
      if seconds > written ?? .min {
        revision.modified = Instant(secondsSince1970: seconds)
        changes.append("LAST-MODIFIED")
      } else if seconds != written {
        ignored.append("LAST-MODIFIED")
      }
    }
    if let index = lines.created, let created = revision.created?.utcSeconds, seconds(index) != Self.written(created) {
      ignored.append("CREATED")
    }
    if !revision.isEmpty { incident.revision = revision }
  }

  /// The seconds that the writer sets.
  private static func written(_ seconds: Int) -> Int {
    1...9999 ~= LocalDateTime(secondsSince1970: seconds).date.year ? seconds : 0
  }

  private func seconds(_ index: Int) -> Int? {
    let storage = part.storage.span
    guard let time = TimeValue(storage.extracting(storage.trimmed(part.lines[index].value))), time.clock != nil else {
      return nil
    }
    return time.local.secondsSince1970
  }
}

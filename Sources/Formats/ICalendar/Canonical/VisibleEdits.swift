import DatelineCore
import DatelineIdentity
import DatelineRecord

/// What somebody has changed in a component since it was written, and what the record becomes by it.
///
/// The carrier has a hash of each visible value. A value whose hash is another was edited, and one that is gone was
/// deleted: either counts more than what is carried.
struct VisibleEdits {
  private let part: CalendarPart
  private let lines: EventLines
  private let zones: CalendarZones
  /// The fields that say otherwise than the record.
  private(set) var edited: Set<VisibleField>
  /// The names of those that nobody has edited: the record was changed, which has been told.
  private var contradicted: Set<String> = []
  let values: NormalisedValues
  /// Whether what is no longer visible is gone, though nothing else says so.
  private let isVisibleOnly: Bool

  init(_ part: CalendarPart, _ lines: EventLines, _ fingerprint: [UInt8], zones: CalendarZones, isVisibleOnly: Bool) {
    values = NormalisedValues(part, lines, zones: zones)
    var found: [UInt8] = []
    found.append(atMost: 32, values.writeFingerprint)
    self.part = part
    self.lines = lines
    self.zones = zones
    var edited: Set<VisibleField> = []
    for field in VisibleField.allCases {
      let start = 4 * field.rawValue
      guard fingerprint.count >= start + 4 else { continue }
      if found[start..<start + 4] != fingerprint[start..<start + 4] { edited.insert(field) }
    }
    self.edited = edited
    self.isVisibleOnly = isVisibleOnly
  }

  /// Lets what is visible of some fields count, though it is as it was written: the record was changed.
  ///
  /// - Returns: Their names.
  mutating func add(_ contradictions: Set<VisibleField>) -> [String] {
    let found = contradictions.subtracting(edited).sorted { $0.rawValue < $1.rawValue }
    edited.formUnion(found)
    contradicted = Set(found.map(\.name))
    return found.map(\.name)
  }

  /// The record with the edits, each of which is noted.
  mutating func applied(
    to record: Record, reports: RecentReports, log: DiagnosticLog, at position: SourcePosition
  ) throws(ConversionError) -> Record {
    var changes: [String] = []
    var result = record
    var properties = PropertyEdits(part, lines)
    switch record {
    case .incident(var incident):
      let findings: DescriptionEdit.Findings
      (changes, findings) = apply(to: &incident, reports: reports, log: log)
      try note(findings, log: log, at: position)
      if case .incident(let carried) = record {
        take(&properties, into: &incident, carried, reports: reports, log: log)
      }
      result = .incident(incident)
    case .report(var report):
      if edited.contains(.summary), let text = Text(utf8: values[.summary]) {
        if report.headlines.isEmpty {
          report.headlines = [Headline.main(text)]
        } else {
          report.headlines[0].text = text
        }
        changes.append("SUMMARY")
      }
      properties.takeSequence(into: &report.version)
      properties.compareAddress(of: report)
      result = .report(report)
    case .tombstone(var tombstone):
      if edited.contains(.description) {
        tombstone.reason = Text(utf8: values[.description])
        changes.append("DESCRIPTION")
      }
      result = .tombstone(tombstone)
    }
    guard !edited.isEmpty || !properties.changes.isEmpty || !properties.ignored.isEmpty else { return record }
    let others = edited.map(\.name).filter { !changes.contains($0) }.sorted() + properties.ignored
    changes = changes.filter { !contradicted.contains($0) } + properties.changes
    if !changes.isEmpty {
      try log.report(
        .note, .icalendarEdited,
        "\(changes.joined(separator: ", ")) of this component \(changes.count == 1 ? "was" : "were") changed since it was written; what is visible counts",
        at: position)
    }
    if !others.isEmpty {
      try log.report(
        .note, .icalendarEditIgnored,
        "\(others.joined(separator: ", ")) of this component \(others.count == 1 ? "differs" : "differ") from what was written, and no field of the record follows it; the carried record counts",
        at: position)
    }
    return result
  }

  /// Takes what the properties without hashes say.
  private func take(
    _ properties: inout PropertyEdits, into incident: inout Incident, _ carried: Incident, reports: RecentReports,
    log: DiagnosticLog
  ) {
    // A component of others has its own addresses and numbers.
    guard carried.extras[ForeignLines.component] == nil else { return }
    properties.takeAddresses(into: &incident, carried: carried, reports: reports)
    properties.takeHistory(into: &incident)
    properties.takeDate(into: &incident, carried: carried) {
      try? EventReader(log: DiagnosticLog(input: log.input), zones: zones).times(part, lines)
    }
  }

  /// Tells what became of the trailer.
  private func note(
    _ findings: DescriptionEdit.Findings, log: DiagnosticLog, at position: SourcePosition
  ) throws(ConversionError) {
    func tell(_ message: String) throws(ConversionError) {
      try log.report(.note, .icalendarTrailer, message, at: position)
    }
    if findings.hasLostTrailer {
      try tell("DESCRIPTION has lost the lines below its text; what they said stays as the carried record has it")
    }
    if findings.hasAddedText {
      try tell("text was added to the lines at the end of DESCRIPTION; it is now at the end of the summary")
    }
    if !findings.kept.isEmpty {
      let labels = findings.kept.map(\.rawValue).joined(separator: ", ")
      try tell("lines of DESCRIPTION were deleted (\(labels)) that other properties still bear out; their fields stay")
    }
  }

  private func apply(
    to incident: inout Incident, reports: RecentReports, log: DiagnosticLog
  ) -> (changes: [String], findings: DescriptionEdit.Findings) {
    var changes: [String] = []
    var findings = DescriptionEdit.Findings()
    func note(_ field: VisibleField) -> Bool {
      guard edited.contains(field) else { return false }
      changes.append(field.name)
      return true
    }
    if note(.description) {
      let main = incident.mainPlaceIndex
      let addresses = incident.reports.map { reports.address(of: $0) }
      findings = DescriptionEdit(values[.description]).apply(
        to: &incident, reports: reports, isVisibleOnly: isVisibleOnly
      ) { label, index in
        switch label {
        case .when: stands(.start)
        case .place: index == main && (stands(.location) || stands(.position))
        case .kind: stands(.categories)
        case .verification: stands(.status)
        case .source: addresses[index].map(isVisible) ?? false
        default: false
        }
      }
    }
    if note(.summary) { setTitle(of: &incident) }
    if note(.location) { setLocation(of: &incident) }
    if note(.position) { setPosition(of: &incident) }
    if note(.status) { setStatus(of: &incident) }
    if note(.categories) { setCategories(of: &incident) }
    let startChanged = note(.start)
    let endChanged = note(.end)
    if startChanged || endChanged { setTime(of: &incident, log: log) }
    return (changes, findings)
  }

  /// Whether a property is there and as it was written.
  private func stands(_ field: VisibleField) -> Bool { !edited.contains(field) && !values[field].isEmpty }

  /// Whether URL or an ATTACH has the address.
  private func isVisible(_ address: Text) -> Bool {
    let written = address.asURI
    return ([lines.url].compactMap(\.self) + lines.attachments).contains { index in
      part.storage[part.storage.span.trimmed(part.lines[index].value)].elementsEqual(written)
    }
  }

  private func setTitle(of incident: inout Incident) {
    incident.title = Text(utf8: Self.withoutRemark(values[.summary], incident.when))
    incident.titleDerived = nil
  }

  /// A title without the remark that the writer sets before it, however it was asked to write.
  static func withoutRemark(_ title: [UInt8], _ when: When?) -> [UInt8] {
    guard title.first == UInt8(ascii: "[") else { return title }
    for time in EventTime.all(of: when) where !time.remarks.isEmpty {
      let prefix = Array("[\(time.remarks.joined(separator: ", "))] ".utf8)
      if title.starts(with: prefix) { return Array(title.dropFirst(prefix.count)) }
    }
    return title
  }

  private func setLocation(of incident: inout Incident) {
    let index = incident.mainPlaceIndex
    guard let text = Text(utf8: values[.location]) else {
      if let index { incident.places.remove(at: index) }
      return
    }
    guard let index else {
      var place = Place()
      place.name = text
      incident.places.insert(place, at: 0)
      return
    }
    // Names that still stand in it stay; the rest of it is the name of the place.
    var parts = text.description.split(separator: ", ").map(String.init)
    func keeps(_ name: Text?) -> Text? {
      guard let name, let found = parts.firstIndex(of: name.description) else { return nil }
      parts.remove(at: found)
      return name
    }
    var place = incident.places[index]
    var head: [UInt8] = []
    head.append(atMost: 256) { if place.hasHead { place.writeHead(to: &$0) } }
    head.trim()
    let hasHead = !head.isEmpty && parts.first?.utf8.elementsEqual(head) == true
    if hasHead { parts.removeFirst() }
    if place.country.map({ keeps($0) == nil }) ?? false, place.countryName == nil { place.country = nil }
    if place.countryName != nil { place.countryName = keeps(place.countryName) }
    place.region = keeps(place.region)
    place.admin1 = keeps(place.admin1)
    place.admin2 = keeps(place.admin2)
    place.admin3 = keeps(place.admin3)
    if !hasHead || place.name != nil || place.text != nil { place.settlement = keeps(place.settlement) }
    if !hasHead || !parts.isEmpty {
      let kept = hasHead ? [String(decoding: head, as: UTF8.self)] : []
      place.name = Text((kept + parts).joined(separator: ", "))
      place.text = nil
      place.relation = nil
      place.relatedTo = []
    }
    incident.places[index] = place
  }

  private func setPosition(of incident: inout Incident) {
    let position = values.position
    guard let index = incident.mainPlaceIndex else {
      guard let position else { return }
      var place = Place()
      place.latitude = position.latitude
      place.longitude = position.longitude
      incident.places.append(place)
      return
    }
    incident.places[index].latitude = position?.latitude
    incident.places[index].longitude = position?.longitude
  }

  private func setStatus(of incident: inout Incident) {
    let status = String(decoding: values[.status], as: UTF8.self)
    if incident.revision?.status == .cancelled { incident.revision?.status = nil }
    if incident.stage == .cancelled { incident.stage = nil }
    if status == "CANCELLED" {
      incident.stage = .cancelled
      return
    }
    var verification = incident.verification ?? Verification()
    verification.status =
      switch status {
      case "CONFIRMED": .verified
      case "TENTATIVE": .unverified
      default: nil
      }
    incident.verification = verification.isEmpty ? nil : verification
    if incident.revision?.isEmpty == true { incident.revision = nil }
  }

  private func setCategories(of incident: inout Incident) {
    var wanted = values.categories
    func isKept(_ text: Text?) -> Bool {
      guard let text, let index = wanted.firstIndex(of: VisibleValues.category(text)) else { return false }
      wanted.remove(at: index)
      return true
    }
    if incident.kind != nil, !isKept(incident.kind) { incident.kind = nil }
    incident.codes.removeAll { !isKept($0.label ?? $0.code) }
    for category in wanted {
      var code = Code()
      code.scheme = "ics.categories"
      code.code = Text(utf8: category)
      incident.codes.append(code)
    }
  }

  private func setTime(of incident: inout Incident, log: DiagnosticLog) {
    let reader = EventReader(log: DiagnosticLog(input: log.input), zones: zones)
    guard let times = try? reader.times(part, lines) else { return incident.when = nil }
    incident.when = EditedTime.when(times, insteadOf: incident.when, isEndEdited: edited.contains(.end))
  }
}

extension Text {
  /// The text of well-formed bytes; nil for none.
  init?(utf8 bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    self.init(checked: bytes, 0..<bytes.count)
  }
}

extension DiagnosticCode {
  static let icalendarEdited: Self = "icalendar.edited"
  static let icalendarEditIgnored: Self = "icalendar.edit-ignored"
  static let icalendarTrailer: Self = "icalendar.trailer"
}

extension Headline {
  fileprivate static func main(_ text: Text) -> Headline {
    var headline = Headline()
    headline.text = text
    return headline
  }
}

import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineZones

/// What somebody has changed in a component since it was written, and what the record becomes by it.
///
/// The carrier has a hash of each visible value. A value whose hash is another was edited, and one that is gone was
/// deleted: either counts more than what is carried.
struct VisibleEdits {
  private let part: CalendarPart
  private let lines: EventLines
  private let zones: CalendarZones
  private let edited: Set<VisibleField>
  private let values: NormalisedValues

  init(_ part: CalendarPart, _ lines: EventLines, _ fingerprint: [UInt8], zones: CalendarZones, all: Bool) {
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
      if all || found[start..<start + 4] != fingerprint[start..<start + 4] { edited.insert(field) }
    }
    self.edited = edited
  }

  /// The record with the edits, each of which is noted.
  mutating func applied(
    to record: Record, reports: RecentReports, log: DiagnosticLog, at position: SourcePosition
  ) throws(ConversionError) -> Record {
    guard !edited.isEmpty else { return record }
    var changes: [String] = []
    var result = record
    switch record {
    case .incident(var incident):
      changes = apply(to: &incident, reports: reports, log: log)
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
      result = .report(report)
    case .tombstone(var tombstone):
      if edited.contains(.description) {
        tombstone.reason = Text(utf8: values[.description])
        changes.append("DESCRIPTION")
      }
      result = .tombstone(tombstone)
    }
    if !changes.isEmpty {
      try log.report(
        .note, .icalendarEdited,
        "\(changes.joined(separator: ", ")) of this component \(changes.count == 1 ? "was" : "were") changed since it was written; what is visible counts",
        at: position)
    }
    let others = edited.map(\.name).filter { !changes.contains($0) }.sorted()
    if !others.isEmpty {
      try log.report(
        .note, .icalendarEditIgnored,
        "\(others.joined(separator: ", ")) of this component differs from what was written, and the record has no field for it; the carried record counts",
        at: position)
    }
    return result
  }

  private func apply(to incident: inout Incident, reports: RecentReports, log: DiagnosticLog) -> [String] {
    var changes: [String] = []
    func note(_ field: VisibleField) -> Bool {
      guard edited.contains(field) else { return false }
      changes.append(field.name)
      return true
    }
    if note(.description) {
      DescriptionEdit(values[.description]).apply(to: &incident, reports: reports)
    }
    if note(.summary) { setTitle(of: &incident) }
    if note(.location) { setLocation(of: &incident) }
    if note(.position) { setPosition(of: &incident) }
    if note(.status) { setStatus(of: &incident) }
    if note(.categories) { setCategories(of: &incident) }
    let startChanged = note(.start)
    let endChanged = note(.end)
    if startChanged || endChanged { setTime(of: &incident, log: log) }
    return changes
  }

  private func setTitle(of incident: inout Incident) {
    incident.title = Text(utf8: Self.withoutRemark(values[.summary], incident.when))
    incident.titleDerived = nil
  }

  /// A title without the remark that the writer sets before it, however it was asked to write.
  static func withoutRemark(_ title: [UInt8], _ when: When?) -> [UInt8] {
    guard title.first == UInt8(ascii: "[") else { return title }
    let zone = when?.timeZone.flatMap { try? ZoneDatabase.system.zone(named: $0.description) }
    for imprecision in [EventTime.Imprecision.auto, .anchor, .span] {
      for isUTCOnly in [false, true] {
        let rules = EventTime.Rules(imprecision: imprecision, isUTCOnly: isUTCOnly)
        let remarks = EventTime(when, rules, zone: zone).remarks
        let prefix = Array("[\(remarks.joined(separator: ", "))] ".utf8)
        if !remarks.isEmpty, title.starts(with: prefix) { return Array(title.dropFirst(prefix.count)) }
      }
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
    var reader = EventReader(log: DiagnosticLog(input: log.input), zones: zones)
    incident.when = try? reader.when(part, lines)
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
}

extension Headline {
  fileprivate static func main(_ text: Text) -> Headline {
    var headline = Headline()
    headline.text = text
    return headline
  }
}

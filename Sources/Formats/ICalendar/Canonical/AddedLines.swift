import DatelineCore
import DatelineIdentity

/// What a client has added to a component of ours: lines that the writer doesn't set, and that no field takes.
struct AddedLines {
  private let part: CalendarPart
  private let lines: EventLines
  private let record: Record
  /// The UIDs of the incidents that this one is related to.
  private lazy var targets = Set(related.flatMap { [String($0.trimmingPrefix("urn:uuid:")), Identifier.uuid(of: $0)] })
  /// The UIDs of the components that the modern profile has for participants and places.
  private lazy var partUIDs = Set(parts.map { Identifier.uuid(of: $0) })
  /// The values of REFID.
  private lazy var keys = Set(reports.map(Self.key(of:)))

  init(_ part: CalendarPart, _ lines: EventLines, _ record: Record) {
    self.part = part
    self.lines = lines
    self.record = record
  }

  /// The record with the lines in its extras, instead of those that were there.
  mutating func kept(in record: Record) -> Record {
    // The lines of a component of others are in the record.
    guard record.extras[ForeignLines.component] == nil else { return record }
    let found = find()
    let known = record.extras[ForeignLines.added].flatMap(ForeignLines.lines) ?? []
    guard found.map({ Array(part.storage[$0.range]) }) != known else { return record }
    var result = record
    result.extras[ForeignLines.added] = found.isEmpty ? nil : ForeignLines.json(part, found)
    return result
  }

  private mutating func find() -> [ContentLine] {
    var found: [ContentLine] = []
    var index = part.componentLines.lowerBound + 1
    let end = part.componentLines.upperBound - 1
    while index < end {
      let line = part.lines[index]
      var next = index + 1
      guard line.depth == 1, line.property == .begin else {
        if !isOurs(line) { found.append(line) }
        index = next
        continue
      }
      while next < end, part.lines[next - 1].depth != 1 || part.lines[next - 1].property != .end { next += 1 }
      if !isOurs(index..<next, line.component) { found += part.lines[index..<next] }
      index = next
    }
    return found
  }

  // MARK: - Ours

  /// Whether the writer sets such a line, or a field takes what it says.
  private mutating func isOurs(_ line: ContentLine) -> Bool {
    switch line.property {
    case .uid, .summary, .description, .location, .geo, .categories, .status, .url, .dtstart, .dtend, .dtstamp,
      .lastModified, .sequence, .datelineRecord, .datelineDate:
      true
    case .created: hasCreated
    // Without DTEND it says how long the event is.
    case .duration: lines.end == nil
    case .attach: part.storage.span.extracting(part.storage.span.trimmed(line.value)).isWebAddress
    case .relatedTo: targets.contains(part.string(part.storage.span.trimmed(line.value)))
    case .other: isOurs(other: line) || key(line).map { keys.contains($0) } ?? false
    default: false
    }
  }

  private func isOurs(other line: ContentLine) -> Bool {
    let storage = part.storage.span
    let name = storage.extracting(Int(line.start)..<Int(line.nameEnd))
    let value = storage.extracting(storage.trimmed(line.value))
    if name.isSameWord(as: "TRANSP") { return value.isSameWord(as: "TRANSPARENT") }
    if name.isSameWord(as: "LINK") { return parameter("LINKREL", of: line)?.uppercased() == "SOURCE" }
    if name.isSameWord(as: "CONCEPT") { return value.starts(with: "urn:dateline:1:") }
    if name.isSameWord(as: "STRUCTURED-DATA") { return parameter("SCHEMA", of: line) == "urn:dateline:1" }
    return false
  }

  /// The value of a REFID.
  private func key(_ line: ContentLine) -> [UInt8]? {
    let storage = part.storage.span
    guard storage.extracting(Int(line.start)..<Int(line.nameEnd)).isSameWord(as: "REFID") else { return nil }
    var key: [UInt8] = []
    key.append(unescaped: storage.extracting(line.value))
    key.trim()
    return key
  }

  private func parameter(_ name: StaticString, of line: ContentLine) -> String? {
    part.parameter(name, of: line).map { part.string($0) }
  }

  private var hasCreated: Bool {
    guard case .incident(let incident) = record else { return false }
    return incident.revision?.created?.utcSeconds != nil
  }

  private static func key(of id: Text) -> [UInt8] {
    var key: [UInt8] = []
    key.append(visible: id, singleLine: true)
    key.trim()
    return key
  }

  /// Whether the component is one of the modern profile: then its UID is that of a part of the record.
  private mutating func isOurs(_ range: Range<Int>, _ component: ComponentKind) -> Bool {
    guard component == .participant || component == .location,
      let line = part.lines[range].first(where: { $0.depth == 2 && $0.property == .uid })
    else { return false }
    return partUIDs.contains(part.string(part.storage.span.trimmed(line.value)))
  }

  // MARK: - Names

  private var related: [String] {
    guard case .incident(let incident) = record else { return [] }
    return incident.relations.compactMap { $0.target?.description }
  }

  private var parts: [String] {
    guard case .incident(let incident) = record else { return [] }
    return incident.participants.indices.map { "\(incident.id)#/participants/\($0)" }
      + incident.places.indices.map { "\(incident.id)#/places/\($0)" }
  }

  private var reports: [Text] {
    switch record {
    case .report(let report): [report.id]
    case .incident(let incident): incident.reports.compactMap(\.id)
    case .tombstone: []
    }
  }
}

/// Moves records from readers to one writer, checks them on the way, and counts what is lost.
///
/// Memory stays constant: one record is held at a time.
public final class Converter {
  private let writer: any RecordWriter
  private let carried: FieldSet
  private let rules: [any Rule]
  private let losses: LossReport
  private var header: Header?

  /// The number of records written so far, by their type; types without records are left out.
  public var recordCounts: [RecordType: Int] { counts.byType }
  private var counts = Counts()
  /// Whether something has been written.
  public var hasBegun: Bool { header != nil }
  /// Told after each record how many have been written.
  public var progress: ((Int) -> Void)?
  private var recordCount = 0

  /// Makes a converter for one output.
  ///
  /// - Parameters:
  ///   - writer: Not yet written to.
  ///   - carried: The fields that the writer keeps: its ``FormatInfo/carries``.
  ///   - rules: What each record is checked for.
  ///   - losses: Takes what the writer can't carry.
  public init(
    to writer: any RecordWriter, carrying carried: FieldSet, rules: [any Rule] = ModelRules.standard,
    losses: LossReport = LossReport()
  ) {
    self.writer = writer
    self.carried = carried.prepared()
    self.rules = rules
    self.losses = losses
  }

  /// Writes all records of `reader`. The header of the first reader becomes the output's.
  ///
  /// - Parameters:
  ///   - reader: Not yet read from.
  ///   - log: Takes what the rules find.
  public func add(_ reader: any RecordReader, log: DiagnosticLog) throws(ConversionError) {
    try addHeader(try reader.readHeader(), of: reader, log: log)
    while true {
      let next = try reader.next { (incident: borrowing Incident) throws(ConversionError) in
        try add(incident, of: reader, log: log)
      }
      switch next {
      case .incident: break
      case .other(let record): try add(record, of: reader, log: log)
      case .end: return
      }
      recordCount += 1
      progress?(recordCount)
    }
  }

  /// The incident is looked at where it is: a copy costs a count of references for each text in it.
  private func add(
    _ incident: borrowing Incident, of reader: any RecordReader, log: DiagnosticLog
  ) throws(ConversionError) {
    counts.incidents += 1
    for field in carried.missing(in: incident) { try losses.record(.dropped, field, in: incident.id) }
    try check(incident, of: reader, log)
    try writer.write(incident)
  }

  private func add(
    _ record: consuming Record, of reader: any RecordReader, log: DiagnosticLog
  ) throws(ConversionError) {
    switch consume record {
    case .incident(let incident): try add(incident, of: reader, log: log)
    case .report(let report):
      counts.reports += 1
      try audit(.report(report))
      for rule in rules { try self.report(rule.check(report), of: rule, reader, log) }
      try writer.write(.report(report))
    case .tombstone(let tombstone):
      counts.tombstones += 1
      try audit(.tombstone(tombstone))
      try writer.write(.tombstone(tombstone))
    }
  }

  private func audit(_ record: Record) throws(ConversionError) {
    for field in carried.missing(in: record) { try losses.record(.dropped, field, in: record.id) }
  }

  private func check(
    _ incident: borrowing Incident, of reader: any RecordReader, _ log: DiagnosticLog
  ) throws(ConversionError) {
    for index in rules.indices {
      let problems = rules[index].check(incident)
      if !problems.isEmpty { try report(problems, of: rules[index], reader, log) }
    }
  }

  /// Kept apart by type, as a look into a dictionary would be made for every record.
  private struct Counts {
    var incidents = 0
    var reports = 0
    var tombstones = 0

    var byType: [RecordType: Int] {
      [.incident: incidents, .report: reports, .tombstone: tombstones].filter { $0.value > 0 }
    }
  }

  /// Finding the place of a problem costs a look through the record, so a record that breaks a rule everywhere is told
  /// so only a number of times.
  private static let problemLimit = 20

  private func report(
    _ problems: [RuleProblem], of rule: any Rule, _ reader: any RecordReader, _ log: DiagnosticLog
  ) throws(ConversionError) {
    for problem in problems.prefix(Self.problemLimit) {
      try log.report(.warning, rule.code, problem.message, at: reader.position(of: problem.pointer))
    }
    guard problems.count > Self.problemLimit else { return }
    try log.report(
      .warning, rule.code, "the record has \(problems.count - Self.problemLimit) more such places",
      at: reader.position(of: ""))
  }

  /// Ends the output.
  public func finish() throws(ConversionError) {
    if header == nil { try writer.write(Header(schemaVersion: Schema.version)) }
    try writer.finish()
  }

  private func addHeader(
    _ read: Header?, of reader: any RecordReader, log: DiagnosticLog
  ) throws(ConversionError) {
    var own = read ?? Header(schemaVersion: Schema.version)
    own.schemaVersion = Schema.version
    guard let header else {
      self.header = own
      try writer.write(own)
      return
    }
    guard read != nil else { return }
    for name in own.fieldNames(differingFrom: header) {
      try log.report(
        .warning, .headerDiffers, "'\(name)' of this header differs from the first input's, which is kept",
        at: reader.position(of: ""))
    }
  }
}

extension DiagnosticCode {
  static let headerDiffers: Self = "convert.header-differs"
}

extension Header {
  /// The names of filled fields that `other` has not, or has otherwise.
  fileprivate func fieldNames(differingFrom other: Header) -> [String] {
    var names: [String] = []
    if title != nil, title != other.title { names.append("title") }
    if language != nil, language != other.language { names.append("language") }
    if publisher != nil, publisher != other.publisher { names.append("publisher") }
    if rights != nil, rights != other.rights { names.append("rights") }
    if created != nil, created != other.created { names.append("created") }
    if !extras.isEmpty, extras != other.extras { names.append("extras") }
    return names
  }
}

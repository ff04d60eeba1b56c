internal import DatelineValidation

/// Takes records instead of a file, and looks for what no record can show alone or what readers keep as it is: ids that
/// come twice or that nothing has, words that stand elsewhere, texts that are not of their format.
final class RecordCheck: RecordWriter {
  private let reader: any RecordReader
  private let log: DiagnosticLog
  private let findings: FindingLog
  private var ids: Set<Int> = []
  private var hasNotedBound = false
  private var evidence = EvidenceCheck()
  private var pending: [Reference] = []

  private static let mostIDs = 250_000
  private static let mostReferences = 10_000

  /// A record that is named and has not come yet.
  private struct Reference {
    var id: Text
    var position: SourcePosition?
    var isReport: Bool
  }

  /// - Parameters:
  ///   - reader: Where the records come from; it knows their places.
  ///   - log: Takes what is wrong with them.
  ///   - findings: Knows the ids of other files.
  init(_ reader: any RecordReader, _ log: DiagnosticLog, _ findings: FindingLog) {
    self.reader = reader
    self.log = log
    self.findings = findings
  }

  func write(_ header: Header) throws(ConversionError) {}

  func write(_ record: Record) throws(ConversionError) {
    try checkID(record)
    checkOtherFiles(record)
    switch record {
    case .incident(let incident):
      try checkFields(incident)
      try report(PlausibilityCheck.problems(of: incident))
      for (index, report) in incident.reports.enumerated() {
        try note(report.id, isReport: true, at: "/reports/\(index)/id")
      }
      for (index, relation) in incident.relations.enumerated() {
        try note(relation.target, isReport: false, at: "/relations/\(index)/target")
      }
      try report(evidence.check(incident))
      for (index, entry) in incident.evidence.enumerated() {
        try note(entry.report, isReport: true, at: "/evidence/\(index)/report")
      }
    case .report(let report):
      try checkFields(report)
      try self.report(PlausibilityCheck.problems(of: report))
      evidence.keep(report)
      try self.report(evidence.check(report))
    case .tombstone(let tombstone):
      try checkFields(tombstone)
      try report(PlausibilityCheck.problems(of: tombstone))
      try note(tombstone.replacedBy, isReport: false, at: "/replacedBy")
    }
  }

  func finish() throws(ConversionError) {
    for reference in pending where !ids.contains(reference.id.hashValue) && !hasNotedBound {
      if reference.isReport {
        try log.report(
          .warning, .absentReport,
          "no record here has the id \(quoted(reference.id.description)); add the report, or cite it by its URL",
          at: reference.position)
      } else {
        try log.report(
          .note, .absentRecord,
          "no record here has the id \(quoted(reference.id.description)); it may stand in another document",
          at: reference.position)
      }
    }
  }

  // MARK: Ids

  private func checkID(_ record: Record) throws(ConversionError) {
    guard ids.count < Self.mostIDs else { return try noteBound() }
    // Two ids share a hash of 64 bits hardly ever.
    guard !ids.insert(record.id.hashValue).inserted else { return }
    try log.report(
      .warning, .duplicateID,
      "the id \(quoted(record.id.description)) is that of an earlier record too; give each its own",
      at: reader.position(of: "/id"))
  }

  /// Memory is bounded, and nobody is to think that what was not looked at is right.
  private func noteBound() throws(ConversionError) {
    guard !hasNotedBound else { return }
    hasNotedBound = true
    try log.report(
      .note, .manyIDs,
      "from here on records are not looked at for ids that come twice; there are \(Self.mostIDs) before",
      at: reader.position(of: "/id"))
  }

  private func checkOtherFiles(_ record: Record) {
    guard findings.comparesFiles else { return }
    let version: Int =
      switch record {
      case .incident(let incident): incident.revision.hashValue
      case .report(let report): [report.version.hashValue, report.updated.hashValue].hashValue
      case .tombstone(let tombstone): tombstone.withdrawn.hashValue
      }
    let place = reader.position(of: "/id") ?? SourcePosition()
    let other = findings.conflict(
      id: record.id.hashValue, content: record.hashValue, version: version, line: place.line)
    guard let other else { return }
    findings.add(.crossFileID, element: "id") { level in
      Finding(
        .crossFileID, level: level,
        message:
          "line \(other.line) of '\(other.file)' has another \(record.type.name) under this id; give each its own, or say in the record which version it is",
        start: place, end: place, element: "id", path: "/id")
    }
  }

  private func note(_ id: Text?, isReport: Bool, at pointer: String) throws(ConversionError) {
    guard let id, !ids.contains(id.hashValue), pending.count < Self.mostReferences else { return }
    pending.append(Reference(id: id, position: reader.position(of: pointer), isReport: isReport))
  }

  // MARK: Fields

  private func checkFields<Object: SchemaObject>(_ object: Object) throws(ConversionError) {
    try report(FieldCheck.problems(of: object))
  }

  /// Finding a place costs a look through the record.
  private static let problemLimit = 20

  private func report(_ problems: [FieldProblem]) throws(ConversionError) {
    for problem in problems.prefix(Self.problemLimit) {
      try log.report(problem.severity, problem.code, problem.message, at: reader.position(of: problem.pointer))
    }
  }
}

/// What is wrong with a field of a record.
struct FieldProblem {
  var severity = Diagnostic.Severity.warning
  var code: DiagnosticCode
  /// The field (RFC 6901).
  var pointer: String
  /// A sentence without a final period.
  var message: String
}

extension DiagnosticCode {
  static let duplicateID: Self = "model.duplicate-id"
  static let manyIDs: Self = "model.many-ids"
  static let absentReport: Self = "model.absent-report"
  static let absentRecord: Self = "model.absent-record"
  static let textFormat: Self = "model.text-format"
  static let unknownTerm: Self = "model.unknown-term"
  static let danglingPointer: Self = "model.dangling-pointer"
  static let evidenceMismatch: Self = "model.evidence-mismatch"
}

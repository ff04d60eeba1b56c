/// One record of a document: what a reader gives and a writer takes.
public enum Record: Hashable, Sendable {
  /// A text that tells of incidents.
  case report(Report)
  /// Something that happened.
  case incident(Incident)
  /// A record that is withdrawn.
  case tombstone(Tombstone)

  /// The record's identifier.
  public var id: Text {
    switch self {
    case .report(let report): report.id
    case .incident(let incident): incident.id
    case .tombstone(let tombstone): tombstone.id
    }
  }

  /// What sort of record it is.
  public var type: RecordType {
    switch self {
    case .report: .report
    case .incident: .incident
    case .tombstone: .tombstone
    }
  }

  /// What the source had and the schema has no field for.
  package var extras: Extras {
    get {
      switch self {
      case .report(let report): report.extras
      case .incident(let incident): incident.extras
      case .tombstone(let tombstone): tombstone.extras
      }
    }
    set {
      switch self {
      case .report(var report):
        report.extras = newValue
        self = .report(report)
      case .incident(var incident):
        incident.extras = newValue
        self = .incident(incident)
      case .tombstone(var tombstone):
        tombstone.extras = newValue
        self = .tombstone(tombstone)
      }
    }
  }
}

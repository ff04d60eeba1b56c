/// A set of fields of the schema, such as those that a format can carry.
public struct FieldSet: Hashable, Sendable {
  /// Whether every field is in it.
  public let isEverything: Bool
  private let paths: Set<String>
  private var table: FieldTable?

  private init(isEverything: Bool, paths: Set<String>) {
    self.isEverything = isEverything
    self.paths = paths
  }

  /// The same set, worked out for many calls of ``missing(in:)``. Formats declare sets that are mostly never asked.
  func prepared() -> FieldSet {
    guard !isEverything else { return self }
    var set = self
    set.table = FieldTable(carrying: paths)
    return set
  }

  /// Every field: what a canonical format carries.
  public static let everything = FieldSet(isEverything: true, paths: [])

  /// The fields with these paths, such as `incident.when.date`, and all that is inside them.
  ///
  /// - Precondition: The schema has them, which the conformance tests check for each format.
  public init(_ paths: String...) {
    self.init(isEverything: false, paths: Set(paths))
  }

  /// The fields of both.
  public func union(_ other: FieldSet) -> FieldSet {
    if isEverything || other.isEverything { return .everything }
    return FieldSet(isEverything: false, paths: paths.union(other.paths))
  }

  /// The paths that were named, in no order.
  public var namedPaths: Set<String> { paths }

  /// Whether the field at `path` is in it, by its own name or within another field.
  package func covers(_ path: String) -> Bool {
    if isEverything { return true }
    var path = path[...]
    while true {
      if paths.contains(String(path)) { return true }
      guard let end = path.lastIndex(of: ".") else { return false }
      path = path[..<end]
    }
  }

  /// The paths of the fields that `record` fills and the set does not contain, in canonical order, each once.
  public func missing(in record: Record) -> [String] {
    guard !isEverything else { return [] }
    let table = table ?? FieldTable(carrying: paths)
    switch record {
    case .report(let report): return table.missing(in: report, of: .report)
    case .incident(let incident): return table.missing(in: incident, of: .incident)
    case .tombstone(let tombstone): return table.missing(in: tombstone, of: .tombstone)
    }
  }

  /// The paths of the fields that `incident` fills and the set does not contain, as ``missing(in:)`` of the record gives
  /// them. The incident stays where it is.
  package func missing(in incident: borrowing Incident) -> [String] {
    guard !isEverything else { return [] }
    return (table ?? FieldTable(carrying: paths)).missing(in: incident, of: .incident)
  }

  /// Whether both name the same paths.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.isEverything == rhs.isEverything && lhs.paths == rhs.paths
  }

  /// Hashes the paths.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(isEverything)
    hasher.combine(paths)
  }
}

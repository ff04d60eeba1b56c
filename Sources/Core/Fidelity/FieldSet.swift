/// A set of fields of the schema, such as those that a format can carry.
public struct FieldSet: Hashable, Sendable {
  /// Whether every field is in it.
  public let isEverything: Bool
  private let paths: Set<String>

  private init(isEverything: Bool, paths: Set<String>) {
    self.isEverything = isEverything
    self.paths = paths
  }

  /// Every field: what a canonical format carries.
  public static let everything = FieldSet(isEverything: true, paths: [])

  /// The fields with these paths, such as `incident.when.date`, and all that is inside them.
  ///
  /// - Precondition: The schema has them, which the conformance tests check for each format.
  public init(_ paths: String...) {
    self.init(isEverything: false, paths: Set(paths))
  }

  /// The paths that were named, in no order.
  public var namedPaths: Set<String> { paths }

  /// Whether the field at `path`, or one that it is inside, is in the set.
  func contains(_ path: String) -> Bool { isEverything || paths.contains(path) }

  /// The paths of the fields that `record` fills and the set does not contain, in canonical order, each once.
  public func missing(in record: Record) -> [String] {
    guard !isEverything else { return [] }
    var audit = FieldAudit(carried: self, path: "\(record.type.name)")
    switch record {
    case .report(let report): report.visitFields(&audit)
    case .incident(let incident): incident.visitFields(&audit)
    case .tombstone(let tombstone): tombstone.visitFields(&audit)
    }
    return audit.missing
  }
}

/// Walks a record and collects the paths of filled fields that are not carried.
private struct FieldAudit: FieldVisitor {
  let carried: FieldSet
  var path: String
  var missing: [String] = []

  private mutating func visit(_ key: FieldKey) {
    let field = "\(path).\(key.name)"
    if !carried.contains(field), !missing.contains(field) { missing.append(field) }
  }

  private mutating func visit<Object: SchemaObject>(_ key: FieldKey, inside objects: [Object]) {
    let field = "\(path).\(key.name)"
    if carried.contains(field) { return }
    let outer = path
    path = field
    for object in objects { object.visitFields(&self) }
    path = outer
  }

  mutating func visit(_ key: FieldKey, _ value: Text) { visit(key) }
  mutating func visit(_ key: FieldKey, _ value: Int) { visit(key) }
  mutating func visit(_ key: FieldKey, _ value: Double) { visit(key) }
  mutating func visitFlag(_ key: FieldKey) { visit(key) }
  mutating func visit(_ key: FieldKey, _ value: EDTF) { visit(key) }
  mutating func visit(_ key: FieldKey, _ value: Instant) { visit(key) }
  mutating func visit(_ key: FieldKey, _ value: DateOrInstant) { visit(key) }
  mutating func visit(_ key: FieldKey, _ value: ClockTime) { visit(key) }
  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) { visit(key) }
  mutating func visit(_ key: FieldKey, json: JSONText) { visit(key) }
  mutating func visit(_ key: FieldKey, _ value: Extras) { visit(key) }
  mutating func visit(_ key: FieldKey, _ values: [Text]) { visit(key) }
  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, terms: [Term]) { visit(key) }
  mutating func visit<Object: SchemaObject>(_ key: FieldKey, object: Object) { visit(key, inside: [object]) }
  mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) { visit(key, inside: objects) }
}

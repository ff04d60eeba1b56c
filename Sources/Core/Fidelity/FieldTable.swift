/// The fields of a ``FieldSet`` as bits, worked out once, so that the audit of a record compares bits and makes no path of
/// a field that is carried.
final class FieldTable: Sendable {
  /// An object at its place in a record.
  struct Node: Sendable {
    /// The path, such as `incident.when`.
    var path: String
    var fields: [FieldDeclaration]
    /// Bit *n* is field *n*: carried, with all that is inside it.
    var carried: UInt64 = 0
  }

  private static let stride = 64

  let nodes: [Node]
  /// For each node and each of its fields the node of the objects in that field; 0 for values.
  private let children: [Int]
  private let roots: [RecordType: Int]

  init(carrying paths: Set<String>) {
    var nodes: [Node] = []
    var children: [Int] = []
    func add(_ object: ObjectDeclaration, at path: String) -> Int {
      let index = nodes.count
      nodes.append(Node(path: path, fields: object.fields))
      children.append(contentsOf: repeatElement(0, count: Self.stride))
      for (place, field) in object.fields.enumerated() {
        if paths.contains("\(path).\(field.key)") {
          nodes[index].carried |= 1 << UInt64(place)
        } else if case .object(let name) = field.type {
          let child = add(Schema.declaration(of: name), at: "\(path).\(field.key)")
          children[index * Self.stride + place] = child
        }
      }
      return index
    }
    var roots: [RecordType: Int] = [:]
    for type in RecordType.allCases {
      guard let object = Schema.standard.objects.first(where: { $0.recordType.map { "\($0)" } == "\(type.name)" })
      else {
        continue
      }
      roots[type] = add(object, at: "\(type.name)")
    }
    self.nodes = nodes
    self.children = children
    self.roots = roots
  }

  /// The node of the objects in field `field` of those at `node`.
  func child(of node: Int, _ field: Int) -> Int { children[node * Self.stride + field] }

  /// The paths of the fields that `record` fills and the table does not have, in canonical order, each once.
  func missing<Object: FieldBearing & ~Copyable>(in record: borrowing Object, of type: RecordType) -> [String] {
    guard let root = roots[type] else { return [] }
    var audit = FieldAudit(self, at: root)
    record.visitFields(&audit)
    return audit.hasMissing ? paths(of: audit.missing, from: root) : []
  }

  private func paths(of missing: [UInt64], from node: Int) -> [String] {
    nodes[node].fields.enumerated().flatMap { place, field -> [String] in
      if missing[node] & 1 << UInt64(place) != 0 { return ["\(nodes[node].path).\(field.key)"] }
      let child = child(of: node, place)
      return child > 0 ? paths(of: missing, from: child) : []
    }
  }
}

/// Walks a record and notes the filled fields that a table does not have.
private struct FieldAudit: FieldVisitor {
  private let table: FieldTable
  private var node: Int
  /// The carried fields of the present node.
  private var carried: UInt64
  /// For each node the fields that are missing.
  private(set) var missing: [UInt64] = []
  private(set) var hasMissing = false

  init(_ table: FieldTable, at root: Int) {
    self.table = table
    node = root
    carried = table.nodes[root].carried
  }

  @inline(__always)
  private mutating func visit(_ key: FieldKey) {
    if carried & 1 << UInt64(key.index) == 0 { note(key) }
  }

  private mutating func note(_ key: FieldKey) {
    if !hasMissing { missing = Array(repeating: 0, count: table.nodes.count) }
    hasMissing = true
    missing[node] |= 1 << UInt64(key.index)
  }

  /// Enters the objects of a field; nil where the whole field is carried.
  private mutating func enter(_ key: FieldKey) -> (node: Int, carried: UInt64)? {
    guard carried & 1 << UInt64(key.index) == 0 else { return nil }
    let outer = (node, carried)
    node = table.child(of: node, key.index)
    carried = table.nodes[node].carried
    return outer
  }

  private mutating func leave(to outer: (node: Int, carried: UInt64)) { (node, carried) = outer }

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

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, object: Object) {
    guard let outer = enter(key) else { return }
    look(at: object)
    leave(to: outer)
  }

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) {
    guard let outer = enter(key) else { return }
    look(at: objects.span)
    leave(to: outer)
  }

  /// Where copying is not promised, no object is copied on the way, which would count each of its texts.
  @inline(__always)
  private mutating func look<Object: FieldBearing & ~Copyable>(at object: borrowing Object) {
    object.visitFields(&self)
  }

  @inline(__always)
  private mutating func look<Object: FieldBearing & ~Copyable>(at objects: Span<Object>) {
    for index in objects.indices { objects[index].visitFields(&self) }
  }
}

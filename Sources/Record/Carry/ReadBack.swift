package import DatelineCore

/// What a record or a header lost where it does not travel along: the difference between it and what a reader makes of
/// what was written. Nothing else says of each value whether it came over.
package enum ReadBack {
  /// A field that does not come back as it was.
  package struct Loss: Equatable {
    package var reason: LossReport.Reason
    package var field: String
  }

  /// The losses, in the order of the fields.
  ///
  /// - Parameters:
  ///   - name: What the paths begin with, such as `report`.
  ///   - isCounted: Whether a field is to be looked at.
  ///   - isMadeUp: Whether the writer makes up values of a field where there are none.
  ///   - keys: The extras that are no data: what was kept of the source of the same form.
  package static func losses<Object: SchemaObject>(
    of original: Object, in back: Object, called name: String, butExtras keys: [Text] = [],
    where isCounted: (String) -> Bool = { _ in true }, madeUp isMadeUp: (String) -> Bool = { _ in false }
  ) -> [Loss] {
    let before = FieldValues(original, name, keys)
    let after = FieldValues(back, name, keys)
    var losses: [Loss] = []
    for path in before.paths where isCounted(path) {
      let values = before.values[path] ?? []
      var found = after.values[path] ?? []
      let missing = values.count { value in
        guard let index = found.firstIndex(of: value) else { return true }
        found.remove(at: index)
        return false
      }
      guard missing > 0 else { continue }
      let isCoarsened = found.count >= missing && before.measured.contains(path)
      losses.append(Loss(reason: isCoarsened ? .coarsened : .dropped, field: path))
    }
    for path in after.paths where before.values[path] == nil && isCounted(path) && isMadeUp(path) {
      losses.append(Loss(reason: .supplied, field: path))
    }
    return losses
  }
}

/// The values of a record as text, by the paths of their fields.
private struct FieldValues: FieldVisitor {
  typealias Failure = Never

  private(set) var paths: [String] = []
  private(set) var values: [String: [String]] = [:]
  /// The paths of times and numbers, which may come back less precise.
  private(set) var measured: Set<String> = []
  private var path: String
  private let ignored: [Text]

  init<Object: SchemaObject>(_ object: Object, _ name: String, _ ignored: [Text]) {
    path = name
    self.ignored = ignored
    object.visitFields(&self)
  }

  private mutating func note(_ key: FieldKey, _ value: String, isMeasured: Bool = false) {
    let field = "\(path).\(key.name)"
    if isMeasured { measured.insert(field) }
    if values[field] == nil { paths.append(field) }
    values[field, default: []].append(value)
  }

  mutating func visit(_ key: FieldKey, _ value: Text) { note(key, value.description) }
  mutating func visit(_ key: FieldKey, _ value: Int) { note(key, "\(value)") }
  mutating func visit(_ key: FieldKey, _ value: Double) { note(key, "\(value)", isMeasured: true) }
  mutating func visitFlag(_ key: FieldKey) { note(key, "") }
  mutating func visit(_ key: FieldKey, _ value: EDTF) { note(key, value.description, isMeasured: true) }
  mutating func visit(_ key: FieldKey, _ value: Instant) { note(key, value.description, isMeasured: true) }
  mutating func visit(_ key: FieldKey, _ value: DateOrInstant) { note(key, value.description, isMeasured: true) }
  mutating func visit(_ key: FieldKey, _ value: ClockTime) { note(key, value.description, isMeasured: true) }
  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) { note(key, "\(term.name)") }
  mutating func visit(_ key: FieldKey, json: JSONText) { note(key, json.description) }
  mutating func visit(_ key: FieldKey, _ values: [Text]) { for value in values { note(key, value.description) } }

  mutating func visit(_ key: FieldKey, _ value: Extras) {
    for field in value.fields where !ignored.contains(field.key) { note(key, "\(field.key) \(field.value)") }
  }

  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, terms: [Term]) {
    for term in terms { note(key, "\(term.name)") }
  }

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, object: Object) {
    let outer = path
    path += ".\(key.name)"
    object.visitFields(&self)
    path = outer
  }

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) {
    for object in objects { visit(key, object: object) }
  }
}

internal import DatelineValidation

/// Looks at every text of a record: whether it is of the format that the schema says, a term that the schema lists, a
/// pointer to something that is there. Readers keep all of them as they are.
struct FieldCheck: FieldVisitor {
  typealias Failure = Never

  private let fields: [FieldDeclaration]
  private let path: String
  private var problems: [FieldProblem] = []
  /// The pointers to all fields that are there.
  private var present: Set<String> = [""]
  /// The pointers that the record has as values, and where.
  private var pointers: [(value: String, place: String)] = []

  /// What is wrong with the fields of `record`.
  static func problems<Object: SchemaObject>(of record: Object) -> [FieldProblem] {
    var check = FieldCheck(Object.declaration.fields, "")
    record.visitFields(&check)
    for (value, place) in check.pointers where !check.present.contains(value) {
      check.problems.append(
        FieldProblem(
          code: .danglingPointer, pointer: place,
          message: "\(quoted(value)) points at no field of this record; write the pointer of one that is there"))
    }
    return check.problems
  }

  private init(_ fields: [FieldDeclaration], _ path: String) {
    self.fields = fields
    self.path = path
  }

  private mutating func enter(_ key: FieldKey) -> String {
    let place = "\(path)/\(key.name)"
    present.insert(place)
    return place
  }

  mutating func visit(_ key: FieldKey, _ value: Text) { check(value, fields[key.index].type, at: enter(key)) }

  mutating func visit(_ key: FieldKey, _ values: [Text]) {
    let place = enter(key)
    for (index, value) in values.enumerated() {
      present.insert("\(place)/\(index)")
      check(value, fields[key.index].type, at: "\(place)/\(index)")
    }
  }

  mutating func visit(_ key: FieldKey, _ value: Int) { _ = enter(key) }
  mutating func visit(_ key: FieldKey, _ value: Double) { _ = enter(key) }
  mutating func visitFlag(_ key: FieldKey) { _ = enter(key) }
  mutating func visit(_ key: FieldKey, _ value: EDTF) { _ = enter(key) }
  mutating func visit(_ key: FieldKey, _ value: Instant) { _ = enter(key) }
  mutating func visit(_ key: FieldKey, _ value: DateOrInstant) { _ = enter(key) }
  mutating func visit(_ key: FieldKey, _ value: ClockTime) { _ = enter(key) }
  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) { _ = enter(key) }
  mutating func visit(_ key: FieldKey, json: JSONText) { _ = enter(key) }
  mutating func visit(_ key: FieldKey, _ value: Extras) { _ = enter(key) }

  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, terms: [Term]) {
    let place = enter(key)
    for index in terms.indices { present.insert("\(place)/\(index)") }
  }

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, object: Object) { look(into: object, at: enter(key)) }

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) {
    let place = enter(key)
    for (index, object) in objects.enumerated() {
      present.insert("\(place)/\(index)")
      look(into: object, at: "\(place)/\(index)")
    }
  }

  private mutating func look<Object: SchemaObject>(into object: Object, at place: String) {
    var inner = FieldCheck(Object.declaration.fields, place)
    object.visitFields(&inner)
    problems += inner.problems
    pointers += inner.pointers
    present.formUnion(inner.present)
  }

  // MARK: Values

  private mutating func check(_ value: Text, _ type: FieldType, at place: String) {
    switch type {
    case .text(let format):
      if format == .pointer { return pointers.append((value.description, place)) }
      if let message = Self.fault(value.description, format) {
        problems.append(FieldProblem(code: .textFormat, pointer: place, message: message))
      }
    case .term(let name): checkTerm(value, Schema.vocabulary(called: name), at: place)
    default: break
    }
  }

  private mutating func checkTerm(_ value: Text, _ vocabulary: VocabularyDeclaration, at place: String) {
    guard !vocabulary.terms.contains(where: { value.equals($0.name) }) else { return }
    let near = nearestName(to: value.description, among: vocabulary.terms.map { "\($0.name)" })
    problems.append(
      FieldProblem(
        severity: .note, code: .unknownTerm, pointer: place,
        message:
          "\(quoted(value.description)) is no term of \(vocabulary.name)\(near.map { "; was '\($0)' meant?" } ?? "; it is kept")"
      ))
  }

  /// What is wrong with a text of a format; nil where nothing is.
  private static func fault(_ text: String, _ format: TextFormat) -> String? {
    let bytes = Array(text.utf8)
    switch format {
    case .plain, .pointer, .timeZone: return nil
    case .uri: return URIChecks.fault(text)
    case .curie:
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
        ? nil : "\(quoted(text)) has no scheme and id; write it as acled:BEN669"
    case .language: return LanguageTag.fault(of: text)
    case .country:
      return CountryCodes.isKnown(text.lowercased()) && text == text.uppercased()
        ? nil : "\(quoted(text)) is no country of ISO 3166-1; write its two capital letters, such as UA"
    case .subdivision:
      let country = text.prefix { $0 != "-" }
      let rest = text.dropFirst(country.count + 1)
      let isFine =
        CountryCodes.isKnown(country.lowercased()) && 1...3 ~= rest.count
        && rest.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
      return isFine ? nil : "\(quoted(text)) is no subdivision of ISO 3166-2; write it as UA-14"
    case .taxonomy:
      let words = text.split(separator: ".", omittingEmptySubsequences: false)
      let isFine = words.allSatisfy { word in
        !word.isEmpty && word.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x5F }
      }
      return isFine
        ? nil : "\(quoted(text)) is no kind; write words in lower case, joined by dots, such as force.missile"
    case .mediaType:
      return MediaType.isValid(bytes.span) ? nil : "\(quoted(text)) is no media type; write it as image/jpeg"
    }
  }
}

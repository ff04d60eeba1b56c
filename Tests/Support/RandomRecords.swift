package import DatelineCore

/// Random records of the whole model. It is a ``FieldSource``: the generated model asks it for the value of each field, so
/// that a new field of the schema is under test as soon as it is declared.
package struct RandomRecords {
  /// Decides everything.
  package var random: SeededRandom
  /// The share of optional fields that are filled, 0...1.
  private let fill: Double

  /// - Parameters:
  ///   - seed: The same records come from the same seed.
  ///   - fill: The share of optional fields that are filled. 1 makes records of tens of kilobytes.
  package init(seed: Int, fill: Double = 0.4) {
    random = SeededRandom(seed: UInt64(truncatingIfNeeded: seed))
    self.fill = fill
  }

  /// A header of the schema's own version.
  package mutating func header() throws(ConversionError) -> Header {
    var header = try object(Header.self)
    header.schemaVersion = Schema.version
    return header
  }

  /// A record of any type.
  package mutating func record() throws(ConversionError) -> Record {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: .tombstone(try object(Tombstone.self))
    case 1, 2: .report(try object(Report.self))
    default: .incident(try object(Incident.self))
    }
  }

  /// A document's worth of records.
  package mutating func records(_ count: Int) throws(ConversionError) -> [Record] {
    var records: [Record] = []
    for _ in 0..<count { records.append(try record()) }
    return records
  }

  /// An object with its required fields and a share of the others: at least one field, since the model has no empty
  /// objects.
  package mutating func object<Object: SchemaObject>(_ type: Object.Type) throws(ConversionError) -> Object {
    var object = Object(unread: ())
    var isFilled = false
    for index in Object.declaration.fields.indices {
      let isRequired = Object.requiredFields & 1 << UInt64(index) != 0
      guard isRequired || Double.random(in: 0..<1, using: &random) < fill else { continue }
      isFilled = try object.readField(at: index, from: &self) || isFilled
    }
    while !isFilled {
      let index = Int.random(in: Object.declaration.fields.indices, using: &random)
      isFilled = try object.readField(at: index, from: &self)
    }
    return object
  }

  private mutating func list<Value>(
    _ make: (inout Self) throws(ConversionError) -> Value?
  ) throws(ConversionError) -> [Value] {
    var values: [Value] = []
    // Long lists are rare, as a record that is filled to the brim has many lists.
    let count = random.isOne(in: 200) ? Int.random(in: 5...100, using: &random) : Int.random(in: 1...4, using: &random)
    for _ in 0..<count {
      if let value = try make(&self) { values.append(value) }
    }
    return values
  }
}

extension RandomRecords: FieldSource {
  package mutating func readText() throws(ConversionError) -> Text? {
    var texts = RandomText(random: random)
    defer { random = texts.random }
    return texts.text()
  }

  package mutating func readInteger(in range: ClosedRange<Int>) throws(ConversionError) -> Int? {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: range.lowerBound
    case 1: range.upperBound
    case 2: Int.random(in: range, using: &random)
    default: Int.random(in: range.clamped(to: 0...300), using: &random)
    }
  }

  package mutating func readDecimal(in range: ClosedRange<Double>) throws(ConversionError) -> Double? {
    let value: Double
    switch Int.random(in: 0..<8, using: &random) {
    case 0: value = range.lowerBound
    case 1: value = range.upperBound
    case 2:
      value = random.pick([
        0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, 1e-7, -1e-5, 0.1, 1, -1, 1e6,
      ])
    case 3: value = range.upperBound.nextDown
    case 4: value = Double.random(in: range, using: &random)
    default:
      // As sources have them: some decimals.
      let scale = random.pick([1, 10, 1e3, 1e5, 1e6, 1e8])
      value = (Double.random(in: range, using: &random) * scale).rounded() / scale
    }
    return range.contains(value) ? value : range.lowerBound
  }

  package mutating func readFlag() throws(ConversionError) -> Bool? { true }

  package mutating func readDate() throws(ConversionError) -> EDTF? { fromTimes { $0.date() } }

  package mutating func readInstant() throws(ConversionError) -> Instant? { fromTimes { $0.instant() } }

  package mutating func readClockTime() throws(ConversionError) -> ClockTime? { fromTimes { $0.clockTime() } }

  package mutating func readDateOrInstant() throws(ConversionError) -> DateOrInstant? {
    if Bool.random(using: &random) { return try readInstant().map { .instant($0) } }
    // A date with a time may be either, so its text decides.
    return try readDate().flatMap { DateOrInstant($0.description) }
  }

  private mutating func fromTimes<Value>(_ make: (inout RandomTimes) -> Value?) -> Value? {
    var times = RandomTimes(random: random)
    defer { random = times.random }
    return make(&times)
  }

  package mutating func readTerm<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    random.pick(Array(type.allCases))
  }

  package mutating func readTerm<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    if random.isOne(in: 4) { return try readText().map { Term($0) } }
    return Text("\(random.pick(type.declaration.terms).name)").map { Term($0) }
  }

  private mutating func json(_ make: (inout RandomJSON) -> String) -> JSONText? {
    var values = RandomJSON(random: random)
    defer { random = values.random }
    return Text(make(&values)).map { JSONText(checked: $0) }
  }

  package mutating func readScalar() throws(ConversionError) -> JSONText? { json { $0.scalar() } }

  package mutating func readJSON() throws(ConversionError) -> JSONText? {
    json { values in
      values.random.isOne(in: 3)
        ? values.object(least: 1) : "{\"type\":\"LineString\",\"coordinates\":[[1.50,-2],[3e0,4]]}"
    }
  }

  package mutating func readExtras() throws(ConversionError) -> Extras? {
    var extras = Extras()
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard let key = try readText() else { continue }
      extras[random.pick([key, "acled.inter1", "/places/0/altitude"])] = json { $0.value() }
    }
    return extras
  }

  package mutating func readTexts() throws(ConversionError) -> [Text] {
    try list { source throws(ConversionError) in try source.readText() }
  }

  package mutating func readTerms<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term] {
    try list { source throws(ConversionError) in try source.readTerm(of: type) }
  }

  package mutating func readTerms<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term] {
    try list { source throws(ConversionError) in try source.readTerm(of: type) }
  }

  package mutating func readObject<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> Object? {
    try object(type)
  }

  package mutating func readObjects<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> [Object] {
    try list { source throws(ConversionError) in try source.object(type) }
  }
}

package import DatelineCore

extension FlatFieldSource {
  /// The text that stands in `value`; nil where it is empty.
  private func makeText(_ value: Range<Int>, _ form: FlatMember.Form) throws(ConversionError) -> Text? {
    guard !value.isEmpty else { return nil }
    let span = text.bytes.span.extracting(value)
    guard form != .cell, span.firstIndex(of: UInt8(ascii: "\\"), from: 0) < span.count else {
      return Text(checked: text.bytes, value)
    }
    let (bytes, unknown) = ItemEscapes.decode(span)
    if let unknown {
      try log.report(
        .warning, codes.badEscape, "the backslash here escapes nothing, so it stands for itself; write '\\\\'",
        at: text.position(of: value.lowerBound + unknown))
    }
    return Text(checked: bytes, 0..<bytes.count)
  }

  /// Reads the one value of the field and makes something of its bytes, or refuses it.
  private mutating func read<Value>(
    _ wanted: @autoclosure () -> String, _ make: (Span<UInt8>) -> Value?
  ) throws(ConversionError) -> Value? {
    guard let member = try single() else { return nil }
    return try value(of: member.value, member.form, wanted(), make)
  }

  private mutating func value<Value>(
    of range: Range<Int>, _ form: FlatMember.Form, _ wanted: @autoclosure () -> String, _ make: (Span<UInt8>) -> Value?
  ) throws(ConversionError) -> Value? {
    let bytes = text.bytes
    let value: Value?
    let span = bytes.span.extracting(range)
    if form == .cell || span.firstIndex(of: UInt8(ascii: "\\"), from: 0) == span.count {
      value = make(span)
    } else {
      let decoded = decoded(range, form)
      value = make(decoded.span)
    }
    if value == nil { try refuse(range, form, wanted()) }
    return value
  }

  private static func term<Term: ClosedVocabulary>(_ type: Term.Type, _ bytes: Span<UInt8>) -> Term? {
    if let term = Term(utf8: bytes) { return term }
    return Term.allCases.first { $0.name.hasBytesIgnoringCase(bytes) }
  }

  private static func wanted<Term: ClosedVocabulary>(_ type: Term.Type) -> String {
    "one of \(Term.declaration.terms.map { "\($0.name)" }.joined(separator: ", "))"
  }

  /// Minimal JSON of a value that stands as it is, if it is one JSON value.
  private func minimalJSON(at range: Range<Int>) -> JSONText? {
    let span = text.bytes.span.extracting(range)
    // Most are numbers and strings without escapes, which are minimal as they stand.
    if span.isPlainJSONString || JSONNumber.isNumber(span) {
      return JSONText(checked: Text(checked: text.bytes, range))
    }
    return minimalJSON(Array(text.bytes[range]))
  }

  /// Minimal JSON of `bytes`, if they are one JSON value.
  private func minimalJSON(_ bytes: [UInt8]) -> JSONText? {
    var cursor = JSONCursor(bytes, depthLimit: limits.depth)
    guard let value = try? cursor.readMinimal(), cursor.peek() == nil, !value.isEmpty else { return nil }
    return JSONText(checked: Text(checked: value, 0..<value.count))
  }

  /// A value that is JSON. Where it has a line for itself it stands as it is, without escapes of ours.
  private func jsonBytes(_ member: FlatMember) -> [UInt8] {
    member.form == .item ? decoded(member.value, .item) : Array(text.bytes[member.value])
  }

  private func jsonString(_ bytes: [UInt8]) -> JSONText {
    var string: [UInt8] = []
    string.appendJSONString(bytes.span)
    return JSONText(checked: Text(checked: string, 0..<string.count))
  }

  /// The texts of a list: one for each member, and where they are joined, one for each between commas.
  private mutating func readList<Value>(
    _ read: (inout Self, Range<Int>, FlatMember.Form) throws(ConversionError) -> Value?
  ) throws(ConversionError) -> [Value] {
    var values: [Value] = []
    var index = 0
    for member in current {
      var start = member.value.lowerBound
      let form = member.form == .cell ? .item : member.form
      while true {
        var end = member.value.upperBound
        if form != .line { end = ItemEscapes.firstSeparator(UInt8(ascii: ","), in: text.bytes, start..<end) }
        let part = ItemEscapes.trimmed(text.bytes, start..<end)
        if !part.isEmpty {
          let value = try withItem(index) { source throws(ConversionError) in try read(&source, part, form) }
          if let value { values.append(value) }
          index += 1
        }
        guard end < member.value.upperBound else { break }
        start = end + 1
      }
    }
    return values
  }
}

extension FlatFieldSource: FieldSource {
  package mutating func readText() throws(ConversionError) -> Text? {
    guard let member = try single() else { return nil }
    return try makeText(member.value, member.form)
  }

  package mutating func readInteger(in range: ClosedRange<Int>) throws(ConversionError) -> Int? {
    try read(range.wantedNumber) { bytes in
      JSONNumber.isNumber(bytes) ? JSONNumber.integer(bytes).flatMap { range.contains($0) ? $0 : nil } : nil
    }
  }

  package mutating func readDecimal(in range: ClosedRange<Double>) throws(ConversionError) -> Double? {
    try read(range.wantedNumber) { bytes in
      JSONNumber.isNumber(bytes) ? JSONNumber.decimal(bytes).flatMap { range.contains($0) ? $0 : nil } : nil
    }
  }

  package mutating func readFlag() throws(ConversionError) -> Bool? {
    let value: Bool? = try read("true") { bytes in
      if ("true" as StaticString).hasBytesIgnoringCase(bytes) { return true }
      return ("false" as StaticString).hasBytesIgnoringCase(bytes) ? false : nil
    }
    return value == true ? true : nil
  }

  package mutating func readDate() throws(ConversionError) -> EDTF? {
    try read("an EDTF date, such as 2024-01-13") { EDTF(utf8: $0) }
  }

  package mutating func readInstant() throws(ConversionError) -> Instant? {
    try read("a date and time, such as 2024-01-13T22:15:00+03:00") { Instant(utf8: $0) }
  }

  package mutating func readDateOrInstant() throws(ConversionError) -> DateOrInstant? {
    try read("a date, or a date and time") { DateOrInstant(utf8: $0) }
  }

  package mutating func readClockTime() throws(ConversionError) -> ClockTime? {
    try read("a time, such as 22:15") { ClockTime(utf8: $0) }
  }

  package mutating func readTerm<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    guard let member = try single() else { return nil }
    return try readTerm(member.value, member.form)
  }

  private mutating func readTerm<Term: ClosedVocabulary>(
    _ range: Range<Int>, _ form: FlatMember.Form
  ) throws(ConversionError) -> Term? {
    try value(of: range, form, Self.wanted(Term.self)) { Self.term(Term.self, $0) }
  }

  package mutating func readTerm<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    try readText().map { Term($0) }
  }

  package mutating func readScalar() throws(ConversionError) -> JSONText? {
    guard let member = try single() else { return nil }
    let bytes = jsonBytes(member)
    // Words that are no JSON are what a person writes for a string.
    guard let value = minimalJSON(bytes) else { return jsonString(bytes) }
    guard let first = bytes.first(where: { $0 > 0x20 }), first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else {
      try refuse(member.value, member.form, "a text, a number, true or false")
      return nil
    }
    return value
  }

  package mutating func readJSON() throws(ConversionError) -> JSONText? {
    guard let member = try single() else { return nil }
    let bytes = jsonBytes(member)
    if let value = minimalJSON(bytes), bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") { return value }
    try refuse(member.value, member.form, "a JSON object")
    return nil
  }

  package mutating func readExtras() throws(ConversionError) -> Extras? {
    var fields: [Extras.Field] = []
    fields.reserveCapacity(current.count)
    var keys: Set<Text> = []
    var isDistinct = true
    for member in current {
      guard !member.label.isEmpty else {
        fields += try readExtrasObject(member)
        isDistinct = false
        continue
      }
      let key = labelText(member.label)
      // For a few keys it is faster to look at all than to hash them.
      let isTaken = current.count > 16 ? !keys.insert(key).inserted : fields.contains { $0.key == key }
      if isTaken {
        isDistinct = false
        try report(
          .error, codes.duplicateField, "\(quoted(key.description)) stands here a second time; it gets another key",
          at: member)
      }
      let value = minimalJSON(at: member.value)
      if value == nil {
        try log.report(
          .warning, codes.badValue, "\(quoted(key.description)) should be a JSON value; it is kept as text",
          at: text.position(of: member.value.lowerBound))
      }
      fields.append(Extras.Field(key: key, value: value ?? jsonString(decoded(member.value, member.form))))
    }
    if isDistinct { return Extras(distinct: fields) }
    var extras = Extras()
    extras.append(renaming: fields)
    return extras
  }

  /// What a key of extras says.
  private func labelText(_ label: Range<Int>) -> Text {
    let span = text.bytes.span.extracting(label)
    guard span.firstIndex(of: UInt8(ascii: "\\"), from: 0) < span.count else { return Text(checked: text.bytes, label) }
    let name = ItemEscapes.decode(span).bytes
    return Text(checked: name, 0..<name.count)
  }

  /// Reads extras that stand in one JSON object: the cell of a table.
  private mutating func readExtrasObject(_ member: FlatMember) throws(ConversionError) -> [Extras.Field] {
    var source = JSONFieldSource(
      Array(text.bytes[member.value]), at: text.position(of: member.value.lowerBound), log: log, limits: limits)
    guard source.cursor.peek() == UInt8(ascii: "{") else {
      try refuse(member.value, .cell, "a JSON object")
      return []
    }
    do throws(ConversionError) {
      let fields = try source.readExtras()?.fields ?? []
      guard source.cursor.peek() == nil else { throw source.fatal(source.cursor.unexpected("the end of the object")) }
      return fields
    } catch .malformed(let diagnostic) {
      try log.report(.warning, codes.badValue, diagnostic.message + "; it is kept as text", at: diagnostic.position)
      keep(member.value, .cell)
      return []
    }
  }

  package mutating func readTexts() throws(ConversionError) -> [Text] {
    try readList { source, range, form throws(ConversionError) in try source.makeText(range, form) }
  }

  package mutating func readTerms<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term] {
    try readList { source, range, form throws(ConversionError) in try source.readTerm(range, form) }
  }

  package mutating func readTerms<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term] {
    try readTexts().map { Term($0) }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are a JSON string in quotes that holds nothing to escape.
  fileprivate var isPlainJSONString: Bool {
    guard count > 1, self[0] == UInt8(ascii: "\""), self[count - 1] == UInt8(ascii: "\"") else { return false }
    for index in 1..<(count - 1) {
      switch self[index] {
      case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): return false
      default: continue
      }
    }
    return true
  }
}

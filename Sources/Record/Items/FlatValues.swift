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
    if form == .cell || !bytes[range].contains(UInt8(ascii: "\\")) {
      value = make(bytes.span.extracting(range))
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
      var parts = [member.value]
      if member.form != .line { parts = ItemEscapes.split(text.bytes, member.value, at: UInt8(ascii: ",")) }
      for part in parts {
        let part = ItemEscapes.trimmed(text.bytes, part)
        guard !part.isEmpty else { continue }
        let form = member.form == .cell ? .item : member.form
        let value = try withItem(index) { source throws(ConversionError) in try read(&source, part, form) }
        if let value { values.append(value) }
        index += 1
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
    let wanted = range.upperBound == .max ? "a whole number from \(range.lowerBound)" : "a whole number in \(range)"
    return try read(wanted) { bytes in
      JSONNumber.isNumber(bytes) ? JSONNumber.integer(bytes).flatMap { range.contains($0) ? $0 : nil } : nil
    }
  }

  package mutating func readDecimal(in range: ClosedRange<Double>) throws(ConversionError) -> Double? {
    try read("a number in \(range)") { bytes in
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
    var keys: Set<Text> = []
    for member in current {
      guard !member.label.isEmpty else {
        fields += try readExtrasObject(member)
        continue
      }
      let name = ItemEscapes.decode(text.bytes.span.extracting(member.label)).bytes
      let key = Text(checked: name, 0..<name.count)
      if !keys.insert(key).inserted {
        try report(
          .error, codes.duplicateField, "\(quoted(key.description)) stands here a second time; it gets another key",
          at: member)
      }
      let value = minimalJSON(Array(text.bytes[member.value]))
      if value == nil {
        try log.report(
          .warning, codes.badValue, "\(quoted(key.description)) should be a JSON value; it is kept as text",
          at: text.position(of: member.value.lowerBound))
      }
      fields.append(Extras.Field(key: key, value: value ?? jsonString(decoded(member.value, member.form))))
    }
    var extras = Extras()
    extras.append(renaming: fields)
    return extras
  }

  /// Reads extras that stand in one JSON object: the cell of a table.
  private mutating func readExtrasObject(_ member: FlatMember) throws(ConversionError) -> [Extras.Field] {
    var source = JSONFieldSource(
      Array(text.bytes[member.value]), at: text.position(of: member.value.lowerBound), log: log, limits: limits)
    do throws(ConversionError) {
      return try source.readExtras()?.fields ?? []
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

package import DatelineCore

extension JSONFieldSource: FieldSource {
  package mutating func readText() throws(ConversionError) -> Text? {
    guard cursor.peek() == UInt8(ascii: "\"") else {
      try refuse("text")
      return nil
    }
    let offset = cursor.index
    let raw = try syntax { cursor throws(JSONFault) in try cursor.readRawString() }
    if let text = try text(of: raw, at: offset) { return text }
    try reportEmpty(at: offset)
    return nil
  }

  /// What the string at `offset` says; nil for the empty string.
  private mutating func text(of raw: JSONCursor.RawString, at offset: Int) throws(ConversionError) -> Text? {
    guard !raw.range.isEmpty else { return nil }
    guard raw.hasEscapes else { return Text(checked: cursor.bytes, raw.range) }
    let decoded = try decoded(raw)
    if decoded.replacements > 0 { try reportReplacement(at: offset) }
    return decoded.bytes.isEmpty ? nil : Text(checked: decoded.bytes, 0..<decoded.bytes.count)
  }

  /// Reports an item of a list that says nothing.
  private mutating func reportEmpty(at offset: Int) throws(ConversionError) {
    try report(.warning, .jsonEmptyValue, "an empty value says nothing; it is skipped", at: offset)
  }

  /// Reads a string and makes a value of it, or refuses it.
  private mutating func readString<Value>(
    _ wanted: @autoclosure () -> String, _ make: (Span<UInt8>) -> Value?
  ) throws(ConversionError) -> Value? {
    guard cursor.peek() == UInt8(ascii: "\"") else {
      try refuse(wanted())
      return nil
    }
    let before = cursor.index
    let raw = try syntax { cursor throws(JSONFault) in try cursor.readRawString() }
    let value: Value?
    if raw.hasEscapes {
      let decoded = try decoded(raw).bytes
      value = make(decoded.span)
    } else {
      value = make(cursor.bytes.span.extracting(raw.range))
    }
    if let value { return value }
    cursor.index = before
    try refuse(wanted())
    return nil
  }

  private mutating func readNumberText() throws(ConversionError) -> Range<Int>? {
    guard let byte = cursor.peek(), byte == UInt8(ascii: "-") || 0x30...0x39 ~= byte else { return nil }
    return try syntax { cursor throws(JSONFault) in try cursor.readNumber() }
  }

  package mutating func readInteger(in range: ClosedRange<Int>) throws(ConversionError) -> Int? {
    let before = cursor.index
    if let text = try readNumberText(), let value = JSONNumber.integer(cursor.bytes.span.extracting(text)),
      range.contains(value)
    {
      return value
    }
    cursor.index = before
    try refuse(range.wantedNumber)
    return nil
  }

  package mutating func readDecimal(in range: ClosedRange<Double>) throws(ConversionError) -> Double? {
    let before = cursor.index
    if let text = try readNumberText(), let value = JSONNumber.decimal(cursor.bytes.span.extracting(text)),
      range.contains(value)
    {
      return value
    }
    cursor.index = before
    try refuse(range.wantedNumber)
    return nil
  }

  package mutating func readFlag() throws(ConversionError) -> Bool? {
    guard let byte = cursor.peek(), byte == UInt8(ascii: "t") || byte == UInt8(ascii: "f") else {
      try refuse("true")
      return nil
    }
    let value = try syntax { cursor throws(JSONFault) in try cursor.skipValue() }
    return value.count == 4 ? true : nil
  }

  package mutating func readDate() throws(ConversionError) -> EDTF? {
    try readString("an EDTF date, such as 2024-01-13") { EDTF(utf8: $0) }
  }

  package mutating func readInstant() throws(ConversionError) -> Instant? {
    try readString("a date and time, such as 2024-01-13T22:15:00+03:00") { Instant(utf8: $0) }
  }

  package mutating func readDateOrInstant() throws(ConversionError) -> DateOrInstant? {
    try readString("a date, or a date and time") { DateOrInstant(utf8: $0) }
  }

  package mutating func readClockTime() throws(ConversionError) -> ClockTime? {
    try readString("a time, such as 22:15") { ClockTime(utf8: $0) }
  }

  package mutating func readTerm<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    try readString("one of \(Term.declaration.terms.map { "\($0.name)" }.joined(separator: ", "))") { Term(utf8: $0) }
  }

  package mutating func readTerm<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    try readText().map { Term($0) }
  }

  package mutating func readScalar() throws(ConversionError) -> JSONText? {
    guard let byte = cursor.peek(), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "[") else {
      try refuse("a text, a number, true or false")
      return nil
    }
    return try readAnyJSON()
  }

  package mutating func readJSON() throws(ConversionError) -> JSONText? {
    guard cursor.peek() == UInt8(ascii: "{") else {
      try refuse("an object")
      return nil
    }
    return try readAnyJSON()
  }

  package mutating func readExtras() throws(ConversionError) -> Extras? {
    guard cursor.peek() == UInt8(ascii: "{") else {
      try refuse("an object")
      return nil
    }
    cursor.index += 1
    if cursor.peek() == UInt8(ascii: "}") {
      cursor.index += 1
      return nil
    }
    var fields: [Extras.Field] = []
    // Hashing pays only where there are many.
    var keys: Set<Text>?
    repeat {
      _ = cursor.peek()
      let offset = cursor.index
      let raw = try syntax { cursor throws(JSONFault) in
        let raw = try cursor.readRawString()
        try cursor.expect(UInt8(ascii: ":"), "a colon")
        return raw
      }
      guard let key = try text(of: raw, at: offset) else {
        try report(.warning, .jsonEmptyValue, "a field of 'extras' has no name; it is skipped", at: offset)
        try syntax { cursor throws(JSONFault) in try cursor.skipValue() }
        continue
      }
      guard let value = try readAnyJSON() else { continue }
      if fields.count == 16 { keys = Set(fields.map(\.key)) }
      if keys?.contains(key) ?? fields.contains(where: { $0.key == key }) {
        try report(
          .error, .jsonDuplicateKey,
          "\(quoted(key.description)) stands here a second time; this value is kept under another name", at: offset)
      }
      keys?.insert(key)
      fields.append(Extras.Field(key: key, value: value))
    } while try readSeparator(closing: UInt8(ascii: "}"))
    var extras = Extras()
    extras.append(renaming: fields)
    return extras.isEmpty ? nil : extras
  }

  package mutating func readTexts() throws(ConversionError) -> [Text] {
    try readList { source throws(ConversionError) in try source.readText() }
  }

  package mutating func readTerms<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term] {
    try readList { source throws(ConversionError) in try source.readTerm(of: type) }
  }

  package mutating func readTerms<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term] {
    try readList { source throws(ConversionError) in try source.readTerm(of: type) }
  }

  package mutating func readObject<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> Object? {
    guard cursor.peek() == UInt8(ascii: "{") else {
      try refuse("an object")
      return nil
    }
    let start = cursor.index
    cursor.index += 1
    if cursor.peek() == UInt8(ascii: "}"), Object.requiredFields == 0 {
      cursor.index += 1
      try reportEmpty(at: start)
      return nil
    }
    let setAsideBefore = setAside.count
    var object = Object(unread: ())
    if let fields = try readMembers(into: &object) {
      // An object of which nothing could be taken is not there.
      return fields == 0 ? nil : object
    }
    // Without its required fields the object is kept as it was written.
    try setAsideValue(from: start, keeping: setAsideBefore)
    return nil
  }

  package mutating func readObjects<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> [Object] {
    try readList { source throws(ConversionError) in try source.readObject(of: type) }
  }

  private mutating func readList<Value>(
    _ read: (inout Self) throws(ConversionError) -> Value?
  ) throws(ConversionError) -> [Value] {
    guard cursor.peek() == UInt8(ascii: "[") else {
      try refuse("a list")
      return []
    }
    cursor.index += 1
    return try readItems(read)
  }
}

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

  /// A value that is JSON. Where it has a line for itself it stands as it is, without escapes of ours.
  private func jsonBytes(_ member: FlatMember) -> [UInt8] {
    member.form == .item ? decoded(member.value, .item) : Array(text.bytes[member.value])
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
    try read(FlatText.Wanted.integer(in: range)) { FlatText.integer($0, in: range) }
  }

  package mutating func readDecimal(in range: ClosedRange<Double>) throws(ConversionError) -> Double? {
    try read(FlatText.Wanted.decimal(in: range)) { FlatText.decimal($0, in: range) }
  }

  package mutating func readFlag() throws(ConversionError) -> Bool? {
    try read(FlatText.Wanted.flag) { FlatText.flag($0) } == true ? true : nil
  }

  package mutating func readDate() throws(ConversionError) -> EDTF? {
    try read(FlatText.Wanted.date) { EDTF(utf8: $0) }
  }

  package mutating func readInstant() throws(ConversionError) -> Instant? {
    try read(FlatText.Wanted.instant) { Instant(utf8: $0) }
  }

  package mutating func readDateOrInstant() throws(ConversionError) -> DateOrInstant? {
    try read(FlatText.Wanted.dateOrInstant) { DateOrInstant(utf8: $0) }
  }

  package mutating func readClockTime() throws(ConversionError) -> ClockTime? {
    try read(FlatText.Wanted.clockTime) { ClockTime(utf8: $0) }
  }

  package mutating func readTerm<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    guard let member = try single() else { return nil }
    return try readTerm(member.value, member.form)
  }

  private mutating func readTerm<Term: ClosedVocabulary>(
    _ range: Range<Int>, _ form: FlatMember.Form
  ) throws(ConversionError) -> Term? {
    try value(of: range, form, FlatText.Wanted.term(of: Term.self)) { FlatText.term(Term.self, $0) }
  }

  package mutating func readTerm<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    try readText().map { Term($0) }
  }

  package mutating func readScalar() throws(ConversionError) -> JSONText? {
    guard let member = try single() else { return nil }
    let bytes = jsonBytes(member)
    // Words that are no JSON are what a person writes for a string.
    guard let value = FlatText.minimalJSON(bytes, depthLimit: limits.depth) else {
      return FlatText.jsonString(bytes.span)
    }
    guard let first = bytes.first(where: { $0 > 0x20 }), first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else {
      try refuse(member.value, member.form, FlatText.Wanted.scalar)
      return nil
    }
    return value
  }

  package mutating func readJSON() throws(ConversionError) -> JSONText? {
    guard let member = try single() else { return nil }
    let bytes = jsonBytes(member)
    if let value = FlatText.minimalJSON(bytes, depthLimit: limits.depth),
      bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
    {
      return value
    }
    try refuse(member.value, member.form, FlatText.Wanted.object)
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
      let value = FlatText.minimalJSON(text.bytes, member.value, depthLimit: limits.depth)
      if value == nil {
        try log.report(
          .warning, codes.badValue, "\(quoted(key.description)) should be a JSON value; it is kept as text",
          at: text.position(of: member.value.lowerBound))
      }
      fields.append(
        Extras.Field(key: key, value: value ?? FlatText.jsonString(decoded(member.value, member.form).span)))
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

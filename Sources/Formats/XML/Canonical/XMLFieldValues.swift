import DatelineCore
import DatelineRecord

extension XMLFieldSource {
  /// Some bytes of an array.
  private typealias Slice = (bytes: [UInt8], range: Range<Int>)

  /// The text of a member: a slice of the tape where it stands there in one piece. nil where it has elements in it, and is
  /// refused.
  private mutating func text(of member: XMLMember) throws(ConversionError) -> Slice? {
    if let attribute = member.attribute { return try legal((tape.bytes, tape.attributes[attribute].value), member) }
    let start = tape.events[member.element]
    if !member.isContent {
      for attribute in start.attributes { try setAside(attribute: attribute, of: member.element) }
    }
    if start.length == 2, tape.events[member.element + 1].kind == .text {
      return try legal((tape.bytes, tape.events[member.element + 1].bytes), member)
    }
    return try gatheredText(of: member)
  }

  /// The text of an element that is in several pieces, with comments, sections or elements of others between.
  private mutating func gatheredText(of member: XMLMember) throws(ConversionError) -> Slice? {
    var bytes: [UInt8] = []
    var index = member.element + 1
    let end = member.element + Int(tape.events[member.element].length)
    while index < end {
      let event = tape.events[index]
      switch event.kind {
      case .text, .cdata: bytes.append(contentsOf: tape.bytes[event.bytes])
      case .start:
        // Elements beside the content of an item have been dealt with.
        if !member.isContent {
          if meanings[event.name].isOwn {
            try refuse(member, "text, without elements in it")
            return nil
          }
          try passOver(element: index)
        }
        index += Int(event.length)
      case .end, .comment, .instruction, .doctype: break
      }
      index += 1
    }
    return try legal((bytes, bytes.indices), member)
  }

  /// The slice with the characters that the model allows.
  private func legal(_ slice: Slice, _ member: XMLMember) throws(ConversionError) -> Slice {
    guard hasCarriageReturns else { return slice }
    let span = slice.bytes.span.extracting(slice.range)
    guard span.firstIndex(of: 0x0D, from: 0) < span.count else { return slice }
    try log.report(
      .warning, .xmlReplacedCharacter,
      "the text has carriage returns, which no canonical format can carry; they become LF",
      at: position(of: member))
    let bytes = TextRules.legal(Array(slice.bytes[slice.range]))
    return (bytes, bytes.indices)
  }

  /// The text of a member that is not empty, or a report that it is.
  private mutating func filled(_ member: XMLMember) throws(ConversionError) -> Slice? {
    guard let slice = try text(of: member) else { return nil }
    guard slice.range.isEmpty else { return slice }
    let event = tape.events[member.element]
    try reportEmpty(event.name, at: parser.position(of: event))
    return nil
  }

  private mutating func readText(_ member: XMLMember) throws(ConversionError) -> Text? {
    try filled(member).map { Text(checked: $0.bytes, $0.range) }
  }

  /// Makes something of the text of a member without space around it, or refuses it.
  private mutating func value<Value>(
    of member: XMLMember, _ wanted: @autoclosure () -> String, _ make: (Span<UInt8>) -> Value?
  ) throws(ConversionError) -> Value? {
    guard let slice = try filled(member) else { return nil }
    let value = make(slice.bytes.span.extracting(XMLSpace.trimmed(slice.bytes, slice.range)))
    if value == nil { try refuse(member, wanted()) }
    return value
  }

  private mutating func read<Value>(
    _ wanted: @autoclosure () -> String, _ make: (Span<UInt8>) -> Value?
  ) throws(ConversionError) -> Value? {
    try value(of: try single(), wanted(), make)
  }

  private mutating func readList<Value>(
    _ read: (inout Self, XMLMember) throws(ConversionError) -> Value?
  ) throws(ConversionError) -> [Value] {
    var values: [Value] = []
    let items = current
    values.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      let member = member(item)
      let value = try withItem(index) { source throws(ConversionError) in try read(&source, member) }
      if let value { values.append(value) }
    }
    return values
  }
}

extension XMLFieldSource: FieldSource {
  mutating func readText() throws(ConversionError) -> Text? { try readText(try single()) }

  mutating func readInteger(in range: ClosedRange<Int>) throws(ConversionError) -> Int? {
    try read(FlatText.Wanted.integer(in: range)) { FlatText.integer($0, in: range) }
  }

  mutating func readDecimal(in range: ClosedRange<Double>) throws(ConversionError) -> Double? {
    try read(FlatText.Wanted.decimal(in: range)) { FlatText.decimal($0, in: range) }
  }

  mutating func readFlag() throws(ConversionError) -> Bool? {
    try read(FlatText.Wanted.flag) { FlatText.flag($0) } == true ? true : nil
  }

  mutating func readDate() throws(ConversionError) -> EDTF? {
    try read(FlatText.Wanted.date) { EDTF(utf8: $0) }
  }

  mutating func readInstant() throws(ConversionError) -> Instant? {
    try read(FlatText.Wanted.instant) { Instant(utf8: $0) }
  }

  mutating func readDateOrInstant() throws(ConversionError) -> DateOrInstant? {
    try read(FlatText.Wanted.dateOrInstant) { DateOrInstant(utf8: $0) }
  }

  mutating func readClockTime() throws(ConversionError) -> ClockTime? {
    try read(FlatText.Wanted.clockTime) { ClockTime(utf8: $0) }
  }

  mutating func readTerm<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    try readTerm(try single())
  }

  /// Reads a term, without the closures of ``value(of:_:_:)``, in which the compiler would lose sight of its type.
  private mutating func readTerm<Term: ClosedVocabulary>(_ member: XMLMember) throws(ConversionError) -> Term? {
    guard let slice = try filled(member) else { return nil }
    let text = slice.bytes.span.extracting(XMLSpace.trimmed(slice.bytes, slice.range))
    guard let term = FlatText.term(Term.self, text) else {
      try refuse(member, FlatText.Wanted.term(of: Term.self))
      return nil
    }
    return term
  }

  mutating func readTerm<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    try readText().map { Term($0) }
  }

  mutating func readScalar() throws(ConversionError) -> JSONText? {
    let member = try single()
    guard let slice = try filled(member) else { return nil }
    // Words that are no JSON are what a person writes for a string.
    guard let value = FlatText.minimalJSON(slice.bytes, slice.range, depthLimit: limits.depth) else {
      return FlatText.jsonString(slice.bytes.span.extracting(slice.range))
    }
    let first = slice.bytes[XMLSpace.trimmed(slice.bytes, slice.range)].first
    guard first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else {
      try refuse(member, FlatText.Wanted.scalar)
      return nil
    }
    return value
  }

  mutating func readJSON() throws(ConversionError) -> JSONText? {
    let member = try single()
    guard let slice = try filled(member) else { return nil }
    if slice.bytes[XMLSpace.trimmed(slice.bytes, slice.range)].first == UInt8(ascii: "{"),
      let value = FlatText.minimalJSON(slice.bytes, slice.range, depthLimit: limits.depth)
    {
      return value
    }
    try refuse(member, FlatText.Wanted.object)
    return nil
  }

  mutating func readTexts() throws(ConversionError) -> [Text] {
    try readList { source, member throws(ConversionError) in try source.readText(member) }
  }

  mutating func readTerms<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term] {
    try readList { source, member throws(ConversionError) in
      try source.readTerm(member)
    }
  }

  mutating func readTerms<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term] {
    try readTexts().map { Term($0) }
  }

  mutating func readObject<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> Object? {
    try object(of: try single(), form)
  }

  mutating func readObjects<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> [Object] {
    let form = form
    return try readList { source, member throws(ConversionError) in try source.object(of: member, form) }
  }

  mutating func readExtras() throws(ConversionError) -> Extras? {
    var fields: [Extras.Field] = []
    fields.reserveCapacity(current.count)
    var keys: Set<Text> = []
    for index in current {
      let member = member(index)
      guard let key = try readKey(of: member),
        let slice = try filled(XMLMember(member.field, contentOf: member.element))
      else { continue }
      // For a few keys it is faster to look at all than to hash them.
      let isTaken = current.count > 16 ? !keys.insert(key).inserted : fields.contains { $0.key == key }
      if isTaken {
        try log.report(
          .error, .xmlDuplicateField, "\(quoted(key.description)) stands here a second time; it gets another key",
          at: position(of: member))
      }
      let value = FlatText.minimalJSON(slice.bytes, slice.range, depthLimit: limits.depth)
      if value == nil {
        try log.report(
          .warning, .xmlBadValue, "\(quoted(key.description)) should be a JSON value; it is kept as text",
          at: position(of: member))
      }
      let text = FlatText.jsonString(slice.bytes.span.extracting(slice.range))
      fields.append(Extras.Field(key: key, value: value ?? text))
    }
    var extras = Extras()
    extras.append(renaming: fields)
    return extras.isEmpty ? nil : extras
  }

  /// The key of a field of others; nil where it has none, and is kept as it was written.
  private mutating func readKey(of member: XMLMember) throws(ConversionError) -> Text? {
    var key: Text?
    for attribute in tape.events[member.element].attributes {
      let name = tape.attributes[attribute].name
      if meanings[name].isKey {
        let part = XMLMember(-1, attribute: attribute, of: member.element)
        guard let slice = try text(of: part), !slice.range.isEmpty else { continue }
        key = Text(checked: slice.bytes, slice.range)
      } else {
        try setAside(attribute: attribute, of: member.element)
      }
    }
    if key == nil {
      try log.report(
        .error, .xmlMissingField, "'key' is missing, and every 'extra' has one; its value is kept under another key",
        at: position(of: member))
      keep(member)
    }
    return key
  }
}

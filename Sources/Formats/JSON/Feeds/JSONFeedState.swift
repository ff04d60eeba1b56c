internal import DatelineCore
internal import DatelineRecord
internal import DatelineValidation

/// Walks through a JSON Feed, value by value, with what is to be remembered.
struct JSONFeedState {
  let log: FindingLog
  let bytes: [UInt8]
  var cursor: JSONCursor
  private let lines: LineIndex
  /// Behind a byte order mark, from where offsets of findings count.
  private let textStart: Int
  /// The members and places in lists that lead to the value that is being looked at.
  var path: [String] = []
  var feed = JSONFeedFacts()
  var item = JSONFeedItemFacts()

  init(_ bytes: [UInt8], _ log: FindingLog) {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = Array(bytes.dropFirst(mark))
    textStart = mark
    self.bytes = text
    self.log = log
    cursor = JSONCursor(text)
    lines = LineIndex(text.span)
  }

  mutating func checkDocument() {
    log.setKind("json feed")
    if let bad = bytes.span.firstInvalidUTF8() {
      return report(
        .jsonMalformed, "JSON is in UTF-8, and here are bytes that are not; convert the file", at: bad..<bad + 1)
    }
    if textStart > 0 {
      report(
        .jsonMalformed, "JSON begins without a byte order mark, and parsers stumble over one; take it out", at: 0..<0,
        level: .warning)
    }
    checkContentType()
    do throws(JSONFault) {
      guard cursor.peek() == UInt8(ascii: "{") else { throw cursor.unexpected("the '{' of a feed") }
      try readObject(JSONFeedVocabulary.feed)
      if cursor.peek() != nil { throw cursor.unexpected("the end of the text") }
    } catch {
      path = []
      report(.jsonMalformed, error.message, at: error.offset..<error.offset)
    }
  }

  private func checkContentType() {
    guard let type = log.options.contentType else { return }
    for problem in ContentType.problems(type, of: .json, encoding: "UTF-8") {
      report(problem.rule, problem.message, at: 0..<0, level: problem.level)
    }
  }

  // MARK: Values

  /// Reads an object and checks its members against `model`.
  private mutating func readObject(_ model: JSONFeedObject) throws(JSONFault) {
    _ = cursor.peek()
    let place = cursor.index..<cursor.index + 1
    try cursor.expect(UInt8(ascii: "{"), "'{'")
    start(model, place)
    var seen: [String: Int] = [:]
    while cursor.peek() != UInt8(ascii: "}") {
      if !seen.isEmpty { try cursor.expect(UInt8(ascii: ","), "a comma or '}'") }
      try readMember(model, &seen)
      if seen.count > 10_000 { throw tooMany() }
    }
    try cursor.expect(UInt8(ascii: "}"), "'}'")
    for member in model.members where member.isNeeded && seen[member.name] == nil {
      report(.elementMissing, "\(model.name) needs '\(member.name)'; add it", at: place)
    }
    end(model, seen, place)
  }

  private func tooMany() -> JSONFault {
    JSONFault(offset: cursor.index, code: .jsonTruncated, message: "an object here has more than 10000 members")
  }

  private mutating func readMember(_ model: JSONFeedObject, _ seen: inout [String: Int]) throws(JSONFault) {
    let raw = try cursor.readRawString()
    let name = String(decoding: try cursor.decode(raw).bytes, as: UTF8.self)
    let place = (raw.range.lowerBound - 1)..<(raw.range.upperBound + 1)
    path.append(name)
    defer { path.removeLast() }
    try cursor.expect(UInt8(ascii: ":"), "a colon")
    if let first = seen[name] {
      report(
        .elementRepeated,
        "a second \(quoted(name)) stands in \(model.name); keep one (the first is in line \(position(first).line))",
        at: place)
    }
    seen[name] = place.lowerBound
    guard let member = model.member(name) else {
      checkUnknown(name, model, place)
      try cursor.skipValue()
      return
    }
    noteVersion(of: member, place)
    try readValue(member.value, member, place)
  }

  /// Publishers add what they like under names that begin with `_` and a letter.
  private mutating func checkUnknown(_ name: String, _ model: JSONFeedObject, _ place: Range<Int>) {
    guard name.first != "_" else {
      if name.dropFirst().first?.isLetter != true {
        report(
          .elementUnknown, "the name of an extension begins with '_' and a letter; rename \(quoted(name))", at: place,
          level: .warning)
      }
      return
    }
    let hint =
      nearestName(to: name, among: model.members.map(\.name)).map { "; was '\($0)' meant?" }
      ?? "; begin the name of an extension with '_'"
    report(.elementUnknown, "\(model.name) has no \(quoted(name))\(hint)", at: place)
  }

  private mutating func readValue(
    _ value: JSONFeedValue, _ member: JSONFeedMember, _ place: Range<Int>
  ) throws(JSONFault) {
    guard let first = cursor.peek() else { throw cursor.unexpected("a value") }
    let start = cursor.index
    switch (value, first) {
    case (.text(let kind), UInt8(ascii: "\"")): try readText(kind, member)
    case (.text(.identifier), UInt8(ascii: "-")), (.text(.identifier), UInt8(ascii: "0")...UInt8(ascii: "9")):
      let range = try cursor.readNumber()
      report(
        .jsonType, "the id of an item is a string, and readers have to make one of this number; put it in quotes",
        at: range, level: .warning,
        fix: FindingFix(
          start: characters(range.lowerBound), end: characters(range.upperBound),
          replacement: "\"\(String(decoding: bytes[range], as: UTF8.self))\""))
      noteID(bytes[range], range)
    case (.number(let isWhole), UInt8(ascii: "-")), (.number(let isWhole), UInt8(ascii: "0")...UInt8(ascii: "9")):
      checkNumber(try cursor.readNumber(), isWhole: isWhole)
    case (.boolean, UInt8(ascii: "t")), (.boolean, UInt8(ascii: "f")): try cursor.skipValue()
    case (.object(let model), UInt8(ascii: "{")): try readObject(model)
    case (.list(let element), UInt8(ascii: "[")): try readList(element, member)
    default:
      let range = try cursor.skipValue()
      let found =
        first == UInt8(ascii: "n") ? "null; leave the member out" : "\(kindName(first)); write \(wanted(value))"
      report(.jsonType, "'\(path.last ?? "")' is \(wanted(value)), not \(found)", at: start..<range.upperBound)
    }
  }

  private func wanted(_ value: JSONFeedValue) -> String {
    switch value {
    case .text: "a string"
    case .number: "a number"
    case .boolean: "true or false"
    case .object: "an object"
    case .list: "a list"
    }
  }

  private func kindName(_ first: UInt8) -> String {
    switch first {
    case UInt8(ascii: "\""): "a string"
    case UInt8(ascii: "{"): "an object"
    case UInt8(ascii: "["): "a list"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): "true or false"
    default: "a number"
    }
  }

  private mutating func readList(_ element: JSONFeedValue, _ member: JSONFeedMember) throws(JSONFault) {
    try cursor.expect(UInt8(ascii: "["), "'['")
    let name = path.removeLast()
    var count = 0
    while cursor.peek() != UInt8(ascii: "]") {
      if count > 0 { try cursor.expect(UInt8(ascii: ","), "a comma or ']'") }
      count += 1
      path.append("\(name)[\(count)]")
      _ = cursor.peek()
      try readValue(element, member, cursor.index..<cursor.index + 1)
      path.removeLast()
    }
    path.append(name)
    try cursor.expect(UInt8(ascii: "]"), "']'")
  }

  // MARK: Findings

  func position(_ offset: Int) -> SourcePosition { lines.position(of: offset, from: SourcePosition()) }

  /// The place with its column in characters.
  func characters(_ offset: Int) -> SourcePosition {
    var result = position(offset)
    let lineStart = max(0, result.offset - (result.column - 1))
    result.column = 1
    for byte in bytes[lineStart..<min(result.offset, bytes.count)] where byte & 0xC0 != 0x80 { result.column += 1 }
    return result
  }

  /// The line of a place, up to some length behind it.
  private func line(of offset: Int) -> String? {
    let place = position(offset)
    let start = max(0, place.offset - (place.column - 1))
    return Finding.firstLine(of: bytes[start..<min(bytes.count, place.offset + 400)])
  }

  func report(
    _ rule: RuleID, _ message: @autoclosure () -> String, at place: Range<Int>, level: FindingLevel? = nil,
    fix: FindingFix? = nil
  ) {
    guard log.isOn(rule) else { return }
    let element = path.last.map { String($0.prefix { $0 != "[" }.prefix(80)) } ?? ""
    log.add(rule, level: level, element: element) { level in
      Finding(
        rule, level: level, message: message(), start: characters(place.lowerBound), end: characters(place.upperBound),
        element: element, path: path.map { "/" + $0.prefix(80) }.joined(), fix: fix, line: line(of: place.lowerBound))
    }
  }
}

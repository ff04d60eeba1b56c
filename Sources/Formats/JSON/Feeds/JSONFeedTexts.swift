internal import DatelineCore
internal import DatelineRecord
internal import DatelineValidation

/// Strings and numbers of a JSON Feed.
extension JSONFeedState {
  mutating func readText(_ kind: JSONFeedText, _ member: JSONFeedMember) throws(JSONFault) {
    let raw = try cursor.readRawString()
    let decoded = try cursor.decode(raw)
    let quotes = (raw.range.lowerBound - 1)..<(raw.range.upperBound + 1)
    if decoded.replacements > 0 {
      report(
        .textMojibake, "the string has a character that no text has, such as half of a pair or a control; take it out",
        at: quotes)
    }
    let text = decoded.bytes
    guard !text.span.isBlank else {
      if member.isFilled || kind.isGrammar {
        report(.valueBlank, "'\(path.last ?? "")' is empty; write something in it, or leave it out", at: quotes)
      }
      return
    }
    var problems: [ValueProblem] = []
    TextScan.check(text.span, &problems)
    check(text, kind, quotes, &problems)
    for problem in problems { report(problem, in: raw, text) }
  }

  private mutating func check(
    _ text: [UInt8], _ kind: JSONFeedText, _ place: Range<Int>, _ problems: inout [ValueProblem]
  ) {
    switch kind {
    case .any: break
    case .plain: PlainTextChecks.check(text.span, rule: .textContainsHtml, isLiteral: { _ in false }, &problems)
    case .html: HTMLChecks.check(text, in: 0..<text.count, [], &problems)
    case .url:
      URIChecks.check(text.span, [.absolute, .international], &problems)
      feed.links.check(text.span, line: position(place.lowerBound).line, &problems)
    case .date: checkDate(text.span, place, &problems)
    case .language: LanguageTag.check(text.span, &problems)
    case .mediaType: MediaType.check(text.span, rule: .mimeInvalid, &problems)
    case .version: checkVersion(text.span, place, &problems)
    case .identifier: noteID(text[...], place)
    }
    note(text, place)
  }

  private mutating func checkVersion(_ value: Span<UInt8>, _ place: Range<Int>, _ problems: inout [ValueProblem]) {
    switch value.string {
    case "https://jsonfeed.org/version/1.1": feed.version = .new
    case "https://jsonfeed.org/version/1":
      feed.version = .old
      problems.append(
        ValueProblem(
          .versionObsolete, "JSON Feed 1.1 replaced 1; 'authors' and 'language' came with it", level: .info))
    default:
      problems.append(
        ValueProblem(
          .jsonFeedVersion,
          "\(quoted(value.string)) is no version of JSON Feed; write https://jsonfeed.org/version/1.1"))
    }
  }

  private mutating func checkDate(_ value: Span<UInt8>, _ place: Range<Int>, _ problems: inout [ValueProblem]) {
    guard let date = RFC3339Date.check(value, &problems) else { return }
    let now = log.options.now ?? 4_102_444_800
    if date.year < 1990 || date.seconds > now + 86_400 {
      problems.append(
        ValueProblem(
          .dateImplausible,
          "\(quoted(value.string)) is \(date.year < 1990 ? "before there were feeds" : "in the future"); check it"))
    }
    if path.last == "date_published" { item.published = date.seconds }
    if path.last == "date_modified" || item.version == 0 { item.version = date.seconds }
  }

  mutating func checkNumber(_ range: Range<Int>, isWhole: Bool) {
    let value = bytes.span.extracting(range)
    let isFine =
      isWhole ? Numbers.integer(value).map { $0 >= 0 } ?? false : value.count > 0 && value[0] != UInt8(ascii: "-")
    if !isFine {
      report(
        isWhole ? .enclosureLength : .floatInvalid,
        "'\(path.last ?? "")' is a \(isWhole ? "whole " : "")number of 0 or more, not \(quoted(value.string))",
        at: range)
    }
  }

  /// Where the byte of the decoded string at `offset` was written.
  private func written(_ offset: Int, in raw: JSONCursor.RawString) -> Int {
    guard raw.hasEscapes else { return raw.range.lowerBound + offset }
    var index = raw.range.lowerBound
    var decoded = 0
    while index < raw.range.upperBound, decoded < offset {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        decoded += 1
        continue
      }
      let isUnit = bytes[index + 1] == UInt8(ascii: "u")
      let one = JSONCursor.RawString(range: index..<(index + (isUnit ? 6 : 2)), hasEscapes: true)
      let unit = isUnit ? UInt16(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16) ?? 0 : 0
      // Two halves of a pair make one character of four bytes.
      let isHalf = 0xD800...0xDFFF ~= unit
      decoded += isHalf ? 2 : (try? cursor.decode(one).bytes.count) ?? 1
      index = one.range.upperBound
    }
    return index
  }

  /// Reports a problem of a string where its offending part stands.
  private func report(_ problem: ValueProblem, in raw: JSONCursor.RawString, _ text: [UInt8]) {
    var place = (raw.range.lowerBound - 1)..<(raw.range.upperBound + 1)
    if let part = problem.range {
      place =
        written(part.lowerBound, in: raw)..<max(written(part.upperBound, in: raw), written(part.lowerBound, in: raw))
    }
    var fix: FindingFix?
    if let replacement = problem.replacement {
      var written: [UInt8] = []
      written.appendJSONString(Array(replacement.utf8).span)
      fix = FindingFix(
        start: characters(raw.range.lowerBound - 1), end: characters(raw.range.upperBound + 1),
        replacement: String(decoding: written, as: UTF8.self))
    }
    report(problem.rule, problem.message, at: place, level: problem.level, fix: fix)
  }
}

extension JSONFeedText {
  /// Whether an empty string breaks its grammar.
  fileprivate var isGrammar: Bool {
    switch self {
    case .any, .plain, .html: false
    case .url, .date, .language, .mediaType, .version, .identifier: true
    }
  }
}

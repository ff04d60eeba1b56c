package import DatelineCore

/// The opening of a story that says where and when it was filed: `MOSCOW, Jan 13 (Agency) –`.
package struct Dateline: Sendable, Equatable {
  /// The words, without the dash that ends them.
  package var text: String
  package var place: String?
  /// As written, with the year where it is known.
  package var date: EDTF?
  package var agency: String?
  /// UTF-8 offsets of `text` in the report's text.
  package var utf8Range: Range<Int>
  /// UTF-8 offsets of the date's words.
  package var dateRange: Range<Int>?
  /// Where the story itself begins.
  package var bodyStart: Int

  /// The expression of the date, to be resolved once the year is known.
  var expression: DateExpression?
}

/// Reads the dateline at the start of a paragraph.
struct DatelineReader {
  let article: ArticleText
  private let tokens: [Token]
  private let limit: Int

  /// Tokens that a dateline has at most; those with long bracketed notes are longer than most.
  private static let longest = 60

  /// What stands before the story's first word.
  enum Opening {
    case dateline(Dateline)
    /// What is left of a dateline whose place and agency were cut out: `( –`. The story begins at the offset.
    case remainder(Int)
  }

  /// The opening of the paragraph that takes up the UTF-8 range; nil where it begins with the story.
  static func opening(of block: Range<Int>, in article: ArticleText) -> Opening? {
    let range = article.tokens(inUTF8: block)
    let reader = DatelineReader(
      article: article, tokens: article.tokens, limit: min(range.upperBound, range.lowerBound + longest))
    return reader.read(from: range.lowerBound)
  }

  private init(article: ArticleText, tokens: [Token], limit: Int) {
    self.article = article
    self.tokens = tokens
    self.limit = limit
  }

  private func key(_ index: Int) -> String { index < limit ? tokens[index].key : "" }

  private func read(from start: Int) -> Opening? {
    if let end = remainderEnd(from: start) { return .remainder(tokens[end].range.lowerBound) }
    guard let place = placeEnd(from: start), place > start else { return nil }
    var index = place
    var date: DateFinder.Found?
    if key(index) == "," { index += 1 }
    if index > place || key(index) != "(" {
      date = dateExpression(at: index)
      if let date { index = date.tokens.upperBound } else if key(index) == "no", key(index + 1) == "date" { index += 2 }
    }
    if key(index) == "," { index += 1 }
    let agency = bracketed(at: index, "(", ")")
    if let agency { index = agency.upperBound }
    let end = index
    guard let body = bodyStart(behind: index, hasAgency: agency != nil) else { return nil }
    guard isConvincing(start..<place, hasDate: date != nil, hasAgency: agency != nil) else { return nil }
    let words = article.utf8Range(ofTokens: start..<end)
    var dateline = Dateline(text: article.string(in: words), utf8Range: words, bodyStart: body)
    let name = article.string(in: article.utf8Range(ofTokens: start..<place))
    dateline.place = key(start) == "no" || key(start) == "clandestine" ? nil : name
    dateline.agency = agency.map {
      article.string(in: article.utf8Range(ofTokens: ($0.lowerBound + 1)..<($0.upperBound - 1)))
    }
    dateline.expression = date?.expression
    dateline.dateRange = date.map { article.utf8Range(ofTokens: $0.item.tokens) }
    return .dateline(dateline)
  }

  /// Behind brackets and dashes that frame nothing.
  private func remainderEnd(from start: Int) -> Int? {
    var index = start
    var hasDash = false
    while index < limit, index < start + 6, ["(", ")", "--", "-", ",", "/"].contains(tokens[index].key) {
      hasDash = hasDash || ["--", "-"].contains(tokens[index].key)
      index += 1
    }
    return hasDash && index > start && index < limit ? index : nil
  }

  /// Behind the names of one or several places: capitalised words, their countries in brackets, commas and slashes.
  private func placeEnd(from start: Int) -> Int? {
    var index = start
    while index < limit, index - start < 14 {
      let token = tokens[index]
      if token.kind == .word, token.isCapitalized || index > start && Self.inNames.contains(token.key) {
        if index > start, DateLexicon.reading(of: token.key)?.month != nil || isWeekday(token), key(index - 1) == "," {
          break
        }
        index += 1
      } else if key(index) == "(", let bracket = bracketed(at: index, "(", ")"), isCountry(bracket, start) {
        index = bracket.upperBound
      } else if key(index) == "/" || key(index) == "," && continuesPlace(behind: index) {
        index += 1
      } else {
        break
      }
    }
    while index > start, key(index - 1) == "," || key(index - 1) == "/" { index -= 1 }
    return index > start ? index : nil
  }

  private static let inNames: Set<String> = [
    "and", "de", "del", "la", "las", "los", "el", "of", "the", "al", "sur", "upon", "am",
  ]

  private func isWeekday(_ token: Token) -> Bool { DateLexicon.reading(of: token.key)?.weekday != nil }

  /// Whether a bracket behind a place names its country: what follows is a comma, not the dash behind an agency.
  private func isCountry(_ bracket: Range<Int>, _ start: Int) -> Bool {
    bracket.lowerBound > start && key(bracket.upperBound) == ","
  }

  /// Whether another name follows the comma: `MINSK, Belarus`, not a date.
  private func continuesPlace(behind comma: Int) -> Bool {
    let next = comma + 1
    guard next < limit, tokens[next].kind == .word, tokens[next].isCapitalized else { return false }
    guard key(next) != "no", DateLexicon.reading(of: key(next))?.month == nil, !isWeekday(tokens[next]) else {
      return false
    }
    return true
  }

  private func dateExpression(at index: Int) -> DateFinder.Found? {
    guard index < limit else { return nil }
    let found = DateFinder.expressions(in: article, tokens: index..<min(limit, index + 10), style: .note)
    return found.first { $0.item.tokens.lowerBound == index }
  }

  private func bracketed(at index: Int, _ open: String, _ close: String) -> Range<Int>? {
    guard key(index) == open else { return nil }
    for end in (index + 1)..<max(index + 1, min(limit, index + 40)) where key(end) == close { return index..<(end + 1) }
    return nil
  }

  /// The offset of the story behind the dash and notes in square brackets.
  private func bodyStart(behind index: Int, hasAgency: Bool) -> Int? {
    var index = index
    let isDash = key(index) == "--" || key(index) == "-"
    if isDash || key(index) == ":" && hasAgency { index += 1 } else if !hasAgency { return nil }
    while let note = bracketed(at: index, "[", "]") { index = note.upperBound }
    return index < limit && index < tokens.count ? tokens[index].range.lowerBound : nil
  }

  /// Whether the place is written as datelines are: in capitals, or before a date or an agency.
  private func isConvincing(_ place: Range<Int>, hasDate: Bool, hasAgency: Bool) -> Bool {
    let first = tokens[place.lowerBound]
    if first.isAllCapitals || first.isAbbreviation && first.isCapitalized { return true }
    return (hasDate || hasAgency) && place.count <= 6
  }
}

/// A notice of rights: who holds them, since when.
package struct RightsNotice: Sendable, Equatable {
  /// The words, verbatim.
  package var text: String
  package var holder: String?
  package var year: Int?
  /// UTF-8 offsets of the notice in the report's text.
  package var utf8Range: Range<Int>
  /// UTF-8 offsets from the sign of copyright through the year.
  package var yearRange: Range<Int>?
}

extension RightsNotice {
  /// Whether the whole block is a notice.
  static func isNotice(_ block: BlockRoles.Block) -> Bool {
    guard block.tokens.count <= 60, let sign = signs(in: block.tokens, 0..<block.tokens.count).first else {
      return false
    }
    return sign.lowerBound <= 2 || block.tokens.count <= 25 && block.tokens.suffix(8).contains { $0.key == "reserved" }
  }

  /// The places of signs of copyright: the word, `©`, `(c)`, `All rights reserved`.
  private static func signs(in tokens: [Token], _ range: Range<Int>) -> [Range<Int>] {
    var signs: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, let length = signLength(tokens, end) { end += length }
      if end > index { signs.append(index..<min(end, range.upperBound)) }
      index = max(end, index + 1)
    }
    return signs
  }

  private static func signLength(_ tokens: [Token], _ index: Int) -> Int? {
    switch tokens[index].key {
    case "copyright", "copyrighted", "©", "℗": return 1
    case "(" where index + 2 < tokens.count && tokens[index + 1].key == "c" && tokens[index + 2].key == ")": return 3
    case "all"
    where index + 2 < tokens.count && tokens[index + 1].key == "rights" && tokens[index + 2].key == "reserved": return 3
    default: return nil
    }
  }

  /// The notice of an article: in a block of its own, or at the end of the last paragraph.
  static func find(in article: ArticleText, blocks: [Range<Int>], isRights: [Bool]) -> RightsNotice? {
    for index in blocks.indices.reversed() where isRights[index] {
      if let notice = notice(in: article, tokens: article.tokens(inUTF8: blocks[index]), isWhole: true) {
        return notice
      }
    }
    // Not in a block of its own: `... he said. (c) Agency 2019`
    guard let last = blocks.indices.last(where: { !isRights[$0] }) else { return nil }
    let tokens = article.tokens(inUTF8: blocks[last])
    return notice(
      in: article, tokens: max(tokens.lowerBound, tokens.upperBound - 30)..<tokens.upperBound, isWhole: false)
  }

  private static func notice(in article: ArticleText, tokens range: Range<Int>, isWhole: Bool) -> RightsNotice? {
    let tokens = article.tokens
    guard let sign = signs(in: tokens, range).first else { return nil }
    let first = isWhole ? range.lowerBound : sign.lowerBound
    let words = article.utf8Range(ofTokens: first..<range.upperBound)
    let isReserved = tokens[sign.lowerBound].key == "all"
    let yearIndex = (isReserved ? range : sign.upperBound..<range.upperBound).first { index in
      tokens[index].kind == .number && Int(tokens[index].key).map { 1_900...2_100 ~= $0 } ?? false
    }
    guard isWhole || yearIndex != nil else { return nil }
    var notice = RightsNotice(text: article.string(in: words), holder: nil, year: nil, utf8Range: words, yearRange: nil)
    if let yearIndex {
      // Of several years, the last one is that of this article.
      let last = lastYear(tokens, from: yearIndex, in: range)
      notice.year = Int(tokens[last].key)
      let isNear = yearIndex - sign.upperBound <= 6 && yearIndex >= sign.lowerBound
      notice.yearRange = article.utf8Range(ofTokens: (isNear ? sign.lowerBound : yearIndex)..<(last + 1))
    }
    notice.holder = holder(in: article, tokens: first..<range.upperBound, sign: sign)
    return notice
  }

  private static func lastYear(_ tokens: [Token], from index: Int, in range: Range<Int>) -> Int {
    let next = index + 2
    guard next < range.upperBound, ["-", "--", ","].contains(tokens[index + 1].key), tokens[next].kind == .number,
      Int(tokens[next].key).map({ 1_900...2_100 ~= $0 }) ?? false
    else { return index }
    return next
  }

  private static let noHolder: Set<String> = [
    "by", "the", "all", "rights", "reserved", "copyright", "copyrighted", "©", "℗", "(", ")", "c", ",", ".", "-", "--",
    "|",
    "this", "article", "material", "may", "not", "be",
  ]

  /// The name beside the year: the words up to a stop or `All rights reserved`.
  private static func holder(in article: ArticleText, tokens range: Range<Int>, sign: Range<Int>) -> String? {
    let tokens = article.tokens
    var start: Int?
    for index in sign.lowerBound..<range.upperBound {
      let token = tokens[index]
      if let start {
        let isEnd = [".", ",", "|", ";"].contains(token.key) || token.kind == .number || token.key == "all"
        if isEnd { return article.string(in: article.utf8Range(ofTokens: start..<index)) }
      } else if token.key == "may" || token.key == "this" {
        return nil
      } else if token.kind == .word, token.isCapitalized, !noHolder.contains(token.key) {
        start =
          index > sign.upperBound && tokens[index - 1].key == "the" && tokens[index - 1].isCapitalized
          ? index - 1 : index
      }
    }
    return start.map { article.string(in: article.utf8Range(ofTokens: $0..<range.upperBound)) }
  }
}

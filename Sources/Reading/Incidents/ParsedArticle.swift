/// An article with its sentences tagged and chunked: what all finders of incidents work on.
package struct ParsedArticle: Sendable {
  package let text: ArticleText
  package let sentences: [ParsedSentence]
  /// Whether capital letters tell names apart; false for newswire in capitals.
  package let capitalsMatter: Bool

  package init(_ text: ArticleText) {
    self.text = text
    capitalsMatter = Self.capitalsMatter(in: text.tokens)
    let tagger = Tagger(tokens: text.tokens, capitalsMatter: capitalsMatter)
    var parsed: [ParsedSentence] = []
    parsed.reserveCapacity(text.sentences.count)
    for sentence in text.sentences {
      var start = sentence.tokens.lowerBound
      while start < sentence.tokens.upperBound {
        let range = start..<min(start + Self.longestSentence, sentence.tokens.upperBound)
        let words = tagger.words(in: range)
        let chunks = Chunker(tokens: text.tokens, words: words).chunks()
        parsed.append(
          ParsedSentence(index: parsed.count, block: sentence.block, tokens: range, words: words, chunks: chunks))
        start = range.upperBound
      }
    }
    sentences = parsed
  }

  /// Longer sentences are cut: some rules look at a whole sentence for each of its events, which must not become
  /// quadratic in a text without stops.
  private static let longestSentence = 200

  private static func capitalsMatter(in tokens: [Token]) -> Bool {
    var words = 0
    var capitals = 0
    for token in tokens.prefix(4_000) where token.kind == .word && token.text.utf8.count > 1 {
      words += 1
      if token.isAllCapitals { capitals += 1 }
    }
    return capitals * 2 < words
  }

  /// The words of a token range, as written, with runs of white space as one space.
  package func string(_ tokens: Range<Int>) -> String {
    let range = text.utf8Range(ofTokens: tokens)
    let raw = text.string(in: range)
    guard raw.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) || raw.utf8.elementsEqual("  ".utf8) else {
      return raw
    }
    return raw.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }

  package func key(_ token: Int) -> String { text.tokens.indices.contains(token) ? text.tokens[token].key : "" }
}

extension ParsedSentence {
  /// The noun group at a chunk index.
  func noun(_ chunk: Int) -> NounGroup? {
    guard chunks.indices.contains(chunk), case .noun(let group) = chunks[chunk] else { return nil }
    return group
  }

  /// The verb group at a chunk index.
  func verb(_ chunk: Int) -> VerbGroup? {
    guard chunks.indices.contains(chunk), case .verb(let group) = chunks[chunk] else { return nil }
    return group
  }

  /// The word of a preposition at a chunk index.
  func preposition(_ chunk: Int) -> Int? {
    guard chunks.indices.contains(chunk), case .preposition(let word) = chunks[chunk] else { return nil }
    return word
  }

  /// The tokens of a chunk.
  func tokens(of chunk: Chunk) -> Range<Int> {
    switch chunk {
    case .noun(let group): group.tokens
    case .verb(let group):
      words[group.words.lowerBound].tokens.lowerBound..<words[group.words.upperBound - 1].tokens.upperBound
    case .preposition(let word), .conjunction(let word), .relative(let word), .comma(let word), .other(let word):
      words[word].tokens
    }
  }
}

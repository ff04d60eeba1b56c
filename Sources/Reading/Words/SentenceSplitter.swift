/// The division of an article's tokens into sentences.
struct SentenceSplitter {
  private let tokens: [Token]
  private let utf8: [UInt8]

  /// Sentences longer than this many tokens are looked at again for openings without a stop before them.
  private static let suspiciousLength = 60

  static func sentences(of tokens: [Token], utf8: [UInt8], blocks: [Range<Int>], breaks: [Int]) -> [Sentence] {
    let splitter = SentenceSplitter(tokens: tokens, utf8: utf8)
    var sentences: [Sentence] = []
    var breaks = breaks[...]
    var token = 0
    for (index, block) in blocks.enumerated() {
      let first = token
      while token < tokens.count, tokens[token].range.lowerBound < block.upperBound { token += 1 }
      var forced: Set<Int> = []
      var candidate = first
      while let offset = breaks.first, offset < block.upperBound {
        while candidate < token, tokens[candidate].range.lowerBound < offset { candidate += 1 }
        forced.insert(candidate)
        breaks.removeFirst()
      }
      for range in splitter.split(first..<token, at: forced) { sentences.append(Sentence(tokens: range, block: index)) }
    }
    return sentences
  }

  /// The sentences of one block.
  private func split(_ block: Range<Int>, at forced: Set<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = block.lowerBound
    for index in block where index > start {
      if forced.contains(index) || isBoundary(before: index, in: block) {
        add(start..<index, to: &sentences)
        start = index
      }
    }
    if start < block.upperBound { add(start..<block.upperBound, to: &sentences) }
    return sentences
  }

  private func add(_ sentence: Range<Int>, to sentences: inout [Range<Int>]) {
    guard sentence.count > Self.suspiciousLength else { return sentences.append(sentence) }
    sentences += splitWithoutStops(sentence)
  }

  /// Whether a sentence starts at `index`: behind a stop and what closes with it.
  private func isBoundary(before index: Int, in block: Range<Int>) -> Bool {
    let token = tokens[index]
    if closes(index) { return false }
    var last = index - 1
    // Back over what closes with the sentence; bounded, so that rows of brackets stay linear.
    while last > block.lowerBound, index - last <= 4, closes(last) { last -= 1 }
    let stop = tokens[last]
    switch stop.kind {
    case .mark:
      switch stop.key {
      case ".":
        return opensAfterStop(token) || isGlued(last, index) == false && stop.range.count == 1 && isInCapitals(index)
      case "!", "?": return opensAfterStop(token)
      case "...": return opensAfterStop(token) && !isGlued(last, index)
      default: return false
      }
    case .word where stop.isAbbreviation:
      guard Abbreviations.mayEndSentence.contains(stop.key) else { return false }
      if last < index - 1 { return opensAfterStop(token) }
      return token.isCapitalized && Self.openers.contains(token.key)
    default: return false
    }
  }

  /// Whether the token closes a quotation or bracket that stands with the sentence before it.
  private func closes(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .mark else { return false }
    switch token.key {
    case ")", "]", "}": return true
    case "\"", "'":
      if token.text == "“" || token.text == "‘" || token.text == "``" || token.text == "«" { return false }
      if token.text == "”" || token.text == "’" || token.text == "''" || token.text == "»" { return true }
      return index > 0 && isGlued(index - 1, index)
    default: return false
    }
  }

  /// Whether no white space stands between the two tokens.
  private func isGlued(_ first: Int, _ second: Int) -> Bool {
    tokens[first].range.upperBound == tokens[second].range.lowerBound
  }

  private func opensAfterStop(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.isCapitalized || !isCased(token)
    case .number: true
    case .mark: ["\"", "'", "(", "[", "--", "-", "¿", "¡", "@", "#", "•", "*", "$"].contains(token.key)
    }
  }

  /// Whether the word has letters with case at all: Arabic and Chinese ones have none.
  private func isCased(_ token: Token) -> Bool {
    guard let first = token.text.unicodeScalars.first else { return false }
    return first.isASCII || first.properties.isLowercase || first.properties.isUppercase
  }

  /// Whether the words round the token are in capitals, so that case tells nothing.
  private func isInCapitals(_ index: Int) -> Bool { tokens[index].isAllCapitals }

  /// Splits what is too long to be one sentence at line ends behind short lines, or before words that open sentences.
  private func splitWithoutStops(_ sentence: Range<Int>) -> [Range<Int>] {
    let capitals = tokens[sentence].count { $0.isAllCapitals }
    guard capitals * 2 < sentence.count else { return [sentence] }
    var parts: [Range<Int>] = []
    var start = sentence.lowerBound
    for index in sentence.dropFirst() where index - start >= 6 {
      let token = tokens[index]
      let previous = tokens[index - 1]
      guard token.kind == .word, token.isCapitalized, Self.openers.contains(token.key), previous.kind != .mark,
        !previous.isCapitalized || Self.openers.contains(previous.key) == false && previous.kind == .word,
        !previous.isAbbreviation, !Self.neverLast.contains(previous.key)
      else { continue }
      parts.append(start..<index)
      start = index
    }
    parts.append(start..<sentence.upperBound)
    return parts
  }

  /// Words that open sentences more often than they go on with one in capitals.
  private static let openers: Set<String> = [
    "the", "a", "an", "in", "on", "at", "he", "she", "it", "they", "we", "this", "these", "that", "those", "there",
    "but",
    "and", "however", "meanwhile", "earlier", "later", "after", "before", "according", "his", "her", "its", "their",
    "for",
    "as", "when", "while", "two", "three", "four", "five", "some", "several", "many", "more", "most", "all", "one",
    "also",
    "then", "since", "from", "with", "another", "both", "no", "if", "police", "officials", "witnesses", "local",
    "activists",
  ]

  /// Words that no sentence ends in.
  private static let neverLast: Set<String> = [
    "the", "a", "an", "of", "in", "on", "at", "to", "by", "for", "and", "or", "from", "with", "near", "said", "called",
  ]
}

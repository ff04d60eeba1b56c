/// The text of an article with its tokens and sentences.
package struct ArticleText: Sendable {
  /// The blocks of the body joined by two line feeds: what all offsets refer to.
  package let text: String
  package let tokens: [Token]
  /// In order; together they hold every token once.
  package let sentences: [Sentence]
  /// The UTF-8 range of each block.
  package let blocks: [Range<Int>]

  private let utf8: [UInt8]
  /// The number of scalars before each 128th byte; empty where the text is ASCII, so that the offsets are equal.
  private let scalarCounts: [Int]
  private static let stride = 128

  /// Reads a text whose blocks are separated by empty lines.
  package init(_ text: String) {
    let utf8 = Array(text.utf8)
    var blocks: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < utf8.count {
      if utf8[index] == 0x0A, index + 1 < utf8.count, utf8[index + 1] == 0x0A {
        blocks.append(start..<index)
        index += 2
        start = index
      } else {
        index += 1
      }
    }
    blocks.append(start..<utf8.count)
    self.init(text: text, utf8: utf8, blocks: blocks, breaks: [])
  }

  /// Reads the blocks of a report's body.
  ///
  /// - Parameter breaks: UTF-8 offsets in the joined text at which a new sentence starts whatever the words are, in
  ///   ascending order: the end of a dateline.
  package init(blocks: [String], breaks: [Int] = []) {
    var ranges: [Range<Int>] = []
    var end = 0
    for block in blocks {
      if !ranges.isEmpty { end += 2 }
      ranges.append(end..<(end + block.utf8.count))
      end += block.utf8.count
    }
    let text = blocks.joined(separator: "\n\n")
    self.init(text: text, utf8: Array(text.utf8), blocks: ranges, breaks: breaks)
  }

  private init(text: String, utf8: [UInt8], blocks: [Range<Int>], breaks: [Int]) {
    self.text = text
    self.utf8 = utf8
    self.blocks = blocks
    tokens = Tokenizer.tokens(ofUTF8: utf8)
    sentences = SentenceSplitter.sentences(of: tokens, utf8: utf8, blocks: blocks, breaks: breaks)
    var counts: [Int] = []
    var count = 0
    var isASCII = true
    counts.reserveCapacity(utf8.count / Self.stride + 1)
    for (offset, byte) in utf8.enumerated() {
      if offset % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte >= 0x80 { isASCII = false }
    }
    scalarCounts = isASCII ? [] : counts
  }

  /// The length of the text in bytes of UTF-8.
  package var utf8Count: Int { utf8.count }

  /// The number of Unicode scalars before the UTF-8 offset; offsets outside the text count as its nearer end.
  package func scalarOffset(ofUTF8 offset: Int) -> Int {
    let offset = min(max(offset, 0), utf8.count)
    guard !scalarCounts.isEmpty else { return offset }
    let checkpoint = min(offset / Self.stride, scalarCounts.count - 1)
    var count = scalarCounts[checkpoint]
    for index in (checkpoint * Self.stride)..<offset where utf8[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The words at a UTF-8 range, cut to the text.
  package func string(in range: Range<Int>) -> String {
    String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }

  /// The UTF-8 range that tokens take up; empty at the end of the text where there are none.
  package func utf8Range(ofTokens range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<tokens.count)
    guard let first = tokens[range].first, let last = tokens[range].last else { return utf8.count..<utf8.count }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// The tokens that start inside a UTF-8 range.
  package func tokens(inUTF8 range: Range<Int>) -> Range<Int> {
    let first = firstToken(startingAt: range.lowerBound)
    return first..<max(first, firstToken(startingAt: range.upperBound))
  }

  /// The index of the first token that starts at or behind `offset`.
  private func firstToken(startingAt offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The index of the sentence that holds a token; nil for a token that there is not.
  package func sentence(ofToken token: Int) -> Int? {
    guard tokens.indices.contains(token) else { return nil }
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? low : nil
  }
}

/// A sentence, or what stands for one, of an article.
package struct Sentence: Sendable, Equatable {
  /// Indices of the article's tokens; never empty.
  package var tokens: Range<Int>
  /// The index of the block, the paragraph or headline, that it stands in.
  package var block: Int
}

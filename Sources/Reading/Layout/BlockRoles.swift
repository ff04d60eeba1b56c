import DatelineCore

/// What the blocks of an article are, told from their words and their place.
struct BlockRoles {
  /// One block with its words.
  struct Block {
    let text: String
    let tokens: [Token]

    init(_ text: String) {
      self.text = text
      tokens = Tokenizer.tokens(of: text)
    }

    /// Whether it ends as a sentence does.
    var endsWithStop: Bool {
      for token in tokens.suffix(3).reversed() {
        if [".", "!", "?", ":", "...", ","].contains(token.key) { return true }
        if !["\"", "'", ")", "]"].contains(token.key) { return token.isAbbreviation }
      }
      return false
    }

    func starts(with words: String...) -> Bool {
      tokens.count >= words.count && zip(tokens, words).allSatisfy { $0.0.key == $0.1 }
    }
  }

  /// The head of an article is looked for in its first blocks, its foot in the last.
  private static let headLength = 6

  /// The role of each block, in order.
  static func roles(of blocks: [Block]) -> [BlockRole] {
    var roles: [BlockRole] = []
    var hasBody = false
    for (index, block) in blocks.enumerated() {
      let isHead = !hasBody && index < headLength
      let role = role(of: block, isHead: isHead, isFirst: index == 0, isLast: index == blocks.count - 1)
      if role == .paragraph { hasBody = true }
      roles.append(role)
    }
    return roles
  }

  private static func role(of block: Block, isHead: Bool, isFirst: Bool, isLast: Bool) -> BlockRole {
    if RightsNotice.isNotice(block) { return .rights }
    if isHead {
      if isByline(block) { return .byline }
      if isDateLine(block) { return .dateline }
      if isFirst, !isLast, isHeadline(block) { return .headline }
    }
    if isStandingText(block) { return .boilerplate }
    if isCaption(block) { return .caption }
    if isListItem(block) { return .listItem }
    if isDateLine(block) { return isLast || isHead ? .dateline : .paragraph }
    if !isLast, isHeading(block) { return .heading }
    return .paragraph
  }

  private static func isHeadline(_ block: Block) -> Bool {
    guard block.tokens.count <= 40, block.text.utf8.count <= 300, !block.endsWithStop else { return false }
    guard let first = block.tokens.first else { return false }
    return first.kind != .mark || ["\"", "'"].contains(first.key)
  }

  private static func isHeading(_ block: Block) -> Bool {
    guard 1...12 ~= block.tokens.count, block.text.utf8.count <= 90, !block.endsWithStop else { return false }
    guard let first = block.tokens.first, first.kind != .mark else { return false }
    return first.isCapitalized && !block.text.utf8.contains(0x0A) && block.tokens.contains { $0.kind == .word }
  }

  /// `By Jane Doe`, `By X and Y, Agency`: names and what joins them, nothing else.
  static func isByline(_ block: Block) -> Bool {
    guard 2...24 ~= block.tokens.count, !block.text.utf8.contains(0x0A) else { return false }
    var tokens = block.tokens[...]
    if block.starts(with: "written", "by") || block.starts(with: "reporting", "by") || block.starts(with: "story", "by")
    {
      tokens = tokens.dropFirst()
    }
    guard tokens.first?.key == "by", tokens.first?.isCapitalized ?? false || tokens.count < block.tokens.count else {
      return false
    }
    return tokens.dropFirst().allSatisfy { token in
      token.kind == .word && (token.isCapitalized || Self.namesJoin.contains(token.key))
        || token.kind == .mark && [",", "/", "|", "-", "--", "(", ")", "&", "."].contains(token.key)
    }
  }

  private static let namesJoin: Set<String> = [
    "and", "for", "in", "of", "the", "at", "van", "von", "de", "da", "di", "bin", "al", "el",
  ]

  /// A line that tells when the article was published or changed and nothing else.
  static func isDateLine(_ block: Block) -> Bool {
    guard 1...20 ~= block.tokens.count, !block.text.utf8.contains(0x0A) else { return false }
    if publicationLabel(of: block) != nil { return true }
    let found = DateFinder.expressions(
      in: ArticleText(block.text), tokens: 0..<block.tokens.count, style: .news)
    let covered = found.reduce(0) { $0 + $1.tokens.count }
    guard !found.isEmpty, block.tokens.contains(where: { $0.kind == .number }) else { return false }
    let other =
      block.tokens.count { $0.kind == .word }
      - found.reduce(0) { sum, one in
        sum + block.tokens[one.tokens].count { $0.kind == .word }
      }
    return covered > 1 && other == 0
  }

  /// Which date a line such as `Published: 13 January 2024` announces.
  enum DateLabel { case published, updated }

  static func publicationLabel(of block: Block) -> DateLabel? {
    guard let first = block.tokens.first, block.tokens.count <= 20, block.tokens.contains(where: { $0.kind == .number })
    else { return nil }
    switch first.key {
    case "published", "posted", "issued", "filed", "created": return .published
    case "date" where block.tokens.dropFirst().first?.key == ":": return .published
    case "publication" where block.tokens.dropFirst().prefix(2).contains { $0.key == ":" }: return .published
    case "first" where block.starts(with: "first", "published"): return .published
    case "updated", "modified", "revised": return .updated
    case "last" where block.starts(with: "last", "updated") || block.starts(with: "last", "modified"): return .updated
    default: return nil
    }
  }

  private static func isListItem(_ block: Block) -> Bool {
    guard let first = block.tokens.first, block.tokens.count > 1 else { return false }
    return first.range.lowerBound == 0 && ["*", "•", "·", "▪", "-"].contains(first.key)
      && block.tokens[1].range.lowerBound > first.range.upperBound
  }

  private static func isCaption(_ block: Block) -> Bool {
    guard let first = block.tokens.first, block.tokens.count <= 80 else { return false }
    if ["photo", "image", "picture", "photograph"].contains(first.key), block.tokens.dropFirst().first?.key == ":" {
      return true
    }
    return block.starts(with: "file", "photo") || block.starts(with: "(", "photo")
      || block.starts(with: "image", "credit")
  }

  /// Openings of lines that pages carry round their articles.
  private static let standing: [[String]] = [
    "skip ad", "advertisement", "read more", "read also", "read next", "see also", "related", "related articles",
    "share this",
    "follow us", "sign up", "subscribe", "click here", "our standards", "( reporting by", "reporting by", "editing by",
    "( writing by", "contact us", "more on", "most read", "recommended", "story continues", "continue reading",
    "listen to",
    "watch", "download the app", "terms of", "privacy policy", "comments", "tags", "topics", "filed under", "source",
  ].map { $0.split(separator: " ").map(String.init) }

  private static func isStandingText(_ block: Block) -> Bool {
    guard block.tokens.count <= 40 else { return false }
    return standing.contains { words in
      guard block.tokens.count >= words.count, zip(block.tokens, words).allSatisfy({ $0.0.key == $0.1 }) else {
        return false
      }
      // Single words are standing text only as labels.
      return words.count > 1 || block.tokens.count == 1 || block.tokens[1].key == ":"
    }
  }
}

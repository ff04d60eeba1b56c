package import DatelineCore

/// An article taken apart: its head, its paragraphs and its foot, with what they say about the report itself.
package struct ArticleLayout: Sendable {
  /// A part of the body.
  package struct Block: Sendable, Equatable {
    package var role: BlockRole
    /// Verbatim; a hard-wrapped paragraph keeps its line feeds.
    package var text: String
  }

  /// A value of the report and the words that it was taken from.
  package struct Evidence: Sendable, Equatable {
    /// The field of the report, as a JSON Pointer: `/published`.
    package var field: String
    /// UTF-8 offsets in the report's text.
    package var utf8Range: Range<Int>
    package var rule: String
  }

  /// A date of the report with what it rests on.
  package struct Publication: Sendable, Equatable {
    package var date: EDTF
    package var basis: DateMention.Basis
  }

  /// The body: joined by two line feeds it is the report's text.
  package private(set) var blocks: [Block]
  /// The report's text with its tokens and sentences. A story starts a sentence of its own behind its dateline.
  package let article: ArticleText
  package private(set) var headline: String?
  package private(set) var byline: String?
  package private(set) var authors: [String] = []
  package private(set) var dateline: Dateline?
  package private(set) var rights: RightsNotice?
  package private(set) var published: Publication?
  package private(set) var updated: Publication?
  /// From where the dates of the text are counted; nil where nothing tells.
  package private(set) var reference: DateReference?
  package private(set) var evidence: [Evidence] = []

  /// Takes an article apart.
  ///
  /// - Parameters:
  ///   - text: The article with line feeds as line ends.
  ///   - title: The headline, where it comes apart from the text; it becomes the first block unless the text begins with it.
  ///   - reference: The publication date as told from outside, where it is known.
  package init(_ text: String, title: String? = nil, reference: DateReference? = nil) {
    var parts = BlockSplitter.blocks(of: text).map(BlockRoles.Block.init)
    var roles = BlockRoles.roles(of: parts)
    if let title, let heading = BlockSplitter.blocks(of: title).first.map(BlockRoles.Block.init) {
      if let first = parts.first, first.tokens.map(\.key) == heading.tokens.map(\.key) {
        roles[0] = .headline
      } else {
        if roles.first == .headline { roles[0] = .heading }
        parts.insert(heading, at: 0)
        roles.insert(.headline, at: 0)
      }
    }
    self.init(parts, roles, reference: reference)
  }

  /// Takes the body of a report apart, whose blocks stay as they are.
  ///
  /// - Parameters:
  ///   - roles: The role of each block; nil where nobody has said, so that its words and its place tell.
  ///   - reference: The day of publication.
  package init(blocks: [String], roles: [BlockRole?], reference: DateReference?) {
    let parts = blocks.map(BlockRoles.Block.init)
    self.init(parts, zip(roles, BlockRoles.roles(of: parts)).map { $0 ?? $1 }, reference: reference)
  }

  private init(_ parts: [BlockRoles.Block], _ roles: [BlockRole], reference: DateReference?) {
    blocks = zip(parts, roles).map { Block(role: $0.1, text: $0.0.text) }
    let plain = ArticleText(blocks: parts.map(\.text))
    var breaks: [Int] = []
    // A dateline may open any of the first paragraphs: summaries and captions come before it.
    let stories = roles.indices.filter { roles[$0] == .paragraph }.prefix(3)
    for index in stories {
      guard let opening = DatelineReader.opening(of: plain.blocks[index], in: plain) else { continue }
      switch opening {
      case .dateline(let found):
        dateline = found
        breaks = [found.bodyStart]
      case .remainder(let start): breaks = [start]
      }
      break
    }
    article = breaks.isEmpty ? plain : ArticleText(blocks: parts.map(\.text), breaks: breaks)
    readHead(parts, roles)
    rights = RightsNotice.find(in: article, blocks: article.blocks, isRights: roles.map { $0 == .rights })
    if let rights { evidence.append(Evidence(field: "/rights", utf8Range: rights.utf8Range, rule: "rights.notice")) }
    var dating = PublicationDating(article: article, roles: roles, dateline: dateline, rights: rights, told: reference)
    dating.run(lines: parts)
    self.reference = dating.reference
    published = dating.published
    updated = dating.updated
    evidence += dating.evidence
    dateline?.date = dating.datelineDate
  }

  private mutating func readHead(_ parts: [BlockRoles.Block], _ roles: [BlockRole]) {
    if let index = roles.firstIndex(of: .headline) {
      headline = parts[index].text
      evidence.append(Evidence(field: "/headlines/0", utf8Range: article.blocks[index], rule: "report.headline"))
    }
    if let index = roles.firstIndex(of: .byline) {
      byline = parts[index].text
      authors = Self.authors(parts[index])
      evidence.append(Evidence(field: "/byline", utf8Range: article.blocks[index], rule: "report.byline"))
    }
    if let dateline {
      evidence.append(Evidence(field: "/dateline", utf8Range: dateline.utf8Range, rule: "report.dateline"))
    }
  }

  private static let agencies: Set<String> = [
    "press", "reuters", "times", "agency", "news", "staff", "writer", "correspondent", "post", "service", "afp", "ap",
    "editor",
    "reporter", "bureau", "tribune", "guardian", "bbc", "cnn", "upi", "desk",
  ]

  /// The names of a byline, without agencies and offices.
  private static func authors(_ block: BlockRoles.Block) -> [String] {
    let utf8 = Array(block.text.utf8)
    var tokens = block.tokens[...]
    while let first = tokens.first, ["written", "reporting", "story", "by"].contains(first.key) {
      tokens = tokens.dropFirst()
    }
    let names = tokens.split { [",", "and", "/", "|", "&", "-", "--", "(", ")", "for", "in", "at"].contains($0.key) }
    return names.compactMap { name in
      guard let first = name.first, let last = name.last, 2...5 ~= name.count else { return nil }
      guard !name.contains(where: { agencies.contains($0.key) }) else { return nil }
      return String(decoding: utf8[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
    }
  }
}

/// The division of a plain text into blocks: paragraphs, headlines and standing lines.
///
/// Empty lines part blocks. Where a block has several lines, the article as a whole tells what they are: hard-wrapped
/// text has lines of about one length that break off in the middle of sentences, and keeps its line feeds; in exports
/// with one line for each paragraph most lines end with a stop, and each becomes a block.
struct BlockSplitter {
  /// The blocks of `text`, without empty ones and without white space at their ends.
  static func blocks(of text: String) -> [String] {
    let groups = lineGroups(of: Array(text.utf8))
    let isWrapped = isHardWrapped(groups)
    var blocks: [String] = []
    for group in groups {
      if isWrapped {
        for part in paragraphs(of: group) { blocks.append(string(part)) }
      } else {
        for line in group { blocks.append(string([line])) }
      }
    }
    return blocks
  }

  private typealias Line = ArraySlice<UInt8>

  /// The lines between empty ones, without the space behind them.
  private static func lineGroups(of bytes: [UInt8]) -> [[Line]] {
    var groups: [[Line]] = []
    var group: [Line] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var line = line
      while let last = line.last, last <= 0x20 { line.removeLast() }
      if line.isEmpty {
        if !group.isEmpty { groups.append(group) }
        group = []
      } else {
        group.append(line)
      }
    }
    if !group.isEmpty { groups.append(group) }
    return groups
  }

  /// Longest line of hard-wrapped text, in bytes; Cyrillic takes two for each letter.
  private static let widestWrap = 160

  private static func isHardWrapped(_ groups: [[Line]]) -> Bool {
    var widest = 0
    var broken: [Line] = []
    for group in groups {
      widest = max(widest, group.map(\.count).max() ?? 0)
      broken += group.dropLast()
    }
    guard !broken.isEmpty, widest <= widestWrap else { return broken.isEmpty }
    let unfinished = broken.count { !endsSentence($0) }
    let long = broken.count { $0.count * 2 >= widest }
    // Most lines are full, and sentences end where they will, not at the end of lines.
    return unfinished * 2 > broken.count && long * 2 > broken.count
  }

  private static func endsSentence(_ line: Line) -> Bool {
    var line = line
    while let last = line.last, [0x22, 0x27, 0x29, 0x5D, 0x9D, 0x99].contains(last), line.count > 3 {
      // A closing quotation mark of three bytes ends in 99 or 9D.
      line.removeLast(last >= 0x80 ? 3 : 1)
    }
    guard let last = line.last else { return false }
    return [0x2E, 0x21, 0x3F, 0x3A].contains(last)
  }

  /// Parts hard-wrapped lines where an indented one starts a paragraph, and off the lines of a head.
  private static func paragraphs(of group: [Line]) -> [[Line]] {
    var parts: [[Line]] = []
    for (index, line) in group.enumerated() {
      let isIndented = line.starts(with: [0x20, 0x20]) || line.first == 0x09
      let followsFlush = index > 0 && !(group[index - 1].first.map { $0 <= 0x20 } ?? true)
      if parts.isEmpty || isIndented && followsFlush {
        parts.append([line])
      } else {
        parts[parts.count - 1].append(line)
      }
    }
    return parts
  }

  private static func string(_ lines: [Line]) -> String {
    let text = String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
    return String(text.drop { $0.isWhitespace })
  }
}

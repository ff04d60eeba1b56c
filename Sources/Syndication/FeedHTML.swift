package import DatelineCore
import DatelineHTML

/// Between the HTML of feeds and the blocks of a report.
package enum FeedHTML {
  /// The blocks that a reader of `html` sees.
  package static func blocks(of html: String) -> [Block] {
    let bytes = Array(html.utf8)
    var tokenizer = HTMLTokenizer(bytes, runsScripts: false)
    var output = BlockOutput()
    var hiddenDepth = 0
    while let token = tokenizer.next() {
      switch token.kind {
      case .text where hiddenDepth == 0:
        output.append(token.isRaw ? Array(bytes[token.range]) : HTMLText.resolved(bytes, token.range))
      case .startTag, .endTag:
        guard let element = HTMLElement(bytes.span.extracting(token.name)) else { continue }
        let isStart = token.kind == .startTag
        if element.traits.contains(.hidden), !element.traits.contains(.void) {
          if isStart, element.isFrame, token.isSelfClosing { continue }
          hiddenDepth = isStart ? hiddenDepth + 1 : max(0, hiddenDepth - 1)
        } else if element.name == "br" {
          output.breakLine()
        } else if element.isCell {
          output.separate()
        } else if element.traits.contains(.block) {
          output.endBlock()
          if element.name == "pre" { output.spacing = isStart ? .kept : .flowing }
          output.set(element.name, isOpen: isStart)
        }
      default: break
      }
    }
    output.endBlock()
    return output.blocks
  }

  /// The blocks of text without markup: parted by blank lines.
  package static func blocks(ofText text: String) -> [Block] {
    var output = BlockOutput()
    output.spacing = .lines
    output.append(Array(text.utf8))
    output.endBlock()
    return output.blocks
  }

  /// Whether text that should be without markup has some: tags of HTML, or references to characters.
  package static func looksLikeHTML(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else { return false }
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "&"), let match = HTMLReference.match(bytes.span, at: index),
        !match.lacksSemicolon
      {
        return true
      }
      guard bytes[index] == UInt8(ascii: "<") else { continue }
      let name = bytes[(index + 1)...].drop { $0 == UInt8(ascii: "/") }.prefix { byte in
        0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
      }
      if HTMLElement(String(decoding: name, as: UTF8.self)) != nil, bytes[name.endIndex...].contains(UInt8(ascii: ">"))
      {
        return true
      }
    }
    return false
  }

  /// Text that should be without markup, with what markup there is taken out.
  package static func plainText(_ text: String) -> String {
    looksLikeHTML(text) ? HTMLText.text(of: Array(text.utf8)) : text
  }

  /// HTML for the blocks; nil for none.
  package static func html(of blocks: [Block]) -> String? {
    var output: [UInt8] = []
    var isInList = false
    for block in blocks {
      let isItem = block.role == .listItem
      if isItem != isInList { output.append(contentsOf: (isItem ? "<ul>" : "</ul>").utf8) }
      isInList = isItem
      let tag =
        switch block.role {
        case .headline, .heading: "h2"
        case .listItem: "li"
        case .quotation: "blockquote"
        default: "p"
        }
      let keepsSpace = ["p", "li", "blockquote"].contains(tag) && block.text.description.hasSpaceToKeep
      let outer = keepsSpace && tag == "p" ? "pre" : tag
      output.append(contentsOf: "<\(outer)".utf8)
      if let language = block.language { output.appendAttribute("lang", language.description) }
      output.append(contentsOf: keepsSpace && outer != "pre" ? "><pre>".utf8 : ">".utf8)
      block.text.withUTF8 { Self.text.append($0, to: &output) }
      output.append(contentsOf: keepsSpace && outer != "pre" ? "</pre></\(outer)>".utf8 : "</\(outer)>".utf8)
    }
    if isInList { output.append(contentsOf: "</ul>".utf8) }
    return output.isEmpty ? nil : String(decoding: output, as: UTF8.self)
  }

  /// Lines are parted by breaks.
  private static let text = Escapes([
    UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;", UInt8(ascii: "\""): "&quot;",
    0x0A: "<br>",
  ])

  /// Blocks as they grow.
  private struct BlockOutput {
    /// What white space stands for.
    enum Spacing {
      /// One space, however much there is.
      case flowing
      /// The same, but for line ends, of which two part blocks.
      case lines
      /// Itself.
      case kept
    }

    private(set) var blocks: [Block] = []
    var spacing = Spacing.flowing
    private var bytes: [UInt8] = []
    private var needsSpace = false
    private var roles: [(name: String, role: BlockRole)] = []

    mutating func set(_ name: String, isOpen: Bool) {
      if !isOpen, name == "ul" || name == "ol" {
        // Items are seldom closed; the list closes them.
        while roles.last?.name == "li" { roles.removeLast() }
      }
      guard let role = Self.role(of: name) else { return }
      if isOpen {
        // Items and headings that are never closed must not pile up.
        if roles.count < 64 { roles.append((name, role)) }
      } else if let index = roles.lastIndex(where: { $0.name == name }) {
        roles.removeSubrange(index...)
      }
    }

    private static func role(of name: String) -> BlockRole? {
      switch name {
      case "h1", "h2", "h3", "h4", "h5", "h6": .heading
      case "li": .listItem
      case "blockquote": .quotation
      case "figcaption", "caption": .caption
      default: nil
      }
    }

    /// Parts two cells of a row.
    mutating func separate() { needsSpace = true }

    mutating func append(_ text: [UInt8]) {
      guard spacing != .kept else { return keep(text) }
      var index = 0
      while index < text.count {
        let byte = text[index]
        if byte == 0x0A, spacing == .lines {
          breakLine()
          index += 1
        } else if byte == 0x20 || 0x09...0x0D ~= byte {
          needsSpace = true
          index += 1
        } else {
          if needsSpace, let last = bytes.last, last != 0x0A { bytes.append(0x20) }
          needsSpace = false
          let end = text.span.endOfWords(from: index)
          bytes.append(copying: text.span.extracting(index..<end))
          index = end
        }
      }
    }

    /// Appends text as it stands, with LF for each line end. HTML drops one that follows the start tag of `pre` at once
    /// (section 13.1.2.5), and a last one does not show.
    private mutating func keep(_ text: [UInt8]) {
      var isBehindReturn = false
      for (index, byte) in text.enumerated() {
        let isFirst = bytes.isEmpty && index == 0
        switch byte {
        case 0x0A where isBehindReturn: break
        case 0x0A, 0x0D: if !isFirst { bytes.append(0x0A) }
        case 0x0B, 0x0C: bytes.append(0x20)
        default: bytes.append(byte)
        }
        isBehindReturn = byte == 0x0D
      }
    }

    /// A second break with nothing between begins a block, but where white space is kept.
    mutating func breakLine() {
      guard spacing != .kept else { return bytes.append(0x0A) }
      needsSpace = false
      if bytes.last == 0x0A { return endBlock() }
      if !bytes.isEmpty { bytes.append(0x0A) }
    }

    mutating func endBlock() {
      needsSpace = false
      while bytes.last == 0x0A { bytes.removeLast() }
      if !bytes.allSatisfy({ $0 <= 0x20 }), let text = Text(String(decoding: bytes, as: UTF8.self)) {
        var block = Block(text: text)
        block.role = roles.last?.role ?? .paragraph
        blocks.append(block)
      }
      bytes.removeAll(keepingCapacity: true)
    }
  }
}

extension String {
  /// Whether there is white space that HTML would not show outside of `pre`.
  fileprivate var hasSpaceToKeep: Bool {
    var last: UInt8 = 0x20
    for byte in utf8 {
      if byte == 0x09 || byte == 0x0D || (byte == 0x20 && (last == 0x20 || last == 0x0A)) { return true }
      if byte == 0x0A, last == 0x20 || last == 0x0A { return true }
      last = byte
    }
    return last == 0x20 || last == 0x0A
  }
}

extension [UInt8] {
  fileprivate mutating func appendAttribute(_ name: String, _ value: String) {
    append(contentsOf: " \(name)=\"".utf8)
    Escapes.attribute.append(value, to: &self)
    append(UInt8(ascii: "\""))
  }
}

extension Escapes {
  fileprivate static let attribute = Escapes([
    UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;", UInt8(ascii: "\""): "&quot;",
  ])
}

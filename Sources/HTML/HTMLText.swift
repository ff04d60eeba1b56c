internal import DatelineCore

/// The text of HTML, as a reader without pictures sees it.
public enum HTMLText {
  /// The words of `html`: tags dropped, references resolved, blocks on lines of their own, cells and other white space
  /// with one space between, what is not shown left out. An end tag that may be left out (section 13.1.2.4) makes no
  /// difference.
  public static func text(of html: [UInt8]) -> String {
    var tokenizer = HTMLTokenizer(html, runsScripts: false)
    var output = Output()
    var hiddenDepth = 0
    var isPreformatted = false
    while let token = tokenizer.next() {
      switch token.kind {
      case .text where hiddenDepth == 0:
        output.append(token.isRaw ? Array(html[token.range]) : resolved(html, token.range), isPreformatted)
      case .startTag, .endTag:
        guard let element = HTMLElement(html.span.extracting(token.name)) else { continue }
        let isStart = token.kind == .startTag
        if element.traits.contains(.hidden), !element.traits.contains(.void) {
          if isStart, element.isFrame, token.isSelfClosing { continue }
          hiddenDepth = isStart ? hiddenDepth + 1 : max(0, hiddenDepth - 1)
        } else if element.isCell {
          output.append([0x20], false)
        } else if element.traits.contains(.block) {
          output.breakLine()
        }
        if element.name == "pre" { isPreformatted = isStart }
      default: break
      }
    }
    return output.finish()
  }

  /// The bytes of `range` with references resolved.
  public static func resolved(_ bytes: [UInt8], _ range: Range<Int>, inAttribute: Bool = false) -> [UInt8] {
    let span = bytes.span.extracting(range)
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var start = 0
    while start < span.count {
      let ampersand = span.firstIndex(of: UInt8(ascii: "&"), from: start)
      result.append(contentsOf: bytes[(range.lowerBound + start)..<(range.lowerBound + ampersand)])
      guard ampersand < span.count else { break }
      if let match = HTMLReference.match(span, at: ampersand, inAttribute: inAttribute) {
        result.append(contentsOf: match.text.utf8)
        start = ampersand + match.length
      } else {
        result.append(UInt8(ascii: "&"))
        start = ampersand + 1
      }
    }
    return result
  }

  /// Lines of text, with runs of space made one.
  private struct Output {
    var bytes: [UInt8] = []
    var needsSpace = false

    mutating func append(_ text: [UInt8], _ isPreformatted: Bool) {
      var index = 0
      while index < text.count {
        if HTMLTokenizer.isSpace(text[index]), !isPreformatted {
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

    mutating func breakLine() {
      needsSpace = false
      if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    mutating func finish() -> String {
      while bytes.last == 0x0A { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension Span<UInt8> {
  /// Where words end that stand with one space between them, from the first byte of a word on: so far a text is what a
  /// reader of HTML sees.
  package func endOfWords(from start: Int) -> Int {
    var index = start + 1
    while index < count {
      let isPlain = self[index] > 0x20 || self[index] == 0x20 && index + 1 < count && self[index + 1] > 0x20
      guard isPlain else { break }
      index += 1
    }
    return index
  }
}

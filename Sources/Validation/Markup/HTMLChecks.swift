internal import DatelineCore
internal import DatelineHTML

/// Checks escaped HTML: that it is HTML, and that nothing in it runs or reaches beyond the place where it is shown
/// (RFC 4287, section 8.1).
package struct HTMLChecks {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let demand: MarkupDemand
  /// The elements that are open, with the places of their tags.
  private var open: [(element: HTMLElement, place: Range<Int>)] = []
  /// How many elements of SVG or MathML are open, in which other names are legal.
  private var foreignDepth = 0
  private var problems: [ValueProblem] = []

  /// Checks `range` of `bytes`; the places of problems count from its start.
  package static func check(
    _ bytes: [UInt8], in range: Range<Int>, _ demand: MarkupDemand, _ problems: inout [ValueProblem]
  ) {
    var checks = HTMLChecks(bytes, range, demand)
    checks.run()
    problems.append(contentsOf: checks.problems)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, _ demand: MarkupDemand) {
    self.bytes = bytes
    self.range = range
    self.demand = demand
  }

  private mutating func run() {
    var tokenizer = HTMLTokenizer(bytes, in: range)
    // No place shows more than that many problems.
    while let token = tokenizer.next(), problems.count < 50 {
      switch token.kind {
      case .text: if !token.isRaw { checkReferences(token.range) }
      case .startTag: start(token)
      case .endTag: end(token)
      case .comment:
        if token.isUnfinished {
          report(.htmlInvalid, "a comment or declaration is not closed", token.range)
        }
      case .doctype: report(.htmlInvalid, "a document type has no place inside a feed", token.range)
      }
    }
    for (element, place) in open where !element.traits.contains(.optionalEnd) {
      report(.htmlInvalid, "<\(element.name)> is not closed; write </\(element.name)>", place)
    }
  }

  private mutating func report(_ rule: RuleID, _ message: String, _ place: Range<Int>) {
    problems.append(
      ValueProblem(
        rule, message, at: (place.lowerBound - range.lowerBound)..<(place.upperBound - range.lowerBound)))
  }

  private func text(_ place: Range<Int>) -> String { String(decoding: bytes[place], as: UTF8.self) }

  // MARK: Tags

  private mutating func start(_ token: HTMLToken) {
    if token.isUnfinished { report(.htmlInvalid, "the tag is not closed; write '>' at its end", token.range) }
    guard let element = HTMLElement(bytes.span.extracting(token.name)) else {
      if foreignDepth == 0, !isCustom(token.name) || demand.contains(.reference) {
        report(.htmlInvalid, "HTML has no element \(quoted(text(token.name)))", token.name)
      }
      return checkAttributes(token)
    }
    if element.traits.contains(.unsafe) {
      report(
        .htmlUnsafeElement, "<\(element.name)> is removed by careful readers, and dangerous in others; leave it out",
        token.range)
    }
    checkAttributes(token, of: element)
    if element.name == "svg" || element.name == "math" { foreignDepth += token.isSelfClosing ? 0 : 1 }
    let isClosed = element.traits.contains(.void) || (token.isSelfClosing && foreignDepth > 0)
    if !isClosed { open.append((element, token.range)) }
    if open.count > 512 { open.removeFirst(256) }
  }

  /// HTML leaves names with a hyphen to authors (WHATWG HTML, section 4.13.3); Office's have a colon.
  private func isCustom(_ name: Range<Int>) -> Bool { bytes[name].contains(UInt8(ascii: "-")) }

  private mutating func end(_ token: HTMLToken) {
    guard let element = HTMLElement(bytes.span.extracting(token.name)) else { return }
    if element.name == "svg" || element.name == "math" { foreignDepth = max(0, foreignDepth - 1) }
    guard !element.traits.contains(.void), element.name != "p" else { return }
    guard let index = open.lastIndex(where: { $0.element == element }) else {
      return report(.htmlInvalid, "</\(element.name)> closes nothing; <\(element.name)> is missing", token.range)
    }
    for (other, place) in open[(index + 1)...] where !other.traits.contains(.optionalEnd) {
      report(.htmlInvalid, "<\(other.name)> is still open where </\(element.name)> stands", place)
    }
    open.removeSubrange(index...)
  }

  // MARK: Attributes

  private mutating func checkAttributes(_ token: HTMLToken, of element: HTMLElement? = nil) {
    guard !token.attributes.isEmpty else { return }
    let bytes = bytes
    var attributes = HTMLAttributes(bytes, in: token.attributes)
    while let attribute = attributes.next() {
      let name = bytes.span.extracting(attribute.name)
      if AttributeSafety.isHandler(name) {
        report(
          .htmlUnsafeAttribute, "'\(text(attribute.name))' runs a script; leave it out", attribute.name)
      } else if name.equals("style") || name.equalsIgnoringCase("style") {
        checkStyle(attribute.value)
      } else if AttributeSafety.isLink(name) {
        checkLink(attribute, name: text(attribute.name), of: element)
      }
    }
  }

  private mutating func checkStyle(_ place: Range<Int>) {
    let value = HTMLText.resolved(bytes, place, inAttribute: true)
    if let message = StyleSafety.fault(String(decoding: value, as: UTF8.self), demand) {
      report(.htmlUnsafeStyle, message, place)
    }
  }

  private mutating func checkLink(_ attribute: HTMLAttribute, name: String, of element: HTMLElement?) {
    let value = HTMLText.resolved(bytes, attribute.value, inAttribute: true)
    if let scheme = AttributeSafety.unsafeScheme(value.span, isPicture: element?.name == "img") {
      report(.linkSchemeUnsafe, "a \(scheme): link runs or shows what the feed says; leave it out", attribute.value)
    }
    guard demand.contains(.absoluteLinks), element?.name == "a" || element?.name == "img",
      name == "href" || name == "src", URIReference(value.span).scheme == nil,
      // A fragment alone leads to a place in the text itself (RFC 3986, section 4.4).
      value.first != UInt8(ascii: "#") || demand.contains(.reference)
    else { return }
    report(
      .htmlRelativeUrl,
      "\(quoted(text(attribute.value))) is relative, and readers have no base for it; write the full URL",
      attribute.value)
  }

  // MARK: References

  private mutating func checkReferences(_ place: Range<Int>) {
    let bytes = bytes
    let span = bytes.span.extracting(place)
    var index = 0
    while true {
      index = span.firstIndex(of: UInt8(ascii: "&"), from: index)
      guard index < span.count else { return }
      let start = place.lowerBound + index
      if let match = HTMLReference.match(span, at: index) {
        let code = match.number ?? 0
        if 0x80...0x9F ~= code || code == 0xFFFD {
          report(.textMojibake, "the reference stands for no character", start..<(start + match.length))
        }
        checkSpelling(match, place: start..<(start + match.length))
        index += match.length
      } else {
        if let name = unknownName(span, after: index) {
          report(
            .htmlInvalid, "HTML has no reference '&\(name);'; write '&amp;' for an ampersand",
            start..<(start + name.utf8.count + 2))
        }
        index += 1
      }
    }
  }

  /// A reference that lost its semicolon, or that was escaped once more than it should.
  private mutating func checkSpelling(_ match: HTMLReference.Match, place: Range<Int>) {
    let text = String(decoding: bytes[place], as: UTF8.self)
    if match.lacksSemicolon {
      report(.textTruncatedEntity, "\(quoted(text)) lacks its semicolon; write it, or '&amp;' for an ampersand", place)
    } else if match.name == "amp",
      bytes[place.upperBound..<min(range.upperBound, place.upperBound + 4)].elementsEqual("amp;".utf8)
    {
      report(.textDoubleEscaped, "the text was escaped once too often, so people see '&amp;'; escape it once", place)
    }
  }

  /// The letters of `&letters;`; nil where there is no semicolon.
  private func unknownName(_ span: Span<UInt8>, after ampersand: Int) -> String? {
    var end = ampersand + 1
    while end < span.count, end - ampersand < 32, span[end].isLetter || span[end].isDigit { end += 1 }
    guard end > ampersand + 1, span.has(UInt8(ascii: ";"), at: end) else { return nil }
    return span.extracting((ampersand + 1)..<end).string
  }
}

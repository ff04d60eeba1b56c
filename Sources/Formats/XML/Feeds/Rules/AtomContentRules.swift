internal import DatelineCore
internal import DatelineHTML
internal import DatelineValidation

/// Texts and content of Atom (RFC 4287, sections 3.1 and 4.1.3).
extension FeedState {
  mutating func checkTextType(_ value: Span<UInt8>) {
    if value.equals("text") || value.equals("html") || value.equals("xhtml") || value.isEmpty { return }
    if isReference, value.place(of: UInt8(ascii: "/")) == nil {
      fail(.mimeInvalid, "\(quoted(value.string)) is none of text, html and xhtml")
    }
    fail(.atomTextType, "\(quoted(value.string)) is none of text, html and xhtml; write one of them")
  }

  mutating func checkContentType(_ value: Span<UInt8>) {
    if value.equals("text") || value.equals("html") || value.equals("xhtml") || value.isEmpty { return }
    if value.startsIgnoringCase(with: "multipart/") || value.startsIgnoringCase(with: "message/") {
      return fail(.mimeInvalid, "content of several parts, \(quoted(value.string)), cannot stand in an entry")
    }
    MediaType.check(value, rule: .mimeInvalid, &problems)
  }

  mutating func startContent(_ model: ElementModel, _ event: XMLEvent) {
    let type = attribute("type", of: event)
    let mode = attribute("mode", of: event)
    let source = attribute("src", of: event)
    let top = frames.count - 1
    frames[top].keep { $0.type = type }
    frames[top].keep { $0.mode = mode }
    frames[top].keep { $0.source = source }
    frames[top].content = Self.kind(of: type, isContent: model.role == .atomContent)
    guard model.role == .atomContent, frames.count >= 2, frames[top - 1].model.role == .entry else { return }
    entry.contentKind = frames[top].content
    entry.hasContentSource = source != nil
    entry.contentLink = source.map { ($0, type ?? "") }
    if source != nil, type == nil {
      report(
        .atomContentTypeMissing, "content that is elsewhere should say its type; add 'type'", at: place(ofTag: event))
    }
  }

  private static func kind(of type: String?, isContent: Bool) -> AtomContentKind {
    guard let type = type?.lowercased() else { return .plain }
    switch type {
    case "", "text": return .plain
    case "html": return .html
    case "xhtml": return .xhtml
    default: break
    }
    let essence = type.prefix { $0 != ";" }
    if essence.hasSuffix("+xml") || essence.hasSuffix("/xml") { return .xml }
    if essence.hasPrefix("text/") { return isContent ? .text : .plain }
    return essence.contains("/") ? .base64 : .plain
  }

  /// What a child of an Atom text or content is.
  mutating func contentChild(_ parent: Frame, _ event: XMLEvent) -> ElementMatch {
    let name = names[event.name]
    switch parent.content {
    case .xhtml:
      if namespace(event.name) == .xhtml {
        if name.local == "div", !parent.hasChildren { return ElementMatch(model: Self.markup) }
        return ElementMatch(
          model: Self.markup, problem: (.atomXhtmlDiv, "XHTML stands in one <div>; put all of it into one"))
      }
      if name.namespace == FeedNamespace.atom.uri, HTMLElement(name.local) != nil {
        report(
          .htmlInvalid, "<\(written(event.name))> is in the namespace of Atom; declare that of XHTML on it",
          at: place(ofTag: event))
      }
      return ElementMatch(
        model: .foreign,
        problem: (
          .atomXhtmlDiv, "XHTML stands in one <div> of the namespace of XHTML, not in <\(name.written.prefix(80))>"
        ))
    case .xml:
      if let space = namespace(event.name), space.knowledge == .checkedHere, isChecked(space), name.local == "alert" {
        return ElementMatch(model: AlertVocabulary.alert)
      }
      if namespace(event.name) == .xhtml, isFragment(parent, name.local) {
        return ElementMatch(
          model: Self.markup,
          problem: (
            .atomHtmlFragment, "content of a type of its own is a whole document, not a piece; write type=\"xhtml\""
          ))
      }
      return namespace(event.name) == .xhtml ? ElementMatch(model: Self.markup) : .foreign
    case .plain, .html, .text, .base64:
      if parent.attributes?.source != nil { return ElementMatch(model: .foreign) }
      return ElementMatch(
        model: .foreign,
        problem: (
          .atomEscapedNot,
          "the type says that there is text, and here is an element; escape its '<', or write type=\"xhtml\" and a <div>"
        ))
    }
  }

  private func isFragment(_ parent: Frame, _ local: String) -> Bool {
    parent.attributes?.type?.lowercased().hasPrefix("application/xhtml+xml") == true && local != "html"
  }

  mutating func endContent(_ frame: Frame) {
    problems.removeAll(keepingCapacity: true)
    let texts = text
    let all = texts.span.extracting(frame.textStart..<text.count)
    let range = all.trimmedRange
    let value = all.extracting(range)
    let isEmpty = value.isEmpty && !frame.hasChildren
    let isMissingType = frame.content != .xhtml
    if frame.attributes?.source != nil {
      if !isEmpty {
        report(.textStray, "content that is elsewhere is empty here; take this out, or 'src'", at: place(ofTag: frame))
      }
      return
    }
    if isEmpty, isMissingType || isReference {
      report(
        .valueBlank, "<\(written(frame.name))> is empty; write something in it, or leave it out",
        at: place(ofTag: frame))
    }
    checkContent(frame, value, isEmpty: isEmpty)
    if !problems.isEmpty { reportProblems(ofText: frame, range) }
  }

  private mutating func checkContent(_ frame: Frame, _ value: Span<UInt8>, isEmpty: Bool) {
    switch frame.content {
    case .plain: checkPlainText(value, in: frame, rule: .atomUndeclaredHtml)
    case .html:
      checkHTML(in: frame)
    case .xhtml:
      if !value.isEmpty {
        fail(.atomXhtmlDiv, "XHTML stands in one <div>, and here is text beside it; put it inside")
        checkEscaped(value)
      } else if isEmpty {
        report(.atomXhtmlDiv, "XHTML stands in one <div>, and there is none; add it", at: place(ofTag: frame))
      }
    case .xml: break
    case .text:
      let type = frame.attributes?.type?.lowercased() ?? ""
      if type.hasPrefix("text/html") {
        if !frame.hasChildren, !value.isEmpty, !value.startsIgnoringCase(with: "<html"),
          !value.startsIgnoringCase(with: "<!doctype")
        {
          fail(.atomHtmlFragment, "content of the type text/html is a whole page, not a piece; write type=\"html\"")
        }
        checkHTML(in: frame)
      } else {
        checkPlainText(value, in: frame, rule: .atomUndeclaredHtml)
      }
    case .base64:
      if !frame.hasChildren, !Self.isBase64(value) {
        fail(.atomBase64, "content of a type that is no text is in Base64, and this is not (RFC 4648, section 4)")
      }
    }
  }

  private static func isBase64(_ value: Span<UInt8>) -> Bool {
    var count = 0
    var padding = 0
    for index in value.indices {
      let byte = value[index]
      if byte.isXMLSpace { continue }
      if byte == UInt8(ascii: "=") {
        padding += 1
      } else if !byte.isLetter && !byte.isDigit && byte != UInt8(ascii: "+") && byte != UInt8(ascii: "/") || padding > 0
      {
        return false
      }
      count += 1
    }
    return count % 4 == 0 && padding <= 2
  }
}

internal import DatelineCore
internal import DatelineHTML
internal import DatelineValidation

/// XHTML that stands in a feed as elements.
extension FeedState {
  func markupChild(_ event: XMLEvent) -> ElementMatch {
    guard let space = namespace(event.name) else {
      return names[event.name].namespace == nil
        ? ElementMatch(
          model: Self.markup,
          problem: (.extensionWithoutNamespace, "<\(written(event.name))> is in no namespace; give it that of XHTML"))
        : .foreign
    }
    if space == .xhtml || space == .svg || space == .mathML { return ElementMatch(model: Self.markup) }
    guard space.knowledge == .checked, space != .rdf, space != .dublinCore, space != .gml else { return .foreign }
    return ElementMatch(
      model: .foreign, problem: (.elementUnknown, "<\(written(event.name))> has no place inside of markup; move it out")
    )
  }

  mutating func checkMarkupAttributes(_ event: XMLEvent) {
    let local = names[event.name].local
    let isHTML = namespace(event.name) == .xhtml
    let element = isHTML ? HTMLElement(local) : nil
    let place = place(ofTag: event)
    if isHTML, let element, element.traits.contains(.unsafe), !isBody(local) {
      report(
        .htmlUnsafeElement, "<\(local)> is removed by careful readers, and dangerous in others; leave it out", at: place
      )
    } else if isHTML, element == nil {
      report(.htmlInvalid, "HTML has no element \(quoted(local))", at: place)
    } else if let space = namespace(event.name), !isHTML, isDropped(local, of: space) {
      report(
        .htmlUnsafeElement, "<\(local)> is removed by careful readers, and dangerous in others; leave it out", at: place
      )
    }
    for index in 0..<event.attributes.count { checkMarkupAttribute(index, event, element) }
  }

  private func isDropped(_ local: String, of space: FeedNamespace) -> Bool {
    ["script", "foreignObject", "annotation-xml", "handler"].contains(local)
      || !GraphicsVocabulary.isElement(local, of: space, isOld: isReference)
  }

  private func isBody(_ local: String) -> Bool { local == "body" && frames.dropLast().last?.model.role != .markup }

  private mutating func checkMarkupAttribute(_ index: Int, _ event: XMLEvent, _ element: HTMLElement?) {
    let attribute = tape.attributes[event.attributes.lowerBound + index]
    let name = names[attribute.name]
    let taped = tape.bytes
    let value = taped.span.extracting(attribute.value)
    let bytes = Array(name.local.utf8)
    problems.removeAll(keepingCapacity: true)
    if namespace(attribute.name) == .xml {
      if name.local == "base", let scheme = AttributeSafety.unsafeScheme(value, isPicture: false) {
        report(
          .linkBaseUnsafe, "a base that is a \(scheme): link changes what every link below means; take it out",
          at: place(ofAttribute: index, in: event))
      }
      return
    }
    if AttributeSafety.isHandler(bytes.span) {
      fail(.htmlUnsafeAttribute, "'\(name.local.prefix(80))' runs a script; leave it out")
    } else if name.local == "style", name.namespace == nil {
      if let message = StyleSafety.fault(value.string, isReference ? .reference : []) {
        fail(.htmlUnsafeStyle, message)
      }
    } else if AttributeSafety.isLink(bytes.span),
      let scheme = AttributeSafety.unsafeScheme(value, isPicture: element?.name == "img")
    {
      fail(.linkSchemeUnsafe, "a \(scheme): link runs or shows what the feed says; leave it out")
    } else if let space = namespace(event.name), space != .xhtml, name.namespace == nil,
      !GraphicsVocabulary.isAttribute(name.local, of: space, isOld: isReference)
    {
      fail(
        .htmlUnsafeAttribute,
        "careful readers drop the attribute \(quoted(name.local)), which nobody knows here; leave it out")
    }
    TextScan.check(value, &problems)
    if !problems.isEmpty { reportProblems(ofAttribute: index, event) }
  }

  /// Looks at the text of markup, or of something that nothing is known about.
  mutating func endMarkup(_ frame: Frame) {
    guard frame.model.role == .markup, text.count > frame.textStart else { return }
    problems.removeAll(keepingCapacity: true)
    let texts = text
    let value = texts.span.extracting(frame.textStart..<text.count)
    TextScan.check(value, &problems)
    checkEscaped(value)
    if !problems.isEmpty { reportProblems(ofText: frame, 0..<(text.count - frame.textStart)) }
  }

  /// Tags that are escaped where they could be elements.
  mutating func checkEscaped(_ value: Span<UInt8>) {
    guard value.place(of: UInt8(ascii: "<")) != nil else { return }
    PlainTextChecks.check(value, rule: .atomXhtmlEscaped, tellsCause: false, isLiteral: { _ in false }, &problems)
  }
}

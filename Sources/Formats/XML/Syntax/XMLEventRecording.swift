import DatelineCore

/// What the parsers say as they go through the document.
extension XMLParserState {
  /// Takes an attribute of the tag that ``start(_:before:tagLength:attributes:declarationCount:isInEntity:)`` is told
  /// next.
  mutating func attribute(_ name: Int, _ value: Span<UInt8>) {
    let start = tape.bytes.count
    tape.bytes.append(copying: value)
    tape.attributes.append(XMLAttribute(name: name, value: start..<tape.bytes.count))
  }

  /// Takes a namespace that the tag declares which is told next.
  mutating func declare(_ prefix: String, as namespace: String) {
    tape.declarations.append(
      XMLDeclaredNamespace(event: tape.events.count, prefix: prefix, namespace: namespace))
  }

  /// Takes the start of an element whose tag ends, but for its `>` or `/>`, at `end`.
  ///
  /// - Parameters:
  ///   - tagLength: How many bytes before that it begins; 0 where that is not known.
  ///   - attributes: Where its attributes begin in the tape's list.
  ///   - isInEntity: Whether it stands in the text of an entity and not in the document.
  /// - Returns: Whether the limits hold.
  @inline(__always)
  mutating func start(
    _ name: Int, before end: Int, tagLength: Int = 0, attributes: Int, declarationCount: Int,
    isInEntity: Bool = false
  ) -> Bool {
    let event = XMLEvent(
      .start, name: name, bytes: 0..<0, attributes: attributes..<tape.attributes.count, depth: open.count + 1,
      offset: end, tagLength: tagLength, isInEntity: isInEntity)
    open.append(OpenElement(event: droppedEvents + tape.events.count, name: name, tagEnd: end))
    textLength = 0
    if isInEntity { noteEntityMarkup(end) } else { tokenEnd = end + 1 }
    if open.count > limits.depth || event.attributes.count + declarationCount > limits.attributes { failOf(event) }
    guard failure == nil else { return false }
    if names.hasRequests { warnOfRequests(event) }
    tape.events.append(event)
    return true
  }

  private mutating func noteEntityMarkup(_ end: Int) {
    guard !hasEntityMarkup else { return }
    hasEntityMarkup = true
    warn(.xmlEntityMarkup, "elements come from an entity's text here; many programs lose them", at: end)
  }

  private mutating func failOf(_ event: XMLEvent) {
    if open.count > limits.depth {
      fail(.xmlLimit, "elements nest deeper than \(limits.depth) levels", at: start(of: event))
    } else {
      fail(.xmlLimit, "the element has more than \(limits.attributes) attributes", at: start(of: event))
    }
  }

  /// Says what is not followed, so that nobody thinks that it was.
  private mutating func warnOfRequests(_ event: XMLEvent) {
    if names.requests[event.name] == .inclusion {
      warn(.xmlNotRead, "XInclude is never followed; what it would include is missing here", at: start(of: event))
    }
    for attribute in tape.attributes[event.attributes] where names.requests[attribute.name] == .reference {
      let scheme = String(decoding: tape.bytes[attribute.value].prefix(24), as: UTF8.self).lowercased()
        .trimmingPrefix { $0.isWhitespace }.prefix { $0 != ":" }
      if ["file", "javascript", "vbscript", "data"].contains(scheme) {
        warn(
          .xmlLocalReference,
          "'\(names.names[attribute.name].written)' is a \(scheme) link, which is kept and never followed",
          at: start(of: event))
      }
    }
  }

  /// Takes the end of an element whose tag ends at `end`.
  @inline(__always)
  mutating func end(_ name: Int, before end: Int, tagLength: Int = 0, isInEntity: Bool = false) {
    let depth = open.count
    let first = (open.last?.event ?? 0) - droppedEvents
    if depth > 0 { open.removeLast() }
    if first >= 0 { tape.events[first].length = UInt32(truncatingIfNeeded: tape.events.count - first) }
    textLength = 0
    if !isInEntity { tokenEnd = end }
    tape.events.append(
      XMLEvent(
        .end, name: name, bytes: 0..<0,
        attributes: tape.attributes.count..<tape.attributes.count, depth: depth, offset: end, tagLength: tagLength,
        isInEntity: isInEntity))
  }

  /// Takes text, or a piece of one, that begins where the last token ended and goes to `end`.
  ///
  /// - Returns: Whether the limits hold.
  @inline(__always)
  mutating func text(_ text: Span<UInt8>, upTo end: Int, isInEntity: Bool = false) -> Bool {
    let start = isInEntity ? lastOffset : tokenEnd
    let holds = append(
      .text, text, from: start, isInEntity: isInEntity, extends: tape.events.last?.kind == .text)
    if !isInEntity { tokenEnd = end }
    return holds
  }

  /// Takes the text of a CDATA section, or a piece of it.
  ///
  /// - Parameters:
  ///   - start: Where the section begins, or the piece.
  ///   - continues: Whether the section began with an earlier piece.
  /// - Returns: Whether the limits hold.
  mutating func section(
    _ text: Span<UInt8>, from start: Int, upTo end: Int, continues: Bool, isInEntity: Bool = false
  ) -> Bool {
    let holds = append(
      .cdata, text, from: start, isInEntity: isInEntity, extends: continues && tape.events.last?.kind == .cdata)
    if !isInEntity { tokenEnd = end }
    return holds
  }

  @inline(__always)
  private mutating func append(
    _ kind: XMLEvent.Kind, _ text: Span<UInt8>, from start: Int, isInEntity: Bool, extends: Bool
  ) -> Bool {
    guard mayAdd(text.count, from: start) else { return false }
    if extends { endTapeWithText() }
    let first = tape.bytes.count
    tape.bytes.append(copying: text)
    addText(kind, first..<tape.bytes.count, from: start, isInEntity: isInEntity, extends: extends)
    return true
  }

  /// Takes text, or a piece of one, that stands in the window at `range` and goes to `end` of the document. What is in the
  /// mirror is not copied.
  @inline(__always)
  mutating func text(at range: Range<Int>, of bytes: Span<UInt8>, upTo end: Int) {
    let extends = tape.events.last?.kind == .text
    guard let mirror, !extends || tape.events.last?.bytes.upperBound == range.lowerBound &+ mirror.shift else {
      _ = text(bytes.extracting(range), upTo: end)
      return
    }
    let start = tokenEnd
    guard mayAdd(range.count, from: start) else { return }
    tokenEnd = end
    let taped = (range.lowerBound &+ mirror.shift)..<(range.upperBound &+ mirror.shift)
    addText(.text, taped, from: start, isInEntity: false, extends: extends)
  }

  @inline(__always)
  private mutating func mayAdd(_ count: Int, from start: Int) -> Bool {
    if textLength == 0 { textStart = start }
    textLength &+= count
    guard textLength <= limits.text else {
      fail(.xmlLimit, "the text has more than \(limits.text) bytes without an element between", at: textStart)
      return false
    }
    return true
  }

  @inline(__always)
  private mutating func addText(
    _ kind: XMLEvent.Kind, _ range: Range<Int>, from start: Int, isInEntity: Bool, extends: Bool
  ) {
    if extends {
      let last = tape.events.count &- 1
      let text = tape.events[last].bytes
      tape.events[last].move(to: text.isEmpty ? range : text.lowerBound..<range.upperBound)
    } else {
      tape.events.append(
        XMLEvent(
          kind, bytes: range, attributes: tape.attributes.count..<tape.attributes.count, depth: open.count,
          offset: start, isInEntity: isInEntity))
    }
  }

  /// Sees to it that the tape ends with the text of the last event, so that more can be added to it.
  private mutating func endTapeWithText() {
    guard let last = tape.events.last, !last.bytes.isEmpty, last.bytes.upperBound != tape.bytes.count else { return }
    let range = last.bytes
    let end = tape.bytes.count
    // Of a long text little is moved: what has been mirrored behind it gives way. In each of its pieces that costs less
    // than a chunk, and a text that is moved again for each of its pieces would cost their number squared.
    if range.count > 1024 {
      let isMirrored = mirror.map { range.upperBound >= $0.start && $0.end == end } ?? false
      mirror = nil
      if isMirrored { return tape.bytes.removeLast(end - range.upperBound) }
    }
    // As a slice the text would share the memory that grows, which would be copied then.
    let copy = Array(tape.bytes[range])
    tape.bytes.append(copying: copy.span)
    tape.events[tape.events.count - 1].move(to: end..<tape.bytes.count)
  }

  /// Takes what begins with a mark of its own and is no text: a comment, an instruction or a document type.
  mutating func marked(
    _ kind: XMLEvent.Kind, _ text: Span<UInt8>, name: Int = 0, from start: Int, upTo end: Int, isInEntity: Bool = false
  ) {
    let first = tape.bytes.count
    tape.bytes.append(copying: text)
    tape.events.append(
      XMLEvent(
        kind, name: name, bytes: first..<tape.bytes.count, attributes: tape.attributes.count..<tape.attributes.count,
        depth: open.count, offset: start, isInEntity: isInEntity))
    if !isInEntity { tokenEnd = end }
  }
}

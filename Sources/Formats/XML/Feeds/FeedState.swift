internal import DatelineCore
internal import DatelineValidation

/// Walks through a feed, element by element, with what is open and what is to be remembered.
///
/// The tables of the vocabulary say which elements, attributes and values there may be; files in `Rules` add what no table
/// can say. All of it looks at one event at a time.
struct FeedState {
  let log: FindingLog
  let parser: XMLPushParser
  var tape = XMLTape()
  var format = FeedFormat.unknown
  /// What the caller says that the document is.
  var stated: FeedValidator.Kind?
  var frames: [Frame] = []
  /// The texts of the elements that are open.
  var text: [UInt8] = []
  var pieces: [TextPiece] = []
  /// The children seen in the elements that are open, with the lines of the first of each kind.
  var seen: [(child: ObjectIdentifier, line: Int)] = []
  var lookup = NameLookupCache()
  var problems: [ValueProblem] = []
  var document = DocumentFacts()
  var feed = FeedFacts()
  var entry = EntryFacts()
  var alert = AlertFacts()
  var inherited = InheritedValues()
  private var textUse = TextUse.ignored
  /// The start tag that is being looked at, and where it begins.
  var startEvent: XMLEvent?
  var startPosition = SourcePosition()

  init(log: FindingLog, parser: XMLPushParser) {
    self.log = log
    self.parser = parser
  }

  var isReference: Bool { log.isReference }

  /// Takes what the tape holds.
  mutating func take() {
    for event in tape.events {
      switch event.kind {
      case .start: start(event)
      case .end: end(event)
      case .text, .cdata: addText(event)
      case .comment: break
      case .instruction: checkInstruction(event)
      case .doctype: checkDoctype(event)
      }
    }
  }

  // MARK: Elements

  private mutating func start(_ event: XMLEvent) {
    startEvent = event
    startPosition = parser.position(of: event)
    resolveNames()
    checkNamespaceDeclarations(event)
    let match = frames.isEmpty ? statedRoot(event) : child(event)
    if !frames.isEmpty {
      frames[frames.count - 1].hasChildren = true
      frames[frames.count - 1].marks.formUnion(match.mark)
    }
    let parentMarks = frames.last?.marks ?? []
    let first = match.isOnce ? remember(match.model, event) : nil
    push(match.model, event)
    if let first {
      let parent = written(frames[frames.count - 2].name)
      report(
        .elementRepeated,
        "a second <\(written(event.name))> stands in <\(parent)>; keep one (the first is in line \(first))",
        at: place(ofTag: event))
    }
    if let (rule, message) = match.problem { tell(rule, message, match.meant, event) }
    checkAttributes(event, match.model)
    started(match.model, event, parentMarks)
  }

  private mutating func push(_ model: ElementModel, _ event: XMLEvent) {
    frames.append(
      Frame(
        model: model, name: event.name, start: startPosition, tagLength: event.offset - startPosition.offset,
        textStart: text.count,
        pieceStart: pieces.count, seenStart: seen.count))
    decideTextUse()
  }

  /// The line of the first child of this kind in the element that is open; nil where this is the first.
  private mutating func remember(_ model: ElementModel, _ event: XMLEvent) -> Int? {
    guard let parent = frames.last else { return nil }
    let id = ObjectIdentifier(model)
    var index = seen.count - 1
    while index >= parent.seenStart {
      if seen[index].child == id { return seen[index].line }
      index -= 1
    }
    seen.append((id, startPosition.line))
    return nil
  }

  private mutating func end(_ event: XMLEvent) {
    guard let frame = frames.last else { return }
    endMisspelling(frame, event)
    if frame.model.role == .foreign || frame.model.role == .markup {
      endMarkup(frame)
      checkMixed(frame)
    } else {
      checkValue(frame)
      checkMissing(frame)
      checkTwins(frame)
      checkHalfPlace(frame)
    }
    ended(frame)
    endInherited(at: frames.count)
    text.removeSubrange(frame.textStart...)
    pieces.removeSubrange(frame.pieceStart...)
    seen.removeSubrange(frame.seenStart...)
    frames.removeLast()
    decideTextUse()
  }

  private mutating func checkMissing(_ frame: Frame) {
    guard !frame.model.children.isEmpty else { return }
    for child in frame.model.children {
      guard case .needed(let rule) = child.occurs else { continue }
      let id = ObjectIdentifier(child.model)
      let isThere = seen[frame.seenStart...].contains { $0.child == id }
      if !isThere, !isExcused(child, in: frame) {
        let prefix = names[frame.name].prefix.map { "\($0):" } ?? ""
        report(
          rule, "<\(written(frame.name))> needs <\(prefix)\(child.model.name)>; add it", at: place(ofTag: frame))
      }
    }
  }

  private mutating func checkTwins(_ frame: Frame) {
    for (one, other) in frame.model.twins where frame.marks.contains(one) && frame.marks.contains(other) {
      report(
        .sameMeaningTwice,
        "<\(written(frame.name))> says the same thing twice: \(MarkNames.text(one)) and \(MarkNames.text(other)); keep the first",
        at: place(ofTag: frame))
    }
  }

  /// A latitude or a longitude alone is no place.
  private func checkHalfPlace(_ frame: Frame) {
    let marks = frame.marks.intersection([.geoLatitude, .geoLongitude])
    guard !marks.isEmpty, marks != [.geoLatitude, .geoLongitude], !isReference else { return }
    let other = marks == .geoLatitude ? "geo:long" : "geo:lat"
    report(
      .elementMissing, "<\(written(frame.name))> has half of a place; add <\(other)>", at: place(ofTag: frame),
      level: .warning)
  }

  // MARK: Text

  private mutating func addText(_ event: XMLEvent) {
    switch textUse {
    case .ignored: noteMixed(event)
    case .stray: return checkStray(event)
    case .kept:
      pieces.append(
        TextPiece(
          offset: text.count, start: event.offset, isCDATA: event.kind == .cdata, isInEntity: event.isInEntity))
      text.append(contentsOf: tape.bytes[event.bytes])
    }
  }

  /// Text where nothing is known: RDF has it alone, or elements, and never both.
  private mutating func noteMixed(_ event: XMLEvent) {
    guard format == .rss10, let frame = frames.last, !frame.hasStrayText, !frame.isLiteral else { return }
    let taped = tape.bytes
    if !taped.span.extracting(event.bytes).isBlank { frames[frames.count - 1].hasStrayText = true }
  }

  private func checkMixed(_ frame: Frame) {
    if frame.model.role == .foreign, frame.hasStrayText, frame.hasChildren, !frame.isLiteral {
      report(
        .rss10Rdf, "<\(written(frame.name))> holds text and elements, and RDF has one of both; wrap the text",
        at: place(ofTag: frame))
    }
  }

  /// What is done with the text of the element that is open, decided once when it becomes the innermost.
  private mutating func decideTextUse() {
    guard let model = frames.last?.model, model.role != .foreign else {
      textUse = .ignored
      return
    }
    if case .none = model.value, model.role != .markup { textUse = .stray } else { textUse = .kept }
  }

  private mutating func checkStray(_ event: XMLEvent) {
    guard let frame = frames.last else { return }
    let taped = tape.bytes
    let bytes = taped.span.extracting(event.bytes)
    guard !bytes.isBlank, !frame.hasStrayText else { return }
    frames[frames.count - 1].hasStrayText = true
    checkStrayText(frame, event)
  }

  private mutating func checkStrayText(_ frame: Frame, _ event: XMLEvent) {
    if frame.model.role == .items || format == .rss10 && frame.model.place != [] {
      report(
        .rss10Rdf, "RDF has no text between elements; put it into one of them, or take it out", at: place(of: event))
    }
    report(
      .textStray, "<\(written(frame.name))> holds elements only; take this text out, or put it into one of them",
      at: place(of: event))
  }
}

/// What is done with text.
private enum TextUse {
  case ignored, stray, kept
}

import DatelineCore
import DatelineValidation

/// Reads a document for a ``SchemaStream``, and gives each fault its place.
struct SchemaCheck {
  private var stream: any SchemaStream
  private let parser: XMLPushParser
  private let log: FindingLog
  private var columns = CharacterColumns()
  private var open: [Frame] = []
  /// How many children of each name the open elements have had, those of the innermost last.
  private var counts: [(name: Int, count: Int)] = []
  /// The text since the last tag: in the tape while it is in one piece, else here.
  private var text: [UInt8] = []
  private var piece: Range<Int>?
  private var hasSection = false
  private var textStart: (event: XMLEvent, position: SourcePosition?)?

  /// An element that is open.
  private struct Frame {
    let name: Int
    /// Which of its name it is among its siblings; 0 where they are too many to count.
    let ordinal: Int
    let start: Int
    let end: Int
    /// Where its tag begins and ends; nil as long as the parser has it.
    var place: (start: SourcePosition, end: SourcePosition)?
    let firstCount: Int
  }

  /// More names of children than this are not counted.
  private static let countLimit = 32

  init(_ stream: any SchemaStream, _ parser: XMLPushParser, _ log: FindingLog) {
    self.stream = stream
    self.parser = parser
    self.log = log
  }

  /// Takes what the parser has found, before it is dropped.
  mutating func take() {
    let (tape, names) = (parser.tape, parser.names)
    var declared = tape.declarations[...]
    for (index, event) in tape.events.enumerated() {
      switch event.kind {
      case .start:
        deliverText(tape, names, isLast: false)
        let own = declared.isEmpty ? declared : declared.prefix { $0.event == index }
        declared = declared.dropFirst(own.count)
        push(event)
        stream.start(event, tape, names, own)
        report(names, event, tape)
      case .end:
        deliverText(tape, names, isLast: true)
        stream.end()
        report(names)
        pop()
      case .text, .cdata: add(event, tape)
      case .comment, .instruction, .doctype: break
      }
    }
    settle(tape)
  }

  mutating func finish() {
    stream.finish()
    report(parser.names)
  }

  // MARK: Elements

  private mutating func push(_ event: XMLEvent) {
    var ordinal = 0
    let first = open.last?.firstCount ?? 0
    if let known = counts[first...].firstIndex(where: { $0.name == event.name }) {
      counts[known].count += 1
      ordinal = counts[known].count
    } else if counts.count - first < Self.countLimit {
      counts.append((event.name, 1))
      ordinal = 1
    }
    open.append(
      Frame(
        name: event.name, ordinal: ordinal, start: parser.offset(of: event), end: event.offset + 1,
        firstCount: counts.count))
  }

  private mutating func pop() {
    guard let frame = open.popLast() else { return }
    counts.removeSubrange(frame.firstCount...)
  }

  /// Notes what the parser is about to forget.
  private mutating func settle(_ tape: XMLTape) {
    for index in open.indices where open[index].place == nil { open[index].place = place(of: open[index]) }
    if let piece {
      text.append(copying: tape.bytes.span.extracting(piece))
      self.piece = nil
    }
    if let start = textStart, start.position == nil { textStart = (start.event, place(ofText: start.event)) }
    if let last = tape.events.last { columns.advance(to: parser.offset(of: last), in: parser) }
  }

  private mutating func place(of frame: Frame) -> (start: SourcePosition, end: SourcePosition) {
    (columns.position(at: frame.start, in: parser), columns.position(at: frame.end, in: parser))
  }

  // MARK: Text

  private mutating func add(_ event: XMLEvent, _ tape: XMLTape) {
    if event.kind == .cdata { hasSection = true }
    if textStart == nil { textStart = (event, nil) }
    if piece == nil, text.isEmpty {
      piece = event.bytes
      return
    }
    if let piece { text.append(copying: tape.bytes.span.extracting(piece)) }
    piece = nil
    text.append(copying: tape.bytes.span.extracting(event.bytes))
  }

  /// Where the first character of a text stands that is no space.
  private mutating func place(ofText event: XMLEvent) -> SourcePosition {
    columns.position(at: parser.positionOfText(in: event).offset, in: parser)
  }

  private mutating func deliverText(_ tape: XMLTape, _ names: [XMLName], isLast: Bool) {
    guard let start = textStart else { return }
    if !open.isEmpty {
      if let piece {
        let bytes = tape.bytes
        stream.text(bytes.span.extracting(piece), hasSection: hasSection, isLast: isLast)
      } else {
        let text = text
        stream.text(text.span, hasSection: hasSection, isLast: isLast)
      }
      if stream.hasFaults {
        let place = start.position ?? place(ofText: start.event)
        for fault in stream.takeFaults(at: element(names)) { tell(fault.message, names, from: place, to: place) }
      }
    }
    textStart = nil
    piece = nil
    hasSection = false
    text.removeAll(keepingCapacity: text.capacity < 1 << 20)
  }

  // MARK: Findings

  private func element(_ names: [XMLName]) -> String { open.last.map { names[$0.name].written } ?? "" }

  private mutating func report(_ names: [XMLName], _ event: XMLEvent? = nil, _ tape: XMLTape? = nil) {
    guard stream.hasFaults, let frame = open.last else { return }
    let own = frame.place ?? place(of: frame)
    for fault in stream.takeFaults(at: element(names)) {
      let place = event.flatMap { self.place(of: fault, in: $0, tape, names) } ?? own
      tell(fault.message, names, from: place.start, to: place.end)
    }
  }

  /// The place of the attribute that is wrong.
  private mutating func place(
    of fault: SchemaFault, in event: XMLEvent, _ tape: XMLTape?, _ names: [XMLName]
  ) -> (start: SourcePosition, end: SourcePosition)? {
    guard let attribute = fault.attribute, let tape else { return nil }
    let index = tape.attributes[event.attributes].firstIndex {
      let name = names[$0.name]
      return attribute == (name.namespace.map { "{\($0)}\(name.local)" } ?? name.local)
    }
    guard let index else { return nil }
    let own = index - event.attributes.lowerBound
    let start = parser.position(ofAttribute: own, in: event).offset
    let end = parser.writtenValue(ofAttribute: own, in: event).map { $0.upperBound + 1 } ?? start
    return (columns.position(at: start, in: parser), columns.position(at: end, in: parser))
  }

  private func tell(
    _ message: String, _ names: [XMLName], from start: SourcePosition, to end: SourcePosition
  ) {
    let element = element(names)
    log.add(.schemaInvalid, element: element) { level in
      let path = open.map { frame in
        "/" + names[frame.name].written.prefix(80) + (frame.ordinal > 1 ? "[\(frame.ordinal)]" : "")
      }
      return Finding(
        .schemaInvalid, level: level, message: message, start: start, end: end, element: element,
        path: path.joined(), line: line(of: start))
    }
  }

  /// The line of a place, as far as the parser has it, up to some length behind it.
  private func line(of position: SourcePosition) -> String? {
    guard let start = parser.lineStart(of: position.offset) else { return nil }
    return Finding.firstLine(of: parser.source(start..<(position.offset + 400)))
  }
}

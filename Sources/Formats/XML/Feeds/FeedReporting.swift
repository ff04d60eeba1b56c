internal import DatelineCore
internal import DatelineValidation

/// Places and findings.
extension FeedState {
  var names: [XMLName] { parser.names }

  func written(_ name: Int) -> String { names[name].written }

  // MARK: Places

  /// The place of a start tag, which is the one that is being looked at.
  func place(ofTag event: XMLEvent) -> Place {
    // The event ends before the `>`.
    Place(start: startPosition, end: parser.position(at: event.offset + 1))
  }

  func place(ofTag frame: Frame) -> Place {
    let bytes = Array(parser.source(frame.start.offset..<(frame.start.offset + frame.tagLength + 1)))
    return Place(start: frame.start, end: frame.start.advanced(over: bytes.span, upTo: bytes.count))
  }

  /// The place of a text, an instruction or a document type.
  func place(of event: XMLEvent) -> Place {
    Place(
      start: parser.position(at: event.offset), end: parser.position(at: event.offset + event.bytes.count))
  }

  /// The place of a range of the text of the element that is open.
  func place(ofText range: Range<Int>, in frame: Frame) -> Place {
    let own = pieces[frame.pieceStart...]
    guard let first = own.first, !range.isEmpty || !own.isEmpty else { return place(ofTag: frame) }
    let start = own.last { $0.offset <= range.lowerBound } ?? first
    let end = own.last { $0.offset < max(range.upperBound, range.lowerBound + 1) } ?? start
    return Place(
      start: position(of: range.lowerBound, in: start), end: position(of: range.upperBound, in: end, isEnd: true))
  }

  private func position(of offset: Int, in piece: TextPiece, isEnd: Bool = false) -> SourcePosition {
    guard !piece.isInEntity else { return parser.position(at: piece.start) }
    if piece.isCDATA {
      let mark = parser.source(piece.start..<(piece.start + 9)).elementsEqual("<![CDATA[".utf8) ? 9 : 0
      return parser.position(at: piece.start + mark + offset - piece.offset)
    }
    let place = written(offset, in: piece, isEnd: isEnd)
    return parser.position(at: piece.start + (isEnd ? place.upperBound : place.lowerBound))
  }

  /// Where the character at an offset of the text was written, from the start of its piece.
  private func written(_ offset: Int, in piece: TextPiece, isEnd: Bool) -> Range<Int> {
    // No reference that anybody writes has more bytes than this for each of its character's.
    let source = parser.source(piece.start..<(piece.start + 12 * (offset - piece.offset + 2)))
    return WrittenText.range(of: offset - piece.offset, in: source, isEnd: isEnd)
  }

  /// Whether the character at an offset of the text was written as a hexadecimal reference.
  func isHexReference(_ offset: Int, in frame: Frame) -> Bool {
    guard let piece = pieces[frame.pieceStart...].last(where: { $0.offset <= offset }) else { return false }
    guard !piece.isCDATA, !piece.isInEntity else { return false }
    let place = written(offset, in: piece, isEnd: false)
    guard place.count >= 4 else { return false }
    let start = piece.start + place.lowerBound
    return parser.source(start..<(start + 3)).elementsEqual("&#x".utf8)
  }

  // MARK: Findings

  func report(
    _ rule: RuleID, _ message: @autoclosure () -> String, at place: Place, level: FindingLevel? = nil,
    depth: Int? = nil, fix: FindingFix? = nil
  ) {
    guard log.isOn(rule) else { return }
    let element = frames.prefix(depth ?? frames.count).last.map { written($0.name) } ?? ""
    log.add(rule, level: level, element: element) { level in
      finding(rule, level: level, message(), at: place, depth: depth, fix: fix)
    }
  }

  /// What is told of a place.
  func finding(
    _ rule: RuleID, level: FindingLevel, _ message: String, at place: Place, depth: Int? = nil, fix: FindingFix?
  ) -> Finding {
    let shown = frames.prefix(depth ?? frames.count)
    return Finding(
      rule, level: level, message: message, start: characters(place.start), end: characters(place.end),
      element: shown.last.map { written($0.name) } ?? "", path: path(shown), fix: fix.map(inCharacters),
      line: line(of: place.start))
  }

  private func path(_ frames: ArraySlice<Frame>) -> String {
    frames.map { frame in
      "/" + String(written(frame.name).prefix(80)) + (frame.ordinal > 0 ? "[\(frame.ordinal)]" : "")
    }.joined()
  }

  /// The position with its column in characters.
  private func characters(_ position: SourcePosition) -> SourcePosition {
    guard let start = parser.lineStart(of: position.offset) else { return position }
    var result = position
    result.column = 1
    for byte in parser.source(start..<position.offset) where byte & 0xC0 != 0x80 { result.column += 1 }
    return result
  }

  /// The change with its columns in characters.
  private func inCharacters(_ fix: FindingFix) -> FindingFix {
    FindingFix(start: characters(fix.start), end: characters(fix.end), replacement: fix.replacement)
  }

  /// The line of a place, up to some length behind it.
  private func line(of position: SourcePosition) -> String? {
    guard let start = parser.lineStart(of: position.offset) else { return nil }
    return Finding.firstLine(of: parser.source(start..<(position.offset + 400)))
  }

  /// Tells of what is wrong with a value.
  func report(
    _ problem: ValueProblem, at place: Place, whole: Place? = nil, source: ArraySlice<UInt8>? = nil,
    value: ArraySlice<UInt8>? = nil, level: FindingLevel? = nil
  ) {
    var fix = problem.fix
    if let replacement = problem.replacement, let source, let value, source.elementsEqual(value) {
      let start = (whole ?? place).start
      fix = FindingFix(
        start: start, end: parser.position(at: start.offset + value.count), replacement: XMLEscapes.escaped(replacement)
      )
    }
    report(problem.rule, problem.message, at: place, level: problem.level ?? level, fix: fix)
  }
}

/// Text that can stand in an element or, in quotation marks, in an attribute.
enum XMLEscapes {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// What the marks of children are called in messages.
enum MarkNames {
  static func text(_ mark: Marks) -> String {
    names.first { mark.contains($0.0) }?.1 ?? "another element"
  }

  private static let names: [(Marks, String)] = [
    (.title, "title"), (.description, "description"), (.guid, "guid"), (.pubDate, "pubDate"), (.author, "author"),
    (.category, "category"), (.source, "source"), (.language, "language"), (.copyright, "copyright"),
    (.webMaster, "webMaster"), (.managingEditor, "managingEditor"), (.generator, "generator"),
    (.lastBuildDate, "lastBuildDate"), (.dcDate, "dc:date"), (.dcCreator, "dc:creator"), (.dcSubject, "dc:subject"),
    (.dcLanguage, "dc:language"), (.dcRights, "dc:rights"), (.dcPublisher, "dc:publisher"), (.dcTitle, "dc:title"),
    (.dcDescription, "dc:description"), (.adminGenerator, "admin:generatorAgent"), (.atomPublished, "atom:published"),
    (.atomUpdated, "atom:updated"), (.atomID, "atom:id"), (.atomAuthor, "atom:author"), (.atomTitle, "atom:title"),
    (.atomRights, "atom:rights"), (.atomCategory, "atom:category"), (.dctermsModified, "dcterms:modified"),
    (.dcIdentifier, "dc:identifier"), (.dcSource, "dc:source"),
  ]
}

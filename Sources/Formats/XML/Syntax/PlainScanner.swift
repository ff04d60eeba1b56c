import DatelineCore

/// Finds the events of a plain document, as libxml2 would, in a fifth of the time.
///
/// Plain is what nearly all documents are: names in ASCII, no document type, no references but those to characters and to
/// the five entities of XML, and no errors. It takes only what it has proved to be well-formed. Where it meets anything
/// else it stops in front of it, once and for all, and libxml2 reads on from there (``LibXMLParser/Beginning``), so
/// whatever there is to say of such a document libxml2 says.
struct PlainScanner {
  /// What a scan came to.
  enum Outcome {
    /// More bytes are needed, or the document has ended.
    case waits
    /// What stands at ``position`` is not for this scanner.
    case isStrange
  }

  /// What came of a part of the document, and the index of the first byte that has not been taken.
  enum Step {
    case next(Int)
    case waits(Int)
    case isStrange(Int)
  }

  /// The offset of the first byte that has not been taken.
  private(set) var position = 0
  /// Whether what is there is all of the document.
  var isLast = false
  /// The number of bytes that came before those that are looked at.
  var base = 0
  var names = PlainNames()
  /// The names of the elements that are open.
  var open: [Int] = []
  private var declaration: [UInt8] = []
  private var hasRoot = false
  /// Where the CDATA section began that is open; nil where none is.
  private var openSection: Int?
  /// How many bytes there have to be before a long token is looked at again.
  private var awaited = 0

  /// The attributes of the tag that is looked at.
  var attributes: [PlainAttribute] = []
  /// Their values, where those are not as they are written.
  var values: [UInt8] = []

  /// Takes what the state has in its window.
  mutating func scan(_ state: inout XMLParserState, isLast: Bool) -> Outcome {
    guard isLast || state.end >= awaited else { return .waits }
    self.isLast = isLast
    // The window does not change before more bytes come.
    base = state.window.start
    // libxml2 sees nothing in fewer bytes.
    if state.end < 4 { return isLast ? .isStrange : .waits }
    state.mirror(from: position - base)
    defer { state.endMirror(at: position - base) }
    return scan(state.window.bytes, &state)
  }

  private mutating func scan(_ window: [UInt8], _ state: inout XMLParserState) -> Outcome {
    let bytes = window.span
    var index = position - base
    while index < bytes.count, state.failure == nil {
      switch step(bytes, from: index, &state) {
      case .next(let next): index = next
      case .waits(let next):
        position = base + next
        return wait(for: bytes.count - next, &state)
      case .isStrange(let next):
        position = base + next
        return .isStrange
      }
    }
    position = base + index
    // A document is one element; libxml2 says what it misses.
    return isLast && (!hasRoot || !open.isEmpty) && state.failure == nil ? .isStrange : .waits
  }

  private mutating func wait(for pending: Int, _ state: inout XMLParserState) -> Outcome {
    if pending > state.limits.token { state.failOfToken() }
    // A long token that comes by the drop is not looked at for each of them.
    awaited = pending > 4096 ? state.end + pending / 8 : 0
    return isLast && state.failure == nil ? .isStrange : .waits
  }

  @inline(__always)
  private mutating func step(_ bytes: Span<UInt8>, from index: Int, _ state: inout XMLParserState) -> Step {
    if openSection != nil { return section(bytes, from: index, start: index, continues: true, &state) }
    guard bytes[index] == UInt8(ascii: "<") else {
      return open.isEmpty ? space(bytes, from: index) : text(bytes, from: index, &state)
    }
    guard index + 1 < bytes.count else { return .waits(index) }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"): return endTag(bytes, from: index, &state)
    case UInt8(ascii: "!"): return declaration(bytes, from: index, &state)
    case UInt8(ascii: "?"): return instruction(bytes, from: index, &state)
    default:
      // There is one root.
      if open.isEmpty, hasRoot { return .isStrange(index) }
      return startTag(bytes, from: index, &state)
    }
  }

  /// Space before and behind the root.
  private func space(_ bytes: Span<UInt8>, from start: Int) -> Step {
    var index = start
    while index < bytes.count, XMLSpace.isSpace(bytes[index]) { index += 1 }
    return index > start ? .next(index) : .isStrange(index)
  }

  mutating func opened(_ name: Int) {
    hasRoot = true
    open.append(name)
  }

  /// What libxml2 has to know to go on from here.
  func beginning(_ state: inout XMLParserState) -> LibXMLParser.Beginning {
    state.countLines(before: .max)
    var beginning = LibXMLParser.Beginning(offset: position, declaration: declaration, isInSection: openSection != nil)
    if open.isEmpty, hasRoot {
      // Which root has ended makes no difference.
      beginning.tags = [(Array("<a>".utf8), 1)]
      beginning.end = Array("</a>".utf8)
    }
    for (depth, name) in open.enumerated() {
      beginning.tags.append((names.tag(name, depth: depth + 1), state.open[depth].line))
    }
    return beginning
  }

  // MARK: Comments, instructions and sections

  /// What begins with `<!`: a comment or a CDATA section.
  private mutating func declaration(_ bytes: Span<UInt8>, from start: Int, _ state: inout XMLParserState) -> Step {
    let rest = bytes.extracting(start..<bytes.count)
    if rest.starts(with: "<!--") { return comment(bytes, from: start, &state) }
    if rest.starts(with: "<![CDATA["), !open.isEmpty {
      return section(bytes, from: start + 9, start: start, continues: false, &state)
    }
    return rest.count < 9 && !isLast ? .waits(start) : .isStrange(start)
  }

  private mutating func comment(_ bytes: Span<UInt8>, from start: Int, _ state: inout XMLParserState) -> Step {
    var index = start + 4
    while true {
      switch end(of: UInt8(ascii: "-"), bytes, from: index) {
      case .next(let next): index = next
      case .waits: return .waits(start)
      case .isStrange: return .isStrange(start)
      }
      guard index + 2 < bytes.count else { return .waits(start) }
      guard bytes[index + 1] == UInt8(ascii: "-") else {
        index += 1
        continue
      }
      // Two hyphens end a comment, or it is none.
      guard bytes[index + 2] == UInt8(ascii: ">") else { return .isStrange(start) }
      let text = Self.withLineFeeds(bytes, (start + 4)..<index)
      state.marked(.comment, text.span, from: base + start, upTo: base + index + 3)
      return .next(index + 3)
    }
  }

  private mutating func instruction(_ bytes: Span<UInt8>, from start: Int, _ state: inout XMLParserState) -> Step {
    let (name, nameEnd) = names.find(bytes, from: start + 2)
    guard name >= 0 else { return nameEnd == bytes.count ? .waits(start) : .isStrange(start) }
    var index = nameEnd
    while true {
      switch end(of: UInt8(ascii: "?"), bytes, from: index) {
      case .next(let next): index = next
      case .waits: return .waits(start)
      case .isStrange: return .isStrange(start)
      }
      guard index + 1 < bytes.count else { return .waits(start) }
      if bytes[index + 1] == UInt8(ascii: ">") { break }
      index += 1
    }
    let target = bytes.extracting((start + 2)..<nameEnd)
    if base + start == 0, target.hasSameBytes(as: "xml") {
      return declaration(bytes, upTo: index + 2)
    }
    guard index == nameEnd || XMLSpace.isSpace(bytes[nameEnd]), names.isTarget(name) else { return .isStrange(start) }
    var first = nameEnd
    while first < index, XMLSpace.isSpace(bytes[first]) { first += 1 }
    let text = Self.withLineFeeds(bytes, first..<index)
    state.marked(
      .instruction, text.span, name: names.target(name, &state.names), from: base + start, upTo: base + index + 2)
    return .next(index + 2)
  }

  /// The XML declaration, which ends before `end`.
  private mutating func declaration(_ bytes: Span<UInt8>, upTo end: Int) -> Step {
    var text: [UInt8] = []
    text.append(copying: bytes.extracting(0..<end))
    guard XMLDeclaration.isPlain(text) else { return .isStrange(0) }
    declaration = text
    return .next(end)
  }

  /// The text of a CDATA section from `first` on.
  private mutating func section(
    _ bytes: Span<UInt8>, from first: Int, start: Int, continues: Bool, _ state: inout XMLParserState
  ) -> Step {
    var index = first
    var isWhole = false
    scan: while true {
      switch end(of: UInt8(ascii: "]"), bytes, from: index) {
      case .next(let next): index = next
      case .waits(let next):
        index = next
        break scan
      case .isStrange: return .isStrange(start)
      }
      guard index + 2 < bytes.count else { break }
      if bytes[index + 1] == UInt8(ascii: "]"), bytes[index + 2] == UInt8(ascii: ">") {
        isWhole = true
        break
      }
      index += 1
    }
    guard isWhole || index > first else { return .waits(start) }
    let text = Self.withLineFeeds(bytes, first..<index)
    let end = isWhole ? index + 3 : index
    let sectionStart = openSection ?? base + start
    openSection = isWhole ? nil : sectionStart
    // As long as libxml2 would take it.
    guard base + end - sectionStart <= state.limits.token else {
      state.failOfToken()
      return .waits(end)
    }
    _ = state.section(text.span, from: base + start, upTo: base + end, continues: continues)
    return isWhole ? .next(end) : .waits(end)
  }

  /// The index of the next `mark`, if all before it is legal. It waits at the first byte that cannot be judged yet.
  @inline(__always)
  private func end(of mark: UInt8, _ bytes: Span<UInt8>, from start: Int) -> Step {
    var index = start
    while true {
      index = bytes.firstStop(at: mark, from: index)
      guard index < bytes.count else { return .waits(index) }
      let byte = bytes[index]
      if byte == mark { return .next(index) }
      if byte >= 0x80 {
        let next = bytes.endOfForeign(from: index)
        if next < bytes.count, bytes[next] >= 0x80 {
          return next + 4 > bytes.count && !isLast ? .waits(next) : .isStrange(index)
        }
        index = next
      } else if byte == 0x09 {
        index += 1
      } else if byte == 0x0D {
        guard index + 1 < bytes.count else { return .waits(index) }
        index += 1
      } else {
        return .isStrange(index)
      }
    }
  }

  /// The bytes with LF for each CR LF and CR (XML 1.0, section 2.11).
  static func withLineFeeds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    let piece = bytes.extracting(range)
    var result: [UInt8] = []
    var start = 0
    var index = piece.firstIndex(of: 0x0D, from: 0)
    while index < piece.count {
      result.append(copying: piece.extracting(start..<index))
      if index + 1 == piece.count || piece[index + 1] != 0x0A { result.append(0x0A) }
      start = index + 1
      index = piece.firstIndex(of: 0x0D, from: start)
    }
    result.append(copying: piece.extracting(start..<piece.count))
    return result
  }
}

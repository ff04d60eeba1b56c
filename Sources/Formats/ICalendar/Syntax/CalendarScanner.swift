import DatelineCore

/// Cuts a calendar into parts: unfolds its lines, and finds where components end, also where the file does not say so.
///
/// Bytes are unfolded before anything else is done with them, since folds may stand inside characters (RFC 5545, section
/// 3.1). A line ends with LF, CRLF, CR, or CR CRLF, which some programs make of CRLF.
struct CalendarScanner {
  /// What was found out about the file, to be reported with the part.
  struct Finding {
    var severity: Diagnostic.Severity
    var code: DiagnosticCode
    var message: String
    var position: SourcePosition
  }

  private enum State {
    case lineStart, text, afterCarriageReturn, afterTwoCarriageReturns
  }

  /// The part that is being made.
  private var part = CalendarPart()
  private(set) var findings: [Finding] = []
  private var state = State.lineStart
  private var nesting = OpenComponents()
  private let limits: Limits

  // The line that is being unfolded.
  private var hasOpenLine = false
  private var lineStart = 0
  private var openLine = SourcePosition()
  private var openLineOverflow = 0
  /// The line's property, and the length of its name, where its beginning was looked at in the window.
  private var openName: (property: PropertyName, length: Int)?
  private var position = SourcePosition()

  /// A BEGIN or END that ended the part before it, to be taken first into the next.
  private var carried: (line: [UInt8], position: SourcePosition)?
  private var outside = OutsideText()
  private var dropped = 0
  private var firstDropped = SourcePosition()
  /// Whether there has been a component or a calendar.
  private(set) var hasFoundCalendar = false
  private var hasNotedBareComponent = false
  private var hasNotedLineEnd = false
  private var isTruncated = false

  /// Content lines have places of 32 bits, so that many fit a cache: a part holds two lines of the limit at most.
  private static let greatestSize = 1 << 29

  init(_ limits: Limits) {
    self.limits = Limits(recordSize: min(limits.recordSize, Self.greatestSize), depth: limits.depth)
  }

  // MARK: - Parts

  /// Takes the next part from `reader` into `part`.
  ///
  /// - Returns: false where there is nothing more.
  mutating func next(
    from input: inout CalendarInput, into result: inout CalendarPart
  ) throws(ConversionError) -> Bool {
    swap(&part, &result)
    part.clear()
    findings.removeAll(keepingCapacity: true)
    lineStart = 0
    dropped = 0
    var isDone = takeCarried()
    if !isDone { isDone = try input.consume { bytes in take(bytes) } }
    if !isDone { finishInput() }
    noteDropped()
    swap(&part, &result)
    return isDone || !result.lines.isEmpty || !findings.isEmpty || !result.unreadable.isEmpty
  }

  private mutating func takeCarried() -> Bool {
    guard let (line, place) = carried else { return false }
    carried = nil
    lineStart = part.storage.count
    openLineOverflow = 0
    openName = nil
    part.storage.append(contentsOf: line)
    openLine = place
    hasOpenLine = true
    return finishLine()
  }

  private mutating func finishInput() {
    if hasOpenLine, finishLine() { return }
    // The END of a component was the last line: what is still open is for the next call.
    noteOutside()
    guard let open = nesting.last else { return }
    defer { close(to: nesting.isAtCalendarLevel ? 0 : nesting.count - nesting.depthInCalendar) }
    guard !isTruncated else { return }
    isTruncated = true
    let more = nesting.count > 1 ? " (and in \(nesting.count - 1) more around it)" : ""
    report(
      .error, .icalendarTruncated,
      "the file ends in \(open.name), which begins in line \(open.position.line)\(more), so it may be cut off; what is there is read",
      at: position)
  }

  // MARK: - Bytes

  private mutating func take(_ bytes: Span<UInt8>) -> (taken: Int, isDone: Bool) {
    var index = 0
    let base = position.offset
    while index < bytes.count {
      switch state {
      case .text:
        let end = bytes.firstLineEnd(from: index)
        append(bytes.extracting(index..<end))
        index = end
        guard index < bytes.count else { break }
        if bytes[index] == 0x0A {
          position.line += 1
          state = .lineStart
        } else if index &+ 1 < bytes.count, bytes[index &+ 1] == 0x0A {
          position.line += 1
          state = .lineStart
          index += 1
        } else {
          state = .afterCarriageReturn
        }
        index += 1
      case .lineStart:
        position.offset = base + index
        if hasOpenLine {
          // Behind a soft break, space at the start of the next line is text.
          if endsWithSoftBreak {
            part.storage.removeLast()
            state = .text
            continue
          }
          let isFolded = bytes[index] == 0x20 || bytes[index] == 0x09
          if isFolded, lineStart < part.storage.count || openLineOverflow > 0 {
            index += 1
            state = .text
            continue
          }
          if finishLine() { return (index, true) }
        }
        // Space before a line that continues nothing means nothing.
        if bytes[index] == 0x20 || bytes[index] == 0x09 {
          index += 1
          continue
        }
        beginLine()
        openName = PropertyName.atStart(of: bytes, index)
        state = .text
      case .afterCarriageReturn:
        if bytes[index] == 0x0A {
          index += 1
        } else if bytes[index] == 0x0D {
          index += 1
          state = .afterTwoCarriageReturns
          continue
        } else {
          noteLoneCarriageReturn()
        }
        position.line += 1
        state = .lineStart
      case .afterTwoCarriageReturns:
        // CR CR LF is one end; without the LF each CR ends a line.
        if bytes[index] == 0x0A {
          index += 1
        } else {
          noteLoneCarriageReturn()
          position.line += 1
        }
        position.line += 1
        state = .lineStart
      }
    }
    position.offset = base + bytes.count
    return (bytes.count, false)
  }

  private mutating func beginLine() {
    lineStart = part.storage.count
    openLine = position
    openLineOverflow = 0
    hasOpenLine = true
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    guard part.storage.count &- lineStart &+ bytes.count <= limits.recordSize else {
      openLineOverflow += bytes.count
      return
    }
    part.storage.append(copying: bytes)
  }

  /// Whether the open line is quoted-printable and goes on in the next: vCalendar 1.0 folds such lines by a `=`.
  private var endsWithSoftBreak: Bool {
    guard part.storage.count > lineStart, part.storage.last == UInt8(ascii: "=") else { return false }
    let storage = part.storage.span
    guard let head = storage.contentLineHead(from: lineStart) else { return false }
    return storage.extracting(head.nameEnd..<head.valueStart).containsWord("QUOTED-PRINTABLE")
  }

  // MARK: - Lines

  /// Ends the open line.
  ///
  /// - Returns: Whether the part is complete.
  private mutating func finishLine() -> Bool {
    hasOpenLine = false
    let end = part.storage.count
    guard end > lineStart || openLineOverflow > 0 else { return false }
    if openLineOverflow > 0 {
      report(
        .error, .icalendarLineTooLong,
        "the line has \(end - lineStart + openLineOverflow) bytes, more than the \(limits.recordSize) of --max-record; it is skipped",
        at: openLine)
      part.storage.removeLast(end - lineStart)
      return false
    }
    guard var line = openContentLine(end) else { return keepUnreadable(end) }
    switch line.property {
    case .begin where isBlank(line), .end where isBlank(line): return keepUnreadable(end)
    case .begin: return begin(&line)
    case .end: return self.end(&line)
    default:
      line.depth = UInt16(truncatingIfNeeded: nesting.depthInCalendar)
      keep(line)
      return false
    }
  }

  /// The open line taken apart; nil where it is no content line.
  private mutating func openContentLine(_ end: Int) -> ContentLine? {
    let storage = part.storage.span
    let nameEnd: Int
    let valueStart: Int
    let property: PropertyName
    if let openName, lineStart &+ openName.length < end, storage[lineStart &+ openName.length] == UInt8(ascii: ":") {
      nameEnd = lineStart &+ openName.length
      valueStart = nameEnd &+ 1
      property = openName.property
    } else {
      guard let head = storage.contentLineHead(from: lineStart, nameLength: openName?.length) else { return nil }
      (nameEnd, valueStart) = head
      property =
        openName?.length == nameEnd &- lineStart ? openName?.property ?? .other : part.property(lineStart..<nameEnd)
    }
    return ContentLine(
      start: Int32(truncatingIfNeeded: lineStart), nameEnd: Int32(truncatingIfNeeded: nameEnd),
      valueStart: Int32(truncatingIfNeeded: valueStart), end: Int32(truncatingIfNeeded: end),
      number: Int32(truncatingIfNeeded: openLine.line), property: property, component: .other, depth: 0,
      offset: openLine.offset)
  }

  private mutating func isBlank(_ line: ContentLine) -> Bool { part.storage.span.isBlank(line.value) }

  private mutating func keep(_ line: ContentLine) {
    guard !nesting.isEmpty else {
      outside.add(openLine)
      part.storage.removeLast(line.range.count)
      return
    }
    // A line costs more than its bytes.
    let size = part.storage.count + part.lines.count * MemoryLayout<ContentLine>.stride
    guard size <= limits.recordSize, !nesting.isTooDeep else {
      _ = drop(line)
      return
    }
    part.lines.append(line)
  }

  private mutating func keepUnreadable(_ end: Int) -> Bool {
    let line = ContentLine(
      start: Int32(lineStart), nameEnd: Int32(lineStart), valueStart: Int32(lineStart), end: Int32(end),
      number: Int32(truncatingIfNeeded: openLine.line), property: .other, component: .other,
      depth: UInt16(truncatingIfNeeded: nesting.depthInCalendar), offset: openLine.offset)
    if !nesting.isEmpty, part.unreadable.count < 4096 {
      part.unreadable.append(line)
    } else {
      keep(line)
    }
    return false
  }

  /// Takes a BEGIN; closes first what can't stand around it.
  private mutating func begin(_ line: inout ContentLine) -> Bool {
    let word = part.boundary(line)
    line.component = word.component
    if let obstacle = nesting.obstacle(toBegin: line.component) {
      return closeEarly(to: obstacle, before: line, "BEGIN:\(part.boundaryName(line))")
    }
    noteOutside()
    hasFoundCalendar = true
    if nesting.isEmpty, line.component != .calendar, !hasNotedBareComponent {
      hasNotedBareComponent = true
      let name = part.boundaryName(line)
      report(.warning, .icalendarNoCalendar, "\(name) stands outside of any VCALENDAR; it is read", at: openLine)
    }
    line.depth = UInt16(truncatingIfNeeded: nesting.depthInCalendar)
    if nesting.isAtCalendarLevel, line.component != .calendar { part.componentStart = part.lines.count }
    nesting.open(
      OpenComponents.Entry(
        component: line.component, hash: word.hash, spelling: part.spelling(line), position: openLine),
      limit: limits.depth)
    keepBoundary(line)
    return false
  }

  /// Takes an END; closes also what is open within.
  private mutating func end(_ line: inout ContentLine) -> Bool {
    let word = part.boundary(line)
    line.component = word.component
    if nesting.endsTooDeep(line.component) { return drop(line) }
    guard let index = nesting.index(of: line.component, word.hash) else {
      if !nesting.expectsStrayEnd(of: line.component) {
        report(
          .warning, .icalendarStrayEnd, "nothing is open that END:\(part.boundaryName(line)) could end; it is skipped",
          at: openLine)
      }
      part.storage.removeLast(line.range.count)
      return false
    }
    if index < nesting.count - 1 { return closeEarly(to: index + 1, before: line, "END:\(part.boundaryName(line))") }
    nesting.close(to: index)
    line.depth = UInt16(truncatingIfNeeded: nesting.depthInCalendar)
    keepBoundary(line)
    return line.component == .calendar || nesting.isAtCalendarLevel
  }

  /// Closes what has no END before a BEGIN or an END, and takes that then.
  private mutating func closeEarly(to index: Int, before line: ContentLine, _ what: String) -> Bool {
    let open = nesting[index]
    report(
      .warning, .icalendarMissingEnd,
      "\(open.name), which begins in line \(open.position.line), has no END before this \(what); it ends here",
      at: openLine)
    carried = (Array(part.storage[line.range]), openLine)
    part.storage.removeLast(line.range.count)
    // A calendar is closed after the part with the component that is open in it.
    let endsPart = nesting.closesComponent(to: index)
    let last = endsPart ? max(index, nesting.count - nesting.depthInCalendar) : index
    nesting.expectStrayEnds(from: last)
    close(to: last)
    return endsPart || takeCarried()
  }

  /// Closes components and gives each the END that it has not.
  private mutating func close(to index: Int) {
    while nesting.count > index, let open = nesting.last {
      nesting.close(to: nesting.count - 1)
      let start = part.storage.count
      part.storage.append("END:")
      part.storage.append(contentsOf: open.bytes)
      part.lines.append(
        ContentLine(
          start: Int32(start), nameEnd: Int32(start + 3), valueStart: Int32(start + 4), end: Int32(part.storage.count),
          number: Int32(truncatingIfNeeded: openLine.line), property: .end, component: open.component,
          depth: UInt16(truncatingIfNeeded: nesting.depthInCalendar), offset: openLine.offset))
    }
  }

  private mutating func keepBoundary(_ line: ContentLine) {
    if nesting.isTooDeep { _ = drop(line) } else { part.lines.append(line) }
  }

  private mutating func drop(_ line: ContentLine) -> Bool {
    if dropped == 0 { firstDropped = openLine }
    dropped += 1
    part.storage.removeLast(line.range.count)
    return false
  }

  // MARK: - Findings

  private mutating func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, at position: SourcePosition
  ) {
    findings.append(Finding(severity: severity, code: code, message: message, position: position))
  }

  private mutating func noteLoneCarriageReturn() {
    guard !hasNotedLineEnd else { return }
    hasNotedLineEnd = true
    report(
      .note, .icalendarLineEnd,
      "the line ends with CR alone, which RFC 5545 does not know; such lines are read like others",
      at: SourcePosition(offset: openLine.offset, line: position.line, column: 1))
  }

  private mutating func noteDropped() {
    guard dropped > 0 else { return }
    report(
      .error, .icalendarTooLarge,
      "the component is too large or too deep: \(dropped) of its lines, from this one on, are skipped (--max-record)",
      at: firstDropped)
  }

  private mutating func noteOutside() {
    guard let (first, count) = outside.take() else { return }
    let lines = count == 1 ? "this line stands" : "\(count) lines, from this one on, stand"
    report(
      .note, .icalendarTextAround, "\(lines) outside of the calendar and \(count == 1 ? "is" : "are") skipped",
      at: first)
  }
}

extension DiagnosticCode {
  static let icalendarLineEnd: Self = "icalendar.line-end"
  static let icalendarTruncated: Self = "icalendar.truncated"
  static let icalendarMissingEnd: Self = "icalendar.missing-end"
  static let icalendarStrayEnd: Self = "icalendar.stray-end"
  static let icalendarNoCalendar: Self = "icalendar.no-calendar"
  static let icalendarTextAround: Self = "icalendar.text-around"
  static let icalendarTooLarge: Self = "icalendar.too-large"
  static let icalendarLineTooLong: Self = "icalendar.line-too-long"
}

extension Span<UInt8> {
  /// `range` without the space and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start &+= 1 }
    while end > start, self[end &- 1] == 0x20 || self[end &- 1] == 0x09 { end &-= 1 }
    return start..<end
  }

  /// Whether `word`, in upper case, occurs, in whatever case.
  func containsWord(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    var start = 0
    while start &+ length <= count {
      if extracting(start..<(start &+ length)).isSameWord(as: word) { return true }
      start &+= 1
    }
    return false
  }
}

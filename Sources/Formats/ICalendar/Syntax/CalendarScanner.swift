import DatelineCore

/// Cuts a calendar into parts: finds where components end, also where the file does not say so.
struct CalendarScanner {
  /// What was found out about the file, to be reported with the part.
  struct Finding {
    var severity: Diagnostic.Severity
    var code: DiagnosticCode
    var message: String
    var position: SourcePosition
  }

  /// The part that is being made.
  private var part = CalendarPart()
  private(set) var findings: [Finding] = []
  /// Those that were too many for one part.
  private var omitted = 0
  private var firstOmitted: Finding?
  private var unfolder: LineUnfolder
  private var nesting = OpenComponents()
  private let limits: Limits

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

  private static let findingLimit = 1000

  /// Content lines have places of 32 bits, so that many fit a cache: a part holds two lines of the limit at most.
  private static let greatestSize = 1 << 29

  init(_ limits: Limits) {
    self.limits = Limits(recordSize: min(limits.recordSize, Self.greatestSize), depth: limits.depth)
    unfolder = LineUnfolder(limit: self.limits.recordSize)
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
    if !findings.isEmpty { findings.removeAll(keepingCapacity: true) }
    unfolder.begin()
    dropped = 0
    var isDone = takeCarried()
    if !isDone { isDone = try input.consume { bytes in take(bytes) } }
    if !isDone { finishInput() }
    noteDropped()
    noteOmitted()
    part.hasControlCharacters = unfolder.hasControlCharacters
    unfolder.hasControlCharacters = false
    swap(&part, &result)
    return isDone || !result.lines.isEmpty || !findings.isEmpty || !result.unreadable.isEmpty
  }

  private mutating func take(_ bytes: Span<UInt8>) -> (taken: Int, isDone: Bool) {
    var index = 0
    while true {
      if !nesting.isEmpty, !nesting.isTooDeep, hasRoom(for: bytes.count - index) {
        index = unfolder.takeRun(of: bytes, from: index, into: &part, depth: nesting.depthInCalendar)
      }
      let (end, isWhole) = unfolder.next(in: bytes, from: index, into: &part.storage)
      index = end
      let isDone = isWhole && finishLine()
      if isDone || !isWhole {
        unfolder.advance(over: index)
        return (index, isDone)
      }
    }
  }

  /// Whether all lines that so many bytes can be have room in the part.
  private func hasRoom(for count: Int) -> Bool {
    // A line has two bytes at least: a letter and a line end.
    part.size + count + count / 2 * MemoryLayout<ContentLine>.stride <= limits.recordSize
  }

  private mutating func takeCarried() -> Bool {
    guard let (line, place) = carried else { return false }
    carried = nil
    unfolder.resume(line, at: place, into: &part.storage)
    return finishLine()
  }

  private mutating func finishInput() {
    if unfolder.endLine(), finishLine() { return }
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
      at: unfolder.position)
  }

  // MARK: - Lines

  /// Takes the line that was unfolded last.
  ///
  /// - Returns: Whether the part is complete.
  private mutating func finishLine() -> Bool {
    noteLineEnd()
    let end = part.storage.count
    let start = unfolder.start
    guard unfolder.overflow == 0 else {
      report(
        .error, .icalendarLineTooLong,
        "the line has \(end - start + unfolder.overflow) bytes, more than the \(limits.recordSize) of --max-record; it is skipped",
        at: unfolder.place)
      part.storage.removeLast(end - start)
      return false
    }
    guard end > start else { return false }
    guard var line = contentLine(start, end) else { return keepUnreadable(end) }
    switch line.property {
    case .begin where isBlank(line), .end where isBlank(line): return keepUnreadable(end)
    case .begin: return begin(&line)
    case .end: return self.end(&line)
    default:
      keep(line)
      return false
    }
  }

  /// The unfolded line taken apart; nil where it is no content line. It changes nothing: as one that does not, it would be
  /// given a copy of the scanner.
  private mutating func contentLine(_ start: Int, _ end: Int) -> ContentLine? {
    let storage = part.storage.span
    var nameEnd = 0
    var valueStart = 0
    var property = PropertyName.other
    if let name = unfolder.name, start &+ name.length < end {
      property = name.property
      nameEnd = start &+ name.length
      valueStart = nameEnd &+ 1
    }
    if nameEnd == 0 || storage[nameEnd] != UInt8(ascii: ":") {
      guard let head = storage.contentLineHead(from: start, nameLength: unfolder.name?.length) else { return nil }
      if nameEnd != head.nameEnd { property = part.property(start..<head.nameEnd) }
      (nameEnd, valueStart) = head
    }
    return ContentLine(
      start: Int32(truncatingIfNeeded: start), nameEnd: Int32(truncatingIfNeeded: nameEnd),
      valueStart: Int32(truncatingIfNeeded: valueStart), end: Int32(truncatingIfNeeded: end),
      number: Int32(truncatingIfNeeded: unfolder.place.line), property: property, component: .other,
      depth: UInt16(truncatingIfNeeded: nesting.depthInCalendar), offset: unfolder.place.offset)
  }

  private mutating func isBlank(_ line: ContentLine) -> Bool { part.storage.span.isBlank(line.value) }

  private mutating func keep(_ line: ContentLine) {
    guard !nesting.isEmpty else {
      outside.add(unfolder.place)
      part.storage.removeLast(line.range.count)
      return
    }
    guard part.size <= limits.recordSize, !nesting.isTooDeep else {
      _ = drop(line)
      return
    }
    part.lines.append(line)
  }

  private mutating func keepUnreadable(_ end: Int) -> Bool {
    let line = ContentLine(
      start: Int32(unfolder.start), nameEnd: Int32(unfolder.start), valueStart: Int32(unfolder.start), end: Int32(end),
      number: Int32(truncatingIfNeeded: unfolder.place.line), property: .other, component: .other,
      depth: UInt16(truncatingIfNeeded: nesting.depthInCalendar), offset: unfolder.place.offset)
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
      report(.warning, .icalendarNoCalendar, "\(name) stands outside of any VCALENDAR; it is read", at: unfolder.place)
    }
    if nesting.isAtCalendarLevel, line.component != .calendar { part.componentStart = part.lines.count }
    nesting.open(
      OpenComponents.Entry(
        component: line.component, hash: word.hash, spelling: part.spelling(line), position: unfolder.place),
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
          at: unfolder.place)
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
      at: unfolder.place)
    carried = (Array(part.storage[line.range]), unfolder.place)
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
          number: Int32(truncatingIfNeeded: unfolder.place.line), property: .end, component: open.component,
          depth: UInt16(truncatingIfNeeded: nesting.depthInCalendar), offset: unfolder.place.offset))
    }
  }

  private mutating func keepBoundary(_ line: ContentLine) {
    if nesting.isTooDeep { _ = drop(line) } else { part.lines.append(line) }
  }

  private mutating func drop(_ line: ContentLine) -> Bool {
    if dropped == 0 { firstDropped = unfolder.place }
    dropped += 1
    part.storage.removeLast(line.range.count)
    return false
  }

  // MARK: - Findings

  private mutating func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, at position: SourcePosition
  ) {
    guard findings.count < Self.findingLimit else {
      if omitted == 0 { firstOmitted = Finding(severity: severity, code: code, message: "", position: position) }
      omitted += 1
      return
    }
    findings.append(Finding(severity: severity, code: code, message: message, position: position))
  }

  private mutating func noteOmitted() {
    guard omitted > 0, var finding = firstOmitted else { return }
    finding.message = "\(omitted) more such findings, the first of them here, are not told one by one"
    findings.append(finding)
    omitted = 0
  }

  private mutating func noteLineEnd() {
    guard let place = unfolder.loneCarriageReturn, !hasNotedLineEnd else { return }
    hasNotedLineEnd = true
    report(
      .note, .icalendarLineEnd,
      "the line ends with CR alone, which RFC 5545 does not know; such lines are read like others", at: place)
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

import DatelineCore

extension LineUnfolder {
  /// Takes lines of properties that stand whole in the window: nearly all lines. Their bytes are copied at once, with what
  /// stands between them, and those that are folded are unfolded where they are.
  ///
  /// What is not so plain is left to ``next(in:from:into:)``, which does the same one line at a time.
  ///
  /// - Parameters:
  ///   - first: Where a line begins.
  ///   - depth: How many components are open around the lines.
  /// - Returns: Where the first line begins that was not taken.
  mutating func takeRun(
    of bytes: Span<UInt8>, from first: Int, into part: inout CalendarPart, depth: Int
  ) -> Int {
    guard isAtLineStart else { return first }
    // From an index of the window to one of the storage.
    let shift = part.storage.count &- first
    var index = first
    while let name = PropertyName.atStart(of: bytes, index), name.property != .begin, name.property != .end,
      let extent = extent(of: bytes, from: index, behind: index &+ name.length),
      let valueStart = valueStart(of: bytes, behind: index &+ name.length, extent)
    {
      if extent.folds > 0 { foldedLines.append(part.lines.count) }
      part.lines.append(
        ContentLine(
          start: Int32(truncatingIfNeeded: index &+ shift),
          nameEnd: Int32(truncatingIfNeeded: index &+ name.length &+ shift),
          valueStart: Int32(truncatingIfNeeded: valueStart &+ shift),
          end: Int32(truncatingIfNeeded: extent.end &+ shift),
          number: Int32(truncatingIfNeeded: position.line), property: name.property, component: .other,
          depth: UInt16(truncatingIfNeeded: depth), offset: position.offset &+ index))
      position.line &+= 1 &+ extent.folds
      index = extent.next
    }
    guard index > first else { return first }
    part.storage.append(copying: bytes.extracting(first..<index))
    if !foldedLines.isEmpty { unfoldLines(of: &part) }
    return index
  }

  /// Where a line ends in the window.
  private struct Extent {
    /// The end of its first piece, before the first fold.
    var pieceEnd: Int
    var end: Int
    /// Where the next line begins.
    var next: Int
    var folds = 0
  }

  /// - Returns: nil where the window ends too early, and for line ends that have to be looked at more closely.
  @inline(__always)
  private mutating func extent(of bytes: Span<UInt8>, from start: Int, behind nameEnd: Int) -> Extent? {
    var end = nameEnd
    var pieceEnd: Int?
    var folds = 0
    while true {
      end = bytes.firstControl(from: end)
      guard end &+ 2 < bytes.count else { return nil }
      var next = end &+ 1
      if bytes[end] == 0x0D {
        guard bytes[next] == 0x0A else { return nil }
        next &+= 1
      } else if bytes[end] != 0x0A {
        if bytes[end] != 0x09 { hasControlCharacters = true }
        end = next
        continue
      }
      // It may be a soft break of quoted-printable.
      guard bytes[end &- 1] != UInt8(ascii: "=") else { return nil }
      guard bytes[next] == 0x20 || bytes[next] == 0x09 else {
        return Extent(pieceEnd: pieceEnd ?? end, end: end, next: next, folds: folds)
      }
      if pieceEnd == nil { pieceEnd = end }
      folds &+= 1
      end = next &+ 1
    }
  }

  /// - Returns: nil where the line is no content line, or it takes a look behind the first fold to tell.
  @inline(__always)
  private func valueStart(of bytes: Span<UInt8>, behind nameEnd: Int, _ extent: Extent) -> Int? {
    guard nameEnd < extent.pieceEnd else { return nil }
    if bytes[nameEnd] == UInt8(ascii: ":") { return nameEnd &+ 1 }
    let line = bytes.extracting(0..<extent.pieceEnd)
    guard let start = line.valueStart(behind: nameEnd) else { return nil }
    if extent.folds > 0, line.firstIndex(of: UInt8(ascii: "\""), from: nameEnd) < start { return nil }
    return start
  }

  private mutating func unfoldLines(of part: inout CalendarPart) {
    for index in foldedLines {
      let line = part.lines[index]
      part.lines[index].end = Int32(truncatingIfNeeded: part.storage.unfold(Int(line.valueStart)..<Int(line.end)))
    }
    foldedLines.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// Removes the folds in a range: line ends, each with the one character behind it. The bytes that it needs no more become
  /// spaces.
  ///
  /// - Returns: The new end of the range.
  fileprivate mutating func unfold(_ range: Range<Int>) -> Int {
    var end = span.extracting(..<range.upperBound).firstIndex(of: 0x0A, from: range.lowerBound)
    guard end < range.upperBound else { return range.upperBound }
    var rest = end
    while rest < range.upperBound {
      // Behind the line end and the space.
      let start = rest &+ 2
      if end > range.lowerBound, self[end &- 1] == 0x0D { end &-= 1 }
      rest = span.extracting(..<range.upperBound).firstIndex(of: 0x0A, from: start)
      end = move(start..<rest, to: end)
    }
    var bytes = mutableSpan
    for index in end..<range.upperBound { bytes[index] = 0x20 }
    return end
  }

  /// Moves the bytes of `range` to `place`, which lies before it.
  ///
  /// - Returns: The end of where they are then.
  @inline(__always)
  private mutating func move(_ range: Range<Int>, to place: Int) -> Int {
    precondition(0 <= place && place <= range.lowerBound && range.upperBound <= count)
    // Both lie in the array, as was just checked.
    unsafe withUnsafeMutableBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe (base + place).update(from: base + range.lowerBound, count: range.count)
    }
    return place &+ range.count
  }
}

extension Span<UInt8> {
  /// The index of the first control character, from `start` on; `count` where there is none.
  @inline(__always)
  fileprivate func firstControl(from start: Int) -> Int {
    let space = SIMD16<UInt8>(repeating: 0x20)
    var index = start
    while index &+ 16 <= count {
      let lanes = ByteLanes(block(at: index) .< space)
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
    }
    while index < count, self[index] >= 0x20 { index &+= 1 }
    return index
  }
}

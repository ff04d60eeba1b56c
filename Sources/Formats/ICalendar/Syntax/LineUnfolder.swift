import DatelineCore

/// Unfolds the lines of a calendar (RFC 5545, section 3.1), one behind the other.
///
/// Bytes are unfolded before anything else is done with them, since folds may stand inside characters. A line ends with
/// LF, CRLF, CR, or CR CRLF, which some programs make of CRLF.
struct LineUnfolder {
  private enum State {
    case lineStart, text, afterCarriageReturn, afterTwoCarriageReturns
  }

  private var state = State.lineStart
  /// Whether a line has begun and not ended.
  private(set) var hasOpenLine = false
  /// Where the line that was begun last starts in the storage.
  private(set) var start = 0
  /// Where it starts in the file.
  private(set) var place = SourcePosition()
  /// How many of its bytes are above the limit, and were passed over.
  private(set) var overflow = 0
  /// Its property, and the length of its name, where its beginning was looked at in the window.
  private(set) var name: (property: PropertyName, length: Int)?
  /// The line of the file that is being read, and the first byte of the window.
  var position = SourcePosition()
  /// Whether there were control characters but for tabs and line ends.
  var hasControlCharacters = false
  /// Where a line ends with CR alone, for the first time.
  private(set) var loneCarriageReturn: SourcePosition?
  /// The lines of a run that have to be unfolded.
  var foldedLines: [Int] = []
  private let limit: Int

  /// - Parameter limit: The most bytes of a line.
  init(limit: Int) { self.limit = limit }

  /// Whether no line is open, nor a line end.
  var isAtLineStart: Bool { state == .lineStart && !hasOpenLine }

  /// Begins a new storage.
  mutating func begin() { start = 0 }

  /// Says that `count` bytes of the window are done with.
  mutating func advance(over count: Int) { position.offset += count }

  /// Takes a line that is there already, at the end of the storage.
  mutating func resume(_ line: [UInt8], at place: SourcePosition, into storage: inout [UInt8]) {
    (start, overflow, name) = (storage.count, 0, nil)
    storage.append(contentsOf: line)
    self.place = place
    hasControlCharacters = true
  }

  /// Ends the open line at the end of the file.
  ///
  /// - Returns: Whether there is one.
  mutating func endLine() -> Bool {
    defer { hasOpenLine = false }
    return hasOpenLine
  }

  /// Appends the next line to `storage`.
  ///
  /// - Returns: Where it ends in `bytes`, and whether it does: if not, all bytes have been taken.
  mutating func next(
    in bytes: Span<UInt8>, from first: Int, into storage: inout [UInt8]
  ) -> (end: Int, isWhole: Bool) {
    var index = first
    while index < bytes.count {
      switch state {
      case .text:
        index = append(bytes, from: index, to: &storage)
        guard index < bytes.count else { break }
        if bytes[index] == 0x0D {
          index &+= 1
          guard index < bytes.count, bytes[index] == 0x0A else {
            state = .afterCarriageReturn
            continue
          }
        }
        index &+= 1
        position.line &+= 1
        state = .lineStart
      case .lineStart:
        if hasOpenLine {
          if continues(bytes[index], storage) {
            // Behind a soft break, space at the start of the next line is text.
            if endsWithSoftBreak(storage) { storage.removeLast() } else { index &+= 1 }
            state = .text
            continue
          }
          hasOpenLine = false
          return (index, true)
        }
        // Space before a line that continues nothing means nothing.
        if bytes[index] == 0x20 || bytes[index] == 0x09 {
          index &+= 1
          continue
        }
        (start, overflow) = (storage.count, 0)
        place = SourcePosition(offset: position.offset &+ index, line: position.line, column: 1)
        name = PropertyName.atStart(of: bytes, index)
        hasOpenLine = true
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
    return (bytes.count, false)
  }

  /// Whether a line that begins with `byte` continues the open line.
  private func continues(_ byte: UInt8, _ storage: [UInt8]) -> Bool {
    if byte == 0x20 || byte == 0x09, start < storage.count || overflow > 0 { return true }
    return endsWithSoftBreak(storage)
  }

  private mutating func append(_ bytes: Span<UInt8>, from index: Int, to storage: inout [UInt8]) -> Int {
    let end = storage.append(lineOf: bytes, from: index, &hasControlCharacters)
    let excess = storage.count &- start &- limit
    if excess > 0 {
      overflow += excess
      storage.removeLast(excess)
    }
    return end
  }

  /// Whether the open line is quoted-printable and goes on in the next: vCalendar 1.0 folds such lines by a `=`.
  private func endsWithSoftBreak(_ storage: [UInt8]) -> Bool {
    guard storage.last == UInt8(ascii: "="), storage.count > start else { return false }
    let storage = storage.span
    guard let head = storage.contentLineHead(from: start) else { return false }
    return storage.extracting(head.nameEnd..<head.valueStart).containsWord("QUOTED-PRINTABLE")
  }

  private mutating func noteLoneCarriageReturn() {
    guard loneCarriageReturn == nil else { return }
    loneCarriageReturn = SourcePosition(offset: place.offset, line: position.line, column: 1)
  }
}

extension [UInt8] {
  /// Appends the bytes from `start` up to the first CR or LF.
  ///
  /// - Parameter hasControlCharacters: Becomes true where there are others but tabs.
  /// - Returns: Where the line ends in `bytes`.
  fileprivate mutating func append(
    lineOf bytes: Span<UInt8>, from start: Int, _ hasControlCharacters: inout Bool
  ) -> Int {
    var index = start
    var hasMore = true
    // Most lines are short; a long one is taken by the piece, so that there is always room.
    let pieceSize = 1024
    while hasMore {
      let end = Swift.min(bytes.count, index &+ pieceSize)
      append(atMost: pieceSize + 16) { output in
        index = output.write(lineOf: bytes, from: index, to: end, &hasControlCharacters)
      }
      hasMore = index == end && end < bytes.count
    }
    return index
  }
}

extension OutputCursor {
  /// Writes the bytes from `start` up to the first CR or LF, at most up to `end`.
  ///
  /// Bytes are copied by the block and then looked at: most blocks have no line end.
  ///
  /// - Returns: Where it stopped.
  @inline(__always)
  fileprivate mutating func write(
    lineOf bytes: Span<UInt8>, from start: Int, to end: Int, _ hasControlCharacters: inout Bool
  ) -> Int {
    // The last block may be stored whole.
    guard hasRoom(for: end &- start &+ 16) else { return end }
    let space = SIMD16<UInt8>(repeating: 0x20)
    var index = start
    while index < end {
      if index &+ 16 <= end {
        let block = bytes.block(at: index)
        unsafe UnsafeMutableRawPointer(next).storeBytes(of: block, as: SIMD16<UInt8>.self)
        let plain = ByteLanes(block .< space).first
        unsafe next += plain
        index &+= plain
        guard plain < 16 else { continue }
      }
      let byte = bytes[index]
      if byte < 0x20, byte != 0x09 {
        if byte == 0x0A || byte == 0x0D { return index }
        hasControlCharacters = true
      }
      unsafe next.pointee = byte
      unsafe next += 1
      index &+= 1
    }
    return index
  }
}

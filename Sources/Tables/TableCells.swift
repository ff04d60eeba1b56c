package import DatelineCore
import DatelineRecord

/// A row to be written, cell by cell.
///
/// The cells lie one after the other with a comma behind each, as most forms of a table have them, so that a form copies
/// runs of cells. It has to look into the marked ones alone: they are found while their bytes are copied here.
///
/// Invariant: `memory` is an allocation of `capacity` bytes that belongs to this value alone, `count <= capacity`, and the
/// first `count` bytes are set. Every write goes through `reserve(_:)` first.
@safe
package struct TableCells: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity = 4096
  private var count = 0
  /// The first byte of the cell that is being written.
  private var cellStart = 0
  /// Whether that cell has a comma, a quote or a control character.
  private var isSpecial = false
  /// Whether there may be a quote among them.
  private var mayHaveQuotes = false
  private var marked: [Marked] = []

  /// A cell with a comma, a quote or a control character, or one that begins with neither a letter nor a digit.
  package struct Marked {
    /// Its bytes.
    package var range: Range<Int>
    /// Whether it has a comma, a quote or a control character.
    package var isSpecial: Bool
    /// Whether there may be a quote in it. If not, there is none.
    package var mayHaveQuotes: Bool
  }

  /// A row without cells.
  package init() { unsafe memory = .allocate(capacity: capacity) }

  deinit { unsafe memory.deallocate() }

  /// Forgets the cells, and keeps the memory.
  package mutating func removeAll() {
    count = 0
    cellStart = 0
    (isSpecial, mayHaveQuotes) = (false, false)
    if !marked.isEmpty { marked.removeAll(keepingCapacity: true) }
  }

  /// Gives `body` the cells with a comma behind each, and the places of those that the form may have to quote.
  package func withBytes(_ body: (_ bytes: Span<UInt8>, _ marked: [Marked]) -> Void) {
    body(unsafe Span(_unsafeStart: memory, count: count), marked)
  }

  /// Ends a cell that has nothing in it, or what was appended before.
  @inline(__always)
  package mutating func endCell() {
    reserve(1)
    if count > cellStart, isSpecial || !Self.isLetterOrDigit(unsafe memory[cellStart]) { mark() }
    unsafe memory[count] = UInt8(ascii: ",")
    count &+= 1
    cellStart = count
  }

  @inline(never)
  private mutating func mark() {
    marked.append(Marked(range: cellStart..<count, isSpecial: isSpecial, mayHaveQuotes: mayHaveQuotes))
    (isSpecial, mayHaveQuotes) = (false, false)
  }

  /// Characters that are not ASCII count as letters, but for those that may have full width.
  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte > UInt8(ascii: "@") ? byte != 0xEF : byte &- 0x30 <= 9
  }

  @inline(__always)
  private mutating func reserve(_ added: Int) {
    if capacity &- count < added { grow(added) }
  }

  private mutating func grow(_ added: Int) {
    let larger = max(capacity * 2, count + added)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe moved.initialize(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = moved
    capacity = larger
  }
}

extension TableCells {
  /// Appends to the cell that is being written.
  package mutating func append(_ text: borrowing Text) { append(text.storage.span, from: text.start, to: text.end) }

  /// Appends to the cell that is being written.
  package mutating func append(_ content: Span<UInt8>) { append(content, from: 0, to: content.count) }

  /// Appends the bytes of `storage` from `start` to `end`.
  package mutating func append(_ storage: Span<UInt8>, from start: Int, to end: Int) {
    _ = copy(storage, from: start, to: end, stopsAtEscape: false)
  }

  /// Appends what stands between the quotes of a string of JSON, from `start` to `end` of `storage`, if there is no escape.
  ///
  /// - Returns: Whether there was none. If not, nothing is appended, and what the string means has to be: what marks the one
  ///   marks the other.
  package mutating func append(jsonString storage: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    copy(storage, from: start, to: end, stopsAtEscape: true)
  }

  /// A cell with the bytes of `storage` from `start` to `end`.
  package mutating func cell(_ storage: Span<UInt8>, from start: Int, to end: Int) {
    _ = copy(storage, from: start, to: end, stopsAtEscape: false)
    endCell()
  }

  /// Copies whole blocks: what lies behind the end is overwritten by what comes next.
  ///
  /// - Parameter stopsAtEscape: Whether nothing is appended where there is a backslash.
  /// - Returns: Whether all was appended.
  @inline(__always)
  private mutating func copy(_ storage: Span<UInt8>, from start: Int, to end: Int, stopsAtEscape: Bool) -> Bool {
    guard start < end else { return true }
    reserve(end &- start &+ 16)
    var index = start
    var target = unsafe memory + count
    while index <= end &- 32 {
      let (first, second) = storage.twoBlocks(at: index)
      unsafe UnsafeMutableRawPointer(target).storeBytes(of: first, as: SIMD16<UInt8>.self)
      unsafe UnsafeMutableRawPointer(target + 16).storeBytes(of: second, as: SIMD16<UInt8>.self)
      if !ByteLanes(Self.specials(first) .| Self.specials(second)).isEmpty { mark(first, second) }
      if stopsAtEscape, !ByteLanes(Self.escapes(first) .| Self.escapes(second)).isEmpty { return false }
      index &+= 32
      unsafe target += 32
    }
    while index < end, index <= storage.count &- 16 {
      let block = storage.block(at: index)
      unsafe UnsafeMutableRawPointer(target).storeBytes(of: block, as: SIMD16<UInt8>.self)
      let lanes = ByteLanes(Self.specials(block))
      if !lanes.isEmpty, index &+ lanes.first < end { mark(block, block) }
      if stopsAtEscape {
        let lanes = ByteLanes(Self.escapes(block))
        if !lanes.isEmpty, index &+ lanes.first < end { return false }
      }
      index &+= 16
      unsafe target += 16
    }
    while index < end {
      let byte = storage[index]
      unsafe target.pointee = byte
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20 {
        isSpecial = true
        if byte == UInt8(ascii: "\"") { mayHaveQuotes = true }
      }
      if stopsAtEscape, byte == UInt8(ascii: "\\") { return false }
      index &+= 1
      unsafe target += 1
    }
    count &+= end &- start
    return true
  }

  @inline(__always)
  private mutating func mark(_ first: SIMD16<UInt8>, _ second: SIMD16<UInt8>) {
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    isSpecial = true
    if !ByteLanes((first .== quote) .| (second .== quote)).isEmpty { mayHaveQuotes = true }
  }

  @inline(__always)
  private static func specials(_ block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    (block .== SIMD16(repeating: UInt8(ascii: ","))) .| (block .== SIMD16(repeating: UInt8(ascii: "\"")))
      .| (block .< SIMD16(repeating: 0x20))
  }

  @inline(__always)
  private static func escapes(_ block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    block .== SIMD16(repeating: UInt8(ascii: "\\"))
  }

  /// Appends to the cell that is being written.
  package mutating func append(constant text: StaticString) {
    text.withUTF8Buffer { bytes in append(unsafe bytes.span) }
  }

  /// Appends to the cell that is being written.
  package mutating func append(decimal number: Int) {
    if 0...9 ~= number {
      reserve(1)
      unsafe memory[count] = 0x30 &+ UInt8(truncatingIfNeeded: number)
      count &+= 1
    } else {
      append(atMost: 20) { $0.write(decimal: number) }
    }
  }

  /// Appends to the cell that is being written.
  package mutating func append(_ number: Double) { append(atMost: 32) { $0.write(shortest: number) } }

  /// Appends a day as `YYYY-MM-DD`.
  package mutating func append(_ day: CalendarDate) {
    guard 0...9999 ~= day.year else {
      var bytes: [UInt8] = []
      EDTF(day)?.write(to: &bytes)
      return append(bytes.span)
    }
    append(atMost: 10) { $0.write(year: day.year, month: day.month, day: day.day) }
  }

  /// Appends what `pass` writes, which holds nothing that marks a cell.
  @inline(__always)
  private mutating func append(atMost room: Int, _ pass: (inout OutputCursor) -> Void) {
    var room = room
    while true {
      reserve(room)
      var cursor = unsafe OutputCursor(UnsafeMutableBufferPointer(start: memory + count, count: capacity - count))
      pass(&cursor)
      if !cursor.isFull {
        count &+= cursor.written
        return
      }
      room = (capacity - count) * 2
    }
  }

  /// A cell with one text, or nothing.
  @inline(__always)
  package mutating func cell(_ text: Text?) {
    if let text { cell(text.storage.span, from: text.start, to: text.end) } else { endCell() }
  }
}

/// Where the bytes of one record go: raw memory, so that a piece costs a comparison and a copy, and not a check of who
/// owns the array it goes to. A record is a few hundred pieces of a few bytes, and such checks were half of its cost.
///
/// One pass writes a whole record. Where the room does not suffice the cursor says so and takes nothing more, and the
/// pass is made again with more room: see `Array.append(atMost:_:)`.
///
/// Invariant: `next` and `end` lie in one allocation, `next <= end`, which outlives the cursor. Every write compares its
/// length with the room before it stores.
@safe
@usableFromInline
package struct OutputCursor {
  @usableFromInline package var next: UnsafeMutablePointer<UInt8>
  @usableFromInline let start: UnsafeMutablePointer<UInt8>
  @usableFromInline let end: UnsafeMutablePointer<UInt8>
  /// Whether something did not fit. What has been written is then worth nothing.
  @usableFromInline package var isFull = false

  /// Writes into `memory`, which must outlive the cursor.
  @inlinable
  @unsafe
  package init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    // An empty buffer has no address; any will do, since nothing is stored there.
    let base = unsafe memory.baseAddress ?? UnsafeMutablePointer(bitPattern: 1).unsafelyUnwrapped
    unsafe start = base
    unsafe next = base
    unsafe end = base + memory.count
  }

  /// How many bytes still fit.
  @inlinable package var room: Int { unsafe end - next }

  /// How many bytes have been written.
  @inlinable package var written: Int { unsafe next - start }

  /// The byte that was written last; nil where there is none.
  @inlinable package var last: UInt8? { unsafe next > start ? unsafe (next - 1).pointee : nil }

  /// Whether `count` more bytes fit; if not, the pass is lost.
  @inlinable
  @inline(__always)
  package mutating func hasRoom(for count: Int) -> Bool {
    if room >= count { return true }
    isFull = true
    return false
  }

  /// How many bytes have been written.
  @inlinable package var count: Int { unsafe next - start }

  /// Changes each byte that was written after the first `count`.
  @inlinable
  @inline(__always)
  package mutating func replaceBytes(after count: Int, _ replacement: (UInt8) -> UInt8) {
    var place = unsafe start + min(max(count, 0), self.count)
    while unsafe place < next {
      unsafe place.pointee = replacement(place.pointee)
      unsafe place += 1
    }
  }

  /// Writes one byte.
  @inlinable
  @inline(__always)
  package mutating func write(_ byte: UInt8) {
    guard hasRoom(for: 1) else { return }
    unsafe next.pointee = byte
    unsafe next += 1
  }

  /// Writes the bytes of a constant, which the compiler turns into a store or two.
  @inlinable
  @inline(__always)
  package mutating func write(_ text: StaticString) {
    let count = text.utf8CodeUnitCount
    guard hasRoom(for: count) else { return }
    unsafe next.update(from: text.utf8Start, count: count)
    unsafe next += count
  }

  /// Writes `,"name":`, the beginning of a member of a JSON object.
  ///
  /// It is a call, and small, as the code of all members of a record would not stay in the processor's fast memory.
  ///
  /// - Parameter name: Has no character that JSON escapes.
  @inline(never)
  package mutating func write(jsonMember name: StaticString) {
    let count = name.utf8CodeUnitCount
    guard hasRoom(for: count &+ 4) else { return }
    unsafe next[0] = UInt8(ascii: ",")
    unsafe next[1] = UInt8(ascii: "\"")
    unsafe Self.copy(name, to: next + 2)
    unsafe next[count &+ 2] = UInt8(ascii: "\"")
    unsafe next[count &+ 3] = UInt8(ascii: ":")
    unsafe next += count &+ 4
  }

  /// Makes the comma before the first member of a JSON object its brace, and writes the other.
  ///
  /// - Parameter start: How many bytes had been written before the members, each of which begins with a comma.
  @inlinable
  package mutating func closeJSONObject(from start: Int) {
    if start < written { unsafe self.start[start] = UInt8(ascii: "{") } else { write(UInt8(ascii: "{")) }
    write(UInt8(ascii: "}"))
  }

  /// Writes a constant of a few bytes between quotes.
  @inline(never)
  package mutating func write(quoted text: StaticString) {
    let count = text.utf8CodeUnitCount
    guard hasRoom(for: count &+ 2) else { return }
    unsafe next[0] = UInt8(ascii: "\"")
    unsafe Self.copy(text, to: next + 1)
    unsafe next[count &+ 1] = UInt8(ascii: "\"")
    unsafe next += count &+ 2
  }

  /// Copies a constant of a few bytes, to which there is room. A call would take longer than this does.
  @inlinable
  @inline(__always)
  package static func copy(_ text: StaticString, to place: UnsafeMutablePointer<UInt8>) {
    let count = text.utf8CodeUnitCount
    let source = unsafe UnsafeRawPointer(text.utf8Start)
    let target = UnsafeMutableRawPointer(place)
    // Two loads that overlap where the length is none of theirs, all within the constant.
    switch count {
    case 2..<4:
      let (first, last) = unsafe (
        source.loadUnaligned(as: UInt16.self), source.loadUnaligned(fromByteOffset: count &- 2, as: UInt16.self)
      )
      unsafe target.storeBytes(of: first, as: UInt16.self)
      unsafe target.storeBytes(of: last, toByteOffset: count &- 2, as: UInt16.self)
    case 8...16:
      let (first, last) = unsafe (
        source.loadUnaligned(as: UInt64.self), source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      )
      unsafe target.storeBytes(of: first, as: UInt64.self)
      unsafe target.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
    case 4..<8:
      let (first, last) = unsafe (
        source.loadUnaligned(as: UInt32.self), source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      )
      unsafe target.storeBytes(of: first, as: UInt32.self)
      unsafe target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
    default: unsafe target.copyMemory(from: source, byteCount: count)
    }
  }

  /// Writes a day of the years 0 to 9999 as `YYYY-MM-DD`.
  package mutating func write(year: Int, month: Int, day: Int) {
    guard hasRoom(for: 10) else { return }
    unsafe Self.store(year / 100, at: next)
    unsafe Self.store(year % 100, at: next + 2)
    unsafe next[4] = UInt8(ascii: "-")
    unsafe Self.store(month, at: next + 5)
    unsafe next[7] = UInt8(ascii: "-")
    unsafe Self.store(day, at: next + 8)
    unsafe next += 10
  }

  /// Writes a time of day as `HH:MM:SS`.
  package mutating func write(hour: Int, minute: Int, second: Int) {
    guard hasRoom(for: 8) else { return }
    unsafe Self.store(hour, at: next)
    unsafe next[2] = UInt8(ascii: ":")
    unsafe Self.store(minute, at: next + 3)
    unsafe next[5] = UInt8(ascii: ":")
    unsafe Self.store(second, at: next + 6)
    unsafe next += 8
  }

  /// Stores the last two digits of a number, 0 or more.
  @inline(__always)
  private static func store(_ number: Int, at place: UnsafeMutablePointer<UInt8>) {
    let number = UInt32(truncatingIfNeeded: number)
    unsafe place[0] = 0x30 &+ UInt8(truncatingIfNeeded: number / 10 % 10)
    unsafe place[1] = 0x30 &+ UInt8(truncatingIfNeeded: number % 10)
  }

  /// Writes the bytes of a text, a short one as one block.
  package mutating func write(text: borrowing Text) {
    let length = text.utf8Count
    guard length <= 16, text.start &+ 16 <= text.storage.count, room >= 16 else {
      return text.withUTF8 { write($0) }
    }
    let block = text.storage.span.block(at: text.start)
    unsafe UnsafeMutableRawPointer(next).storeBytes(of: block, as: SIMD16<UInt8>.self)
    unsafe next += length
  }

  /// Writes bytes.
  @inlinable
  package mutating func write(_ bytes: Span<UInt8>) {
    let count = bytes.count
    guard hasRoom(for: count) else { return }
    unsafe bytes.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { unsafe next.update(from: first, count: count) }
    }
    unsafe next += count
  }

  /// Writes eight bytes, the lowest first.
  @inlinable
  @inline(__always)
  package mutating func write(word: UInt64) {
    guard hasRoom(for: 8) else { return }
    unsafe UnsafeMutableRawPointer(next).storeBytes(of: word.littleEndian, as: UInt64.self)
    unsafe next += 8
  }

  /// Writes `value`, 0...99, as two digits.
  @inlinable
  package mutating func write(twoDigits value: Int) {
    guard hasRoom(for: 2) else { return }
    unsafe next[0] = 0x30 &+ UInt8(truncatingIfNeeded: value / 10 % 10)
    unsafe next[1] = 0x30 &+ UInt8(truncatingIfNeeded: value % 10)
    unsafe next += 2
  }

  /// Writes a whole number.
  package mutating func write(decimal value: Int) {
    var magnitude = value.magnitude
    if value < 0 { write(UInt8(ascii: "-")) }
    guard magnitude > 9 else { return write(0x30 &+ UInt8(truncatingIfNeeded: magnitude)) }
    var length = 2
    var limit: UInt = 100
    // 10 to the 19th power still fits; the longest number has twenty digits.
    while length < 20, magnitude >= limit {
      length &+= 1
      limit = length < 20 ? limit &* 10 : .max
    }
    guard hasRoom(for: length) else { return }
    var index = length
    while magnitude > 9 {
      let (rest, pair) = magnitude.quotientAndRemainder(dividingBy: 100)
      index &-= 2
      unsafe next[index] = 0x30 &+ UInt8(truncatingIfNeeded: pair / 10)
      unsafe next[index &+ 1] = 0x30 &+ UInt8(truncatingIfNeeded: pair % 10)
      magnitude = rest
    }
    if index > 0 { unsafe next[0] = 0x30 &+ UInt8(truncatingIfNeeded: magnitude) }
    unsafe next += length
  }

  /// Writes what `append` appends to an array: for values whose spelling is rarely needed here.
  package mutating func write(_ append: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    append(&bytes)
    write(bytes.span)
  }
}

extension [UInt8] {
  /// Appends what `pass` writes. It is called again with twice the room where that did not suffice, and has to do the
  /// same each time.
  ///
  /// - Parameter room: The bytes that will probably suffice, one or more.
  @inlinable
  package mutating func append(atMost room: Int, _ pass: (inout OutputCursor) -> Void) {
    var room = Swift.max(capacity - count, room)
    while true {
      var isDone = false
      append(addingCapacity: room) { (free: inout OutputSpan<UInt8>) in
        unsafe free.withUnsafeMutableBufferPointer { memory, initialized in
          var cursor = unsafe OutputCursor(memory)
          pass(&cursor)
          guard !cursor.isFull else { return }
          initialized = unsafe cursor.next - cursor.start
          isDone = true
        }
      }
      if isDone { return }
      room *= 2
    }
  }
}

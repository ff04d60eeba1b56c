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

import DatelineCore
import DatelineRecord

/// Reads the members of a flat object as nearly all of them are: the expected key, spaced as it was before, and a string, a
/// number or null. It stops at a member that is anything else, which is then read as JSON in general, and where that finds
/// what is wrong with it.
struct UsualMembers {
  /// The brace or comma before the next member; behind the object where it is closed.
  var index: Int
  /// The column that is expected there.
  var column: Int
  /// Whether the last member was the object's last.
  private(set) var isClosed = false

  init(index: Int, column: Int) {
    self.index = index
    self.column = column
  }

  /// - Parameters:
  ///   - spellings: What stands before the value of each column.
  ///   - cells: One for each column.
  ///   - escaped: Gets the strings with escapes.
  mutating func read(
    _ bytes: Span<UInt8>, _ spellings: Span<KeySpelling>, into cells: inout [TableRow.Cell],
    _ escaped: inout [EscapedString]
  ) {
    let count = bytes.count
    var cells = cells.mutableSpan
    let end = min(spellings.count, cells.count)
    // Of its own while it changes, so that it stays in registers.
    var (index, column) = (index, column)
    defer { (self.index, self.column) = (index, column) }
    while column < end {
      guard spellings[column].matches(bytes, at: index) else { return }
      let start = index &+ spellings[column].length
      guard start < count, cells[column].start == cells[column].end else { return }
      // The value's bytes, and what stands behind it.
      var (first, last, next) = (start, start, start)
      switch bytes[start] {
      case UInt8(ascii: "\""):
        var escape = 0
        first = start &+ 1
        next = bytes.endOfJSONString(from: first, &escape)
        guard next < count else { return }
        last = next
        next &+= 1
        if escape > 0 { escaped.append(EscapedString(column: column, escape: escape)) }
      case UInt8(ascii: "-"), 0x30...0x39:
        last = bytes.endOfPlainNumber(from: start)
        next = last
      default:
        next = start &+ 4
        guard next <= count, ("null" as StaticString).hasBytes(bytes.extracting(start..<next)) else { return }
      }
      guard let mark = bytes.mark(at: &next) else {
        // The member is read again, with care.
        if let last = escaped.last, last.column == column { escaped.removeLast() }
        return
      }
      // A record has less than 4 GiB. What is empty is a cell without text, wherever it lies.
      cells[column].start = UInt32(truncatingIfNeeded: first)
      cells[column].end = UInt32(truncatingIfNeeded: last)
      index = next
      column &+= 1
      if mark == UInt8(ascii: "}") {
        index &+= 1
        isClosed = true
        return
      }
    }
  }
}

/// A string that is to be decoded.
struct EscapedString: BitwiseCopyable {
  var column: Int
  /// The index of its first backslash.
  var escape: Int
}

/// What stands before the value of a column: a brace or comma, the key and the colon, and the white space around them, which
/// is the same in all rows of nearly every file. It is kept as sixteen bytes, or twice as many, which are compared at once.
struct KeySpelling: BitwiseCopyable {
  /// The number of bytes; `Int.max` for a spelling that is too long to be compared so.
  let length: Int
  /// The first sixteen bytes.
  private var first = SIMD16<UInt8>()
  /// 0xFF for each of them that belongs to the spelling.
  private var mask = SIMD16<UInt8>()
  /// The last sixteen bytes of one that is longer.
  private var last = SIMD16<UInt8>()

  init(_ spelling: Span<UInt8>) {
    length = spelling.count <= 32 ? spelling.count : .max
    guard spelling.count <= 32 else { return }
    for place in 0..<min(16, spelling.count) {
      first[place] = spelling[place]
      mask[place] = 0xFF
      last[place] = spelling[max(0, spelling.count - 16) + place]
    }
  }

  /// Whether that stands at `index`.
  @inline(__always)
  func matches(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    guard length <= 32 else { return false }
    if length > 16 {
      guard index <= bytes.count &- length else { return false }
      let difference = (bytes.block(at: index) ^ first) | (bytes.block(at: index &+ length &- 16) ^ last)
      return ByteLanes(difference .!= SIMD16(repeating: 0)).isEmpty
    }
    guard index <= bytes.count &- 16 else { return matchesNearEnd(bytes, at: index) }
    return ByteLanes((bytes.block(at: index) ^ first) & mask .!= SIMD16(repeating: 0)).isEmpty
  }

  @inline(never)
  private func matchesNearEnd(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    guard index &+ length <= bytes.count else { return false }
    for place in 0..<length where bytes[index &+ place] != first[place] { return false }
    return true
  }
}

extension Span<UInt8> {
  /// The comma or brace at `index`, or behind the white space there; nil where there is neither.
  @inline(__always)
  fileprivate func mark(at index: inout Int) -> UInt8? {
    guard index < count else { return nil }
    if self[index] == UInt8(ascii: ",") { return UInt8(ascii: ",") }
    if self[index] <= 0x20 { index = firstVisible(from: index) }
    guard index < count, self[index] == UInt8(ascii: ",") || self[index] == UInt8(ascii: "}") else { return nil }
    return self[index]
  }

  /// The index of the first byte that is no white space of JSON, from `start` on.
  fileprivate func firstVisible(from start: Int) -> Int {
    var index = start
    while index < count, self[index] <= 0x20, isJSONSpace(self[index]) { index &+= 1 }
    return index
  }

  /// The index of the quote that ends a string; `count` where there is none, or a control character before it.
  ///
  /// - Parameter escape: Gets the index of the first backslash, if there is one.
  @inline(__always)
  fileprivate func endOfJSONString(from start: Int, _ escape: inout Int) -> Int {
    let index = firstStop(from: start)
    guard index < count, self[index] != UInt8(ascii: "\"") else { return index }
    escape = index
    return endOfEscapedString(from: index)
  }

  @inline(never)
  private func endOfEscapedString(from first: Int) -> Int {
    var index = first
    while index < count, self[index] == UInt8(ascii: "\\") { index = firstJSONStringStop(from: index &+ 2) }
    return index < count && self[index] == UInt8(ascii: "\"") ? index : count
  }

  /// ``firstJSONStringStop(from:)``, with one test for thirty-two bytes behind the first sixteen: what is not near is mostly
  /// far.
  @inline(__always)
  private func firstStop(from start: Int) -> Int {
    var index = start
    while index <= count &- 16 {
      let lanes = ByteLanes(Self.stops(block(at: index)))
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
      while index <= count &- 32 {
        let (first, second) = twoBlocks(at: index)
        guard ByteLanes(Self.stops(first) .| Self.stops(second)).isEmpty else { break }
        index &+= 32
      }
    }
    return stopNearEnd(from: index)
  }

  @inline(never)
  private func stopNearEnd(from start: Int) -> Int { firstJSONStringStop(from: start) }

  @inline(__always)
  private static func stops(_ block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    (block .== SIMD16(repeating: 0x22)) .| (block .== SIMD16(repeating: 0x5C)) .| (block .< SIMD16(repeating: 0x20))
  }

  /// The end of a number without exponent; `count` where there is none at `start`.
  @inline(__always)
  fileprivate func endOfPlainNumber(from start: Int) -> Int {
    let first = self[start] == UInt8(ascii: "-") ? start &+ 1 : start
    guard first <= count &- 16 else { return endOfAnyPlainNumber(from: first) }
    var others = ByteLanes((block(at: first) &- SIMD16(repeating: 0x30)) .> SIMD16(repeating: 9))
    guard !others.isEmpty else { return endOfAnyPlainNumber(from: first) }
    var end = first &+ others.first
    guard end > first, end == first &+ 1 || self[first] != UInt8(ascii: "0") else { return count }
    if self[end] == UInt8(ascii: ".") {
      let fraction = end &+ 1
      others.removeFirst()
      guard !others.isEmpty else { return endOfAnyPlainNumber(from: first) }
      end = first &+ others.first
      guard end > fraction else { return count }
    }
    return end
  }

  /// The end of a number that is long, or stands near the end of the bytes.
  ///
  /// - Parameter first: The first digit.
  @inline(never)
  private func endOfAnyPlainNumber(from first: Int) -> Int {
    var end = endOfDigits(from: first)
    guard end > first, end == first &+ 1 || self[first] != UInt8(ascii: "0") else { return count }
    if end < count, self[end] == UInt8(ascii: ".") {
      let fraction = end &+ 1
      end = endOfDigits(from: fraction)
      guard end > fraction else { return count }
    }
    return end
  }

  private func endOfDigits(from start: Int) -> Int {
    var index = start
    while index < count, self[index] &- 0x30 <= 9 { index &+= 1 }
    return index
  }
}

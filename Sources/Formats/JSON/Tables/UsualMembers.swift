import DatelineCore
import DatelineRecord

/// Reads the members of a flat object as nearly all of them are: the expected key, and a string, a number or null. It stops
/// at a member that is anything else, which is then read as JSON in general, and where that finds what is wrong with it.
struct UsualMembers {
  /// The first byte of the next member, or of the space before it; behind the object where it is closed.
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
  ///   - spellings: The key of each column.
  ///   - cells: One for each column.
  ///   - escaped: Gets the columns of strings with escapes.
  mutating func read(
    _ bytes: Span<UInt8>, _ spellings: Span<KeySpelling>, into cells: inout [TableRow.Cell], _ escaped: inout [Int]
  ) {
    let count = bytes.count
    var cells = cells.mutableSpan
    while column < spellings.count, column < cells.count {
      let key = bytes.firstVisible(from: index)
      guard spellings[column].matches(bytes, at: key) else { return }
      let start = bytes.firstVisible(from: key &+ spellings[column].length)
      guard start < count, cells[column].start == cells[column].end else { return }
      var hasEscapes = false
      let value: Range<Int>
      var end: Int
      switch bytes[start] {
      case UInt8(ascii: "\""):
        end = bytes.endOfJSONString(from: start &+ 1, &hasEscapes)
        value = (start &+ 1)..<max(end, start &+ 1)
        end &+= 1
      case UInt8(ascii: "-"), 0x30...0x39:
        end = bytes.endOfPlainNumber(from: start)
        value = start..<end
      default:
        guard start &+ 4 <= count, ("null" as StaticString).hasBytes(bytes.extracting(start..<(start &+ 4))) else {
          return
        }
        end = start &+ 4
        value = start..<start
      }
      end = bytes.firstVisible(from: end)
      guard end < count else { return }
      let byte = bytes[end]
      guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else { return }
      if !value.isEmpty {
        // A record has less than 4 GiB.
        cells[column].start = UInt32(truncatingIfNeeded: value.lowerBound)
        cells[column].end = UInt32(truncatingIfNeeded: value.upperBound)
      }
      if hasEscapes { escaped.append(column) }
      index = end &+ 1
      column &+= 1
      if byte == UInt8(ascii: "}") {
        isClosed = true
        return
      }
    }
  }
}

/// `"key":` as sixteen bytes, or twice as many, which are compared at once.
struct KeySpelling: BitwiseCopyable {
  /// The number of bytes; `Int.max` for a key that is too long to be compared so.
  let length: Int
  private var first = SIMD16<UInt8>()
  private var second = SIMD16<UInt8>()
  /// 0xFF for each byte of the spelling.
  private var firstMask = SIMD16<UInt8>()
  private var secondMask = SIMD16<UInt8>()

  init(_ name: [UInt8]) {
    var spelling: [UInt8] = []
    spelling.appendJSONString(name.span)
    spelling.append(UInt8(ascii: ":"))
    length = spelling.count <= 32 ? spelling.count : .max
    guard spelling.count <= 32 else { return }
    for (place, byte) in spelling.enumerated() {
      if place < 16 {
        first[place] = byte
        firstMask[place] = 0xFF
      } else {
        second[place - 16] = byte
        secondMask[place - 16] = 0xFF
      }
    }
  }

  /// Whether the key stands at `index`. Near the end of the bytes the answer may be no though it does.
  @inline(__always)
  func matches(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    guard length <= 32, index &+ (length <= 16 ? 16 : 32) <= bytes.count else { return false }
    var difference = (bytes.block(at: index) ^ first) & firstMask
    if length > 16 { difference |= (bytes.block(at: index &+ 16) ^ second) & secondMask }
    return ByteLanes(difference .!= SIMD16(repeating: 0)).isEmpty
  }
}

extension Span<UInt8> {
  /// The index of the first byte that is no white space of JSON, from `start` on.
  @inline(__always)
  fileprivate func firstVisible(from start: Int) -> Int {
    var index = start
    while index < count, self[index] <= 0x20, isJSONSpace(self[index]) { index &+= 1 }
    return index
  }

  /// The index of the quote that ends a string; `count` where there is none, or a control character before it.
  @inline(__always)
  fileprivate func endOfJSONString(from start: Int, _ hasEscapes: inout Bool) -> Int {
    var index = firstJSONStringStop(from: start)
    while index < count, self[index] == UInt8(ascii: "\\") {
      hasEscapes = true
      index = firstJSONStringStop(from: index &+ 2)
    }
    return index < count && self[index] == UInt8(ascii: "\"") ? index : count
  }

  /// The end of a number without exponent; `count` where there is none at `start`.
  @inline(__always)
  fileprivate func endOfPlainNumber(from start: Int) -> Int {
    let first = self[start] == UInt8(ascii: "-") ? start &+ 1 : start
    var end = endOfDigits(from: first)
    guard end > first, end == first &+ 1 || self[first] != UInt8(ascii: "0") else { return count }
    if end < count, self[end] == UInt8(ascii: ".") {
      let fraction = end &+ 1
      end = endOfDigits(from: fraction)
      guard end > fraction else { return count }
    }
    return end
  }

  @inline(__always)
  private func endOfDigits(from start: Int) -> Int {
    var index = start
    while index < count, self[index] &- 0x30 <= 9 { index &+= 1 }
    return index
  }
}

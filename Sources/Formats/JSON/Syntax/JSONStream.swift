import DatelineCore

/// Cuts a JSON text that streams past into values that are small enough to hold.
struct JSONStream: ~Copyable {
  private var input: ByteReader

  init(_ input: consuming ByteReader) { self.input = input }

  /// The place of the next unread byte.
  var position: SourcePosition { input.position }

  /// The next byte that is not white space, which stays unread; nil at the end.
  mutating func peek() throws(ConversionError) -> UInt8? {
    var found: UInt8?
    _ = try input.consume { bytes in
      var index = 0
      while index < bytes.count, isJSONSpace(bytes[index]) { index += 1 }
      found = index < bytes.count ? bytes[index] : nil
      return (index, found != nil)
    }
    return found
  }

  /// Reads the byte that ``peek()`` showed.
  mutating func advance() { input.skip(1) }

  /// The unread bytes at hand, at least `count` of them unless the input ends before. They stay unread.
  mutating func peek(_ count: Int) throws(ConversionError) -> [UInt8] { try input.peek(count) }

  /// Reads up to the next LF, and the LF: see ``ByteReader/readLine(limit:)``.
  mutating func readLine(limit: Int) throws(ConversionError) -> ByteReader.Part? { try input.readLine(limit: limit) }

  /// Reads the next line if it is at hand: see ``ByteReader/readLineAtHand(limit:into:where:)``.
  mutating func readLineAtHand(
    limit: Int, into bytes: inout [UInt8], where accepts: (Span<UInt8>) -> Bool
  ) -> Bool {
    input.readLineAtHand(limit: limit, into: &bytes, where: accepts)
  }

  /// How a value came.
  enum Value {
    /// Whole: its bytes, from the first to the last of its own.
    case whole([UInt8])
    /// The input ended within it.
    case cutOff([UInt8])
    /// It has more bytes than allowed, and has been passed over.
    case tooLarge(Int)
  }

  /// Reads one value by its brackets and quotes alone; whether it is JSON is not looked at.
  mutating func readValue(limit: Int) throws(ConversionError) -> Value? {
    guard try peek() != nil else { return nil }
    var extent = ValueExtent()
    var bytes: [UInt8] = []
    var count = 0
    let isWhole = try input.consume { window in
      let end = extent.advance(over: window)
      count += end
      if count <= limit { bytes.append(copying: window.extracting(0..<end)) } else { bytes = [] }
      return (end, extent.isComplete)
    }
    if count > limit { return .tooLarge(count) }
    return isWhole || extent.isScalar ? .whole(bytes) : .cutOff(bytes)
  }
}

/// Finds the end of a value by counting brackets outside strings.
private struct ValueExtent {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var hasStarted = false
  /// Whether the value is a number or a word, which has no end of its own.
  private(set) var isScalar = false
  private(set) var isComplete = false

  /// - Returns: How many of `bytes` belong to the value.
  mutating func advance(over bytes: Span<UInt8>) -> Int {
    for index in bytes.indices {
      let byte = bytes[index]
      if isEscaped {
        isEscaped = false
      } else if isInString {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") {
          isInString = false
          if depth == 0 { return complete(index + 1) }
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if isScalar || depth == 0 { return complete(index) }
          depth -= 1
          if depth == 0 { return complete(index + 1) }
        case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
          if isScalar || (depth == 0 && !hasStarted) { return complete(index) }
        default: if depth == 0 { isScalar = true }
        }
        hasStarted = true
      }
    }
    return bytes.count
  }

  private mutating func complete(_ end: Int) -> Int {
    isComplete = true
    return end
  }
}

/// Whether `byte` is white space in JSON (RFC 8259, section 2).
func isJSONSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

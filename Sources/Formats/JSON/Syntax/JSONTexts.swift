import DatelineCore
import DatelineRecord

/// Cuts a stream into JSON texts: lines, and sequences of texts with RS (U+001E) before each (RFC 8142).
///
/// One input may hold both, as joined files do. From the first RS on, a text goes on to the next RS over all its lines, and
/// what follows it there, on a line of its own, is the next. A text that is broken costs no other: after the next line end
/// or RS the reading goes on.
struct JSONTexts: ~Copyable {
  private var input: ByteReader
  private let limit: Int
  /// Whether an RS has been seen.
  private(set) var isSequence = false
  /// What stands between two RS, and the next unread byte of it.
  private var rest: [UInt8] = []
  private var restIndex = 0
  /// The place of that byte.
  private var restStart = SourcePosition()

  private static let recordSeparator: UInt8 = 0x1E

  /// - Parameter limit: The most bytes that a text may have.
  init(_ input: consuming ByteReader, limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// A text and where it starts, or how long one is that is too long to hold.
  enum Next {
    case text([UInt8], SourcePosition)
    case tooLong(Int, SourcePosition)
  }

  /// The next text that is more than white space; nil at the end.
  mutating func next() throws(ConversionError) -> Next? {
    while true {
      while restIndex < rest.count {
        if let text = nextOfRest() { return text }
      }
      let start = input.position
      guard let part = try nextPart() else { return nil }
      switch part {
      case .tooLong(let count): return .tooLong(count, start)
      case .whole(let bytes):
        guard bytes.contains(where: { !isJSONSpace($0) && $0 != Self.recordSeparator }) else { continue }
        guard isSequence || bytes.first == Self.recordSeparator || bytes.first == 0xEF else {
          return .text(bytes, start)
        }
        rest = bytes
        restIndex = 0
        restStart = start
      }
    }
  }

  private mutating func nextPart() throws(ConversionError) -> ByteReader.Part? {
    if isSequence { return try input.readPart(upTo: Self.recordSeparator, limit: limit) }
    let part = try input.readLine(limit: limit)
    guard case .whole(var line) = part, line.first == Self.recordSeparator else { return part }
    isSequence = true
    // The text that this RS begins may have more lines; if there is a second RS in this one, it is cut there.
    guard !line.dropFirst().contains(Self.recordSeparator) else { return part }
    line.append(0x0A)
    switch try input.readPart(upTo: Self.recordSeparator, limit: limit - min(limit, line.count)) {
    case .whole(let more): return .whole(line + more)
    case .tooLong(let count): return .tooLong(line.count + count)
    case nil: return .whole(line)
    }
  }

  /// The next text of `rest`; nil where there is no more than white space.
  private mutating func nextOfRest() -> Next? {
    // Behind what stands before it: RS, white space, and a byte order mark of a joined file.
    var start = restIndex
    while start < rest.count {
      if rest[start] == Self.recordSeparator || isJSONSpace(rest[start]) {
        start += 1
      } else if rest[start...].starts(with: [0xEF, 0xBB, 0xBF]) {
        start += 3
      } else {
        break
      }
    }
    let end = endOfText(from: start)
    let place = restStart.advanced(over: rest.span.extracting(restIndex...), upTo: start - restIndex)
    restStart = place.advanced(over: rest.span.extracting(start...), upTo: end - start)
    restIndex = end
    return start == end ? nil : .text(Array(rest[start..<end]), place)
  }

  /// Where the text of `rest` that starts at `start` ends: at an RS; behind one JSON value, if what follows stands on
  /// another line; else at the end.
  private func endOfText(from start: Int) -> Int {
    let limit = rest[start...].firstIndex(of: Self.recordSeparator) ?? rest.count
    var cursor = JSONCursor(rest)
    cursor.index = start
    guard (try? cursor.skipValue()) != nil, cursor.index <= limit,
      let next = rest[cursor.index..<limit].firstIndex(where: { !isJSONSpace($0) }),
      rest[cursor.index..<next].contains(0x0A)
    else { return limit }
    return next
  }
}

import DatelineCore
import DatelineRecord

/// The bytes of a document that are held: where lines are counted and tags are found again.
struct DocumentWindow {
  /// The bytes, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// How many bytes of the document came before.
  private(set) var start = 0
  /// The place of the first byte.
  private var place: SourcePosition
  /// Where the lines begin; made when a place is asked for.
  private var lines: LineIndex?

  /// - Parameter place: The place of the first byte that will be added.
  init(at place: SourcePosition) { self.place = place }

  /// The number of bytes of the document that have been added.
  var end: Int { start + bytes.count }

  mutating func append(_ more: [UInt8]) {
    lines = nil
    bytes.append(copying: more.span)
  }

  /// The place of a byte that is held.
  mutating func position(at offset: Int) -> SourcePosition {
    let lines = self.lines ?? LineIndex(bytes.span)
    self.lines = lines
    return lines.position(of: max(0, offset - start), from: place)
  }

  /// Whether `mark` stands at `offset`.
  func has(_ mark: StaticString, at offset: Int) -> Bool {
    let index = offset - start
    guard index >= 0, index < bytes.count else { return false }
    return bytes.span.extracting(index..<bytes.count).starts(with: mark)
  }

  /// The offset of the first byte that is no white space, from `offset` on.
  func skippingSpace(from offset: Int) -> Int {
    var index = max(0, offset - start)
    while index < bytes.count, XMLSpace.isSpace(bytes[index]) { index += 1 }
    return start + index
  }

  /// The offset of the first `mark` from `offset` on; nil where there is none.
  func first(_ mark: StaticString, from offset: Int) -> Int? {
    var index = max(0, offset - start)
    while index < bytes.count {
      if has(mark, at: start + index) { return start + index }
      index += 1
    }
    return nil
  }

  /// The offset of the last `mark` before `end`; `first` where there is none behind it.
  func start(of mark: StaticString, before end: Int, after first: Int) -> Int {
    let first = max(0, first - start)
    var index = min(end - start, bytes.count) - mark.utf8CodeUnitCount
    while index > first, !bytes.span.extracting(index..<bytes.count).starts(with: mark) { index -= 1 }
    return start + max(index, first)
  }

  /// Forgets the bytes before `offset`.
  mutating func drop(before offset: Int) {
    let count = min(bytes.count, offset - start)
    guard count > 0 else { return }
    place = place.advanced(over: bytes.span, upTo: count)
    bytes.removeFirst(count)
    start += count
    lines = nil
  }
}

import DatelineCore
import DatelineRecord

/// Which of a record's extras stand for columns. One look through them serves all columns of a row.
struct CarriedValues {
  /// Whether there are extras that no column takes.
  private(set) var hasOthers = false
  /// For each column, the index of its value in the extras; -1 where there is none.
  private var places: [Int]
  /// The key of each column.
  private let keys: [Text]
  /// The columns by the length of their keys, so that hardly any two are compared.
  private let candidates: [[Int]]
  /// For each column, counted from 1, the one that followed it in the extras last, and at 0 the one that came first: most rows
  /// have the same extras in the same order.
  private var followers: [Int]
  private static let layoutCount = ACLEDColumn.allCases.count

  /// - Parameter otherKeys: The keys of columns that the layout does not have.
  init(otherKeys: [Text] = []) {
    keys = ACLEDColumn.allCases.map(\.extraKey) + otherKeys
    places = Array(repeating: -1, count: keys.count)
    followers = Array(0..<keys.count) + [0]
    var candidates: [[Int]] = Array(repeating: [], count: (keys.map(\.utf8Count).max() ?? 0) + 1)
    for (column, key) in keys.enumerated() { candidates[key.utf8Count].append(column) }
    self.candidates = candidates
  }

  /// Finds the columns of `extras`.
  mutating func look(through extras: borrowing Extras) {
    // Out of the value while it is written, so that nothing has to ask who else uses it.
    var own: [Int] = []
    swap(&own, &self.places)
    defer { swap(&own, &self.places) }
    var places = own.mutableSpan
    places.update(repeating: -1)
    hasOthers = false
    let fields = extras.fields.span
    var previous = 0
    for index in fields.indices {
      // Nearly always the key that followed before, which is looked at where it lies.
      var column = followers[previous]
      if !keys.span[column].isSameSlice(as: fields[index].key) {
        guard let other = Self.column(of: fields[index].key, near: column, keys.span, candidates) else {
          hasOthers = true
          continue
        }
        column = other
        followers[previous] = column
      }
      places[column] = index
      previous = column + 1
    }
  }

  private static func column(
    of key: borrowing Text, near expected: Int, _ keys: Span<Text>, _ candidates: [[Int]]
  ) -> Int? {
    if keys[expected].hasSameBytes(as: key) { return expected }
    guard key.utf8Count < candidates.count else { return nil }
    for column in candidates[key.utf8Count] where keys[column].hasSameBytes(as: key) { return column }
    return nil
  }

  /// Whether the extras that were looked through have a value for `column`.
  func has(_ column: ACLEDColumn) -> Bool { places[column.rawValue] >= 0 }

  /// Gives `body` the bytes of the value of `column`, where it is a string without escapes that is not empty.
  func withBytes<Result>(
    of column: ACLEDColumn, in extras: borrowing Extras, _ body: (Span<UInt8>) -> Result?
  ) -> Result? {
    let place = places[column.rawValue]
    guard place >= 0 else { return nil }
    return extras.fields.span.lend(place) { (field) -> Result? in
      let (start, end) = (field.value.text.start, field.value.text.end)
      let bytes = field.value.text.storage.span
      guard end &- start > 2, bytes[start] == UInt8(ascii: "\"") else { return nil }
      let content = bytes.extracting((start &+ 1)..<(end &- 1))
      // A single byte is no escape.
      let isPlain = content.count == 1 || content.firstIndex(of: UInt8(ascii: "\\"), from: 0) == content.count
      return isPlain ? body(content) : nil
    }
  }

  /// The value of `column` as text; nil where there is none, and for the empty string.
  ///
  /// - Parameter extras: Those that were looked through.
  func text(of column: ACLEDColumn, in extras: borrowing Extras) -> Text? {
    let place = places[column.rawValue]
    return place < 0 ? nil : extras.fields.span[place].value.content
  }

  /// Appends the value of `column` as it was printed.
  ///
  /// - Returns: Whether there is one.
  @discardableResult
  func append(_ column: ACLEDColumn, of extras: borrowing Extras, to cells: inout TableCells) -> Bool {
    append(at: column.rawValue, of: extras, to: &cells)
  }

  /// Appends the value of the column at `place` among those that the layout does not have.
  func append(other place: Int, of extras: borrowing Extras, to cells: inout TableCells) {
    _ = append(at: Self.layoutCount + place, of: extras, to: &cells)
  }

  private func append(at column: Int, of extras: borrowing Extras, to cells: inout TableCells) -> Bool {
    let place = places[column]
    guard place >= 0 else { return false }
    extras.fields.span.lend(place) { $0.value.appendContent(to: &cells) }
    return true
  }
}

extension Text {
  /// Whether both have the same bytes; see `==`. Both stay where they are.
  @inline(__always)
  fileprivate borrowing func hasSameBytes(as other: borrowing Text) -> Bool {
    guard utf8Count == other.utf8Count else { return false }
    let (own, others) = (storage.span.extracting(start..<end), other.storage.span.extracting(other.start..<other.end))
    // Keys that the reader of rows set are the layout's own.
    return own.isIdentical(to: others) || own.hasSameBytes(as: others)
  }
}

extension JSONText {
  /// The value as text; nil for the empty string.
  fileprivate var content: Text? {
    guard isString else { return text }
    guard text.utf8Count > 2 else { return nil }
    return hasEscapes ? decoded : Text(checked: text.storage, (text.start + 1)..<(text.end - 1))
  }

  fileprivate borrowing func appendContent(to cells: inout TableCells) {
    let (start, end) = (text.start, text.end)
    guard end - start > 1, text.storage[start] == UInt8(ascii: "\"") else { return cells.append(text) }
    if !cells.append(jsonString: text.storage.span, from: start + 1, to: end - 1), let decoded { cells.append(decoded) }
  }

  private var isString: Bool { text.storage[text.start] == UInt8(ascii: "\"") }

  private var hasEscapes: Bool {
    let bytes = text.storage.span.extracting(text.start..<text.end)
    return bytes.firstIndex(of: UInt8(ascii: "\\"), from: 0) < bytes.count
  }

  private var decoded: Text? {
    var bytes: [UInt8] = []
    bytes.append(copying: text.storage.span.extracting(text.start..<text.end))
    var cursor = JSONCursor(bytes)
    guard let raw = try? cursor.readRawString(), let content = try? cursor.decode(raw).bytes, !content.isEmpty else {
      return nil
    }
    return Text(checked: content, 0..<content.count)
  }
}

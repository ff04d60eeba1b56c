package import DatelineCore

/// One row of a table, as it was read: the text of its cells in one storage, and where each of them stood in the input.
///
/// A reader keeps one row and has it filled again and again. Texts of the model are slices of its storage: two storages
/// take turns, so that one is used again once nobody has a text of it any more.
@usableFromInline
package struct TableRow: Sendable {
  /// A cell: where its text lies in ``TableRow/storage``.
  @usableFromInline
  package struct Cell: Hashable, Sendable {
    /// The first byte.
    @usableFromInline package var start: UInt32
    /// Behind the last byte.
    @usableFromInline package var end: UInt32

    /// Stores its parts.
    @inlinable
    @inline(__always)
    package init(start: UInt32, end: UInt32) {
      self.start = start
      self.end = end
    }

    /// Whether there is no text in it.
    @inlinable
    @inline(__always)
    package var isEmpty: Bool { start == end }
    /// The place in the storage.
    @inlinable
    @inline(__always)
    package var range: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
  }

  /// The bytes that cells are slices of; well-formed UTF-8 that keeps to ``TextRules`` within each cell. What lies between
  /// cells means nothing.
  package var storage: [UInt8] = []
  /// The cells, in order. At least one in a row that was read.
  package var cells: [Cell] = []
  /// Where the row starts in the input.
  package var start = SourcePosition()
  /// Whether a line end follows the row; if not, it is the last and may be cut off.
  package var isTerminated = true
  /// Whether a cell may begin with an apostrophe.
  package var mayHaveApostrophes = true

  /// Where a line starts within the row, as bytes of the input behind its start; ascending. A line ends with LF, CRLF or
  /// CR, as editors have it.
  package var lineStarts: [UInt32] = []
  /// What to add to a place in the storage for its place in the input, from `start` on; ascending. Empty for most rows.
  package var shifts: [Shift] = []

  /// A run of the storage whose bytes lie elsewhere in the input.
  package struct Shift: Sendable {
    /// The first byte of the run.
    package var start: Int
    /// What to add from there on.
    package var distance: Int

    /// Stores its parts.
    package init(start: Int, distance: Int) {
      self.start = start
      self.distance = distance
    }
  }

  /// The storage of the row before.
  private var formerStorage: [UInt8] = []

  /// A row without cells.
  package init() {}

  /// Forgets the cells and their text, and keeps the memory, as far as no text of the model is in it.
  package mutating func removeAll() {
    swap(&storage, &formerStorage)
    // An array that others have too is left to them, and this becomes a new one.
    storage.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    if !lineStarts.isEmpty { lineStarts.removeAll(keepingCapacity: true) }
    if !shifts.isEmpty { shifts.removeAll(keepingCapacity: true) }
  }

  /// The text of the cell in `column`; nil where there is no such cell, or nothing in it.
  package func text(_ column: Int) -> Text? {
    guard cells.indices.contains(column), !cells[column].isEmpty else { return nil }
    return Text(checked: storage, cells[column].range)
  }

  /// Where the cell in `column` starts in the input, behind its quote if it has one; for a cell that is not there, the
  /// place of the last.
  package func position(ofCell column: Int) -> SourcePosition {
    guard let last = cells.last else { return start }
    return position(of: Int((cells.indices.contains(column) ? cells[column] : last).start))
  }

  /// Where the byte at `offset` of the storage stood in the input.
  package func position(of offset: Int) -> SourcePosition {
    let next = shifts.partitioningIndex { $0.start > offset }
    return position(ofInput: offset + (next > 0 ? shifts[next - 1].distance : 0))
  }

  /// The place of the byte that stood `distance` bytes behind the start of the row.
  package func position(ofInput distance: Int) -> SourcePosition {
    let line = lineStarts.partitioningIndex { $0 > distance }
    return SourcePosition(
      offset: start.offset + distance, line: start.line + line,
      column: line == 0 ? start.column + distance : distance - Int(lineStarts[line - 1]) + 1)
  }
}

extension Array {
  /// The index of the first element that `isBehind`, where all that follow are, too.
  fileprivate func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

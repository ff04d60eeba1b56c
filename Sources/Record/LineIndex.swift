package import DatelineCore

/// Where the lines of a record start, so that any number of places in it cost no more than one pass over its bytes.
package struct LineIndex {
  /// The index of the first byte of each line but the first.
  private var starts: [Int] = []
  private let count: Int

  package init(_ bytes: Span<UInt8>) {
    count = bytes.count
    var index = 0
    while true {
      index = bytes.firstIndex(of: 0x0A, from: index) + 1
      guard index <= bytes.count else { return }
      starts.append(index)
    }
  }

  /// The place of the byte at `offset` in a record that starts at `start`.
  package func position(of offset: Int, from start: SourcePosition) -> SourcePosition {
    let offset = min(offset, count)
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return SourcePosition(
      offset: start.offset + offset, line: start.line + low,
      column: low == 0 ? start.column + offset : offset - starts[low - 1] + 1)
  }
}

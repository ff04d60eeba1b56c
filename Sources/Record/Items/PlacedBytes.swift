package import DatelineCore

/// Bytes that were put together from several places of an input, such as the lines of a wrapped value, and where each
/// of them came from.
package struct PlacedBytes: Sendable {
  /// Well-formed UTF-8 that keeps to ``TextRules``. Texts of the record are slices of it.
  package private(set) var bytes: [UInt8] = []
  /// Where each run of bytes starts, here and in the input.
  private var runs: [(start: Int, position: SourcePosition)] = []

  /// The fields of objects that are known without reading them from bytes.
  private var partLists: [[FlatMember]] = []

  /// The row whose storage the bytes are, if they are one.
  private var row: TableRow?

  /// Nothing yet.
  package init() {}

  /// The storage of `row`.
  package init(_ row: TableRow) {
    bytes = row.storage
    self.row = row
  }

  /// The number of bytes.
  package var count: Int { bytes.count }

  /// Appends bytes that stand at `position` in the input.
  package mutating func append(copying run: Span<UInt8>, at position: SourcePosition) {
    runs.append((bytes.count, position))
    bytes.append(copying: run)
  }

  /// Appends a name that stands for something at `position`.
  package mutating func append(_ name: StaticString, at position: SourcePosition) {
    runs.append((bytes.count, position))
    bytes.append(name)
  }

  /// Appends a run of these bytes once more, each with its own place, or all of it as standing at `position`.
  package mutating func append(own range: Range<Int>, at position: SourcePosition? = nil) {
    guard !range.isEmpty else { return }
    runs.append((bytes.count, position ?? self.position(of: range.lowerBound)))
    if position == nil {
      let shift = bytes.count - range.lowerBound
      var index = firstRun(behind: range.lowerBound)
      while runs[index].start < range.upperBound, runs[index].start < bytes.count {
        runs.append((runs[index].start + shift, runs[index].position))
        index += 1
      }
    }
    // A slice would keep the storage, and make the append copy all of it.
    bytes.reserveCapacity(bytes.count + range.count)
    for index in range { bytes.append(bytes[index]) }
  }

  /// Keeps the fields of an object for ``FlatMember/partList``.
  package mutating func add(parts: [FlatMember]) -> Int {
    partLists.append(parts)
    return partLists.count - 1
  }

  /// The fields of the object that `member` stands for, where they are known already.
  func parts(of member: FlatMember) -> [FlatMember]? {
    partLists.indices.contains(member.partList) ? partLists[member.partList] : nil
  }

  /// Where the byte at `offset` stands in the input; for the end of a run, the place behind it.
  package func position(of offset: Int) -> SourcePosition {
    if let row { return row.position(of: offset) }
    let next = firstRun(behind: offset)
    guard next > 0 else { return SourcePosition() }
    var position = runs[next - 1].position
    let distance = offset - runs[next - 1].start
    position.offset += distance
    position.column += distance
    return position
  }

  /// The index of the first run that starts behind `offset`.
  private func firstRun(behind offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

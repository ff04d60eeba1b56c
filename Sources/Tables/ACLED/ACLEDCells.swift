import DatelineCore
import DatelineRecord

/// The cells of one row by the columns of ACLED's layout, and behind them those of columns that the layout does not have.
struct ACLEDCells {
  /// The bytes that the cells are slices of.
  private(set) var storage: [UInt8] = []
  private var cells: [TableRow.Cell] = []

  /// Takes the cells of `row`. Those that are not there are empty, and so are those that say `NA` where that is nothing.
  ///
  /// - Parameter places: Where each column stands in the row; -1 where it does not.
  mutating func take(_ row: TableRow, at places: [Int]) { take([row].span, 0, at: places) }

  /// Takes the cells of the row at `index`.
  mutating func take(_ rows: Span<TableRow>, _ index: Int, at places: [Int]) {
    storage = rows[index].storage
    let nothing = TableRow.Cell(start: 0, end: 0)
    while cells.count < places.count { cells.append(nothing) }
    let (bytes, places, found) = (rows[index].storage.span, places.span, rows[index].cells.span)
    var cells = cells.mutableSpan
    for column in places.indices {
      let place = places[column]
      guard place >= 0, place < found.count else {
        cells[column] = nothing
        continue
      }
      let cell = found[place]
      let isNA =
        cell.end &- cell.start == 2 && bytes[Int(cell.start)] == UInt8(ascii: "N")
        && bytes[Int(cell.start) + 1] == UInt8(ascii: "A") && ACLEDColumn(rawValue: column)?.takesNA ?? false
      cells[column] = isNA ? nothing : cell
    }
  }

  /// Whether there is nothing in the cell.
  func isEmpty(_ column: ACLEDColumn) -> Bool { isEmpty(at: column.rawValue) }

  /// Whether there is nothing in the cell at `index`, counted through all columns.
  func isEmpty(at index: Int) -> Bool { cells.span[index].isEmpty }

  /// Where the text of a cell stands in ``storage``.
  func range(_ column: ACLEDColumn) -> Range<Int> { range(at: column.rawValue) }

  /// Where the text of the cell at `index` stands in ``storage``.
  func range(at index: Int) -> Range<Int> { cells.span[index].range }

  /// The text of a cell; nil where there is nothing in it.
  func text(_ column: ACLEDColumn) -> Text? {
    let cell = cells.span[column.rawValue]
    return cell.isEmpty ? nil : Text(checked: storage, cell.range)
  }

  /// Gives `body` the bytes of a cell, which may be none.
  @inline(__always)
  func withBytes<Result>(_ column: ACLEDColumn, _ body: (Span<UInt8>) -> Result) -> Result {
    body(storage.span.extracting(range(column)))
  }
}

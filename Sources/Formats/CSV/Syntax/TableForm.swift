import DatelineCore
import DatelineRecord

/// How a table is spelled, as its start shows it: the delimiter, and where the rows begin.
struct TableForm {
  /// How much of a table tells its form.
  static let prefixSize = 64 * 1024
  /// What may stand between cells, the likelier first.
  static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
  /// How many rows are held against the first.
  private static let rowsToCompare = 20

  private(set) var delimiter = UInt8(ascii: ",")
  /// Behind the byte order mark and the line that names the delimiter.
  private(set) var rowsStart = 0
  private(set) var hasByteOrderMark = false

  /// Finds the form of the table that starts with `prefix`.
  ///
  /// - Parameters:
  ///   - isWhole: Whether the table ends with it.
  ///   - stated: The delimiter, where it is known.
  init(of prefix: [UInt8], isWhole: Bool, delimiter stated: UInt8? = nil) {
    if prefix.starts(with: [0xEF, 0xBB, 0xBF]) {
      hasByteOrderMark = true
      rowsStart = 3
    }
    skipEmptyLines(in: prefix)
    let named = namedDelimiter(in: prefix)
    skipEmptyLines(in: prefix)
    delimiter = stated ?? named ?? Self.likeliest(in: Array(prefix[rowsStart...]), isWhole: isWhole)
  }

  /// Passes over lines in front of the first that says something. Spreadsheet programs write a row of nothing as delimiters.
  private mutating func skipEmptyLines(in prefix: [UInt8]) {
    var index = rowsStart
    while index < prefix.count {
      switch prefix[index] {
      case 0x0A, 0x0D: rowsStart = index + 1
      case let byte where byte == 0x20 || Self.delimiters.contains(byte): break
      default: return
      }
      index += 1
    }
  }

  /// Passes over the line `sep=;`, by which a spreadsheet program is told the delimiter.
  private mutating func namedDelimiter(in prefix: [UInt8]) -> UInt8? {
    var index = prefix[rowsStart...].firstIndex { $0 != 0x0A && $0 != 0x0D } ?? prefix.count
    let isQuoted = index < prefix.count && prefix[index] == UInt8(ascii: "\"")
    if isQuoted { index += 1 }
    guard prefix.count >= index + 5, prefix[index + 4] >= 0x09, prefix[index + 4] < 0x80,
      String(decoding: prefix[index..<(index + 4)], as: UTF8.self).lowercased() == "sep="
    else { return nil }
    var end = index + 5
    if isQuoted, end < prefix.count, prefix[end] == UInt8(ascii: "\"") { end += 1 }
    if end < prefix.count, prefix[end] == 0x0D { end += 1 }
    if end < prefix.count, prefix[end] == 0x0A { end += 1 }
    guard end == prefix.count || prefix[end - 1] == 0x0A || prefix[end - 1] == 0x0D else { return nil }
    rowsStart = end
    return prefix[index + 4]
  }

  /// The delimiter that cuts most rows into as many cells as the first has; of several, the one that makes more cells.
  private static func likeliest(in prefix: [UInt8], isWhole: Bool) -> UInt8 {
    var best = (delimiter: delimiters[0], agreement: -1.0, cells: 1)
    for delimiter in delimiters {
      let counts = cellCounts(of: prefix, delimiter: delimiter, isWhole: isWhole)
      guard let first = counts.first, first > 1 else { continue }
      let agreement = Double(counts.count { $0 == first }) / Double(counts.count)
      if agreement > best.agreement || (agreement == best.agreement && first > best.cells) {
        best = (delimiter, agreement, first)
      }
    }
    return best.delimiter
  }

  /// How many cells the first rows have.
  private static func cellCounts(of prefix: [UInt8], delimiter: UInt8, isWhole: Bool) -> [Int] {
    var counts: [Int] = []
    var start = 0
    while start < prefix.count, counts.count <= rowsToCompare {
      var row = TableRow()
      var scanner = RowScanner(delimiter: delimiter)
      // A row that the end of the prefix cuts off says nothing, unless there is no other.
      let isLast = isWhole || counts.isEmpty
      guard
        case .row(let length, let lineEnd) = scanner.scan(
          prefix.span.extracting(start..<prefix.count), isLast: isLast, into: &row)
      else { break }
      if length > 0 { counts.append(row.cells.count) }
      start += length + lineEnd
    }
    return counts
  }

  /// The cells of the first row of `prefix`, for recognition.
  static func firstRow(of prefix: [UInt8]) -> TableRow { firstRows(of: prefix, atMost: 1).first ?? TableRow() }

  /// The cells of the first rows of `prefix`, for recognition. The last of them may be cut off.
  static func firstRows(of prefix: [UInt8], atMost count: Int) -> [TableRow] {
    let form = TableForm(of: prefix, isWhole: false)
    var bytes = Array(prefix[form.rowsStart...])
    var rows: [TableRow] = []
    while rows.count < count {
      bytes = Array(bytes.drop { $0 == 0x0A || $0 == 0x0D })
      guard !bytes.isEmpty else { break }
      var row = TableRow()
      var scanner = RowScanner(delimiter: form.delimiter)
      let scanned = scanner.scan(bytes.span, isLast: true, into: &row)
      row.storage = bytes
      rows.append(row)
      guard case .row(let length, _) = scanned else { break }
      bytes = Array(bytes[length...])
    }
    return rows
  }
}

import DatelineCore

/// The apostrophe before a cell that a spreadsheet program would run as a formula.
///
/// A cell is dangerous where behind any apostrophes and then any spaces stands `=`, `+`, `-` or `@`, also in its full-width
/// form, a tab or a line end. Writers put one apostrophe before it, readers take one away. Apostrophes
/// before something dangerous count as dangerous themselves, so that each text comes back as it was.
enum FormulaGuard {
  static let mark = UInt8(ascii: "'")

  /// Whether a spreadsheet program may run the cell, or the cell looks as if it had been guarded.
  static func isDangerous(_ cell: Span<UInt8>) -> Bool {
    // Most cells begin with a letter, or with a digit.
    guard cell.count > 0, cell[0] <= UInt8(ascii: "@") || cell[0] == 0xEF else { return false }
    var index = 0
    while index < cell.count, cell[index] == mark { index += 1 }
    while index < cell.count, cell[index] == 0x20 { index += 1 }
    guard index < cell.count else { return false }
    switch cell[index] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
    case 0xEF:
      // U+FF1D, U+FF0B, U+FF0D and U+FF20.
      guard index + 2 < cell.count, cell[index + 1] == 0xBC else { return false }
      return [0x9D, 0x8B, 0x8D, 0xA0].contains(cell[index + 2])
    default: return false
    }
  }

  /// Whether a writer put an apostrophe before the cell.
  static func isGuarded(_ cell: Span<UInt8>) -> Bool {
    cell.count > 1 && cell[0] == mark && isDangerous(cell.extracting(1..<cell.count))
  }
}

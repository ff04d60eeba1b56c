import DatelineCore

/// Breaks lines so that they fit the width of a screen, in a way that ``LabelledLines`` undoes exactly.
///
/// A line goes on in lines that are indented. Breaks replace single spaces, or follow the escape `\n`; a word that is too
/// long stands out. Widths count characters, more precisely Unicode scalars.
enum LineWrapping {
  /// The most characters in a line that has a place to break.
  static let width = 100
  /// What lines start with that go on with a value.
  static let indentation: StaticString = "  "

  /// Appends `line` and a line end to `output`.
  ///
  /// - Parameters:
  ///   - start: Where the value starts: there are no breaks before.
  ///   - breaksAtEscapes: Whether `\n` in the value is an escape of ours, so that a new line may follow it.
  static func append(_ line: [UInt8], valueAt start: Int, breaksAtEscapes: Bool, to output: inout [UInt8]) {
    var copied = 0
    var column = 0
    // The last space that can be a break, and the column behind it.
    var space: (index: Int, column: Int)?
    var index = 0

    func breakLine(before end: Int, goOnAt next: Int) {
      output.append(contentsOf: line[copied..<end])
      output.append(0x0A)
      output.append(indentation)
      copied = next
      space = nil
    }

    while index < line.count {
      let byte = line[index]
      if byte == UInt8(ascii: "\\"), index >= start, index + 1 < line.count {
        column += 2
        index += 2
        if breaksAtEscapes, line[index - 1] == UInt8(ascii: "n"), index < line.count {
          breakLine(before: index, goOnAt: index)
          column = indentation.utf8CodeUnitCount
        }
      } else {
        if byte & 0xC0 != 0x80 { column += 1 }
        if byte == 0x20, index > start, isBreakable(line, at: index) { space = (index, column) }
        index += 1
      }
      if column > width, let (place, columnBehind) = space {
        breakLine(before: place, goOnAt: place + 1)
        column += indentation.utf8CodeUnitCount - columnBehind
      }
    }
    output.append(contentsOf: line[copied...])
    output.append(0x0A)
  }

  /// Whether the space at `index` can be a break: it stands alone, and what precedes it can't be taken for the escape
  /// after which no space is put back.
  private static func isBreakable(_ line: [UInt8], at index: Int) -> Bool {
    guard index + 1 < line.count, line[index + 1] != 0x20, line[index - 1] != 0x20, index > 1 else { return false }
    return !(line[index - 1] == UInt8(ascii: "n") && line[index - 2] == UInt8(ascii: "\\"))
  }
}

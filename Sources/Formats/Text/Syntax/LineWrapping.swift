import DatelineCore

/// Breaks lines so that they fit the width of a screen, in a way that ``LabelledLines`` undoes exactly.
///
/// A line goes on in lines that are indented. Breaks replace single spaces, in items those behind a semicolon if one is
/// near, or follow the escape `\n`; a word that is too long stands out. Widths count Unicode scalars.
enum LineWrapping {
  /// The most characters in a line that has a place to break.
  static let width = 100
  /// What lines start with that go on with a value.
  static let indentation: StaticString = "  "

  /// What a value is made of, which decides where it breaks.
  enum Content {
    /// Words, with escapes of ours.
    case words
    /// `key=value; key=value`, with escapes of ours.
    case item
    /// JSON, whose escapes are its own.
    case json
  }

  /// Appends `line` and a line end to `output`.
  ///
  /// - Parameter start: Where the value starts: there are no breaks before.
  static func append(_ line: [UInt8], valueAt start: Int, _ content: Content, to output: inout [UInt8]) {
    var copied = 0
    var column = 0
    // The last place that can be a break, and the column behind it; and the last behind a semicolon.
    var space: (index: Int, column: Int)?
    var separator: (index: Int, column: Int)?
    var index = 0

    func breakLine(before end: Int, goOnAt next: Int) {
      output.append(contentsOf: line[copied..<end])
      output.append(0x0A)
      output.append(indentation)
      copied = next
      space = nil
      separator = nil
    }

    while index < line.count {
      let byte = line[index]
      if byte == UInt8(ascii: "\\"), index >= start, index + 1 < line.count {
        column += 2
        index += 2
        if content != .json, line[index - 1] == UInt8(ascii: "n"), index < line.count {
          breakLine(before: index, goOnAt: index)
          column = indentation.utf8CodeUnitCount
        }
      } else {
        if byte & 0xC0 != 0x80 { column += 1 }
        if byte == 0x20, index > start, isBreakable(line, at: index) {
          space = (index, column)
          if content == .item, line[index - 1] == UInt8(ascii: ";"), column > width / 2 { separator = space }
        }
        index += 1
      }
      if column > width, let (place, columnBehind) = separator ?? space {
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

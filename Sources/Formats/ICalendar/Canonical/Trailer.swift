import DatelineCore
import DatelineRecord

/// Writes the readable lines below the summary of an incident (`Specs/icalendar.md`, "Trailer").
///
/// `Label: head (detail; detail)`, one line each. What comes from the source keeps out of the way of the grammar: a line
/// end is a space, and in a detail `;` is `,` and parentheses are brackets. So a reader finds the details behind the last
/// ` (` of a line that ends with `)`, and between `; `.
struct Trailer {
  /// Where the lines go, with LF between them.
  private(set) var output: OutputCursor
  private var isEmpty = true
  private var hasDetails = false

  /// Writes to `output`, from where it stands.
  init(_ output: OutputCursor) { self.output = output }

  /// Begins a line.
  mutating func begin(_ label: StaticString) {
    if !isEmpty { output.write(0x0A) }
    isEmpty = false
    output.write(label)
    output.write(": ")
    hasDetails = false
  }

  /// Ends a line.
  mutating func end() {
    if hasDetails {
      output.write(UInt8(ascii: ")"))
    } else if output.last == UInt8(ascii: ")") {
      output.write(" ()")
    }
  }

  /// Writes the head of a line, or a part of it; `-` for nil.
  mutating func head(_ value: Text?) {
    guard let value else { return output.write(UInt8(ascii: "-")) }
    output.write(visible: value, singleLine: true)
  }

  /// Writes the head of a line, or a part of it.
  mutating func head(_ write: (inout OutputCursor) -> Void) { write(&output) }

  private mutating func beginDetail(_ keyword: StaticString) {
    output.write(hasDetails ? "; " : " (")
    hasDetails = true
    if keyword.utf8CodeUnitCount > 0 {
      output.write(keyword)
      output.write(0x20)
    }
  }

  /// Writes a detail that starts with `keyword`.
  mutating func detail(_ keyword: StaticString, _ write: (inout OutputCursor) -> Void) {
    beginDetail(keyword)
    let start = output.count
    write(&output)
    output.replaceBytes(after: start) { byte in
      switch byte {
      case UInt8(ascii: ";"): UInt8(ascii: ",")
      case UInt8(ascii: "("): UInt8(ascii: "[")
      case UInt8(ascii: ")"): UInt8(ascii: "]")
      default: byte
      }
    }
  }

  /// Writes a detail, nothing for nil.
  mutating func detail(_ keyword: StaticString, _ value: Text?) {
    guard let value else { return }
    detail(keyword) { $0.write(visible: value, singleLine: true) }
  }

  /// Writes a detail that is a number, nothing for nil.
  mutating func detail(_ keyword: StaticString, _ value: Int?) {
    guard let value else { return }
    beginDetail(keyword)
    output.write(decimal: value)
  }

  /// Writes a detail that is a term, nothing for nil.
  mutating func detail<Term: ClosedVocabulary>(_ keyword: StaticString = "", term: Term?) {
    guard let term else { return }
    beginDetail(keyword)
    output.write(words: term.name)
  }
}

import DatelineCore
import DatelineRecord

/// The readable lines below the summary of an incident (`Specs/icalendar.md`, "Trailer").
///
/// `Label: head (detail; detail)`, one line each. What comes from the source keeps out of the way of the grammar: a line
/// end is a space, and in a detail `;` is `,` and parentheses are brackets. So a reader finds the details behind the last
/// ` (` of a line that ends with `)`, and between `; `.
struct Trailer {
  /// The lines, with LF between them.
  private(set) var text: [UInt8] = []
  private var hasDetails = false

  /// Begins a line.
  mutating func begin(_ label: StaticString) {
    if !text.isEmpty { text.append(0x0A) }
    text.append(label)
    text.append(": ")
    hasDetails = false
  }

  /// Ends a line.
  mutating func end() {
    if hasDetails {
      text.append(UInt8(ascii: ")"))
    } else if text.last == UInt8(ascii: ")") {
      text.append(" ()")
    }
  }

  /// Appends the head of a line, or a part of it; `-` for nil.
  mutating func head(_ value: Text?) {
    guard let value else { return text.append(UInt8(ascii: "-")) }
    text.append(visible: value, singleLine: true)
  }

  /// Appends the head of a line, or a part of it.
  mutating func head(_ value: [UInt8]) { text.append(contentsOf: value) }

  /// Appends the head of a line, or a part of it.
  mutating func head(_ value: StaticString) { text.append(value) }

  /// Begins a detail that starts with `keyword`.
  private mutating func beginDetail(_ keyword: StaticString) {
    text.append(hasDetails ? "; " : " (")
    hasDetails = true
    text.append(keyword)
    if keyword.utf8CodeUnitCount > 0 { text.append(0x20) }
  }

  /// Appends a detail, nothing for nil.
  mutating func detail(_ keyword: StaticString, _ value: Text?) {
    guard let value else { return }
    var bytes: [UInt8] = []
    bytes.append(visible: value, singleLine: true)
    detail(keyword, bytes)
  }

  /// Appends a detail.
  mutating func detail(_ keyword: StaticString, _ value: [UInt8]) {
    beginDetail(keyword)
    for byte in value {
      switch byte {
      case UInt8(ascii: ";"): text.append(UInt8(ascii: ","))
      case UInt8(ascii: "("): text.append(UInt8(ascii: "["))
      case UInt8(ascii: ")"): text.append(UInt8(ascii: "]"))
      default: text.append(byte)
      }
    }
  }

  /// Appends a detail that is a number, nothing for nil.
  mutating func detail(_ keyword: StaticString, _ value: Int?) {
    guard let value else { return }
    beginDetail(keyword)
    text.append(decimal: value)
  }

  /// Appends a detail that is a term, nothing for nil.
  mutating func detail<Term: ClosedVocabulary>(_ keyword: StaticString = "", term: Term?) {
    guard let term else { return }
    beginDetail(keyword)
    text.append(contentsOf: spacedWords(term.name))
  }

  /// Appends a detail that is a date or a time.
  mutating func detail(_ keyword: StaticString, _ write: (inout [UInt8]) -> Void) {
    beginDetail(keyword)
    write(&text)
  }
}

public import DatelineCore

/// Values of fields that are written as plain text, without quotes: in tables, in labelled text, in XML.
@usableFromInline
package enum FlatText {
  /// A whole number; nil where it is none or out of range.
  package static func integer(_ bytes: Span<UInt8>, in range: ClosedRange<Int>) -> Int? {
    guard JSONNumber.isNumber(bytes), let value = JSONNumber.integer(bytes), range.contains(value) else { return nil }
    return value
  }

  /// A number; nil where it is none or out of range.
  package static func decimal(_ bytes: Span<UInt8>, in range: ClosedRange<Double>) -> Double? {
    guard JSONNumber.isNumber(bytes), let value = JSONNumber.decimal(bytes), range.contains(value) else { return nil }
    return value
  }

  /// A flag, in any case; nil where it is none.
  package static func flag(_ bytes: Span<UInt8>) -> Bool? {
    if ("true" as StaticString).hasBytesIgnoringCase(bytes) { return true }
    return ("false" as StaticString).hasBytesIgnoringCase(bytes) ? false : nil
  }

  /// A term of a closed vocabulary, in any case; nil where it is none.
  @inlinable
  package static func term<Term: ClosedVocabulary>(_ type: Term.Type, _ bytes: Span<UInt8>) -> Term? {
    Term(utf8: bytes) ?? termIgnoringCase(type, bytes)
  }

  /// The same for a text that is known to be none as the schema writes it.
  @usableFromInline
  package static func termIgnoringCase<Term: ClosedVocabulary>(_ type: Term.Type, _ bytes: Span<UInt8>) -> Term? {
    for term in Term.allCases where term.name.hasBytesIgnoringCase(bytes) { return term }
    return nil
  }

  /// Minimal JSON of `bytes`, if they are one JSON value.
  package static func minimalJSON(_ bytes: [UInt8], depthLimit: Int) -> JSONText? {
    var cursor = JSONCursor(bytes, depthLimit: depthLimit)
    guard let value = try? cursor.readMinimal(), cursor.peek() == nil, !value.isEmpty else { return nil }
    return JSONText(checked: Text(checked: value, 0..<value.count))
  }

  /// Minimal JSON of the bytes of `storage` at `range`, if they are one JSON value; a slice of them where they are minimal
  /// as they stand, which most numbers and strings are.
  package static func minimalJSON(_ storage: [UInt8], _ range: Range<Int>, depthLimit: Int) -> JSONText? {
    let span = storage.span.extracting(range)
    if span.isPlainJSONString || JSONNumber.isNumber(span) {
      return JSONText(checked: Text(checked: storage, range))
    }
    return minimalJSON(Array(storage[range]), depthLimit: depthLimit)
  }

  /// `bytes` as a JSON string.
  package static func jsonString(_ bytes: Span<UInt8>) -> JSONText {
    var string: [UInt8] = []
    string.appendJSONString(bytes)
    return JSONText(checked: Text(checked: string, 0..<string.count))
  }

  /// What should have stood where a value did not fit: parts of messages.
  package enum Wanted {
    package static let flag = "true"
    package static let date = "an EDTF date, such as 2024-01-13"
    package static let instant = "a date and time, such as 2024-01-13T22:15:00+03:00"
    package static let dateOrInstant = "a date, or a date and time"
    package static let clockTime = "a time, such as 22:15"
    package static let scalar = "a text, a number, true or false"
    package static let object = "a JSON object"

    package static func integer(in range: ClosedRange<Int>) -> String { range.wantedNumber }

    package static func decimal(in range: ClosedRange<Double>) -> String { range.wantedNumber }

    package static func term<Term: ClosedVocabulary>(of type: Term.Type) -> String {
      "one of \(Term.declaration.terms.map { "\($0.name)" }.joined(separator: ", "))"
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are a JSON string in quotes that holds nothing to escape.
  fileprivate var isPlainJSONString: Bool {
    guard count > 1, self[0] == UInt8(ascii: "\""), self[count - 1] == UInt8(ascii: "\"") else { return false }
    for index in 1..<(count - 1) {
      switch self[index] {
      case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): return false
      default: continue
      }
    }
    return true
  }
}

import DatelineCore
import DatelineRecord

extension Span<UInt8> {
  /// Whether the bytes are letters, digits and hyphens of ASCII, at least one: what a language tag is made of.
  var isTag: Bool {
    guard !isEmpty else { return false }
    for index in indices where !(self[index].isLetterOrDigit || self[index] == UInt8(ascii: "-")) { return false }
    return true
  }
}

extension [UInt8] {
  /// The index of the `=` behind the letters and digits that start at `start`; nil where there is none, or none of them.
  func endOfKey(from start: Int) -> Int? {
    var index = start
    while index < count, self[index].isLetterOrDigit { index += 1 }
    return index > start && index < count && self[index] == UInt8(ascii: "=") ? index : nil
  }
}

extension Span<UInt8> {
  /// Whether the bytes are `name`, but for the case of letters.
  func isEqual(to name: StaticString) -> Bool { name.hasBytesIgnoringCase(self) }
}

/// What a label is made of, besides its name.
enum LabelSyntax {
  /// The name and the language of a label such as `quotation[uk]`; nil where brackets stand elsewhere.
  static func splitLanguage(_ bytes: [UInt8], _ label: Range<Int>) -> (name: Range<Int>, language: Range<Int>?)? {
    guard let opening = bytes[label].firstIndex(of: UInt8(ascii: "[")) else { return (label, nil) }
    let language = (opening + 1)..<max(opening + 1, label.upperBound - 1)
    guard bytes[label.upperBound - 1] == UInt8(ascii: "]"), bytes.span.extracting(language).isTag else { return nil }
    return (label.lowerBound..<opening, language)
  }

  /// The key and the value of a part `key=value` of an item; nil where it has no key.
  static func splitKey(_ bytes: [UInt8], _ range: Range<Int>) -> (key: Range<Int>, value: Range<Int>)? {
    let part = ItemEscapes.trimmed(bytes, range)
    var end = part.lowerBound
    while end < part.upperBound, bytes[end].isLetterOrDigit { end += 1 }
    let equals = ItemEscapes.trimmed(bytes, end..<part.upperBound).lowerBound
    guard end > part.lowerBound, equals < part.upperBound, bytes[equals] == UInt8(ascii: "=") else { return nil }
    return (part.lowerBound..<end, ItemEscapes.trimmed(bytes, (equals + 1)..<part.upperBound))
  }

  /// What follows `name` and a dot in a label; nil where it does not start so.
  static func rest(of bytes: [UInt8], _ label: Range<Int>, behind name: StaticString) -> Range<Int>? {
    let dot = label.lowerBound + name.utf8CodeUnitCount
    guard dot < label.upperBound, bytes[dot] == UInt8(ascii: "."),
      bytes.span.extracting(label.lowerBound..<dot).isEqual(to: name)
    else { return nil }
    return (dot + 1)..<label.upperBound
  }
}

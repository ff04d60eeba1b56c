import DatelineCore

/// What the lines of a part say, one value at a time. Decoded text is appended to the storage.
extension CalendarPart {
  /// The value of the parameter called `name`, in upper case, without quotes; the first where there are several.
  func parameter(_ name: StaticString, of line: ContentLine) -> Range<Int>? {
    let storage = storage.span
    var index = line.parameters.lowerBound
    let end = line.parameters.upperBound
    while index < end {
      let start = index + 1
      let parameterEnd = storage.parameterEnd(from: start, to: end)
      index = parameterEnd
      var sign = start
      while sign < parameterEnd, storage[sign] != UInt8(ascii: "=") { sign += 1 }
      guard sign < parameterEnd, storage.extracting(storage.trimmed(start..<sign)).isSameWord(as: name) else {
        continue
      }
      return storage.firstParameterValue(sign + 1..<parameterEnd)
    }
    return nil
  }

  /// The text of a parameter's value, with what RFC 6868 writes with a caret decoded.
  func parameterText(_ range: Range<Int>) -> [UInt8] {
    let bytes = Array(storage[range])
    guard bytes.contains(UInt8(ascii: "^")) else { return bytes }
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let next = bytes[index] == UInt8(ascii: "^") && index + 1 < bytes.count ? bytes[index + 1] : 0
      switch next {
      case UInt8(ascii: "n"), UInt8(ascii: "N"): text.append(0x0A)
      case UInt8(ascii: "^"): text.append(next)
      case UInt8(ascii: "'"): text.append(UInt8(ascii: "\""))
      default:
        text.append(bytes[index])
        index -= 1
      }
      index += 2
    }
    return text
  }

  /// Whether the value is in the encoding called `name`: `ENCODING=name`, or `name` alone as in vCalendar 1.0.
  func isEncoded(_ name: StaticString, _ line: ContentLine) -> Bool {
    !line.parameters.isEmpty && storage.span.extracting(line.parameters).containsWord(name)
  }

  /// The text of a TEXT value (RFC 5545, section 3.3.11): the value's own bytes where nothing has to be decoded.
  ///
  /// - Returns: A range of the storage; empty where there is no text but space.
  mutating func text(of line: ContentLine) -> Range<Int> {
    guard isEncoded("QUOTED-PRINTABLE", line) else { return text(line.value) }
    let start = storage.count
    storage.append(contentsOf: quotedPrintable(line))
    // vCalendar 1.0 escapes semicolons also in encoded text.
    return text(start..<storage.count)
  }

  /// The text of a part of a TEXT value.
  mutating func text(_ range: Range<Int>) -> Range<Int> {
    let first = storage.span.extracting(range).firstIndex(of: UInt8(ascii: "\\"), from: 0)
    guard first < range.count else { return range }
    let start = storage.count
    var text: [UInt8] = []
    text.append(unescaped: storage.span.extracting(range))
    storage.append(contentsOf: text)
    return start..<storage.count
  }

  /// The end of the first value of a list, before a comma that is not escaped.
  ///
  /// - Parameter semicolons: Whether a semicolon ends it too, as in vCalendar 1.0.
  func itemEnd(_ range: Range<Int>, semicolons: Bool = false) -> Int {
    let storage = storage.span
    let other = UInt8(ascii: semicolons ? ";" : ",")
    var index = range.lowerBound
    while index < range.upperBound, storage[index] != UInt8(ascii: ","), storage[index] != other {
      index += storage[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, range.upperBound)
  }

  /// The values of a list, between commas that are not escaped.
  ///
  /// - Parameter semicolons: Whether semicolons stand between them too, as in vCalendar 1.0.
  func listItems(_ range: Range<Int>, semicolons: Bool = false) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var rest = range
    while true {
      let end = itemEnd(rest, semicolons: semicolons)
      items.append(rest.lowerBound..<end)
      guard end < rest.upperBound else { return items }
      rest = end + 1..<rest.upperBound
    }
  }

  /// The character set that CHARSET names (vCalendar 1.0, RFC 2445 has it no more).
  func charset(of line: ContentLine) -> String? {
    line.parameters.isEmpty ? nil : parameter("CHARSET", of: line).map { string($0) }
  }

  /// Decodes quoted-printable text (RFC 2045, section 6.7) in the character set that CHARSET names.
  func quotedPrintable(_ line: ContentLine) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = Int(line.valueStart)
    let end = Int(line.end)
    while index < end {
      let byte = storage[index]
      if byte == UInt8(ascii: "="), index + 2 < end, let high = storage[index + 1].hexadecimalValue,
        let low = storage[index + 2].hexadecimalValue
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(byte)
        index += 1
      }
    }
    if bytes.span.firstInvalidUTF8() != nil { bytes = Charset.utf8(bytes, in: charset(of: line)) }
    return TextRules.legal(bytes)
  }
}

extension Span<UInt8> {
  /// The index of the `;` that ends the parameter at `start`, or `end`.
  func parameterEnd(from start: Int, to end: Int) -> Int {
    var index = start
    var isQuoted = false
    while index < end {
      if self[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if self[index] == UInt8(ascii: ";"), !isQuoted { return index }
      index += 1
    }
    return end
  }

  /// The first of the values of a parameter, without its quotes.
  fileprivate func firstParameterValue(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    if start < range.upperBound, self[start] == UInt8(ascii: "\"") {
      start += 1
      var end = start
      while end < range.upperBound, self[end] != UInt8(ascii: "\"") { end += 1 }
      return start..<end
    }
    var end = start
    while end < range.upperBound, self[end] != UInt8(ascii: ",") { end += 1 }
    return trimmed(start..<end)
  }
}

extension [UInt8] {
  /// Appends a TEXT value, unescaped in one pass: `\n` and `\N` are LF, `\\`, `\;`, `\,` and `\"` stand for their
  /// second character, and any other pair stays as it is.
  mutating func append(unescaped text: Span<UInt8>) {
    var copied = 0
    var index = 0
    while true {
      index = text.firstIndex(of: UInt8(ascii: "\\"), from: index)
      guard index &+ 1 < text.count else { break }
      switch text[index &+ 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "N"):
        append(copying: text.extracting(copied..<index))
        append(0x0A)
        copied = index &+ 2
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\""):
        append(copying: text.extracting(copied..<index))
        copied = index &+ 1
      default: break
      }
      index &+= 2
    }
    append(copying: text.extracting(copied..<text.count))
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}

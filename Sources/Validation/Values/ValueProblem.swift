internal import DatelineCore

/// What is wrong with a value.
package struct ValueProblem {
  /// The rule that it breaks.
  package var rule: RuleID
  /// A sentence that says what is wrong and what to do.
  package var message: String
  /// The offending bytes of the value; nil for all of it.
  package var range: Range<Int>?
  /// What the whole value should be, where that is safe to say.
  package var replacement: String?
  /// A change of another part of the document that mends it.
  package var fix: FindingFix?
  /// The level where this case of the rule has another than the rule.
  package var level: FindingLevel?

  /// Stores its parts.
  package init(
    _ rule: RuleID, _ message: String, at range: Range<Int>? = nil, replacement: String? = nil,
    level: FindingLevel? = nil
  ) {
    self.rule = rule
    self.message = message
    self.range = range
    self.replacement = replacement
    self.level = level
  }
}

extension Span<UInt8> {
  /// The bytes as a `String`.
  package var string: String { unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }

  /// The range without white space (XML 1.0, production 3) at its ends.
  package var trimmedRange: Range<Int> {
    var start = 0
    var end = count
    while start < end, self[start].isXMLSpace { start += 1 }
    while end > start, self[end - 1].isXMLSpace { end -= 1 }
    return start..<end
  }

  /// Whether these are the bytes of `text`.
  package func equals(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && starts(with: text) }

  /// Whether these are the ASCII letters of `text`, which is in lower case, in any case.
  package func equalsIgnoringCase(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && startsIgnoringCase(with: text)
  }

  /// Whether they begin with the ASCII letters of `text`, which is in lower case, in any case.
  package func startsIgnoringCase(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      // A literal of ASCII letters has that many bytes.
      let letter = unsafe text.utf8Start[index]
      guard self[index].asciiLowercased == letter else { return false }
    }
    return true
  }

  /// The place of `byte`, from `start` on; nil where there is none.
  package func place(of byte: UInt8, from start: Int = 0) -> Int? {
    let index = firstIndex(of: byte, from: start)
    return index < count ? index : nil
  }
}

extension UInt8 {
  package var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
  package var isDigit: Bool { 0x30...0x39 ~= self }
  package var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
  package var isHexDigit: Bool { isDigit || 0x61...0x66 ~= self | 0x20 }
  package var asciiLowercased: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}

/// A piece of text as the model holds it: never empty, only the characters of XML 1.0, LF as the only line end.
///
/// A text is a slice of shared bytes. A reader makes one buffer for each record and every text of the record points into
/// it, so nothing is copied field by field, and nobody pays for a `String` that nobody looks at. Two texts are equal when
/// their bytes are: unlike `String`, `Text` tells a composed "é" from "e" and an accent.
///
/// `Specs/DECISIONS.md` has the measurement that decided for slices.
public struct Text: Sendable {
  /// The bytes that the text is a slice of; well-formed UTF-8 within `start..<end`.
  @usableFromInline package let storage: [UInt8]
  @usableFromInline let startOffset: UInt32
  @usableFromInline let endOffset: UInt32

  /// The first byte of the text in ``storage``.
  @inlinable package var start: Int { Int(startOffset) }
  /// The end of the text in ``storage``.
  @inlinable package var end: Int { Int(endOffset) }

  /// The length in UTF-8 bytes. One or more.
  @inlinable public var utf8Count: Int { Int(endOffset &- startOffset) }

  /// A slice of bytes that the caller has checked.
  ///
  /// - Parameter range: Within `storage`, not empty, and below 4 GiB. The bytes are UTF-8, keep to
  ///   ``TextRules``, and start and end at character boundaries.
  @inlinable
  package init(checked storage: [UInt8], _ range: Range<Int>) {
    precondition(!range.isEmpty && range.lowerBound >= 0 && range.upperBound <= storage.count)
    self.storage = storage
    startOffset = UInt32(range.lowerBound)
    endOffset = UInt32(range.upperBound)
  }

  /// The text of `string`, with CR and CRLF made LF and characters that the model does not allow made U+FFFD.
  ///
  /// - Returns: nil for the empty string: the model knows only text that is there.
  public init?(_ string: some StringProtocol) {
    guard !string.isEmpty else { return nil }
    let bytes = TextRules.legal(Array(string.utf8))
    self.init(checked: bytes, 0..<bytes.count)
  }

  /// Whether the text is `other`, byte for byte.
  public func equals(_ other: StaticString) -> Bool {
    guard utf8Count == other.utf8CodeUnitCount else { return false }
    return other.withUTF8Buffer { bytes in
      for index in bytes.indices where unsafe storage[start + index] != bytes[index] { return false }
      return true
    }
  }

  /// Gives `body` the bytes of the text.
  @inlinable
  public func withUTF8<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(storage.span.extracting(start..<end))
  }
}

extension Text: Hashable {
  /// Whether both have the same bytes.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    guard lhs.utf8Count == rhs.utf8Count else { return false }
    // Keys and schemes are mostly the same slice of the same bytes.
    if lhs.storage.span.isIdentical(to: rhs.storage.span), lhs.startOffset == rhs.startOffset { return true }
    return lhs.withUTF8 { own in rhs.withUTF8 { own.hasSameBytes(as: $0) } }
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    unsafe storage.withUnsafeBytes { bytes in
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
  }
}

extension Text: CustomStringConvertible {
  /// The text as a `String`.
  public var description: String { String(decoding: storage[start..<end], as: UTF8.self) }
}

extension String {
  /// The characters of `text`.
  public init(_ text: Text) { self = text.description }
}

extension Text: ExpressibleByStringLiteral {
  /// - Precondition: The literal is not empty and keeps to ``TextRules``.
  public init(stringLiteral value: StaticString) {
    let bytes = value.withUTF8Buffer { unsafe Array($0) }
    precondition(
      TextRules.firstIllegal(in: bytes.span, from: 0) == nil, "a literal with characters that are not allowed")
    self.init(checked: bytes + Self.padding, 0..<bytes.count)
  }

  /// What may stand behind the bytes of a text in its storage: writers copy the last of them as a whole block where there is
  /// one.
  package static let padding: [UInt8] = Array(repeating: 0, count: 16)
}

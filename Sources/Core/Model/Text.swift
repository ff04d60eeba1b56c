/// A piece of text as the model holds it: never empty, only the characters of XML 1.0, LF as the only line end.
///
/// Two texts are equal when their bytes are: unlike `String`, `Text` tells a composed "é" from "e" and an accent.
public struct Text: Sendable {
  /// The characters. Native UTF-8 storage; up to 15 bytes lie in the value itself.
  @usableFromInline let string: String

  /// The length in UTF-8 bytes. One or more.
  @inlinable public var utf8Count: Int { string.utf8.count }

  /// The text of bytes that the caller has checked.
  ///
  /// - Parameter range: Within `bytes` and not empty. The bytes are UTF-8, keep to ``TextRules``, and start and end at
  ///   character boundaries.
  package init(checked bytes: [UInt8], _ range: Range<Int>) {
    precondition(!range.isEmpty && range.lowerBound >= 0 && range.upperBound <= bytes.count)
    string = unsafe String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
  }

  /// The text of `string`, with CR and CRLF made LF and characters that the model does not allow made U+FFFD.
  ///
  /// - Returns: nil for the empty string: the model knows only text that is there.
  public init?(_ string: some StringProtocol) {
    guard !string.isEmpty else { return nil }
    let string = String(string)
    if TextRules.firstIllegal(in: string.utf8Span.span, from: 0) == nil {
      self.string = string
    } else {
      self.string = String(decoding: TextRules.legal(Array(string.utf8)), as: UTF8.self)
    }
  }

  /// Whether the text is `other`, byte for byte.
  public func equals(_ other: StaticString) -> Bool {
    withUTF8 { other.hasBytes($0) }
  }

  /// Gives `body` the bytes of the text.
  @inlinable
  public func withUTF8<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(string.utf8Span.span)
  }
}

extension Text: Hashable {
  /// Whether both have the same bytes.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.string.utf8.elementsEqual(rhs.string.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    withUTF8 { bytes in
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }
}

extension Text: CustomStringConvertible {
  /// The text as a `String`.
  public var description: String { string }
}

extension String {
  /// The characters of `text`.
  public init(_ text: Text) { self = text.string }
}

extension Text: ExpressibleByStringLiteral {
  /// - Precondition: The literal is not empty and keeps to ``TextRules``.
  public init(stringLiteral value: StaticString) {
    string = "\(value)"
    precondition(
      !string.isEmpty && TextRules.firstIllegal(in: string.utf8Span.span, from: 0) == nil,
      "a literal that is empty or has characters that are not allowed")
  }
}

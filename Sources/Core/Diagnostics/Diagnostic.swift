/// One thing to tell the person whose data it is: what is wrong, where, and what the library did about it.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is. Ordered: `.note < .warning < .error`.
  public enum Severity: Int, Comparable, Sendable {
    /// Something worth knowing; nothing is lost.
    case note
    /// The value was repaired or set aside, and the record kept.
    case warning
    /// The record, or the rest of the input, could not be read.
    case error

    /// Whether `lhs` is less bad.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// How bad it is.
  public var severity: Severity
  /// A stable name that scripts can match on. Listed in `Specs/diagnostics.md`.
  public var code: DiagnosticCode
  /// A sentence without a final period, in the present tense, that quotes the offending text.
  public var message: String
  /// The input's name: a path, or `<stdin>`.
  public var input: String
  /// Where, if the format has positions.
  public var position: SourcePosition?

  /// Stores its parts.
  public init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: String, input: String, at position: SourcePosition?
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.input = input
    self.position = position
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `path:line:column: error: message [code]`, the form that editors and CI systems recognise, with control and
  /// direction characters escaped.
  public var description: String {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    return escapedForTerminal("\(input)\(place): \(severity): \(message)") + " [\(code.rawValue)]"
  }
}

/// The stable name of a kind of diagnostic, such as `json.unterminated-string`.
///
/// Each module declares its own as static members in an extension, beside the code that reports them.
public struct DiagnosticCode: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The family, a dot, and what is wrong, in lower case with hyphens.
  public let rawValue: String
  /// Names a kind of diagnostic.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Names a kind of diagnostic.
  public init(stringLiteral value: String) { rawValue = value }
}

/// `text` with characters that could move a terminal's cursor, reverse the direction of writing or forge a line made
/// visible as `\u{…}`.
public func escapedForTerminal(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isDangerousOnTerminals) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isDangerousOnTerminals(scalar) {
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isDangerousOnTerminals(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
  default: false
  }
}

/// `text` in quotation marks, cut after 80 characters, for a message.
public func quoted(_ text: some StringProtocol) -> String {
  let head = text.prefix(80)
  return head.endIndex == text.endIndex ? "'\(head)'" : "'\(head)…'"
}

/// What is wrong with the text of a rule, and where.
public struct RecurrenceProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of the problem.
  public enum Code: String, CaseIterable, Sendable {
    /// There is no FREQ, so that nothing is said of how often.
    case missingFrequency = "missing-frequency"
    /// A value has not the form that its part asks for.
    case badValue = "bad-value"
    /// A number that its part does not allow.
    case outOfRange = "out-of-range"
    /// A part that RFC 5545 and RFC 7529 do not know; it is kept and has no effect.
    case unknownPart = "unknown-part"
    /// A second part of the same name; the first one counts, this one is kept.
    case duplicatePart = "duplicate-part"
    /// Parts that must not stand together.
    case conflictingParts = "conflicting-parts"
    /// Characters that do not belong there and were passed over: spaces, empty parts, stray backslashes.
    case strayText = "stray-text"
    /// A calendar other than the Gregorian one; such a rule is kept and can't be expanded.
    case unknownCalendar = "unknown-calendar"
    /// A rule of vCalendar 1.0 without an end, which has two occurrences by its own default.
    case assumedCount = "assumed-count"
    /// A form of vCalendar 1.0 that has no equal in RFC 5545.
    case notTranslatable = "not-translatable"
  }

  public var code: Code
  /// What is wrong and what was made of it, in English.
  public var message: String
  /// The part, such as `BYDAY`; nil where the whole rule is meant.
  public var part: String?
  /// Where in the rule's text, in UTF-8 bytes from 0.
  public var offset: Int

  /// A problem at the UTF-8 byte `offset` of the text.
  public init(_ code: Code, _ message: String, part: String? = nil, offset: Int) {
    self.code = code
    self.message = message
    self.part = part
    self.offset = offset
  }

  /// The message, with its place.
  public var description: String { "\(message) (at byte \(offset))" }
}

/// A rule that was read, and what had to be passed over to read it.
public struct ParsedRecurrenceRule: Hashable, Sendable {
  public var rule: RecurrenceRule
  /// In the order of the text; empty for a rule that keeps to RFC 5545 and RFC 7529.
  public var problems: [RecurrenceProblem]
}

package import DatelineCore

/// When something is, as read by the date rules: what the assembly of incidents needs of it.
package struct TimeFact: Sendable {
  package var tokens: Range<Int>
  /// The day or days; nil for a part of the day alone whose day is not known.
  package var first: CalendarDate?
  package var last: CalendarDate?
  package var edtf: String?
  /// The model's part of day.
  package var partOfDay: String?
  /// `HH:MM`.
  package var time: String?
  /// `stated`, `resolved`, `inferred`.
  package var basis: String
  /// Whether the words give the day themselves.
  package var hasOwnDay: Bool
  /// Whether it is one day or a night, not a month, a year or a longer stretch.
  package var isDay: Bool
  /// Whether it says "since", "until", "before" or "after" rather than "at".
  package var isBound: Bool
  /// UTF-8 ranges and rules.
  package var evidence: [(range: Range<Int>, rule: String)]
}

/// Where something is, as read by the place rules.
package struct PlaceFact: Sendable {
  package var tokens: Range<Int>
  /// Names from the country down to the finest, as the scorers and titles want them.
  package var names: [String]
  /// The finest proper name.
  package var name: String
  package var country: String?
  /// Whether only the country is known.
  package var isCountry: Bool
  /// What the place reader knows, for the mapping to the model.
  package var detail: Int
}

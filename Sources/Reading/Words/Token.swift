/// A word, a number or a mark of an article, with its place in the text.
package struct Token: Sendable, Equatable {
  /// What a token is made of.
  package enum Kind: UInt8, Sendable {
    /// Letters, with the apostrophes, hyphens and digits inside: `Ukraine’s`, `FAB-250`, `Mk82`, `500-pound`; also
    /// abbreviations with their stops: `U.S.`, `Jan.`, `a.m.`.
    case word
    /// Digits first, with the separators inside and a short unit behind: `13`, `1,200`, `3.5`, `22:15`, `2nd`, `7pm`.
    /// Signs, slashes and hyphens between digits are marks of their own: `2016-03-04` has five tokens.
    case number
    /// One mark of punctuation or symbol, or a run of hyphens or of full stops.
    case mark
  }

  package var kind: Kind
  /// UTF-8 offsets in the article's text, half-open.
  package var range: Range<Int>
  /// The token as written.
  package var text: String
  /// What lexicons are asked for: lower case, without accents and possessive ending, with plain apostrophes and hyphens.
  ///
  /// The stop of an abbreviation is left out (`Jan.` is `jan`), but letters between stops keep theirs (`U.S.` and `U.S`
  /// are `u.s.`). Double quotation marks are all `"`, single ones `'`, dashes `--`, the ellipsis `...`.
  package var key: String
  /// Whether the first letter is upper case.
  package var isCapitalized: Bool
  /// Whether every letter is upper case and there are at least two.
  package var isAllCapitals: Bool
  /// Whether it ended in `'s` or `s'`; the former ending, and the apostrophe of the latter, are left out of `key`.
  package var isPossessive: Bool
  /// Whether it ends in a full stop that belongs to it: `Gen.`, `U.S.`, the initial in `George W. Bush`.
  package var isAbbreviation: Bool
}

/// A word, a number or a mark of an article, with its place in the text.
package struct Token: Sendable {
  /// What a token is made of.
  package enum Kind: UInt8, Sendable {
    /// Letters, with the apostrophes, hyphens and digits inside: `Ukraine’s`, `FAB-250`, `Mk82`.
    case word
    /// Digits first, with the separators inside: `13`, `1,200`, `3.5`, `11.11`, `22:15`, `2nd`.
    case number
    /// One mark of punctuation or symbol.
    case mark
  }

  package var kind: Kind
  /// UTF-8 offsets in the article's text, half-open.
  package var range: Range<Int>
  /// The token as written.
  package var text: String
  /// The token in lower case, without accents and possessive ending, with plain apostrophes: what lexicons are asked for.
  package var key: String
  /// Whether the first letter is upper case.
  package var isCapitalized: Bool
  /// Whether every letter is upper case and there are at least two.
  package var isAllCapitals: Bool
  /// Whether it ended in `'s` or `s'` that `key` leaves out.
  package var isPossessive: Bool
}

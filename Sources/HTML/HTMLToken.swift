/// A piece of HTML as the tokenizer finds it. It holds places in the input, so that nothing is copied.
public struct HTMLToken: Sendable {
  /// What a token is.
  public enum Kind: Sendable {
    /// Text, in which references are not yet resolved.
    case text
    /// `<name …>`.
    case startTag
    /// `</name>`.
    case endTag
    /// `<!-- … -->`, and what HTML takes for one, such as `<?…>`.
    case comment
    /// `<!DOCTYPE …>`.
    case doctype
  }

  /// What it is.
  public var kind: Kind
  /// The whole token.
  public var range: Range<Int>
  /// The name of a tag as it was written; empty for others.
  public var name: Range<Int>
  /// What stands behind the name of a tag, up to its end: attributes and space.
  public var attributes: Range<Int>
  /// Whether a start tag ends with `/>`.
  public var isSelfClosing = false
  /// Whether the input ended inside the token.
  public var isUnfinished = false
  /// Whether the text is that of an element in which no references are resolved, such as `script`.
  public var isRaw = false
}

/// An attribute of a start tag, as places in the input.
public struct HTMLAttribute: Sendable {
  /// The name as it was written.
  public var name: Range<Int>
  /// The value without its quotation marks, in which references are not yet resolved; empty where there is none.
  public var value: Range<Int>
}

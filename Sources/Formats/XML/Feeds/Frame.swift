internal import DatelineCore
internal import DatelineValidation

/// An element that is open.
struct Frame {
  let model: ElementModel
  /// Its name, as an index of the names of the document.
  let name: Int
  let start: SourcePosition
  /// How many bytes its start tag has.
  let tagLength: Int
  /// Where its text begins in the buffer of texts.
  let textStart: Int
  /// Where the pieces of its text begin in the list of pieces.
  let pieceStart: Int
  /// Where its children begin in the list of those that were seen.
  let seenStart: Int
  /// The children that its rules ask about.
  var marks: Marks = []
  /// What Atom's `type` makes of its content.
  var content = AtomContentKind.plain
  /// Values of attributes that its rules ask about.
  private(set) var attributes: FrameAttributes?
  /// Whether text where none belongs has been told of.
  var hasStrayText = false
  /// Whether RDF takes everything in it as one text (RDF/XML Syntax, section 2.8).
  var isLiteral = false
  /// Whether an element stands in it.
  var hasChildren = false
  /// How many children of the kind that its rules count it has.
  var count = 0
  /// The number of the element among items or entries, from 1; 0 for others.
  var ordinal = 0

  /// Room for values of attributes, made when the first is kept.
  mutating func keep(_ change: (FrameAttributes) -> Void) {
    let attributes = self.attributes ?? FrameAttributes()
    change(attributes)
    self.attributes = attributes
  }
}

/// What the content of an Atom text or content is (RFC 4287, section 4.1.3.3).
enum AtomContentKind {
  case plain, html, xhtml
  /// XML of another vocabulary.
  case xml
  /// Text of another media type.
  case text
  /// Anything else, as Base64.
  case base64
}

/// Values of attributes that are asked for when an element ends.
final class FrameAttributes {
  var type: String?
  var href: String?
  var rel: String?
  var language: String?
  var source: String?
  var mode: String?
  var scheme: String?
  var role: String?
  /// The child that its parent has, where only the case of letters differs, and what to say of it.
  var meant: (child: ChildModel, rule: RuleID, message: String)?
  /// What was found about its children and can be mended only if no other child is there.
  var misspelt: [Misspelling] = []
}

/// An element whose name is that of a child of its parent, but for the case of letters.
struct Misspelling {
  var finding: Finding
  /// The child that is meant.
  var child: ObjectIdentifier
  /// Whether it may stand there once only.
  var isOnce: Bool
}

/// A piece of text as the document has it.
struct TextPiece {
  /// Where it begins in the buffer of texts.
  var offset: Int
  /// Where it begins in the document.
  var start: Int
  var isCDATA: Bool
  /// Whether it comes from the text of an entity: its place is that of the reference.
  var isInEntity: Bool
}

/// From where to where something goes, with columns in bytes.
struct Place {
  var start: SourcePosition
  var end: SourcePosition
}

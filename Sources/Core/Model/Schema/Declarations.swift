/// What the canonical schema says of one field. `Schema.standard` is a table of these, and everything that has to know the
/// fields is derived from it: the model's structs, the canonical formats, the schemas in `Specs/`, the documentation and
/// the generator of random records.
public struct FieldDeclaration: Sendable {
  /// The key in JSON, the column in CSV, the attribute or element in XML.
  public let key: StaticString
  /// What a value is.
  public let type: FieldType
  /// The name of one item where the field is a list, nil where it is one value: the element in XML, the label in text.
  public let singular: StaticString?
  /// Whether every object has it.
  public let isRequired: Bool
  /// What it means: one sentence or more, with units.
  public let meaning: StaticString
  /// A value as canonical JSON would have it, without quotes around text.
  public let example: StaticString

  init(
    _ key: StaticString, _ type: FieldType, each singular: StaticString? = nil, required: Bool = false,
    _ meaning: StaticString, example: StaticString = ""
  ) {
    self.key = key
    self.type = type
    self.singular = singular
    self.isRequired = required
    self.meaning = meaning
    self.example = example
  }
}

/// What a value of a field is.
public enum FieldType: Sendable {
  /// Any text, with the format that it should have.
  case text(TextFormat)
  /// A whole number within the range.
  case integer(ClosedRange<Int>)
  /// A number within the range, in the shortest form that gives the same value.
  case decimal(ClosedRange<Double>)
  /// `true`, or absent.
  case flag
  /// An EDTF date (ISO 8601-2).
  case date
  /// An RFC 3339 date-time, or one without offset where the zone is not known.
  case instant
  /// Either.
  case dateOrInstant
  /// `HH:MM` or `HH:MM:SS`.
  case clockTime
  /// One of the terms of a vocabulary, by the vocabulary's name.
  case term(StaticString)
  /// Any JSON scalar.
  case scalar
  /// Any JSON object, not looked into.
  case json
  /// Fields of others: a JSON object with flat keys.
  case extras
  /// An object, by its name.
  case object(StaticString)
}

/// The format that a text should have. Readers keep text that has another; `dateline validate` reports it.
public enum TextFormat: String, Sendable {
  case plain
  case uri
  /// `scheme:native id verbatim`, split at the first colon.
  case curie
  /// A BCP 47 tag.
  case language
  /// A JSON Pointer (RFC 6901) into the same record; the empty text can't stand, absent is the whole record.
  case pointer
  /// A name of the IANA time zone database.
  case timeZone
  /// ISO 3166-1 alpha-2.
  case country
  /// ISO 3166-2.
  case subdivision
  /// Words joined by dots, coarse to fine: a prefix is a valid coarser kind.
  case taxonomy
  /// RFC 6838.
  case mediaType
}

/// What the schema says of one kind of object.
public struct ObjectDeclaration: Sendable {
  /// The Swift type.
  public let name: StaticString
  /// `type` in canonical JSON, for the records; nil for what stands inside one.
  public let recordType: StaticString?
  /// One sentence or more.
  public let meaning: StaticString
  /// In canonical order.
  public let fields: [FieldDeclaration]

  init(_ name: StaticString, record: StaticString? = nil, _ meaning: StaticString, _ fields: [FieldDeclaration]) {
    self.name = name
    recordType = record
    self.meaning = meaning
    self.fields = fields
  }
}

/// The terms that a field takes.
public struct VocabularyDeclaration: Sendable {
  /// One term.
  public struct Term: Sendable {
    /// As it stands in a file.
    public let name: StaticString
    /// What it says.
    public let meaning: StaticString
  }

  /// The Swift type.
  public let name: StaticString
  /// Whether other terms are kept, with a warning; a closed vocabulary refuses them.
  public let isOpen: Bool
  /// In the order of the documentation.
  public let terms: [Term]

  init(_ name: StaticString, open: Bool = false, _ terms: [(StaticString, StaticString)]) {
    self.name = name
    isOpen = open
    self.terms = terms.map { Term(name: $0, meaning: $1) }
  }
}

/// The canonical schema: records, the objects inside them, and vocabularies.
public struct Schema: Sendable {
  /// Header, report, incident, tombstone, then the objects in the order in which they are first used.
  public let objects: [ObjectDeclaration]
  /// In the order in which they are first used.
  public let vocabularies: [VocabularyDeclaration]

  /// The version of the schema: `major.minor`. A reader takes a newer minor version, whose unknown fields go to `extras`,
  /// and refuses a newer major one.
  public static let version: Text = "1.0"

  /// The schema that this library reads and writes, `Specs/incident.md` in the form of a table.
  public static let standard = Schema(
    objects: [header, report, incident, tombstone] + reportObjects + incidentObjects + sharedObjects,
    vocabularies: reportVocabularies + incidentVocabularies + sharedVocabularies)
}

extension Schema {
  /// The declaration of the object called `name`.
  ///
  /// - Precondition: There is one: only generated code asks.
  package static func declaration(of name: StaticString) -> ObjectDeclaration {
    guard let object = standard.objects.first(where: { "\($0.name)" == "\(name)" }) else {
      preconditionFailure("the schema has no object '\(name)'")
    }
    return object
  }

  /// The declaration of the vocabulary called `name`.
  ///
  /// - Precondition: There is one: only generated code asks.
  package static func vocabulary(called name: StaticString) -> VocabularyDeclaration {
    guard let vocabulary = standard.vocabularies.first(where: { "\($0.name)" == "\(name)" }) else {
      preconditionFailure("the schema has no vocabulary '\(name)'")
    }
    return vocabulary
  }

  /// Stands in a required text field until it has been read.
  package static let unreadText: Text = "?"
}

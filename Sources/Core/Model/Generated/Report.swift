// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A text that tells of incidents: an article, a feed entry, a bulletin. It is also written for a data set as a
/// whole, never for each row of a table.
public struct Report: Hashable, Sendable {
  /// The report's identifier, the same whenever the same source is read.
  public var id: Text

  /// Every identifier that the source gives, verbatim.
  public var externalIDs: [Text] = []

  /// What sort of text it is.
  public var kind: ReportKind?

  /// Its headlines, the main one first.
  public var headlines: [Headline] = []

  /// The byline, verbatim.
  public var byline: Text?

  /// The authors, one by one.
  public var authors: [Author] = []

  /// When and where the story was filed.
  public var dateline: DatelineLine?

  /// When it was published.
  public var published: DateOrInstant?

  /// How the date of publication is known.
  public var publishedBasis: DateBasis?

  /// When it was last changed by its publisher.
  public var updated: DateOrInstant?

  /// Who published it.
  public var publisher: Text?

  /// The language of its text.
  public var language: Text?

  /// Whose it is and what may be done with it.
  public var rights: Rights?

  /// Pages that belong to it.
  public var links: [Link] = []

  /// Pictures, video, audio and documents of it.
  public var media: [Medium] = []

  /// What it is about, in its publisher's terms.
  public var subjects: [Subject] = []

  /// The text, block by block. The blocks joined by two LF are the report's text, to which all offsets refer.
  public var body: [Block] = []

  /// The publisher's count of versions. At least 0.
  public var version: Int?

  /// Whether it may be used.
  public var status: ReportStatus?

  /// What is said in it about no one incident, such as "this is routine".
  public var claims: [Claim] = []

  /// Where in the text the values of this record come from; a span without `report` is in this report.
  public var evidence: [Evidence] = []

  /// What the source had and the schema has no field for.
  public var extras: Extras = Extras()

  /// An object with its required fields.
  public init(id: Text) {
    self.id = id
  }
}

extension Report: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Report")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 1 << 0 }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x8B72E07B55C3AC0: if ("id" as StaticString).hasBytes(key) { return 0 }
    case 0x54E2D0BFC5582E1C: if ("externalIDs" as StaticString).hasBytes(key) { return 1 }
    case 0xEF9C96D721673243: if ("kind" as StaticString).hasBytes(key) { return 2 }
    case 0x221DDC47BD80E34E: if ("headlines" as StaticString).hasBytes(key) { return 3 }
    case 0x356EE2F5BB985046: if ("byline" as StaticString).hasBytes(key) { return 4 }
    case 0xD7F80C51C82EA21F: if ("authors" as StaticString).hasBytes(key) { return 5 }
    case 0x52992A3BEDD62443: if ("dateline" as StaticString).hasBytes(key) { return 6 }
    case 0x1AE6B10EED206469: if ("published" as StaticString).hasBytes(key) { return 7 }
    case 0x6A1DAA02253FB4D9: if ("publishedBasis" as StaticString).hasBytes(key) { return 8 }
    case 0x43AC3B8AC5AE1D90: if ("updated" as StaticString).hasBytes(key) { return 9 }
    case 0x1AE6A30EED204C9F: if ("publisher" as StaticString).hasBytes(key) { return 10 }
    case 0xD2FD35287F0A935B: if ("language" as StaticString).hasBytes(key) { return 11 }
    case 0xB8D7E19CF86BD082: if ("rights" as StaticString).hasBytes(key) { return 12 }
    case 0x5CC201A9F1B8274E: if ("links" as StaticString).hasBytes(key) { return 13 }
    case 0xB333B8C7B846AF83: if ("media" as StaticString).hasBytes(key) { return 14 }
    case 0x38907132BF0036B4: if ("subjects" as StaticString).hasBytes(key) { return 15 }
    case 0xCD4DE79BC6C93295: if ("body" as StaticString).hasBytes(key) { return 16 }
    case 0xBB62C62C9808EA37: if ("version" as StaticString).hasBytes(key) { return 17 }
    case 0xC4D5696D6CC12C2F: if ("status" as StaticString).hasBytes(key) { return 18 }
    case 0xBE2FBE80062CF874: if ("claims" as StaticString).hasBytes(key) { return 19 }
    case 0xAE70FC8F5906C564: if ("evidence" as StaticString).hasBytes(key) { return 20 }
    case 0xA80AA3B5F9F41D2E: if ("extras" as StaticString).hasBytes(key) { return 21 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) {
    self.init(id: Schema.unreadText)
  }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    try visitor.visit(FieldKey(0, "id"), id)
    if !externalIDs.isEmpty { try visitor.visit(FieldKey(1, "externalIDs"), externalIDs) }
    if let kind { try visitor.visit(FieldKey(2, "kind"), kind.name) }
    if !headlines.isEmpty {
      let filled = headlines.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(3, "headlines"), objects: filled) }
    }
    if let byline { try visitor.visit(FieldKey(4, "byline"), byline) }
    if !authors.isEmpty {
      let filled = authors.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(5, "authors"), objects: filled) }
    }
    if let dateline, !dateline.isEmpty { try visitor.visit(FieldKey(6, "dateline"), object: dateline) }
    if let published { try visitor.visit(FieldKey(7, "published"), published) }
    if let publishedBasis { try visitor.visit(FieldKey(8, "publishedBasis"), term: publishedBasis) }
    if let updated { try visitor.visit(FieldKey(9, "updated"), updated) }
    if let publisher { try visitor.visit(FieldKey(10, "publisher"), publisher) }
    if let language { try visitor.visit(FieldKey(11, "language"), language) }
    if let rights, !rights.isEmpty { try visitor.visit(FieldKey(12, "rights"), object: rights) }
    if !links.isEmpty {
      let filled = links.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(13, "links"), objects: filled) }
    }
    if !media.isEmpty {
      let filled = media.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(14, "media"), objects: filled) }
    }
    if !subjects.isEmpty {
      let filled = subjects.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(15, "subjects"), objects: filled) }
    }
    if !body.isEmpty { try visitor.visit(FieldKey(16, "body"), objects: body) }
    if let version { try visitor.visit(FieldKey(17, "version"), version) }
    if let status { try visitor.visit(FieldKey(18, "status"), term: status) }
    if !claims.isEmpty { try visitor.visit(FieldKey(19, "claims"), objects: claims) }
    if !evidence.isEmpty { try visitor.visit(FieldKey(20, "evidence"), objects: evidence) }
    if !extras.isEmpty { try visitor.visit(FieldKey(21, "extras"), extras) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readText() else { return false }
      self.id = value
      return true
    case 1:
      externalIDs = try source.readTexts()
      return !externalIDs.isEmpty
    case 2:
      guard let value = try source.readTerm(of: ReportKind.self) else { return false }
      self.kind = value
      return true
    case 3:
      headlines = try source.readObjects(of: Headline.self)
      return !headlines.isEmpty
    case 4:
      guard let value = try source.readText() else { return false }
      self.byline = value
      return true
    case 5:
      authors = try source.readObjects(of: Author.self)
      return !authors.isEmpty
    case 6:
      guard let value = try source.readObject(of: DatelineLine.self) else { return false }
      self.dateline = value
      return true
    case 7:
      guard let value = try source.readDateOrInstant() else { return false }
      self.published = value
      return true
    case 8:
      guard let value = try source.readTerm(of: DateBasis.self) else { return false }
      self.publishedBasis = value
      return true
    case 9:
      guard let value = try source.readDateOrInstant() else { return false }
      self.updated = value
      return true
    case 10:
      guard let value = try source.readText() else { return false }
      self.publisher = value
      return true
    case 11:
      guard let value = try source.readText() else { return false }
      self.language = value
      return true
    case 12:
      guard let value = try source.readObject(of: Rights.self) else { return false }
      self.rights = value
      return true
    case 13:
      links = try source.readObjects(of: Link.self)
      return !links.isEmpty
    case 14:
      media = try source.readObjects(of: Medium.self)
      return !media.isEmpty
    case 15:
      subjects = try source.readObjects(of: Subject.self)
      return !subjects.isEmpty
    case 16:
      body = try source.readObjects(of: Block.self)
      return !body.isEmpty
    case 17:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.version = value
      return true
    case 18:
      guard let value = try source.readTerm(of: ReportStatus.self) else { return false }
      self.status = value
      return true
    case 19:
      claims = try source.readObjects(of: Claim.self)
      return !claims.isEmpty
    case 20:
      evidence = try source.readObjects(of: Evidence.self)
      return !evidence.isEmpty
    case 21:
      guard let value = try source.readExtras() else { return false }
      extras.merge(value)
      return true
    default: return false
    }
  }
}

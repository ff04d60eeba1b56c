// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// Something that happened. It names the reports that it rests on by id and can be read without them.
public struct Incident: Hashable, Sendable {
  /// The incident's identifier, the same whenever the same source is read.
  public var id: Text

  /// Every identifier that the source gives, verbatim.
  public var externalIDs: [Text] = []

  /// One line that names it.
  public var title: Text?

  /// A reader of ours made the title; absent where it is the source's own.
  public var titleDerived: Bool?

  /// The source's narrative, or its sentences about this incident, verbatim.
  public var summary: Text?

  /// The language of title and summary.
  public var language: Text?

  /// What happened, coarse to fine; the terms are in `vocabulary.md`.
  public var kind: Text?

  /// The source's own codes for it. Codes that we map to are reckoned when writing, and not kept.
  public var codes: [Code] = []

  /// How far it went.
  public var stage: Stage?

  /// When it happened.
  public var when: When?

  /// Where it happened, and other places in it.
  public var places: [Place] = []

  /// Why it happened.
  public var cause: Cause?

  /// Who took part or suffered.
  public var participants: [Participant] = []

  /// What it was done with.
  public var munitions: [Munition] = []

  /// Harm to people. An entry without group and side is a total; parts need not add up to it.
  public var casualties: [Casualty] = []

  /// Harm to things.
  public var damage: [Damage] = []

  /// Who says what about it.
  public var claims: [Claim] = []

  /// How it stands to other incidents.
  public var relations: [Relation] = []

  /// Whether and how it has been checked.
  public var verification: Verification?

  /// The history of this record.
  public var revision: Revision?

  /// The reports that it rests on, by id, or as a citation where there is no record of them.
  public var reports: [ReportReference] = []

  /// Where in a text each value comes from, and by which rule.
  public var evidence: [Evidence] = []

  /// What the source had and the schema has no field for.
  public var extras: Extras = Extras()

  /// An object with its required fields.
  public init(id: Text) {
    self.id = id
  }
}

extension Incident: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Incident")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 1 << 0 }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x8B72E07B55C3AC0: if ("id" as StaticString).hasBytes(key) { return 0 }
    case 0x54E2D0BFC5582E1C: if ("externalIDs" as StaticString).hasBytes(key) { return 1 }
    case 0xDA31296C0C1B6029: if ("title" as StaticString).hasBytes(key) { return 2 }
    case 0x8309F31503C5A14A: if ("titleDerived" as StaticString).hasBytes(key) { return 3 }
    case 0xA3C2813BCD780513: if ("summary" as StaticString).hasBytes(key) { return 4 }
    case 0xD2FD35287F0A935B: if ("language" as StaticString).hasBytes(key) { return 5 }
    case 0xEF9C96D721673243: if ("kind" as StaticString).hasBytes(key) { return 6 }
    case 0x2FFB728DFAE53B05: if ("codes" as StaticString).hasBytes(key) { return 7 }
    case 0xEE9DBAAD45E3448D: if ("stage" as StaticString).hasBytes(key) { return 8 }
    case 0x9BF6BFF64F32F639: if ("when" as StaticString).hasBytes(key) { return 9 }
    case 0x133B1DB01F805EBD: if ("places" as StaticString).hasBytes(key) { return 10 }
    case 0xB733AF3B0D745380: if ("cause" as StaticString).hasBytes(key) { return 11 }
    case 0xEFA00499695C8287: if ("participants" as StaticString).hasBytes(key) { return 12 }
    case 0x2DEC1FDD2CA50B81: if ("munitions" as StaticString).hasBytes(key) { return 13 }
    case 0xAC320B8417ABE84B: if ("casualties" as StaticString).hasBytes(key) { return 14 }
    case 0x7F6308BE8AB37FC0: if ("damage" as StaticString).hasBytes(key) { return 15 }
    case 0xBE2FBE80062CF874: if ("claims" as StaticString).hasBytes(key) { return 16 }
    case 0x54971448838E1A56: if ("relations" as StaticString).hasBytes(key) { return 17 }
    case 0xF43118CA9BCA7B5E: if ("verification" as StaticString).hasBytes(key) { return 18 }
    case 0xD6A4DBC46C8E8658: if ("revision" as StaticString).hasBytes(key) { return 19 }
    case 0x11AB2D8BA31717E8: if ("reports" as StaticString).hasBytes(key) { return 20 }
    case 0xAE70FC8F5906C564: if ("evidence" as StaticString).hasBytes(key) { return 21 }
    case 0xA80AA3B5F9F41D2E: if ("extras" as StaticString).hasBytes(key) { return 22 }
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
    if let title { try visitor.visit(FieldKey(2, "title"), title) }
    if titleDerived == true { try visitor.visitFlag(FieldKey(3, "titleDerived")) }
    if let summary { try visitor.visit(FieldKey(4, "summary"), summary) }
    if let language { try visitor.visit(FieldKey(5, "language"), language) }
    if let kind { try visitor.visit(FieldKey(6, "kind"), kind) }
    if !codes.isEmpty {
      let filled = codes.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(7, "codes"), objects: filled) }
    }
    if let stage { try visitor.visit(FieldKey(8, "stage"), term: stage) }
    if let when, !when.isEmpty { try visitor.visit(FieldKey(9, "when"), object: when) }
    if !places.isEmpty {
      let filled = places.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(10, "places"), objects: filled) }
    }
    if let cause, !cause.isEmpty { try visitor.visit(FieldKey(11, "cause"), object: cause) }
    if !participants.isEmpty {
      let filled = participants.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(12, "participants"), objects: filled) }
    }
    if !munitions.isEmpty {
      let filled = munitions.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(13, "munitions"), objects: filled) }
    }
    if !casualties.isEmpty { try visitor.visit(FieldKey(14, "casualties"), objects: casualties) }
    if !damage.isEmpty { try visitor.visit(FieldKey(15, "damage"), objects: damage) }
    if !claims.isEmpty { try visitor.visit(FieldKey(16, "claims"), objects: claims) }
    if !relations.isEmpty {
      let filled = relations.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(17, "relations"), objects: filled) }
    }
    if let verification, !verification.isEmpty { try visitor.visit(FieldKey(18, "verification"), object: verification) }
    if let revision, !revision.isEmpty { try visitor.visit(FieldKey(19, "revision"), object: revision) }
    if !reports.isEmpty {
      let filled = reports.filled
      if !filled.isEmpty { try visitor.visit(FieldKey(20, "reports"), objects: filled) }
    }
    if !evidence.isEmpty { try visitor.visit(FieldKey(21, "evidence"), objects: evidence) }
    if !extras.isEmpty { try visitor.visit(FieldKey(22, "extras"), extras) }
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
      guard let value = try source.readText() else { return false }
      self.title = value
      return true
    case 3:
      guard let value = try source.readFlag() else { return false }
      self.titleDerived = value
      return true
    case 4:
      guard let value = try source.readText() else { return false }
      self.summary = value
      return true
    case 5:
      guard let value = try source.readText() else { return false }
      self.language = value
      return true
    case 6:
      guard let value = try source.readText() else { return false }
      self.kind = value
      return true
    case 7:
      codes = try source.readObjects(of: Code.self)
      return !codes.isEmpty
    case 8:
      guard let value = try source.readTerm(of: Stage.self) else { return false }
      self.stage = value
      return true
    case 9:
      guard let value = try source.readObject(of: When.self) else { return false }
      self.when = value
      return true
    case 10:
      places = try source.readObjects(of: Place.self)
      return !places.isEmpty
    case 11:
      guard let value = try source.readObject(of: Cause.self) else { return false }
      self.cause = value
      return true
    case 12:
      participants = try source.readObjects(of: Participant.self)
      return !participants.isEmpty
    case 13:
      munitions = try source.readObjects(of: Munition.self)
      return !munitions.isEmpty
    case 14:
      casualties = try source.readObjects(of: Casualty.self)
      return !casualties.isEmpty
    case 15:
      damage = try source.readObjects(of: Damage.self)
      return !damage.isEmpty
    case 16:
      claims = try source.readObjects(of: Claim.self)
      return !claims.isEmpty
    case 17:
      relations = try source.readObjects(of: Relation.self)
      return !relations.isEmpty
    case 18:
      guard let value = try source.readObject(of: Verification.self) else { return false }
      self.verification = value
      return true
    case 19:
      guard let value = try source.readObject(of: Revision.self) else { return false }
      self.revision = value
      return true
    case 20:
      reports = try source.readObjects(of: ReportReference.self)
      return !reports.isEmpty
    case 21:
      evidence = try source.readObjects(of: Evidence.self)
      return !evidence.isEmpty
    case 22:
      guard let value = try source.readExtras() else { return false }
      extras.merge(value)
      return true
    default: return false
    }
  }
}

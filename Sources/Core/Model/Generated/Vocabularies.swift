// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A term of the open vocabulary `ReportKind`.
public struct ReportKind: OpenVocabulary {
  /// The term as it stands in a file.
  public var name: Text

  /// Makes a term of any text.
  @inlinable public init(_ name: Text) { self.name = name }

  /// A news article.
  public static let article = Self("article")
  /// An entry of a feed.
  public static let feedEntry = Self("feedEntry")
  /// A message of an agency.
  public static let wireMessage = Self("wireMessage")
  /// A warning to the public.
  public static let alert = Self("alert")
  /// A periodic report of an authority or a monitor.
  public static let bulletin = Self("bulletin")
  /// A post on a social network.
  public static let post = Self("post")
  /// A web page.
  public static let page = Self("page")
  /// A data set as a whole.
  public static let dataset = Self("dataset")
  /// An entry of a calendar.
  public static let calendarEntry = Self("calendarEntry")

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "ReportKind")
}

/// The terms of the closed vocabulary `DateBasis`.
public enum DateBasis: UInt8, ClosedVocabulary {
  /// The source says it in full.
  case stated
  /// Reckoned from relative words, such as a weekday.
  case resolved
  /// Put together from several places, such as a year from the copyright line.
  case inferred
  /// Taken from what the caller said.
  case assumed

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "DateBasis")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .stated: "stated"
    case .resolved: "resolved"
    case .inferred: "inferred"
    case .assumed: "assumed"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0xC50C766D6CF084B6: if ("stated" as StaticString).hasBytes(name) { self = .stated; return }
    case 0x805A3EBCCF7B5625: if ("resolved" as StaticString).hasBytes(name) { self = .resolved; return }
    case 0x4BFC6E7F8E17AA96: if ("inferred" as StaticString).hasBytes(name) { self = .inferred; return }
    case 0x524958D0D477B491: if ("assumed" as StaticString).hasBytes(name) { self = .assumed; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `ReportStatus`.
public enum ReportStatus: UInt8, ClosedVocabulary {
  /// Not yet published.
  case draft
  /// Published.
  case usable
  /// Published again with a correction.
  case corrected
  /// Not to be used for now.
  case withheld
  /// Never to be used again.
  case cancelled

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "ReportStatus")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .draft: "draft"
    case .usable: "usable"
    case .corrected: "corrected"
    case .withheld: "withheld"
    case .cancelled: "cancelled"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x1641A1C90D9840EC: if ("draft" as StaticString).hasBytes(name) { self = .draft; return }
    case 0xAD0D1A86F5F3B069: if ("usable" as StaticString).hasBytes(name) { self = .usable; return }
    case 0xFAF84E83D4A90B08: if ("corrected" as StaticString).hasBytes(name) { self = .corrected; return }
    case 0xFDF01110D5D16D6A: if ("withheld" as StaticString).hasBytes(name) { self = .withheld; return }
    case 0xEECB0755A82D8B1C: if ("cancelled" as StaticString).hasBytes(name) { self = .cancelled; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `HeadlineRole`.
public enum HeadlineRole: UInt8, ClosedVocabulary {
  /// The headline.
  case main
  /// The line above it.
  case kicker
  /// The line below it.
  case sub
  /// Another wording.
  case alternative
  /// A short wording for small places.
  case short

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "HeadlineRole")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .main: "main"
    case .kicker: "kicker"
    case .sub: "sub"
    case .alternative: "alternative"
    case .short: "short"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x1F5962A2CE9803C8: if ("main" as StaticString).hasBytes(name) { self = .main; return }
    case 0xA53DACF8EE94B654: if ("kicker" as StaticString).hasBytes(name) { self = .kicker; return }
    case 0x82719D195D0FC2F5: if ("sub" as StaticString).hasBytes(name) { self = .sub; return }
    case 0x48A63F0E7CE8B368: if ("alternative" as StaticString).hasBytes(name) { self = .alternative; return }
    case 0xF6915548F781CD55: if ("short" as StaticString).hasBytes(name) { self = .short; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `BlockRole`.
public enum BlockRole: UInt8, ClosedVocabulary {
  /// A headline that is quoted from.
  case headline
  /// Who wrote it.
  case byline
  /// When and where it was filed.
  case dateline
  /// A paragraph.
  case paragraph
  /// A heading in the text.
  case heading
  /// An item of a list.
  case listItem
  /// A quotation set apart.
  case quotation
  /// Words under a picture.
  case caption
  /// A notice of rights.
  case rights
  /// Standing text that tells nothing of the story.
  case boilerplate

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "BlockRole")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .headline: "headline"
    case .byline: "byline"
    case .dateline: "dateline"
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .listItem: "listItem"
    case .quotation: "quotation"
    case .caption: "caption"
    case .rights: "rights"
    case .boilerplate: "boilerplate"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x1E936C82D02D9C09: if ("headline" as StaticString).hasBytes(name) { self = .headline; return }
    case 0x356EE2F5BB985046: if ("byline" as StaticString).hasBytes(name) { self = .byline; return }
    case 0x52992A3BEDD62443: if ("dateline" as StaticString).hasBytes(name) { self = .dateline; return }
    case 0xB0D8560183547FB9: if ("paragraph" as StaticString).hasBytes(name) { self = .paragraph; return }
    case 0xB128829190CA0F75: if ("heading" as StaticString).hasBytes(name) { self = .heading; return }
    case 0xF4A7AB634D92E7DA: if ("listItem" as StaticString).hasBytes(name) { self = .listItem; return }
    case 0x2948A0C8AD274D95: if ("quotation" as StaticString).hasBytes(name) { self = .quotation; return }
    case 0x5DAA28EB864C02A5: if ("caption" as StaticString).hasBytes(name) { self = .caption; return }
    case 0xB8D7E19CF86BD082: if ("rights" as StaticString).hasBytes(name) { self = .rights; return }
    case 0x9BEC0C44FC0F15C4: if ("boilerplate" as StaticString).hasBytes(name) { self = .boilerplate; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `RecordType`.
public enum RecordType: UInt8, ClosedVocabulary {
  /// A report.
  case report
  /// An incident.
  case incident
  /// A tombstone.
  case tombstone

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "RecordType")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .report: "report"
    case .incident: "incident"
    case .tombstone: "tombstone"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0xADAE49645DF2840B: if ("report" as StaticString).hasBytes(name) { self = .report; return }
    case 0x1349D55EB2FA1387: if ("incident" as StaticString).hasBytes(name) { self = .incident; return }
    case 0x16232947411049C8: if ("tombstone" as StaticString).hasBytes(name) { self = .tombstone; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `Stage`.
public enum Stage: UInt8, ClosedVocabulary {
  /// It happened.
  case occurred
  /// It was tried and failed.
  case attempted
  /// Somebody threatened it.
  case threatened
  /// Somebody stopped it.
  case thwarted
  /// It did not happen.
  case falseAlarm
  /// It is planned.
  case planned
  /// It was planned and called off.
  case cancelled
  /// It was an exercise.
  case exercise
  /// Not known.
  case unknown

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "Stage")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .occurred: "occurred"
    case .attempted: "attempted"
    case .threatened: "threatened"
    case .thwarted: "thwarted"
    case .falseAlarm: "falseAlarm"
    case .planned: "planned"
    case .cancelled: "cancelled"
    case .exercise: "exercise"
    case .unknown: "unknown"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x34048643B8DA31DA: if ("occurred" as StaticString).hasBytes(name) { self = .occurred; return }
    case 0x2A6A8FF82C62596F: if ("attempted" as StaticString).hasBytes(name) { self = .attempted; return }
    case 0x69A0B1384B2CA8C7: if ("threatened" as StaticString).hasBytes(name) { self = .threatened; return }
    case 0x6A6358462225128E: if ("thwarted" as StaticString).hasBytes(name) { self = .thwarted; return }
    case 0x8A3F0346198460C5: if ("falseAlarm" as StaticString).hasBytes(name) { self = .falseAlarm; return }
    case 0x49D7901BF9D028C5: if ("planned" as StaticString).hasBytes(name) { self = .planned; return }
    case 0xEECB0755A82D8B1C: if ("cancelled" as StaticString).hasBytes(name) { self = .cancelled; return }
    case 0x591C2FBE36BFE7DB: if ("exercise" as StaticString).hasBytes(name) { self = .exercise; return }
    case 0x498865C7BD1F3959: if ("unknown" as StaticString).hasBytes(name) { self = .unknown; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `PartOfDay`.
public enum PartOfDay: UInt8, ClosedVocabulary {
  /// The dark hours.
  case night
  /// About dawn.
  case earlyMorning
  /// Until noon.
  case morning
  /// About noon.
  case midday
  /// After noon.
  case afternoon
  /// About dusk and after.
  case evening
  /// Before midnight.
  case lateEvening

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "PartOfDay")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .night: "night"
    case .earlyMorning: "earlyMorning"
    case .morning: "morning"
    case .midday: "midday"
    case .afternoon: "afternoon"
    case .evening: "evening"
    case .lateEvening: "lateEvening"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x4F77B2414B2C8001: if ("night" as StaticString).hasBytes(name) { self = .night; return }
    case 0xB2C0593ED007F74: if ("earlyMorning" as StaticString).hasBytes(name) { self = .earlyMorning; return }
    case 0xA43A103DD3B5B38F: if ("morning" as StaticString).hasBytes(name) { self = .morning; return }
    case 0x5BD2EA8D7D245CBD: if ("midday" as StaticString).hasBytes(name) { self = .midday; return }
    case 0x2952D22AF0012917: if ("afternoon" as StaticString).hasBytes(name) { self = .afternoon; return }
    case 0x8E5A5D5C0BD446EF: if ("evening" as StaticString).hasBytes(name) { self = .evening; return }
    case 0xD8B2E5FA47DCCB73: if ("lateEvening" as StaticString).hasBytes(name) { self = .lateEvening; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `TimeZoneBasis`.
public enum TimeZoneBasis: UInt8, ClosedVocabulary {
  /// The source says it.
  case stated
  /// The place has only that one.
  case place
  /// Taken from what the caller said.
  case assumed

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "TimeZoneBasis")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .stated: "stated"
    case .place: "place"
    case .assumed: "assumed"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0xC50C766D6CF084B6: if ("stated" as StaticString).hasBytes(name) { self = .stated; return }
    case 0xFD6F0E4E166F85BC: if ("place" as StaticString).hasBytes(name) { self = .place; return }
    case 0x524958D0D477B491: if ("assumed" as StaticString).hasBytes(name) { self = .assumed; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `PlaceRole`.
public enum PlaceRole: UInt8, ClosedVocabulary {
  /// Where it happened.
  case scene
  /// Where something came down.
  case impact
  /// What was hit on purpose.
  case target
  /// What was meant.
  case intendedTarget
  /// Where somebody or something came from.
  case origin
  /// Where it was fired.
  case launch
  /// Where it was dropped.
  case release
  /// What it passed.
  case route
  /// What lies near.
  case vicinity

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "PlaceRole")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .scene: "scene"
    case .impact: "impact"
    case .target: "target"
    case .intendedTarget: "intendedTarget"
    case .origin: "origin"
    case .launch: "launch"
    case .release: "release"
    case .route: "route"
    case .vicinity: "vicinity"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x8ADA49FBC8A09FB3: if ("scene" as StaticString).hasBytes(name) { self = .scene; return }
    case 0x7D1BC4880FEBC8F7: if ("impact" as StaticString).hasBytes(name) { self = .impact; return }
    case 0x16F3E46051EEE3E8: if ("target" as StaticString).hasBytes(name) { self = .target; return }
    case 0x207656FD9139DF9B: if ("intendedTarget" as StaticString).hasBytes(name) { self = .intendedTarget; return }
    case 0xB9EAE4FE785A14CF: if ("origin" as StaticString).hasBytes(name) { self = .origin; return }
    case 0x15B5B769B706FD66: if ("launch" as StaticString).hasBytes(name) { self = .launch; return }
    case 0xA63D4C9B882B10FE: if ("release" as StaticString).hasBytes(name) { self = .release; return }
    case 0x3127FB469F19EBDE: if ("route" as StaticString).hasBytes(name) { self = .route; return }
    case 0x290C6693234F545A: if ("vicinity" as StaticString).hasBytes(name) { self = .vicinity; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `PlaceRelation`.
public enum PlaceRelation: UInt8, ClosedVocabulary {
  /// At it.
  case at
  /// Within it.
  case `in`
  /// Near it.
  case near
  /// Between the two.
  case between
  /// Along it.
  case along
  /// In its direction.
  case towards
  /// Away from it.
  case from

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "PlaceRelation")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .at: "at"
    case .in: "in"
    case .near: "near"
    case .between: "between"
    case .along: "along"
    case .towards: "towards"
    case .from: "from"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x89C4E07B545A968: if ("at" as StaticString).hasBytes(name) { self = .at; return }
    case 0x8B73807B55C4BBE: if ("in" as StaticString).hasBytes(name) { self = .in; return }
    case 0xE58664BAA06E228F: if ("near" as StaticString).hasBytes(name) { self = .near; return }
    case 0x13F5793E33EBDA4F: if ("between" as StaticString).hasBytes(name) { self = .between; return }
    case 0x839302BB82439D6A: if ("along" as StaticString).hasBytes(name) { self = .along; return }
    case 0x4396AE83ACE2047: if ("towards" as StaticString).hasBytes(name) { self = .towards; return }
    case 0x7F845078D7A5C0B5: if ("from" as StaticString).hasBytes(name) { self = .from; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `PlacePrecision`.
public enum PlacePrecision: UInt8, ClosedVocabulary {
  /// The very spot.
  case exact
  /// Near a named place.
  case near
  /// A town or village.
  case settlement
  /// The third administrative level.
  case admin3
  /// The second.
  case admin2
  /// The first.
  case admin1
  /// A named area.
  case region
  /// The country.
  case country
  /// Along a line.
  case line
  /// At sea or on a lake.
  case water
  /// Not known.
  case unknown

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "PlacePrecision")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .exact: "exact"
    case .near: "near"
    case .settlement: "settlement"
    case .admin3: "admin3"
    case .admin2: "admin2"
    case .admin1: "admin1"
    case .region: "region"
    case .country: "country"
    case .line: "line"
    case .water: "water"
    case .unknown: "unknown"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x5A6DE2124DD2B924: if ("exact" as StaticString).hasBytes(name) { self = .exact; return }
    case 0xE58664BAA06E228F: if ("near" as StaticString).hasBytes(name) { self = .near; return }
    case 0xFDDEA81D4D0E990A: if ("settlement" as StaticString).hasBytes(name) { self = .settlement; return }
    case 0xAF659B59C3D6FB05: if ("admin3" as StaticString).hasBytes(name) { self = .admin3; return }
    case 0xAF659A59C3D6F952: if ("admin2" as StaticString).hasBytes(name) { self = .admin2; return }
    case 0xAF659959C3D6F79F: if ("admin1" as StaticString).hasBytes(name) { self = .admin1; return }
    case 0xC755A623F50A24DD: if ("region" as StaticString).hasBytes(name) { self = .region; return }
    case 0x7772757416326F71: if ("country" as StaticString).hasBytes(name) { self = .country; return }
    case 0xBF4BA5AD694F5907: if ("line" as StaticString).hasBytes(name) { self = .line; return }
    case 0xD3CACD4C82E5BE70: if ("water" as StaticString).hasBytes(name) { self = .water; return }
    case 0x498865C7BD1F3959: if ("unknown" as StaticString).hasBytes(name) { self = .unknown; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `PlaceBasis`.
public enum PlaceBasis: UInt8, ClosedVocabulary {
  /// The source says it.
  case source
  /// Looked up by name.
  case gazetteer
  /// Reckoned by a geocoder.
  case geocoded
  /// Assumed.
  case assumed

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "PlaceBasis")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .source: "source"
    case .gazetteer: "gazetteer"
    case .geocoded: "geocoded"
    case .assumed: "assumed"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x76DBDC228F782DB8: if ("source" as StaticString).hasBytes(name) { self = .source; return }
    case 0x336FFB205DB0704: if ("gazetteer" as StaticString).hasBytes(name) { self = .gazetteer; return }
    case 0x499264DEDF4D53F1: if ("geocoded" as StaticString).hasBytes(name) { self = .geocoded; return }
    case 0x524958D0D477B491: if ("assumed" as StaticString).hasBytes(name) { self = .assumed; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `Intent`.
public enum Intent: UInt8, ClosedVocabulary {
  /// Meant.
  case deliberate
  /// Not meant.
  case accidental
  /// Not meant, and avoidable.
  case negligent
  /// The sources contradict each other.
  case disputed
  /// Not known.
  case unknown

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "Intent")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .deliberate: "deliberate"
    case .accidental: "accidental"
    case .negligent: "negligent"
    case .disputed: "disputed"
    case .unknown: "unknown"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0xED42748D3FDB379E: if ("deliberate" as StaticString).hasBytes(name) { self = .deliberate; return }
    case 0x274874D7CBE03A99: if ("accidental" as StaticString).hasBytes(name) { self = .accidental; return }
    case 0xED4A7605F7303904: if ("negligent" as StaticString).hasBytes(name) { self = .negligent; return }
    case 0xF6052464E2CDE30D: if ("disputed" as StaticString).hasBytes(name) { self = .disputed; return }
    case 0x498865C7BD1F3959: if ("unknown" as StaticString).hasBytes(name) { self = .unknown; return }
    default: break
    }
    return nil
  }
}

/// A term of the open vocabulary `ParticipantKind`.
public struct ParticipantKind: OpenVocabulary {
  /// The term as it stands in a file.
  public var name: Text

  /// Makes a term of any text.
  @inlinable public init(_ name: Text) { self.name = name }

  /// A state.
  public static let state = Self("state")
  /// A government.
  public static let government = Self("government")
  /// Armed forces.
  public static let armedForces = Self("armedForces")
  /// Police.
  public static let police = Self("police")
  /// A militia.
  public static let militia = Self("militia")
  /// A rebel group.
  public static let rebelGroup = Self("rebelGroup")
  /// An ethnic or communal group.
  public static let communalGroup = Self("communalGroup")
  /// A criminal group.
  public static let criminalGroup = Self("criminalGroup")
  /// A political party.
  public static let party = Self("party")
  /// A company.
  public static let company = Self("company")
  /// Another organisation.
  public static let organisation = Self("organisation")
  /// Media.
  public static let media = Self("media")
  /// Civilians.
  public static let civilians = Self("civilians")
  /// A person.
  public static let person = Self("person")
  /// Nobody knows who.
  public static let unidentified = Self("unidentified")

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "ParticipantKind")
}

/// The terms of the closed vocabulary `ParticipantRole`.
public enum ParticipantRole: UInt8, ClosedVocabulary {
  /// Worked the weapon or vehicle.
  case `operator`
  /// Did it.
  case perpetrator
  /// Was aimed at and hit.
  case target
  /// Suffered from it.
  case victim
  /// Was aimed at.
  case intendedTarget
  /// Says that it did it.
  case claimant
  /// Is said to have done it.
  case accused
  /// Came to help.
  case responder
  /// Saw it.
  case witness
  /// Called for it.
  case organiser
  /// Belongs to a party.
  case associate
  /// Took part, direction not stated.
  case party

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "ParticipantRole")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .operator: "operator"
    case .perpetrator: "perpetrator"
    case .target: "target"
    case .victim: "victim"
    case .intendedTarget: "intendedTarget"
    case .claimant: "claimant"
    case .accused: "accused"
    case .responder: "responder"
    case .witness: "witness"
    case .organiser: "organiser"
    case .associate: "associate"
    case .party: "party"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x554667F2165FEC5D: if ("operator" as StaticString).hasBytes(name) { self = .operator; return }
    case 0x1E1671CC12042BD: if ("perpetrator" as StaticString).hasBytes(name) { self = .perpetrator; return }
    case 0x16F3E46051EEE3E8: if ("target" as StaticString).hasBytes(name) { self = .target; return }
    case 0x2B4FB9B471839815: if ("victim" as StaticString).hasBytes(name) { self = .victim; return }
    case 0x207656FD9139DF9B: if ("intendedTarget" as StaticString).hasBytes(name) { self = .intendedTarget; return }
    case 0xA3FF5A548A0682E8: if ("claimant" as StaticString).hasBytes(name) { self = .claimant; return }
    case 0x539A46664AFCB17B: if ("accused" as StaticString).hasBytes(name) { self = .accused; return }
    case 0xC12C4D89EFA76351: if ("responder" as StaticString).hasBytes(name) { self = .responder; return }
    case 0xAC4A61AC2E59CBCC: if ("witness" as StaticString).hasBytes(name) { self = .witness; return }
    case 0xCEF0B99255079061: if ("organiser" as StaticString).hasBytes(name) { self = .organiser; return }
    case 0x7F8A610358097925: if ("associate" as StaticString).hasBytes(name) { self = .associate; return }
    case 0xC51A3A7A1F962F7: if ("party" as StaticString).hasBytes(name) { self = .party; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `Certainty`.
public enum Certainty: UInt8, ClosedVocabulary {
  /// The source says it as a fact.
  case stated
  /// We conclude it.
  case inferred
  /// Somebody says it.
  case alleged
  /// Somebody denies it.
  case disputed
  /// Not known.
  case unknown

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "Certainty")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .stated: "stated"
    case .inferred: "inferred"
    case .alleged: "alleged"
    case .disputed: "disputed"
    case .unknown: "unknown"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0xC50C766D6CF084B6: if ("stated" as StaticString).hasBytes(name) { self = .stated; return }
    case 0x4BFC6E7F8E17AA96: if ("inferred" as StaticString).hasBytes(name) { self = .inferred; return }
    case 0xD32005C82D09ACAD: if ("alleged" as StaticString).hasBytes(name) { self = .alleged; return }
    case 0xF6052464E2CDE30D: if ("disputed" as StaticString).hasBytes(name) { self = .disputed; return }
    case 0x498865C7BD1F3959: if ("unknown" as StaticString).hasBytes(name) { self = .unknown; return }
    default: break
    }
    return nil
  }
}

/// A term of the open vocabulary `MunitionClass`.
public struct MunitionClass: OpenVocabulary {
  /// The term as it stands in a file.
  public var name: Text

  /// Makes a term of any text.
  @inlinable public init(_ name: Text) { self.name = name }

  /// A bomb dropped from the air.
  public static let aerialBomb = Self("aerialBomb")
  /// A bomb that glides.
  public static let glideBomb = Self("glideBomb")
  /// A cruise missile.
  public static let cruiseMissile = Self("cruiseMissile")
  /// A ballistic missile.
  public static let ballisticMissile = Self("ballisticMissile")
  /// Another missile.
  public static let missile = Self("missile")
  /// An unguided rocket.
  public static let rocket = Self("rocket")
  /// A shell of a gun or howitzer.
  public static let shell = Self("shell")
  /// A mortar round.
  public static let mortar = Self("mortar")
  /// A drone that attacks.
  public static let drone = Self("drone")
  /// A grenade.
  public static let grenade = Self("grenade")
  /// A land mine.
  public static let landmine = Self("landmine")
  /// An improvised explosive device.
  public static let ied = Self("ied")
  /// A bomb in a vehicle.
  public static let vehicleBomb = Self("vehicleBomb")
  /// A cluster munition.
  public static let cluster = Self("cluster")
  /// An incendiary.
  public static let incendiary = Self("incendiary")
  /// A torpedo.
  public static let torpedo = Self("torpedo")
  /// A naval mine.
  public static let navalMine = Self("navalMine")
  /// A chemical agent.
  public static let chemical = Self("chemical")
  /// A gun that one person carries.
  public static let smallArms = Self("smallArms")
  /// A knife or sword.
  public static let blade = Self("blade")
  /// Something else.
  public static let other = Self("other")
  /// Not known.
  public static let unknown = Self("unknown")

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "MunitionClass")
}

/// The terms of the closed vocabulary `MunitionState`.
public enum MunitionState: UInt8, ClosedVocabulary {
  /// It went off.
  case detonated
  /// It did not.
  case unexploded
  /// It went off in part.
  case partial
  /// It was stopped.
  case intercepted
  /// Not known.
  case unknown

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "MunitionState")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .detonated: "detonated"
    case .unexploded: "unexploded"
    case .partial: "partial"
    case .intercepted: "intercepted"
    case .unknown: "unknown"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x7F16BB8FB5AFE08F: if ("detonated" as StaticString).hasBytes(name) { self = .detonated; return }
    case 0xF4458F636148ED51: if ("unexploded" as StaticString).hasBytes(name) { self = .unexploded; return }
    case 0xB5D43E6C2878BC7A: if ("partial" as StaticString).hasBytes(name) { self = .partial; return }
    case 0xEE1E30FF5E114FFC: if ("intercepted" as StaticString).hasBytes(name) { self = .intercepted; return }
    case 0x498865C7BD1F3959: if ("unknown" as StaticString).hasBytes(name) { self = .unknown; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `HarmStatus`.
public enum HarmStatus: UInt8, ClosedVocabulary {
  /// Harm is reported.
  case reported
  /// The source says that there was none.
  case none
  /// The source says that it does not know.
  case unknown
  /// The source prints a number that nobody affirms, such as the 0 of a table.
  case unstated

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "HarmStatus")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .reported: "reported"
    case .none: "none"
    case .unknown: "unknown"
    case .unstated: "unstated"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x1CD3F4462020234A: if ("reported" as StaticString).hasBytes(name) { self = .reported; return }
    case 0x3C0D17BAD169557B: if ("none" as StaticString).hasBytes(name) { self = .none; return }
    case 0x498865C7BD1F3959: if ("unknown" as StaticString).hasBytes(name) { self = .unknown; return }
    case 0xB7114909F083B851: if ("unstated" as StaticString).hasBytes(name) { self = .unstated; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `Outcome`.
public enum Outcome: UInt8, ClosedVocabulary {
  /// Dead.
  case killed
  /// Hurt.
  case wounded
  /// Not found.
  case missing
  /// Held by an authority.
  case detained
  /// Taken away.
  case abducted
  /// Driven from home.
  case displaced
  /// Otherwise concerned.
  case affected

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "Outcome")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .killed: "killed"
    case .wounded: "wounded"
    case .missing: "missing"
    case .detained: "detained"
    case .abducted: "abducted"
    case .displaced: "displaced"
    case .affected: "affected"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x6E037DCF331164F0: if ("killed" as StaticString).hasBytes(name) { self = .killed; return }
    case 0x4C1F5002A2AA70B9: if ("wounded" as StaticString).hasBytes(name) { self = .wounded; return }
    case 0x8A56A8C8BD19C9C7: if ("missing" as StaticString).hasBytes(name) { self = .missing; return }
    case 0xED9D3AE16FB93C6B: if ("detained" as StaticString).hasBytes(name) { self = .detained; return }
    case 0x2B9F1D441D54650B: if ("abducted" as StaticString).hasBytes(name) { self = .abducted; return }
    case 0xDD57B4F8ECC8F956: if ("displaced" as StaticString).hasBytes(name) { self = .displaced; return }
    case 0x990305EA69710BB9: if ("affected" as StaticString).hasBytes(name) { self = .affected; return }
    default: break
    }
    return nil
  }
}

/// A term of the open vocabulary `CasualtyGroup`.
public struct CasualtyGroup: OpenVocabulary {
  /// The term as it stands in a file.
  public var name: Text

  /// Makes a term of any text.
  @inlinable public init(_ name: Text) { self.name = name }

  /// Civilians.
  public static let civilian = Self("civilian")
  /// Fighters.
  public static let combatant = Self("combatant")
  /// Soldiers.
  public static let military = Self("military")
  /// Police.
  public static let police = Self("police")
  /// Aid workers.
  public static let aidWorker = Self("aidWorker")
  /// Journalists.
  public static let journalist = Self("journalist")
  /// Children.
  public static let child = Self("child")
  /// Not known.
  public static let unknown = Self("unknown")

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "CasualtyGroup")
}

/// The terms of the closed vocabulary `DamageExtent`.
public enum DamageExtent: UInt8, ClosedVocabulary {
  /// Slight.
  case minor
  /// Can be mended.
  case moderate
  /// Hardly to be mended.
  case severe
  /// Lost.
  case destroyed
  /// Not known.
  case unknown

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "DamageExtent")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .minor: "minor"
    case .moderate: "moderate"
    case .severe: "severe"
    case .destroyed: "destroyed"
    case .unknown: "unknown"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x81A1AF62B7D5740E: if ("minor" as StaticString).hasBytes(name) { self = .minor; return }
    case 0x6374EDB9C203B720: if ("moderate" as StaticString).hasBytes(name) { self = .moderate; return }
    case 0xE4B5F3607F485: if ("severe" as StaticString).hasBytes(name) { self = .severe; return }
    case 0x8040D032729AAA0C: if ("destroyed" as StaticString).hasBytes(name) { self = .destroyed; return }
    case 0x498865C7BD1F3959: if ("unknown" as StaticString).hasBytes(name) { self = .unknown; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `RelationKind`.
public enum RelationKind: UInt8, ClosedVocabulary {
  /// Is a part of it.
  case partOf
  /// Brought it about.
  case causes
  /// Was brought about by it.
  case causedBy
  /// Came after it.
  case followUpTo
  /// Belongs to the same series.
  case sameSeries
  /// Is the same.
  case duplicateOf
  /// Cannot both be.
  case contradicts
  /// Has to do with it.
  case related

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "RelationKind")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .partOf: "partOf"
    case .causes: "causes"
    case .causedBy: "causedBy"
    case .followUpTo: "followUpTo"
    case .sameSeries: "sameSeries"
    case .duplicateOf: "duplicateOf"
    case .contradicts: "contradicts"
    case .related: "related"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0xE7DE86D83A8E97E5: if ("partOf" as StaticString).hasBytes(name) { self = .partOf; return }
    case 0xC126B457DCAAA5E9: if ("causes" as StaticString).hasBytes(name) { self = .causes; return }
    case 0x16E19A12A9F98309: if ("causedBy" as StaticString).hasBytes(name) { self = .causedBy; return }
    case 0x977DF1D6305985CC: if ("followUpTo" as StaticString).hasBytes(name) { self = .followUpTo; return }
    case 0xB194D6E5C448A6D2: if ("sameSeries" as StaticString).hasBytes(name) { self = .sameSeries; return }
    case 0xCD736E4EEFC842E7: if ("duplicateOf" as StaticString).hasBytes(name) { self = .duplicateOf; return }
    case 0x7B5F2078E4439275: if ("contradicts" as StaticString).hasBytes(name) { self = .contradicts; return }
    case 0x402A34BAAB36D078: if ("related" as StaticString).hasBytes(name) { self = .related; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `VerificationStatus`.
public enum VerificationStatus: UInt8, ClosedVocabulary {
  /// Nobody has checked.
  case unverified
  /// In part.
  case partly
  /// Checked and found right.
  case verified
  /// Checked with differing results.
  case disputed
  /// Checked and found wrong.
  case refuted

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "VerificationStatus")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .unverified: "unverified"
    case .partly: "partly"
    case .verified: "verified"
    case .disputed: "disputed"
    case .refuted: "refuted"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x4B8701E4B2749E82: if ("unverified" as StaticString).hasBytes(name) { self = .unverified; return }
    case 0xE84197D83AE33223: if ("partly" as StaticString).hasBytes(name) { self = .partly; return }
    case 0xB64C8390AA317E05: if ("verified" as StaticString).hasBytes(name) { self = .verified; return }
    case 0xF6052464E2CDE30D: if ("disputed" as StaticString).hasBytes(name) { self = .disputed; return }
    case 0xB1DF3C79DBFB52B2: if ("refuted" as StaticString).hasBytes(name) { self = .refuted; return }
    default: break
    }
    return nil
  }
}

/// A term of the open vocabulary `VerificationMethod`.
public struct VerificationMethod: OpenVocabulary {
  /// The term as it stands in a file.
  public var name: Text

  /// Makes a term of any text.
  @inlinable public init(_ name: Text) { self.name = name }

  /// The place was found from pictures.
  public static let geolocation = Self("geolocation")
  /// The time was found from pictures.
  public static let chronolocation = Self("chronolocation")
  /// An authority confirmed it.
  public static let official = Self("official")
  /// Independent sources agree.
  public static let multipleSources = Self("multipleSources")
  /// Somebody went there.
  public static let onSite = Self("onSite")
  /// Pictures show it.
  public static let imagery = Self("imagery")

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "VerificationMethod")
}

/// The terms of the closed vocabulary `Stance`.
public enum Stance: UInt8, ClosedVocabulary {
  /// Says that it is so.
  case reports
  /// Says that another was right.
  case confirms
  /// Says that it is so, against its own interest.
  case admits
  /// Says that it did it.
  case claimsResponsibility
  /// Says that it is not so.
  case denies
  /// Says that another did it.
  case blames
  /// Thinks that it may be so.
  case speculates
  /// Says nothing though asked.
  case declines
  /// Takes back what it said.
  case retracts
  /// Asks others to do something.
  case urges

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "Stance")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .reports: "reports"
    case .confirms: "confirms"
    case .admits: "admits"
    case .claimsResponsibility: "claimsResponsibility"
    case .denies: "denies"
    case .blames: "blames"
    case .speculates: "speculates"
    case .declines: "declines"
    case .retracts: "retracts"
    case .urges: "urges"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x11AB2D8BA31717E8: if ("reports" as StaticString).hasBytes(name) { self = .reports; return }
    case 0xA66DF14AC627F7D4: if ("confirms" as StaticString).hasBytes(name) { self = .confirms; return }
    case 0xAF1A5359C3969533: if ("admits" as StaticString).hasBytes(name) { self = .admits; return }
    case 0xD43E3ADE630FFBBA: if ("claimsResponsibility" as StaticString).hasBytes(name) { self = .claimsResponsibility; return }
    case 0xAE36254E0A576DBF: if ("denies" as StaticString).hasBytes(name) { self = .denies; return }
    case 0x298590D100D03A95: if ("blames" as StaticString).hasBytes(name) { self = .blames; return }
    case 0x3AE79C2FA40E66B2: if ("speculates" as StaticString).hasBytes(name) { self = .speculates; return }
    case 0xEC3BD184D6DCFE7E: if ("declines" as StaticString).hasBytes(name) { self = .declines; return }
    case 0x1EDF01A28B615C9F: if ("retracts" as StaticString).hasBytes(name) { self = .retracts; return }
    case 0xDE0026653749A6A3: if ("urges" as StaticString).hasBytes(name) { self = .urges; return }
    default: break
    }
    return nil
  }
}

/// The terms of the closed vocabulary `OffsetUnit`.
public enum OffsetUnit: UInt8, ClosedVocabulary {
  /// Unicode scalar values.
  case scalar
  /// Bytes of UTF-8.
  case utf8

  /// What the schema says of the vocabulary.
  public static let declaration = Schema.vocabulary(called: "OffsetUnit")

  /// The term as it stands in a file.
  @inlinable public var name: StaticString {
    switch self {
    case .scalar: "scalar"
    case .utf8: "utf8"
    }
  }

  /// The term called `name`, or nil.
  @inlinable
  public init?(utf8 name: Span<UInt8>) {
    switch nameHash(name) {
    case 0x5DAB01B8216B7BDD: if ("scalar" as StaticString).hasBytes(name) { self = .scalar; return }
    case 0x844CF3E406933252: if ("utf8" as StaticString).hasBytes(name) { self = .utf8; return }
    default: break
    }
    return nil
  }
}

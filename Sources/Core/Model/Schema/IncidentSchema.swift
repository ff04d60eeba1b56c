extension Schema {
  static let incident = ObjectDeclaration(
    "Incident", record: "incident",
    "Something that happened. It names the reports that it rests on by id and can be read without them.",
    [
      FieldDeclaration(
        "id", .text(.uri), required: true, "The incident's identifier, the same whenever the same source is read.",
        example: "urn:uuid:194836ae-2098-5385-88f7-b288e31c0954"),
      FieldDeclaration(
        "externalIDs", .text(.curie), each: "externalID", "Every identifier that the source gives, verbatim.",
        example: "acled:BEN669"),
      FieldDeclaration("title", .text(.plain), "One line that names it.", example: "Missile falls in a field"),
      FieldDeclaration(
        "titleDerived", .flag, "A reader of ours made the title; absent where it is the source's own.", example: "true"),
      FieldDeclaration(
        "summary", .text(.plain), "The source's narrative, or its sentences about this incident, verbatim.",
        example: "A missile came down in an empty field."),
      FieldDeclaration("language", .text(.language), "The language of title and summary.", example: "en"),
      FieldDeclaration(
        "kind", .text(.taxonomy), "What happened, coarse to fine; the terms are in `vocabulary.md`.",
        example: "force.missile"),
      FieldDeclaration(
        "codes", .object("Code"), each: "code",
        "The source's own codes for it. Codes that we map to are reckoned when writing, and not kept."),
      FieldDeclaration("stage", .term("Stage"), "How far it went.", example: "occurred"),
      FieldDeclaration("when", .object("When"), "When it happened."),
      FieldDeclaration("places", .object("Place"), each: "place", "Where it happened, and other places in it."),
      FieldDeclaration("cause", .object("Cause"), "Why it happened."),
      FieldDeclaration("participants", .object("Participant"), each: "participant", "Who took part or suffered."),
      FieldDeclaration("munitions", .object("Munition"), each: "munition", "What it was done with."),
      FieldDeclaration(
        "casualties", .object("Casualty"), each: "casualty",
        "Harm to people. An entry without group and side is a total; parts need not add up to it."),
      FieldDeclaration("damage", .object("Damage"), each: "damage", "Harm to things."),
      FieldDeclaration("claims", .object("Claim"), each: "claim", "Who says what about it."),
      FieldDeclaration("relations", .object("Relation"), each: "relation", "How it stands to other incidents."),
      FieldDeclaration("verification", .object("Verification"), "Whether and how it has been checked."),
      FieldDeclaration("revision", .object("Revision"), "The history of this record."),
      FieldDeclaration(
        "reports", .object("ReportReference"), each: "report",
        "The reports that it rests on, by id, or as a citation where there is no record of them."),
      FieldDeclaration(
        "evidence", .object("Evidence"), each: "evidence", "Where in a text each value comes from, and by which rule."),
      FieldDeclaration("extras", .extras, "What the source had and the schema has no field for."),
    ])

  static let tombstone = ObjectDeclaration(
    "Tombstone", record: "tombstone", "A record that is withdrawn.",
    [
      FieldDeclaration(
        "id", .text(.uri), required: true, "The id of the withdrawn record.",
        example: "urn:uuid:ad8b2bd3-5ee1-5ecb-aabe-d019c36694b0"),
      FieldDeclaration("recordType", .term("RecordType"), "What the record was.", example: "incident"),
      FieldDeclaration(
        "externalIDs", .text(.curie), each: "externalID", "The identifiers that it had at its source.",
        example: "acled:BEN669"),
      FieldDeclaration("withdrawn", .instant, "When it was withdrawn.", example: "2023-02-14T00:00:00Z"),
      FieldDeclaration("reason", .text(.plain), "Why.", example: "deleted at source"),
      FieldDeclaration(
        "replacedBy", .text(.uri), "The id of the record that takes its place.", example: "urn:example:2"),
      FieldDeclaration("extras", .extras, "What the source had and the schema has no field for."),
    ])

  static let incidentObjects = [
    ObjectDeclaration(
      "Code", "A code of the source.",
      [
        FieldDeclaration("scheme", .text(.plain), "The scheme that the code belongs to.", example: "acled.event_type"),
        FieldDeclaration("code", .text(.plain), "The code, verbatim.", example: "Battles"),
        FieldDeclaration("label", .text(.plain), "What the source calls it.", example: "state-based"),
      ]),
    ObjectDeclaration(
      "When", "When an incident happened, as precisely as is known and no more.",
      [
        FieldDeclaration("date", .date, "The day, month, year, interval or set of days.", example: "2024-01-13"),
        FieldDeclaration("dateBasis", .term("DateBasis"), "How the date is known.", example: "inferred"),
        FieldDeclaration("partOfDay", .term("PartOfDay"), "The part of the day.", example: "evening"),
        FieldDeclaration("time", .clockTime, "The local time on the clock.", example: "22:15"),
        FieldDeclaration(
          "earliest", .instant,
          "The start of the span in which it happened, where narrower than date, part and time say.",
          example: "2024-01-13T22:00:00+03:00"),
        FieldDeclaration(
          "latest", .instant, "The end of that span, not within it.", example: "2024-01-13T22:30:00+03:00"),
        FieldDeclaration(
          "timeZone", .text(.timeZone), "The zone of the clock, an IANA name.", example: "Europe/Moscow"),
        FieldDeclaration("timeZoneBasis", .term("TimeZoneBasis"), "How the zone is known.", example: "place"),
        FieldDeclaration(
          "text", .text(.plain), "The source's words; parts that stand apart joined by ` … `.",
          example: "on January 13 … in the evening"),
      ]),
    ObjectDeclaration(
      "Place", "A place, and its part in the incident.",
      [
        FieldDeclaration("role", .term("PlaceRole"), "Its part.", example: "impact"),
        FieldDeclaration("name", .text(.plain), "Its proper name.", example: "Rubezhnoye"),
        FieldDeclaration("text", .text(.plain), "The source's phrase.", example: "the town of Rubezhnoye"),
        FieldDeclaration(
          "relation", .term("PlaceRelation"), "How it lies to the places in `relatedTo`.", example: "between"),
        FieldDeclaration(
          "relatedTo", .text(.plain), each: "relatedTo", "The places that `relation` refers to.", example: "Pavlovskaya"
        ),
        FieldDeclaration(
          "settlement", .text(.plain), "The town or village, as the source says.", example: "Rubezhnoye"),
        FieldDeclaration(
          "admin3", .text(.plain), "The third administrative level below the country.", example: "Djougou III"),
        FieldDeclaration("admin2", .text(.plain), "The second administrative level.", example: "Copargo"),
        FieldDeclaration(
          "admin1", .text(.plain), "The first administrative level, as the source says.", example: "Donga"),
        FieldDeclaration("admin1Code", .text(.subdivision), "Its code.", example: "BJ-DO"),
        FieldDeclaration("region", .text(.plain), "A named area that is no administrative level.", example: "Donbas"),
        FieldDeclaration("country", .text(.country), "The country's code.", example: "UA"),
        FieldDeclaration(
          "countryName", .text(.plain), "The country's name, where the source prints it.", example: "Benin"),
        FieldDeclaration(
          "longitude", .decimal(-180...180), "Degrees east of Greenwich (WGS 84); never without latitude.",
          example: "38.37972"),
        FieldDeclaration(
          "latitude", .decimal(-90...90), "Degrees north of the equator (WGS 84); never without longitude.",
          example: "49.00849"),
        FieldDeclaration(
          "geometry", .json, "A GeoJSON geometry (RFC 7946) that is not a point.",
          example: "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}"),
        FieldDeclaration(
          "precision", .term("PlacePrecision"), "How precisely the place is known.", example: "settlement"),
        FieldDeclaration(
          "radius", .decimal(0...40_075_017), "The distance from the coordinates, in metres, within which it lies.",
          example: "6200"),
        FieldDeclaration(
          "basis", .term("PlaceBasis"), "Where the coordinates or the names come from.", example: "gazetteer"),
      ]),
    ObjectDeclaration(
      "Cause", "Why an incident happened.",
      [
        FieldDeclaration("intent", .term("Intent"), "Whether it was meant.", example: "accidental"),
        FieldDeclaration("mechanism", .text(.plain), "How it came about.", example: "emergency discharge"),
      ]),
    ObjectDeclaration(
      "Participant", "Somebody who took part in an incident or suffered from it.",
      [
        FieldDeclaration("name", .text(.plain), "The name as the source gives it.", example: "Russia"),
        FieldDeclaration("kind", .term("ParticipantKind"), "What sort of party it is.", example: "state"),
        FieldDeclaration("country", .text(.country), "The country that it belongs to.", example: "RU"),
        FieldDeclaration(
          "roles", .term("ParticipantRole"), each: "role", "What it did or suffered.", example: "operator"),
        FieldDeclaration(
          "side", .text(.plain), "The slot in which the source lists it: a position, never a meaning.", example: "1"),
        FieldDeclaration("certainty", .term("Certainty"), "How surely it took part.", example: "stated"),
        FieldDeclaration(
          "externalIDs", .text(.curie), each: "externalID", "Its identifiers at the source.", example: "ucdp.actor:57"),
      ]),
    ObjectDeclaration(
      "Munition", "A weapon or munition, or what carried it.",
      [
        FieldDeclaration("class", .term("MunitionClass"), "What sort it is.", example: "aerialBomb"),
        FieldDeclaration("designation", .text(.plain), "The type, as the source names it.", example: "FAB-250"),
        FieldDeclaration("platform", .text(.plain), "What carried or fired it.", example: "warplane"),
        FieldDeclaration("low", .integer(0...Int.max), "The lowest number reported.", example: "1"),
        FieldDeclaration("best", .integer(0...Int.max), "The number reported, or the likeliest.", example: "2"),
        FieldDeclaration("high", .integer(0...Int.max), "The highest number reported.", example: "3"),
        FieldDeclaration("state", .term("MunitionState"), "What became of it.", example: "detonated"),
      ]),
    ObjectDeclaration(
      "Casualty", "People harmed, or the statement that nobody was.",
      [
        FieldDeclaration("status", .term("HarmStatus"), required: true, "What is known.", example: "reported"),
        FieldDeclaration("outcome", .term("Outcome"), "The harm; absent is any.", example: "killed"),
        FieldDeclaration("group", .term("CasualtyGroup"), "Who they were; absent is all.", example: "civilian"),
        FieldDeclaration("side", .text(.plain), "The side they belonged to, as the source numbers it.", example: "a"),
        FieldDeclaration("low", .integer(0...Int.max), "The lowest number reported.", example: "2"),
        FieldDeclaration("best", .integer(0...Int.max), "The number reported, or the likeliest.", example: "3"),
        FieldDeclaration("high", .integer(0...Int.max), "The highest number reported.", example: "14"),
        FieldDeclaration(
          "qualifier", .text(.plain), "The words that go with the number, or stand for it.", example: "at least"),
      ]),
    ObjectDeclaration(
      "Damage", "Things harmed, or the statement that nothing was.",
      [
        FieldDeclaration("status", .term("HarmStatus"), required: true, "What is known.", example: "none"),
        FieldDeclaration("object", .text(.plain), "What was harmed.", example: "private homes"),
        FieldDeclaration("extent", .term("DamageExtent"), "How badly.", example: "destroyed"),
        FieldDeclaration("low", .integer(0...Int.max), "The lowest number of objects reported.", example: "8"),
        FieldDeclaration("best", .integer(0...Int.max), "The number of objects reported.", example: "9"),
        FieldDeclaration("high", .integer(0...Int.max), "The highest number of objects reported.", example: "12"),
        FieldDeclaration("text", .text(.plain), "The source's words.", example: "Several private homes were damaged"),
      ]),
    ObjectDeclaration(
      "Relation", "How an incident stands to another.",
      [
        FieldDeclaration(
          "relation", .term("RelationKind"), "The relation, from this incident to the target.", example: "partOf"),
        FieldDeclaration(
          "target", .text(.plain), "The other's id, or its identifier at the source.", example: "ucdp.conflict:13243"),
        FieldDeclaration("label", .text(.plain), "What the source calls it.", example: "Border war"),
      ]),
    ObjectDeclaration(
      "Verification", "Whether and how an incident has been checked.",
      [
        FieldDeclaration("status", .term("VerificationStatus"), "The result.", example: "partly"),
        FieldDeclaration("methods", .term("VerificationMethod"), each: "method", "How.", example: "geolocation"),
      ]),
    ObjectDeclaration(
      "Revision", "The history of a record.",
      [
        FieldDeclaration("version", .integer(0...Int.max), "The count of versions.", example: "3"),
        FieldDeclaration("status", .term("ReportStatus"), "Whether the record may be used.", example: "usable"),
        FieldDeclaration("created", .instant, "When it was first written.", example: "2022-05-24T08:00:00Z"),
        FieldDeclaration("modified", .instant, "When it was last changed.", example: "2022-05-30T17:36:40Z"),
        FieldDeclaration(
          "replaces", .text(.uri), each: "replaces", "The ids of records that it replaces.", example: "urn:example:1"),
        FieldDeclaration("reason", .text(.plain), "Why it was changed.", example: "count corrected"),
      ]),
    ObjectDeclaration(
      "ReportReference", "A report that an incident rests on.",
      [
        FieldDeclaration(
          "id", .text(.uri), "The id of a report record.", example: "urn:uuid:59877036-a368-5dd5-bc52-8491d19e6775"),
        FieldDeclaration("publisher", .text(.plain), "Who published it.", example: "Northern Wire"),
        FieldDeclaration("published", .dateOrInstant, "When.", example: "2022-11-07"),
        FieldDeclaration("headline", .text(.plain), "Its headline.", example: "Fighting in the south"),
        FieldDeclaration("url", .text(.uri), "Its address.", example: "https://example.org/a/17"),
      ]),
  ]
}

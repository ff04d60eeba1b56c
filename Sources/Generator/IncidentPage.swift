import DatelineCore
import DatelineSchemas

/// `Specs/incident.md`: the schema for people.
struct IncidentPage {
  let schema: Schema

  /// The page.
  var text: String {
    let records = schema.lines.map { "- [`\($0.recordType ?? "")`](#\(anchor($0))): \(firstSentence($0.meaning))\n" }
    return Self.introduction.replacing("{version}", with: "\(Schema.version)")
      .replacing("{records}", with: records.joined())
      + "\n## Records\n" + schema.lines.map(section).joined()
      + "\n## Objects\n" + schema.objects.filter { $0.recordType == nil }.map(section).joined()
      + "\n## Vocabularies\n\n" + Self.vocabularyNote + schema.vocabularies.map(section).joined()
  }

  private func anchor(_ object: ObjectDeclaration) -> String { object.title.lowercased() }

  private func firstSentence(_ text: StaticString) -> String {
    let text = "\(text)"
    return text.firstRange(of: ". ").map { String(text[..<$0.lowerBound]) + "." } ?? text
  }

  private func section(_ object: ObjectDeclaration) -> String {
    var text = "\n### \(object.title)\n\n\(object.meaning)\n\n"
    if let type = object.recordType { text += "In JSON its first key is `\"type\":\"\(type)\"`.\n\n" }
    text += "| key | type | meaning | example |\n|---|---|---|---|\n"
    for field in object.fields {
      let name = "`\(field.name)`" + (field.isRequired ? " **!**" : "")
      text += "| \(name) | \(type(of: field)) | \(cell("\(field.meaning)")) | \(example(of: field)) |\n"
    }
    return text
  }

  private func section(_ vocabulary: VocabularyDeclaration) -> String {
    let fields = schema.objects.flatMap { object in
      object.fields.filter { if case .term(let name) = $0.type { "\(name)" == "\(vocabulary.name)" } else { false } }
        .map { "`\(object.title).\($0.name)`" }
    }
    return
      "\n### \(vocabulary.name)\n\nOf \(fields.joined(separator: ", ")). \(vocabulary.isOpen ? "Open" : "Closed").\n\n"
      + "| term | meaning |\n|---|---|\n"
      + vocabulary.terms.map { "| `\($0.name)` | \(cell("\($0.meaning)")) |\n" }.joined()
  }

  private func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  private func example(of field: FieldDeclaration) -> String {
    let example = "\(field.example)"
    return example.isEmpty ? "" : "`\(cell(example))`"
  }

  private func type(of field: FieldDeclaration) -> String {
    let type = valueType(field.type)
    return field.isList ? "list of \(type)<br>each a `\(field.itemName)`" : type
  }

  private func valueType(_ type: FieldType) -> String {
    switch type {
    case .text(let format): Self.textFormats[format] ?? "text"
    case .integer(let range):
      range.upperBound == .max ? "whole number, \(range.lowerBound) or more" : "whole number, \(bounds(range))"
    case .decimal(let range): "number, \(Int(range.lowerBound)) to \(Int(range.upperBound))"
    case .flag: "`true`"
    case .date: "[date](edtf.md)"
    case .instant: "instant"
    case .dateOrInstant: "[date](edtf.md) or instant"
    case .clockTime: "clock time"
    case .term(let name): "[\(name)](#\("\(name)".lowercased()))"
    case .scalar: "JSON text, number, `true` or `false`"
    case .json: "JSON object"
    case .extras: "[extras](#extras)"
    case .object(let name): "[\(name)](#\("\(name)".lowercased()))"
    }
  }

  private func bounds(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) to \(range.upperBound)" }

  private static let textFormats: [TextFormat: String] = [
    .uri: "URI", .curie: "scheme and id", .language: "language (BCP 47)", .pointer: "[pointer](#pointers)",
    .timeZone: "time zone (IANA)", .country: "country (ISO 3166-1 alpha-2)", .subdivision: "subdivision (ISO 3166-2)",
    .taxonomy: "kind, words joined by dots", .mediaType: "media type",
  ]

  private static let vocabularyNote = """
    A closed vocabulary takes no other term: a reader reports one and keeps it in `extras`. An open one keeps any text.

    """

  private static let introduction = #"""
    <!-- Written by dateline-generate from Schema.standard. Change the schema, not this file. -->

    # The canonical schema, version {version}

    A document is a header and a stream of records:

    {records}
    A report makes claims about incidents; an incident names the reports that it rests on. The forms in which documents
    are written (JSON, lines of JSON, CSV, XML, iCalendar, labelled text) hold the same records, and any of them gives a
    record back as it was.

    ## How to read this page

    - **!** marks a field that every such object has. All others may be absent, and absent is the only way to say
      nothing: no form writes `null`, an empty text, an empty list or an object without fields.
    - Fields are listed in canonical order, in which every form writes them.
    - **Text** is never empty, and holds the characters of XML 1.0, so no control characters but tab and LF, and LF as
      its only line end. Readers repair other text and report it. Texts are equal where their bytes are: nothing is
      normalised. *URI*, *country* and the like say what a text should be; a reader keeps one that is something else.
    - **Dates** are EDTF expressions, of any precision: see [edtf.md](edtf.md).
    - **Instants** are RFC 3339 date-times to the second or finer, such as `2024-01-13T22:15:00+03:00`. The offset is left
      out where no zone is known; `Z`, `+00:00` and `-00:00` are kept apart, as are digits of the fraction.
    - **Clock times** are `HH:MM` or `HH:MM:SS`, as the clocks at the place show them.
    - **Numbers** are equal by value. Whole numbers go up to 9223372036854775807.
    - **Scheme and id**: `acled:BEN669`, split at the first colon; the id is verbatim.

    ## What always holds

    - Objects nest two levels: a record has objects and lists of objects; those hold single values and lists of texts.
      `geometry` and `extras` are JSON that nobody looks into.
    - Nothing is invented. A day, a zone or a zero that the source does not give is absent. *Unknown* (the source says that
      it does not know), *none* (it says that there was none) and absent (it says nothing) are three things.
    - A total need not be the sum of its parts, and `low` may exceed `best`: sources are kept as they are. `dateline
      validate` warns.
    - Longitude and latitude come together or not at all.

    ## Identifiers

    `id` is a URI, the same whenever the same source is read again. Ids that Dateline makes are UUIDs of version 5
    (RFC 9562): the namespace is the UUID of the name `urn:dateline:1` in the URL namespace, and the name is
    `recordType:scheme:id at the source`, such as `incident:acled:BEN669`. For an article without an id the scheme is
    `article` and its text is the id. An incident that is read from prose is named `incident:`, the report's id, `#` and
    the offset of the words that tell of it, so that finding one incident more or less renames no other.

    ## Order

    The header comes first, then each report before the incidents that name it. Readers do not rely on it: an incident
    stands for itself.

    ## Pointers

    `claims[].field` and `evidence[].field` are JSON Pointers (RFC 6901) into the same record, as canonical JSON has it:
    `/when/date`, `/places/0/country`. In a claim, absent is the whole record.

    ## Evidence

    Each entry gives the words that a value comes from, as the half-open span from `start` up to `end`.

    - In a report, the offsets count in the report's text: the texts of `body`, joined by two LF.
    - In an incident with `report`, they count in that report's text; without it, in the incident's own `summary`.
    - `unit` says what is counted: Unicode scalar values, or bytes of UTF-8.
    - `quote` repeats the words; it is left out only where the value is these words.

    A value may have several entries, such as the words for the day and those for the year.

    ## Extras

    What a source had and this schema has no field for, in the source's order. A key is `scheme.field`, such as
    `acled.inter1`, and the value is any JSON value, kept as written but for space.

    A reader also keeps here what it could not put into a field, under the JSON Pointer of its place in the record: a key
    that this version does not know (`/places/0/altitude`), a value of the wrong kind, or the second value of a key that
    stands twice. Where a name is taken, `#2`, `#3` and so on are added. Each is reported.

    ## Versions

    The header's `schemaVersion` is `major.minor`. A newer minor version adds optional fields and terms: a reader of an
    older one reads it, says so, and keeps the new fields in `extras`. A newer major version is refused. What version
    1.0 has written stays readable.

    """#
}

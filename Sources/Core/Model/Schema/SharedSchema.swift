extension Schema {
  /// Objects that reports and incidents share.
  static let sharedObjects = [
    ObjectDeclaration(
      "Claim", "What somebody says about an incident, or about one field of it.",
      [
        FieldDeclaration(
          "field", .text(.pointer), "The field that it is about; absent is the whole record.", example: "/cause/intent"),
        FieldDeclaration("stance", .term("Stance"), required: true, "What the speaker does.", example: "admits"),
        FieldDeclaration(
          "value", .scalar, "What this speaker says instead; absent is the field as it stands.", example: "300"),
        FieldDeclaration("speaker", .text(.plain), "Who says it.", example: "Leonid Pasechnik"),
        FieldDeclaration("speakerRole", .text(.plain), "In what capacity.", example: "regional leader"),
        FieldDeclaration(
          "via", .text(.plain), each: "via", "Through whom we know it, the nearest to us first.", example: "ASTRA"),
        FieldDeclaration("quote", .text(.plain), "Direct speech.", example: "emergency discharge"),
        FieldDeclaration("text", .text(.plain), "Reported speech.", example: "that it was an accident"),
        FieldDeclaration("hedge", .text(.plain), "The word that makes it less sure.", example: "apparently"),
        FieldDeclaration("said", .dateOrInstant, "When it was said.", example: "2024-01-14"),
      ]),
    ObjectDeclaration(
      "Evidence", "The words from which a value was taken, and the rule that took them.",
      [
        FieldDeclaration(
          "field", .text(.pointer), required: true, "The field that the words are about.", example: "/when/date"),
        FieldDeclaration(
          "report", .text(.uri),
          "The report that they stand in. Absent in an incident, the offsets are into its own summary; in a report, into its own text.",
          example: "urn:uuid:59877036-a368-5dd5-bc52-8491d19e6775"),
        FieldDeclaration("unit", .term("OffsetUnit"), required: true, "What the offsets count.", example: "scalar"),
        FieldDeclaration(
          "start", .integer(0...Int.max), required: true, "The first unit of the words, from 0.", example: "96"),
        FieldDeclaration("end", .integer(0...Int.max), required: true, "The first unit after them.", example: "109"),
        FieldDeclaration(
          "quote", .text(.plain), "The words; absent only where the field's value is these words.",
          example: "on January 13"),
        FieldDeclaration("rule", .text(.plain), "The rule, by its id.", example: "date.month-day"),
      ]),
  ]

  static let sharedVocabularies = [
    VocabularyDeclaration(
      "Stance",
      [
        ("reports", "says that it is so"), ("confirms", "says that another was right"),
        ("admits", "says that it is so, against its own interest"),
        ("claimsResponsibility", "says that it did it"), ("denies", "says that it is not so"),
        ("blames", "says that another did it"), ("speculates", "thinks that it may be so"),
        ("declines", "says nothing though asked"), ("retracts", "takes back what it said"),
        ("urges", "asks others to do something"),
      ]),
    VocabularyDeclaration(
      "OffsetUnit", [("scalar", "Unicode scalar values"), ("utf8", "bytes of UTF-8")]),
  ]
}

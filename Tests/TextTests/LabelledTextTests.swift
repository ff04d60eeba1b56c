import DatelineCore
import DatelineText
import TestSupport
import Testing

/// The canonical form for people, as it looks and as it comes back.
@Suite struct LabelledTextTests {
  private static let header = Header(schemaVersion: "1.0")

  private static func incident(_ change: (inout Incident) -> Void) -> Record {
    var incident = Incident(id: "urn:example:1")
    change(&incident)
    return .incident(incident)
  }

  /// The lines that stand between the header's block and the last.
  private static func body(_ records: [Record]) throws -> String {
    let text = String(decoding: try LabelledText().write(header, records), as: UTF8.self)
    let head = "Dateline-Text: 1\nschemaVersion: 1.0\n\n"
    #expect(text.hasPrefix(head) && text.hasSuffix("\n\nDateline-Text: end\n"))
    return String(text.dropFirst(head.count).dropLast("\n\nDateline-Text: end\n".count))
  }

  @Test func `an incident is a block of labelled lines`() throws {
    let record = Self.incident { incident in
      incident.externalIDs = ["desk:7", "desk:8"]
      incident.title = "Shell hits a barn"
      incident.titleDerived = true
      var when = When()
      when.date = EDTF("2024-03-01")
      when.partOfDay = .evening
      incident.when = when
      var place = Place()
      place.role = .vicinity
      place.relatedTo = ["Alder", "Birch, Lower"]
      place.radius = 250.5
      incident.places = [place]
      var claim = Claim(stance: .denies)
      claim.text = "we fired nothing; ask them"
      incident.claims = [claim]
      incident.evidence = [Evidence(field: "/title", unit: .scalar, start: 0, end: 5)]
      incident.extras[#"desk.size: "odd""#] = JSONText(checked: #"{"a":[1,"b c"]}"#)
    }
    #expect(
      try Self.body([record]) == #"""
        incident: urn:example:1
        externalID: desk:7
        externalID: desk:8
        title: Shell hits a barn
        titleDerived: true
        when.date: 2024-03-01
        when.partOfDay: evening
        place: role=vicinity; relatedTo=Alder, Birch\, Lower; radius=250.5
        claim: stance=denies; text=we fired nothing\; ask them
        extras.desk.size\: "odd": {"a":[1,"b c"]}

        evidence: field=/title; start=0; end=5
        """#)
  }

  @Test func `a report's blocks stand apart under their roles`() throws {
    var report = Report(id: "urn:example:2")
    let blocks: [(BlockRole?, Text, Text?)] = [
      (.headline, "Two shells", nil), (.paragraph, "One line\nand another", nil), (.quotation, "Не ми", "uk"),
      (nil, "no role", nil), (.heading, "odd language", "x y"),
    ]
    report.body = blocks.map { role, text, language in
      var block = Block(text: text)
      block.role = role
      block.language = language
      return block
    }
    report.version = 2
    #expect(
      try Self.body([.report(report)]) == #"""
        report: urn:example:2

        body.headline: Two shells

        paragraph: One line\n
          and another

        quotation[uk]: Не ми

        body: no role

        block: role=heading; text=odd language; language=x y

        version: 2
        """#)
  }

  @Test func `lines fit the width and break behind semicolons where one is near`() throws {
    let word = "abcdefghi"
    let record = Self.incident { incident in
      incident.summary = Text(Array(repeating: word, count: 30).joined(separator: " "))
      incident.title = Text(String(repeating: word, count: 20))
      var claim = Claim(stance: .reports)
      claim.speaker = Text(Array(repeating: word, count: 4).joined(separator: " "))
      claim.text = Text(Array(repeating: word, count: 7).joined(separator: " "))
      incident.claims = [claim]
    }
    let lines = try Self.body([record]).split(separator: "\n")
    for line in lines where line.contains(" ") && !line.hasPrefix("title") { #expect(line.count <= 100) }
    #expect(lines.contains { $0.hasSuffix(";") })
    #expect(lines.filter { $0.hasPrefix("  abcdefghi abc") }.count == 3)
    #expect(lines.contains { $0.hasPrefix("  text=") })
    #expect(LabelledText().read(try LabelledText().write(Self.header, [record])).records == [record])
  }

  @Test(arguments: [
    " ", "  two before", "two behind  ", "\t", "a\tb", "\n", "\n\n", "a\n\nb", "\n a", "a \n b ", "a\n", "title: no",
    "# no comment", "incident: urn:x", "Dateline-Text: end", #"\n"#, #"a\"#, #"\\"#, #"a\n b"#, ";", "a; b=c", "a | b",
    "a, b", ", ", "=", "{}", "[x]", "مرحبا", "\u{202E}abc", "e\u{301}", "\u{FEFF}", "\u{85}", "\u{2028}", "id=x", "-",
    "\u{A0}", "#", ":", "a  b", "a:b", "//x",
  ])
  func `any text comes back wherever it stands`(_ string: String) throws {
    let text = try #require(Text(string))
    let long = try #require(
      Text(String(repeating: "word ", count: 19) + string + String(repeating: " word", count: 30)))
    var records: [Record] = []
    for text in [text, long] {
      var report = Report(id: text)
      var block = Block(text: text)
      report.body = [block]
      block.language = text
      report.body.append(block)
      report.externalIDs = [text, text]
      report.extras[text] = JSONText(checked: "1")
      records.append(.report(report))
      records.append(
        Self.incident { incident in
          incident.summary = text
          var place = Place()
          place.name = text
          place.relatedTo = [text, text]
          incident.places = [place]
          var reference = ReportReference()
          reference.id = text
          incident.reports = [reference]
        })
      records.append(.tombstone(Tombstone(id: text)))
    }
    let result = LabelledText().read(try LabelledText().write(Self.header, records))
    #expect(result.lines == [])
    #expect(result.records == records)
  }

  @Test func `a document is recognised by its first line`() {
    let format = LabelledText()
    for (text, isRecognised) in [
      ("Dateline-Text: 1\n", true), ("dateline-text:1", true), ("Dateline-Texts: 1", false), ("Dateline-Text", false),
      ("# Ours\r\n\r\nDateline-Text : 1", true), ("# Ours\n\nDateline says:\n", false), ("#\n", false),
      ("LIMA, March 3 (NW) - Dateline-Text: 1", false), ("", false),
    ] {
      #expect((format.recognise(Array(text.utf8).span) != nil) == isRecognised, "\(text)")
    }
  }

  @Test func `places of fields are known`() throws {
    let input = MarkedText(
      """
      Dateline-Text: 1

      ⟦incident: urn:example:1
      externalID: ⟦a:1
      externalID: ⟦a:2
      when.date: ⟦2024-03-01
      place: ⟦role=impact; name=⟦Alder
      place: role=origin;
        name=⟦Birch
      extras.a/b: ⟦1
      """)
    let reader = try LabelledText().makeReader(
      ByteReader(MemorySource(input.bytes)), ReadContext(log: DiagnosticLog(input: "input")))
    _ = try reader.readHeader()
    _ = try reader.next()
    let pointers = [
      "", "/externalIDs/0", "/externalIDs/1", "/when/date", "/places/0", "/places/0/name", "/places/1/name",
      "/extras/a~1b",
    ]
    #expect(pointers.map { reader.position(of: $0) } == input.positions)
  }
}

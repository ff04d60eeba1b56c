import DatelineCore
import DatelineText
import TestSupport
import Testing

/// Evidence refers to reports by number, and says no more than it must.
@Suite struct EvidenceTests {
  private static func reference(_ id: Text?) -> ReportReference {
    var reference = ReportReference()
    reference.id = id
    if id == nil { reference.publisher = "Northern Wire" }
    return reference
  }

  private static func incident(reports: [Text?], evidence: [(Text?, OffsetUnit)]) -> Record {
    var incident = Incident(id: "urn:example:1")
    incident.reports = reports.map(reference)
    incident.evidence = evidence.map { report, unit in
      var evidence = Evidence(field: "/title", unit: unit, start: 3, end: 7)
      evidence.report = report
      return evidence
    }
    return .incident(incident)
  }

  private func written(_ record: Record) throws -> [String] {
    let bytes = try LabelledText().write(Header(schemaVersion: Schema.version), [record])
    let result = LabelledText().read(bytes)
    #expect(result.lines == [])
    #expect(result.records == [record])
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("evidence") }
      .map { String($0.dropFirst("evidence: field=/title; ".count).dropLast("start=3; end=7".count)) }
  }

  @Test func `a report is named by its number, the first where two are the same`() throws {
    let record = Self.incident(
      reports: ["urn:x:a", nil, "urn:x:b", "urn:x:a", "a; b=c | d"],
      evidence: [
        ("urn:x:a", .scalar), ("urn:x:b", .utf8), ("a; b=c | d", .scalar), ("urn:x:c", .scalar), (nil, .scalar),
      ])
    #expect(
      try written(record) == ["report=#1; ", "report=#3; unit=utf8; ", "report=#5; ", "report=urn:x:c; ", ""])
  }

  @Test(arguments: [
    ("#1", ##"report=\#1; "##), ("#01", "report=#01; "), ("#", "report=#; "), ("##1", "report=##1; "),
    ("#9999999", "report=#9999999; "), (##"\#1"##, ##"report=\\#1; "##), ("#1;unit=utf8", #"report=#1\;unit=utf8; "#),
    ("unit=scalar", "report=unit=scalar; "), (" #1", #"report=\s#1; "#),
  ])
  func `an id that looks like a number or a key is none`(id: String, line: String) throws {
    let text = try #require(Text(id))
    for reports in [[], ["urn:x:a"]] as [[Text?]] {
      #expect(try written(Self.incident(reports: reports, evidence: [(text, .scalar)])) == [line])
    }
    #expect(try written(Self.incident(reports: [text], evidence: [(text, .scalar)])) == ["report=#1; "])
  }

  @Test func `only the first reports are named by number`() throws {
    let ids = (1...120).compactMap { Text("urn:x:\($0)") }
    let lines = try written(Self.incident(reports: ids, evidence: ids.map { ($0, .scalar) }))
    #expect(lines[98] == "report=#99; " && lines[99] == "report=urn:x:100; ")
  }

  @Test(arguments: [
    "evidence: field=/title; report=urn:x:a; unit=scalar; start=3; end=7",
    "Evidence: Field = /title; Report = #1; Unit = scalar; Start = 3; End = 7",
    "evidence: start=3; end=7; report=#1;\n  field=/title", "evidence: field=/title; report=#1; start=3; end=7 |",
    "evidence:\n  field=/title; report=\n  #1; start=3; end=7;",
  ])
  func `the long form, and what editors make of the short one, mean the same`(lines: String) throws {
    let text = "Dateline-Text: 1\n\nincident: urn:example:1\n\(lines)\nreport: id=urn:x:a\n"
    let result = LabelledText().read(Array(text.utf8))
    #expect(result.lines == [])
    #expect(result.records == [Self.incident(reports: ["urn:x:a"], evidence: [("urn:x:a", .scalar)])])
  }

  @Test func `several reports and several pieces of evidence may share a line`() throws {
    let text = """
      Dateline-Text: 1

      incident: urn:example:1
      reports: id=urn:x:a | publisher=Northern Wire | id=urn:x:b
      evidence: field=/title; report=#3; start=3; end=7 | field=/title; unit=utf8; start=3; end=7

      """
    let result = LabelledText().read(Array(text.utf8))
    #expect(result.lines == [])
    #expect(
      result.records
        == [Self.incident(reports: ["urn:x:a", nil, "urn:x:b"], evidence: [("urn:x:b", .scalar), (nil, .utf8)])])
  }

  @Test func `places in a line that was made whole are those of the input`() throws {
    let input = MarkedText(
      "Dateline-Text: 1\n\nincident: urn:example:1\nreport: id=urn:x:a\n"
        + "evidence: field=/title; report=⟦#1; start=3;\n  end=7; quote=⟦abc; ⟦colour=red\n")
    let log = DiagnosticLog(input: "input")
    let reader = try LabelledText().makeReader(ByteReader(MemorySource(input.bytes)), ReadContext(log: log))
    _ = try reader.readHeader()
    _ = try reader.next()
    #expect(reader.position(of: "/evidence/0/report") == input.positions[0])
    #expect(reader.position(of: "/evidence/0/quote") == input.positions[1])
    let place = input.positions[2]
    #expect(
      LabelledText().read(input.bytes).lines == [
        "input:\(place.line):\(place.column): warning: 'colour' is no field of Evidence; it goes to 'extras' "
          + "[text.unknown-label]"
      ])
  }

  @Test(.timeLimit(.minutes(1))) func `ten thousand lines of evidence cost linear time`() throws {
    let id = try #require(Text("urn:x:" + String(repeating: "a", count: 200)))
    let record = Self.incident(reports: [id], evidence: (0..<10_000).map { _ in (id, .scalar) })
    #expect(try written(record).count == 10_000)
  }
}

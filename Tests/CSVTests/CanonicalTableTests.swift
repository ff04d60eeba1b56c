import DatelineCore
import DatelineRecord
import TestSupport
import Testing

@testable import DatelineCSV

/// Canonical tables as people and programs leave them.
@Suite struct CanonicalTableTests {
  private func read(_ text: String) -> ReadResult { CanonicalCSV().read(Array(text.utf8)) }

  private func incident(_ record: Record?) throws -> Incident {
    guard case .incident(let incident)? = record else { throw Missing() }
    return incident
  }

  private struct Missing: Error {}

  @Test(arguments: [",", ";", "\t", "|"]) func `columns stand in any order, with any delimiter, in any case`(
    mark: String
  ) throws {
    let text = ["When.Date,ID, type ,PLACES", "2024-01-13,urn:x:1,Incident,name=Kyiv"].map {
      $0.split(separator: ",", omittingEmptySubsequences: false).joined(separator: mark) + "\n"
    }.joined()
    let result = read(text)
    #expect(result.lines == [])
    let incident = try incident(result.records.first)
    #expect(incident.id == "urn:x:1" && incident.when?.date == EDTF("2024-01-13"))
    #expect(incident.places.first?.name == "Kyiv")
  }

  @Test(arguments: [
    (#"⟦[1,2]"#, #""[1,2]""#, "'extras' should be a JSON object, not '[1,2]'; it goes to 'extras'"),
    (#"⟦red"#, #""red""#, "'extras' should be a JSON object, not 'red'; it goes to 'extras'"),
    (
      #"{"x":1} ⟦{"y":2}"#, #""{\"x\":1} {\"y\":2}""#,
      "the end of the object should stand here, not '{'; it is kept as text"
    ),
    (#"{"x":⟦red}"#, #""{\"x\":red}""#, "a value should stand here, not 'red'; it is kept as text"),
  ]) func `extras that are no JSON object are kept as text`(marked: String, kept: String, message: String) throws {
    let text = MarkedText("id\ttype\textras\na\tincident\t\(marked)\n")
    let place = try #require(text.positions.first)
    let result = CanonicalCSV().read(text.bytes)
    #expect(result.lines.last == "input:\(place.line):\(place.column): warning: \(message) [csv.bad-value]")
    let fields = try incident(result.records.first).extras.fields
    #expect(fields.map { "\($0.key)=\($0.value)" } == ["/extras=\(kept)"])
  }

  @Test func `an empty object of extras says nothing`() {
    let result = read("id\ttype\textras\na\tincident\t{ }\n")
    #expect(result.lines == [])
    #expect(result.records == [.incident(Incident(id: "a"))])
  }

  /// A table with a mark where each diagnostic should stand.
  @Test(arguments: [
    ("type,id,⟦colour\nincident,a,red\n", "warning", "unknown-column"),
    ("type,id,title,⟦title\nincident,a,one,two\n", "error", "duplicate-column"),
    ("type,id\n⟦note,a\n", "error", "unknown-type"),
    ("type,id,title\nincident,a⟦\nincident,b,c\n", "warning", "short-row"),
    ("type,id\nincident,a,⟦more\n", "warning", "long-row"),
    ("type,id,casualties\nreport,a,⟦best=1\n", "warning", "unknown-field"),
    ("type,id,when.date\nincident,a,⟦soon\n", "warning", "bad-value"),
    ("type,id,title\n⟦incident,,b\n", "error", "missing-field"),
    ("type,id,places\nincident,a,name=x; ⟦name=y\n", "error", "duplicate-field"),
    ("type,id,places\nincident,a,⟦name=\n", "warning", "empty-value"),
    ("type,id,externalIDs\nincident,a,x⟦\\y\n", "warning", "bad-escape"),
    ("type,id,places\nincident,a,name=x; ⟦more\n", "warning", "loose-semicolon"),
    ("type,id\nincident,a\n⟦header,\n", "warning", "late-header"),
    ("type,id,title\nincident,a,x\nincident,b⟦", "error", "truncated"),
    ("type,id,title\nincident,a,x\nincident,b,⟦", "error", "truncated"),
    ("type,id,when.date\nincident,a,2024\nincident,b,2023⟦", "warning", "truncated"),
    ("⟦id,title\na,b\n", "error", "no-type-column"),
    ("type,id\n⟦", "error", "no-rows"),
    ("⟦", "error", "no-rows"),
  ]) func `what is amiss is reported at the cell`(marked: String, severity: String, code: String) throws {
    let text = MarkedText(marked)
    let place = try #require(text.positions.first)
    let result = CanonicalCSV().read(text.bytes)
    #expect(result.lines.count == 1)
    let line = try #require(result.lines.first)
    #expect(line.hasPrefix("input:\(place.line):\(place.column): \(severity): "), "\(line)")
    #expect(line.hasSuffix("[csv.\(code)]"), "\(line)")
  }

  @Test func `what no field takes is kept`() throws {
    let result = read("type,id,colour,title,title,\nincident,a,red,one,two,six,seven\n")
    let extras = try incident(result.records.first).extras
    let kept = extras.fields.map { "\($0.key)=\($0.value)" }
    #expect(kept == [#"csv.colour="red""#, #"csv.title="two""#, #"csv.column6="six""#, #"csv.column7="seven""#])
  }

  @Test func `empty rows and blank lines are no rows`() {
    let result = read("\n\ntype,id,title\n\n,,\nincident,a,b\r\n,,\n\n")
    #expect(result.lines == [] && result.records.count == 1)
  }

  @Test func `a field knows its place, also behind quoted line breaks`() throws {
    let text = MarkedText(
      "type,id,summary,when.date,places\nincident,⟦a,\"⟦x\r\ny\"\"z\",⟦2024-01-13,name=b | ⟦country=UA; name=⟦c\n")
    let log = DiagnosticLog(input: "t")
    let reader = try CanonicalCSV().makeReader(ByteReader(MemorySource(text.bytes)), ReadContext(log: log))
    _ = try reader.readHeader()
    _ = try reader.next()
    let pointers = ["/id", "/summary", "/when/date", "/places/1", "/places/1/name"]
    #expect(pointers.map { reader.position(of: $0) } == text.positions.map { $0 })
    #expect(reader.position(of: "/title") == SourcePosition(offset: 33, line: 2, column: 1))
  }

  @Test func `options say how a table is written`() throws {
    let format = CanonicalCSV()
    let settings = [
      ("delimiter", "semicolon"), ("byte-order-mark", "on"), ("line-ends", "lf"), ("formula-guard", "off"),
    ]
    let sink = MemorySink()
    let context = WriteContext(
      losses: LossReport(), options: try FormatOptions(settings.map { (name: $0.0, value: $0.1) }, for: format.info))
    let writer = try format.makeWriter(ByteWriter(sink), context)
    var incident = Incident(id: "a;b")
    incident.title = "=1"
    incident.summary = "'=1"
    try writer.write(Header(schemaVersion: Schema.version))
    try writer.write(.incident(incident))
    try writer.finish()
    let text = String(decoding: sink.bytes, as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}type;id;"))
    #expect(!text.contains("\r") && text.contains("\nincident;\"a;b\";;=1;;''=1;"))
    let result = format.read(sink.bytes)
    #expect(result.lines == [] && result.records == [.incident(incident)])
  }

  @Test func `a cell that spreadsheet programs cut is reported`() throws {
    var incident = Incident(id: "a")
    incident.title = Text(String(repeating: "é", count: 32_767))
    incident.summary = Text(String(repeating: "😀", count: 16_384))
    var lines: [String] = []
    let log = DiagnosticLog(input: "o") { lines.append("\($0)") }
    let writer = try CanonicalCSV().makeWriter(
      ByteWriter(MemorySink()), WriteContext(losses: LossReport(), log: log))
    try writer.write(Header(schemaVersion: Schema.version))
    try writer.write(.incident(incident))
    #expect(
      lines == [
        "o: warning: 'summary' of 'a' has 32768 characters; spreadsheet programs cut cells at 32767 [csv.long-cell]"
      ])
  }

  @Test(arguments: [
    ("type,id,title,places,when.date\r\n", true), ("sep=;\ntype;id;title;places\n", true), ("type,id,a,b,c,d\n", false),
    ("id,title,places,summary\n", false), ("event_id_cnty,event_date,year\n", false), ("type,id\n", false),
    ("type,id,title\n", false), ("type,id,title\nshop,1,Bakery\n", false), ("type,id,title\nincident,a,b\n", true),
    ("sep=;\r\n\r\nid;type\r\n\r\na;tombstone", true), ("type,id,a,b,c\nincident,1,2,3,4\n", false),
    (",,,\r\n \ntype,id,title,places\n", true), ("The type, id and title of it.\n", false),
  ]) func `a table is recognised by the names of its columns`(start: String, isCanonical: Bool) {
    let bytes = Array(start.utf8)
    #expect((CanonicalCSV().recognise(bytes.span) != nil) == isCanonical)
  }
}

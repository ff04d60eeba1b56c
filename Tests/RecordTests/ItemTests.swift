import DatelineCore
import DatelineRecord
import Testing

/// Items as tables have them: several in one cell.
@Suite struct ItemTests {
  private static let codes = FlatCodes(
    unknownField: "test.unknown", duplicateField: "test.duplicate", badValue: "test.bad", missingField: "test.missing",
    emptyValue: "test.empty", badEscape: "test.escape", looseSemicolon: "test.semicolon")

  @Test func `cells give back what was written into them`() throws {
    var incident = Incident(id: "urn:example:1")
    incident.title = #"as it is; a \ and | too"#
    incident.externalIDs = ["a:1", "b:2, or 3", " c "]
    var place = Place()
    place.name = "Alder | Birch"
    place.relatedTo = ["a, b", "c; d"]
    place.geometry = JSONText(checked: #"{"type":"x;|\\"}"#)
    incident.places = [place, Place()]
    incident.casualties = [Casualty(status: .none)]
    incident.extras["x.y"] = JSONText(checked: #"[1,"a\nb"]"#)

    var writer = ItemWriter()
    var cells: [(StaticString, [UInt8])] = [("id", Array("urn:example:1".utf8))]
    cells.append(("title", Array(#"as it is; a \ and | too"#.utf8)))
    writer.write(texts: incident.externalIDs)
    cells.append(("externalIDs", writer.output))
    writer = ItemWriter()
    writer.write(items: incident.places)
    cells.append(("places", writer.output))
    writer = ItemWriter()
    writer.write(items: incident.casualties)
    cells.append(("casualties", writer.output))
    cells.append(("extras", Array(#"{"x.y":[1,"a\nb"]}"#.utf8)))

    var text = PlacedBytes()
    var members: [FlatMember] = []
    for (label, cell) in cells {
      let start = text.count
      text.append(label, at: SourcePosition())
      let middle = text.count
      text.append(copying: cell.span, at: SourcePosition())
      members.append(FlatMember(label: start..<middle, value: middle..<text.count, form: .cell))
    }
    var diagnostics: [Diagnostic] = []
    let log = DiagnosticLog(input: "input") { diagnostics.append($0) }
    var source = FlatFieldSource(text, log: log, codes: Self.codes, limits: Limits())
    let read = try source.readIncident(members, at: SourcePosition())
    #expect(diagnostics == [])
    #expect(read == incident)
  }
}

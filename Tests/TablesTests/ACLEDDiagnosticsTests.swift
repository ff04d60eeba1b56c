import DatelineCore
import TestSupport
import Testing

/// Rows that are not as they should be: what is said, where, and what is kept.
@Suite struct ACLEDDiagnosticsTests {
  @Test(arguments: [
    ("event_date", "31 February 2024", "acled.bad-date"), ("time_precision", "4", "acled.bad-number"),
    ("geo_precision", "x", "acled.bad-number"), ("fatalities", "-1", "acled.bad-number"),
    ("fatalities", "many", "acled.bad-number"), ("latitude", "91", "acled.bad-number"),
    ("longitude", "nan", "acled.bad-number"), ("longitude", "", "acled.bad-number"),
    ("timestamp", "yesterday", "acled.bad-number"), ("timestamp", "99999999999999", "acled.bad-number"),
    ("iso", "999", "acled.unknown-code"), ("inter1", "9", "acled.unknown-code"),
    ("sub_event_type", "Picnic", "acled.unknown-code"), ("interaction", "28", "acled.interaction-differs"),
    ("iso", "204", "acled.country-differs"), ("year", "2023", "acled.year-differs"),
    ("event_date", "02/01/2024", "acled.date-order"), ("year", "x", "acled.bad-number"),
  ])
  func `a bad value is told at its cell, and comes back`(column: String, value: String, code: String) throws {
    let table = ACLEDTable([column: value])
    let result = try table.read()
    let lines = result.lines
    #expect(lines.count == 1 && lines.first?.contains("warning") == true, "\(lines)")
    #expect(lines.first?.hasSuffix("[\(code)]") == true, "\(lines)")
    #expect(result.records.count == 1)
    // The place is that of the cell, or of its pair where the cell is empty.
    if !value.isEmpty {
      let place = try #require(result.diagnostics.first?.position)
      let text = String(decoding: table.csv, as: UTF8.self)
      let offset = text.utf8.index(text.startIndex, offsetBy: place.offset)
      #expect(text[offset...].hasPrefix(value), "\(text[offset...].prefix(20))")
    }
    let written = try ACLEDTable.written(result.header ?? Header(schemaVersion: "1.0"), result.records)
    let expected = value == "02/01/2024" ? "2024-01-02" : value
    #expect(written.first?[column] == expected)
  }

  @Test func `a row without an id is skipped, and the next one read`() throws {
    let result = try ACLEDTable(["event_id_cnty": ""], [:]).read()
    #expect(result.records.count == 1)
    #expect(result.lines.count == 1 && result.lines.first?.contains("error") == true)
    #expect(result.lines.first?.hasPrefix("input:2:1:") == true)
  }

  @Test func `a table without the id's column is refused`() throws {
    var table = ACLEDTable([:])
    table.columns.removeFirst()
    let result = try table.read()
    #expect(result.failure != nil && result.records == [])
    #expect(result.lines.count == 1 && result.lines.first?.hasSuffix("[acled.no-event-id]") == true)
  }

  @Test func `unknown and repeated columns are told once and kept`() throws {
    var table = ACLEDTable(["comment": "one"], ["comment": "two"])
    table.columns += ["comment", "tags"]
    let result = try table.read()
    #expect(result.lines.count == 2)
    #expect(result.lines.first?.hasSuffix("[acled.unknown-column]") == true)
    #expect(result.lines.last?.hasSuffix("[acled.repeated-column]") == true)
    let written = try ACLEDTable.written(try #require(result.header), result.records)
    #expect(written.map { $0["comment"] } == ["one", "two"])
    #expect(written.map { $0["tags#2"] } == ["women targeted", "women targeted"])
  }

  @Test func `ragged rows are told at the cell`() throws {
    var text = String(decoding: ACLEDTable([:]).csv, as: UTF8.self)
    text.removeLast()
    let format = try ACLEDTable.readable("acled")
    let long = format.read(Array((text + ",more\n").utf8))
    #expect(long.lines.count == 1 && long.lines.first?.hasSuffix("[csv.long-row]") == true)
    guard case .incident(let incident)? = long.records.first else {
      Issue.record("no incident")
      return
    }
    #expect(incident.extras["acled.column32"]?.description == "\"more\"")
    let short = format.read(Array((text.split(separator: ",").dropLast(2).joined(separator: ",") + "\n").utf8))
    #expect(short.lines.contains { $0.hasSuffix("[csv.short-row]") } && short.records.count == 1)
  }

  @Test func `an open quote ends the table with one error`() throws {
    let text = String(decoding: ACLEDTable([:], [:]).csv, as: UTF8.self) + "XXA18,\"2024"
    let result = try ACLEDTable.readable("acled").read(Array(text.utf8))
    #expect(result.records.count == 2)
    #expect(result.lines.count == 1 && result.lines.first?.hasSuffix("[csv.unterminated-quote]") == true)
  }

  @Test func `too large a row is passed over`() throws {
    let notes = String(repeating: "long ", count: 1000)
    let table = ACLEDTable([:], ["notes": notes], [:])
    let result = try ACLEDTable.readable("acled").read(table.csv, chunkSize: 100, limits: Limits(recordSize: 1000))
    #expect(result.records.count == 2)
    #expect(result.lines.count == 1 && result.lines.first?.hasSuffix("[csv.record-too-large]") == true)
  }

  @Test func `bytes that are no text are replaced and told`() throws {
    var bytes = ACLEDTable(["notes": "one two"]).csv
    let index = try #require(bytes.firstIndex(of: UInt8(ascii: " ")))
    bytes[index] = 0xFF
    let result = try ACLEDTable.readable("acled").read(bytes)
    #expect(result.records.count == 1)
    #expect(result.lines.first?.hasSuffix("[csv.not-utf8]") == true)
  }

  @Test func `a row that the end of the table cuts off is skipped with one error`() throws {
    let text = String(decoding: ACLEDTable([:], [:]).csv, as: UTF8.self) + "XXA18,2024-05-04"
    let result = try ACLEDTable.readable("acled").read(Array(text.utf8))
    #expect(result.records.count == 2)
    #expect(result.lines.count == 1 && result.lines.first?.hasSuffix("[csv.truncated]") == true)
  }

  @Test(arguments: ["=1+1", "+x", "-x", "@x", "\ttab", "-"])
  func `a cell that a spreadsheet program would run is guarded and comes back`(text: String) throws {
    let result = try ACLEDTable(["notes": text]).read()
    let written = try ACLEDTable.writable("acled").write(Header(schemaVersion: "1.0"), result.records)
    #expect(String(decoding: written, as: UTF8.self).contains(",\"'\(text)\","))
    #expect(try ACLEDTable.readable("acled").read(written).records == result.records)
  }
}

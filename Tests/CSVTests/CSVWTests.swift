import DatelineCore
import DatelineCSV
import DatelineSchemas
import TestSupport
import Testing

/// What a reader of CSV on the Web makes of the canonical table with the metadata that we publish. Needs Python with `csvw`
/// (on PATH or as DATELINE_PYTHON); skipped where there is none.
@Suite struct CSVWTests {
  private static let python = Python(importing: "csvw")

  /// Validates the table, then compares every cell with what the `csv` module reads.
  private static let script = """
    import csv, csvw, json, sys
    metadata, table = sys.argv[1:]
    csv.field_size_limit(1 << 30)
    described = csvw.CSVW(metadata, validate=True)
    if not described.is_valid:
        print(*[warning.message for warning in described.warnings], sep="\\n")
        sys.exit(1)
    raw = list(csv.DictReader(open(table, encoding="utf-8", newline="")))
    rows = list(described.tables[0].iterdicts(strict=True))
    bad = [] if len(rows) == len(raw) else ["%d rows, not %d" % (len(rows), len(raw))]
    types = {column.name: column.datatype.base for column in described.tables[0].tableSchema.columns}
    for number, (row, cells) in enumerate(zip(rows, raw), 1):
        if list(row) != list(cells): bad.append("row %d has other columns" % number)
        for name, cell in cells.items():
            value = row[name]
            if cell == "": same = value is None
            elif types[name] == "string": same = value == cell
            elif types[name] == "json": same = json.dumps(value) == json.dumps(json.loads(cell))
            elif types[name] == "boolean": same = value is True and cell == "true"
            elif types[name] == "long": same = value == int(cell)
            else: same = types[name] == "double" and value == float(cell)
            if not same: bad.append("row %d, %s: %r is read as %r" % (number, name, cell, value))
    print("%d rows" % len(rows), *bad[:20], sep="\\n")
    sys.exit(1 if bad else 0)
    """

  private func validate(_ table: [UInt8]) throws -> (status: Int32, output: String) {
    let folder = try Scratch()
    let metadata = CSVWFile(schema: .standard, url: "events.csv").text
    return try #require(Self.python).run(
      Self.script,
      [
        try folder.write(Array(metadata.utf8), to: "events.csv-metadata.json"),
        try folder.write(table, to: "events.csv"),
      ])
  }

  @Test(.enabled(if: python != nil, "there is no python3 with csvw"))
  func `random records are valid against the metadata, and every cell is read as it stands`() throws {
    var header = Header(schemaVersion: Schema.version)
    var records: [Record] = []
    for seed in 0..<40 {
      var random = RandomRecords(seed: seed, fill: seed < 4 ? 1 : 0.3)
      header = try random.header()
      records += try random.records(4)
    }
    let result = try validate(try CanonicalCSV().write(header, records))
    #expect(result.status == 0, "\(result.output.prefix(4000))")
    #expect(result.output.hasPrefix("161 rows"))
  }

  @Test(
    .enabled(if: python != nil, "there is no python3 with csvw"),
    arguments: [
      ("\r\nincident,", "\r\nevent,"), (",true,", ",yes,"), ("\"{\"\"a\"\":1}\"", "{a:1}"), (",177,", ",-177,"),
      ("type,id,", "type,name,"), ("", ""),
    ])
  func `a table that is not as the metadata say is not valid`(good: String, bad: String) throws {
    var incident = Incident(id: "urn:example:1")
    incident.titleDerived = true
    incident.revision = Revision()
    incident.revision?.version = 177
    incident.extras["a"] = JSONText(checked: "1")
    let header = Header(schemaVersion: Schema.version)
    let table = String(decoding: try CanonicalCSV().write(header, [.incident(incident)]), as: UTF8.self)
    try #require(table.contains(good) || good.isEmpty, "\(table)")
    let changed = good.isEmpty ? table : table.replacing(good, with: bad)
    let result = try validate(Array(changed.utf8))
    #expect((result.status == 0) == good.isEmpty, "\(result.output)")
  }
}

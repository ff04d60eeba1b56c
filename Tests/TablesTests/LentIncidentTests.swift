import DatelineCore
import TestSupport
import Testing

/// Readers of tables read a few rows ahead, and fill the incidents that they lend again and again.
@Suite struct LentIncidentTests {
  /// What cells may hold besides what they usually do: nothing, what is wrong, and what makes a list of another length.
  private static let alternatives: [String: [String]] = [
    "event_id_cnty": ["", "urn:uuid:00000000-0000-5000-8000-000000000000", "NA"],
    "event_date": ["", "2024-13-01", "31 December 2023", "1999-01-01T00:00"], "year": ["", "2023", "x"],
    "time_precision": ["", "2", "3", "9"], "disorder_type": ["", "Demonstrations"],
    "event_type": ["", "Protests", "Battles"], "sub_event_type": ["", "Unheard of", "Peaceful protest"],
    "actor1": ["", "Police Forces of Exampleland", "NA"], "assoc_actor_1": ["", "One", "A; B; C; D; E; F", "; ;"],
    "inter1": ["", "3", "State forces", "99"], "actor2": ["", "Rebels"], "assoc_actor_2": ["", "A; B; C"],
    "inter2": ["", "2", "nobody"], "interaction": ["", "12", "x"], "civilian_targeting": [""],
    "iso": ["", "4", "999", "x"], "region": ["", "Middle East"], "country": ["", "Afghanistan", "Nowhere"],
    "admin1": ["", "'=1"], "admin2": [""], "admin3": [""], "location": ["", "Kabul"], "latitude": ["", "91", "1e3"],
    "longitude": ["", "x"], "geo_precision": ["", "2", "4"], "source": ["", "One", "A; ; B", "A; B; C; D"],
    "source_scale": ["", "New media"], "fatalities": ["", "0", "-1", "many"], "tags": ["", "a\"b\\c"],
    "timestamp": ["", "soon", "99999999999999"],
    "notes": [
      "", "No fatalities. Casualties unknown.", "Houses were destroyed. No injuries.",
      "In Vallé [Valle], é. No casualties.",
    ],
  ]

  private static func table(seed: Int) -> ACLEDTable {
    var random = SeededRandom(seed: UInt64(seed))
    var table = ACLEDTable()
    let oddity = [1, 4, 40, 1000][seed % 4]
    for number in 0..<Int.random(in: 1...40, using: &random) {
      var row = ACLEDTable.row.merging(["event_id_cnty": "XXA\(number)"]) { $1 }
      for (column, others) in alternatives.sorted(by: { $0.key < $1.key }) where random.isOne(in: oddity) {
        row[column] = random.pick(others)
      }
      table.rows.append(row)
    }
    return table
  }

  /// The incidents that were lent, kept until all are read; what was reported, with the places of some fields, in order; and
  /// the line of each.
  private static func lent(
    _ format: String, _ bytes: [UInt8], chunkSize: Int = .max
  ) throws -> (incidents: [Incident], trace: [String], lines: [Int]) {
    var incidents: [Incident] = []
    var trace: [String] = []
    var lines: [Int] = []
    let log = DiagnosticLog(input: "t", errorLimit: 10_000) {
      trace.append("\($0)")
      lines.append($0.position?.line ?? 0)
    }
    let reader = try ACLEDTable.readable(format).makeReader(
      ByteReader(MemorySource(bytes, chunkSize: chunkSize)), ReadContext(log: log))
    _ = try reader.readHeader()
    while true {
      let next = try reader.next { (incident: borrowing Incident) throws(ConversionError) in
        incidents.append(copy incident)
        trace.append("\(incident.id)")
        for pointer in ["", "/summary", "/places/0/name", "/casualties/0"] {
          let position = reader.position(of: pointer)
          trace.append(position.map { "\($0)" } ?? "nowhere")
          lines.append(position?.line ?? 0)
        }
      }
      guard case .incident = next else { return (incidents, trace, lines) }
    }
  }

  @Test(arguments: 0..<40, ["acled", "acled-json"])
  func `what is lent is what each row alone gives`(seed: Int, format: String) throws {
    let table = Self.table(seed: seed)
    let alone = try table.rows.flatMap { row in
      var single = ACLEDTable()
      single.rows = [row]
      return try ACLEDTable.readable(format).read(Self.bytes(of: single, format)).records
    }
    let bytes = Self.bytes(of: table, format)
    #expect(try Self.lent(format, bytes).incidents.map { .incident($0) } == alone)
    #expect(try ACLEDTable.readable(format).read(bytes).records == alone)
  }

  private static func bytes(of table: ACLEDTable, _ format: String) -> [UInt8] {
    format == "acled" ? table.csv : Array((table.json.joined(separator: "\n") + "\n").utf8)
  }

  @Test(arguments: 0..<40)
  func `what is said of rows of a CSV stands where it does when no row is read ahead`(seed: Int) throws {
    let bytes = Self.damaged(Self.bytes(of: Self.table(seed: seed), "acled"), seed: seed)
    let whole = Result { try Self.lent("acled", bytes).trace }
    let single = Result { try Self.lent("acled", bytes, chunkSize: 1).trace }
    switch (whole, single) {
    case (.success(let whole), .success(let single)): #expect(whole == single)
    case (.failure(let whole), .failure(let single)): #expect("\(whole)" == "\(single)")
    default: Issue.record("\(whole) and \(single)")
    }
  }

  @Test(arguments: 0..<40)
  func `what is said of objects stands before the next object's incident`(seed: Int) throws {
    let bytes = Self.damaged(Self.bytes(of: Self.table(seed: seed), "acled-json"), seed: seed)
    let lines = try Self.lent("acled-json", bytes).lines
    #expect(lines == lines.sorted())
  }

  /// Rows of other lengths, a quote that is not closed, bytes that are not UTF-8, and objects that are none.
  private static func damaged(_ bytes: [UInt8], seed: Int) -> [UInt8] {
    var random = SeededRandom(seed: UInt64(seed))
    var bytes = bytes
    // The beginning tells the form of the whole.
    func place() -> Int { Int.random(in: min(1500, bytes.count)...bytes.count, using: &random) }
    for piece in ["\"", ",,", "\n", "\u{1}", "'", "{", "\"tags\":1,", "}", "[", "é"] where random.isOne(in: 6) {
      bytes.insert(contentsOf: Array(piece.utf8), at: place())
    }
    if random.isOne(in: 4) { bytes.insert(0xE9, at: place()) }
    return bytes
  }
}

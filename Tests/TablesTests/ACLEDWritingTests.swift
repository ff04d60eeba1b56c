import DatelineCore
import Foundation
import TestSupport
import Testing

@testable import DatelineTables

/// What comes back of a row, and what becomes of records that are no row's.
@Suite struct ACLEDWritingTests {
  private static let header = Header(schemaVersion: Schema.version)

  @Test func `a row comes back byte for byte`() throws {
    let table = ACLEDTable(
      [:], ["time_precision": "3"], ["time_precision": "2"], ["fatalities": "0", "notes": "Seen."])
    let result = try table.read()
    #expect(result.lines == [])
    let written = try ACLEDTable.writable("acled").write(Self.header, result.records)
    #expect(String(decoding: written, as: UTF8.self) == String(decoding: table.csv, as: UTF8.self))
  }

  /// Values drawn at random from what columns hold, empty ones included.
  @Test(arguments: 0..<30)
  func `random rows come back with every column`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var rows: [[String: String]] = []
    for number in 0..<20 {
      var row: [String: String] = ["event_id_cnty": "XX\(seed)-\(number)"]
      let days = Int.random(in: -3000...20000, using: &random)
      let date = CalendarDate(dayNumber: days)
      row["event_date"] = "\(date)"
      row["year"] = String("\(date)".prefix(4))
      row["time_precision"] = ["1", "2", "3"].randomElement(using: &random)
      let type = try #require(ACLEDEventType.all.randomElement(using: &random))
      row["disorder_type"] = "\(type.disorderType)"
      row["event_type"] = "\(type.eventType)"
      row["sub_event_type"] = "\(type.subEventType)"
      let (first, second) = (Int.random(in: 1...8, using: &random), Int.random(in: 0...8, using: &random))
      row["inter1"] = "\(first)"
      row["inter2"] = "\(second)"
      row["interaction"] = "\(first)\(second)"
      row["actor2"] = second == 0 ? "" : "Somebody, \"else\""
      row["assoc_actor_1"] = ["", "A", "A; B; C", "; A", "A; "].randomElement(using: &random)
      row["assoc_actor_2"] = second == 0 ? "" : "D"
      row["civilian_targeting"] = ["", "Civilian targeting"].randomElement(using: &random)
      row["latitude"] = "\(Double(Int.random(in: -900_000...900_000, using: &random)) / 10_000)"
        .replacing(/\.0$/, with: "")
      row["geo_precision"] = ["1", "2", "3"].randomElement(using: &random)
      row["source"] = ["", "A", "A; B", "A; ; B"].randomElement(using: &random)
      row["notes"] = ["", "x\ny", "No fatalities.", "Casualties unknown. é \"q\"", "NA"].randomElement(using: &random)
      row["fatalities"] = ["0", "0", "1", "250"].randomElement(using: &random)
      row["tags"] = ["", "a; b", "back\\slash"].randomElement(using: &random)
      row["timestamp"] = "\(Int.random(in: 0...2_000_000_000, using: &random))"
      rows.append(ACLEDTable.row.merging(row) { $1 })
    }
    var table = ACLEDTable()
    table.rows = rows
    let result = try table.read()
    #expect(result.lines == [])
    let written = try ACLEDTable.writable("acled").write(Self.header, result.records)
    let back = String(decoding: written, as: UTF8.self)
    let original = String(decoding: table.csv, as: UTF8.self)
    #expect(back == original)
    // And through the canonical form.
    let canonical = try convert(table.csv, from: ACLEDTable.readable("acled"), to: ACLEDTable.writable("ndjson"))
    let again = try convert(canonical.bytes, from: ACLEDTable.readable("ndjson"), to: ACLEDTable.writable("acled"))
    #expect(again.losses == [] && String(decoding: again.bytes, as: UTF8.self) == original)
  }

  @Test func `an edit wins over what was printed`() throws {
    var (incident, _) = try ACLEDTable(["time_precision": "3"]).first()
    incident.participants[0].kind = .rebelGroup
    incident.participants[3].roles = [.party]
    incident.when?.date = EDTF("2023-01")
    incident.kind = "explosive.grenade"
    incident.casualties[0].best = 5
    let row = try #require(try ACLEDTable.written(Self.header, [.incident(incident)]).first)
    #expect(row["inter1"] == "2" && row["inter2"] == "7" && row["interaction"] == "27")
    #expect(row["civilian_targeting"] == "")
    #expect(row["event_date"] == "2023-01-01" && row["time_precision"] == "3" && row["year"] == "2023")
    #expect(row["sub_event_type"] == "Grenade" && row["event_type"] == "Explosions/Remote violence")
    #expect(row["fatalities"] == "5")
  }

  private var bombing: Incident {
    var incident = Incident(id: "urn:uuid:194836ae-2098-5385-88f7-b288e31c0954")
    incident.title = "Bomb falls"
    incident.summary = "A bomb fell by mistake."
    incident.kind = "force.air.accidental-release"
    var when = When()
    when.date = EDTF("2024-01-13")
    when.partOfDay = .morning
    incident.when = when
    var place = Place()
    place.role = .impact
    place.name = "Vale"
    place.country = "UA"
    place.precision = .exact
    incident.places = [place]
    var participant = Participant()
    participant.name = "Air Force"
    participant.kind = .armedForces
    participant.roles = [.operator]
    incident.participants = [participant]
    incident.casualties = [Casualty(status: .none)]
    return incident
  }

  @Test func `a record of other origin becomes a row, and keeps its id`() throws {
    let row = try #require(try ACLEDTable.written(Self.header, [.incident(bombing)]).first)
    #expect(row["event_id_cnty"] == "urn:uuid:194836ae-2098-5385-88f7-b288e31c0954")
    #expect(row["event_date"] == "2024-01-13" && row["time_precision"] == "1" && row["year"] == "2024")
    #expect(row["iso"] == "804" && row["country"] == "Ukraine" && row["geo_precision"] == "1")
    #expect(row["sub_event_type"] == "Other" && row["actor1"] == "Air Force" && row["inter1"] == "1")
    #expect(row["inter2"] == "0" && row["interaction"] == "10" && row["fatalities"] == "0")
    #expect(row["timestamp"] == "" && row["region"] == "" && row["latitude"] == "")
    let bytes = try ACLEDTable.writable("acled").write(Self.header, [.incident(bombing)])
    let back = try ACLEDTable.readable("acled").read(bytes).records
    #expect(back.map(\.id) == ["urn:uuid:194836ae-2098-5385-88f7-b288e31c0954"])
    guard case .incident(let incident)? = back.first else { return }
    #expect(incident.externalIDs == [])
  }

  @Test func `what no column takes is in the loss report`() throws {
    let canonical = try ACLEDTable.writable("ndjson").write(
      Self.header, [.incident(bombing), .tombstone(Tombstone(id: "urn:example:1"))])
    let losses = try convert(canonical, from: ACLEDTable.readable("ndjson"), to: ACLEDTable.writable("acled")).losses
    let found = Set(losses.map { "\($0.reason.rawValue) \($0.field)" })
    #expect(
      found.isSuperset(of: [
        "dropped incident.title", "dropped incident.when.partOfDay", "coarsened incident.kind",
        "coarsened incident.places.role", "coarsened incident.places.precision",
        "coarsened incident.participants.roles", "coarsened incident.casualties.status", "dropped tombstone.id",
      ]), "\(found)")
  }

  @Test(arguments: [
    ("2024-01-13", "2024-01-13", "1", true), ("2024-02", "2024-02-01", "3", true), ("2024", "", "", true),
    ("[2024-05-01..2024-05-07]", "2024-05-04", "2", true), ("2024-05-01/2024-05-03", "2024-05-02", "2", false),
    ("[2024-05-01,2024-05-07]", "2024-05-04", "2", false), ("2024-05-04?", "2024-05-04", "1", false),
    ("2024-05/2024-07", "2024-05-01", "3", false), ("../2024-05-04", "2024-05-04", "3", false),
    ("2024-05-04/..", "2024-05-04", "3", false), ("2024-21", "2024-03-01", "3", false),
  ])
  func `every date has a day, a precision, and says whether it comes back`(
    text: String, day: String, precision: String, isExact: Bool
  ) throws {
    var incident = Incident(id: "urn:example:1")
    var when = When()
    when.date = EDTF(text as String)
    incident.when = when
    let canonical = try ACLEDTable.writable("ndjson").write(Self.header, [.incident(incident)])
    let result = try convert(canonical, from: ACLEDTable.readable("ndjson"), to: ACLEDTable.writable("acled"))
    let row = try #require(ACLEDTable.cells(result.bytes).first)
    #expect(row["event_date"] == day && row["time_precision"] == precision)
    #expect(result.losses.isEmpty == isExact, "\(result.losses)")
    guard isExact, case .incident(let back)? = try ACLEDTable.readable("acled").read(result.bytes).records.first else {
      return
    }
    #expect(back.when?.date == when.date)
  }

  @Test func `every kind has a type, and every type its own kind`() {
    for type in ACLEDEventType.all {
      #expect(ACLEDEventType.find(subEventType: type.subEventType)?.kind == type.kind)
      if let kind = type.kind { #expect(ACLEDEventType.find(kind: kind).kind == kind) }
    }
    #expect(ACLEDEventType.find(kind: "force.missile").subEventType == "Shelling/artillery/missile attack")
    #expect(ACLEDEventType.find(kind: "forced").subEventType == "Other")
    #expect(ACLEDEventType.find(kind: "explosive.ied").subEventType == "Remote explosive/landmine/IED")
  }

  @Test func `each country has one number, one code and names of its own`() {
    let countries = Countries.standard
    #expect(countries.country(number: 804)?.code == "UA" && countries.country(named: "Ivory Coast")?.code == "CI")
    #expect(countries.country(code: "DE")?.number == 276 && countries.country(number: 0) == nil)
    var seen: Set<Text> = []
    for number in 1...999 {
      guard let country = countries.country(number: number) else { continue }
      #expect(seen.insert(country.code).inserted && country.code.utf8Count == 2)
      for name in country.names { #expect(countries.country(named: name)?.number == number) }
    }
    #expect(seen.count == 249)
  }

  /// Real exports, which are not part of the project.
  @Test(arguments: ["acled_benin_31col_2023.csv", "acled_burkina_31col_2020.csv", "acled_v5_test.csv"])
  func `a real export comes back with every column`(file: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/corpora/dialects/acled-csv/\(file)").standardized
    let outside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../shared/corpora/dialects/acled-csv/\(file)").standardized
    guard let data = (try? Data(contentsOf: url)) ?? (try? Data(contentsOf: outside)) else {
      print("skipped: \(file) is not there")
      return
    }
    let acled = try ACLEDTable.readable("acled")
    let there = try convert([UInt8](data), from: acled, to: ACLEDTable.writable("ndjson"))
    let back = try convert(there.bytes, from: ACLEDTable.readable("ndjson"), to: ACLEDTable.writable("acled"))
    #expect(back.losses == [])
    let rows = ACLEDTable.cells(back.bytes)
    let originals = ACLEDTable.cells([UInt8](data))
    #expect(rows.count == originals.count && !rows.isEmpty)
    let aliases = ["ally_actor_1": "assoc_actor_1", "ally_actor_2": "assoc_actor_2", "geo_precis": "geo_precision"]
    for (row, original) in zip(rows, originals) {
      for (column, value) in original where !column.lowercased().hasPrefix("event_date") {
        let name = aliases[column.lowercased()] ?? column.lowercased()
        let isNothing = value == "NA" && name != "notes"
        let back = row[name]
        #expect(
          back == (isNothing ? "" : value)
            || (back.flatMap(Double.init) != nil && back.flatMap(Double.init) == Double(value)))
      }
    }
  }
}

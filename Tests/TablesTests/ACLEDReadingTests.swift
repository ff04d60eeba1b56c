import DatelineCore
import TestSupport
import Testing

@testable import DatelineTables

/// What becomes of a row.
@Suite struct ACLEDReadingTests {
  @Test func `a row becomes an incident`() throws {
    let (incident, lines) = try ACLEDTable([:]).first()
    #expect(lines == [])
    #expect(incident.externalIDs == ["acled:XXA17"])
    #expect(incident.kind == "civilians.attack" && incident.stage == .occurred)
    #expect(incident.codes.map(\.code) == ["Political violence", "Violence against civilians", "Attack"])
    #expect(incident.when?.date == EDTF("2024-05-04"))
    let place = try #require(incident.places.first)
    #expect(place.country == "CO" && place.longitude == -75.25 && place.latitude == 5.5)
    #expect(place.precision == .settlement && place.role == .scene && place.basis == .source)
    #expect(
      incident.participants.map(\.name) == [
        "Military Forces of Exampleland", "Group A", "Group B", "Civilians (Exampleland)", "Farmers",
      ])
    #expect(incident.participants.map(\.kind) == [.armedForces, nil, nil, .civilians, nil])
    #expect(
      incident.participants.map(\.roles) == [
        [.party], [.associate], [.associate], [.party, .target], [.associate],
      ])
    #expect(incident.participants.map(\.side) == ["1", "1", "1", "2", "2"])
    #expect(incident.casualties.map(\.best) == [3] && incident.casualties.map(\.status) == [.reported])
    #expect(incident.reports.map(\.publisher) == ["El Correo", "Radio Norte"])
    #expect(incident.revision?.modified == Instant("2024-05-14T12:00:00Z"))
    #expect(
      incident.extras.fields.map(\.key) == [
        "acled.inter1", "acled.inter2", "acled.interaction", "acled.civilian_targeting", "acled.source_scale",
        "acled.tags",
      ])
  }

  /// The design's worked example has this id for that number.
  @Test func `the id is the UUIDv5 of the number`() throws {
    let (incident, _) = try ACLEDTable(["event_id_cnty": "BEN669"]).first()
    #expect(incident.id == "urn:uuid:ad8b2bd3-5ee1-5ecb-aabe-d019c36694b0")
  }

  @Test(arguments: [
    ("1", "2024-05-04"), ("2", "[2024-05-01..2024-05-07]"), ("3", "2024-05"), ("", "2024-05-04"),
  ])
  func `the precision makes a day, a week or a month`(precision: String, date: String) throws {
    let (incident, lines) = try ACLEDTable(["time_precision": precision]).first()
    #expect(incident.when?.date == EDTF(date) && lines == [])
    #expect(incident.extras["acled.event_date"]?.description == (precision == "3" ? "\"2024-05-04\"" : nil))
  }

  @Test func `a week goes over the end of a year`() throws {
    let (incident, _) = try ACLEDTable(["event_date": "01 January 2024", "time_precision": "2"]).first()
    #expect(incident.when?.date == EDTF("[2023-12-29..2024-01-04]"))
  }

  @Test func `a year alone is a date`() throws {
    let (incident, lines) = try ACLEDTable(["event_date": ""]).first()
    #expect(incident.when?.date == EDTF("2024") && lines == [])
  }

  @Test func `NA is nothing but in notes and ids`() throws {
    let columns = Set(ACLEDTable.columns).subtracting(["event_id_cnty", "notes", "event_date"])
    let row = Dictionary(uniqueKeysWithValues: columns.map { ($0, "NA") }).merging(["notes": "NA"]) { $1 }
    let (incident, lines) = try ACLEDTable(row).first()
    #expect(lines == [])
    #expect(incident.summary == "NA")
    #expect(incident.places == [] && incident.participants == [] && incident.reports == [] && incident.codes == [])
    #expect(incident.extras.isEmpty && incident.casualties == [] && incident.revision == nil)
  }

  @Test func `a zero says who denies it`() throws {
    func statuses(_ notes: String) throws -> [HarmStatus] {
      try ACLEDTable(["fatalities": "0", "notes": notes]).first().incident.casualties.map(\.status)
    }
    #expect(try statuses("Shots were heard.") == [.unstated])
    #expect(try statuses("Casualties unknown.") == [.unknown, .unstated])
    #expect(try statuses("Fatalities unknown.") == [.unknown, .unstated])
    #expect(try statuses("There were no casualties.") == [.none])
    #expect(try statuses("No fatalities.") == [.none])
    #expect(try statuses("No injuries were reported.") == [.none, .unstated])
    #expect(try statuses("Casino fatalities. Piano casualties. Unknown casualties.") == [.unstated])
    #expect(try statuses("") == [.unstated])
  }

  @Test func `words of the notes are evidence, counted in scalars`() throws {
    let notes = "Café áéí. Two huts were destroyed. Casualties unknown. Seen at Vale [Valle]."
    let (incident, _) = try ACLEDTable(["fatalities": "0", "notes": notes]).first()
    #expect(incident.damage.map(\.object) == ["Two huts"] && incident.damage.map(\.extent) == [.destroyed])
    #expect(incident.evidence.map(\.field) == ["/casualties/0", "/damage/0", "/places/0/name"])
    let scalars = Array(notes.unicodeScalars)
    for entry in incident.evidence {
      let words = String(String.UnicodeScalarView(scalars[entry.start..<entry.end]))
      #expect(words == entry.quote?.description)
    }
    #expect(incident.evidence.map(\.quote) == ["Casualties unknown", "Two huts were destroyed", "Vale [Valle]"])
  }

  @Test(arguments: [
    "No huts were destroyed.", "They were destroyed.", "On Monday, huts were destroyed.",
    "Huts that stood there were destroyed",
    "Huts were not destroyed.", "huts were destroyed.", "A b c d e f g were destroyed.", "Huts were destroyedly.",
  ])
  func `damage is not read from words that say something else`(notes: String) throws {
    let damage = try ACLEDTable(["notes": notes]).first().incident.damage
    #expect(damage == [] || notes.hasPrefix("Huts that"))
  }

  @Test func `layouts of all times are read`() throws {
    var table = ACLEDTable([
      "ALLY_ACTOR_1": "Group A", "GEO_PRECIS": "2", "GWNO": "100", "EVENT_ID_NO_CNTY": "17", "ACTOR1": "Rebels",
      "INTER1": "2", "EVENT_ID_CNTY": "17XXA", "COUNTRY": "Colombia", "EVENT_DATE": "24/12/1997",
    ])
    table.columns = [
      "GWNO", "EVENT_ID_CNTY", "EVENT_ID_NO_CNTY", "EVENT_DATE", "ACTOR1", "ALLY_ACTOR_1", "INTER1", "COUNTRY",
      "GEO_PRECIS",
    ]
    let result = try table.read()
    #expect(result.lines == [])
    guard case .incident(let incident)? = result.records.first else {
      Issue.record("no incident")
      return
    }
    #expect(incident.when?.date == EDTF("1997-12-24") && incident.places.first?.country == "CO")
    #expect(incident.participants.map(\.name) == ["Rebels", "Group A"])
    #expect(incident.extras["acled.gwno"]?.description == "\"100\"")
    #expect(result.header?.extras["acled.columns"]?.description == "[\"gwno\",\"event_id_no_cnty\"]")
  }

  @Test func `text codes of actors are read`() throws {
    let (incident, lines) = try ACLEDTable(["inter1": "Rebel group", "inter2": "Civilians", "interaction": "x"]).first()
    #expect(incident.participants.first?.kind == .rebelGroup && lines == [])
    #expect(incident.participants.first { $0.side == "2" }?.roles == [.party, .target])
  }

  @Test(arguments: [
    ("Police Forces of X", "1", ParticipantKind.police), ("Government of X", "1", .government),
    ("Somebody", "1", .armedForces), ("Somebody", "2", .rebelGroup), ("Somebody", "3", .militia),
    ("Somebody", "4", .communalGroup), ("Somebody", "7", .civilians), ("Military Forces of X", "8", .armedForces),
  ])
  func `an actor's code tells its kind`(name: String, code: String, kind: ParticipantKind) throws {
    let (incident, _) = try ACLEDTable(["actor1": name, "inter1": code, "interaction": ""]).first()
    #expect(incident.participants.first?.kind == kind)
  }

  @Test(arguments: ["5", "6", "8"])
  func `other codes of actors tell no kind`(code: String) throws {
    let (incident, _) = try ACLEDTable(["actor1": "Somebody", "inter1": code, "interaction": ""]).first()
    #expect(incident.participants.first?.kind == nil)
  }
}

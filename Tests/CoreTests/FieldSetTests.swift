import DatelineCore
import Testing

/// Which fields a format declares, and what the audit of a record finds missing.
@Suite struct FieldSetTests {
  private static var incident: Incident {
    var incident = Incident(id: "urn:example:1")
    incident.title = "Fire"
    var when = When()
    when.date = EDTF("2024-01")
    when.partOfDay = .morning
    incident.when = when
    var place = Place()
    place.name = "Lima"
    place.country = "PE"
    incident.places = [place, place]
    return incident
  }

  @Test func `everything misses nothing`() {
    #expect(FieldSet.everything.missing(in: .incident(Self.incident)) == [])
  }

  @Test func `a field counts once, however many items lack it`() {
    let carried = FieldSet("incident.id", "incident.title", "incident.when.date", "incident.places.name")
    #expect(
      carried.missing(in: .incident(Self.incident)) == ["incident.when.partOfDay", "incident.places.country"])
  }

  @Test func `a path stands for all that is inside it`() {
    let carried = FieldSet("incident.id", "incident.title", "incident.when", "incident.places")
    #expect(carried.missing(in: .incident(Self.incident)) == [])
  }

  @Test func `a record type that is not named is missing whole`() {
    #expect(FieldSet("incident.id").missing(in: .tombstone(Tombstone(id: "urn:example:2"))) == ["tombstone.id"])
  }

  @Test func `losses are counted by field, and refused on request`() throws {
    var seen: [String] = []
    let report = LossReport { seen.append($0.field) }
    try report.record(.dropped, "incident.title", in: "urn:example:1")
    try report.record(.dropped, "incident.title", in: "urn:example:2")
    #expect(report.entries.map(\.count) == [2] && report.entries.first?.firstRecord == "urn:example:1")
    #expect(seen == ["incident.title", "incident.title"])
    #expect(throws: ConversionError.lossRefused(field: "incident.title", record: "urn:example:1")) {
      try LossReport(refusingLoss: true).record(.dropped, "incident.title", in: "urn:example:1")
    }
  }
}

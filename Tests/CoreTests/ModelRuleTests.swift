import DatelineCore
import Testing

/// What the rules of the model find, and where they point.
@Suite struct ModelRuleTests {
  private func problems(_ incident: Incident) -> [String] {
    ModelRules.standard.flatMap { rule in
      rule.check(incident).map { "\(rule.code.rawValue) \($0.pointer)" }
    }
  }

  @Test func `an ordinary incident breaks no rule`() {
    var incident = Incident(id: "urn:example:1")
    var casualty = Casualty(status: .reported)
    (casualty.low, casualty.best, casualty.high) = (1, 1, 3)
    incident.casualties = [casualty]
    var place = Place()
    (place.longitude, place.latitude) = (0, 0)
    incident.places = [place]
    #expect(problems(incident) == [])
  }

  @Test func `counts out of order are found wherever they stand`() {
    var incident = Incident(id: "urn:example:1")
    var casualty = Casualty(status: .reported)
    (casualty.low, casualty.best, casualty.high) = (3, 2, 3)
    incident.casualties = [Casualty(status: .none), casualty]
    var munition = Munition()
    (munition.low, munition.high) = (2, 1)
    incident.munitions = [munition]
    var damage = Damage(status: .reported)
    (damage.best, damage.high) = (18, 17)
    incident.damage = [damage]
    #expect(
      problems(incident) == [
        "model.counts-out-of-order /munitions/0/low", "model.counts-out-of-order /casualties/1/low",
        "model.counts-out-of-order /damage/0/best",
      ])
  }

  @Test func `half a pair of coordinates is found`() {
    var incident = Incident(id: "urn:example:1")
    var place = Place()
    place.latitude = 10
    incident.places = [place]
    #expect(problems(incident) == ["model.half-coordinates /places/0/latitude"])
  }

  @Test func `a span that ends before it starts is found, across offsets`() {
    var incident = Incident(id: "urn:example:1")
    var when = When()
    when.earliest = Instant("2024-01-13T22:00:00+03:00")
    when.latest = Instant("2024-01-13T18:59:59Z")
    incident.when = when
    #expect(problems(incident) == ["model.span-out-of-order /when/earliest"])
    incident.when?.latest = Instant("2024-01-13T19:00:00Z")
    #expect(problems(incident) == [])
  }

  @Test func `evidence of no words is found`() {
    var incident = Incident(id: "urn:example:1")
    incident.evidence = [Evidence(field: "/when", unit: .scalar, start: 5, end: 5)]
    #expect(problems(incident) == ["model.evidence-out-of-order /evidence/0/start"])
  }
}

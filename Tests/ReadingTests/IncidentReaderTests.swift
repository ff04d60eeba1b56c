import DatelineCore
import DatelineReading
import Testing

/// What the engine reads from sentences of our own, one rule family after the other.
@Suite("Incidents of an article") struct IncidentReaderTests {
  private func read(_ text: String) -> [IncidentDraft] {
    IncidentReader.read(text, reference: DateReference(year: 2023, month: 5, day: 10)).drafts
  }

  struct Kind: Sendable {
    let text: String
    let kind: String
  }

  @Test(arguments: [
    Kind(text: "A missile struck a warehouse in Odesa on Monday.", kind: "force.missile"),
    Kind(text: "Two rockets fell near the town of Sderot on Monday.", kind: "force.rocket"),
    Kind(text: "Shahed drones hit a substation in Sumy on Monday.", kind: "force.air.drone"),
    Kind(text: "Artillery shelled the village of Vasylivka on Monday, damaging a school.", kind: "force.shelling"),
    Kind(text: "The market was bombed by government aircraft on Monday.", kind: "force.air.strike"),
    Kind(text: "A car bomb exploded outside the ministry on Monday, killing four people.", kind: "explosive.vehicle"),
    Kind(text: "Gunmen opened fire on a bus on Monday.", kind: "force.shooting"),
    Kind(text: "Rebels kidnapped three engineers on Monday.", kind: "civilians.abduction"),
    Kind(text: "The mayor was assassinated on Monday.", kind: "civilians.killing.assassination"),
    Kind(text: "Unidentified men set fire to a grocery store on Monday.", kind: "crime.arson"),
    Kind(text: "A helicopter crashed near Quito on Monday.", kind: "accident.aviation.helicopter"),
    Kind(text: "A freight train derailed outside the city on Monday.", kind: "accident.rail.derailment"),
    Kind(text: "A ferry capsized in the strait on Monday.", kind: "accident.water"),
    Kind(
      text: "SANTIAGO, 8 MAY 23 -- [TEXT] TERRORISTS DYNAMITED TWO PYLONS IN THE NORTHERN DISTRICT.", kind: "explosive"),
  ])
  func `a trigger gives the kind`(_ example: Kind) {
    #expect(read(example.text).map(\.kind.value.name) == [example.kind], "\(example.text)")
  }

  @Test(arguments: [
    "The minister said that the army would bomb the bridge if talks failed.",
    "Residents should go to shelters when missile attacks are announced.",
    "The rebels threatened to kidnap engineers.",
    "The army did not attack the village.",
    "Such attacks are routine in the region.",
    "Chocolate prices rose again on Monday, the company said.",
  ])
  func `what did not happen makes no incident`(_ text: String) { #expect(read(text).isEmpty, "\(text)") }

  struct Count: Sendable {
    let text: String
    let killed: Int?
    let wounded: Int?
  }

  @Test(arguments: [
    Count(
      text: "Gunmen opened fire on a bus on Monday, killing at least five people and wounding twelve others.",
      killed: 5, wounded: 12),
    Count(
      text: "A bomb exploded in the market on Monday. Two policemen were killed and three were injured.", killed: 2,
      wounded: 3),
    Count(text: "A shell hit a school on Monday. No one was hurt.", killed: 0, wounded: 0),
    Count(text: "A rocket fell in a field on Monday. There were no casualties.", killed: 0, wounded: 0),
    Count(text: "A bus crashed into a truck on Monday, leaving 14 people dead.", killed: 14, wounded: nil),
    Count(text: "In Acapulco, Guerrero, a woman was shot dead on Monday.", killed: 1, wounded: nil),
  ])
  func `casualties are counted`(_ example: Count) throws {
    let draft = try #require(read(example.text).first, "\(example.text)")
    #expect(CasualtySummary(of: .killed, in: draft).best == example.killed, "\(example.text)")
    #expect(CasualtySummary(of: .wounded, in: draft).best == example.wounded, "\(example.text)")
  }

  @Test func `agents and victims follow the voice of the verb`() throws {
    for text in ["Rebels attacked farmers on Monday.", "Farmers were attacked by rebels on Monday."] {
      let draft = try #require(read(text).first)
      #expect(draft.perpetrators.map { $0.value.name.lowercased() } == ["rebels"], "\(text)")
      #expect(draft.victims.map { $0.value.name.lowercased() } == ["farmers"], "\(text)")
    }
  }

  @Test func `a nationality makes its state the operator`() throws {
    let draft = try #require(read("An Israeli strike hit a village in southern Lebanon on Monday.").first)
    #expect(draft.actingCountries.map(\.value) == ["IL"])
  }

  @Test func `a designation names the munition`() throws {
    let draft = try #require(read("A warplane dropped two FAB-500 bombs on the town on Monday.").first)
    #expect(draft.munitions.compactMap(\.value.designation) == ["FAB-500"])
    #expect(draft.munitions.first { $0.value.designation != nil }?.value.munitionClass == "aerialBomb")
  }

  @Test func `mistakes make the intent accidental`() throws {
    let draft = try #require(read("The air force mistakenly bombed a farm on Monday.").first)
    #expect(draft.intent?.value == "accidental")
  }

  @Test func `damage is read with its absence`() throws {
    let none = try #require(read("A missile came down in a field on Monday, causing no damage.").first)
    #expect(none.damage.map(\.value.status) == [.none])
    let some = try #require(read("A missile hit the town on Monday. Several houses were damaged.").first)
    #expect(some.damage.compactMap(\.value.object) == ["houses"])
  }

  @Test func `speakers keep their role and stance`() throws {
    let text = "A drone hit a depot on Monday, regional governor Ivan Petrenko said. The army admitted the loss."
    let claims = try #require(read(text).first).claims.map(\.value)
    #expect(claims.first?.speaker == "Ivan Petrenko")
    #expect(claims.first?.speakerRole == "regional governor")
    #expect(claims.first?.stance == .reports)
  }

  @Test func `a pronoun is the last speaker`() throws {
    let text = "A drone hit a depot on Monday, mayor Ivan Petrenko said. He added that two people were wounded."
    let draft = try #require(read(text).first)
    #expect(Set(draft.claims.map(\.value.speaker)) == ["Ivan Petrenko"])
  }

  @Test func `another event of the day is kept apart`() {
    let drafts = read(
      "On May 8, a missile fell near Izmail in the morning. Then later that evening, another missile fell in a field.")
    #expect(drafts.count == 2)
    #expect(drafts.map { $0.partOfDay?.value } == ["morning", "evening"])
    #expect(drafts.map { $0.when?.edtf } == ["2023-05-08", "2023-05-08"])
  }

  @Test func `the attack told again is the same`() {
    let drafts = read(
      "Gunmen attacked a police station in Lima on Monday. The attack left two officers dead. Police said the attack lasted an hour."
    )
    #expect(drafts.count == 1)
  }

  @Test func `another day is another incident`() {
    let drafts = read("Gunmen attacked a bank on May 3. On May 5, gunmen attacked a bus.")
    #expect(drafts.map { $0.when?.edtf } == ["2023-05-03", "2023-05-05"])
  }

  @Test func `every value of a record points at its words`() throws {
    let text = "An “Iskander” missile hit a café in Kharkiv on May 8, killing two people, police said."
    let result = ArticleReading(referenceDate: EDTF("2023-05-10")).read(text)
    let incident = try #require(result.incidents.first)
    let scalars = Array(text.unicodeScalars)
    #expect(incident.evidence.count > 5)
    for evidence in incident.evidence {
      try #require(0 <= evidence.start && evidence.start < evidence.end && evidence.end <= scalars.count)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[evidence.start..<evidence.end])
      if let quote = evidence.quote { #expect(quote.description == String(words)) }
    }
  }
}

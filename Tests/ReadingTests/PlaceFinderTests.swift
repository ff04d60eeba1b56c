import Testing

@testable import DatelineReading

@Suite("Places of an article")
struct PlaceFinderTests {
  private func places(_ text: String) -> [PlaceMention] { PlaceFinder(ArticleText(text)).mentions }

  private func place(_ text: String, named name: String) throws -> PlaceMention {
    try #require(places(text).first { $0.name == name }, "no \(name) in: \(text)")
  }

  @Test func `a place between two villages lies in the middle`() throws {
    let text = "Russia said that a missile came down between two villages, Pavlovskaya and Atamanskaya."
    let mention = try #require(places(text).first { $0.relation == .between })
    #expect(mention.text == "between two villages, Pavlovskaya and Atamanskaya")
    #expect(mention.relatedTo == ["Pavlovskaya", "Atamanskaya"])
    #expect(mention.rule == "place.between")
    #expect(mention.admin1Code == "RU-KDA")
    #expect(mention.country == "RU")
    #expect(mention.longitude == 39.711)
    #expect(mention.latitude == 46.15817)
    #expect(mention.radius == 6200)
    #expect(mention.timeZone == "Europe/Moscow")
  }

  @Test func `a village without a name lies in its region`() throws {
    let mention = try #require(
      places("The shells hit a village in the Voronezh region of Russia.").first { $0.rule == "place.in-region" })
    #expect(mention.text == "a village in the Voronezh region")
    #expect(mention.name == nil)
    #expect(mention.admin1 == "Voronezh region")
    #expect(mention.admin1Code == "RU-VOR")
    #expect(mention.precision == .admin1)
  }

  @Test func `an unknown name that a noun introduces is a place`() throws {
    let mention = try place("A strike hit the village of Qarabaqla near Nabatieh in Lebanon.", named: "Qarabaqla")
    #expect(mention.rule == "place.settlement-of")
    #expect(mention.relation == .near)
    #expect(mention.relatedTo == ["Nabatieh"])
    #expect(mention.country == "LB")
  }

  @Test(arguments: [
    ("Two men died in an empty field.", "in an empty field"),
    ("A bomb fell on a residential area.", "on a residential area"),
  ])
  func `a place of common nouns has no coordinates`(text: String, words: String) throws {
    let mention = try #require(places(text).first)
    #expect(mention.text == words)
    #expect(mention.rule == "place.common-noun")
    #expect(mention.longitude == nil)
  }

  @Test func `their own territory is the subject's country`() throws {
    let mention = try #require(
      places("Egypt dropped two bombs on its own territory.").first { $0.rule == "place.own-territory" })
    #expect(mention.country == "EG")
    #expect(mention.text == "on its own territory")
  }

  @Test(arguments: [
    "He met Paris Hilton.", "They fired in January.", "The Kalibr was shot down.", "Mayor Lima resigned on Sunday.", "",
    "It was nice of them.",
  ])
  func `what is no place is none`(text: String) {
    #expect(places(text).isEmpty, "\(places(text).map(\.text))")
  }
}

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

  @Test func `divisions behind a place say where it lies`() throws {
    let text = "Gunmen killed two people in Ardhana village (Kech district, Balochistan) in Pakistan."
    let mention = try place(text, named: "Ardhana")
    #expect(mention.settlement == "Ardhana")
    #expect(mention.admin2 == "Kech district")
    #expect(mention.admin1 == "Balochistan")
    #expect(mention.admin1Code == "PK-BA")
    #expect(mention.country == "PK")
    #expect(mention.evidence.map(\.rule) == ["place.bracket", "place.bracket", "place.gazetteer"])
  }

  @Test func `a coder's spelling in brackets is the name`() throws {
    let mention = try place("Huts burned in Copargoo [Kopargo] in Donga, Benin.", named: "Kopargo")
    #expect(mention.country == "BJ")
    #expect(mention.admin1 == "Donga")
  }

  @Test func `a possessor holds the place behind it, and another name of it is kept`() throws {
    let text =
      "The town of Rubezhnoye, which is in Ukraine’s Donbas region now being referred to as the Luhansk People’s Republic, was bombed."
    let mention = try place(text, named: "Rubezhnoye")
    #expect(mention.text == "The town of Rubezhnoye")
    #expect(mention.region == "Donbas")
    #expect(mention.admin1 == "Luhansk People’s Republic")
    #expect(mention.admin1Code == "UA-09")
    #expect(mention.country == "UA")
    #expect(mention.timeZone == nil)
    #expect(mention.rule == "place.settlement-of")
    let article = ArticleText(text)
    #expect(
      mention.evidence.map { "\($0.rule): \(article.string(in: $0.range))" } == [
        "place.possessive: Ukraine’s Donbas region", "place.known-as: the Luhansk People’s Republic",
        "place.gazetteer: Ukraine’s",
      ])
  }

  @Test(arguments: [
    ("SAN SALVADOR, 3 JAN 90 -- A BOMB EXPLODED IN SAN MIGUEL DEPARTMENT.", "SAN MIGUEL", "SV"),
    ("LIMA, 4 MAY 89 -- REBELS ATTACKED THE VILLAGE OF QUILLATUPU IN AYACUCHO DEPARTMENT.", "QUILLATUPU", "PE"),
    ("BOGOTA, 4 MAY 89 -- SHOTS WERE HEARD IN THE LA PALMERITA NEIGHBORHOOD OF MEDELLIN.", "LA PALMERITA", "CO"),
  ])
  func `names are found where all is in capitals`(text: String, name: String, country: String) throws {
    #expect(try place(text, named: name).country == country)
  }

  @Test func `a distance from a place is its radius`() throws {
    let mention = try #require(places("The plane crashed 40 km northeast of Seoul on Monday.").first)
    #expect(mention.relation == .near)
    #expect(mention.relatedTo == ["Seoul"])
    #expect(mention.radius == 40_000)
    #expect(mention.precision == .near)
    #expect(mention.text == "Seoul")
  }

  @Test(arguments: [
    ("A car exploded in Tripoli, Lebanon.", "Tripoli", "LB"),
    ("Libyan forces shelled Tripoli on Friday.", "Tripoli", "LY"),
    ("Police in Paris, Texas, found it. It was the second fire in Paris.", "Paris", "US"),
    ("Three died in Valencia, officials in Venezuela said.", "Valencia", "VE"),
    ("Spanish police searched a house in Valencia.", "Valencia", "ES"),
    ("Two men died in the United States.", "United States", "US"),
    ("A bus overturned near Cordoba in Argentina.", "Cordoba", "AR"),
  ])
  func `of places with one name the one that fits is taken`(text: String, name: String, country: String) throws {
    #expect(try place(text, named: name).country == country)
  }

  @Test(arguments: [
    ("The French army shelled the village of Tindilla in northern Mali.", "ML"), ("Police in Kabul and Herat.", "AF"),
    ("A Russian drone hit a bus in Kherson.", "UA"), ("Nothing is said of it.", nil),
  ])
  func `an article tells its country`(text: String, country: String?) {
    #expect(PlaceFinder(ArticleText(text)).countryContext == country)
  }

  @Test(arguments: [
    "He met Paris Hilton.", "They fired in January.", "The Kalibr was shot down.", "Mayor Lima resigned on Sunday.", "",
    "It was nice of them.",
  ])
  func `what is no place is none`(text: String) {
    #expect(places(text).isEmpty, "\(places(text).map(\.text))")
  }

  @Test func `arbitrary text gives spans on scalar boundaries`() {
    let words = [
      "in", "near", "between", "and", "the", "town", "of", "San", "José", "Ukraine’s", "region", ",", "(", ")", "[",
      "]",
      ".", "10", "km", "north", "own", "territory", "village", "Kherson", "МОСКВА", "é", "’", "\u{301}", "🏠", "\n\n",
      "a",
      "which", "is", "known", "as", "al-Hasakah", "SAN", "SALVADOR", "U.S.", "\u{0}", "to", "May", "JAN", "-",
      "Republic",
    ]
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<150 {
      let text = (0..<40).compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
      let article = ArticleText(text)
      let bytes = Array(text.utf8)
      for mention in PlaceFinder(article).mentions {
        for range in [mention.range] + mention.evidence.map(\.range) {
          #expect(range.lowerBound >= 0 && range.lowerBound < range.upperBound && range.upperBound <= bytes.count)
          #expect(bytes[range.lowerBound] & 0xC0 != 0x80)
          #expect(range.upperBound == bytes.count || bytes[range.upperBound] & 0xC0 != 0x80)
        }
        #expect(article.string(in: mention.range) == mention.text)
        #expect((mention.longitude == nil) == (mention.latitude == nil))
        #expect(mention.extent.lowerBound <= mention.tokens.lowerBound)
        #expect(mention.sentence < article.sentences.count)
      }
    }
  }

  @Test(arguments: [
    "San José ", "in San José, ", "between A and ", "town of the village of ", "(San, ", "Ukraine's ", "which is in ",
    "known as ",
    "10 km north of ", "own territory ", "IN SAN LUIS DE LA ", "of San Juan and San José, ",
  ])
  func `time grows with the text and not faster`(unit: String) {
    let clock = ContinuousClock()
    let short = ArticleText(String(repeating: unit, count: 150))
    let long = ArticleText(String(repeating: unit, count: 1200))
    _ = PlaceFinder(short).mentions.count
    let one = clock.measure { _ = PlaceFinder(short).mentions.count }
    let eight = clock.measure { _ = PlaceFinder(long).mentions.count }
    #expect(eight < one * 40 + .milliseconds(300), "\(unit): \(one) and \(eight)")
  }
}

import Testing

@testable import DatelineReading

@Suite("Gazetteer")
struct GazetteerTests {
  let gazetteer = Gazetteer.shared

  private func places(_ name: String) -> [Gazetteer.Place] { gazetteer.entry(named: name).map(gazetteer.places) ?? [] }

  @Test(arguments: [
    ("Kherson", "UA", Gazetteer.Kind.settlement), ("Rubezhnoye", "UA", .settlement),
    ("San Salvador", "SV", .settlement),
    ("Luhansk People’s Republic", "UA", .admin1), ("Voronezh", "RU", .admin1), ("Al-Hasakeh", "SY", .admin1),
    ("Britain", "GB", .country), ("U.S.", "US", .country), ("DR Congo", "CD", .country),
    ("Côte d’Ivoire", "CI", .country),
    ("Salvadoran", "SV", .people), ("Russians", "RU", .people), ("Donbas", "UA", .region), ("Boko Haram", "NG", .cue),
  ])
  func `a name finds a place of its country and kind`(name: String, country: String, kind: Gazetteer.Kind) {
    let found = places(name)
    #expect(found.contains { $0.kind == kind && gazetteer.countryCode(of: $0) == country }, "\(name)")
  }

  @Test(arguments: ["", "Xyzzyville", "of the", "zzzzzzzz", "aaaaaaaa", "Khers", "San Salvad"])
  func `what is no name finds nothing`(name: String) {
    #expect(places(name).isEmpty)
  }

  @Test func `the places of a name come in falling population`() {
    let populations = places("San José").map(\.population)
    #expect(populations.count > 5)
    #expect(populations == populations.sorted(by: >))
  }

  @Test(arguments: [
    ("Voronezh", "RU-VOR"), ("Luhansk", "UA-09"), ("Krasnodar Krai", "RU-KDA"), ("Morazan", "SV-MO"),
    ("Crimea", "UA-43"),
    ("Khyber Pakhtunkhwa", "PK-KP"), ("Texas", "US-TX"), ("Bavaria", "DE-BY"),
  ])
  func `a first-level division has its code`(name: String, code: String) {
    #expect(places(name).contains { $0.kind == .admin1 && gazetteer.divisionCode(of: $0) == code })
  }

  @Test func `a place knows what it lies in`() throws {
    let place = try #require(places("Pavlovskaya").first { gazetteer.divisionCode(of: $0) == "RU-KDA" })
    #expect(gazetteer.firstDivision(of: place).map(gazetteer.name) == "Krasnodar Krai")
    #expect(gazetteer.timeZone(of: place) == "Europe/Moscow")
    let coordinate = try #require(place.coordinate)
    #expect(abs(coordinate.longitude - 39.7862) < 1e-6)
    #expect(abs(coordinate.latitude - 46.13903) < 1e-6)
  }

  @Test(arguments: ["Luhansk", "Donetsk", "Crimea", "Rubezhnoye", "Sevastopol"])
  func `no time zone is assumed where the government is disputed`(name: String) throws {
    let place = try #require(places(name).first { gazetteer.countryCode(of: $0) == "UA" })
    #expect(gazetteer.timeZone(of: place) == nil)
  }

  @Test func `every place can be read and every name of a sample found again`() {
    #expect(gazetteer.count > 100_000)
    for id in stride(from: 0, to: gazetteer.count, by: 97) {
      guard let place = gazetteer.place(id) else {
        Issue.record("no place \(id)")
        continue
      }
      let name = gazetteer.name(of: place)
      #expect(!name.isEmpty)
      guard place.kind == .settlement, name.utf8.allSatisfy({ 0x41...0x7A ~= $0 || $0 == 0x20 }) else { continue }
      #expect(gazetteer.entry(named: name).map(gazetteer.places)?.contains { $0.id == id } != false, "\(name)")
    }
  }

  @Test func `a damaged file gives no trap`() {
    let sound = (0..<4000).map { ResourceBytes.gazetteer.byte(at: $0) }
    var generator = SystemRandomNumberGenerator()
    for count in [0, 1, 11, 12, 75, 76, 100, 4000] { ask(Gazetteer(ResourceBytes(Array(sound.prefix(count))))) }
    for _ in 0..<200 {
      var bytes = sound
      for _ in 0..<20 {
        bytes[Int.random(in: 8..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      ask(Gazetteer(ResourceBytes(bytes)))
    }
    // Sections that point into the file, with content that makes no sense.
    for _ in 0..<100 {
      var bytes: [UInt8] = [0x44, 0x4C, 0x47, 0x5A, 1, 0, 0, 0, 9, 0, 0, 0]
      for _ in 0..<16 {
        bytes += [.random(in: 0...255, using: &generator), .random(in: 0...3, using: &generator), 0, 0]
      }
      bytes += (0..<1000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      ask(Gazetteer(ResourceBytes(bytes)))
    }
  }

  /// Asks for all that a file can be asked for.
  private func ask(_ gazetteer: Gazetteer) {
    for name in ["Kherson", "San", "a", "zzz", "Paris"] {
      guard let entry = gazetteer.entry(named: name) else { continue }
      for place in gazetteer.places(of: entry) { describe(place, in: gazetteer) }
    }
    for id in [0, 1, 2, 1000, gazetteer.count - 1, -1, .max / 48] {
      if let place = gazetteer.place(id) { describe(place, in: gazetteer) }
    }
    _ = gazetteer.country(code: "RU")
  }

  private func describe(_ place: Gazetteer.Place, in gazetteer: Gazetteer) {
    _ = gazetteer.name(of: place)
    _ = gazetteer.countryCode(of: place)
    _ = gazetteer.divisionCode(of: place)
    _ = gazetteer.firstDivision(of: place)
    _ = gazetteer.secondDivision(of: place)
    _ = gazetteer.timeZone(of: place)
    _ = gazetteer.countryPlace(place.country)
  }
}

/// The names of the world's settlements, divisions, countries and regions, and where they are.
///
/// It reads the embedded file where it lies: nothing is parsed when a program starts. A damaged file gives wrong or no
/// places, never a trap. All numbers are little-endian.
///
/// | part | content |
/// |---|---|
/// | header | `DLGZ`, version (32 bits), number of names (32), then offset and length (32 each) of the eight sections |
/// | blocks | the offset in the names, 32 bits, of each 16th name |
/// | names | in byte order: shared bytes with the name before (8 bits; none at the start of a block), further bytes (8), these bytes, flags (8: 1 also a common word, 2 an abbreviation), length of the list (variable), differences of the ascending place numbers (variable) |
/// | places | 24 bytes each, the most populous first: name (32, offset in the strings), longitude and latitude (32 each, hundred-thousandths of a degree, the lowest number where unknown), population (32), kind (8), country (8), first and second division (16 each), zone and flags (16) |
/// | countries | 8 bytes each: code (two letters), 16 bits unused, place (32) |
/// | first divisions | place (32), ISO 3166-2 code (32, offset in the strings) |
/// | second divisions | place (32) |
/// | zones | IANA name (32, offset in the strings) |
/// | strings | length (8), UTF-8 |
package struct Gazetteer: Sendable {
  /// The number of a place.
  package typealias PlaceID = Int

  /// What a place is.
  package enum Kind: UInt8, Sendable {
    case settlement, country, admin1, admin2, region, water
    /// An adjective or the name of a people: no place, but it tells a country.
    case people
    /// An organisation, currency or office that is found in one country: no place.
    case cue
  }

  /// A name and the places that bear it.
  package struct Entry: Sendable, Equatable {
    /// Offset of the list of places in the file, and its length in bytes.
    fileprivate var list: Range<Int>
    /// Tells the entry from others.
    var id: Int { list.lowerBound }
    /// Whether the name is also a word of the language: `nice`, `reading`, `split`.
    package var isCommonWord: Bool
    /// Whether the name is an abbreviation that is only meant where it stands in capitals: `US`, `CAR`.
    package var isAcronym: Bool
  }

  /// A place, with what the file says of it.
  package struct Place: Sendable {
    package var id: PlaceID
    package var kind: Kind
    /// Degrees east and north of WGS 84; nil where there is no one point, as for most countries.
    package var coordinate: (longitude: Double, latitude: Double)?
    /// Inhabitants; zero where not known.
    package var population: Int
    /// Numbers in the file's tables.
    package var country: UInt8
    package var admin1: UInt16
    package var admin2: UInt16
    package var isCapital: Bool
    /// Whether who governs it is disputed, so that no time zone is assumed. Set for named regions too.
    package var isDisputed: Bool
    fileprivate var nameOffset: Int
    fileprivate var zone: Int
  }

  /// The gazetteer of the binary.
  package static let shared = Gazetteer(.gazetteer)

  static let noCountry: UInt8 = 0xFF
  static let noDivision: UInt16 = 0xFFFF
  private static let namesPerBlock = 16
  /// The longest list of places that is read for a name.
  private static let candidateLimit = 1200

  private let bytes: ResourceBytes
  private let blocks, names, places, countries, firstDivisions, secondDivisions, zones, strings: Range<Int>

  /// The gazetteer in `bytes`; an empty one where they are no such file.
  init(_ bytes: ResourceBytes) {
    self.bytes = bytes
    let isKnown = bytes.uint32(at: 0) == 0x5A47_4C44 && bytes.uint32(at: 4) == 1
    func section(_ number: Int) -> Range<Int> {
      guard isKnown else { return 0..<0 }
      let start = Int(bytes.uint32(at: 12 + 8 * number))
      let count = Int(bytes.uint32(at: 16 + 8 * number))
      return (start..<(start + count)).clamped(to: 0..<bytes.count)
    }
    blocks = section(0)
    names = section(1)
    places = section(2)
    countries = section(3)
    firstDivisions = section(4)
    secondDivisions = section(5)
    zones = section(6)
    strings = section(7)
  }

  /// How many places it holds.
  package var count: Int { places.count / 24 }
}

// MARK: - Places

extension Gazetteer {
  /// The place with a number; nil where there is none.
  package func place(_ id: PlaceID) -> Place? {
    guard id >= 0, id < count else { return nil }
    let start = places.lowerBound + 24 * id
    guard let kind = Kind(rawValue: bytes.byte(at: start + 16)) else { return nil }
    let longitude = Int32(bitPattern: bytes.uint32(at: start + 4))
    let latitude = Int32(bitPattern: bytes.uint32(at: start + 8))
    let zone = bytes.uint16(at: start + 22)
    let isOnEarth = abs(Int(longitude)) <= 18_000_000 && abs(Int(latitude)) <= 9_000_000
    return Place(
      id: id, kind: kind, coordinate: isOnEarth ? (Double(longitude) / 1e5, Double(latitude) / 1e5) : nil,
      population: Int(bytes.uint32(at: start + 12)), country: bytes.byte(at: start + 17),
      admin1: bytes.uint16(at: start + 18), admin2: bytes.uint16(at: start + 20), isCapital: zone & 0x8000 != 0,
      isDisputed: zone & 0x4000 != 0, nameOffset: Int(bytes.uint32(at: start)), zone: Int(zone & 0x0FFF))
  }

  /// The places of a name, the most populous first.
  package func places(of entry: Entry) -> [Place] {
    var found: [Place] = []
    var position = entry.list.lowerBound
    let end = min(entry.list.upperBound, bytes.count)
    var id = 0
    while position < end, found.count < Self.candidateLimit {
      id = min(id &+ variable(&position), Int(UInt32.max))
      if let place = place(id) { found.append(place) }
    }
    return found
  }

  /// The primary name of a place.
  package func name(of place: Place) -> String { string(place.nameOffset) }

  /// The ISO 3166-1 alpha-2 code of a place's country; nil for waters and regions of several countries.
  package func countryCode(of place: Place) -> String? { countryCode(place.country) }

  func countryCode(_ country: UInt8) -> String? {
    let start = countries.lowerBound + 8 * Int(country)
    guard start + 8 <= countries.upperBound else { return nil }
    return bytes.string(in: start..<(start + 2))
  }

  /// The number of a country by its ISO 3166-1 alpha-2 code.
  func country(code: String) -> UInt8? {
    let letters = Array(code.utf8)
    guard letters.count == 2 else { return nil }
    for number in 0..<(countries.count / 8) {
      let start = countries.lowerBound + 8 * number
      if bytes.byte(at: start) == letters[0], bytes.byte(at: start + 1) == letters[1] { return UInt8(exactly: number) }
    }
    return nil
  }

  /// How many countries there are.
  var countryCount: Int { min(countries.count / 8, 255) }

  /// The place that is the country with a number.
  func countryPlace(_ country: UInt8) -> Place? {
    let start = countries.lowerBound + 8 * Int(country)
    guard start + 8 <= countries.upperBound else { return nil }
    return place(Int(bytes.uint32(at: start + 4)))
  }

  /// The first-level division that a place lies in, or is.
  package func firstDivision(of place: Place) -> Place? {
    let start = firstDivisions.lowerBound + 8 * Int(place.admin1)
    guard start + 8 <= firstDivisions.upperBound else { return nil }
    return self.place(Int(bytes.uint32(at: start)))
  }

  /// The ISO 3166-2 code of the first-level division that a place lies in, or is; nil where it has none or is unknown.
  package func divisionCode(of place: Place) -> String? {
    let start = firstDivisions.lowerBound + 8 * Int(place.admin1)
    guard start + 8 <= firstDivisions.upperBound else { return nil }
    let code = string(Int(bytes.uint32(at: start + 4)))
    return code.isEmpty ? nil : code
  }

  /// The second-level division that a place lies in, or is.
  package func secondDivision(of place: Place) -> Place? {
    let start = secondDivisions.lowerBound + 4 * Int(place.admin2)
    guard start + 4 <= secondDivisions.upperBound else { return nil }
    return self.place(Int(bytes.uint32(at: start)))
  }

  /// The IANA name of a place's time zone; nil where there are several, where it is disputed, or where it is unknown.
  package func timeZone(of place: Place) -> String? {
    let start = zones.lowerBound + 4 * place.zone
    guard !place.isDisputed, start + 4 <= zones.upperBound else { return nil }
    let name = string(Int(bytes.uint32(at: start)))
    return name.isEmpty ? nil : name
  }

  private func string(_ offset: Int) -> String {
    let start = strings.lowerBound + offset
    guard start < strings.upperBound else { return "" }
    return bytes.string(in: (start + 1)..<min(start + 1 + Int(bytes.byte(at: start)), strings.upperBound))
  }

  /// A number of seven bits a byte, the lowest first, that starts at `position`.
  private func variable(_ position: inout Int) -> Int {
    var value = 0
    var shift = 0
    while shift < 35 {
      let byte = bytes.byte(at: position)
      position += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }
}

// MARK: - Names

extension Gazetteer {
  /// The entry of a folded name, and whether longer names start with it and a space.
  func find(_ key: [UInt8]) -> (entry: Entry?, isPrefix: Bool) {
    guard !key.isEmpty, key.count < 256 else { return (nil, false) }
    var low = 0
    var high = blocks.count / 4
    // The last block whose first name is not behind the key.
    while low + 1 < high {
      let middle = (low + high) / 2
      if startsBehind(key, block: middle) { high = middle } else { low = middle }
    }
    guard high > 0 else { return (nil, false) }
    return scan(for: key, from: names.lowerBound + Int(bytes.uint32(at: blocks.lowerBound + 4 * low)))
  }

  /// Whether the first name of a block comes behind `key`.
  private func startsBehind(_ key: [UInt8], block: Int) -> Bool {
    let start = names.lowerBound + Int(bytes.uint32(at: blocks.lowerBound + 4 * block))
    let count = Int(bytes.byte(at: start + 1))
    for index in 0..<min(count, key.count) {
      let byte = bytes.byte(at: start + 2 + index)
      if byte != key[index] { return byte > key[index] }
    }
    return count > key.count
  }

  /// Looks at the names from `start`, at most two blocks of them.
  private func scan(for key: [UInt8], from start: Int) -> (entry: Entry?, isPrefix: Bool) {
    var position = start
    var entry: Entry?
    // How many bytes of the name before agree with the key; a name before the key that shares fewer stays before it.
    var agreeing = 0
    for _ in 0..<(2 * Self.namesPerBlock) {
      guard position >= names.lowerBound, position < names.upperBound else { break }
      let shared = Int(bytes.byte(at: position))
      let count = Int(bytes.byte(at: position + 1))
      let suffix = position + 2
      position = suffix + count
      let flags = bytes.byte(at: position)
      position += 1
      let length = variable(&position)
      let list = position..<(position + length)
      position += length
      // Sorted names: one that shares more than agrees differs where the one before did, and lies before the key too.
      if shared == 0 { agreeing = 0 }  // The start of a block.
      if shared > agreeing { continue }
      if shared < agreeing { break }
      var index = 0
      while index < count, agreeing < key.count, bytes.byte(at: suffix + index) == key[agreeing] {
        index += 1
        agreeing += 1
      }
      if agreeing == key.count {
        if index == count {
          entry = Entry(list: list, isCommonWord: flags & 1 != 0, isAcronym: flags & 2 != 0)
          continue
        }
        return (entry, bytes.byte(at: suffix + index) == 0x20)
      }
      if index < count, bytes.byte(at: suffix + index) > key[agreeing] { break }
    }
    return (entry, false)
  }

  /// The entry of a name as written.
  package func entry(named name: String) -> Entry? {
    var key: [UInt8] = []
    for token in Tokenizer.tokens(of: name) { Self.append(token, to: &key) }
    return find(key).entry
  }

  /// The names that start at a token, the shortest first: how many tokens each takes, and its entry.
  func entries(in tokens: [Token], at index: Int, upTo end: Int) -> [(count: Int, entry: Entry)] {
    var found: [(count: Int, entry: Entry)] = []
    var key: [UInt8] = []
    let end = min(end, index + 7, tokens.count)
    var next = index
    while next < end {
      Self.append(tokens[next], to: &key)
      guard key.count <= 64 else { break }
      next += 1
      let (entry, isPrefix) = find(key)
      if let entry { found.append((next - index, entry)) }
      if !isPrefix { break }
    }
    return found
  }

  /// Appends a token's key in the form of the gazetteer: hyphens as spaces, no apostrophes, no stops.
  private static func append(_ token: Token, to key: inout [UInt8]) {
    if !key.isEmpty { key.append(0x20) }
    for byte in token.key.utf8 {
      switch byte {
      case 0x2D: if key.last != 0x20 { key.append(0x20) }
      case 0x27, 0x2E: break
      default: key.append(byte)
      }
    }
  }
}

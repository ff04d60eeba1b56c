import DatelineCore

/// Why the bytes of a time zone file cannot be used.
struct TZifFault: Error {
  /// What is wrong, for people.
  var reason: String
}

/// Reads a compiled time zone file, TZif versions 1 to 4 (RFC 9636, section 3).
struct TZifFile {
  private let bytes: [UInt8]
  private var position = 0

  /// The zone that the bytes of a file describe.
  static func rules(_ bytes: [UInt8]) throws(TZifFault) -> ZoneRules {
    var file = TZifFile(bytes: bytes)
    return try file.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private struct Header {
    var version: UInt8
    var utcMarks, standardMarks, leapSeconds, transitions, types, characters: Int

    /// The length of the block behind this header.
    func blockLength(timeSize: Int) -> Int {
      transitions * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4) + standardMarks + utcMarks
    }
  }

  private mutating func read() throws(TZifFault) -> ZoneRules {
    var header = try readHeader()
    var timeSize = 4
    if header.version >= 2 {
      // The first block is for programs that know version 1 alone.
      try skip(header.blockLength(timeSize: 4))
      header = try readHeader()
      timeSize = 8
    }
    guard header.blockLength(timeSize: timeSize) <= bytes.count - position else {
      throw TZifFault(reason: "it ends before its tables do")
    }
    guard header.leapSeconds == 0 else {
      throw TZifFault(reason: "its seconds count leap seconds, which no calendar does; take a zone without 'right/'")
    }
    let transitions = try readTransitions(header, timeSize: timeSize)
    var periods = try readPeriods(header)
    try skip(header.standardMarks + header.utcMarks)
    // RFC 9636, section 3.2: type 0 holds before the first transition. That is standard time in every file of the
    // database; where it is not, the first standard time is what Python takes too.
    let initial = periods.firstIndex { !$0.isDaylight } ?? 0
    guard timeSize == 8, let footer = try readFooter() else {
      return ZoneRules(periods: periods, initial: initial, transitions: transitions, yearly: [])
    }
    let numberBefore = periods.count
    periods += footer.periods
    let yearly = footer.onsets.map { onset in
      var onset = onset
      onset.period += numberBefore
      return onset
    }
    return ZoneRules(
      periods: periods, initial: transitions.isEmpty && footer.onsets.isEmpty ? numberBefore : initial,
      transitions: transitions, yearly: yearly)
  }

  private mutating func skip(_ count: Int) throws(TZifFault) {
    guard count <= bytes.count - position else { throw TZifFault(reason: "it ends before its tables do") }
    position += count
  }

  /// A number of `size` bytes, big end first, as the two's complement that it is.
  private mutating func readNumber(_ size: Int) throws(TZifFault) -> Int {
    let start = position
    try skip(size)
    var value = bytes[start] >= 0x80 ? -1 : 0
    for index in start..<position { value = value << 8 | Int(bytes[index]) }
    return value
  }

  private mutating func readHeader() throws(TZifFault) -> Header {
    let start = position
    try skip(20)
    guard bytes[start..<start + 4].elementsEqual("TZif".utf8) else {
      throw TZifFault(reason: "it does not begin with 'TZif'")
    }
    let digit = bytes[start + 4]
    guard digit == 0 || 0x32...0x39 ~= digit else { throw TZifFault(reason: "its version is unknown") }
    var counts: [Int] = []
    for _ in 0..<6 {
      let count = try readNumber(4)
      guard count >= 0 else { throw TZifFault(reason: "a count in its header is too large") }
      counts.append(count)
    }
    return Header(
      version: digit == 0 ? 1 : digit - 0x30, utcMarks: counts[0], standardMarks: counts[1], leapSeconds: counts[2],
      transitions: counts[3], types: counts[4], characters: counts[5])
  }

  private mutating func readTransitions(
    _ header: Header, timeSize: Int
  ) throws(TZifFault) -> [(instant: Int, period: Int)] {
    var transitions: [(instant: Int, period: Int)] = []
    for _ in 0..<header.transitions {
      let instant = try readNumber(timeSize)
      guard -(1 << 59)...(1 << 59) ~= instant, instant > transitions.last?.instant ?? Int.min else {
        throw TZifFault(reason: "its transitions are out of order")
      }
      transitions.append((instant, 0))
    }
    for index in transitions.indices {
      let type = try readNumber(1) & 0xFF
      guard type < header.types else { throw TZifFault(reason: "a transition names a type that it has not") }
      transitions[index].period = type
    }
    return transitions
  }

  private mutating func readPeriods(_ header: Header) throws(TZifFault) -> [ZoneOffsetPeriod] {
    guard 1...256 ~= header.types else { throw TZifFault(reason: "it has no types, or too many") }
    let names = position + header.types * 6
    var periods: [ZoneOffsetPeriod] = []
    for _ in 0..<header.types {
      let offset = try readNumber(4)
      let isDaylight = try readNumber(1) != 0
      let name = try readNumber(1) & 0xFF
      guard -89_999...93_599 ~= offset else { throw TZifFault(reason: "an offset is longer than a day") }
      guard name < header.characters else { throw TZifFault(reason: "an abbreviation lies outside of its list") }
      let letters = bytes[(names + name)..<(names + header.characters)].prefix { $0 != 0 }
      periods.append(
        ZoneOffsetPeriod(
          utcOffset: offset, isDaylight: isDaylight, abbreviation: String(decoding: letters, as: UTF8.self)))
    }
    try skip(header.characters)
    return periods
  }

  /// The rules behind the tables, between two line feeds; nil where none are given.
  private mutating func readFooter() throws(TZifFault) -> POSIXZoneText? {
    guard position < bytes.count, bytes[position] == 0x0A,
      let end = bytes[(position + 1)...].firstIndex(of: 0x0A)
    else { throw TZifFault(reason: "it has no footer") }
    let text = bytes[(position + 1)..<end]
    if text.isEmpty { return nil }
    guard let footer = POSIXZoneText(text) else { throw TZifFault(reason: "its footer is no TZ text of POSIX") }
    return footer
  }
}

internal import DatelineCore

/// The words of a date: names of days and months, numbers, a clock, a zone, in any usual order, or a date by ISO 8601 and
/// what is usual behind one.
struct FeedDateWords {
  private var day: Int?
  private var month: Int?
  private var year: Int?
  private var clock: Clock?
  private var offset: ZoneOffset?
  private var namesOffset = false
  private var hasWeekday = false
  private var isUnreadable = false
  /// Words where the zone stands that name none which is the same everywhere: the time stands without one.
  private(set) var unreadZone: String?

  private struct Clock {
    var hour: Int
    var minute: Int
    var second = 0
    var nanosecond = 0
    var fractionDigits = 0
    var isTwelveHours = false
  }

  /// - Parameter text: A date without space around it.
  init(_ text: String) {
    let rest = takeISODate(Array(text.utf8)) ?? text
    for word in Self.words(of: rest) where !isUnreadable { take(word) }
  }

  var date: DateOrInstant? {
    guard !isUnreadable, let month, let year, clock != nil || offset == nil else { return nil }
    guard let day else {
      return clock == nil ? EDTF("\(Self.padded(year, 4))-\(Self.padded(month, 2))").map { .date($0) } : nil
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    guard let clock else { return EDTF("\(date)").map { .date($0) } }
    return Instant(
      date: date, hour: clock.hour, minute: clock.minute, second: clock.second, nanosecond: clock.nanosecond,
      fractionDigits: clock.fractionDigits, offset: offset
    ).map { .instant($0) }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  // MARK: - Words

  /// Takes `2024-01-13`, `2024/01/13` or `20240113` at the beginning.
  ///
  /// - Returns: What stands behind it, with colons in the clock; nil where there is no such date.
  private mutating func takeISODate(_ bytes: [UInt8]) -> String? {
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count, bytes[range].allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
      return Int(String(decoding: bytes[range], as: UTF8.self))
    }
    guard bytes.count >= 8, let year = number(0..<4) else { return nil }
    let isBasic = number(4..<8) != nil
    let separator = bytes[4]
    let length = isBasic ? 8 : 10
    guard let month = number(isBasic ? 4..<6 : 5..<7), let day = number(isBasic ? 6..<8 : 8..<10),
      isBasic || (separator == bytes[7] && (separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")))
    else { return nil }
    let next = bytes.count > length ? bytes[length] : 0x20
    let hasMark = next | 0x20 == UInt8(ascii: "t")
    guard hasMark ? bytes.count > length + 1 : next == 0x20 || next == UInt8(ascii: ",") else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    var rest = Array(bytes.dropFirst(length + (hasMark ? 1 : 0)))
    if isBasic, hasMark {
      let digits = rest.prefix { 0x30...0x39 ~= $0 }.count
      if digits == 6 { rest.insert(UInt8(ascii: ":"), at: 4) }
      if digits == 4 || digits == 6 { rest.insert(UInt8(ascii: ":"), at: 2) }
    }
    return String(decoding: rest, as: UTF8.self)
  }

  /// The words without comments, commas and the hyphens of `13-Jan-2024`. What follows a clock at once is a word of its
  /// own; an offset from `GMT` belongs to it.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      if scalar == "(" { depth += 1 }
      if depth > 0 {
        if scalar == ")" { depth -= 1 }
        continue
      }
      let isSign = scalar == "+" || scalar == "-"
      let isClock = word.contains(":") && word.first?.isNumber == true
      // A hyphen after a space or a time is the sign of an offset.
      let joins =
        scalar == "-" && !word.isEmpty && !word.contains(":") && (last.properties.isAlphabetic || word.count < 3)
      if isSign, universal.contains(word.lowercased()) {
        word.unicodeScalars.append(scalar)
      } else if scalar == "," || scalar.properties.isWhitespace || joins {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else if isClock, isSign || (scalar.properties.isAlphabetic && last != ":" && last != ".") {
        words.append(word)
        word = String(scalar)
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private mutating func take(_ word: String) {
    let sign = word.firstIndex { $0 == "+" || $0 == "-" }
    if word.contains(":"), word.first?.isNumber == true {
      takeClock(word)
    } else if let number = Int(word), word.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      takeNumber(number, digits: word.utf8.count)
    } else if let sign, sign == word.startIndex || Self.universal.contains(word[..<sign].lowercased()) {
      takeOffset(word[sign...], fewestDigits: sign == word.startIndex ? 2 : 1)
    } else {
      takeName(word)
    }
  }

  private mutating func takeClock(_ word: String) {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    let fraction = parts.last.flatMap { last in last.firstIndex(of: ".").map { last[$0...].dropFirst().prefix(9) } }
    let whole = parts.map { Int($0.prefix { $0 != "." }) }
    guard clock == nil, 2...3 ~= parts.count, let hour = whole[0], let minute = whole[1],
      let second = parts.count == 3 ? whole[2] : 0, 0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second
    else { return isUnreadable = true }
    var clock = Clock(hour: hour, minute: minute, second: second)
    if let fraction, !fraction.isEmpty {
      guard let number = Int(fraction), parts.count == 3 else { return isUnreadable = true }
      clock.fractionDigits = fraction.count
      clock.nanosecond = (fraction.count..<9).reduce(number) { value, _ in value * 10 }
    }
    self.clock = clock
  }

  private mutating func takeNumber(_ number: Int, digits: Int) {
    if digits <= 2, day == nil, 1...31 ~= number {
      day = number
    } else if year == nil, digits == 4 {
      year = number
    } else if year == nil, digits == 2 {
      // RFC 5322, section 4.3.
      year = number + (number < 50 ? 2000 : 1900)
    } else {
      isUnreadable = true
    }
  }

  // MARK: - Zones

  private mutating func takeOffset(_ word: Substring, fewestDigits: Int) {
    let digits = word.dropFirst().filter { $0 != ":" }
    guard let number = Int(digits), fewestDigits...4 ~= digits.count, digits.count != 3 else {
      return isUnreadable = true
    }
    let minutes = digits.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
    guard number % 100 < 60 || digits.count <= 2 else { return isUnreadable = true }
    let read =
      minutes == 0 && word.first == "-" ? .unknown : ZoneOffset(minutes: word.first == "-" ? -minutes : minutes)
    // A name before it says the same, or is the one from which the offset counts.
    let agrees = offset == nil || (namesOffset && (offset == .utc || offset == read))
    guard let read, agrees else { return isUnreadable = true }
    offset = read
    namesOffset = false
    unreadZone = nil
  }

  private mutating func takeName(_ word: String) {
    let name = word.lowercased()
    let start = String(name.prefix { $0.isLetter }.prefix(3))
    if name.count >= 3, let found = Self.months.firstIndex(of: start), month == nil {
      month = found + 1
    } else if name.count >= 3, Self.days.contains(start), !hasWeekday {
      hasWeekday = true
    } else if clock != nil, let half = Self.halves[name.filter { $0 != "." }] {
      takeHalf(half)
    } else if clock != nil, let minutes = Self.zones[name] {
      let read = minutes == 0 ? .utc : ZoneOffset(minutes: minutes)
      if offset == nil {
        (offset, namesOffset) = (read, true)
      } else if namesOffset, offset != read {
        isUnreadable = true
      }
    } else if let number = Int(name.prefix { $0.isNumber }),
      ["st", "nd", "rd", "th"].contains(String(name.suffix(2)))
    {
      takeNumber(number, digits: 2)
    } else if clock == nil ? name != "at" : !name.allSatisfy({ $0.isLetter }) {
      isUnreadable = true
    } else if clock != nil, offset == nil {
      unreadZone = unreadZone.map { "\($0) \(word)" } ?? word
    }
  }

  /// Takes `AM` or `PM`, of which 12 is the first hour.
  private mutating func takeHalf(_ hours: Int) {
    guard let hour = clock?.hour, 1...12 ~= hour, clock?.isTwelveHours == false else { return isUnreadable = true }
    clock?.hour = hour % 12 + hours
    clock?.isTwelveHours = true
  }

  private static let halves = ["am": 0, "pm": 12]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let days: Set = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  /// The names from which offsets are counted.
  private static let universal: Set = ["gmt", "ut", "utc"]
  /// Minutes east of UTC: those of RFC 822, section 5.1 (RFC 5322, section 4.3), and others that are in use for one offset
  /// alone and have been since there are feeds. Not here are `IST`, `BST`, `AST` and others of several zones, and `MSK`,
  /// which meant another offset from 2011 to 2014.
  private static let zones = [
    "gmt": 0, "ut": 0, "utc": 0, "z": 0, "edt": -240, "est": -300, "cdt": -300, "cst": -360, "mdt": -360, "mst": -420,
    "pdt": -420, "pst": -480,
    "wet": 0, "west": 60, "cet": 60, "cest": 120, "met": 60, "mest": 120, "mez": 60, "mesz": 120, "eet": 120,
    "eest": 180, "sast": 120, "wat": 60, "cat": 120, "eat": 180, "pkt": 300, "wib": 420, "hkt": 480, "jst": 540,
    "kst": 540, "awst": 480, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "akst": -540, "akdt": -480, "hst": -600,
  ]
}

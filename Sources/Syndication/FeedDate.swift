package import DatelineCore

/// Dates as feeds write them: by RFC 3339 and the W3C's note on dates, by RFC 822 in every spelling that programs are
/// known to make of it, and what people type.
package enum FeedDate {
  /// - Returns: nil where nobody could tell the date.
  package static func read(_ text: String) -> DateOrInstant? {
    let text = trimmed(text)
    guard let first = text.utf8.first else { return nil }
    let bytes = Array(text.utf8)
    if let instant = usual(bytes.span) { return .instant(instant) }
    if let instant = Instant(text) ?? Instant(lenient: text) { return .instant(instant) }
    let isPlain = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }
    if isPlain, 0x30...0x39 ~= first, let date = EDTF(text) { return .date(date) }
    return Words(text).date
  }

  /// A date as nearly all feeds of RSS write it, `Sat, 13 Jan 2024 18:30:02 +0300` or with `GMT`, without looking for words.
  ///
  /// - Returns: nil for other forms, and where something of it is no date.
  private static func usual(_ bytes: Span<UInt8>) -> Instant? {
    guard bytes.count == 29 || bytes.count == 31, bytes[3] == UInt8(ascii: ","), bytes[4] == 0x20, bytes[7] == 0x20,
      bytes[11] == 0x20, bytes[16] == 0x20, bytes[19] == UInt8(ascii: ":"), bytes[22] == UInt8(ascii: ":"),
      bytes[25] == 0x20, dayNames.contains(bytes.letters(at: 0)),
      let month = monthNames.firstIndex(of: bytes.letters(at: 8)), let day = bytes.number(in: 5..<7), day > 0,
      let year = bytes.number(in: 12..<16), let hour = bytes.number(in: 17..<19), hour < 24,
      let minute = bytes.number(in: 20..<22), minute < 60, let second = bytes.number(in: 23..<25), second <= 60,
      let offset = usualOffset(bytes), let date = CalendarDate(year: year, month: month + 1, day: day)
    else { return nil }
    return Instant(date: date, hour: hour, minute: minute, second: second, offset: offset)
  }

  private static func usualOffset(_ bytes: Span<UInt8>) -> ZoneOffset? {
    if bytes.count == 29 { return bytes.letters(at: 26) == letters("gmt") ? .utc : nil }
    guard bytes[26] == UInt8(ascii: "+"), let hours = bytes.number(in: 27..<29),
      let minutes = bytes.number(in: 29..<31), minutes < 60
    else { return nil }
    return ZoneOffset(minutes: hours * 60 + minutes)
  }

  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map(letters)
  private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(letters)

  private static func letters(_ word: String) -> UInt32 {
    let bytes = Array(word.utf8)
    return bytes.span.letters(at: 0)
  }

  private static func trimmed(_ text: String) -> String {
    guard text.utf8.first ?? 0 <= 0x20 || text.utf8.last ?? 0 <= 0x20 else { return text }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !" \t\n\r".unicodeScalars.contains($0) }),
      let end = scalars.lastIndex(where: { !" \t\n\r".unicodeScalars.contains($0) })
    else { return "" }
    return String(scalars[start...end])
  }

  /// The words of a date: names of days and months, numbers, a clock, a zone, in any usual order.
  private struct Words {
    private var day: Int?
    private var month: Int?
    private var year: Int?
    private var clock: (hour: Int, minute: Int, second: Int)?
    private var offset: ZoneOffset?
    private var isUnreadable = false

    init(_ text: String) {
      for word in Self.words(of: text) where !isUnreadable { take(word) }
    }

    var date: DateOrInstant? {
      guard !isUnreadable, let month, let year else { return nil }
      guard let day else {
        return clock == nil ? EDTF("\(Self.padded(year, 4))-\(Self.padded(month, 2))").map { .date($0) } : nil
      }
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      guard let clock else { return EDTF("\(date)").map { .date($0) } }
      return Instant(
        date: date, hour: clock.hour, minute: clock.minute, second: clock.second, offset: offset
      ).map { .instant($0) }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The words without comments, commas and the hyphens of `13-Jan-2024`.
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
        // A hyphen after a space or a time is the sign of an offset.
        let joins =
          scalar == "-" && !word.isEmpty && !word.contains(":") && (last.properties.isAlphabetic || word.count < 3)
        if scalar == "," || scalar.properties.isWhitespace || joins {
          if !word.isEmpty { words.append(word) }
          word = ""
        } else if (scalar == "+" || scalar == "-"), word.contains(":") {
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
      if word.contains(":"), word.first?.isNumber == true {
        takeClock(word)
      } else if let number = Int(word), word.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
        takeNumber(number, digits: word.utf8.count)
      } else if let sign = word.first, sign == "+" || sign == "-" {
        takeOffset(word)
      } else {
        takeName(word.lowercased())
      }
    }

    private mutating func takeClock(_ word: String) {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      let whole = parts.map { Int($0.prefix { $0 != "." }) }
      guard clock == nil, 2...3 ~= parts.count, let hour = whole[0], let minute = whole[1],
        let second = parts.count == 3 ? whole[2] : 0, 0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second
      else { return isUnreadable = true }
      clock = (hour, minute, second)
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

    private mutating func takeOffset(_ word: String) {
      let digits = word.dropFirst().filter { $0 != ":" }
      guard let number = Int(digits), digits.count == 4 || digits.count == 2, offset == nil else {
        return isUnreadable = true
      }
      let minutes = digits.count == 2 ? number * 60 : number / 100 * 60 + number % 100
      guard number % 100 < 60 || digits.count == 2 else { return isUnreadable = true }
      if minutes == 0, word.first == "-" {
        offset = .unknown
      } else {
        offset = ZoneOffset(minutes: word.first == "-" ? -minutes : minutes)
      }
      if offset == nil { isUnreadable = true }
    }

    private mutating func takeName(_ name: String) {
      let start = String(name.prefix { $0.isLetter }.prefix(3))
      if name.count >= 3, let found = Self.months.firstIndex(of: start), month == nil {
        month = found + 1
      } else if name.count >= 3, Self.days.contains(start), month == nil, year == nil {
        return
      } else if clock != nil, offset == nil, let minutes = Self.zones[name] {
        offset = minutes == 0 ? .utc : ZoneOffset(minutes: minutes)
      } else if let number = Int(name.prefix { $0.isNumber }),
        ["st", "nd", "rd", "th"].contains(String(name.suffix(2)))
      {
        takeNumber(number, digits: 2)
      } else if clock == nil || !name.allSatisfy({ $0.isLetter }) {
        isUnreadable = true
      }
      // The name of another zone says nothing that is the same everywhere: the time stands without one.
    }

    private static let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let days: Set = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    /// Minutes east of UTC (RFC 822, section 5.1; RFC 5322, section 4.3).
    private static let zones = [
      "gmt": 0, "ut": 0, "utc": 0, "z": 0, "edt": -240, "est": -300, "cdt": -300, "cst": -360, "mdt": -360, "mst": -420,
      "pdt": -420, "pst": -480,
    ]
  }

  /// A date-time by RFC 822 with a year of four digits: `Sat, 13 Jan 2024 18:30:02 +0300`. A fraction of a second is left
  /// out.
  ///
  /// - Returns: nil without an offset, since RFC 822 has no such time.
  package static func rfc822(_ instant: Instant) -> String? {
    guard let offset = instant.offset else { return nil }
    let minutes = abs(offset.minutes)
    let zone =
      offset.minutes == 0 ? "GMT" : (offset.isNegative ? "-" : "+") + two(minutes / 60) + two(minutes % 60)
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return
      "\(days[(instant.date.weekday + 6) % 7]), \(two(instant.day)) \(months[(instant.month + 11) % 12]) "
      + "\(two(instant.year / 100))\(two(instant.year % 100)) "
      + "\(two(instant.hour)):\(two(instant.minute)):\(two(instant.second)) \(zone)"
  }

  /// A date-time by RFC 3339 as Atom wants it; of a day or a month its beginning, in UTC where there is no offset.
  package static func rfc3339(_ date: DateOrInstant) -> String? {
    switch date {
    case .instant(let instant):
      if instant.offset != nil { return instant.description }
      return Instant(
        date: instant.date, hour: instant.hour, minute: instant.minute, second: instant.second,
        nanosecond: instant.nanosecond, fractionDigits: instant.fractionDigits, offset: .utc)?.description
    case .date:
      return date.earliest.flatMap { Instant($0, offset: .utc) }?.description
    }
  }

  /// The date as the W3C's note on dates has it: a year, a month, a day, or a date-time with an offset.
  ///
  /// - Returns: nil for what has no such form.
  package static func w3c(_ date: DateOrInstant) -> String? {
    switch date {
    case .instant(let instant): return instant.offset == nil ? nil : instant.description
    case .date(let date):
      let text = date.description
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let isPlain = parts.allSatisfy { $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
      guard isPlain, 1...3 ~= parts.count, parts[0].utf8.count == 4,
        parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
        date.earliest != nil, parts.count < 2 || (Int(parts[1]) ?? 13) <= 12
      else { return nil }
      return text
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Span<UInt8> {
  /// Three letters in lower case, as one number; 0 where they are no letters.
  fileprivate func letters(at start: Int) -> UInt32 {
    var letters: UInt32 = 0
    for index in start..<start + 3 {
      let letter = self[index] | 0x20
      guard 0x61...0x7A ~= letter, self[index] < 0x80 else { return 0 }
      letters = letters << 8 | UInt32(letter)
    }
    return letters
  }

  /// The number that digits write; nil where there is something else.
  fileprivate func number(in range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      guard 0x30...0x39 ~= self[index] else { return nil }
      number = number * 10 + Int(self[index] - 0x30)
    }
    return number
  }
}

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
    return FeedDateWords(text).date
  }

  /// What stands for the zone in a date whose time is read without one, since it does not mean the same offset everywhere:
  /// `IST`, a letter of the military. nil for other dates.
  package static func unreadZone(in text: String) -> String? {
    guard case .instant(let instant)? = read(text), instant.offset == nil else { return nil }
    return FeedDateWords(trimmed(text)).unreadZone
  }

  /// A sentence about what ``unreadZone(in:)`` finds.
  package static func explanation(ofUnreadZone zone: String) -> String {
    "\(quoted(zone)) is no zone that has one offset everywhere; the time is kept without one, so write the offset, such as +0100"
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

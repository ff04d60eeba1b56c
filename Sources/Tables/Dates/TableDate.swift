import DatelineCore

/// A calendar day as tables spell it.
enum TableDate {
  /// What a cell says.
  enum Reading: Equatable {
    /// One day.
    case day(CalendarDate)
    /// Two numbers that are both 12 or less, and a year: either may be the month.
    case ambiguous(first: Int, second: Int, year: Int)
    /// Two numbers and a year, of which only the first can be the day.
    case dayFirst(CalendarDate)
    /// Two numbers and a year, of which only the second can be the day.
    case monthFirst(CalendarDate)
  }

  /// Reads `2016-07-02` (also with the time of midnight behind it), `28 December 2022`, `01-January-2015`, `28 Dec 2022`,
  /// `December 28, 2022`, `24/12/1997`, `24.12.1997` and `24-12-1997`.
  ///
  /// - Returns: nil for anything else, and for days that the calendar does not have.
  static func read(_ bytes: Span<UInt8>) -> Reading? {
    if let day = isoDay(bytes) { return .day(day) }
    var scanner = Scanner()
    guard scanner.scan(bytes) else { return nil }
    switch (scanner.parts[0], scanner.parts[1], scanner.parts[2]) {
    case (.number(let day, _), .month(let month), .number(let year, 4)),
      (.month(let month), .number(let day, _), .number(let year, 4)):
      return CalendarDate(year: year, month: month, day: day).map { .day($0) }
    case (.number(let first, ...2), .number(let second, ...2), .number(let year, 4)):
      if first <= 12, second <= 12 {
        guard first > 0, second > 0 else { return nil }
        // Both orders name the same day.
        if first == second { return CalendarDate(year: year, month: first, day: second).map { .day($0) } }
        return .ambiguous(first: first, second: second, year: year)
      }
      if let date = CalendarDate(year: year, month: second, day: first) { return .dayFirst(date) }
      return CalendarDate(year: year, month: first, day: second).map { .monthFirst($0) }
    default: return nil
    }
  }

  private static func isoDay(_ bytes: Span<UInt8>) -> CalendarDate? {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-") else { return nil }
    guard let day = bytes.calendarDate(at: 0) else { return nil }
    guard bytes.count > 10 else { return day }
    guard bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T") else { return nil }
    // Nothing but a midnight, such as exports of spreadsheets add.
    for index in 11..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "0"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "Z"): break
      default: return nil
      }
    }
    return bytes.count >= 16 ? day : nil
  }

  /// A number with its count of digits, or the name of a month.
  private enum Part {
    case number(Int, Int)
    case month(Int)
    case none
  }

  /// Takes three parts, with one or two separators between them.
  private struct Scanner {
    var parts: InlineArray<3, Part> = [.none, .none, .none]

    mutating func scan(_ bytes: Span<UInt8>) -> Bool {
      var index = 0
      for place in 0..<3 {
        let start = index
        while index < bytes.count, !Self.isSeparator(bytes[index]) { index += 1 }
        guard let part = Self.part(bytes.extracting(start..<index)) else { return false }
        parts[place] = part
        let end = index
        while index < bytes.count, Self.isSeparator(bytes[index]) { index += 1 }
        if place < 2, index == end || index - end > 2 { return false }
      }
      return index == bytes.count && !Self.isSeparator(bytes[bytes.count - 1])
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","): true
      default: false
      }
    }

    private static func part(_ bytes: Span<UInt8>) -> Part? {
      guard bytes.count > 0 else { return nil }
      if 0x30...0x39 ~= bytes[0] {
        guard bytes.count <= 4 else { return nil }
        var value = 0
        for index in bytes.indices {
          guard 0x30...0x39 ~= bytes[index] else { return nil }
          value = value * 10 + Int(bytes[index] & 0x0F)
        }
        return .number(value, bytes.count)
      }
      return month(bytes).map { .month($0) }
    }

    /// The month with that English name, or its first three letters, in any case.
    private static func month(_ bytes: Span<UInt8>) -> Int? {
      for (index, name) in months.enumerated() where bytes.count == 3 || bytes.count == name.count {
        let name = name.span
        var isEqual = true
        for place in bytes.indices where bytes[place] | 0x20 != name[place] { isEqual = false }
        if isEqual { return index + 1 }
      }
      return nil
    }
  }

  private static let months: [[UInt8]] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ].map { Array($0.utf8) }
}

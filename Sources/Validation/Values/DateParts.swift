internal import DatelineCore

/// A moment that a date of any form gives, for comparing.
package struct DateParts {
  /// Seconds since 1970-01-01T00:00:00Z; where no zone is known, as if it were UTC.
  package var seconds: Int
  /// The year as it was written.
  package var year: Int

  /// - Returns: nil where the calendar has no such day or the clock no such time.
  init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, offsetMinutes: Int = 0) {
    guard let date = CalendarDate(year: year, month: month, day: day), 0...23 ~= hour, 0...59 ~= minute,
      0...60 ~= second
    else { return nil }
    self.year = year
    seconds = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offsetMinutes * 60
  }
}

/// The parts of a date-time as they are written.
struct DateFields {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int
  /// Minutes east of UTC.
  var offset: Int
  var hasFraction = false

  /// The moment; nil where the calendar or the clock has none.
  var parts: DateParts? {
    DateParts(year: year, month: month, day: day, hour: hour, minute: minute, second: second, offsetMinutes: offset)
  }

  /// Why the calendar has no such day; nil where it has.
  static func fault(year: Int, month: Int, day: Int) -> String? {
    guard CalendarDate(year: year, month: month, day: day) == nil else { return nil }
    guard 1...12 ~= month else { return "there is no month \(month)" }
    return "\(monthNames[month - 1]) \(year) has no day \(day)"
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension Span<UInt8> {
  /// The value of exactly `count` digits at `index`; nil where there are others.
  func number(at index: Int, digits count: Int) -> Int? {
    guard index >= 0, index + count <= self.count else { return nil }
    var value = 0
    for position in index..<(index + count) {
      guard self[position].isDigit else { return nil }
      value = value * 10 + Int(self[position] - 0x30)
    }
    return value
  }

  /// How many digits stand at `index`.
  func digitCount(at index: Int) -> Int {
    var position = index
    while position < count, self[position].isDigit { position += 1 }
    return position - index
  }

  func has(_ byte: UInt8, at index: Int) -> Bool { index < count && self[index] == byte }
}

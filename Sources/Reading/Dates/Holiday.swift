import DatelineCore

/// A day that news calls by its name.
enum Holiday: UInt8, Sendable {
  case newYearsDay, newYearsEve, epiphany, martinLutherKingDay, valentinesDay, presidentsDay, saintPatricksDay
  case goodFriday, palmSunday, easter, easterMonday, ascension, pentecost, aprilFools, mayDay, mothersDay, memorialDay
  case juneteenth, fathersDay, independenceDay, laborDay, columbusDay, halloween, allSaints, veteransDay, thanksgiving
  case blackFriday, christmasEve, christmas, boxingDay, ashWednesday, womensDay, victoryDay

  /// Names in one word of the folded form; those of several words are joined by the finder.
  static let names: [(String, Holiday)] = [
    ("thanksgiving", .thanksgiving), ("christmas xmas", .christmas), ("halloween", .halloween), ("easter", .easter),
    ("epiphany", .epiphany), ("juneteenth", .juneteenth), ("pentecost whitsun", .pentecost),
  ]

  /// Names of several words, folded.
  static let phrases: [([String], Holiday)] = [
    ("new year's day", newYearsDay), ("new years day", newYearsDay), ("new year day", newYearsDay),
    ("new year's eve", newYearsEve), ("new years eve", newYearsEve), ("new year eve", newYearsEve),
    ("martin luther king day", martinLutherKingDay), ("mlk day", martinLutherKingDay), ("valentine day", valentinesDay),
    ("valentines day", valentinesDay),
    ("presidents day", presidentsDay), ("st patrick day", saintPatricksDay), ("good friday", goodFriday),
    ("palm sunday", palmSunday), ("easter sunday", easter), ("easter monday", easterMonday),
    ("ascension day", ascension),
    ("april fools day", aprilFools), ("may day", mayDay), ("mother day", mothersDay), ("mothers day", mothersDay),
    ("memorial day", memorialDay), ("father day", fathersDay), ("fathers day", fathersDay),
    ("independence day", independenceDay), ("fourth of july", independenceDay), ("labor day", laborDay),
    ("columbus day", columbusDay), ("all saints day", allSaints), ("veterans day", veteransDay),
    ("thanksgiving day", thanksgiving), ("black friday", blackFriday), ("christmas eve", christmasEve),
    ("christmas day", christmas), ("boxing day", boxingDay), ("ash wednesday", ashWednesday),
    ("women day", womensDay), ("victory day", victoryDay),
  ].map { (name: String, holiday: Holiday) in (name.split(separator: " ").map(String.init), holiday) }

  private enum Rule {
    case fixed(month: Int, day: Int)
    /// The n-th weekday of a month; -1 is the last.
    case weekday(Int, Int, month: Int)
    /// Days from Easter Sunday.
    case easter(Int)
  }

  private var rule: Rule {
    switch self {
    case .newYearsDay: .fixed(month: 1, day: 1)
    case .newYearsEve: .fixed(month: 12, day: 31)
    case .epiphany: .fixed(month: 1, day: 6)
    case .martinLutherKingDay: .weekday(3, 1, month: 1)
    case .valentinesDay: .fixed(month: 2, day: 14)
    case .presidentsDay: .weekday(3, 1, month: 2)
    case .saintPatricksDay: .fixed(month: 3, day: 17)
    case .womensDay: .fixed(month: 3, day: 8)
    case .ashWednesday: .easter(-46)
    case .palmSunday: .easter(-7)
    case .goodFriday: .easter(-2)
    case .easter: .easter(0)
    case .easterMonday: .easter(1)
    case .ascension: .easter(39)
    case .pentecost: .easter(49)
    case .aprilFools: .fixed(month: 4, day: 1)
    case .mayDay: .fixed(month: 5, day: 1)
    case .victoryDay: .fixed(month: 5, day: 9)
    case .mothersDay: .weekday(2, 7, month: 5)
    case .memorialDay: .weekday(-1, 1, month: 5)
    case .juneteenth: .fixed(month: 6, day: 19)
    case .fathersDay: .weekday(3, 7, month: 6)
    case .independenceDay: .fixed(month: 7, day: 4)
    case .laborDay: .weekday(1, 1, month: 9)
    case .columbusDay: .weekday(2, 1, month: 10)
    case .halloween: .fixed(month: 10, day: 31)
    case .allSaints: .fixed(month: 11, day: 1)
    case .veteransDay: .fixed(month: 11, day: 11)
    case .thanksgiving: .weekday(4, 4, month: 11)
    case .blackFriday: .weekday(4, 5, month: 11)
    case .christmasEve: .fixed(month: 12, day: 24)
    case .christmas: .fixed(month: 12, day: 25)
    case .boxingDay: .fixed(month: 12, day: 26)
    }
  }

  /// The day of the holiday in a year of the Gregorian calendar.
  func date(in year: Int) -> CalendarDate? {
    switch rule {
    case .fixed(let month, let day): return CalendarDate(year: year, month: month, day: day)
    case .easter(let days): return Self.easterSunday(in: year)?.adding(days: days)
    case .weekday(let count, let weekday, let month):
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      let last = first.adding(days: CalendarDate.days(inMonth: month, of: year) - 1)
      // Black Friday follows Thanksgiving, which is not always the fourth Friday.
      if self == .blackFriday { return Holiday.thanksgiving.date(in: year)?.adding(days: 1) }
      return CalendarArithmetic.weekday(count, weekday, from: first, through: last)
    }
  }

  /// Easter by the method of Meeus, Jones and Butcher.
  private static func easterSunday(in year: Int) -> CalendarDate? {
    guard year > 0 else { return nil }
    let golden = year % 19
    let century = year / 100
    let yearOfCentury = year % 100
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekdayShift = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekdayShift) / 451
    let sum = epact + weekdayShift - 7 * late + 114
    return CalendarDate(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}

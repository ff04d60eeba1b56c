import DatelineCore
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (2000, 2, 29, 11016), (1969, 12, 31, -1), (0, 3, 1, -719_468), (-4, 2, 29, -720_930),
  ])
  func `a day number counts from the first of January 1970`(year: Int, month: Int, day: Int, number: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(date.dayNumber == number)
    #expect(CalendarDate(dayNumber: number) == date)
  }

  @Test func `a day number and its date agree over forty centuries`() {
    var previous = CalendarDate(dayNumber: -800_000)
    for number in -799_999...800_000 {
      let date = CalendarDate(dayNumber: number)
      #expect(date.dayNumber == number && previous < date)
      previous = date
    }
  }

  @Test func `a leap day exists only in leap years`() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 0, month: 2, day: 29) != nil)
  }
}

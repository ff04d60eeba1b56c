import DatelineCore
import Testing

@testable import DatelineTables

/// Days as tables spell them, and the order of day and month in a column.
@Suite struct TableDateTests {
  private func read(_ text: String) -> TableDate.Reading? {
    let bytes = Array(text.utf8)
    return TableDate.read(bytes.span)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
  }

  @Test(arguments: [
    "2022-12-28", "2022-12-28 00:00:00", "2022-12-28T00:00:00.000Z", "28 December 2022", "28-December-2022",
    "28 Dec 2022", "28 DEC 2022", "28-dec-2022", "December 28, 2022", "Dec 28 2022",
  ])
  func `a day is read in every spelling`(text: String) throws {
    #expect(read(text) == .day(try day(2022, 12, 28)))
  }

  @Test(arguments: [
    "", "2022", "2022-13-01", "2022-02-29", "2022-12-28 11:30", "2022-12-28x", "31 February 2024", "28 Decembers 2022",
    "28  - December 2022", "0/1/2022", "13/13/2022", "1/2/22", "28 December", "28 December 2022 ", "28/12/2022/", "x",
    "00000000001/02/2022",
  ])
  func `what is no day is refused`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `two numbers tell their order where one is above twelve`() throws {
    #expect(read("24/12/1997") == .dayFirst(try day(1997, 12, 24)))
    #expect(read("12/24/1997") == .monthFirst(try day(1997, 12, 24)))
    #expect(read("2/1/1997") == .ambiguous(first: 2, second: 1, year: 1997))
    #expect(read("02.02.1997") == .day(try day(1997, 2, 2)))
  }

  @Test func `every day of a leap year comes back from every spelling`() throws {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    for offset in 0..<366 {
      let date = try day(2024, 1, 1).adding(days: offset)
      #expect(read("\(date)") == .day(date))
      #expect(read("\(date.day) \(names[date.month - 1]) 2024") == .day(date))
      var order = DateOrder()
      order.learn(.dayFirst(date))
      let slashed = try #require(read("\(date.day)/\(date.month)/2024"))
      #expect(order.resolve(slashed)?.day == date)
    }
  }

  @Test func `a column without a telling date is day first, which is said once`() throws {
    var order = DateOrder()
    let reading = TableDate.Reading.ambiguous(first: 2, second: 1, year: 1997)
    let first = order.resolve(reading)
    #expect(first?.day == CalendarDate(year: 1997, month: 1, day: 2) && first?.doubt == .assumed)
    #expect(order.resolve(reading)?.doubt == nil)
  }

  @Test func `a column learns its order, and says what contradicts it`() throws {
    var order = DateOrder()
    order.learn(.monthFirst(try day(1997, 12, 24)))
    let ambiguous = order.resolve(.ambiguous(first: 2, second: 1, year: 1997))
    #expect(ambiguous?.day == CalendarDate(year: 1997, month: 2, day: 1) && ambiguous?.doubt == nil)
    #expect(order.resolve(.dayFirst(try day(1997, 12, 24)))?.doubt == .contradicts)
    #expect(order.resolve(.monthFirst(try day(1997, 12, 24)))?.doubt == nil)
  }

  @Test func `a month-first date behind an assumption contradicts it`() throws {
    var order = DateOrder()
    _ = order.resolve(.ambiguous(first: 2, second: 1, year: 1997))
    #expect(order.resolve(.monthFirst(try day(1997, 12, 24)))?.doubt == .contradicts)
  }
}

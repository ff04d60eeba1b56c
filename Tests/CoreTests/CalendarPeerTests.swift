import DatelineCore
import TestSupport
import Foundation
import Testing

/// Where the first `python3` of the search path is, if there is one.
private let python: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .map { URL(fileURLWithPath: String($0)).appendingPathComponent("python3") }
  .first { FileManager.default.isExecutableFile(atPath: $0.path) }

@Suite struct CalendarPeerTests {
  @Test(.enabled(if: python != nil, "skipped: there is no python3 to compare with"))
  func `ten thousand days are the days of another calendar`() throws {
    var random = SeededRandom(seed: 7)
    let numbers = (0..<10_000).map { _ in Int.random(in: -719_162...2_932_896, using: &random) }
    let lines = try Self.answers(to: numbers)
    try #require(lines.count == numbers.count)
    for (number, line) in zip(numbers, lines) {
      let date = CalendarDate(dayNumber: number)
      let count = CalendarDate.days(inMonth: date.month, of: date.year)
      #expect("\(date.year) \(date.month) \(date.day) \(date.weekday) \(count)" == line)
      #expect(date.dayNumber == number)
    }
  }

  /// Year, month, day, ISO weekday and length of the month of each day number, one line each.
  private static func answers(to numbers: [Int]) throws -> [Substring] {
    let script = """
      import sys, calendar, datetime
      for number in sys.stdin.read().split():
          day = datetime.date.fromordinal(int(number) + datetime.date(1970, 1, 1).toordinal())
          print(day.year, day.month, day.day, day.isoweekday(), calendar.monthrange(day.year, day.month)[1])
      """
    let process = Process()
    process.executableURL = python
    process.arguments = ["-I", "-c", script]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(numbers.map(String.init).joined(separator: "\n").utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }

  @Test func `the calendar repeats after four hundred years, to the weekday`() throws {
    var random = SeededRandom(seed: 8)
    for _ in 0..<10_000 {
      let date = CalendarDate(dayNumber: Int.random(in: -500_000_000...500_000_000, using: &random))
      let later = date.adding(days: 146_097)
      #expect(later.year == date.year + 400 && later.month == date.month && later.day == date.day)
      #expect(later.weekday == date.weekday)
      #expect(date.adding(days: 1).weekday == date.weekday % 7 + 1)
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
    }
  }

  @Test(arguments: [-1_000_000_000_000_000, -10_000, -401, -4, -1, 0, 1, 4, 9_999, 10_000, 1_000_000_000_000_000])
  func `a year has its days, before year 1 and after 9999 too`(year: Int) throws {
    let first = try #require(CalendarDate(year: year, month: 1, day: 1))
    let next = try #require(CalendarDate(year: year + 1, month: 1, day: 1))
    let months = (1...12).map { CalendarDate.days(inMonth: $0, of: year) }
    #expect(next.dayNumber - first.dayNumber == months.reduce(0, +))
    #expect(months.reduce(0, +) == (CalendarDate.isLeap(year) ? 366 : 365))
    #expect(next.adding(days: -1) == CalendarDate(year: year, month: 12, day: 31))
    #expect(CalendarDate(dayNumber: first.dayNumber) == first)
  }

  @Test(arguments: [
    (0, 0, 0), (86_399, 0, 86_399), (86_400, 1, 0), (-1, -1, 86_399), (-86_400, -1, 0), (-86_401, -2, 86_399),
  ])
  func `seconds beyond a day are carried`(seconds: Int, day: Int, rest: Int) {
    let moment = LocalDateTime(CalendarDate(dayNumber: 0), secondOfDay: seconds)
    #expect(moment.date.dayNumber == day && moment.secondOfDay == rest)
    #expect(moment.adding(seconds: -seconds) == LocalDateTime(CalendarDate(dayNumber: 0)))
  }
}

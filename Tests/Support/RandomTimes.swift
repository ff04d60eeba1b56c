package import DatelineCore

/// Random dates, instants and times of day in every form that the model has.
package struct RandomTimes {
  /// Decides everything.
  package var random: SeededRandom

  /// Starts where `random` is.
  package init(random: SeededRandom) { self.random = random }

  /// A date of any form.
  package mutating func date() -> EDTF? {
    var generator = EDTFGenerator(random: random)
    let text = generator.text()
    random = generator.random
    return EDTF(text)
  }

  /// An instant with a fraction of none to nine digits, and any offset or none.
  package mutating func instant() -> Instant? {
    // 0000-01-01 to 9999-12-31.
    let day = CalendarDate(dayNumber: Int.random(in: -719_528...2_932_896, using: &random))
    let digits = random.pick([0, 0, 1, 3, 6, 9, 2])
    let fraction = digits == 0 ? "" : "." + String((0..<digits).map { _ in Character(digit()) })
    let time = [23, 59, 60].map { padded(Int.random(in: 0...$0, using: &random)) }.joined(separator: ":")
    return Instant("\(padded(day.year, 4))-\(padded(day.month))-\(padded(day.day))T\(time)\(fraction)\(offset())")
  }

  /// A time of day, with or without seconds.
  package mutating func clockTime() -> ClockTime? {
    ClockTime(
      hour: Int.random(in: 0...23, using: &random), minute: Int.random(in: 0...59, using: &random),
      second: Bool.random(using: &random) ? nil : Int.random(in: 0...60, using: &random))
  }

  private mutating func offset() -> String {
    let hour = padded(Int.random(in: 0...23, using: &random))
    let minute = padded(Int.random(in: 0...59, using: &random))
    return random.pick(["", "Z", "+00:00", "-00:00", "+\(hour):\(minute)", "-\(hour):\(minute)"])
  }

  private mutating func digit() -> Unicode.Scalar { Unicode.Scalar(UInt8.random(in: 0x30...0x39, using: &random)) }

  private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

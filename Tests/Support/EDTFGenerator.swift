import DatelineCore

/// Writes random EDTF texts of every form, without the module's own printer.
package struct EDTFGenerator {
  /// Decides everything.
  package var random: SeededRandom

  /// Starts where `random` is.
  package init(random: SeededRandom) { self.random = random }

  /// An expression of any form.
  package mutating func text() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: dateTime()
    case 1, 2: interval()
    case 3: set()
    default: date()
    }
  }

  /// A date without time, of any precision.
  package mutating func date() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: longYear()
    case 1: year() + "S\(Int.random(in: 1...4, using: &random))" + qualifier()
    case 2: qualifier() + year(unspecified: true) + qualifier()
    case 3: qualifier() + year(unspecified: true) + qualifier() + "-" + qualifier() + season() + qualifier()
    case 4: qualifier() + year(unspecified: true) + qualifier() + "-" + qualifier() + month() + qualifier()
    default: day()
    }
  }

  private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

  private mutating func qualifier() -> String { chance(4) ? ["?", "~", "%"].randomElement(using: &random) ?? "" : "" }

  private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Replaces digits by X, each with a chance of one in four.
  private mutating func unspecified(_ digits: String) -> String {
    String(digits.map { $0 != "-" && chance(4) ? "X" : $0 })
  }

  private mutating func year(unspecified: Bool = false) -> String {
    // The year before 1 is 0000, and has no sign.
    if chance(40) { return "0000" }
    let digits = padded(Int.random(in: 1...9999, using: &random), 4)
    let sign = chance(6) ? "-" : ""
    return sign + (unspecified && chance(3) ? self.unspecified(digits) : digits).replacing("0000", with: "0001")
  }

  private mutating func longYear() -> String {
    let sign = chance(2) ? "-" : ""
    let qualifier = qualifier()
    if chance(2) { return "Y\(sign)\(Int.random(in: 10_000...999_999_999_999_999, using: &random))" + qualifier }
    let significant = chance(2) ? "S\(Int.random(in: 1...2, using: &random))" : ""
    return "Y\(sign)\(Int.random(in: 1...99, using: &random))E\(Int.random(in: 4...13, using: &random))"
      + significant + qualifier
  }

  private mutating func season() -> String { String(Int.random(in: 21...41, using: &random)) }

  private mutating func month() -> String {
    let digits = padded(Int.random(in: 1...12, using: &random))
    return chance(4) ? unspecified(digits) : digits
  }

  private mutating func plainDay() -> (String, String, String) {
    let date = CalendarDate(dayNumber: Int.random(in: -719_162...2_932_896, using: &random))
    return (padded(date.year, 4), padded(date.month), padded(date.day))
  }

  private mutating func day() -> String {
    var (year, month, day) = plainDay()
    guard chance(2) else { return "\(year)-\(month)-\(day)" }
    (year, month, day) = (unspecified(year), unspecified(month), unspecified(day))
    return qualifier() + year + qualifier() + "-" + qualifier() + month + qualifier() + "-" + qualifier() + day
      + qualifier()
  }

  private mutating func dateTime() -> String {
    let (year, month, day) = plainDay()
    let time = [23, 59, 60].map { padded(Int.random(in: 0...$0, using: &random)) }.joined(separator: ":")
    let sign = chance(2) ? "+" : "-"
    let hours = padded(Int.random(in: 0...23, using: &random))
    let minutes = padded(Int.random(in: 0...59, using: &random))
    let offset = ["", "Z", sign + hours, "\(sign)\(hours):\(minutes)"].randomElement(using: &random) ?? ""
    return "\(year)-\(month)-\(day)T\(time)\(offset)"
  }

  private mutating func interval() -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: "../" + date()
    case 1: date() + "/.."
    case 2: "/" + date()
    case 3: date() + "/"
    default: date() + "/" + date()
    }
  }

  private mutating func set() -> String {
    let count = Int.random(in: 1...5, using: &random)
    var members: [String] = []
    for index in 0..<count {
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where index == 0: members.append(".." + date())
      case 1 where index == count - 1: members.append(date() + "..")
      case 2: members.append(date() + ".." + date())
      default: members.append(date())
      }
    }
    let text = members.joined(separator: chance(3) ? ", " : ",")
    return chance(2) ? "[\(text)]" : "{\(text)}"
  }
}

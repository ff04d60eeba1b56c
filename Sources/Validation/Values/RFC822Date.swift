internal import DatelineCore

/// A date by RFC 822, section 5, with the four-digit years of RFC 1123 and RFC 5322.
package enum RFC822Date {
  /// The moment; nil, and a problem, where the value is no such date.
  ///
  /// - Parameter wantsWholeHours: Whether a zone with minutes counts as unusual, as the reference validator has it.
  package static func check(
    _ value: Span<UInt8>, wantsWholeHours: Bool = false, _ problems: inout [ValueProblem]
  ) -> DateParts? {
    var scanner = Scanner()
    let parts = scanner.read(value)
    guard let parts else {
      problems.append(RFC822DateFault.problem(value, scanner))
      return nil
    }
    let rewritten = text(of: scanner.fields)
    if let named = scanner.weekday, let actual = weekday(of: scanner), named != actual {
      problems.append(
        ValueProblem(
          .rssDateWeekday,
          "that day is a \(weekdayNames[actual]), not a \(weekdayNames[named]); write '\(dayNames[actual])'",
          replacement: rewritten))
    } else if let oddity = scanner.oddity ?? (wantsWholeHours ? scanner.zoneOddity : nil) {
      problems.append(
        ValueProblem(
          .rssDateLenient, "\(oddity), which not every reader takes; write it as '\(rewritten)'", replacement: rewritten
        ))
    }
    if scanner.isLocalZone {
      problems.append(
        ValueProblem(
          .dateZoneLocal,
          "'\(scanner.zoneText)' is not the same zone everywhere; write the offset, as in '\(rewritten)'",
          replacement: rewritten))
    }
    return parts
  }

  static let dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  static func weekday(of scanner: Scanner) -> Int? {
    CalendarDate(year: scanner.year, month: scanner.month, day: scanner.day).map { $0.weekday - 1 }
  }

  /// The common form: `Sat, 13 Jan 2024 18:30:02 +0100`.
  static func text(of fields: DateFields) -> String {
    let minutes = fields.offset
    let zone = minutes == 0 ? "GMT" : (minutes < 0 ? "-" : "+") + two(abs(minutes) / 60) + two(abs(minutes) % 60)
    return "\(day(of: fields)) \(clock(of: fields)) \(zone)"
  }

  /// A date of RFC 822 by RFC 3339; nil for others.
  static func rfc3339(_ value: Span<UInt8>, utc: String) -> String? {
    var scanner = Scanner()
    guard scanner.read(value) != nil else { return nil }
    let fields = scanner.fields
    let minutes = abs(fields.offset)
    let zone =
      minutes == 0 ? utc : (fields.offset < 0 ? "-" : "+") + "\(two(minutes / 60)):\(two(minutes % 60))"
    return "\(two(fields.year / 100))\(two(fields.year % 100))-\(two(fields.month))-\(two(fields.day))T"
      + "\(clock(of: fields))\(zone)"
  }

  /// `Sat, 13 Jan 2024`, of a day that there is.
  static func day(of fields: DateFields) -> String {
    let date = CalendarDate(year: fields.year, month: fields.month, day: fields.day)
    let name = date.map { "\(dayNames[$0.weekday - 1]), " } ?? ""
    return "\(name)\(two(fields.day)) \(monthNames[(fields.month + 11) % 12]) "
      + two(fields.year / 100) + two(fields.year % 100)
  }

  /// `18:30:02`.
  static func clock(of fields: DateFields) -> String {
    "\(two(fields.hour)):\(two(fields.minute)):\(two(fields.second))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Reads a date word by word, without ever going back.
  struct Scanner {
    var year = 0
    var month = 0
    var day = 0
    /// 0 is Monday; nil where the date names none.
    var weekday: Int?
    var zoneText = ""
    var isLocalZone = false
    /// What is legal and rare.
    var oddity: String?
    var zoneOddity: String?
    /// What is wrong.
    var reason = "it is empty"
    /// Whether it is well written, and the calendar or the clock has no such time.
    var isImpossible = false

    static let missingZone = "the zone is missing"
    private var index = 0
    private var clock = (hour: 0, minute: 0, second: 0)
    private var offset = 0

    /// What has been read.
    var fields: DateFields {
      DateFields(
        year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second, offset: offset
      )
    }

    mutating func read(_ value: Span<UInt8>) -> DateParts? {
      index = 0
      guard skipSpace(value, isRequired: false), index < value.count else { return nil }
      if value[index].isLetter, !readWeekday(value) { return nil }
      guard readDate(value), readClock(value), let offset = readZone(value) else { return nil }
      _ = skipSpace(value, isRequired: false)
      guard index >= value.count else { return failed("there is more behind the zone") }
      self.offset = offset
      return fields.parts
    }

    private mutating func failed<Value>(_ why: String) -> Value? {
      reason = why
      return nil
    }

    private mutating func fails(_ why: String) -> Bool {
      reason = why
      return false
    }

    private mutating func note(_ text: String) { if oddity == nil { oddity = text } }

    /// Skips white space and comments.
    private mutating func skipSpace(_ value: Span<UInt8>, isRequired: Bool = true) -> Bool {
      let start = index
      while index < value.count {
        if value[index] == UInt8(ascii: "(") {
          guard skipComment(value) else {
            reason = "a comment is not closed"
            return false
          }
          note("the date has a comment")
        } else if value[index].isXMLSpace {
          if start > 0, index > start, value[index - 1].isXMLSpace || value[index] != 0x20 {
            note("the date has more white space than it needs")
          }
          index += 1
        } else {
          break
        }
      }
      return index > start || !isRequired
    }

    private mutating func skipComment(_ value: Span<UInt8>) -> Bool {
      var depth = 0
      while index < value.count {
        if value[index] == UInt8(ascii: "\\") {
          index += 2
          continue
        }
        if value[index] == UInt8(ascii: "(") { depth += 1 }
        if value[index] == UInt8(ascii: ")") { depth -= 1 }
        index += 1
        if depth == 0 { return true }
      }
      return false
    }

    /// The letters here, and their place among `names` by their first three letters.
    private mutating func readName(_ value: Span<UInt8>, among names: [String]) -> Int? {
      let start = index
      while index < value.count, value[index].isLetter { index += 1 }
      guard index - start >= 3 else { return nil }
      let word = value.extracting(start..<index)
      let letters = (word[0], word[1], word[2])
      let found = names.firstIndex { name in
        var own = name.utf8.makeIterator()
        return own.next().map { $0 | 0x20 } == letters.0 | 0x20 && own.next() == letters.1 | 0x20
          && own.next() == letters.2 | 0x20
      }
      guard let found else { return nil }
      if word.count > 3 { note("names of days and months have three letters") }
      if names[found].utf8.first != letters.0 || letters.1 & letters.2 & 0x20 == 0 {
        note("the name of a day or month is written otherwise")
      }
      return found
    }

    private mutating func readWeekday(_ value: Span<UInt8>) -> Bool {
      guard let found = readName(value, among: dayNames) else {
        reason = "it begins with a word that names no day"
        return false
      }
      weekday = found
      _ = skipSpace(value, isRequired: false)
      guard value.has(UInt8(ascii: ","), at: index) else {
        reason = "a comma goes behind the name of the day"
        return false
      }
      index += 1
      if index < value.count, !value[index].isXMLSpace, value[index] != UInt8(ascii: "(") {
        note("there is no space behind the comma")
      }
      return skipSpace(value, isRequired: false)
    }

    private mutating func readDate(_ value: Span<UInt8>) -> Bool {
      let dayDigits = value.digitCount(at: index)
      guard 1...2 ~= dayDigits, let day = value.number(at: index, digits: dayDigits) else {
        reason = "the day of the month is missing"
        return false
      }
      self.day = day
      index += dayDigits
      guard skipSpace(value) else {
        reason = "the parts are separated by spaces"
        return false
      }
      guard let month = readName(value, among: monthNames) else {
        reason = "the month is an English name of three letters, such as Jan"
        return false
      }
      self.month = month + 1
      guard skipSpace(value) else {
        reason = "a space goes before the year"
        return false
      }
      let yearDigits = value.digitCount(at: index)
      guard yearDigits == 4 || yearDigits == 2, let year = value.number(at: index, digits: yearDigits) else {
        reason = "the year has four digits"
        return false
      }
      index += yearDigits
      if yearDigits == 2 { note("the year has two digits") }
      self.year = yearDigits == 4 ? year : year + (year < 50 ? 2000 : 1900)
      if let fault = DateFields.fault(year: self.year, month: self.month, day: day) {
        isImpossible = true
        return fails(fault)
      }
      guard skipSpace(value) else {
        reason = "the time is missing"
        return false
      }
      return true
    }

    private mutating func readClock(_ value: Span<UInt8>) -> Bool {
      let hourDigits = value.digitCount(at: index)
      guard 1...2 ~= hourDigits, let hour = value.number(at: index, digits: hourDigits),
        value.has(UInt8(ascii: ":"), at: index + hourDigits),
        let minute = value.number(at: index + hourDigits + 1, digits: 2)
      else { return fails("the time is written HH:MM:SS") }
      if hourDigits == 1 { note("the hour has one digit") }
      index += hourDigits + 3
      var second = 0
      if value.has(UInt8(ascii: ":"), at: index) {
        guard let read = value.number(at: index + 1, digits: 2) else { return fails("the seconds have two digits") }
        second = read
        index += 3
      }
      clock = (hour, minute, second)
      guard hour < 24, minute < 60, second <= 60 else {
        isImpossible = true
        return fails("the clock has no such time")
      }
      guard skipSpace(value) else { return fails(Self.missingZone) }
      return true
    }

    private mutating func readZone(_ value: Span<UInt8>) -> Int? {
      let start = index
      guard index < value.count else { return failed(Self.missingZone) }
      if value[index] == UInt8(ascii: "+") || value[index] == UInt8(ascii: "-") {
        index += 1 + value.digitCount(at: index + 1)
        guard index - start == 5 else { return failed("an offset has four digits, such as +0100") }
        zoneText = value.extracting(start..<index).string
        let minutes = Self.minutes(ofOffset: zoneText)
        guard abs(minutes) < 24 * 60 else { return failed("there is no such offset") }
        if minutes % 60 != 0 { zoneOddity = "the zone has minutes" }
        return minutes
      }
      while index < value.count, value[index].isLetter { index += 1 }
      zoneText = value.extracting(start..<index).string
      guard let offset = Self.offset(ofName: zoneText) else {
        return failed("\(quoted(zoneText)) is no zone of RFC 822")
      }
      if zoneText.utf8.contains(where: { 0x61...0x7A ~= $0 }) { note("the zone is in lower case") }
      if zoneText.utf8.count == 1, zoneText.uppercased() != "Z" { note("a zone of one letter is read in two ways") }
      isLocalZone = zoneText.utf8.count == 3 && offset != 0
      return offset
    }

    static func minutes(ofOffset text: String) -> Int {
      let digits = Int(text.dropFirst()) ?? 0
      return (text.first == "-" ? -1 : 1) * (digits / 100 * 60 + digits % 100)
    }

    /// Minutes east of UTC of a zone by name (RFC 822, section 5.1); letters as RFC 5322, section 4.3, has them.
    static func offset(ofName name: String) -> Int? {
      switch name.uppercased() {
      case "GMT", "UT", "UTC", "Z": 0
      case "EDT": -4 * 60
      case "EST", "CDT": -5 * 60
      case "CST", "MDT": -6 * 60
      case "MST", "PDT": -7 * 60
      case "PST": -8 * 60
      case let letter where letter.utf8.count == 1 && letter != "J": 0
      default: nil
      }
    }
  }
}

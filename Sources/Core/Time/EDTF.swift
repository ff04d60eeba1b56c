/// A date as precise as it is known: an expression of the Extended Date/Time Format (ISO 8601-2:2019), levels 0 to 2.
///
/// Takes days, months, years, sub-year groupings (`2001-21`), date-times to the second, qualifiers (`?`, `~`, `%`),
/// unspecified digits (`X`), intervals, sets, long and exponential years, significant digits. Times stand in neither
/// intervals nor sets, as in EDTF level 0. Years have at most 15 digits. The order of an interval's ends is not checked.
///
/// The parts are kept as they are written: every valid text prints as it was read, and two values are equal where their
/// texts are. `description` is that text.
public struct EDTF: Hashable, Sendable {
  enum Storage: Hashable, Sendable {
    case date(EDTFDate)
    case compound(EDTFCompound)
  }

  let storage: Storage

  /// What sort of expression it is.
  public enum Form: Sendable {
    /// One date, of any precision.
    case date
    /// `A/B`: all the time from A to B.
    case interval
    /// `[A,B]`: one of these.
    case oneOf
    /// `{A,B}`: all of these.
    case allOf
  }

  /// One end of an interval.
  public enum Bound: Hashable, Sendable {
    /// Never an interval or a set, nor a date with a time.
    case date(EDTF)
    /// `..`: there is no such end.
    case open
    /// Nothing: the end exists and is not known.
    case unknown
  }

  /// What stands between the commas of a set; each date is a date without time.
  public enum Member: Hashable, Sendable {
    case date(EDTF)
    /// `A..B`: every date of that precision from A to B.
    case range(EDTF, EDTF)
    /// `..A`, only as the first: A or any before it.
    case onOrBefore(EDTF)
    /// `A..`, only as the last: A or any after it.
    case onOrAfter(EDTF)
  }

  /// How sure a date, or a component of it, is. `%` is both.
  public struct Qualification: OptionSet, Hashable, Sendable {
    /// Bit 0 for uncertain, bit 1 for approximate.
    public let rawValue: UInt8
    /// Other bits than 0 and 1 are dropped.
    public init(rawValue: UInt8) { self.rawValue = rawValue & 3 }
    /// `?`: the source doubts it.
    public static let uncertain = Qualification(rawValue: 1)
    /// `~`: a value near the true one.
    public static let approximate = Qualification(rawValue: 2)
  }

  init(_ date: EDTFDate) { storage = .date(date) }

  var single: EDTFDate? {
    if case .date(let date) = storage { date } else { nil }
  }

  var compound: EDTFCompound? {
    if case .compound(let compound) = storage { compound } else { nil }
  }
}

// MARK: - Making

extension EDTF {
  /// A calendar day. nil where the year is outside -9999...9999, or the date is no day of the calendar.
  public init?(_ day: CalendarDate) {
    guard -9999...9999 ~= day.year, CalendarDate(year: day.year, month: day.month, day: day.day) != nil else {
      return nil
    }
    self.init(EDTFDate(day))
  }

  /// A year, or a month or season (21...41) of a year.
  /// - Returns: nil where there is no such month, the year has more than 15 digits, or more than four and a month.
  public init?(year: Int, month: Int? = nil) {
    let limit = EDTFDate.powerOfTen(EDTFDate.maximumYearDigits)
    guard -limit < year, year < limit else { return nil }
    var date = EDTFDate()
    date.magnitude = abs(year)
    date.yearMarks = year < 0 ? 0x80 : 0
    if let month {
      guard -9999...9999 ~= year, 1...12 ~= month || 21...41 ~= month else { return nil }
      date.month = EDTFDate.nibbles(month)
    }
    self.init(date)
  }

  /// An interval. nil where both ends are unknown, or one is an interval, a set or has a time.
  public init?(from start: Bound, to end: Bound) {
    guard let compound = EDTFCompound(from: start, to: end) else { return nil }
    storage = .compound(compound)
  }

  /// The set `[..]`, one of `members`. nil where there is none, or one may not stand where it does.
  public init?(oneOf members: [Member]) { self.init(members, isAllOf: false) }

  /// The set `{..}`, all of `members`. nil where there is none, or one may not stand where it does.
  public init?(allOf members: [Member]) { self.init(members, isAllOf: true) }

  private init?(_ members: [Member], isAllOf: Bool) {
    let items = members.map { EDTFCompound.Item(member: $0, followsSpace: false) }
    guard let compound = EDTFCompound(items, isAllOf: isAllOf) else { return nil }
    storage = .compound(compound)
  }

  /// The same date with `qualification` behind it, instead of all qualifiers that it had; a set or interval and a date
  /// with a time come back as they are.
  public func qualified(_ qualification: Qualification) -> EDTF {
    guard var date = single, date.time == nil else { return self }
    let slot: UInt16 = date.day != 0 ? 5 : date.month != 0 ? 3 : 1
    date.qualifiers = UInt16(qualification.rawValue) << (slot * 2)
    return EDTF(date)
  }
}

// MARK: - Text

extension EDTF: CustomStringConvertible {
  /// - Returns: nil where the text is no EDTF expression.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(utf8: bytes.span)
  }

  /// - Returns: nil where the text is no EDTF expression. A plain day costs no allocation.
  package init?(utf8 bytes: Span<UInt8>) {
    if let date = EDTFDate(bytes) {
      storage = .date(date)
    } else if let compound = EDTFCompound(bytes) {
      storage = .compound(compound)
    } else {
      return nil
    }
  }

  /// Appends the text, which reads back as an equal value.
  package func write(to output: inout [UInt8]) {
    switch storage {
    case .date(let date): date.write(to: &output)
    case .compound(let compound): compound.write(to: &output)
    }
  }

  /// Writes the text.
  package func write(to output: inout OutputCursor) {
    let isWritten =
      switch storage {
      case .date(let date): date.writePlain(to: &output)
      case .compound(let compound): compound.writePlain(to: &output)
      }
    if !isWritten { output.write { write(to: &$0) } }
  }

  /// The text, which reads back as an equal value.
  public var description: String { String(writtenBy: write) }
}

extension EDTFDate {
  /// Reads one date that fills `bytes`.
  init?(_ bytes: Span<UInt8>) {
    if bytes.count == 10, let date = bytes.calendarDate(at: 0) {
      self.init(date)
      return
    }
    var scanner = EDTFDateScanner()
    guard scanner.scan(bytes), scanner.date.hasMeaning else { return nil }
    self = scanner.date
  }

  /// The plain day; its year must be -9999...9999.
  init(_ date: CalendarDate) {
    magnitude = abs(date.year)
    yearMarks = date.year < 0 ? 0x80 : 0
    month = Self.nibbles(date.month)
    day = Self.nibbles(date.day)
  }

  /// Whether the calendar has a day that this means, and the year's parts agree.
  private var hasMeaning: Bool {
    if isNegative, magnitude == 0, unspecifiedYearDigits == 0 { return false }
    if significantDigits > 0 {
      guard unspecifiedYearDigits == 0 else { return false }
      let digits = isLetterPrefixed ? Self.digitCount(scaledMagnitude) : 4
      return significantDigits <= digits
    }
    return month == 0 || hasSeason || extremeDay(.first) != nil
  }
}

/// A reader of one ``EDTFDate``, front to back; what it accepts is well formed but may be no day of the calendar.
private struct EDTFDateScanner {
  var date = EDTFDate()
  private var position = 0

  mutating func scan(_ bytes: Span<UInt8>) -> Bool {
    takeQualifier(slot: 0, in: bytes)
    guard takeYear(in: bytes) else { return false }
    takeQualifier(slot: 1, in: bytes)
    if position == bytes.count { return true }
    guard !date.isLetterPrefixed, date.significantDigits == 0, takeHyphen(in: bytes) else { return false }

    takeQualifier(slot: 2, in: bytes)
    guard let month = takeTwoPlaces(in: bytes), Self.isMonth(month) || Self.isSeason(month) else { return false }
    date.month = month
    takeQualifier(slot: 3, in: bytes)
    if position == bytes.count { return true }
    guard !date.hasSeason, takeHyphen(in: bytes) else { return false }

    takeQualifier(slot: 4, in: bytes)
    guard let day = takeTwoPlaces(in: bytes), day != 0 else { return false }
    date.day = day
    takeQualifier(slot: 5, in: bytes)
    return position == bytes.count || takeTime(in: bytes)
  }

  private static func isMonth(_ nibbles: UInt8) -> Bool {
    (1...12).contains { EDTFDate.matches(nibbles, $0) } && nibbles != 0
  }

  private static func isSeason(_ nibbles: UInt8) -> Bool { EDTFDate.number(nibbles).map { 21...41 ~= $0 } ?? false }

  private mutating func takeHyphen(in bytes: Span<UInt8>) -> Bool { take(UInt8(ascii: "-"), in: bytes) }

  private mutating func take(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
    guard bytes.byte(at: position) == byte else { return false }
    position += 1
    return true
  }

  private mutating func takeQualifier(slot: UInt16, in bytes: Span<UInt8>) {
    let bits: UInt16
    switch bytes.byte(at: position) {
    case UInt8(ascii: "?"): bits = 1
    case UInt8(ascii: "~"): bits = 2
    case UInt8(ascii: "%"): bits = 3
    default: return
    }
    date.qualifiers |= bits << (slot * 2)
    position += 1
  }

  private mutating func takeYear(in bytes: Span<UInt8>) -> Bool {
    let isPrefixed = take(UInt8(ascii: "Y"), in: bytes)
    if take(UInt8(ascii: "-"), in: bytes) { date.yearMarks = 0x80 }
    guard isPrefixed ? takeLongYear(in: bytes) : takeFourPlaces(in: bytes) else { return false }
    if take(UInt8(ascii: "S"), in: bytes) {
      guard let number = takeNumber(in: bytes), 1...EDTFDate.maximumYearDigits ~= number else { return false }
      date.significantDigits = UInt8(number)
    }
    return true
  }

  /// Four places, each a digit or X.
  private mutating func takeFourPlaces(in bytes: Span<UInt8>) -> Bool {
    for place in [UInt8(3), 2, 1, 0] {
      date.magnitude *= 10
      if let digit = bytes.digit(at: position) {
        date.magnitude += digit
      } else if bytes.byte(at: position) == UInt8(ascii: "X") {
        date.yearMarks |= 1 << place
      } else {
        return false
      }
      position += 1
    }
    return true
  }

  /// The digits and exponent behind `Y`: five digits or more, or an exponent.
  private mutating func takeLongYear(in bytes: Span<UInt8>) -> Bool {
    guard let number = takeNumber(in: bytes), number > 0 else { return false }
    date.magnitude = number
    var digits = EDTFDate.digitCount(number)
    if take(UInt8(ascii: "E"), in: bytes) {
      guard let exponent = takeNumber(in: bytes), 1..<EDTFDate.maximumYearDigits ~= exponent else { return false }
      date.exponent = UInt8(exponent)
      digits += exponent
    }
    return digits <= EDTFDate.maximumYearDigits && date.isLetterPrefixed
  }

  /// A decimal number without leading zeros, of at most as many digits as a year may have.
  private mutating func takeNumber(in bytes: Span<UInt8>) -> Int? {
    let start = position
    var value = 0
    while let digit = bytes.digit(at: position) {
      guard position - start < EDTFDate.maximumYearDigits else { return nil }
      value = value * 10 + digit
      position += 1
    }
    let length = position - start
    guard length > 0, length == 1 || bytes.byte(at: start) != UInt8(ascii: "0") else { return nil }
    return value
  }

  /// Two places as nibbles, each a digit or X.
  private mutating func takeTwoPlaces(in bytes: Span<UInt8>) -> UInt8? {
    var nibbles: UInt8 = 0
    for _ in 0..<2 {
      if let digit = bytes.digit(at: position) {
        nibbles = nibbles << 4 | UInt8(digit)
      } else if bytes.byte(at: position) == UInt8(ascii: "X") {
        nibbles = nibbles << 4 | 0xF
      } else {
        return nil
      }
      position += 1
    }
    return nibbles
  }

  /// `T`, a time to the second, and an offset or none, behind a day that is fully and plainly given.
  private mutating func takeTime(in bytes: Span<UInt8>) -> Bool {
    guard date.qualifiers == 0, date.unspecifiedYearDigits == 0, EDTFDate.number(date.month) != nil,
      EDTFDate.number(date.day) != nil, take(UInt8(ascii: "T"), in: bytes),
      let (time, end) = ClockTime.prefix(of: bytes, from: position), time.second != nil
    else { return false }
    date.time = time
    position = end
    if position == bytes.count { return true }
    date.offset = ZoneOffset(utf8: bytes, from: position)
    return date.offset != nil
  }
}

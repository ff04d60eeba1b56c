/// One date of an ``EDTF`` expression: what stands alone, between commas, or beside a slash or `..`.
///
/// Holds the parts as they are written, so that they print as they were read.
struct EDTFDate: Hashable, Sendable {
  /// The digits of the year without sign, exponent not applied; X counts as 0.
  var magnitude = 0
  /// For each component two slots of two bits, first the qualifier before it, then the one behind it.
  var qualifiers: UInt16 = 0
  /// The power of ten behind `E`, 0 where there is none. The year is written with `Y` where there is one, or where it
  /// has more than four digits.
  var exponent: UInt8 = 0
  /// The number behind `S`, 0 where there is none.
  var significantDigits: UInt8 = 0
  /// Bit 0 to 3: the year's ones, tens, hundreds, thousands are X. Bit 7: the year has a minus.
  var yearMarks: UInt8 = 0
  /// Month 1...12 or season 21...41 as two nibbles, 0xF for X; 0 where there is none.
  var month: UInt8 = 0
  /// Day as two nibbles, 0xF for X; 0 where there is none.
  var day: UInt8 = 0
  var time: ClockTime?
  var offset: ZoneOffset?

  /// Years are less than ten to the power of this, so that day numbers fit an `Int` with room to spare.
  static let maximumYearDigits = 15
}

extension EDTFDate {
  var isNegative: Bool { yearMarks & 0x80 != 0 }
  /// The places of the year that are X, as a bit mask.
  var unspecifiedYearDigits: UInt8 { yearMarks & 0x0F }
  /// Whether this is a calendar day of the years 0000 to 9999, and nothing more is said: `YYYY-MM-DD`.
  var isPlainDay: Bool {
    magnitude <= 9999 && qualifiers == 0 && exponent == 0 && significantDigits == 0 && yearMarks == 0
      && Self.number(month) != nil && Self.number(day) != nil && time == nil
  }
  var isLetterPrefixed: Bool { exponent > 0 || magnitude > 9999 }

  /// The year's digits with the exponent applied.
  var scaledMagnitude: Int { exponent == 0 ? magnitude : magnitude * Self.powerOfTen(Int(exponent)) }

  /// The season, 21...41.
  var season: Int? { 0x21...0x41 ~= month ? Self.number(month) : nil }
  /// Whether the second component is a season.
  var hasSeason: Bool { season != nil }

  /// The decimal number of two nibbles; nil where one is X or there is none.
  static func number(_ nibbles: UInt8) -> Int? {
    guard nibbles != 0, nibbles >> 4 != 0xF, nibbles & 0xF != 0xF else { return nil }
    return Int(nibbles >> 4) * 10 + Int(nibbles & 0xF)
  }

  /// Two nibbles for 0...99.
  static func nibbles(_ number: Int) -> UInt8 { UInt8(truncatingIfNeeded: ((number / 10 % 10) << 4) | (number % 10)) }

  /// Whether `number`, 0...99, is one that the nibbles stand for; no nibbles stand for every number.
  static func matches(_ nibbles: UInt8, _ number: Int) -> Bool {
    guard nibbles != 0 else { return true }
    let tens = nibbles >> 4
    let ones = nibbles & 0xF
    return (tens == 0xF || Int(tens) == number / 10) && (ones == 0xF || Int(ones) == number % 10)
  }

  /// Ten to the power of `exponent`, at most 15.
  static func powerOfTen(_ exponent: Int) -> Int {
    var power = 1
    for _ in 0..<min(max(exponent, 0), maximumYearDigits) { power *= 10 }
    return power
  }

  /// How many decimal digits a number, 0 or more, is written with.
  static func digitCount(_ number: Int) -> Int {
    var count = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }

  /// Appends the text of this date.
  func write(to output: inout [UInt8]) {
    writeQualifier(0, to: &output)
    if isLetterPrefixed { output.append(UInt8(ascii: "Y")) }
    if isNegative { output.append(UInt8(ascii: "-")) }
    if isLetterPrefixed {
      output.appendDecimal(magnitude)
    } else if unspecifiedYearDigits == 0 {
      output.appendTwoDigits(magnitude / 100)
      output.appendTwoDigits(magnitude % 100)
    } else {
      for place in stride(from: 3, through: 0, by: -1) {
        let isUnspecified = yearMarks & 1 << UInt8(place) != 0
        let digit = UInt8(truncatingIfNeeded: magnitude / Self.powerOfTen(place) % 10)
        output.append(isUnspecified ? UInt8(ascii: "X") : 0x30 &+ digit)
      }
    }
    if exponent > 0 {
      output.append(UInt8(ascii: "E"))
      output.appendDecimal(Int(exponent))
    }
    if significantDigits > 0 {
      output.append(UInt8(ascii: "S"))
      output.appendDecimal(Int(significantDigits))
    }
    writeQualifier(1, to: &output)
    writeComponent(month, slot: 2, to: &output)
    writeComponent(day, slot: 4, to: &output)
    guard let time else { return }
    output.append(UInt8(ascii: "T"))
    time.write(to: &output)
    offset?.write(to: &output)
  }

  /// Writes the date where it is a plain day, with or without a time to the second, a plain month or year.
  ///
  /// - Returns: Whether it was written.
  func writePlain(to output: inout OutputCursor) -> Bool {
    let isPlainYear =
      magnitude <= 9999 && qualifiers == 0 && exponent == 0 && significantDigits == 0 && yearMarks == 0
    guard isPlainYear, time == nil || time?.second != nil else { return false }
    if let month = Self.number(month), let day = Self.number(day) {
      output.write(year: magnitude, month: month, day: day)
      guard let time, let second = time.second else { return true }
      output.write(UInt8(ascii: "T"))
      output.write(hour: time.hour, minute: time.minute, second: second)
      offset?.write(to: &output)
      return true
    }
    guard time == nil, day == 0, month == 0 || Self.number(month) != nil else { return false }
    output.write(twoDigits: magnitude / 100)
    output.write(twoDigits: magnitude % 100)
    if let month = Self.number(month) {
      output.write(UInt8(ascii: "-"))
      output.write(twoDigits: month)
    }
    return true
  }

  private func writeComponent(_ nibbles: UInt8, slot: UInt16, to output: inout [UInt8]) {
    guard nibbles != 0 else { return }
    output.append(UInt8(ascii: "-"))
    writeQualifier(slot, to: &output)
    writePlace(nibbles >> 4, to: &output)
    writePlace(nibbles & 0xF, to: &output)
    writeQualifier(slot + 1, to: &output)
  }

  private func writePlace(_ nibble: UInt8, to output: inout [UInt8]) {
    output.append(nibble == 0xF ? UInt8(ascii: "X") : 0x30 &+ nibble)
  }

  private func writeQualifier(_ slot: UInt16, to output: inout [UInt8]) {
    switch qualifiers >> (slot * 2) & 3 {
    case 1: output.append(UInt8(ascii: "?"))
    case 2: output.append(UInt8(ascii: "~"))
    case 3: output.append(UInt8(ascii: "%"))
    default: break
    }
  }
}

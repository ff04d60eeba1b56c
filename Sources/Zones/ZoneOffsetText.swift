/// An offset as programs write it in place of a zone's name: `GMT+0100`, `UTC+2`, `+02:00`, `(GMT-05.00) Eastern Time`.
///
/// Plus is east of Greenwich, as in ISO 8601; only the database's own names (`Etc/GMT-3`) count the other way.
struct ZoneOffsetText {
  /// What local time is ahead of UTC, in seconds.
  private(set) var utcOffset = 0
  /// What stands behind the offset.
  private(set) var label = ""

  private let bytes: [UInt8]
  private var position = 0

  init?(_ text: String) {
    bytes = Array(text.utf8)
    let isBracketed = take("(")
    let isNamed = takeWord("gmt") || takeWord("utc") || takeWord("z")
    if isNamed { while take(" ") {} }
    let isNegative = take("-")
    if isNegative || take("+") {
      guard let offset = takeOffset() else { return nil }
      utcOffset = isNegative ? -offset : offset
    } else if !isNamed {
      return nil
    }
    guard !isBracketed || take(")") else { return nil }
    let isApart = isBracketed || position == bytes.count || take(" ")
    while take(" ") {}
    label = String(decoding: bytes[position...], as: UTF8.self)
    // Digits are another offset, or the text is something else altogether.
    guard isApart, isBracketed || label.isEmpty, !label.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return nil }
  }

  /// `±hh:mm`, or with seconds where there are some.
  static func text(_ utcOffset: Int) -> String {
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let magnitude = abs(utcOffset)
    let minutes = "\(twoDigits(magnitude / 3600)):\(twoDigits(magnitude / 60 % 60))"
    return (utcOffset < 0 ? "-" : "+") + minutes + (magnitude % 60 == 0 ? "" : ":\(twoDigits(magnitude % 60))")
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// A word of small letters, in any case.
  private mutating func takeWord(_ word: String) -> Bool {
    guard bytes.count - position >= word.utf8.count,
      zip(bytes[position...], word.utf8).allSatisfy({ $0 | 0x20 == $1 })
    else { return false }
    position += word.utf8.count
    return true
  }

  /// `h`, `hh`, `hmm`, `hhmm`, or hours and minutes with a colon or a full stop between, in seconds.
  private mutating func takeOffset() -> Int? {
    let first = takeDigits()
    if take(":") || take(".") {
      let second = takeDigits()
      guard 1...2 ~= first.count, second.count == 2 else { return nil }
      return Self.seconds(hours: first.value, minutes: second.value)
    }
    switch first.count {
    case 1, 2: return Self.seconds(hours: first.value, minutes: 0)
    case 3, 4: return Self.seconds(hours: first.value / 100, minutes: first.value % 100)
    default: return nil
    }
  }

  private mutating func takeDigits() -> (value: Int, count: Int) {
    let start = position
    var value = 0
    while position < bytes.count, 0x30...0x39 ~= bytes[position], position - start < 5 {
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    return (value, position - start)
  }

  private static func seconds(hours: Int, minutes: Int) -> Int? {
    hours <= 23 && minutes <= 59 ? hours * 3600 + minutes * 60 : nil
  }
}

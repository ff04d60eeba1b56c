internal import DatelineCore

/// Numbers of feeds and their extensions.
package enum Numbers {
  /// The whole number that all of `value` is; nil for others and for more than 18 digits.
  package static func integer(_ value: Span<UInt8>) -> Int? {
    var start = 0
    let isNegative = value.has(UInt8(ascii: "-"), at: 0)
    if isNegative || value.has(UInt8(ascii: "+"), at: 0) { start = 1 }
    let digits = value.count - start
    guard 1...18 ~= digits, value.digitCount(at: start) == digits else { return nil }
    return (value.number(at: start, digits: digits) ?? 0) * (isNegative ? -1 : 1)
  }

  /// Checks a whole number.
  package static func check(
    _ value: Span<UInt8>, in range: ClosedRange<Int>, rule: RuleID, _ problems: inout [ValueProblem]
  ) {
    if let number = integer(value), range.contains(number) { return }
    let limit =
      range.upperBound < 1_000_000_000
      ? "from \(range.lowerBound) to \(range.upperBound)" : "of \(range.lowerBound) or more"
    problems.append(ValueProblem(rule, "\(quoted(value.string)) is no whole number \(limit)"))
  }

  /// The decimal number that all of `value` is: digits, maybe a sign, maybe a point.
  package static func decimal(_ value: Span<UInt8>) -> Double? {
    var index = value.has(UInt8(ascii: "-"), at: 0) || value.has(UInt8(ascii: "+"), at: 0) ? 1 : 0
    let isNegative = value.has(UInt8(ascii: "-"), at: 0)
    var number = 0.0
    var digits = 0
    while index < value.count, value[index].isDigit {
      number = number * 10 + Double(value[index] - 0x30)
      index += 1
      digits += 1
    }
    if value.has(UInt8(ascii: "."), at: index) {
      index += 1
      var scale = 0.1
      while index < value.count, value[index].isDigit {
        number += Double(value[index] - 0x30) * scale
        scale /= 10
        index += 1
        digits += 1
      }
    }
    guard index == value.count, digits > 0 else { return nil }
    return isNegative ? -number : number
  }

  package static func checkDecimal(_ value: Span<UInt8>, rule: RuleID, _ problems: inout [ValueProblem]) {
    if decimal(value) == nil {
      problems.append(ValueProblem(rule, "\(quoted(value.string)) is no decimal number, such as 29.97"))
    }
  }

  /// A coordinate of one number.
  package static func checkDegrees(
    _ value: Span<UInt8>, limit: Double, rule: RuleID, _ problems: inout [ValueProblem]
  ) {
    if let number = decimal(value), abs(number) <= limit { return }
    problems.append(
      ValueProblem(rule, "\(quoted(value.string)) is no number of degrees from -\(Int(limit)) to \(Int(limit))"))
  }

  /// Whole numbers with commas between.
  package static func checkList(_ value: Span<UInt8>, rule: RuleID, _ problems: inout [ValueProblem]) {
    let items = value.string.split(separator: ",", omittingEmptySubsequences: false)
    let isList = items.allSatisfy { item in
      let bytes = Array(item.utf8)
      let digits = bytes[bytes.span.trimmedRange]
      return !digits.isEmpty && digits.allSatisfy(\.isDigit)
    }
    if isList { return }
    problems.append(ValueProblem(rule, "\(quoted(value.string)) is no list of whole numbers, such as 42,36,8"))
  }
}

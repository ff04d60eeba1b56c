internal import DatelineCore

/// Coordinates of GeoRSS Simple and GML: latitude, space, longitude.
package enum Coordinates {
  /// Checks one point.
  ///
  /// - Parameter isWGS84: Whether the numbers are degrees of latitude and longitude.
  package static func checkPoint(_ value: Span<UInt8>, isWGS84: Bool = true, _ problems: inout [ValueProblem]) {
    guard let numbers = numbers(value, rule: .georssPoint, &problems) else { return }
    guard numbers.count == 2 else {
      return problems.append(
        ValueProblem(.georssPoint, "a point is 'latitude longitude', two numbers, and these are \(numbers.count)"))
    }
    if isWGS84 { checkRanges(numbers, &problems) }
  }

  /// Checks a circle: its centre, and its radius in metres.
  package static func checkCircle(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) {
    guard let numbers = numbers(value, rule: .georssList, &problems) else { return }
    guard numbers.count == 3 else {
      return problems.append(
        ValueProblem(
          .georssList, "a circle is 'latitude longitude radius', three numbers, and these are \(numbers.count)"))
    }
    if numbers[2] < 0 { problems.append(ValueProblem(.georssList, "a radius is 0 metres or more, not \(numbers[2])")) }
    checkRanges(Array(numbers[..<2]), &problems)
  }

  /// Checks a line, a box or a polygon.
  ///
  /// - Parameters:
  ///   - pairs: How many points it has at least; a polygon's last is its first.
  ///   - isWGS84: Whether the numbers are degrees of latitude and longitude.
  package static func checkList(
    _ value: Span<UInt8>, pairs: Int, isClosed: Bool = false, isBox: Bool = false, isWGS84: Bool = true,
    _ problems: inout [ValueProblem]
  ) {
    guard let numbers = numbers(value, rule: .georssList, &problems) else { return }
    if numbers.count % 2 != 0 || numbers.count < 2 * pairs || (isBox && numbers.count != 4) {
      return problems.append(
        ValueProblem(
          .georssList,
          "\(pairs) pairs of latitude and longitude are needed\(isBox ? "" : " at least"), and there are \(numbers.count) numbers"
        ))
    }
    if isClosed, numbers.count >= 4,
      numbers[0] != numbers[numbers.count - 2] || numbers[1] != numbers[numbers.count - 1]
    {
      problems.append(ValueProblem(.georssList, "the last point of a polygon is its first again"))
    }
    if isWGS84 { checkRanges(numbers, &problems) }
  }

  private static func numbers(_ value: Span<UInt8>, rule: RuleID, _ problems: inout [ValueProblem]) -> [Double]? {
    var numbers: [Double] = []
    var index = 0
    var hasComma = false
    while true {
      while index < value.count, value[index].isXMLSpace || value[index] == UInt8(ascii: ",") {
        hasComma = hasComma || value[index] == UInt8(ascii: ",")
        index += 1
      }
      guard index < value.count else { break }
      let start = index
      while index < value.count, !value[index].isXMLSpace, value[index] != UInt8(ascii: ",") { index += 1 }
      guard let number = Numbers.decimal(value.extracting(start..<index)) else {
        problems.append(
          ValueProblem(rule, "\(quoted(value.extracting(start..<index).string)) is no number", at: start..<index))
        return nil
      }
      numbers.append(number)
    }
    if hasComma {
      problems.append(
        ValueProblem(.georssComma, "a space goes between the numbers, not a comma", replacement: spaced(value)))
    }
    return numbers
  }

  private static func spaced(_ value: Span<UInt8>) -> String {
    value.string.split { $0 == "," || $0.isWhitespace }.joined(separator: " ")
  }

  private static func checkRanges(_ numbers: [Double], _ problems: inout [ValueProblem]) {
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      let (latitude, longitude) = (numbers[index], numbers[index + 1])
      if abs(latitude) > 90, abs(latitude) <= 180, abs(longitude) <= 90 {
        return problems.append(
          ValueProblem(.georssSwapped, "\(latitude) is no latitude; the latitude comes before the longitude"))
      }
      if abs(latitude) > 90 || abs(longitude) > 180 {
        return problems.append(
          ValueProblem(.georssRange, "latitudes go from -90 to 90 and longitudes from -180 to 180"))
      }
    }
  }
}

internal import DatelineCore

/// Values with a grammar of their own in the Common Alerting Protocol (CAP 1.2).
package enum AlertValues {
  /// Checks a date-time, which has no fraction and says UTC as `-00:00` (section 3.3.2).
  ///
  /// - Returns: The moment; nil, and a problem, where the value is no date-time.
  package static func checkDate(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) -> DateParts? {
    var faults: [ValueProblem] = []
    let parts = RFC3339Date.check(value, &faults)
    if !faults.isEmpty {
      let fault = RFC3339Date.problem(value, utc: "-00:00")
      problems.append(
        ValueProblem(
          .capDate, "\(quoted(value.string)) is no date-time: \(fault.reason); \(fault.advice)",
          replacement: fault.replacement?.contains(".") == true ? nil : fault.replacement))
    } else if value.has(UInt8(ascii: "Z"), at: value.count - 1) {
      problems.append(
        ValueProblem(
          .capDate, "CAP has no zone 'Z'; write -00:00 for UTC",
          replacement: "\(value.extracting(0..<(value.count - 1)).string)-00:00"))
    } else if value.has(UInt8(ascii: "."), at: 19) {
      problems.append(ValueProblem(.capDate, "CAP has no fractions of a second; leave them out"))
    }
    return parts
  }

  /// Checks an identifier or a sender (section 3.2.1).
  package static func checkName(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) {
    for index in value.indices where isReserved(value[index]) || value[index].isXMLSpace {
      return problems.append(
        ValueProblem(
          .capIdentifier,
          "\(quoted(value.string)) has a character that identifiers and senders cannot have: a space, a comma, '<' or '&'",
          at: index..<(index + 1)))
    }
  }

  private static func isReserved(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
  }

  /// Checks the messages that an alert refers to: sender, identifier and date, with commas between (section 3.2.1).
  package static func checkReferences(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) {
    forEachWord(of: value) { range in
      let parts = value.extracting(range).string.split(separator: ",", omittingEmptySubsequences: false)
      var faults: [ValueProblem] = []
      let date = Array((parts.last ?? "").utf8)
      let isDate = RFC3339Date.check(date.span, &faults) != nil
      if parts.count == 3, isDate, parts.allSatisfy({ !$0.isEmpty }) { return true }
      problems.append(
        ValueProblem(
          .capReferences,
          "\(quoted(value.extracting(range).string)) is no message; write sender,identifier,sent, and a space before the next",
          at: range))
      return false
    }
  }

  /// Checks a polygon: four points at least, of which the last is the first (section 3.2.4).
  package static func checkPolygon(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) {
    var points: [(latitude: Double, longitude: Double)] = []
    var isWhole = true
    forEachWord(of: value) { range in
      guard let point = point(value.extracting(range), range, &problems) else {
        isWhole = false
        return false
      }
      points.append(point)
      return true
    }
    guard isWhole, let first = points.first, let last = points.last else { return }
    if points.count < 4 {
      problems.append(ValueProblem(.capShape, "a polygon has four points at least, and this has \(points.count)"))
    } else if first != last {
      problems.append(ValueProblem(.capShape, "the last point of a polygon is its first again; repeat it"))
    }
  }

  /// Checks a circle: a point, a space, and a radius in kilometres (section 3.2.4).
  package static func checkCircle(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) {
    var words: [Range<Int>] = []
    forEachWord(of: value) { range in
      words.append(range)
      return words.count < 3
    }
    guard words.count == 2, let radius = Numbers.decimal(value.extracting(words[1])), radius >= 0 else {
      return problems.append(
        ValueProblem(
          .capShape,
          "\(quoted(value.string)) is no circle; write latitude,longitude, a space and the radius in kilometres"))
    }
    _ = point(value.extracting(words[0]), words[0], &problems)
  }

  /// A latitude, a comma and a longitude.
  private static func point(
    _ word: Span<UInt8>, _ range: Range<Int>, _ problems: inout [ValueProblem]
  ) -> (latitude: Double, longitude: Double)? {
    guard let comma = word.place(of: UInt8(ascii: ",")),
      let latitude = Numbers.decimal(word.extracting(0..<comma)),
      let longitude = Numbers.decimal(word.extracting((comma + 1)..<word.count))
    else {
      problems.append(
        ValueProblem(
          .capShape, "\(quoted(word.string)) is no point; write latitude,longitude, and a space before the next",
          at: range))
      return nil
    }
    guard abs(latitude) <= 90, abs(longitude) <= 180 else {
      let hint = abs(latitude) <= 180 && abs(longitude) <= 90 ? "; the latitude comes first" : ""
      problems.append(
        ValueProblem(
          .capShape, "\(quoted(word.string)) is not on Earth: latitudes go to 90 and longitudes to 180\(hint)",
          at: range))
      return nil
    }
    return (latitude, longitude)
  }

  /// - Parameter body: Takes the range of a word, and says whether to go on.
  private static func forEachWord(of value: Span<UInt8>, _ body: (Range<Int>) -> Bool) {
    var index = 0
    while true {
      while index < value.count, value[index].isXMLSpace { index += 1 }
      guard index < value.count else { return }
      let start = index
      while index < value.count, !value[index].isXMLSpace { index += 1 }
      guard body(start..<index) else { return }
    }
  }
}

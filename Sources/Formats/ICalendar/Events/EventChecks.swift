import DatelineCore

/// What is told of values that are not as RFC 5545 wants them, and are read for what they must mean.
extension EventReader {
  /// An end without a start is all that is known. Of a DTEND that is a day, the day before is the last.
  func takeEndAsStart(
    _ part: CalendarPart, _ lines: EventLines, _ times: inout EventTimes
  ) throws(ConversionError) {
    guard let end = times.end else { return }
    times.start = end
    times.end = nil
    guard let index = lines.end else { return }
    if end.value.clock == nil { times.start?.value.date = end.value.date.adding(days: -1) }
    try log.report(
      .warning, .icalendarOddValue, "DTEND stands without DTSTART; the event is read as one of that time",
      at: part.lines[index].position)
  }

  /// Tells of an end that is not of the start's type, or lies behind all years.
  func checkEnd(_ part: CalendarPart, _ lines: EventLines, _ times: EventTimes) throws(ConversionError) {
    guard let start = times.start else { return }
    if let end = times.end, let index = lines.end ?? lines.due, (end.value.clock == nil) != (start.value.clock == nil) {
      let isDay = start.value.clock == nil
      try log.report(
        .warning, .icalendarOddValue,
        isDay
          ? "the start is a day and the end \(quoted(part.string(part.lines[index].value))) a time; its day counts"
          : "the start is a time and the end \(quoted(part.string(part.lines[index].value))) a day; its beginning counts",
        at: part.lines[index].position)
    }
    guard let index = lines.duration, times.end == nil, times.endsBehindYears else { return }
    try log.report(
      .warning, .icalendarOddValue,
      "with the duration \(quoted(part.string(part.lines[index].value))) the event ends behind the year 9999; its end is left out",
      at: part.lines[index].position)
  }

  /// Tells of a time that is not written as RFC 5545 wants it, and is read for what it must mean.
  func noteOddTime(_ part: CalendarPart, _ line: ContentLine, _ value: TimeValue) throws(ConversionError) {
    var problem: String?
    if value.isNextMidnight { problem = "the hour 24 is read as the beginning of the next day" }
    if value.date.year == 0 { problem = "the year 0000 is read as 1 BC; perhaps no date is meant" }
    if !line.parameters.isEmpty {
      let storage = part.storage.span
      let parameters = storage.extracting(line.parameters)
      if value.clock != nil, isParameter("VALUE", "DATE", part, line) {
        problem = "VALUE says that it is a date, and it has a time; the time counts"
      } else if parameters.indices.count(where: { parameters[$0] == UInt8(ascii: "\"") }) % 2 == 1 {
        problem = "a quote in its parameters is never closed; it ends before the colon"
      } else if value.clock != nil, !value.isUTC, parameters.containsWord("TZID"),
        part.parameter("TZID", of: line).map({ $0.isEmpty }) ?? true
      {
        problem = "its TZID names no zone; it is a local time of an unknown zone"
      } else if line.property == .recurrenceID, isParameter("RANGE", "THISANDPRIOR", part, line) {
        problem =
          "RANGE=THISANDPRIOR is no longer known (RFC 5545, section 3.2.13); the instance stands for itself alone"
      }
    }
    guard let problem else { return }
    let name = part.string(Int(line.start)..<Int(line.nameEnd))
    try log.report(
      .warning, .icalendarOddValue, "\(name) \(quoted(part.string(line.value))): \(problem)", at: line.position)
  }

  /// Tells of encoded text in a character set that is not known.
  func checkCharset(_ part: CalendarPart, _ index: Int?) throws(ConversionError) {
    guard let index else { return }
    let line = part.lines[index]
    guard !line.parameters.isEmpty, part.isEncoded("QUOTED-PRINTABLE", line), let name = part.charset(of: line),
      !Charset.isKnown(name),
      part.storage.span.extracting(line.value).firstIndex(of: UInt8(ascii: "="), from: 0) < line.value.count
    else { return }
    try log.report(
      .warning, .icalendarNotUTF8,
      "the text is in the character set \(quoted(name)), which is not known; it is read as UTF-8 or Windows-1252",
      at: line.position)
  }
}

extension DiagnosticCode {
  static let icalendarOddValue: Self = "icalendar.odd-value"
}

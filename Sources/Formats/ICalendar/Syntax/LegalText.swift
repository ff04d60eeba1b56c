import DatelineCore

extension CalendarPart {
  /// Makes all lines well-formed UTF-8 with no characters that the model does not allow. What is not UTF-8 is read in the
  /// character set that CHARSET names, line by line, and else as Windows-1252; so is what ISO-8859-1 is said to be: that is
  /// what its users write. CHARSET of such a line becomes UTF-8, which the line now is.
  ///
  /// Nearly always there is nothing to do.
  mutating func makeLegal(log: DiagnosticLog) throws(ConversionError) {
    if !hasControlCharacters, storage.span.isPlainUTF8() { return }
    guard storage.span.firstInvalidUTF8() != nil || TextRules.firstIllegal(in: storage.span, from: 0) != nil else {
      return
    }
    let old = storage
    storage = []
    storage.reserveCapacity(old.count + old.count / 8)
    var reported = 0
    for index in lines.indices { lines[index] = try makeLegal(lines[index], of: old, log: log, &reported) }
    for index in unreadable.indices {
      unreadable[index] = try makeLegal(unreadable[index], of: old, log: log, &reported)
    }
  }

  private static let reportLimit = 10

  private mutating func makeLegal(
    _ line: ContentLine, of old: [UInt8], log: DiagnosticLog, _ reported: inout Int
  ) throws(ConversionError) -> ContentLine {
    var line = line
    var head = Array(old[Int(line.start)..<Int(line.valueStart)])
    var value = Array(old[line.value])
    if value.span.firstInvalidUTF8() != nil || head.span.firstInvalidUTF8() != nil {
      let place = line.charset(in: head)
      let name = place.map { String(decoding: head[$0], as: UTF8.self) }
      value = Charset.utf8(value, in: name)
      if let name, !Charset.isKnown(name) {
        try report(
          &reported, log, line, .icalendarNotUTF8,
          "the line is in the character set \(quoted(name)), which is not known; it is read as Windows-1252")
      } else if name == nil {
        try report(&reported, log, line, .icalendarNotUTF8, "the line is not UTF-8; it is read as Windows-1252")
      }
      if let place { head.replaceSubrange(place, with: "UTF-8".utf8) }
    }
    let legalHead = TextRules.legal(head.span.firstInvalidUTF8() == nil ? head : Windows1252.utf8(head))
    let legalValue = TextRules.legal(value)
    if legalHead.count != head.count || legalValue != value {
      try report(
        &reported, log, line, .icalendarControlCharacter,
        "the line has control characters, which no canonical format can carry; they become U+FFFD")
    }
    // A name has none of the characters that are replaced, so its length stays.
    let nameLength = line.nameEnd - line.start
    line.start = Int32(storage.count)
    line.nameEnd = line.start + nameLength
    storage.append(contentsOf: legalHead)
    line.valueStart = Int32(storage.count)
    storage.append(contentsOf: legalValue)
    line.end = Int32(storage.count)
    return line
  }

  private func report(
    _ reported: inout Int, _ log: DiagnosticLog, _ line: ContentLine, _ code: DiagnosticCode, _ message: String
  ) throws(ConversionError) {
    reported += 1
    guard reported <= Self.reportLimit else { return }
    let more = reported == Self.reportLimit ? "; so may more lines of the component" : ""
    try log.report(.warning, code, message + more, at: line.position)
  }
}

extension ContentLine {
  /// Where the value of CHARSET stands in the line's name and parameters.
  fileprivate func charset(in head: [UInt8]) -> Range<Int>? {
    // A line that is none has neither.
    guard nameEnd < valueStart else { return nil }
    var part = CalendarPart()
    part.storage = head
    var line = self
    (line.start, line.nameEnd, line.valueStart) = (0, nameEnd - start, valueStart - start)
    line.end = line.valueStart
    return part.parameter("CHARSET", of: line)
  }
}

extension DiagnosticCode {
  static let icalendarNotUTF8: Self = "icalendar.not-utf8"
  static let icalendarControlCharacter: Self = "icalendar.control-character"
}

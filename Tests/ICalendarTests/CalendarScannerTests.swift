import DatelineCore
import TestSupport
import Testing

/// However a calendar is cut and nested, its components are found, and what is wrong is named at its line.
@Suite struct CalendarScannerTests {
  @Test(arguments: ["\n", "\r\n", "\r", "\r\r\n"])
  func `any line end ends a line`(end: String) throws {
    let text = calendar(event("UID:a\nSUMMARY:one\n  two\nX-A:b")).replacing("\r\n", with: end)
    let reading = try CalendarReading(text)
    #expect(reading.incidents.map(\.title?.description) == ["one two"])
    #expect(reading.codes == (end == "\r" ? ["icalendar.line-end"] : []))
  }

  @Test func `a line end that is none of the format's is told in its place`() throws {
    let reading = try CalendarReading(
      "Dear all,\nBEGIN:VEVENT\nUID:a\nSUMMARY:one\rX-A:b\nEND:VTODO\nBEGIN:VALARM\nEND:VEVENT\n")
    #expect(
      reading.codes == [
        "icalendar.text-around", "icalendar.no-calendar", "icalendar.line-end", "icalendar.stray-end",
        "icalendar.missing-end",
      ])
  }

  @Test func `bytes are unfolded before they are characters`() throws {
    var bytes = Array(calendar(event("UID:a\nSUMMARY:caf\u{E9}")).utf8)
    let place = try #require(bytes.firstIndex(of: 0xC3))
    bytes.insert(contentsOf: Array("\r\n ".utf8), at: place + 1)
    #expect(try CalendarReading(bytes).incidents.first?.title == "café")
  }

  @Test(arguments: [
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nBEGIN:VALARM\nTRIGGER:-PT1M\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nEND:VEVENT\nEND:VCALENDAR\n",
      [
        "6: warning: VALARM, which begins in line 4, has no END before this END:VEVENT; it ends here [icalendar.missing-end]"
      ]
    ),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nBEGIN:VEVENT\nUID:b\nEND:VEVENT\nEND:VCALENDAR\n",
      [
        "4: warning: VEVENT, which begins in line 2, has no END before this BEGIN:VEVENT; it ends here [icalendar.missing-end]"
      ]
    ),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nEND:VCALENDAR\nEND:VEVENT\n",
      [
        "7: warning: VEVENT, which begins in line 5, has no END before this END:VCALENDAR; it ends here [icalendar.missing-end]"
      ]
    ),
    (
      "BEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nEND:VEVENT\n",
      ["1: warning: VEVENT stands outside of any VCALENDAR; it is read [icalendar.no-calendar]"]
    ),
    (
      "Dear all,\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nEND:VEVENT\nEND:VCALENDAR\nYours\n",
      [
        "1: note: this line stands outside of the calendar and is skipped [icalendar.text-around]",
        "11: note: this line stands outside of the calendar and is skipped [icalendar.text-around]",
      ]
    ),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:VTODO\nBEGIN:VEVENT\nUID:b\nEND:VEVENT\nEND:VCALENDAR\n",
      ["5: warning: nothing is open that END:VTODO could end; it is skipped [icalendar.stray-end]"]
    ),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\nEND:VEVENT\nEND:VCALENDAR\n",
      [
        "5: warning: VCALENDAR, which begins in line 1, has no END before this BEGIN:VCALENDAR; it ends here [icalendar.missing-end]"
      ]
    ),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nno colon here\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nEND:VEVENT\nEND:VCALENDAR\n",
      [
        "4: warning: 'no colon here' has no name and colon, so it is no content line; it is set aside [icalendar.bad-line]"
      ]
    ),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nSUMMARY:cut o",
      [
        "7: error: the file ends in VEVENT, which begins in line 5 (and in 1 more around it), so it may be cut off; what is there is read [icalendar.truncated]"
      ]
    ),
  ])
  func `both events are read, and what is wrong is told`(text: String, lines: [String]) throws {
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let reading = try CalendarReading(text)
      #expect(reading.incidents.map { $0.externalIDs.first?.description } == ["ics.uid:a", "ics.uid:b"])
      #expect(reading.lines == lines)
    }
  }

  @Test func `a line of the unfolded text is told by its line in the file`() throws {
    let reading = try CalendarReading(calendar(event("UID:a\nSUMMARY:one\n  two\n  three\nDTSTART:soon")))
    #expect(reading.lines.count == 1 && reading.lines[0].hasPrefix("9: warning: DTSTART"))
  }

  /// Events between which lines are cut, doubled, swapped and put elsewhere: each BEGIN:VEVENT makes an incident.
  @Test(arguments: 0..<120)
  func `as many events are found as begin`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for number in 0..<Int.random(in: 2...5, using: &random) {
      let kind = ["VEVENT", "VTODO", "VJOURNAL"].randomElement(using: &random) ?? "VEVENT"
      lines += ["BEGIN:\(kind)", "UID:\(number)", "SUMMARY:event \(number)"]
      if Bool.random(using: &random) { lines += ["BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM"] }
      lines.append("END:\(kind)")
    }
    lines.append("END:VCALENDAR")
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let index = Int.random(in: 1..<lines.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0 where lines[index].hasPrefix("END"): lines.remove(at: index)
      case 1 where lines[index].hasPrefix("END"):
        lines.insert(lines[index], at: Int.random(in: 1..<lines.count, using: &random))
      case 2: lines.insert("BEGIN:VEVENT", at: index)
      case 3: lines.swapAt(index, Int.random(in: 1..<lines.count, using: &random))
      default: lines.removeSubrange(max(index, lines.count - 3)...)
      }
    }
    let begins = lines.count { ["BEGIN:VEVENT", "BEGIN:VTODO", "BEGIN:VJOURNAL"].contains($0) }
    let reading = try CalendarReading(lines.joined(separator: "\n") + "\n")
    #expect(reading.records.count == begins, "\(lines)")
    #expect(reading.codes.count { $0 == "icalendar.truncated" } <= 1)
  }

  @Test func `what is too large or too deep is bounded and told`() throws {
    let limits = Limits(recordSize: 4096, depth: 8)
    let long = try CalendarReading(
      calendar(event("UID:a\nSUMMARY:\(String(repeating: "x", count: 10_000))\nLOCATION:here")), limits: limits)
    #expect(long.codes == ["icalendar.line-too-long"])
    #expect(long.incidents.first?.places.first?.name == "here")
    let many = try CalendarReading(
      calendar(event("UID:a\n" + String(repeating: "X-A:b\n", count: 10_000) + "X-B:c")), limits: limits)
    #expect(many.codes == ["icalendar.too-large"])
    #expect(many.incidents.first?.externalIDs == ["ics.uid:a"])
    let deep = try CalendarReading(
      calendar(
        event(
          "UID:a\n" + String(repeating: "BEGIN:X-A\n", count: 100) + String(repeating: "END:X-A\n", count: 100)
            + "SUMMARY:after")), limits: limits)
    #expect(deep.codes == ["icalendar.too-large"])
    #expect(deep.incidents.first?.title == "after")
  }

  @Test(arguments: ["DTSTART :20240113", "DTSTART\0:20240113", "END :VEVENT", "BEGIN\0:VEVENT", "UID\u{FF}:b"])
  func `a name with anything else behind it is no name`(line: String) throws {
    let reading = try CalendarReading(calendar(event("UID:a\n\(line)\nSUMMARY:one")))
    #expect(reading.codes.contains("icalendar.bad-line"))
    #expect(reading.incidents.map(\.title?.description) == ["one"])
    #expect(reading.incidents.first?.when == nil)
  }

  @Test func `of faults that are many before a component ends a thousand are told, and the others counted`() throws {
    let reading = try CalendarReading(
      String(repeating: "END:VEVENT\n", count: 5000) + calendar(event("UID:a\nSUMMARY:one")))
    #expect(reading.incidents.map(\.title?.description) == ["one"])
    #expect(reading.codes.count { $0 == "icalendar.stray-end" } == 1001)
    #expect(
      reading.lines.last
        == "1001: warning: 4000 more such findings, the first of them here, are not told one by one [icalendar.stray-end]"
    )
  }

  @Test(arguments: ["", "hello\n"])
  func `what is no calendar is refused`(text: String) throws {
    let error = #expect(throws: ConversionError.self) { try CalendarReading(text) }
    guard case .malformed(let diagnostic)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(diagnostic.code == "icalendar.no-components")
  }

  @Test func `a calendar without events is noted`() throws {
    #expect(try CalendarReading(calendar("X-A:b")).codes == ["icalendar.no-events"])
  }
}

import DatelineCore

/// Tells calendars by their beginnings.
enum CalendarRecognition {
  static func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    if begins(prefix, at: 0, with: "BEGIN:VCALENDAR") {
      return Recognition(100, "it begins with BEGIN:VCALENDAR")
    }
    for name in ["BEGIN:VEVENT", "BEGIN:VTODO", "BEGIN:VJOURNAL"] as [StaticString]
    where begins(prefix, at: 0, with: name) {
      return Recognition(90, "it begins with a component of a calendar")
    }
    var index = 0
    while index < prefix.count {
      index = prefix.firstLineEnd(from: index) + 1
      if index < prefix.count, begins(prefix, at: index, with: "BEGIN:VCALENDAR") {
        return Recognition(60, "a line of it is BEGIN:VCALENDAR")
      }
    }
    return nil
  }

  /// Whether a line at `start` is `text`, in whatever case and folded anywhere.
  private static func begins(_ bytes: Span<UInt8>, at start: Int, with text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      var index = start
      for position in text.indices {
        index = afterFold(bytes, index)
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        let upper = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte ? byte & 0xDF : byte
        guard unsafe upper == text[position] else { return false }
        index += 1
      }
      return true
    }
  }

  private static func afterFold(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x0D { index += 1 }
    guard index + 1 < bytes.count, bytes[index] == 0x0A || index > start else { return start }
    if bytes[index] == 0x0A { index += 1 }
    guard index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 else { return start }
    return afterFold(bytes, index + 1)
  }
}

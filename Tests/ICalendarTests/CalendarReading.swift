import DatelineCore
import DatelineICalendar
import TestSupport
import Testing

/// What the reader makes of a calendar.
struct CalendarReading {
  let header: Header?
  let incidents: [Incident]
  let records: [Record]
  /// The diagnostics as `line: level: message [code]`.
  let lines: [String]
  /// The codes, in order.
  let codes: [String]

  init(_ text: String, options: [(name: String, value: String)] = [], limits: Limits = Limits()) throws {
    try self.init(Array(text.utf8), options: options, limits: limits)
  }

  /// - Parameters:
  ///   - chunkSize: The most bytes of one read.
  ///   - isLent: Whether the reader lends its incidents, as the converter has it do.
  init(
    _ bytes: [UInt8], options: [(name: String, value: String)] = [], limits: Limits = Limits(), chunkSize: Int = .max,
    isLent: Bool = false
  ) throws {
    var found: [Diagnostic] = []
    let log = DiagnosticLog(input: "a.ics", errorLimit: 100_000) { found.append($0) }
    let format = try #require(ICalendarFormats.all[0] as? any ReadableFormat)
    let context = ReadContext(log: log, options: try FormatOptions(options, for: format.info), limits: limits)
    let reader = try format.makeReader(ByteReader(MemorySource(bytes, chunkSize: chunkSize)), context)
    header = try reader.readHeader()
    var records: [Record] = []
    if isLent {
      reading: while true {
        switch try reader.next(lendingTo: { records.append(.incident(copy $0)) }) {
        case .incident: break
        case .other(let record): records.append(record)
        case .end: break reading
        }
      }
    } else {
      while let record = try reader.next() { records.append(record) }
    }
    self.records = records
    incidents = records.compactMap { if case .incident(let incident) = $0 { incident } else { nil } }
    lines = found.map { "\($0.position?.line ?? 0): \($0.severity): \($0.message) [\($0.code.rawValue)]" }
    codes = found.map(\.code.rawValue)
  }
}

/// A calendar around some lines, with CRLF.
func calendar(_ lines: String) -> String {
  "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//test//EN\n\(lines)\nEND:VCALENDAR\n"
    .replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
}

/// An event with some lines.
func event(_ lines: String) -> String { "BEGIN:VEVENT\n\(lines)\nEND:VEVENT" }

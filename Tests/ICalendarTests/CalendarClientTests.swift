import DatelineCore
import DatelineJSON
import Foundation
import TestSupport
import Testing

@testable import DatelineICalendar

/// What parsers and clients of others make of our calendars.
@Suite struct CalendarClientTests {
  /// The first `python3` that can import `module`.
  private static func python(importing module: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (folders + ["/usr/bin"]).map { URL(fileURLWithPath: $0).appendingPathComponent("python3") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
        && (try? run($0, ["-c", "import \(module)"]))?.status == 0
    }
  }

  private static let khal = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { URL(fileURLWithPath: String($0)).appendingPathComponent("khal") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  private static func run(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (output: String, status: Int32) {
    let result = try Program(path: program.path).run(arguments, environment: environment)
    return (result.output, result.status)
  }

  /// One line for each component: name, title, days or times, and carrier.
  private static func lines(of parsed: ParsedCalendar) -> [String] {
    parsed.records.map { component in
      [
        component.name, component["SUMMARY"]?.text ?? "", component["DESCRIPTION"]?.text ?? "",
        component["DTSTART"]?.zonedValue ?? "", component["DTEND"]?.zonedValue ?? "",
        component["X-DATELINE-RECORD"]?.value ?? "",
      ].map { $0.utf8.map { String($0, radix: 16) }.joined(separator: " ") }.joined(separator: "|")
    }
  }

  private static func readable(_ line: String) -> String {
    line.split(separator: "|", omittingEmptySubsequences: false).map { value in
      String(decoding: value.split(separator: " ").compactMap { UInt8($0, radix: 16) }, as: UTF8.self).debugDescription
    }.joined(separator: " ")
  }

  private static let script = """
    import sys, datetime, zoneinfo
    def stamp(value, zone):
        if value is None: return ''
        text = '%04d%02d%02d' % (value.year, value.month, value.day)
        if not isinstance(value, datetime.datetime): return text
        text += 'T%02d%02d%02d' % (value.hour, value.minute, value.second)
        if zone:
            known = value.replace(tzinfo=zoneinfo.ZoneInfo(zone))
            assert value.utcoffset() == known.utcoffset(), (value, zone)
            return text + '@' + zone
        if value.tzinfo is None: return text
        assert value.utcoffset() == datetime.timedelta(0)
        return text + 'Z'
    def show(*values):
        print('|'.join(' '.join('%x' % byte for byte in value.encode()) for value in values))
    text = open(sys.argv[2], 'rb').read()
    if sys.argv[1] == 'icalendar':
        import icalendar
        for item in icalendar.Calendar.from_ical(text).subcomponents:
            if item.name == 'VTIMEZONE': continue
            assert not getattr(item, 'errors', None), item.errors
            day = lambda name: stamp(item[name].dt, item[name].params.get('TZID')) if name in item else ''
            show(item.name, *(str(item.get(name, '')) for name in ['SUMMARY', 'DESCRIPTION']), day('DTSTART'),
                day('DTEND'), str(item['X-DATELINE-RECORD']))
    else:
        import vobject
        for item in vobject.readOne(text.decode()).components():
            if item.name == 'VTIMEZONE': continue
            value = lambda name: getattr(item, name).value if hasattr(item, name) else None
            zone = lambda name: getattr(getattr(item, name, None), 'x_vobj_original_tzid_param', None)
            show(item.name, value('summary') or '', value('description') or '',
                stamp(value('dtstart'), zone('dtstart')), stamp(value('dtend'), zone('dtend')),
                value('x_dateline_record'))
    """

  /// The golden calendar, and random ones.
  private static func calendars() throws -> [[UInt8]] {
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden/calendar.ics")
    return try [Array(Data(contentsOf: golden))]
      + (0..<12).map { seed in
        var random = RandomRecords(seed: seed, fill: 0.3)
        return try CanonicalICalendar().write(try random.header(), try random.records(15))
      }
  }

  @Test(arguments: ["icalendar", "vobject"])
  func `a Python library reads what was written`(module: String) throws {
    guard let python = Self.python(importing: module) else {
      print("skipped: no python3 here has the module \(module)")
      return
    }
    let scratch = try ScratchFolder()
    for calendar in try Self.calendars() {
      let file = try scratch.write(calendar, to: "calendar.ics")
      let (output, status) = try Self.run(python, ["-c", Self.script, module, file.path])
      #expect(status == 0, "\(output.suffix(1000))")
      // vobject gives components back by name, so they are told apart by their carriers, which stand last.
      let order = { (first: String, second: String) in
        first.utf8.reversed().lexicographicallyPrecedes(second.utf8.reversed())
      }
      let found = output.split(separator: "\n").map(String.init).sorted(by: order)
      let wanted = Self.lines(of: try ParsedCalendar(calendar)).sorted(by: order)
      #expect(found.count == wanted.count)
      for (found, wanted) in zip(found, wanted) where found != wanted {
        // icalendar 4 makes a line end of an escaped backslash and an n, and drops such a backslash before a semicolon.
        if module == "icalendar", [#"\\n"#, #"\\;"#].contains(where: Self.readable(wanted).contains) { continue }
        Issue.record("\(Self.readable(found))\nshould be\n\(Self.readable(wanted))")
      }
    }
  }

  @Test func `khal imports every event, on its days`() throws {
    guard let khal = Self.khal else {
      print("skipped: khal is not installed")
      return
    }
    var json = ""
    for day in 1...28 {
      let date = "2031-02-\(day < 10 ? "0" : "")\(day)"
      json +=
        #"{"type":"incident","id":"urn:x:\#(day)","title":"event, \#(day); \\","when":{"date":"\#(date)"}}"# + "\n"
    }
    json += #"{"type":"incident","id":"urn:x:0","title":"month","when":{"date":"2031-03"}}"# + "\n"
    let calendar = try convert(Array(json.utf8), from: CanonicalNDJSON(), to: CanonicalICalendar()).bytes
    let scratch = try ScratchFolder()
    let file = try scratch.write(calendar, to: "calendar.ics")
    let configuration = try scratch.write(Array(Self.configuration(scratch.folder).utf8), to: "khal.conf")
    try FileManager.default.createDirectory(
      at: scratch.folder.appendingPathComponent("c"), withIntermediateDirectories: true)
    let home = [
      "HOME": scratch.folder.path, "XDG_DATA_HOME": scratch.folder.path, "XDG_CACHE_HOME": scratch.folder.path,
    ]
    let imported = try Self.run(
      khal, ["-c", configuration.path, "import", "--batch", "-a", "c", file.path], environment: home)
    #expect(imported.status == 0 && !imported.output.contains("arning") && !imported.output.contains("ritical"))
    let (output, _) = try Self.run(
      khal,
      [
        "-c", configuration.path, "list", "--once", "--day-format", "", "--format", "{start-date}|{end-date}|{title}",
        "2031-01-01", "365d",
      ], environment: home)
    let wanted = (1...28).map { day in
      let date = "2031-02-\(day < 10 ? "0" : "")\(day)"
      return "\(date)|\(date)|event, \(day); \\"
    }
    #expect(
      output.split(separator: "\n").map(String.init) == wanted + ["2031-03-01|2031-03-31|[2031-03, day unknown] month"])
  }

  /// Settings of khal for a calendar in a folder.
  static func configuration(_ folder: URL) -> String {
    """
    [calendars]
    [[c]]
    path = \(folder.path)/c
    type = calendar
    [locale]
    local_timezone = Europe/Berlin
    default_timezone = Europe/Berlin
    timeformat = %H:%M
    dateformat = %Y-%m-%d
    longdateformat = %Y-%m-%d
    datetimeformat = %Y-%m-%d %H:%M
    longdatetimeformat = %Y-%m-%d %H:%M
    [sqlite]
    path = \(folder.path)/khal.db
    """
  }
}

/// A folder that is removed when it is dropped.
final class ScratchFolder {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file into the folder.
  func write(_ bytes: [UInt8], to name: String) throws -> URL {
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file
  }
}

import DatelineCore
import DatelineJSON
import Foundation
import TestSupport
import Testing

@testable import DatelineICalendar

/// What calendar programs make of one of our calendars: whether all of it is there, with its titles, days and times. Each
/// test says that it is skipped where the program is not installed.
@Suite struct CalendarProgramTests {
  /// Times, and how clocks in Kyiv show them.
  private static let times: [(title: String, when: String, shown: String)] = [
    ("day, one; \\", #""date":"2031-02-03""#, "2031-02-03"),
    ("winter", #""date":"2031-02-04","time":"22:15","timeZone":"Europe/Kyiv""#, "2031-02-04 22:15"),
    ("summer", #""date":"2031-07-04","time":"22:15","timeZone":"Europe/Kyiv""#, "2031-07-04 22:15"),
    ("elsewhere", #""date":"2031-07-05","time":"10:30","timeZone":"America/Los_Angeles""#, "2031-07-05 20:30"),
    ("without rules", #""date":"2031-03-05","time":"10:30","timeZone":"Asia/Kolkata""#, "2031-03-05 07:00"),
    ("offset", #""date":"2031-03-06T22:00:00+03""#, "2031-03-06 21:00"),
    ("nowhere", #""date":"2031-03-07","time":"10:30""#, "2031-03-07 10:30"),
    ("жжж 🚒", #""date":"2031-03-08~""#, "2031-03-08"),
  ]

  /// A calendar with an event for each of them, and with journal entries.
  private static func calendar() throws -> [UInt8] {
    let header = #"{"type":"header","schemaVersion":"1.0","title":"Sample"}"#
    let report = #"{"type":"report","id":"urn:x:r","headlines":[{"text":"a report"}]}"#
    let incidents = times.enumerated().map { number, time in
      let title = time.title.replacing("\\", with: "\\\\")
      return #"{"type":"incident","id":"urn:x:\#(number)","title":"\#(title)","summary":"a\nb, c","#
        + #""when":{\#(time.when)},"kind":"force.missile","places":[{"name":"Belz","latitude":50.38,"longitude":24.01}]}"#
    }
    let undated = #"{"type":"incident","id":"urn:x:u","title":"undated"}"#
    let lines = ([header, report] + incidents + [undated]).joined(separator: "\n")
    return try convert(Array(lines.utf8), from: CanonicalNDJSON(), to: CanonicalICalendar()).bytes
  }

  /// Lines of a start and a title, as a program shows them.
  private static let shown = times.map { "\($0.shown)|\($0.title == "жжж 🚒" ? "[c. 8 March] " : "")\($0.title)" }

  /// The first program of this name, or nil and a word about it.
  private static func program(_ name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let python = ProcessInfo.processInfo.environment["DATELINE_PYTHON"].map { URL(fileURLWithPath: $0) }
    let found = (folders.map { URL(fileURLWithPath: $0) } + [python?.deletingLastPathComponent()].compactMap { $0 })
      .map { $0.appendingPathComponent(name) }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    if found == nil { print("skipped: \(name) is not installed") }
    return found
  }

  private static func run(
    _ program: URL, _ arguments: [String], in scratch: ScratchFolder
  ) throws -> (output: String, status: Int32) {
    let own = ["TZ": "Europe/Kyiv", "LC_ALL": "C.UTF-8", "HOME": scratch.folder.path]
    let result = try Program(path: program.path).run(arguments, in: scratch.folder, environment: own)
    return (result.output, result.status)
  }

  @Test func `calcurse shows every event when it was`() throws {
    guard let calcurse = Self.program("calcurse") else { return }
    let scratch = try ScratchFolder()
    let file = try scratch.write(try Self.calendar(), to: "calendar.ics")
    let own = ["-D", "data", "-C", "configuration"]
    for folder in ["data", "configuration"] {
      try FileManager.default.createDirectory(
        at: scratch.folder.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    #expect(try Self.run(calcurse, own + ["-q", "--import", file.path], in: scratch).status == 0)
    let (output, status) = try Self.run(
      calcurse,
      own + [
        "--input-datefmt", "4", "-Q", "--from", "2031-01-01", "--days", "365", "--output-datefmt", "%Y-%m-%d",
        "--format-apt", "%(start:%Y-%m-%d %H:%M)|%m\n", "--format-event", "|%m\n",
      ], in: scratch)
    #expect(status == 0)
    // A whole day stands below the day's own line.
    var day = ""
    var found: [String] = []
    for line in output.split(separator: "\n").map(String.init) {
      if line.hasPrefix("|") {
        found.append(day + line)
      } else if line.hasSuffix(":") {
        day = String(line.dropLast())
      } else {
        found.append(line)
      }
    }
    #expect(found.sorted() == Self.shown.sorted(), "\(output)")
  }

  @Test func `remind shows every event when it was`() throws {
    guard let remind = Self.program("remind"), let importer = Self.program("ics2rem") else { return }
    let scratch = try ScratchFolder()
    _ = try scratch.write(try Self.calendar(), to: "calendar.ics")
    let made = try Self.run(importer, ["calendar.ics", "calendar.rem", "-z", "Europe/Kyiv"], in: scratch)
    #expect(made.status == 0, "\(made.output)")
    let (output, status) = try Self.run(remind, ["-s12", "calendar.rem", "1", "Jan", "2031"], in: scratch)
    #expect(status == 0)
    let found = output.split(separator: "\n").map { line in
      // Date, three fields that are not used, the minute of the day, and the text, with a time in front.
      let fields = line.split(separator: " ", maxSplits: 5).map(String.init)
      guard fields.count == 6 else { return String(line) }
      let date = fields[0].replacing("/", with: "-")
      guard let minute = Int(fields[4]) else { return "\(date)|\(fields[5])" }
      let clock = "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
      let title = fields[5].split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
      return "\(date) \(clock)|\(title)"
    }
    // The place is added to the title.
    #expect(found.map { $0.replacing(" at Belz", with: "") }.sorted() == Self.shown.sorted(), "\(output)")
  }

  private static let radicale = """
    import io, sys, radicale, radicale.config
    settings = radicale.config.load()
    settings.update({'storage': {'filesystem_folder': sys.argv[2]}, 'auth': {'type': 'none'}, 'rights': {'type': 'owner_only'}}, 'test')
    application = radicale.Application(settings)
    def ask(method, body=b''):
        answer = {}
        result = b''.join(application({'REQUEST_METHOD': method, 'PATH_INFO': '/u/calendar/', 'SCRIPT_NAME': '',
            'CONTENT_TYPE': 'text/calendar; charset=utf-8', 'CONTENT_LENGTH': str(len(body)), 'REMOTE_USER': 'u',
            'HTTP_AUTHORIZATION': 'Basic dTpw', 'HTTP_HOST': 'localhost', 'wsgi.input': io.BytesIO(body),
            'wsgi.errors': sys.stderr, 'wsgi.url_scheme': 'http'}, lambda status, headers: answer.update(status=status)))
        return answer['status'], result
    status, _ = ask('PUT', open(sys.argv[1], 'rb').read())
    assert status.startswith('201'), status
    status, result = ask('GET')
    assert status.startswith('200'), status
    open(sys.argv[3], 'wb').write(result)
    """

  private static let libical = """
    import ctypes, ctypes.util, sys
    library = ctypes.CDLL(ctypes.util.find_library('ical'))
    library.icalparser_parse_string.restype = ctypes.c_void_p
    library.icalcomponent_as_ical_string.restype = ctypes.c_char_p
    library.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
    library.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
    calendar = library.icalparser_parse_string(open(sys.argv[1], 'rb').read())
    assert library.icalcomponent_count_errors(calendar) == 0
    result = library.icalcomponent_as_ical_string(calendar)
    assert b'X-LIC-ERROR' not in result
    open(sys.argv[3], 'wb').write(result)
    """

  @Test(arguments: ["radicale", "libical", "vdirsyncer"])
  func `what a server, a library and a synchroniser give back is what was written`(name: String) throws {
    let scratch = try ScratchFolder()
    let calendar = try Self.calendar()
    let file = try scratch.write(calendar, to: "calendar.ics")
    switch name {
    case "vdirsyncer":
      guard let program = Self.program(name) else { return }
      try Self.synchronise(with: program, scratch)
    default:
      let python = URL(fileURLWithPath: "/usr/bin/python3")
      let check =
        name == "radicale" ? "import radicale" : "import ctypes.util; assert ctypes.util.find_library('ical')"
      guard FileManager.default.isExecutableFile(atPath: python.path),
        try Self.run(python, ["-c", check], in: scratch).status == 0
      else { return print("skipped: \(name) is not installed") }
      let script = name == "radicale" ? Self.radicale : Self.libical
      let back = scratch.folder.appendingPathComponent("back.ics").path
      let (output, status) = try Self.run(
        python, ["-c", script, file.path, scratch.folder.appendingPathComponent("store").path, back], in: scratch)
      #expect(status == 0, "\(output)")
    }
    let given = try Array(Data(contentsOf: scratch.folder.appendingPathComponent("back.ics")))
    #expect(try Self.lines(of: ParsedCalendar(given)) == Self.lines(of: ParsedCalendar(calendar)))
  }

  @Test func `an event that was edited on a server keeps its record and the edit`() throws {
    let scratch = try ScratchFolder()
    let python = URL(fileURLWithPath: "/usr/bin/python3")
    guard try Self.run(python, ["-c", "import radicale"], in: scratch).status == 0 else {
      return print("skipped: radicale is not installed")
    }
    let text = String(decoding: try Self.calendar(), as: UTF8.self)
    let edited = text.replacing("SUMMARY:winter\r\n", with: "SUMMARY:edited\r\n")
      .replacing("DTSTART;VALUE=DATE:20310203", with: "DTSTART;VALUE=DATE:20310204")
      .replacing("DTEND;VALUE=DATE:20310204", with: "DTEND;VALUE=DATE:20310205")
    let file = try scratch.write(Array(edited.utf8), to: "calendar.ics")
    let back = scratch.folder.appendingPathComponent("back.ics")
    let store = scratch.folder.appendingPathComponent("store").path
    #expect(try Self.run(python, ["-c", Self.radicale, file.path, store, back.path], in: scratch).status == 0)
    let before = CanonicalICalendar().read(Array(text.utf8)).records
    let after = CanonicalICalendar().read(try Array(Data(contentsOf: back))).records
    #expect(before.map(\.id) == after.map(\.id))
    for (before, after) in zip(before, after) {
      guard case .incident(var wanted) = before, case .incident(let found) = after else { continue }
      if wanted.title?.equals("winter") == true { wanted.title = "edited" }
      if wanted.id.equals("urn:x:0") { wanted.when?.date = EDTF("2031-02-04") }
      #expect(found.title == wanted.title && found.when?.date == wanted.when?.date, "\(found.id)")
      #expect(found.places == wanted.places && found.kind == wanted.kind && found.summary == wanted.summary)
    }
  }

  /// Changes an event as khal's own editor does, which asks on a terminal.
  private static let khalEdit = """
    import datetime, sys
    from khal.settings import get_config
    from khal.cli import build_collection
    collection = build_collection(get_config(sys.argv[1]), None)
    for event in list(collection.get_events_on(datetime.date(2031, 2, 1))):
        event.update_summary('edited')
        event.update_start_end(datetime.date(2031, 2, 3), datetime.date(2031, 2, 3))
        event.increment_sequence()
        collection.update(event)
    """

  @Test func `an event that was edited in khal keeps its record and the edit`() throws {
    let scratch = try ScratchFolder()
    let python = URL(fileURLWithPath: "/usr/bin/python3")
    guard let khal = Self.program("khal"),
      try Self.run(python, ["-c", "import khal"], in: scratch).status == 0
    else { return print("skipped: khal is not installed") }
    let records = [
      #"{"type":"incident","id":"urn:x:1","title":"first","when":{"date":"2031-02-01"},"places":[{"name":"Lviv"}]}"#,
      #"{"type":"incident","id":"urn:x:2","title":"second","when":{"date":"2031-02-02"}}"#,
    ]
    let json = records.map { $0 + "\n" }.joined()
    let calendar = try convert(Array(json.utf8), from: CanonicalNDJSON(), to: CanonicalICalendar()).bytes
    let file = try scratch.write(calendar, to: "calendar.ics")
    let folder = scratch.folder.appendingPathComponent("c")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let configuration = try scratch.write(
      Array(CalendarClientTests.configuration(scratch.folder).utf8), to: "khal.conf")
    #expect(
      try Self.run(khal, ["-c", configuration.path, "import", "--batch", "-a", "c", file.path], in: scratch).status == 0
    )
    let edited = try Self.run(python, ["-c", Self.khalEdit, configuration.path], in: scratch)
    #expect(edited.status == 0, "\(edited.output)")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let back = try files.flatMap { try Array(Data(contentsOf: $0)) }
    let after = CanonicalICalendar().read(back).records.sorted { $0.id.description < $1.id.description }
    var wanted = CanonicalICalendar().read(calendar).records
    guard case .incident(var first) = wanted[0] else { return #expect(Bool(false), "no incident") }
    first.title = "edited"
    first.when = When()
    first.when?.date = EDTF("2031-02-03")
    wanted[0] = .incident(first)
    #expect(after == wanted)
  }

  private static func synchronise(with vdirsyncer: URL, _ scratch: ScratchFolder) throws {
    let path = scratch.folder.path
    let settings = """
      [general]
      status_path = "\(path)/status"
      [pair p]
      a = "file"
      b = "folder"
      collections = null
      [storage file]
      type = "singlefile"
      path = "\(path)/calendar.ics"
      [storage folder]
      type = "filesystem"
      path = "\(path)/items"
      fileext = ".ics"
      """
    _ = try scratch.write(Array(settings.utf8), to: "configuration")
    try FileManager.default.createDirectory(
      at: scratch.folder.appendingPathComponent("items"), withIntermediateDirectories: true)
    for command in ["discover", "sync"] {
      let (output, status) = try run(vdirsyncer, ["-c", "\(path)/configuration", command], in: scratch)
      #expect(status == 0 && !output.contains("error") && !output.contains("warning"), "\(output)")
    }
    var all: [UInt8] = []
    for item in try FileManager.default.contentsOfDirectory(atPath: "\(path)/items").sorted() {
      // An item ends without a line end.
      all += try Array(Data(contentsOf: URL(fileURLWithPath: "\(path)/items/\(item)"))) + Array("\r\n".utf8)
    }
    _ = try scratch.write(all, to: "back.ics")
  }

  /// What people see of each record, and its carrier, in an order of their own.
  private static func lines(of calendar: ParsedCalendar) -> [String] {
    calendar.records.map { record in
      let names = ["UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "X-DATELINE-RECORD"]
      let times = ["DTSTART", "DTEND"].map { record[$0]?.zonedValue ?? "" }
      return (names.map { record[$0]?.text ?? "" } + times).joined(separator: "|")
    }.sorted()
  }
}

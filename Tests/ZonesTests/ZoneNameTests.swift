import TestSupport
import Testing

@testable import DatelineZones

@Suite struct ZoneNameTests {
  private typealias Method = ZoneNameResolution.Method

  @Test(arguments: [
    ("Europe/Kyiv", "Europe/Kyiv", "exact"), ("Asia/Calcutta", "Asia/Calcutta", "exact"),
    ("Etc/GMT-3", "Etc/GMT-3", "exact"), ("UTC", "UTC", "exact"), ("EST5EDT", "EST5EDT", "exact"),
    ("europe/berlin", "Europe/Berlin", "respelled"), ("EUROPE/BERLIN", "Europe/Berlin", "respelled"),
    ("US-Eastern", "US/Eastern", "respelled"), ("America/New York", "America/New_York", "respelled"),
    ("Europe_London", "Europe/London", "respelled"), ("America-Port-au-Prince", "America/Port-au-Prince", "respelled"),
    ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Europe/Berlin", "vendorPrefix"),
    ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin", "vendorPrefix"),
    ("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin", "vendorPrefix"),
    ("/mozilla.org/20070129_1/america/argentina/buenos_aires", "America/Argentina/Buenos_Aires", "vendorPrefix"),
    ("/softwarestudio.org/Olson_20011030_5/America/Chicago", "America/Chicago", "vendorPrefix"),
    ("/Europe/Paris", "Europe/Paris", "vendorPrefix"), ("posix/Europe/Vaduz", "Europe/Vaduz", "vendorPrefix"),
    ("tzone://Microsoft/UTC", "UTC", "vendorPrefix"),
    ("W. Europe Standard Time", "Europe/Berlin", "windowsName"),
    ("w. europe standard time", "Europe/Berlin", "windowsName"),
    ("Russian Standard Time", "Europe/Moscow", "windowsName"), ("UTC-11", "Etc/GMT+11", "windowsName"),
    ("(GMT+01.00) Sarajevo/Warsaw/Zagreb", "Europe/Warsaw", "displayName"),
    ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin", "displayName"),
    ("(UTC+01:00) Brussels\\, Copenhagen\\, Madrid\\, Paris", "Europe/Paris", "displayName"),
    ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York", "displayName"),
    ("Eastern Time (US & Canada)", "America/New_York", "displayName"), ("Beijing", "Asia/Shanghai", "displayName"),
    ("\"Europe/Rome\"", "Europe/Rome", "exact"), (" Europe/Rome ", "Europe/Rome", "exact"),
  ])
  func `a text names a zone of the database`(text: String, name: String, method: String) throws {
    let found = try #require(try ZoneDatabase.system.resolve(text))
    #expect(found.zone == .named(name))
    #expect(found.method.rawValue == method)
  }

  @Test(arguments: [
    ("GMT+0100", 3600), ("GMT+1", 3600), ("UTC+2", 7200), ("utc +2", 7200), ("+02:00", 7200), ("-0500", -18_000),
    ("-05", -18_000), ("GMT-3", -10_800), ("GMT-03:30", -12_600), ("(GMT+01.00) Elsewhere", 3600), ("(UTC)", 0),
    ("(UTC+05:45)", 20_700), ("Z", 0), ("GMT+530", 19_800), ("+00:00", 0),
  ])
  func `an offset is a zone without summer time, plus to the east`(text: String, offset: Int) throws {
    let found = try #require(try ZoneDatabase.system.resolve(text))
    #expect(found == ZoneNameResolution(zone: .fixed(utcOffset: offset), method: .offsetText))
    #expect(try ZoneDatabase.system.zone(for: found).offset(at: 0).utcOffset == offset)
  }

  @Test(arguments: [
    "", " ", "\\", "/", "//", "foo", "Customized Time Zone 1", "custom_Pacific/Fiji", "/Europe/CUSTOM",
    "../../etc/passwd",
    "/../Europe/..", "GMT +0100 (Standard) / GMT +0200 (Daylight)", "+", "+1:2:3", "UTC+24", "UTC+1x", "GMT+12345",
    "10", "0000000000000000", "(GMT+01.00", "localtime", "posixrules", "Fictitious, Warsaw/Berlin", "Standard Time",
    "大阪、札幌、東京", "zone.tab", "Europe", "Europe/", "\u{0}", "UTC\u{0}",
  ])
  func `a text that names no zone, or several, is not guessed`(text: String) throws {
    #expect(try ZoneDatabase.system.resolve(text) == nil)
  }

  @Test func `every name of Windows is a zone of the database`() throws {
    #expect(WindowsZones.names.count >= 140)
    for name in WindowsZones.names {
      let found = try #require(try ZoneDatabase.system.resolve(name), "\(name)")
      #expect(found.method == (name == "UTC" ? Method.exact : .windowsName), "\(name)")
      _ = try ZoneDatabase.system.zone(for: found)
    }
  }

  @Test func `every name of the database is found in other letters and behind a prefix`() throws {
    for name in try ZoneDatabase.system.zoneNames {
      let expected = try ZoneDatabase.system.zone(named: name)
      for text in [name.uppercased(), "/example.org/20250101_1/" + name] {
        let found = try #require(try ZoneDatabase.system.resolve(text), "\(text)")
        #expect(try ZoneDatabase.system.zone(for: found) == expected, "\(text)")
      }
    }
  }

  @Test func `any text is taken`() throws {
    var random = SeededRandom(seed: UInt64(TestScale.seed))
    let alphabet = Array("(GMTUCZ+-0123459.:)/ _aEB\\\",").map(String.init) + ["é", "\u{0}", "Europe", "Standard Time"]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in random.pick(alphabet) }.joined()
      if let found = try ZoneDatabase.system.resolve(text) { _ = try ZoneDatabase.system.zone(for: found) }
    }
  }
}

import Foundation
import TestSupport
import Testing

@testable import DatelineZones

@Suite struct ZoneDatabaseTests {
  @Test func `a database that is not there is an error that says what to install`() throws {
    let database = ZoneDatabase(folders: ["/nowhere/zoneinfo", "/dev/null"])
    let expected = ZoneError.databaseMissing(searched: ["/nowhere/zoneinfo", "/dev/null"])
    #expect(throws: expected) { try database.zone(named: "Europe/Berlin") }
    #expect(throws: expected) { try database.zoneNames }
    #expect(throws: expected) { try database.resolve("Europe/Berlin") }
    #expect(
      expected.description
        == "there is no time zone database in /nowhere/zoneinfo, /dev/null; install the package 'tzdata', or name its folder "
        + "in the environment variable TZDIR")
  }

  @Test(arguments: [
    "", "/", "Europe", "Europe/", "/Europe/Berlin", "Europe//Berlin", "../zoneinfo/Europe/Berlin",
    "Europe/../Europe/Berlin",
    "./Europe/Berlin", "Europe/Nowhere", "zone.tab", "tzdata.zi", "leapseconds", "localtime", "posixrules",
    "right/Europe/Berlin", "posix/Europe/Berlin", "Europe/Berlin\0", "Europe/Berlin\n", "Ευρώπη",
  ])
  func `what is no name of a zone is an error, and no path leaves the folder`(name: String) {
    #expect(throws: ZoneError.unknownName(name)) { try ZoneDatabase.system.zone(named: name) }
  }

  @Test func `a file that cannot be used is an error, and no zone where it is too large or no zone at all`() throws {
    let utc = try #require(ZoneFolder(path: "/usr/share/zoneinfo").bytes(of: "UTC"))
    let scratch = try Scratch()
    try scratch.write(utc, to: "UTC")
    try scratch.write(Array(utc.dropLast()), to: "Short")
    try scratch.write("TZi", to: "Text")
    try scratch.write(Array("TZif".utf8) + [UInt8](repeating: 0, count: 1 << 20), to: "Large")
    let database = ZoneDatabase(folders: ["/nowhere", scratch.folder.path])
    #expect(try database.zone(named: "UTC") == ZoneDatabase.system.zone(named: "Etc/UTC"))
    #expect(throws: ZoneError.malformedFile(name: "Short", reason: "it has no footer")) {
      try database.zone(named: "Short")
    }
    #expect(throws: ZoneError.unknownName("Text")) { try database.zone(named: "Text") }
    #expect(throws: ZoneError.self) { try database.zone(named: "Large") }
    #expect(try database.zoneNames == ["Large", "Short", "UTC"])
  }

  @Test func `the names are those of zones`() throws {
    let names = try ZoneDatabase.system.zoneNames
    #expect(names == names.sorted())
    #expect(
      Set(names).isSuperset(of: ["Europe/Berlin", "America/Argentina/Ushuaia", "UTC", "Etc/GMT+12", "US/Pacific"]))
    #expect(!names.contains { $0.contains(".") || $0.hasPrefix("right/") || $0.hasPrefix("posix/") })
    for name in names { _ = try ZoneDatabase.system.zone(named: name) }
  }

  @Test func `many threads get the same zones`() async throws {
    let database = ZoneDatabase(folders: ZoneFolder.standardPaths)
    let names = Array(try database.zoneNames.prefix(60))
    let expected = try names.map { try ZoneDatabase.system.zone(named: $0) }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { try names.map { try database.zone(named: $0) } == expected } }
      for try await isEqual in group { #expect(isEqual) }
    }
  }
}

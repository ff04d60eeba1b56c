import Dateline
import Foundation
import TestSupport
import Testing

/// The time zone and the language of the machine make no difference to any format.
@Suite struct SurroundingsTests {
  private static let inputs = "Samples/acled.csv Samples/*.txt random.ndjson events.json"

  /// Flat JSON of events, whose letters are those that differ between languages.
  private static let events = #"""
    [{"event_id_cnty":"TUR1","event_date":"13 January 2024","year":"2024","time_precision":"2","disorder_type":"Political violence",
      "event_type":"BATTLES","sub_event_type":"ARMED CLASH","actor1":"İSTİKLAL I","inter1":"3","interaction":"30","iso":"792",
      "country":"TURKEY","admin1":"Iğdır","location":"IĞDIR","latitude":"39.92","longitude":"44.04","geo_precision":"1",
      "source":"AFP","notes":"Size: 1.234,5 kişi.","fatalities":"2","timestamp":"1705500000"}]
    """#

  @Test(
    arguments: ListedFormat.all.filter(\.writes),
    [["TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"], ["TZ": "America/St_Johns", "LC_ALL": "de_DE.UTF-8"]])
  func `every conversion gives the same in every zone and language`(
    format: ListedFormat, surroundings: [String: String]
  ) throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Command.root.appendingPathComponent("Samples"), to: scratch.folder.appendingPathComponent("Samples"))
    try scratch.write(try RandomDocument(seed: 9, records: 6, fill: 0.4).lines(records: 6), to: "random.ndjson")
    try scratch.write(Self.events, to: "events.json")
    // Where the machine can make the language, it is a real one, and else only a name.
    let language = try #require(surroundings["LC_ALL"])
    let folder = scratch.folder.path
    _ = try Command.shell("localedef -i \(language.prefix(5)) -f UTF-8 \(folder)/\(language)", in: scratch.folder)
    let other = surroundings.merging(["LOCPATH": folder, "LANG": language]) { own, _ in own }
    let line = "dateline \(Self.inputs) --to \(format.id)"
    let plain = try Command.shell(line, in: scratch.folder, environment: ["TZ": "UTC", "LC_ALL": "C"])
    #expect(plain.status == 0 && !plain.output.isEmpty, "\(plain.errors)")
    let isSame = try Command.shell(line, in: scratch.folder, environment: other) == plain
    #expect(isSame)
  }
}

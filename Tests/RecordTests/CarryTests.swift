import DatelineCore
import DatelineRecord
import Testing

/// The service of carriers, by the smallest dialect that could use it.
@Suite struct CarryTests {
  /// An entry with two fields that a report has, and one that it has not.
  struct Entry: VisibleEntry {
    enum Field: Int, CaseIterable { case title, publisher, mood }

    var values: [String]

    init(_ values: String...) { self.values = values }
    init(of report: Report) {
      values = [report.headlines.first?.text?.description ?? "", report.publisher?.description ?? "", "calm"]
    }

    static func name(of field: Field) -> String { "\(field)" }
    func value(of field: Field) -> [UInt8] { Array(values[field.rawValue].utf8) }

    func take(_ field: Field, into report: inout Report) -> Bool {
      let text = Text(values[field.rawValue])
      switch field {
      case .title: report.headlines = text.map { [headline($0)] } ?? []
      case .publisher: report.publisher = text
      case .mood: return false
      }
      return true
    }

    private func headline(_ text: Text) -> Headline {
      var headline = Headline()
      headline.text = text
      return headline
    }
  }

  private static var report: Report {
    var report = Report(id: "urn:example:1")
    report.byline = "By nobody"
    _ = Entry("Two fall", "Northern Wire", "calm").take(.title, into: &report)
    _ = Entry("Two fall", "Northern Wire", "calm").take(.publisher, into: &report)
    return report
  }

  private func read(_ entry: Entry, _ fingerprint: [UInt8]?) throws -> (report: Report, notes: [String]) {
    var notes: [String] = []
    let log = DiagnosticLog(input: "x") { notes.append($0.description) }
    var report = fingerprint == nil ? Report(id: "urn:example:1") : Self.report
    try entry.takeEdits(since: fingerprint, into: &report, log: log, at: SourcePosition(line: 7))
    return (report, notes)
  }

  @Test func `what was not touched leaves the record as it is, without a word`() throws {
    let result = try read(Entry(of: Self.report), Entry(of: Self.report).fingerprint)
    #expect(result.report == Self.report && result.notes.isEmpty)
  }

  @Test func `what was edited or deleted wins, field by field, with a note`() throws {
    let result = try read(Entry("Three fall", "", "calm"), Entry(of: Self.report).fingerprint)
    #expect(result.report.headlines.first?.text == "Three fall" && result.report.publisher == nil)
    #expect(result.report.byline == "By nobody")
    #expect(
      result.notes == [
        "x:7:1: note: title, publisher of this entry were changed since it was written; what is visible counts [carry.edited]"
      ])
  }

  @Test func `an edit that the record has no field for is noted`() throws {
    let result = try read(Entry("Two fall", "Northern Wire", "loud"), Entry(of: Self.report).fingerprint)
    #expect(result.report == Self.report)
    #expect(result.notes.count == 1 && result.notes.allSatisfy { $0.hasSuffix("[carry.edit-ignored]") })
  }

  @Test func `a fingerprint of an older version says nothing of fields that it did not have`() throws {
    let fingerprint = Array(Entry("Two fall", "", "").fingerprint.prefix(4))
    let result = try read(Entry("Two fall", "Another", "loud"), fingerprint)
    #expect(result.report == Self.report && result.notes.isEmpty)
  }

  @Test func `without a carrier everything is taken, without a word`() throws {
    let result = try read(Entry("Two fall", "Northern Wire", "calm"), nil)
    var expected = Self.report
    expected.byline = nil
    #expect(result.report == expected && result.notes.isEmpty)
  }

  @Test func `as much of a record travels as is asked for`() throws {
    var report = Self.report
    report.externalIDs = ["guid:1"]
    #expect(Carry.full.carried(.report(report)) == .report(report))
    #expect(Carry.none.carried(.report(report)) == nil)
    var reduced = Report(id: report.id)
    reduced.externalIDs = ["guid:1"]
    #expect(Carry.ids.carried(.report(report)) == .report(reduced))
  }

  @Test func `a source's text stands as long as the writer would show what it would have shown then`() {
    var kept = KeptSource()
    kept.keep(Array("<d>Mon</d>".utf8), value: Array("Mon".utf8), of: "d", insteadOf: Array("Monday".utf8))
    kept.keep(Array("<t>a</t>".utf8), value: Array("a".utf8), of: "t", insteadOf: Array("a".utf8))
    kept.keep([], value: [], of: "g", insteadOf: Array("made up".utf8))
    let again = KeptSource(kept.json)
    #expect(again.json == kept.json)
    #expect(again.text(of: "d", insteadOf: Array("Monday".utf8)) == Array("<d>Mon</d>".utf8))
    #expect(again.text(of: "d", insteadOf: Array("Tuesday".utf8)) == nil)
    #expect(again.text(of: "t", insteadOf: Array("a".utf8)) == nil)
    #expect(again.text(of: "g", insteadOf: Array("made up".utf8)) == [])
  }

  @Test(arguments: ["[]", "{", "{\"a\":1}", "{\"a\":[\"x\"]}", "{\"a\":[\"x\",\"y\",\"z\"]}", "7"])
  func `what is no kept source counts for nothing`(text: String) throws {
    #expect(KeptSource(JSONText(checked: try #require(Text(text)))).isEmpty)
  }

  @Test(arguments: ["{\"type\":\"report\"", "{\"type\":\"recipe\"}", "[1]"])
  func `what can't be read of a carrier is a fault and no error of the document`(text: String) throws {
    let log = DiagnosticLog(input: "x")
    guard
      case .failure(let fault) = try CarriedJSON.read(
        Array(text.utf8), at: SourcePosition(), log: log, limits: Limits())
    else {
      Issue.record("it was read")
      return
    }
    #expect(!fault.reason.isEmpty && log.errorCount == 0)
  }
}

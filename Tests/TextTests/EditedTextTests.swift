import DatelineCore
import DatelineText
import TestSupport
import Testing

/// What people and their editors do to labelled text, and that it means the same afterwards.
@Suite struct EditedTextTests {
  private static let original = """
    Dateline-Text: 1
    schemaVersion: 1.0
    title: Two days

    report: urn:example:r
    kind: article
    rights.year: 2024

    paragraph: The first shell fell at noon. It hit a barn near Alder and the
      roof burned.

    paragraph: The second did not go off.

    incident: urn:example:1
    title: Shell hits a barn
    stage: occurred
    when.date: 2024-03-01
    place: role=impact; name=Alder; text=near Alder
    place: role=origin; name=Birch
    munition: class=shell; best=1
    report: id=urn:example:r

    incident: urn:example:2
    munition: class=shell; state=unexploded

    Dateline-Text: end

    """

  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (String) -> String

    init(_ name: String, _ change: @escaping @Sendable (String) -> String) {
      testDescription = name
      self.change = change
    }

    init(_ name: String, replace old: String, by new: String) {
      self.init(name) { text in
        #expect(text.contains(old))
        return text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
      }
    }
  }

  static let edits = [
    Edit("line ends of Windows", replace: "\n", by: "\r\n"),
    Edit("line ends of the old Macintosh", replace: "\n", by: "\r"),
    Edit("line ends of two kinds", replace: "\n\n", by: "\r\n\r"),
    Edit("a byte order mark before a record", replace: "incident: urn", by: "\u{FEFF}incident: urn"),
    Edit("a byte order mark") { "\u{FEFF}" + $0 },
    Edit("spaces at the ends of lines", replace: "\n", by: "  \n"),
    Edit("tabs at the ends of lines", replace: "\n", by: "\t\n"),
    Edit("a tab for indentation", replace: "\n  roof", by: "\n\troof"),
    Edit("deeper indentation", replace: "\n  roof", by: "\n        roof"),
    Edit("a paragraph on one line", replace: "\n  roof", by: " roof"),
    Edit("a paragraph wrapped anew", replace: "fell at noon. It hit", by: "fell\n  at noon.\n  It hit"),
    Edit("a value below its label", replace: "title: Shell hits", by: "title:\n  Shell hits"),
    Edit("an item wrapped", replace: "name=Alder; text", by: "name=Alder;\n    text"),
    Edit("labels in capitals", replace: "munition: ", by: "MUNITION: "),
    Edit("keys in capitals", replace: "name=Birch", by: "Name=Birch"),
    Edit("dotted labels in capitals", replace: "when.date:", by: "When.Date:"),
    Edit("records in capitals", replace: "incident:", by: "Incident:"),
    Edit("roles in capitals", replace: "paragraph:", by: "Paragraph:"),
    Edit("terms in capitals", replace: "stage: occurred", by: "stage: Occurred"),
    Edit("no space behind the colon", replace: "stage: occurred", by: "stage:occurred"),
    Edit("a space before the colon", replace: "stage: occurred", by: "stage : occurred"),
    Edit("the key for the singular", replace: "munition: ", by: "munitions: "),
    Edit("lines in another order", replace: "kind: article\nrights.year: 2024", by: "rights.year: 2024\nkind: article"),
    Edit("keys in another order", replace: "class=shell; best=1", by: "best=1; class=shell"),
    Edit("no space in items", replace: "role=origin; name=Birch", by: "role=origin;name=Birch"),
    Edit("more space in items", replace: "role=origin; name=Birch", by: "role = origin ;  name = Birch ;"),
    Edit("items on one line", replace: "text=near Alder\nplace: role", by: "text=near Alder | role"),
    Edit("an object as an item", replace: "when.date: 2024-03-01", by: "when: date=2024-03-01"),
    Edit("comments", replace: "stage: occurred\n", by: "# checked\nstage: occurred\n#\n"),
    Edit("more blank lines", replace: "\n\n", by: "\n \n\n\t\n"),
    Edit("blank lines within a record", replace: "\nplace:", by: "\n\nplace:"),
    Edit("a blank line before a report's id", replace: "\nreport: id=", by: "\n\nreport: id="),
    Edit("no blank lines before records", replace: "\n\nincident", by: "\nincident"),
    Edit("no blank lines before paragraphs", replace: "\n\nparagraph", by: "\nparagraph"),
    Edit("the long form of roles", replace: "paragraph:", by: "body.paragraph:"),
    Edit("blank lines at the start") { "\n\n" + $0 },
    Edit("a comment at the start") { "# Checked on Monday.\n\n" + $0 },
    Edit("documents joined") { $0 + "\nDateline-Text: 1\n\nDateline-Text: end\n" },
    Edit("no line end at the end") { String($0.dropLast()) },
    Edit("no end, and no version, as a person would write it") { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("schemaVersion") && $0 != "Dateline-Text: end" }.joined(separator: "\n")
    },
  ]

  @Test(arguments: edits) func `an edited document means the same`(edit: Edit) {
    let expected = LabelledText().read(Array(Self.original.utf8))
    #expect(expected.lines == [])
    #expect(expected.records.count == 3)
    let text = edit.change(Self.original)
    #expect(text != Self.original)
    let result = LabelledText().read(Array(text.utf8))
    #expect(result.lines == [])
    #expect(result.header == expected.header)
    #expect(result.records == expected.records)
  }

  @Test(arguments: [
    ("title: a\n\n  b", "a\n\nb"), ("title: a\n\n\n  b", "a\n\n\nb"), (#"title: a\n"# + "\n  b", "a\nb"),
    (#"title: a\\n"# + "\n  b", #"a\n b"#), ("title:\n  a\n  b", "a b"), (#"title: C:\Users"#, #"C:\Users"#),
    (#"title: \s a\s"#, "  a "), ("title: a: b", "a: b"), ("title: a\n# no\n  b", "a b"),
  ])
  func `values go on in indented lines`(lines: String, title: String) throws {
    let result = LabelledText().read(Array("Dateline-Text: 1\n\nincident: urn:example:1\n\(lines)\n".utf8))
    let records = result.records
    guard case .incident(let incident) = try #require(records.first) else { throw Missing() }
    #expect(incident.title?.description == title)
  }

  struct Missing: Error {}

  @Test(arguments: ["\n", "\r\n", "\r"], [1, 2, 3, 7, 64])
  func `places are counted in lines as an editor counts them`(lineEnd: String, chunkSize: Int) {
    let lines = ["Dateline-Text: 1", "", "incident: urn:example:1", "title: a", "title: b", "stage: never", "", "c"]
    for last in ["", lineEnd] {
      let result = LabelledText().read(Array((lines.joined(separator: lineEnd) + last).utf8), chunkSize: chunkSize)
      #expect(
        result.diagnostics.map { "\($0.position.map { "\($0.line):\($0.column)" } ?? "")" } == ["8:1", "5:1", "6:8"])
    }
  }

  @Test(arguments: ["\n", "\r"])
  func `a record that is cut off within a line is not read`(lineEnd: String) {
    let lines = ["Dateline-Text: 1", "schemaVersion: 1.0", "", "incident: a:b", "title: one", "summary: two", "  th"]
    let cut = LabelledText().read(Array(lines.joined(separator: lineEnd).utf8))
    #expect(cut.records == [])
    #expect(
      cut.lines == [
        "input:7:1: error: the document ends within this line, without 'Dateline-Text: end'; the record that begins in "
          + "line 4 lacks what was here, and is skipped [text.truncated]"
      ])
    let ended = LabelledText().read(Array((lines.joined(separator: lineEnd) + lineEnd).utf8))
    var incident = Incident(id: "a:b")
    incident.title = "one"
    incident.summary = "two th"
    #expect(ended.records == [.incident(incident)])
    #expect(ended.lines.count == 1 && ended.lines.first?.hasPrefix("input:8:1: error: ") == true)
  }

  @Test(arguments: ["i", "incident", "incident: a:", "Dateline-T", "Dateline-Text: en", "# a"])
  func `a record before a line that is cut off is read if that line may begin the next`(last: String) {
    let text = "Dateline-Text: 1\nschemaVersion: 1.0\n\nincident: a:b\ntitle: one\n\n"
    let result = LabelledText().read(Array((text + last).utf8))
    var incident = Incident(id: "a:b")
    incident.title = "one"
    #expect(result.records == [.incident(incident)])
    #expect(result.lines.count == 1 && result.lines.first?.contains(":7:1: error: the document ends within") == true)
  }

  @Test func `documents can be joined`() {
    let twice = Self.original + Self.original
    let result = LabelledText().read(Array(twice.utf8))
    #expect(result.records.count == 6)
    #expect(result.lines.count == 1)
    #expect(result.lines.first?.hasSuffix("this one is skipped [text.late-header]") == true)
  }
}

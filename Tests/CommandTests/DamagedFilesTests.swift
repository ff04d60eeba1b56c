import Dateline
import Foundation
import TestSupport
import Testing

/// What the command does with canonical files that are cut, empty or broken: statuses, messages, places.
@Suite struct DamagedFilesTests {
  /// A file that ends too early, somewhere in the record at `index`, where -1 is the header.
  struct Cut: Sendable, CustomTestStringConvertible {
    let index: Int
    let fraction: Double
    var testDescription: String { index < 0 ? "in the header" : "at \(fraction) of record \(index)" }

    static let all = [
      Cut(index: -1, fraction: 0.6), Cut(index: 0, fraction: 0.5), Cut(index: 3, fraction: 0.2),
      Cut(index: 3, fraction: 0.8), Cut(index: 5, fraction: 0.5),
    ]
  }

  @Test(arguments: ListedFormat.canonical, Cut.all)
  func `a file that is cut gives every whole record, and one error that says where`(
    format: ListedFormat, cut: Cut
  ) throws {
    let document = try RandomDocument(seed: 21, records: 6, fill: 0.2)
    let whole = try document.bytes(in: format)
    // How far the bytes go that a document with so many records begins with too.
    let ends = try (0...6).map { count in
      zip(try document.bytes(in: format, records: count), whole).prefix { $0 == $1 }.count
    }
    let start = cut.index < 0 ? 0 : ends[cut.index]
    let bytes = Array(whole[..<(start + Int(Double(ends[cut.index + 1] - start) * cut.fraction))])
    let scratch = try Scratch()
    let name = format.file("cut")
    try scratch.write(bytes, to: name)
    let result = try Command.shell("dateline --from \(format.id) \(name)", in: scratch.folder)
    #expect(result.status == 1 || result.status == 65)

    let place = try Place(only: result.errors, in: name)
    let lines = bytes.count { $0 == 0x0A } + 1
    #expect(place.line >= bytes[..<start].count { $0 == 0x0A } && place.line <= lines, "\(result.errors)")
    if cut.index >= 0 {
      let expected = try document.lines(records: cut.index)
      #expect(result.output.hasPrefix(expected), "\(result.errors)")
      // What is left of the record may be given too.
      #expect(result.output.dropFirst(expected.count).count { $0 == "\n" } <= 1)
    }
    // Through a file, a run that ends early leaves none.
    let toFile = try Command.shell("dateline --from \(format.id) \(name) -o out.ndjson", in: scratch.folder)
    #expect(toFile.status == result.status && toFile.errors == result.errors)
    #expect(scratch.files.contains("out.ndjson") == (result.status == 1))
    if result.status == 1 { #expect(try scratch.text(of: "out.ndjson") == result.output) }
  }

  /// The place of the one error among messages.
  struct Place {
    let line: Int
    let column: Int

    init(only messages: String, in file: String) throws {
      let errors = messages.split(separator: "\n").filter { $0.contains(" error: ") }
      #expect(errors.count == 1, "\(messages)")
      let match = try #require(
        errors.first?.firstMatch(of: /^([^:]+):(\d+):(\d+): error: .+ \[[a-z]+\.[a-z-]+\]$/), "\(messages)")
      #expect(match.1 == file)
      line = try #require(Int(match.2))
      column = try #require(Int(match.3))
    }
  }

  @Test(arguments: ListedFormat.canonical, ["", "\n", " \n\t\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func `an input that holds nothing is said to be empty`(format: ListedFormat, text: String) throws {
    let scratch = try Scratch()
    let name = format.file("empty")
    try scratch.write(text, to: name)
    for line in ["dateline --from \(format.id) \(name)", "dateline \(name)", "dateline < \(name)"] {
      let result = try Command.shell(line, in: scratch.folder)
      if format.id == "ndjson", line.contains("--from") {
        // No lines are a document of no records: what a filter gives that lets nothing through.
        #expect(result.status == 0 && result.errors == "")
        continue
      }
      #expect(result.status == 65, "\(line): \(result.errors)")
      #expect(result.output == "", "\(line)")
      _ = try Place(only: result.errors, in: line.contains("<") ? "<stdin>" : name)
    }
  }

  @Test(arguments: ListedFormat.canonical, ListedFormat.canonical)
  func `a file in another format than was said is refused, and nothing is made up`(
    format: ListedFormat, said: ListedFormat
  ) throws {
    guard format.family != said.family else { return }
    let scratch = try Scratch()
    let name = format.file("in")
    try scratch.write(try RandomDocument(seed: 5, records: 3, fill: 0.2).bytes(in: format), to: name)
    let result = try Command.shell("dateline --from \(said.id) \(name)", in: scratch.folder)
    #expect(result.status == 1 || result.status == 65)
    #expect(result.errors.contains("\(name):1:"), "\(result.errors)")
    #expect(!result.output.contains(#""type":"incident""#), "\(result.output)")
  }

  @Test(
    arguments: ListedFormat.canonical,
    [
      ([0x1F, 0x8B, 0x08, 0x00], "gunzip"), ([0x50, 0x4B, 0x03, 0x04], "ZIP"), ([0xFF, 0xD8, 0xFF], "JPEG"),
      ([0x00], nil),
    ] as [([UInt8], String?)])
  func `what is no text is refused whatever it is said to be`(
    format: ListedFormat, kind: (head: [UInt8], name: String?)
  ) throws {
    let scratch = try Scratch()
    try scratch.write(kind.head + (0..<200).map { UInt8(truncatingIfNeeded: $0 * 37) }, to: "in")
    let result = try Command.shell("dateline --from \(format.id) in", in: scratch.folder)
    #expect(!result.output.contains(#""type":"incident""#))
    #expect(result.errors.contains("in:1:"))
    guard let name = kind.name else {
      #expect(result.status == 1 || result.status == 65)
      return
    }
    #expect(result.status == 65 && result.output == "")
    #expect(result.errors.contains(name), "\(result.errors)")
    _ = try Place(only: result.errors, in: "in")
  }

  @Test func `what was read of the inputs before stands in standard output`() throws {
    let scratch = try Scratch()
    let document = try RandomDocument(seed: 3, records: 2, fill: 0.2)
    let lines = try document.lines(records: 2)
    try scratch.write(lines, to: "first.ndjson")
    let result = try Command.shell("dateline first.ndjson missing.ndjson --to json", in: scratch.folder)
    #expect(result.status == 66)
    try scratch.write(result.output, to: "out.json")
    #expect(try Command.shell("dateline out.json", in: scratch.folder).output == lines)
  }
}

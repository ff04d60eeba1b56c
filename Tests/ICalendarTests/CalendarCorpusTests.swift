import DatelineCore
import DatelineJSON
import Foundation
import TestSupport
import Testing

@testable import DatelineICalendar

/// Calendars of many programs, which lie beside the package.
@Suite struct CalendarCorpusTests {
  /// What is equal, is in `Specs/icalendar.md`, "Calendars of others, written back".
  @Test func `every property and parameter of a calendar that is read without fault comes back`() throws {
    let files = Set(Corpora.objects("ical/expected.jsonl", limit: .max).compactMap { $0["file"] as? String })
    guard !files.isEmpty else { return }
    var compared = 0
    for file in files.sorted() {
      guard let bytes = Corpora.bytes("ical/files/\(file)"), let reading = try? CalendarReading(bytes),
        !reading.records.isEmpty, !reading.lines.contains(where: Self.isFault)
      else { continue }
      compared += 1
      let json = try convert(bytes, from: CanonicalICalendar(), to: CanonicalNDJSON()).bytes
      let back = try convert(json, from: CanonicalNDJSON(), to: CanonicalICalendar()).bytes
      let expected = LineTree(try #require(Self.utf8(bytes)))
      let found = LineTree(back)
      for difference in expected.differences(from: found) { Issue.record("\(file): \(difference)") }
    }
    print("\(compared) calendars of \(files.count) came back by way of JSON")
    #expect(compared > 400)
  }

  private static func isFault(_ line: String) -> Bool {
    line.contains(": warning: ") || line.contains(": error: ") || line.contains("icalendar.line-end")
  }

  private static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: [0xFF, 0xFE]) else { return bytes }
    return String(data: Data(bytes), encoding: .utf16).map { Array($0.utf8) }
  }
}

/// The components of a calendar and their lines, taken apart by the plain rules of RFC 5545 and by no code of the library.
private struct LineTree {
  var name: String
  var lines: [[UInt8]] = []
  var parts: [LineTree] = []

  init(_ bytes: [UInt8]) {
    var rest = Self.unfolded(bytes)[...]
    self.init("", &rest)
  }

  /// Takes lines up to the component's END.
  private init(_ name: String, _ rest: inout ArraySlice<[UInt8]>) {
    self.name = name
    while let line = rest.popFirst() {
      let word = String(decoding: line, as: UTF8.self).uppercased().trimmingCharacters(in: .whitespaces)
      if word.hasPrefix("BEGIN:") {
        parts.append(LineTree(String(word.dropFirst(6)), &rest))
      } else if word.hasPrefix("END:") {
        if !name.isEmpty { return }
      } else {
        lines.append(line)
      }
    }
  }

  private static func unfolded(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    for var line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      while line.last == 0x0D { line = line.dropLast() }
      if let last = lines.last, last.last == UInt8(ascii: "="), isQuotedPrintable(last) {
        lines[lines.count - 1].removeLast()
        lines[lines.count - 1] += line
      } else if let first = line.first, first == 0x20 || first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line.drop { $0 == 0x20 || $0 == 0x09 }))
      }
    }
    return lines.filter { !$0.isEmpty }
  }

  private static func isQuotedPrintable(_ line: [UInt8]) -> Bool {
    let head = line.prefix { $0 != UInt8(ascii: ":") }
    return String(decoding: head, as: UTF8.self).uppercased().contains("QUOTED-PRINTABLE")
  }

  /// Whether it carries the header.
  private var isHeader: Bool {
    let mark = Array("X-DATELINE-RECORD;X-V=1;X-ENC=b64u:".utf8)
    guard let line = lines.first(where: { $0.starts(with: mark) }) else { return false }
    var base64 = String(decoding: line.dropFirst(mark.count), as: UTF8.self)
      .replacing("-", with: "+").replacing("_", with: "/")
    while base64.utf8.count % 4 != 0 { base64 += "=" }
    let envelope = Data(base64Encoded: base64).flatMap { try? JSONSerialization.jsonObject(with: $0) }
    let record = (envelope as? [String: Any])?["r"] as? [String: Any]
    return record?["type"] as? String == "header"
  }

  /// What the writer adds: carriers, and what must stand there.
  private static let added = [
    "X-DATELINE-RECORD;", "UID:", "DTSTAMP:", "VERSION:2.0", "PRODID:-//Dateline", "CALSCALE:GREGORIAN",
  ]

  /// What `other`, which was written, lacks of this, and what it has besides what the writer adds.
  func differences(from other: LineTree) -> [String] {
    var result: [String] = []
    // Lines outside of any calendar are none of it.
    var rest = other.lines[...]
    for line in lines where !name.isEmpty {
      if let index = rest.firstIndex(of: line) {
        if rest[..<index].contains(where: { !Self.isAdded($0) }) { result.append("\(Self.text(line)) is out of order") }
        rest = rest[(index + 1)...]
      } else {
        result.append("\(Self.text(line)) is missing in \(name)")
      }
    }
    result += rest.filter { !Self.isAdded($0) }.map { "\(Self.text($0)) is new in \(name)" }
    let found = other.parts.filter { !$0.isHeader }
    if parts.map(\.name) != found.map(\.name) {
      result.append("\(name) has \(found.map(\.name)) instead of \(parts.map(\.name))")
    }
    for (part, own) in zip(parts, found) { result += part.differences(from: own) }
    return result
  }

  private static func isAdded(_ line: [UInt8]) -> Bool { added.contains { line.starts(with: $0.utf8) } }

  private static func text(_ line: [UInt8]) -> String { String(decoding: line.prefix(80), as: UTF8.self) }
}

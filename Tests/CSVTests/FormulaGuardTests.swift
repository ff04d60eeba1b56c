import DatelineCore
import DatelineRecord
import TestSupport
import Testing

@testable import DatelineCSV

/// What a spreadsheet program could run is written so that it can't, and read back as it was.
@Suite struct FormulaGuardTests {
  /// Texts of the characters that matter, in all orders up to a length.
  private static let texts: [String] = {
    let pieces = ["'", " ", "=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠", "a", "\"", ",", ";", "1"]
    var texts = pieces
    var longest = pieces
    for _ in 0..<2 {
      longest = longest.flatMap { text in pieces.map { text + $0 } }
      texts += longest
    }
    return texts
  }()

  private func cell(_ text: String, guarded: Bool) -> [UInt8] {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    TableStyle(guardsFormulas: guarded).append(cell: bytes.span, to: &output)
    return output
  }

  /// What a spreadsheet program sees in a cell.
  private func content(_ cell: [UInt8]) -> String {
    lex(bytes: cell + Array(",end\r\n".utf8), delimiter: UInt8(ascii: ",")).rows.first?.first ?? ""
  }

  private func unguarded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return FormulaGuard.isGuarded(bytes.span) ? String(text.dropFirst()) : text
  }

  @Test(arguments: [true, false]) func `any text comes back as it was`(guarded: Bool) {
    for text in Self.texts where unguarded(content(cell(text, guarded: guarded))) != text {
      Issue.record("\(text) was written \(String(decoding: cell(text, guarded: guarded), as: UTF8.self))")
    }
  }

  @Test func `no guarded cell starts with what a spreadsheet program runs`() {
    for text in Self.texts {
      let seen = content(cell(text, guarded: true))
      let start = seen.drop { $0 == " " }.unicodeScalars.first
      #expect(start.map { "=+-@\t\n＝＋－＠".unicodeScalars.contains($0) } != true, "\(text) is seen as \(seen)")
    }
  }

  @Test func `numbers and words stay as they are`() throws {
    var incident = Incident(id: "urn:x:1")
    incident.title = "'tis a title"
    incident.summary = "=1+1"
    var place = Place()
    place.latitude = -1.5
    incident.places = [place]
    let text = String(
      decoding: try CanonicalCSV().write(Header(schemaVersion: Schema.version), [.incident(incident)]), as: UTF8.self)
    #expect(text.contains(",'tis a title,") && text.contains(",'=1+1,") && text.contains(",latitude=-1.5,"))
  }
}

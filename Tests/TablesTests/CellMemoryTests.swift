import DatelineCore
import TestSupport
import Testing

@testable import DatelineTables

@Suite struct CellMemoryTests {
  @Test(arguments: [1, 4, 64])
  func `an answer is that of its cells, whatever was asked before`(capacity: Int) {
    var random = SeededRandom(seed: UInt64(capacity))
    var memory = CellMemory<[String]>(capacity: capacity, nothing: [])
    var made = 0
    for _ in 0..<2000 {
      // Short ones come again; the bytes of `a`, `bc` are those of `ab`, `c`; some are too long to be kept.
      let cells = (0..<3).map { _ -> String in
        random.isOne(in: 50)
          ? String(repeating: "x", count: 600)
          : String(
            ["", "a", "b", "ab", "bc", "longer than eight", "longer than eighty"][Int.random(in: 0...6, using: &random)]
          )
      }
      let bytes = Array("<\(cells[0]),\(cells[1]),\(cells[2])>".utf8)
      var start = 1
      let ranges = cells.map { cell in
        defer { start += cell.utf8.count + 1 }
        return start..<(start + cell.utf8.count)
      }
      let slot = memory.slot(of: bytes.span, (ranges[0], ranges[1], ranges[2])) {
        made += 1
        return cells
      }
      #expect(memory.withAnswer(at: slot) { $0 == cells })
    }
    // The 343 short ones have a place each, or nearly so, where there are enough places.
    #expect(capacity == 1 ? made > 1500 : made < 2000)
  }

  @Test(arguments: ["", ";", "; ", "a", "a; b", "a; ", "; a", "a;b; c", "a; ; b", "a;; b", ";; ", "a;"])
  func `parts lie between separators, and joined are the text unless one is empty`(text: String) throws {
    var parts = TextParts(1..<(1 + text.utf8.count))
    let bytes = Array("<\(text); x".utf8)
    var found: [String] = []
    while let part = parts.next(in: bytes.span, at: "; ") { found.append(String(decoding: bytes[part], as: UTF8.self)) }
    let all = text.isEmpty ? [] : text.split(separator: "; ", omittingEmptySubsequences: false).map { String($0) }
    #expect(found == all.filter { !$0.isEmpty })
    #expect(parts.isExact == !all.contains(""))
  }
}

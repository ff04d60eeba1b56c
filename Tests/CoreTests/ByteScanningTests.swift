import TestSupport
import Testing

@testable import DatelineCore

/// Searches that look at many bytes at once find what a look at each byte finds.
@Suite struct ByteScanningTests {
  @Test(arguments: 0..<40)
  func `a byte is found wherever it stands`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        random.isOne(in: 90) ? UInt8(ascii: ",") : UInt8.random(in: 0x2D...0xFF, using: &random)
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      #expect(
        bytes.span.firstIndex(of: UInt8(ascii: ","), from: start)
          == bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.count)
    }
  }

  @Test(arguments: 0..<40)
  func `bytes are plain UTF-8 where the two exact searches find nothing`(seed: UInt64) {
    var text = RandomText(random: SeededRandom(seed: seed))
    for _ in 0..<100 {
      let letters = String(repeating: "\u{436}", count: Int.random(in: 0...20, using: &text.random))
      var bytes = Array((text.string() + text.words() + letters + text.string()).utf8)
      if text.random.isOne(in: 2) {
        let damage: [[UInt8]] = [
          [0xC3], [0x80], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF], [0xEF, 0xBF, 0xBD], [0xED, 0xA0, 0x80],
          [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0xF5], [0xE2, 0x82, 0xAC], [0xEF, 0xBF],
        ]
        let place = Int.random(in: 0...bytes.count, using: &text.random)
        bytes.insert(contentsOf: text.random.pick(damage), at: place)
      }
      let isPlain = bytes.span.firstInvalidUTF8() == nil && TextRules.firstNoncharacter(in: bytes.span) == nil
      #expect(bytes.span.isPlainUTF8() == isPlain, "\(bytes)")
    }
  }

  @Test(arguments: 0..<20)
  func `lanes are found one after the other`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      let bytes = (0..<16).map { _ in
        random.isOne(in: 3) ? UInt8(ascii: ",") : UInt8.random(in: 0...255, using: &random)
      }
      let expected = bytes.indices.filter { bytes[$0] == UInt8(ascii: ",") }
      var lanes = ByteLanes(bytes.span.block(at: 0) .== SIMD16(repeating: UInt8(ascii: ",")))
      #expect(lanes.count == expected.count)
      var found: [Int] = []
      while !lanes.isEmpty {
        found.append(lanes.first)
        lanes.removeFirst()
      }
      #expect(found == expected)
      lanes.removeFirst()
      #expect(lanes.isEmpty && lanes.first == 16)
    }
  }

  @Test(arguments: 0..<20)
  func `whole numbers are written as the standard library writes them`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var numbers = [
      0, 9, 10, 99, 100, 101, 999, 1000, 9999, 10_000, 99_999_999, 100_000_000, 1_000_000_000_000_000_000, .max, .min,
      -1, -10,
    ]
    for _ in 0..<200 {
      let bits = random.next()
      numbers.append(Int(truncatingIfNeeded: bits >> UInt64.random(in: 0...63, using: &random)))
    }
    for number in numbers {
      var bytes: [UInt8] = []
      bytes.append(atMost: 1) { $0.write(decimal: number) }
      #expect(String(decoding: bytes, as: UTF8.self) == "\(number)")
    }
  }
}

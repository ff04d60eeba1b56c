import DatelineCore
import DatelineRecord
import TestSupport
import Testing

/// Numbers of JSON against the standard library's reading and printing.
@Suite struct NumberTests {
  @Test func `a number is written so that it reads back`() throws {
    var random = SeededRandom(seed: 1)
    for _ in 0..<20_000 {
      let scale = random.pick([1, 10, 1e3, 1e6, 1e9, 1e-9])
      let value = (Double.random(in: -180...180, using: &random) * scale).rounded() / scale
      var bytes: [UInt8] = []
      bytes.append(shortest: value)
      #expect(JSONNumber.decimal(bytes.span) == value, "\(value)")
      #expect(Double(String(decoding: bytes, as: UTF8.self)) == value)
      #expect(bytes.count <= value.description.utf8.count + 2)
    }
  }

  @Test func `a number is read as the standard library reads it`() throws {
    var random = SeededRandom(seed: 2)
    for _ in 0..<20_000 {
      let digits = String((0...Int.random(in: 0...20, using: &random)).map { _ in random.pick(Array("0123456789")) })
      let point = Bool.random(using: &random) ? "." + String(Int.random(in: 0..<1_000_000_000, using: &random)) : ""
      let exponent = random.isOne(in: 4) ? "e\(Int.random(in: -330...310, using: &random))" : ""
      let text = random.pick(["", "-"]) + digits + point + exponent
      let expected = Double(text).flatMap { $0.isFinite ? $0 : nil }
      #expect(JSONNumber.decimal(Array(text.utf8).span) == expected, "\(text)")
    }
  }

  @Test(arguments: [("12", 12), ("12.0", 12), ("1.2e1", 12), ("9223372036854775807", Int.max), ("-0", 0)])
  func `a whole number has many spellings`(text: String, value: Int) {
    #expect(JSONNumber.integer(Array(text.utf8).span) == value)
  }

  @Test(arguments: ["1.5", "9223372036854775808", "1e300", "1e-1", "9007199254740993.0"])
  func `a number that is not whole or too large is none`(text: String) {
    #expect(JSONNumber.integer(Array(text.utf8).span) == nil)
  }
}

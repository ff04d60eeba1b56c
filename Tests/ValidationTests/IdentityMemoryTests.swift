import DatelineValidation
import Testing

@Suite struct IdentityMemoryTests {
  @Test func `lines of any size are kept`() {
    var memory = IdentityMemory(limit: 3)
    for (value, line) in [("a", 0), ("b", 65_536), ("c", Int(UInt32.max) + 1), ("d", 4)] {
      let bytes = Array(value.utf8)
      #expect(memory.remember(bytes.span, line: line) == nil)
    }
    let lines = ["a", "b", "c", "d"].map { value in
      let bytes = Array(value.utf8)
      return memory.line(of: bytes.span)
    }
    #expect(lines == [1, 65_536, Int(UInt32.max), nil] && memory.isFull)
  }

  @Test func `values are found again, up to the limit`() {
    var memory = IdentityMemory()
    func bytes(_ number: Int) -> [UInt8] { Array("urn:example:\(number)".utf8) }
    var repeats = 0
    for number in 0..<IdentityMemory.limit {
      let value = bytes(number)
      if memory.remember(value.span, line: number + 1) != nil { repeats += 1 }
    }
    #expect(!memory.isFull && repeats == 0)
    for number in stride(from: 0, to: IdentityMemory.limit, by: 997) {
      let value = bytes(number)
      #expect(memory.remember(value.span, line: 1) == number + 1 && memory.line(of: value.span) == number + 1)
    }
    let more = bytes(IdentityMemory.limit)
    #expect(memory.remember(more.span, line: 1) == nil && memory.isFull && memory.line(of: more.span) == nil)
  }
}

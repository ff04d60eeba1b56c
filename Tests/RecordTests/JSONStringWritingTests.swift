import DatelineCore
import DatelineRecord
import TestSupport
import Testing

@Suite struct JSONStringWritingTests {
  /// The string as RFC 8259 has it, written character by character.
  private static func expected(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func written(_ pass: (inout OutputCursor) -> Void) -> String {
    var output: [UInt8] = Array("<".utf8)
    output.append(atMost: 1, pass)
    return String(decoding: output.dropFirst(), as: UTF8.self)
  }

  @Test(arguments: 0..<60)
  func `a text is written alike wherever it lies in its storage`(seed: UInt64) {
    var texts = RandomText(random: SeededRandom(seed: seed))
    for length in 0..<50 {
      let string = seed % 3 == 0 ? String(repeating: "a\"", count: length / 2) + "b" : texts.string()
      guard let text = Text(string) else { continue }
      let content = text.description
      for behind in ["", "\"", "\"\\\n behind it there are sixteen bytes and more"] {
        let bytes = Array("\"\(content)\(behind)".utf8)
        let slice = Text(checked: bytes, 1..<(1 + content.utf8.count))
        #expect(Self.written { $0.write(jsonString: slice) } == Self.expected(content))
        #expect(Self.written { $0.write(jsonMember: "key", slice) } == ",\"key\":" + Self.expected(content))
        #expect(Self.written { $0.write(text: slice) } == content)
      }
    }
  }

  @Test func `constants of every length are written whole`() {
    let names: [StaticString] = [
      "", "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmno",
      "abcdefghijklmnop", "abcdefghijklmnopq", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    ]
    for name in names {
      #expect(Self.written { $0.write(quoted: name) } == "\"\(name)\"")
      #expect(Self.written { $0.write(jsonMember: name) } == ",\"\(name)\":")
    }
  }

  @Test func `an object begins with a brace where its first comma was, also without members`() {
    #expect(Self.written { $0.closeJSONObject(from: $0.written) } == "{}")
    let object = Self.written { cursor in
      cursor.write(",")
      let start = cursor.written
      cursor.write(jsonMember: "a")
      cursor.write("1")
      cursor.write(jsonMember: "b")
      cursor.write("2")
      cursor.closeJSONObject(from: start)
    }
    #expect(object == ",{\"a\":1,\"b\":2}")
  }

  @Test func `what does not fit is written again with more room`() {
    let long = Text(checked: Array(repeating: UInt8(ascii: "x"), count: 100_000), 0..<100_000)
    #expect(Self.written { $0.write(jsonMember: "k", long) }.utf8.count == 100_000 + 7)
  }
}

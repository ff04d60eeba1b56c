/// Windows code page 1252, in which old exports write what is not ASCII.
package enum Windows1252 {
  /// Bytes 0x80 to 0x9F; five of them mean nothing and become the control characters of Latin-1, as browsers have it
  /// (WHATWG Encoding Standard, index windows-1252).
  private static let upperControls: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The UTF-8 of text in code page 1252.
  package static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes { result.append(contentsOf: utf8(byte)) }
    return result
  }

  /// The UTF-8 of one byte in code page 1252.
  package static func utf8(_ byte: UInt8) -> UTF8.EncodedScalar {
    utf8(0x80..<0xA0 ~= byte ? upperControls[Int(byte) - 0x80] : UInt16(byte))
  }

  private static func utf8(_ value: UInt16) -> UTF8.EncodedScalar {
    Unicode.Scalar(value).flatMap(UTF8.encode) ?? UTF8.encodedReplacementCharacter
  }
}

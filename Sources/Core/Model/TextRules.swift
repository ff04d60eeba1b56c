/// Which characters the model allows, and what becomes of others. The one place where this is decided.
///
/// The five canonical formats can only give text back exactly if none of them changes it. XML 1.0 can't hold U+0000–U+001F
/// but for tab, LF and CR, nor U+FFFE and U+FFFF, and makes CR an LF; so the model holds neither (XML 1.0, sections 2.2 and
/// 2.11).
public enum TextRules {
  /// The index of the first byte of a character that the model does not allow, from `start` on.
  ///
  /// - Parameter bytes: Well-formed UTF-8.
  @inlinable
  public static func firstIllegal(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    let count = bytes.count
    while true {
      index = bytes.firstControlOrEF(from: index)
      guard index < count else { return nil }
      let byte = bytes[index]
      if byte < 0x20 {
        if byte != 0x09 && byte != 0x0A { return index }
      } else if index + 2 < count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
        return index
      }
      index += 1
    }
  }

  /// `bytes` with CRLF and CR made LF, and each other character that is not allowed made U+FFFD.
  ///
  /// - Parameter bytes: Well-formed UTF-8.
  public static func legal(_ bytes: [UInt8]) -> [UInt8] {
    guard var illegal = firstIllegal(in: bytes.span, from: 0) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var copied = 0
    while true {
      result.append(contentsOf: bytes[copied..<illegal])
      if bytes[illegal] == 0x0D {
        result.append(0x0A)
        copied = illegal + 1
        if copied < bytes.count, bytes[copied] == 0x0A { copied += 1 }
      } else {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        copied = illegal + (bytes[illegal] == 0xEF ? 3 : 1)
      }
      guard let next = firstIllegal(in: bytes.span, from: copied) else { break }
      illegal = next
    }
    result.append(contentsOf: bytes[copied...])
    return result
  }
}

extension TextRules {
  /// The index of the first U+FFFE or U+FFFF, from `start` on.
  ///
  /// - Parameter bytes: Well-formed UTF-8.
  package static func firstNoncharacter(in bytes: Span<UInt8>, from start: Int = 0) -> Int? {
    var index = start
    while true {
      index = bytes.firstIndex(of: 0xEF, from: index)
      guard index + 2 < bytes.count else { return nil }
      if bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return index }
      index += 3
    }
  }
}

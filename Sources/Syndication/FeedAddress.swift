package import DatelineCore
import DatelineIdentity

/// Addresses, as far as a feed cares.
package enum FeedAddress {
  /// Whether it begins with a scheme and has no character that would break an attribute of a feed.
  package static func isAbsolute(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { unsafe isAbsolute($0.span) }
  }

  private static func isAbsolute(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count, isOfScheme(bytes[index], isFirst: index == 0) { index += 1 }
    guard index > 1, index + 1 < bytes.count, bytes[index] == UInt8(ascii: ":") else { return false }
    while index < bytes.count {
      // In UTF-8 the controls from U+0080 on are 0xC2 and the same byte again.
      let isControl = bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] <= 0x9F
      if isControl || breaksAttributes(bytes[index]) { return false }
      index += 1
    }
    return bytes[bytes.count - 1] != UInt8(ascii: ":")
  }

  /// RFC 3986, section 3.1.
  private static func isOfScheme(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): !isFirst
    default: false
    }
  }

  private static func breaksAttributes(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// Whether it is of the web.
  package static func isWeb(_ text: String) -> Bool {
    isAbsolute(text) && (text.lowercased().hasPrefix("http://") || text.lowercased().hasPrefix("https://"))
  }

  /// An identifier that is a URI: a record's own where it is one, else one made of it.
  package static func identifier(_ id: Text) -> String {
    let text = id.description
    return isAbsolute(text) && text.utf8.allSatisfy { $0 < 0x80 } ? text : "urn:uuid:\(Identifier.uuid(of: text))"
  }
}

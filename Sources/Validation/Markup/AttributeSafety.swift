internal import DatelineCore

/// Which attributes of markup can run or fetch something.
package enum AttributeSafety {
  /// Whether `name` is that of an event handler: `on` and a letter.
  package static func isHandler(_ name: Span<UInt8>) -> Bool {
    name.count > 2 && name[0] | 0x20 == UInt8(ascii: "o") && name[1] | 0x20 == UInt8(ascii: "n") && name[2].isLetter
  }

  /// Whether the value of `name` is a link.
  package static func isLink(_ name: Span<UInt8>) -> Bool {
    switch name.count {
    case 3: name.equalsIgnoringCase("src")
    case 4: name.equalsIgnoringCase("href") || name.equalsIgnoringCase("cite")
    case 6: name.equalsIgnoringCase("action") || name.equalsIgnoringCase("poster") || name.equalsIgnoringCase("lowsrc")
    case 10:
      name.equalsIgnoringCase("formaction") || name.equalsIgnoringCase("background")
        || name.equalsIgnoringCase("xlink:href")
    default: false
    }
  }

  /// The scheme of a link that runs code, shows what the link holds, or reads the reader's files; nil for others.
  package static func unsafeScheme(_ value: Span<UInt8>, isPicture: Bool) -> String? {
    // Browsers skip controls and space before a scheme and tabs and line ends inside it.
    var letters: [UInt8] = []
    for index in value.indices where letters.count < 24 {
      let byte = value[index]
      if byte <= 0x20 { continue }
      letters.append(byte.asciiLowercased)
      if byte == UInt8(ascii: ":") { break }
    }
    guard letters.last == UInt8(ascii: ":") else { return nil }
    let scheme = String(decoding: letters.dropLast(), as: UTF8.self)
    guard ["javascript", "vbscript", "data", "file"].contains(scheme) else { return nil }
    if scheme == "data", isPicture, value.startsIgnoringCase(with: "data:image/") { return nil }
    return scheme
  }
}

/// The declaration at the start of a document (XML 1.0, production 23).
enum XMLDeclaration {
  /// Whether a declaration, from its `<?` to its `?>`, is that of XML 1.0, and nothing is wrong with it.
  static func isPlain(_ text: [UInt8]) -> Bool {
    var rest = text.dropFirst(5).dropLast(2)
    guard value(of: "version", in: &rest) == "1.0" else { return false }
    if let encoding = value(of: "encoding", in: &rest) {
      guard let first = encoding.utf8.first, 0x41...0x5A ~= first & 0xDF,
        encoding.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: ":") && Span<UInt8>.isNameByte($0) })
      else { return false }
    }
    if let isAlone = value(of: "standalone", in: &rest), isAlone != "yes", isAlone != "no" { return false }
    return rest.allSatisfy(XMLSpace.isSpace)
  }

  /// Takes the next part, if it is `name`.
  private static func value(of name: String, in rest: inout ArraySlice<UInt8>) -> String? {
    let trimmed = rest.drop(while: XMLSpace.isSpace)
    guard trimmed.startIndex > rest.startIndex, trimmed.starts(with: name.utf8) else { return nil }
    let equals = trimmed.dropFirst(name.utf8.count).drop(while: XMLSpace.isSpace)
    guard equals.first == UInt8(ascii: "=") else { return nil }
    let quoted = equals.dropFirst().drop(while: XMLSpace.isSpace)
    guard let quote = quoted.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = quoted.dropFirst().firstIndex(of: quote)
    else { return nil }
    rest = rest[(end + 1)...]
    return String(decoding: quoted.dropFirst()[..<end], as: UTF8.self)
  }
}

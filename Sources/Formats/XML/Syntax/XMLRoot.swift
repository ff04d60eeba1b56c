import DatelineCore

/// The root element of a document that may be cut: its name and namespace, found without a parser.
struct XMLRoot {
  /// The local part of its name.
  let local: String
  /// The namespace that its tag declares for it; nil where it declares none.
  let namespace: String?

  /// - Parameter prefix: The beginning of the document, as UTF-8 or another encoding that has ASCII in it.
  init?(_ prefix: Span<UInt8>) {
    guard let start = Self.startOfRoot(prefix) else { return nil }
    var tag: [UInt8] = []
    tag.append(copying: prefix.extracting(start..<Self.endOfTag(prefix, from: start)))
    let written = String(
      decoding: tag.dropFirst().prefix { !XMLSpace.isSpace($0) && $0 != UInt8(ascii: "/") }, as: UTF8.self)
    guard let first = written.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else { return nil }
    let parts = written.split(separator: ":", maxSplits: 1)
    local = String(parts.last ?? "")
    namespace = Self.value(of: parts.count == 2 ? "xmlns:\(parts[0])" : "xmlns", in: tag)
  }

  /// The index of the root's `<`, behind declarations, instructions and comments.
  private static func startOfRoot(_ bytes: Span<UInt8>) -> Int? {
    var index = 0
    while true {
      while index < bytes.count, XMLSpace.isSpace(bytes[index]) { index += 1 }
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "<") else { return nil }
      let rest = bytes.extracting(index..<bytes.count)
      let end: Int?
      if rest.starts(with: "<?") {
        end = Self.end(of: "?>", UInt8(ascii: "?"), in: bytes, from: index + 2)
      } else if rest.starts(with: "<!--") {
        end = Self.end(of: "-->", UInt8(ascii: "-"), in: bytes, from: index + 4)
      } else if rest.starts(with: "<!DOCTYPE") {
        end = endOfDocumentType(bytes, from: index)
      } else {
        return index
      }
      guard let end else { return nil }
      index = end
    }
  }

  /// Behind the next `mark`, which begins with `first`.
  private static func end(
    of mark: StaticString, _ first: UInt8, in bytes: Span<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while index < bytes.count {
      index = bytes.firstIndex(of: first, from: index)
      if bytes.extracting(min(index, bytes.count)..<bytes.count).starts(with: mark) {
        return index + mark.utf8CodeUnitCount
      }
      index += 1
    }
    return nil
  }

  /// Behind the `>` that ends a document type: not one within quotes or the internal subset.
  private static func endOfDocumentType(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var quote: UInt8?
    var isInSubset = false
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["): isInSubset = true
      case UInt8(ascii: "]"): isInSubset = false
      case UInt8(ascii: ">") where !isInSubset: return index + 1
      default: break
      }
    }
    return nil
  }

  /// The index of the `>` that ends a tag, or the end of the bytes.
  private static func endOfTag(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return bytes.count
  }

  /// The value of an attribute of a tag, as it is written.
  private static func value(of name: String, in tag: [UInt8]) -> String? {
    var scanner = StartTagScanner(tag, tag.indices)
    while let attribute = scanner.nextAttribute() {
      guard tag[attribute].elementsEqual(name.utf8) else { continue }
      let rest = tag[attribute.upperBound...].drop { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
      return String(decoding: rest.dropFirst().prefix { $0 != rest.first }, as: UTF8.self)
    }
    return nil
  }
}

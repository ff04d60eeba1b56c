internal import DatelineCore

/// The form of a URI that comparisons should not have to make (RFC 3986, section 6.2; RFC 4287, section 4.2.6.1).
package enum CanonicalURI {
  /// The canonical form where `value` is not in it; nil where it is.
  package static func form(of value: Span<UInt8>, _ reference: URIReference) -> String? {
    guard let schemeRange = reference.scheme else { return nil }
    let scheme = value.extracting(schemeRange).string
    var result = scheme.lowercased() + ":"
    if let authority = reference.authority {
      result += "//" + canonicalAuthority(value, reference, authority, scheme.lowercased())
      let path = value.extracting(reference.path).string
      let cleaned = removingDotSegments(percentEncodingNormalized(path))
      let isWeb = ["http", "https", "ftp"].contains(scheme.lowercased())
      result += cleaned.isEmpty && isWeb ? "/" : cleaned
    } else {
      result += percentEncodingNormalized(value.extracting(reference.path).string)
    }
    if let query = reference.query { result += "?" + percentEncodingNormalized(value.extracting(query).string) }
    if let fragment = reference.fragment {
      result += "#" + percentEncodingNormalized(value.extracting(fragment).string)
    }
    return result == value.string ? nil : result
  }

  private static func canonicalAuthority(
    _ value: Span<UInt8>, _ reference: URIReference, _ authority: Range<Int>, _ scheme: String
  ) -> String {
    guard let host = reference.host(value) else { return "" }
    var result = value.extracting(authority.lowerBound..<host.lowerBound).string
    result += value.extracting(host).string.lowercased()
    if let port = reference.port(value) {
      let text = value.extracting(port).string
      if !text.isEmpty, text != defaultPorts[scheme] { result += ":" + text }
    }
    return result.hasPrefix("@") ? String(result.dropFirst()) : result
  }

  private static let defaultPorts = ["http": "80", "https": "443", "ftp": "21"]

  /// Upper-case digits, and unreserved characters as themselves (sections 6.2.2.1 and 6.2.2.2).
  private static func percentEncodingNormalized(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      guard source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let byte = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      else {
        bytes.append(source[index])
        index += 1
        continue
      }
      let isUnreserved =
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "~")
      if isUnreserved {
        bytes.append(byte)
      } else {
        bytes.append(contentsOf: URIChecks.percentEncoded(byte).utf8)
      }
      index += 3
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// RFC 3986, section 5.2.4.
  package static func removingDotSegments(_ path: String) -> String {
    guard path.contains(".") else { return path }
    var output: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { output.append("") }
      case "..":
        if output.count > 1 { output.removeLast() }
        if isLast { output.append("") }
      default: output.append(segment)
      }
    }
    return output.joined(separator: "/")
  }
}

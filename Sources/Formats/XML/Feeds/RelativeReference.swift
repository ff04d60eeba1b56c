internal import DatelineValidation

/// Resolution of references against a base, as text (RFC 3986, section 5.2). Nothing is ever fetched.
enum RelativeReference {
  static func resolve(_ reference: String, against base: String) -> String {
    let bytes = Array(reference.utf8)
    let baseBytes = Array(base.utf8)
    let own = URIReference(bytes.span)
    let other = URIReference(baseBytes.span)
    guard own.scheme == nil, let scheme = other.scheme else { return reference }
    func text(_ range: Range<Int>?, _ source: [UInt8]) -> String {
      range.map { String(decoding: source[$0], as: UTF8.self) } ?? ""
    }
    let prefix = text(scheme, baseBytes) + ":"
    if own.authority != nil { return prefix + reference }
    let authority = other.authority.map { "//" + text($0, baseBytes) } ?? ""
    let path = text(own.path, bytes)
    let query = own.query.map { "?" + text($0, bytes) } ?? ""
    let fragment = own.fragment.map { "#" + text($0, bytes) } ?? ""
    if path.isEmpty {
      let baseQuery = other.query.map { "?" + text($0, baseBytes) } ?? ""
      return prefix + authority + text(other.path, baseBytes) + (own.query == nil ? baseQuery : query) + fragment
    }
    if path.hasPrefix("/") { return prefix + authority + CanonicalURI.removingDotSegments(path) + query + fragment }
    let folder = text(other.path, baseBytes)
    let merged = (folder.lastIndex(of: "/").map { String(folder[...$0]) } ?? "/") + path
    return prefix + authority + CanonicalURI.removingDotSegments(merged) + query + fragment
  }
}

internal import DatelineCore

/// What a place wants of the reference that stands there.
package struct URIDemand: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// A scheme is needed.
  package static let absolute = Self(rawValue: 1)
  /// Characters outside of ASCII are legal (RFC 3987).
  package static let international = Self(rawValue: 2)
  /// Only `http` and `https`, with a host.
  package static let web = Self(rawValue: 4)
  /// It names something and is compared character by character (RFC 4287, section 4.2.6).
  package static let identifier = Self(rawValue: 8)
  /// Only schemes count as registered that the reference validator knows.
  package static let oldSchemes = Self(rawValue: 16)
}

/// Checks references to resources.
package enum URIChecks {
  /// - Parameter invalid: The rule that a reference breaks which is not one.
  package static func check(
    _ value: Span<UInt8>, _ demand: URIDemand, invalid: RuleID = .uriInvalid, _ problems: inout [ValueProblem]
  ) {
    let reference = URIReference(value)
    if let range = reference.scheme {
      let scheme = value.extracting(range)
      if scheme.equalsIgnoringCase("tag") { return TagURI.check(value, &problems) }
      if scheme.equalsIgnoringCase("urn") { return URNName.check(value, &problems) }
    }
    if let index = URIReference.firstIllegal(value) { return problems.append(illegal(value, at: index)) }
    if demand.contains(.absolute), reference.scheme == nil {
      return problems.append(
        ValueProblem(
          invalid == .uriInvalid ? .urlNotAbsolute : invalid,
          "\(quoted(value.string)) is no full URL; write it with its scheme, as in https://example.org/"))
    }
    if reference.hasNonASCII, !demand.contains(.international) {
      problems.append(
        ValueProblem(
          .iriWhereUri,
          "\(quoted(value.string)) has characters outside of ASCII; write \(quoted(asciiForm(value, reference)))",
          replacement: asciiForm(value, reference)))
    }
    checkParts(value, reference, demand, invalid, &problems)
  }

  /// What keeps a text from being an absolute URI or IRI, and what to do; nil where nothing does.
  package static func fault(_ text: String) -> String? {
    var problems: [ValueProblem] = []
    let bytes = Array(text.utf8)
    check(bytes.span, [.absolute, .international], &problems)
    return problems.first { $0.rule != .uriSchemeUnregistered }?.message
  }

  private static func checkParts(
    _ value: Span<UInt8>, _ reference: URIReference, _ demand: URIDemand, _ invalid: RuleID,
    _ problems: inout [ValueProblem]
  ) {
    guard let schemeRange = reference.scheme else {
      return checkBrackets(value, reference, invalid, &problems)
    }
    let scheme = value.extracting(schemeRange)
    let isWeb = scheme.equalsIgnoringCase("http") || scheme.equalsIgnoringCase("https")
    if demand.contains(.web), !isWeb {
      return problems.append(
        ValueProblem(invalid, "\(quoted(value.string)) is no http or https URL; readers fetch nothing else"))
    }
    if isWeb || scheme.equalsIgnoringCase("ftp") {
      guard let host = reference.host(value), !host.isEmpty else {
        return problems.append(
          ValueProblem(invalid, "\(quoted(value.string)) has no host; write it as \(scheme.string)://example.org/"))
      }
      if value[host.lowerBound] == UInt8(ascii: "["), !isLiteral(value, host) {
        return problems.append(
          ValueProblem(
            invalid, "the host of \(quoted(value.string)) is no IP address in brackets; write it as [2001:db8::1]",
            at: host))
      }
      if let port = reference.port(value), !isPort(value, port) {
        return problems.append(
          ValueProblem(invalid, "the port of \(quoted(value.string)) is no number from 0 to 65535", at: port))
      }
    } else if isUnsafe(scheme) {
      problems.append(
        ValueProblem(
          .linkSchemeUnsafe,
          "a \(scheme.string.lowercased()): link runs or shows what the feed says; use http or https",
          at: schemeRange))
    } else if !URISchemes.isRegistered(scheme.string.lowercased(), asOf2007: demand.contains(.oldSchemes)) {
      problems.append(
        ValueProblem(
          .uriSchemeUnregistered, "the scheme \(quoted(scheme.string)) is not registered with IANA; check its spelling",
          at: schemeRange))
    }
    checkBrackets(value, reference, invalid, &problems)
    if demand.contains(.identifier), let canonical = CanonicalURI.form(of: value, reference) {
      problems.append(
        ValueProblem(
          .atomIdNotCanonical,
          "ids are compared character by character, and this one has a simpler form: \(quoted(canonical))"))
    }
  }

  /// `[` and `]` belong to hosts only; a `#` ends the reference.
  private static func checkBrackets(
    _ value: Span<UInt8>, _ reference: URIReference, _ invalid: RuleID, _ problems: inout [ValueProblem]
  ) {
    for part in [reference.path, reference.query ?? 0..<0, reference.fragment ?? 0..<0] {
      for index in part
      where value[index] == UInt8(ascii: "[") || value[index] == UInt8(ascii: "]")
        || (value[index] == UInt8(ascii: "#"))
      {
        return problems.append(illegal(value, at: index))
      }
    }
  }

  /// `[`, an IPv6 address or a later kind, and `]` (RFC 3986, section 3.2.2).
  private static func isLiteral(_ value: Span<UInt8>, _ host: Range<Int>) -> Bool {
    guard host.count > 3, value[host.upperBound - 1] == UInt8(ascii: "]") else { return false }
    if value[host.lowerBound + 1] | 0x20 == UInt8(ascii: "v") { return true }
    var colons = 0
    for index in (host.lowerBound + 1)..<(host.upperBound - 1) {
      let byte = value[index]
      if byte == UInt8(ascii: ":") { colons += 1 }
      guard byte.isHexDigit || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") else { return false }
    }
    return 2...7 ~= colons
  }

  private static func isPort(_ value: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard value.digitCount(at: range.lowerBound) >= range.count, range.count <= 5 else { return false }
    return (value.number(at: range.lowerBound, digits: range.count) ?? 0) <= 65_535
  }

  /// Schemes whose links run code or show what the link itself holds, or read the reader's own files.
  private static func isUnsafe(_ scheme: Span<UInt8>) -> Bool {
    scheme.equalsIgnoringCase("javascript") || scheme.equalsIgnoringCase("vbscript")
      || scheme.equalsIgnoringCase("data")
      || scheme.equalsIgnoringCase("file")
  }

  private static func illegal(_ value: Span<UInt8>, at index: Int) -> ValueProblem {
    let byte = value[index]
    let shown = byte == 0x20 ? "a space" : "'\(Character(Unicode.Scalar(byte)))'"
    if byte == UInt8(ascii: "%") {
      return ValueProblem(
        .uriCharacter, "'%' is followed by two hexadecimal digits; write '%25' for itself", at: index..<index + 1)
    }
    return ValueProblem(
      .uriCharacter, "no URI has \(shown); write \(percentEncoded(byte))", at: index..<index + 1,
      replacement: encoded(value))
  }

  static func percentEncoded(_ byte: UInt8) -> String {
    "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
  }

  /// The value with every byte that no URI has percent-encoded, but for white space at its ends, which goes.
  private static func encoded(_ value: Span<UInt8>) -> String {
    var text = ""
    let range = value.trimmedRange
    for index in range {
      let one = value.extracting(index..<index + 1)
      let isStrayPercent = value[index] == UInt8(ascii: "%")
      if value[index] < 0x80, !isStrayPercent, URIReference.firstIllegal(one) != nil {
        text += percentEncoded(value[index])
      } else {
        text += value[index] < 0x80 ? one.string : percentEncoded(value[index])
      }
    }
    return text
  }

  /// The URI of an IRI (RFC 3987, section 3.1), but for a host, which needs IDNA and stays.
  static func asciiForm(_ value: Span<UInt8>, _ reference: URIReference) -> String {
    var bytes: [UInt8] = []
    let host = reference.authority ?? 0..<0
    for index in value.indices {
      if value[index] < 0x80 || host.contains(index) {
        bytes.append(value[index])
      } else {
        bytes.append(contentsOf: percentEncoded(value[index]).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

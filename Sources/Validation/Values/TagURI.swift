internal import DatelineCore

/// A tag URI: `tag:authority,date:specific` (RFC 4151, section 2.1).
package enum TagURI {
  package static func check(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) {
    if let reason = fault(value) {
      problems.append(
        ValueProblem(
          .atomIdInvalid,
          "\(quoted(value.string)) is no tag URI: \(reason); write it as tag:example.org,2024-01-13:name"))
    }
  }

  private static func fault(_ value: Span<UInt8>) -> String? {
    guard value.starts(with: "tag:") else { return "'tag' is in lower case" }
    guard let comma = value.place(of: UInt8(ascii: ",")) else {
      return "a comma goes between the authority and the date"
    }
    guard isAuthority(value.extracting(4..<comma)) else { return "the authority is a host name or an e-mail address" }
    guard let colon = value.place(of: UInt8(ascii: ":"), from: comma) else { return "a colon goes behind the date" }
    guard isDate(value.extracting((comma + 1)..<colon)) else { return "the date is YYYY, YYYY-MM or YYYY-MM-DD" }
    return isSpecific(value.extracting((colon + 1)..<value.count)) ? nil : "a character behind the date is not legal"
  }

  private static func isAuthority(_ value: Span<UInt8>) -> Bool {
    var host = value
    if let at = value.place(of: UInt8(ascii: "@")) {
      guard at > 0 else { return false }
      for index in 0..<at {
        let byte = value[index]
        guard byte.isLetter || byte.isDigit || byte == 0x2D || byte == 0x2E || byte == 0x5F else { return false }
      }
      host = value.extracting((at + 1)..<value.count)
    }
    var label = 0
    for index in host.indices {
      let byte = host[index]
      if byte == UInt8(ascii: ".") {
        guard label > 0, host[index - 1] != 0x2D else { return false }
        label = 0
      } else {
        guard byte.isLetter || byte.isDigit || (byte == 0x2D && label > 0) else { return false }
        label += 1
      }
    }
    return label > 0 && host[host.count - 1] != 0x2D
  }

  private static func isDate(_ value: Span<UInt8>) -> Bool {
    guard let year = value.number(at: 0, digits: 4) else { return false }
    if value.count == 4 { return true }
    guard value.has(0x2D, at: 4), let month = value.number(at: 5, digits: 2), 1...12 ~= month else { return false }
    if value.count == 7 { return true }
    guard value.count == 10, value.has(0x2D, at: 7), let day = value.number(at: 8, digits: 2) else { return false }
    return CalendarDate(year: year, month: month, day: day) != nil
  }

  /// `pchar`, `/` and `?`, and a fragment of the same.
  private static func isSpecific(_ value: Span<UInt8>) -> Bool {
    guard URIReference.firstIllegal(value) == nil else { return false }
    var fragments = 0
    for index in value.indices {
      if value[index] == UInt8(ascii: "#") { fragments += 1 }
      if value[index] == UInt8(ascii: "[") || value[index] == UInt8(ascii: "]") { return false }
    }
    return fragments <= 1
  }
}

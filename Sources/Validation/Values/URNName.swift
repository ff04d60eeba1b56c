internal import DatelineCore

/// A URN: `urn:namespace:specific` (RFC 8141, section 2); `urn:uuid:` holds a UUID (RFC 9562, section 4).
package enum URNName {
  package static func check(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) {
    guard let colon = value.place(of: UInt8(ascii: ":"), from: 4) else {
      return fail(value, "it has no namespace and colon behind 'urn:'", &problems)
    }
    let namespace = value.extracting(4..<colon)
    guard isNamespace(namespace) else {
      return fail(value, "the namespace has 2 to 32 letters, digits and hyphens, and no hyphen at its ends", &problems)
    }
    let specific = value.extracting((colon + 1)..<value.count)
    guard specific.count > 0, specific[0] != UInt8(ascii: "/"), URIReference.firstIllegal(specific) == nil else {
      return fail(value, "what follows the namespace is empty or has a character that is not legal", &problems)
    }
    for index in specific.indices where specific[index] == UInt8(ascii: "[") || specific[index] == UInt8(ascii: "]") {
      return fail(value, "square brackets are not legal in it", &problems)
    }
    if namespace.equalsIgnoringCase("uuid"), !isUUID(specific) {
      fail(value, "a UUID has 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12", &problems)
    }
  }

  private static func fail(_ value: Span<UInt8>, _ reason: String, _ problems: inout [ValueProblem]) {
    problems.append(ValueProblem(.atomIdInvalid, "\(quoted(value.string)) is no URN: \(reason)"))
  }

  private static func isNamespace(_ value: Span<UInt8>) -> Bool {
    guard 2...32 ~= value.count, value[0] != 0x2D, value[value.count - 1] != 0x2D else { return false }
    for index in value.indices where !(value[index].isLetter || value[index].isDigit || value[index] == 0x2D) {
      return false
    }
    return true
  }

  package static func isUUID(_ value: Span<UInt8>) -> Bool {
    guard value.count == 36 else { return false }
    for index in value.indices {
      let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
      guard isHyphen ? value[index] == 0x2D : value[index].isHexDigit else { return false }
    }
    return true
  }
}

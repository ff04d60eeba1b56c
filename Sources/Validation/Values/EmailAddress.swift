internal import DatelineCore

/// An address by RFC 5322, section 3.4.1.
package enum EmailAddress {
  /// Checks an address that stands alone.
  package static func check(_ value: Span<UInt8>, rule: RuleID, _ problems: inout [ValueProblem]) {
    guard isAddress(value) else {
      return problems.append(
        ValueProblem(rule, "\(quoted(value.string)) is no e-mail address; write it as name@example.org"))
    }
    checkHost(value, &problems)
  }

  /// Checks `address (name)`, the form of RSS, and what people write instead: `name (address)`, `name <address>`,
  /// `mailto:address`.
  package static func checkContact(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) {
    if value.startsIgnoringCase(with: "mailto:"), value.place(of: UInt8(ascii: "%")) != nil {
      let decoded = percentDecoded(value.extracting(7..<(value.place(of: UInt8(ascii: "?")) ?? value.count)))
      return checkContact(decoded.span, &problems)
    }
    guard let range = firstAddress(value) else {
      return problems.append(
        ValueProblem(
          .emailInvalid, "\(quoted(value.string)) holds no e-mail address; write it as name@example.org (Name)"))
    }
    let address = value.extracting(range)
    if range.lowerBound > 0, !(range.lowerBound == 7 && value.startsIgnoringCase(with: "mailto:")) {
      problems.append(
        ValueProblem(
          .emailForm, "the address comes first and the name after it: '\(address.string) (Name)'"))
    } else if range.count == value.count {
      problems.append(
        ValueProblem(.emailForm, "put the name behind the address: '\(address.string) (Name)'"))
    } else if range.lowerBound == 0,
      !(value[range.upperBound] == 0x20 && value.has(UInt8(ascii: "("), at: range.upperBound + 1)
        && value[value.count - 1] == UInt8(ascii: ")"))
    {
      problems.append(ValueProblem(.emailForm, "write the name in parentheses: '\(address.string) (Name)'"))
    }
    checkHost(address, &problems)
  }

  private static func percentDecoded(_ value: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < value.count {
      if value[index] == UInt8(ascii: "%"), index + 2 < value.count,
        let byte = UInt8(value.extracting((index + 1)..<(index + 3)).string, radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(value[index])
        index += 1
      }
    }
    return bytes
  }

  private static func checkHost(_ address: Span<UInt8>, _ problems: inout [ValueProblem]) {
    guard let at = address.place(of: UInt8(ascii: "@")), address.place(of: UInt8(ascii: "."), from: at) == nil,
      !address.has(UInt8(ascii: "["), at: at + 1)
    else { return }
    problems.append(
      ValueProblem(
        .emailHostUnknown, "the host of \(quoted(address.string)) has no dot, so nobody outside can write to it",
        at: (at + 1)..<address.count))
  }

  /// The address at or around the first `@` that has one.
  private static func firstAddress(_ value: Span<UInt8>) -> Range<Int>? {
    guard let at = value.place(of: UInt8(ascii: "@")) else { return nil }
    var start = at
    while start > 0, isAtom(value[start - 1]) || value[start - 1] == UInt8(ascii: ".") { start -= 1 }
    var end = at + 1
    while end < value.count, isHost(value[end]) { end += 1 }
    let range = start..<end
    // Two signs make two halves of an address, or none.
    guard !value.has(UInt8(ascii: "@"), at: end) else { return nil }
    return isAddress(value.extracting(range)) ? range : nil
  }

  package static func isAddress(_ value: Span<UInt8>) -> Bool {
    guard let at = value.place(of: UInt8(ascii: "@")), at > 0, at + 1 < value.count else { return false }
    guard isLocal(value.extracting(0..<at)) else { return false }
    return isDomain(value.extracting((at + 1)..<value.count))
  }

  private static func isLocal(_ value: Span<UInt8>) -> Bool {
    if value[0] == UInt8(ascii: "\"") { return value.count > 2 && value[value.count - 1] == UInt8(ascii: "\"") }
    var wasDot = true
    for index in value.indices {
      let isDot = value[index] == UInt8(ascii: ".")
      guard isDot ? !wasDot : isAtom(value[index]) else { return false }
      wasDot = isDot
    }
    return !wasDot
  }

  private static func isDomain(_ value: Span<UInt8>) -> Bool {
    if value[0] == UInt8(ascii: "[") { return value.count > 2 && value[value.count - 1] == UInt8(ascii: "]") }
    var label = 0
    for index in value.indices {
      if value[index] == UInt8(ascii: ".") {
        guard label > 0, value[index - 1] != 0x2D else { return false }
        label = 0
      } else {
        guard isHost(value[index]), label > 0 || value[index] != 0x2D else { return false }
        label += 1
      }
    }
    return label > 0 && value[value.count - 1] != 0x2D
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == 0x2D || byte == UInt8(ascii: ".") || byte >= 0x80
  }

  /// `atext` of RFC 5322, section 3.2.3, and of RFC 6532.
  private static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x30...0x39, 0x3D, 0x3F, 0x41...0x5A, 0x5E...0x7E, 0x80...: true
    default: false
    }
  }
}

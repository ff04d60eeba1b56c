internal import DatelineCore

/// A media type, `type/subtype; name=value` (RFC 6838, section 4.2; RFC 2045, section 5.1).
package enum MediaType {
  package static func check(_ value: Span<UInt8>, rule: RuleID, _ problems: inout [ValueProblem]) {
    if !isValid(value) {
      problems.append(
        ValueProblem(rule, "\(quoted(value.string)) is no media type; write it as type/subtype, such as audio/mpeg"))
    }
  }

  package static func isValid(_ value: Span<UInt8>) -> Bool {
    var index = token(value, from: 0)
    guard index > 0, value.has(UInt8(ascii: "/"), at: index) else { return false }
    let subtype = index + 1
    index = token(value, from: subtype)
    guard index > subtype else { return false }
    while true {
      index = space(value, from: index)
      if index == value.count { return true }
      guard value[index] == UInt8(ascii: ";") else { return false }
      index = space(value, from: index + 1)
      if index == value.count { return true }
      let name = index
      index = token(value, from: index)
      guard index > name, value.has(UInt8(ascii: "="), at: index) else { return false }
      index += 1
      guard let end = parameterValue(value, from: index) else { return false }
      index = end
    }
  }

  private static func parameterValue(_ value: Span<UInt8>, from start: Int) -> Int? {
    guard value.has(UInt8(ascii: "\""), at: start) else {
      let end = token(value, from: start)
      return end > start ? end : nil
    }
    var index = start + 1
    while index < value.count {
      if value[index] == UInt8(ascii: "\"") { return index + 1 }
      index += value[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private static func space(_ value: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < value.count, value[index] == 0x20 || value[index] == 0x09 { index += 1 }
    return index
  }

  private static func token(_ value: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < value.count, isToken(value[index]) { index += 1 }
    return index
  }

  /// RFC 2045, section 5.1: any character but space, controls and `tspecials`.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5E...0x7E: true
    default: false
    }
  }
}

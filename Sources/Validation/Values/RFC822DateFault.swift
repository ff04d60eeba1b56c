internal import DatelineCore

/// Why a value is no date of RFC 822, and what to write in its place: its own date where it can be understood, which is a
/// fix where that is exact.
enum RFC822DateFault {
  /// - Parameter scanner: What has read the value, and stopped.
  static func problem(_ value: Span<UInt8>, _ scanner: RFC822Date.Scanner) -> ValueProblem {
    let fault = ofOtherForm(value) ?? ofColon(value, scanner) ?? ofZone(value, scanner)
    let usual = scanner.isImpossible ? "correct it" : "write one such as Sat, 13 Jan 2024 18:30:02 GMT"
    return ValueProblem(
      .rssDateInvalid,
      "\(quoted(value.string)) is no RFC 822 date: \(fault?.reason ?? scanner.reason); \(fault?.advice ?? usual)",
      replacement: fault?.replacement)
  }

  private struct Fault {
    var reason: String
    var advice: String
    var replacement: String?
  }

  /// The fault of a date that is one of RFC 3339, or nearly so.
  private static func ofOtherForm(_ value: Span<UInt8>) -> Fault? {
    guard value.number(at: 0, digits: 4) != nil, value.count >= 8 else { return nil }
    let form = "it is written as in Atom (RFC 3339)"
    if let fields = RFC3339Date.fields(nearly: value) {
      let text = RFC822Date.text(of: fields)
      // RFC 5322, section 3.3, has no years before 1900, and neither has fractions.
      let isExact = !fields.hasFraction && fields.year >= 1900 && isPlain(text)
      return Fault(reason: form, advice: "write it as \(text)", replacement: isExact ? text : nil)
    }
    guard value.has(UInt8(ascii: "-"), at: 4) else { return nil }
    let zulu = value.string + "Z"
    if let fields = RFC3339Date.fields(nearly: zulu.utf8.span) {
      let text = "\(RFC822Date.day(of: fields)) \(RFC822Date.clock(of: fields))"
      return Fault(
        reason: "\(form), and the zone is missing",
        advice: "write it as \(text), and behind that its zone, GMT or +0100")
    }
    let reason = RFC3339Date.fault(value)
    if value.count == 10, !reason.isImpossible,
      let day = RFC3339Date.fields(nearly: (value.string + "T00:00:00Z").utf8.span)
    {
      return Fault(
        reason: "\(form), and the time and the zone are missing",
        advice: "write it as \(RFC822Date.day(of: day)), and behind that both, such as 18:30:02 GMT")
    }
    return reason.isImpossible ? Fault(reason: reason.text, advice: "correct it, and write it as in RSS") : nil
  }

  /// The fault of a date whose offset has a colon.
  private static func ofColon(_ value: Span<UInt8>, _ scanner: RFC822Date.Scanner) -> Fault? {
    let count = value.count
    guard count > 6, value.has(UInt8(ascii: ":"), at: count - 3), value.number(at: count - 2, digits: 2) != nil,
      value.number(at: count - 5, digits: 2) != nil,
      value.has(UInt8(ascii: "+"), at: count - 6) || value.has(UInt8(ascii: "-"), at: count - 6)
    else { return nil }
    let mended = value.extracting(0..<(count - 3)).string + value.extracting((count - 2)..<count).string
    var problems: [ValueProblem] = []
    guard RFC822Date.check(mended.utf8.span, &problems) != nil else { return nil }
    let text = problems.isEmpty ? mended : problems.first?.rule == .rssDateLenient ? problems.first?.replacement : nil
    return Fault(
      reason: "an offset has no colon", advice: text.map { "write it as \($0)" } ?? "take it out", replacement: text)
  }

  /// The fault of a date that is whole but for its zone.
  private static func ofZone(_ value: Span<UInt8>, _ scanner: RFC822Date.Scanner) -> Fault? {
    guard scanner.reason == RFC822Date.Scanner.missingZone else { return nil }
    return Fault(reason: scanner.reason, advice: "add it, such as GMT or +0100")
  }

  /// Whether nothing at all is to say of a date.
  private static func isPlain(_ text: String) -> Bool {
    var problems: [ValueProblem] = []
    return RFC822Date.check(text.utf8.span, &problems) != nil && problems.isEmpty
  }
}

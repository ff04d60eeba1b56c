import Dateline
import DatelineCore

/// Prints what the rules for feeds say of a document.
///
/// Ends with status 0 where they say nothing, 1 where they find something, and 65 where the document could not be read to
/// its end.
enum FeedVerdict {
  /// The rules that end a reading.
  private static let fatal: [RuleID] = [
    .xmlMalformed, .xmlNamespace, .xmlTextBeforeDeclaration, .xmlBytesNotInEncoding, .xmlEncodingUnknown,
  ]

  /// Whether a finding ends the reading whose rule has cases of both kinds: another limit than one of XML is told as
  /// information, UTF-32 is read, a later 1.x is read as 1.0, and an entity that a file may declare that is not read costs
  /// its text only.
  private static func endsReading(_ finding: Finding) -> Bool {
    switch finding.rule {
    case .limitReached, .xmlEncodingObscure: finding.level == .error
    case .xmlVersion: finding.message.contains("only XML 1.0 is read")
    case .xmlEntityUndefined: !finding.message.contains("its text is missing")
    default: false
    }
  }

  static func run(_ path: String) -> Int32 {
    var validation = Validation()
    validation.inputFormat = "feed"
    do {
      let found = try validation.check(Input(path: path))
      for finding in found.findings {
        print("\(finding.start.line):\(finding.start.column): \(finding.code): \(escapedForTerminal(finding.message))")
      }
      let isCut =
        fatal.contains { found.counts[$0.rawValue] != nil } || found.findings.contains(where: Self.endsReading)
      return isCut ? 65 : (found.worst ?? .info) > .info ? 1 : 0
    } catch {
      print("\(path): error: \(error)")
      return 65
    }
  }
}

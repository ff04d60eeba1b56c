internal import DatelineCore

/// A language tag by RFC 5646, section 2.2.9: well-formed, and with a language that ISO 639 has.
package enum LanguageTag {
  package static func check(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) {
    if let message = fault(of: value.string) { problems.append(ValueProblem(.languageInvalid, message)) }
  }

  /// What is wrong with a tag, and what to do; nil where nothing is.
  package static func fault(of tag: String) -> String? {
    fault(tag).map { "\(quoted(tag)) is no language tag: \($0); write it as en, en-GB or zh-Hant" }
  }

  private static func fault(_ tag: String) -> String? {
    let parts = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    for part in parts {
      guard 1...8 ~= part.utf8.count, part.utf8.allSatisfy({ $0.isLetter || $0.isDigit }) else {
        return "its parts have one to eight letters or digits, and hyphens between"
      }
    }
    let primary = String(parts[0])
    if primary == "x" || primary == "i" { return parts.count > 1 ? nil : "'\(primary)' needs more behind it" }
    guard (2...3).contains(primary.utf8.count), primary.utf8.allSatisfy(\.isLetter) else {
      return "it begins with a language of two or three letters"
    }
    guard LanguageCodes.isKnown(primary) || (primary.utf8.count == 3 && ("qaa"..."qtz").contains(primary)) else {
      return "ISO 639 has no language '\(primary)'"
    }
    return parts.last?.utf8.count == 1 ? "a part of one letter needs another behind it" : nil
  }
}

internal import DatelineCore
internal import DatelineValidation

/// Media RSS: values that are lists or grammars, and groups.
extension FeedState {
  mutating func checkMedia(_ value: Span<UInt8>, _ custom: CustomValue, in frame: Frame) {
    let text = value.string
    switch custom {
    case .nptTime:
      if !Self.isPlayTime(text) { fail(.mediaEnum, "\(quoted(text)) is no time; write seconds, or HH:MM:SS.mmm") }
    case .mediaHash:
      let type = frame.attributes?.type ?? "md5"
      // Another is told of where the attribute stands.
      guard type == "md5" || type == "sha-1" else { break }
      let digits = type == "sha-1" ? 40 : 32
      if value.count != digits || !text.utf8.allSatisfy(\.isHexDigit) {
        fail(.mediaEnum, "a hash of \(type) has \(digits) hexadecimal digits")
      }
    case .mediaRating: checkRating(text, frame.attributes?.scheme)
    case .mediaRestriction: checkRestriction(value, frame.attributes?.type)
    default: break
    }
  }

  private mutating func checkRating(_ text: String, _ scheme: String?) {
    let lists: [String: [String]] = [
      "urn:simple": ["adult", "nonadult"], "urn:mpaa": ["g", "nc-17", "pg", "pg-13", "r", "x"],
      "urn:v-chip": [
        "14+", "18+", "c", "c8", "g", "pg", "tv-14", "tv-g", "tv-ma", "tv-pg", "tv-y", "tv-y7", "tv-y7-fv",
      ],
    ]
    guard let words = lists[scheme ?? "urn:simple"], !words.contains(text) else { return }
    fail(.mediaEnum, "\(quoted(text)) is no rating of that scheme; it has \(words.joined(separator: ", "))")
  }

  private mutating func checkRestriction(_ value: Span<UInt8>, _ type: String?) {
    let text = value.string
    guard text != "all", text != "none", !text.isEmpty else { return }
    switch type {
    case "country":
      for code in text.split(separator: " ") where !CountryCodes.isKnown(code.lowercased()) {
        return fail(.mediaEnum, "\(quoted(code)) is no country of ISO 3166; write its two letters, such as ua")
      }
    case "uri":
      for index in text.split(separator: " ") {
        let bytes = Array(index.utf8)
        URIChecks.check(bytes.span, .absolute, &problems)
      }
    case "sharing": fail(.mediaEnum, "'\(text)' is not 'all' or 'none'")
    default: fail(.mediaEnum, "a restriction of no type is 'all' or 'none'")
    }
  }

  /// RFC 2326, section 3.6: seconds or hours, minutes and seconds, and `now`.
  private static func isPlayTime(_ text: String) -> Bool {
    if text == "now" { return true }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 3, let last = parts.last else { return false }
    let seconds = last.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = seconds.first, !whole.isEmpty, whole.utf8.allSatisfy(\.isDigit),
      seconds.count == 1 || seconds[1].utf8.allSatisfy(\.isDigit)
    else { return false }
    guard parts.count == 3 else { return true }
    guard parts[0].utf8.allSatisfy(\.isDigit), !parts[0].isEmpty, parts[1].utf8.allSatisfy(\.isDigit),
      let minutes = Int(parts[1]), minutes < 60, parts[1].utf8.count <= 2, let second = Int(whole), second < 60
    else { return false }
    return true
  }

  mutating func startMedia(_ model: ElementModel, _ event: XMLEvent) {
    switch model.name {
    case "restriction":
      let value = attribute("type", of: event)
      frames[frames.count - 1].keep { $0.type = value }
    case "hash":
      let value = attribute("algo", of: event)
      frames[frames.count - 1].keep { $0.type = value }
    case "rating":
      let value = attribute("scheme", of: event)
      frames[frames.count - 1].keep { $0.scheme = value }
    case "title", "description", "text":
      let value = attribute("type", of: event)
      frames[frames.count - 1].keep { $0.type = value }
    case "adult":
      report(.mediaAdult, "media:adult was replaced by media:rating; use that", at: place(ofTag: event))
    case "credit": checkCredit(event)
    default: break
    }
  }

  private mutating func checkCredit(_ event: XMLEvent) {
    guard let role = attribute("role", of: event), (attribute("scheme", of: event) ?? "urn:ebu") == "urn:ebu" else {
      return
    }
    if role != role.lowercased() || !MediaVocabulary.creditRoles.contains(role) {
      report(
        .mediaEnum, "\(quoted(role)) is no role of the EBU list; write it in lower case",
        at: place(ofValue: "role", in: event))
    }
  }

  mutating func endMediaGroup(_ frame: Frame) {
    let count = frame.count
    if count < 2 {
      report(
        .mediaGroupSingle,
        "a media:group holds alternatives, and this one has \(count) media:content; take the group away",
        at: place(ofTag: frame))
    }
  }
}

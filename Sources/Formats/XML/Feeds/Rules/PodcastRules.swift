internal import DatelineCore
internal import DatelineValidation

/// Apple's requirements for podcasts.
extension FeedState {
  mutating func checkPodcast(_ value: Span<UInt8>, _ custom: CustomValue, in frame: Frame) {
    let text = value.string
    switch custom {
    case .duration:
      if !Self.isDuration(value) { fail(.itunesDuration, "\(quoted(text)) is no duration; write seconds, or HH:MM:SS") }
    case .itunesExplicit: checkExplicit(text)
    case .itunesBlock:
      if text != "Yes", text != "yes", text != "no", text != "No", text != "clean" {
        fail(.itunesBoolean, "\(quoted(text)) is neither 'Yes' nor 'No'; only 'Yes' blocks")
      }
    case .keywords:
      checkLength(text, limit: 255)
      checkPlainText(value, in: frame, rule: .textContainsHtml)
      if text.contains(" "), !text.contains(",") {
        fail(.itunesKeywords, "keywords are separated by commas")
      }
    case .itunesText(let limit):
      if limit > 0 { checkLength(text, limit: limit) }
      if limit == 0, frame.attributes?.type == "html" {
        checkHTML(in: frame)
      } else {
        checkPlainText(value, in: frame, rule: limit == 0 ? .atomUndeclaredHtml : .textContainsHtml)
      }
    default: break
    }
  }

  private mutating func checkLength(_ text: String, limit: Int) {
    let count = text.unicodeScalars.count
    if count > limit { fail(.itunesTooLong, "the text has \(count) characters, and Apple cuts it after \(limit)") }
  }

  private mutating func checkExplicit(_ text: String) {
    switch text {
    case "true", "false": break
    case "yes", "no", "clean", "Yes", "No":
      if !isReference {
        problems.append(
          ValueProblem(
            .itunesBoolean, "Apple now asks for 'true' or 'false', not \(quoted(text))",
            replacement: text.lowercased() == "yes" ? "true" : "false", level: .warning))
      }
    default: fail(.itunesBoolean, "\(quoted(text)) is neither 'true' nor 'false'")
    }
  }

  /// Seconds, or hours, minutes and seconds with colons between.
  private static func isDuration(_ value: Span<UInt8>) -> Bool {
    let parts = value.string.split(separator: ":", omittingEmptySubsequences: false)
    guard 1...3 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }) else { return false }
    guard parts.count > 1 else { return parts[0].utf8.count <= 18 }
    let hasBigPart = parts.dropFirst().contains { $0.utf8.count > 2 || (Int($0) ?? 60) >= 60 }
    return parts[0].utf8.count <= 2 && !hasBigPart
  }

  mutating func checkItunesCategory(_ event: XMLEvent) {
    guard let name = attribute("text", of: event) else { return }
    let parent = frames.dropLast().last
    let isSub = parent?.model.role == .itunesCategory
    let full = isSub ? "\(parent?.attributes?.type ?? "")/\(name)" : name
    frames[frames.count - 1].keep { $0.type = name }
    if PodcastVocabulary.categories.contains(full) { return }
    let place = place(ofValue: "text", in: event)
    if PodcastVocabulary.oldCategories.contains(full) {
      return report(
        .itunesCategory, "\(quoted(name)) is a category of before 2019; choose one of today's", at: place,
        level: .warning)
    }
    let hint = nearestName(to: full, among: Array(PodcastVocabulary.categories)).map { "; was '\($0)' meant?" } ?? ""
    report(.itunesCategory, "Apple has no category \(quoted(full))\(hint)", at: place)
  }

  mutating func checkItunesChannel(_ frame: Frame) {
    guard document.hasItunes else { return }
    let place = place(ofTag: frame)
    let needed: [(Marks, String)] = [
      (.itunesCategory, "itunes:category"), (.itunesExplicit, "itunes:explicit"), (.itunesImage, "itunes:image"),
      (.language, "language"),
    ]
    for (mark, name) in needed
    where !frame.marks.contains(mark) && !(mark == .language && frame.marks.contains(.dcLanguage)) {
      report(.itunesRequired, "Apple Podcasts asks for <\(name)> in the channel; add it", at: place)
    }
    if !frame.marks.contains(.itunesOwner) {
      report(.itunesRequired, "Apple Podcasts asks for <itunes:owner> with an e-mail address; add it", at: place)
    }
    if let encoding = parser.encoding, encoding.name != "UTF-8" {
      report(.itunesEncoding, "Apple Podcasts asks for UTF-8; convert the feed", at: place)
    }
  }
}

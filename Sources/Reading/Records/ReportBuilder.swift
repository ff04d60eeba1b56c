import DatelineCore
import DatelineIdentity

/// Makes the record of a report from an article that has been taken apart.
struct ReportBuilder {
  let layout: ArticleLayout

  /// The report without its claims, which come from the reading of the incidents.
  func report() -> Report {
    let article = layout.article
    var report = Report(
      id: Identifier.record(.report, scheme: "article", nativeID: article.text))
    report.kind = .article
    if let headline = layout.headline.flatMap({ Text($0) }) {
      var entry = Headline()
      entry.role = .main
      entry.text = headline
      report.headlines = [entry]
    }
    report.byline = layout.byline.flatMap { Text($0) }
    report.authors = layout.authors.map {
      var author = Author()
      author.name = Text($0)
      return author
    }
    report.dateline = layout.dateline.map(line)
    if let published = layout.published {
      report.published = .date(published.date)
      // A date without words of the text for it is the caller's.
      let hasWords = layout.evidence.contains { $0.field == "/published" }
      report.publishedBasis = hasWords ? basis(published.basis) : .assumed
    }
    report.updated = layout.updated.map { .date($0.date) }
    if isEnglish { report.language = "en" }
    report.rights = layout.rights.map(rights)
    report.body = layout.blocks.compactMap { block in
      guard let text = Text(block.text) else { return nil }
      var result = Block(text: text)
      result.role = block.role
      return result
    }
    report.evidence = layout.evidence.compactMap { evidence($0.field, $0.utf8Range, $0.rule) }
    return report
  }

  /// Whether the words are English: about a third of any English text is of these, and hardly any of another's.
  private var isEnglish: Bool {
    let words = layout.article.tokens.lazy.filter { $0.kind == .word }
    let count = words.count
    return count >= 5 && words.count { Self.englishWords.contains($0.key) } * 8 > count
  }

  private static let englishWords: Set<String> = [
    "the", "of", "and", "to", "in", "on", "at", "by", "was", "were", "that", "for", "with", "from", "has", "have", "it",
    "is",
    "said", "an", "near", "after", "who", "which", "as",
  ]

  private func line(_ dateline: Dateline) -> DatelineLine {
    var line = DatelineLine()
    line.text = Text(dateline.text)
    line.place = dateline.place.flatMap { Text($0) }
    line.date = dateline.date
    return line
  }

  private func rights(_ notice: RightsNotice) -> Rights {
    var rights = Rights()
    rights.holder = notice.holder.flatMap { Text($0) }
    rights.year = notice.year
    rights.notice = Text(notice.text)
    return rights
  }

  private func basis(_ basis: DateMention.Basis) -> DateBasis {
    switch basis {
    case .stated: .stated
    case .resolved: .resolved
    case .inferred: .inferred
    }
  }

  /// An evidence entry of the report about `field`.
  func evidence(_ field: String, _ range: Range<Int>, _ rule: String) -> Evidence? {
    guard let pointer = Text(field), !range.isEmpty else { return nil }
    let article = layout.article
    var entry = Evidence(
      field: pointer, unit: .scalar, start: article.scalarOffset(ofUTF8: range.lowerBound),
      end: article.scalarOffset(ofUTF8: range.upperBound))
    entry.quote = Text(article.string(in: range))
    entry.rule = Text(rule)
    return entry
  }
}

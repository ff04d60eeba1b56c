import DatelineCore

/// Works out when an article was published, from the strongest sign that it gives.
///
/// In this order: a line that says so, the date told from outside, a line with a date alone, the dateline, and at last
/// the year of the copyright line with the month that the text calls its own.
struct PublicationDating {
  let article: ArticleText
  let roles: [BlockRole]
  let dateline: Dateline?
  let rights: RightsNotice?
  let told: DateReference?

  private(set) var reference: DateReference?
  private(set) var published: ArticleLayout.Publication?
  private(set) var updated: ArticleLayout.Publication?
  private(set) var datelineDate: EDTF?
  private(set) var evidence: [ArticleLayout.Evidence] = []

  init(article: ArticleText, roles: [BlockRole], dateline: Dateline?, rights: RightsNotice?, told: DateReference?) {
    self.article = article
    self.roles = roles
    self.dateline = dateline
    self.rights = rights
    self.told = told
  }

  mutating func run(lines: [BlockRoles.Block]) {
    readLines(lines, labelled: true)
    if reference == nil, let told { take(told) }
    if reference == nil { readLines(lines, labelled: false) }
    readDateline()
    if reference == nil { readOpening() }
    if reference == nil { infer() }
  }

  /// Makes a reference the publication date.
  private mutating func take(_ found: DateReference) {
    reference = found
    let date = found.date.flatMap { EDTF($0) } ?? EDTF(year: found.year, month: found.month)
    published = date.map { ArticleLayout.Publication(date: $0, basis: found.basis) }
    for one in found.evidence {
      evidence.append(ArticleLayout.Evidence(field: "/published", utf8Range: one.utf8Range, rule: one.rule))
    }
  }

  /// Reads lines such as `Published: 13 January 2024`, or lines with nothing but a date.
  private mutating func readLines(_ lines: [BlockRoles.Block], labelled: Bool) {
    for (index, line) in lines.enumerated() where roles[index] == .dateline && index < article.blocks.count {
      let label = BlockRoles.publicationLabel(of: line)
      guard (label != nil) == labelled, let mention = fullDate(in: article.tokens(inUTF8: article.blocks[index])) else {
        continue
      }
      let rule = labelled ? "report.published-line" : "report.date-line"
      if label == .updated {
        updated = mention.edtf.map { ArticleLayout.Publication(date: $0, basis: .stated) }
        evidence.append(ArticleLayout.Evidence(field: "/updated", utf8Range: mention.utf8Range, rule: rule))
      } else if reference == nil, let date = mention.interval?.first {
        take(DateReference(date, time: mention.time, evidence: [DateEvidence(mention.utf8Range, rule)]))
      }
    }
    // An article that only says when it was changed was published about then.
    if labelled, reference == nil, told == nil { takeUpdated() }
  }

  private mutating func takeUpdated() {
    for one in evidence where one.field == "/updated" {
      let tokens = article.tokens(inUTF8: one.utf8Range)
      guard let date = fullDate(in: tokens)?.interval?.first else { continue }
      reference = DateReference(date, basis: .inferred, evidence: [DateEvidence(one.utf8Range, one.rule)])
      return
    }
  }

  /// The first date to the day with its year among the tokens.
  private func fullDate(in tokens: Range<Int>) -> DateMention? {
    DateFinder(reference: nil).mentions(in: article, tokens: tokens).first {
      $0.basis == .stated && $0.interval != nil && $0.precision <= .day
    }
  }

  /// Reads the dateline's date; without a year it has the one nearest to what else is known.
  private mutating func readDateline() {
    guard let dateline, let expression = dateline.expression, let range = dateline.dateRange else { return }
    let context = reference ?? copyrightReference
    var resolver = DateResolver(reference: context, narrative: nil)
    guard let resolved = resolver.resolve(expression), resolved.precision <= .day else { return }
    datelineDate = EDTF(resolved.interval.first)
    var words = [DateEvidence(range, "date.dateline")]
    var basis = DateMention.Basis.stated
    if resolver.usedReference, let context {
      basis = context.basis == .stated ? .resolved : context.basis
      words += context.evidence
    }
    for word in words where word.rule == "date.dateline" {
      evidence.append(ArticleLayout.Evidence(field: "/dateline/date", utf8Range: word.utf8Range, rule: word.rule))
    }
    if reference == nil { take(DateReference(resolved.interval.first, time: nil, basis: basis, evidence: words)) }
  }

  /// A full date with its weekday in the first words, as exports without lines leave it.
  private mutating func readOpening() {
    guard let block = roles.firstIndex(of: .paragraph), block < article.blocks.count else { return }
    let tokens = article.tokens(inUTF8: article.blocks[block])
    let head = tokens.lowerBound..<min(tokens.upperBound, tokens.lowerBound + 30)
    let mention = DateFinder(reference: nil).mentions(in: article, tokens: head).first { mention in
      mention.basis == .stated && mention.precision <= .day && mention.relation == .at
        && DateLexicon.reading(of: article.tokens[mention.tokens.lowerBound].key)?.weekday != nil
    }
    guard let mention, let date = mention.interval?.first else { return }
    take(DateReference(date, basis: .inferred, evidence: [DateEvidence(mention.utf8Range, "report.date-in-opening")]))
  }

  /// The year of the copyright line.
  private var copyrightReference: DateReference? {
    guard let rights, let year = rights.year, let range = rights.yearRange else { return nil }
    return DateReference(year: year, basis: .inferred, evidence: [DateEvidence(range, "date.year-from-copyright")])
  }

  /// Puts together the year of the copyright line and the month that the text calls its own.
  private mutating func infer() {
    guard var found = copyrightReference else { return }
    if let (month, words) = ownMonth() {
      found.month = month
      take(found)
      evidence.append(ArticleLayout.Evidence(field: "/published", utf8Range: words, rule: "date.month-from-this-month"))
    } else {
      take(found)
    }
  }

  /// The month of all dates without a year, where the text speaks of `this month`, and those words.
  private func ownMonth() -> (Int, Range<Int>)? {
    var months: Set<Int> = []
    var words: Range<Int>?
    for found in DateFinder.expressions(in: article, tokens: 0..<article.tokens.count, style: .news) {
      switch found.expression {
      case .calendar(nil, let month?, _?): months.insert(month)
      case .unit(.month, 0), .edge(_, .unit(.month, 0)): words = words ?? article.utf8Range(ofTokens: found.item.tokens)
      default: break
      }
    }
    guard months.count == 1, let month = months.first, let words else { return nil }
    return (month, words)
  }
}

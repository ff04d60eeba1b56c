import DatelineCore

/// Reads the incidents that an article tells of.
package struct IncidentReader: Sendable {
  /// What was read, before it becomes records.
  package struct Result: Sendable {
    package let layout: ArticleLayout
    package let article: ParsedArticle
    package let drafts: [IncidentDraft]
    /// Statements about no one incident.
    package let looseClaims: [Finding<ClaimDraft>]
    package let times: [TimeFact]
    package let places: [PlaceFact]
  }

  package static func read(_ text: String, title: String? = nil, reference: DateReference? = nil) -> Result {
    read(ArticleLayout(text, title: title, reference: reference))
  }

  package static func read(_ layout: ArticleLayout) -> Result {
    let headline = layout.blocks.firstIndex { $0.role == .headline }
    let times = DateFinder(reference: layout.reference).mentions(in: layout.article).map(TimeFact.init)
    let finder = PlaceFinder(layout.article)
    let places = finder.mentions.map(PlaceFact.init)
    let article = ParsedArticle(layout.article)
    var assembler = IncidentAssembler(
      article: article, times: times, places: places, roles: layout.blocks.map(\.role), reference: day(layout.reference)
    )
    assembler.assemble()
    let finisher = IncidentFinisher(
      article: article, headlineBlock: headline, places: places, country: finder.countryContext)
    return Result(
      layout: layout, article: article, drafts: finisher.finished(assembler.drafts), looseClaims: assembler.looseClaims,
      times: times, places: places)
  }

  /// The last day that a reference can mean.
  private static func day(_ reference: DateReference?) -> CalendarDate? {
    guard let reference else { return nil }
    let month = reference.month ?? 12
    guard 1...12 ~= month else { return nil }
    return CalendarDate(
      year: reference.year, month: month, day: reference.day ?? CalendarDate.days(inMonth: month, of: reference.year))
  }
}

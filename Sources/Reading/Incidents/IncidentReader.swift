package import DatelineCore

/// Reads the incidents that an article tells of.
package struct IncidentReader: Sendable {
  /// What was read, before it becomes records.
  package struct Result: Sendable {
    package let article: ParsedArticle
    package let drafts: [IncidentDraft]
    /// Statements about no one incident.
    package let looseClaims: [Finding<ClaimDraft>]
    package let times: [TimeFact]
    package let places: [PlaceFact]
  }

  /// The block of the headline, if any.
  package var headlineBlock: Int?
  package var reference: CalendarDate?

  package init(headlineBlock: Int?, reference: CalendarDate?) {
    self.headlineBlock = headlineBlock
    self.reference = reference
  }

  package func read(_ text: ArticleText, times: [TimeFact], places: [PlaceFact]) -> Result {
    let article = ParsedArticle(text)
    var assembler = IncidentAssembler(
      article: article, times: times, places: places, headlineBlock: headlineBlock, reference: reference)
    assembler.assemble()
    let drafts = IncidentFinisher(article: article, headlineBlock: headlineBlock, places: places).finished(assembler.drafts)
    return Result(article: article, drafts: drafts, looseClaims: assembler.looseClaims, times: times, places: places)
  }
}

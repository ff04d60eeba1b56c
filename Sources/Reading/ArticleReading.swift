package import DatelineCore

/// Reads articles: from prose to a report and the incidents that it tells of.
package struct ArticleReading: Sendable {
  /// The day or month from which dates are reckoned where an article has none of its own.
  package var referenceDate: EDTF?
  /// The headline, where the text does not begin with it.
  package var title: String?

  package init(referenceDate: EDTF? = nil, title: String? = nil) {
    self.referenceDate = referenceDate
    self.title = title
  }

  /// What an article gives.
  package struct Result: Sendable {
    package var report: Report
    /// In the order of the text.
    package var incidents: [Incident]
  }

  /// Reads one article.
  ///
  /// - Parameter text: With LF as its line end, and only characters that the model allows.
  package func read(_ text: String) -> Result {
    let reading = IncidentReader.read(text, title: title, reference: reference)
    var report = ReportBuilder(layout: reading.layout).report()
    let builder = ReportClaimBuilder(article: reading.article)
    builder.add(reading.looseClaims, to: &report)
    return Result(
      report: report, incidents: IncidentBuilder(article: reading.article, report: report.id).incidents(reading.drafts))
  }

  /// The incidents that the text of a report tells of, which rest on it. Offsets of their evidence are in its text.
  ///
  /// Dates are reckoned from the report's own, else from ``referenceDate``.
  package func incidents(in report: Report) -> [Incident] {
    guard !report.body.isEmpty else { return [] }
    let day = (report.published ?? report.updated)?.day
    let layout = ArticleLayout(
      blocks: report.body.map(\.text.description), roles: report.body.map(\.role),
      reference: day.map { DateReference($0) } ?? reference)
    let reading = IncidentReader.read(layout)
    return IncidentBuilder(article: reading.article, report: report.id).incidents(reading.drafts)
  }

  private var reference: DateReference? {
    guard let day = referenceDate?.earliestDay, let date = referenceDate else { return nil }
    if date.plainDay != nil { return DateReference(day) }
    return DateReference(year: day.year, month: date.month)
  }
}

import DatelineCore

/// Adds to a report the statements that are about no one incident.
struct ReportClaimBuilder {
  let article: ParsedArticle

  func add(_ claims: [Finding<ClaimDraft>], to report: inout Report) {
    for finding in claims.prefix(32) {
      let claim = IncidentBuilder.claim(finding.value, hasCause: false)
      // "posted on X, saying": one statement, though two verbs tell of it.
      let isKnown = report.claims.contains { $0.speaker == claim.speaker && $0.stance == claim.stance }
      guard !isKnown, let field = Text("/claims/\(report.claims.count)") else { continue }
      report.claims.append(claim)
      let range = article.text.utf8Range(ofTokens: finding.tokens)
      var evidence = Evidence(
        field: field, unit: .scalar, start: article.text.scalarOffset(ofUTF8: range.lowerBound),
        end: article.text.scalarOffset(ofUTF8: range.upperBound))
      evidence.quote = Text(article.text.string(in: range))
      evidence.rule = Text(finding.rule)
      report.evidence.append(evidence)
    }
  }
}

/// The number of people killed, wounded, ... in all, from the entries of an incident.
package struct CasualtySummary: Sendable {
  /// The number; -1 where more than one is told without number; 0 where none is affirmed; nil where nothing is told.
  package var best: Int?
  package var qualifier: String?

  /// - Parameter outcome: Entries without outcome that say "none" count for every outcome.
  package init(of outcome: CasualtyDraft.Outcome, in draft: IncidentDraft) {
    var bySentence: [(sentence: Int, sum: Int, hasPlural: Bool)] = []
    for finding in draft.casualties {
      let entry = finding.value
      if entry.status == .none, entry.outcome == nil || entry.outcome == outcome {
        if best == nil { best = 0 }
        continue
      }
      guard entry.status == .reported, entry.outcome == outcome, !entry.isPart else { continue }
      if let qualifier = entry.qualifier, self.qualifier == nil { self.qualifier = qualifier }
      // Entries of one verb add up ("two officers and a child"), those of different verbs repeat.
      let key = entry.trigger ?? finding.tokens.lowerBound
      if let index = bySentence.firstIndex(where: { $0.sentence == key }) {
        bySentence[index].sum += entry.best ?? 0
        bySentence[index].hasPlural = bySentence[index].hasPlural || entry.best == nil
      } else {
        bySentence.append((key, entry.best ?? 0, entry.best == nil))
      }
    }
    guard !bySentence.isEmpty else { return }
    let top = bySentence.map(\.sum).max() ?? 0
    best = top > 0 ? top : bySentence.contains { $0.hasPlural } ? -1 : best
  }
}

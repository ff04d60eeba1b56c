import DatelineCore

/// Verbs and nouns of saying, with the stance that their subject takes.
enum ReportingTable {
  static func add(to builder: inout LexiconBuilder) {
    for (stance, list) in verbs {
      builder.verbs(list) { LexemeDraft(lemma: $0, classes: [.reporting], stance: stance) }
    }
  }

  private static let verbs: [(Stance, String)] = [
    (
      .reports,
      "say/said/said; report; tell/told/told; announce; state; add; note; indicate; explain; declare; reveal; disclose; assert; mention; inform; describe; remark; stress; emphasize; point out; comment; write/wrote/written; post; tweet; testify; observe; estimate; recall; conclude; maintain; insist; claim; argue; relate; point out; quote"
    ),
    (.confirms, "confirm; verify; corroborate; acknowledge receipt"),
    (.admits, "admit+; acknowledge; concede; confess; apologize; apologise; recognize"),
    (.claimsResponsibility, "claim responsibility; take/took/taken responsibility; claim credit"),
    (.denies, "deny; reject; refute; dismiss; rule out"),
    (.blames, "blame; accuse; attribute; hold/held/held responsible"),
    (.speculates, "suspect; believe; speculate; suggest; presume; think/thought/thought"),
    (.declines, "decline; refuse"),
    (.retracts, "retract; withdraw/withdrew/withdrawn"),
    (.urges, "urge; call on; appeal; warn; advise"),
  ]
}

package import DatelineCore

/// A value with the words it came from and the rule that took it.
package struct Finding<Value: Sendable>: Sendable {
  package var value: Value
  /// Tokens of the article.
  package var tokens: Range<Int>
  /// A stable name: `date.month-day`, `role.by-agent`.
  package var rule: String

  package init(_ value: Value, _ tokens: Range<Int>, _ rule: String) {
    self.value = value
    self.tokens = tokens
    self.rule = rule
  }
}

/// A person, group or thing that fills a role.
package struct Entity: Sendable {
  /// The words, without article and leading number: `South Korean fighter jets`.
  package var name: String
  /// Other words of the text for the same: a name in apposition, an acronym in brackets.
  package var otherNames: [String] = []
  package var kind: ActorKind?
  /// ISO 3166-1 alpha-2, from an adjective of nationality or a country's name.
  package var country: String?
  package var number: Int?
  package var isPlural = false
  /// The lemma of the head noun, for comparison.
  package var head: String
  package var classes: WordClass
  package var tokens: Range<Int>
}

/// A munition or weapon.
package struct MunitionDraft: Sendable {
  package var munitionClass: String
  package var designation: String?
  /// The words of the text.
  package var name: String
  package var platform: Finding<String>?
  package var count: Finding<Int>?
}

/// What is told of the harm to people.
package struct CasualtyDraft: Sendable {
  package enum Status: String, Sendable { case none, unknown, reported }
  package enum Outcome: String, Sendable { case killed, wounded, missing, detained, abducted, displaced }
  package var status: Status
  package var outcome: Outcome?
  package var group: String?
  package var low: Int?
  package var best: Int?
  package var high: Int?
  /// `at least`, `about`, ... as written.
  package var qualifier: String?
  /// Whether it is part of a number told before ("among them 11 children").
  package var isPart = false
  /// The token of the verb that told it: entries of one verb add up, those of different verbs repeat.
  package var trigger: Int?
}

/// What is told of the harm to things.
package struct DamageDraft: Sendable {
  package var status: CasualtyDraft.Status
  package var object: String?
  package var extent: String?
  package var count: Int?
}

/// A statement of someone about an incident.
package struct ClaimDraft: Sendable {
  package enum Field: Sendable, Hashable { case whole, intent, mechanism, casualties, damage }
  package var stance: Stance
  package var speaker: String
  package var speakerRole: String?
  package var via: [String] = []
  package var quote: String?
  package var text: String?
  package var hedge: String?
  package var field: Field = .whole
  package var sentence: Int
}

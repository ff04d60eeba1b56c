/// One place of the text that tells of something that happened, with the roles that its clause fills.
package struct EventMention: Sendable {
  package enum Status: Sendable {
    case actual
    /// Tried without success.
    case attempted
    /// Told as context: earlier or habitual events, sums over many.
    case background
    /// Possible, planned, feared, threatened.
    case hypothetical
    case negated
  }

  package var sentence: Int
  package var chunk: Int
  package var tokens: Range<Int>
  package var frame: EventFrame
  package var kind: IncidentKind
  package var isNominal: Bool
  package var isStrong: Bool
  package var status: Status
  /// "the attack", "this bombing": takes up what was told.
  package var isDefinite = false
  package var isPlural = false
  /// "another", "a second", "separately", "also".
  package var hasNewEventCue = false
  package var rule: String

  package var perpetrators: [Entity] = []
  package var organisations: [Entity] = []
  package var targets: [Entity] = []
  package var victims: [Entity] = []
  /// Victims of whom only a number is told: "six others".
  package var unnamedVictims: [Entity] = []
  package var munitions: [Finding<MunitionDraft>] = []
  package var casualties: [Finding<CasualtyDraft>] = []
  package var damage: [Finding<DamageDraft>] = []
  /// Countries of those who act, by the adjective of nationality on a munition, a vehicle or the event.
  package var actingCountries: [Finding<String>] = []

  package init(
    sentence: Int, chunk: Int, tokens: Range<Int>, sense: TriggerSense, isNominal: Bool, status: Status, rule: String
  ) {
    self.sentence = sentence
    self.chunk = chunk
    self.tokens = tokens
    frame = sense.frame
    kind = sense.kind
    isStrong = sense.isStrong
    self.isNominal = isNominal
    self.status = status
    self.rule = rule
  }

  /// Whether any participant, thing or number is known.
  package var hasContent: Bool {
    !(perpetrators.isEmpty && organisations.isEmpty && targets.isEmpty && victims.isEmpty && unnamedVictims.isEmpty
      && munitions.isEmpty
      && casualties.isEmpty && actingCountries.isEmpty)
  }
}

package import DatelineCore

/// What a word can be. A word has several classes where English lets it ("attack" is a noun and a verb); the tagger
/// chooses by context.
package struct WordClass: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let determiner = WordClass(rawValue: 1 << 0)
  package static let preposition = WordClass(rawValue: 1 << 1)
  package static let conjunction = WordClass(rawValue: 1 << 2)
  package static let pronoun = WordClass(rawValue: 1 << 3)
  package static let relative = WordClass(rawValue: 1 << 4)
  package static let be = WordClass(rawValue: 1 << 5)
  package static let have = WordClass(rawValue: 1 << 6)
  package static let modal = WordClass(rawValue: 1 << 7)
  package static let negation = WordClass(rawValue: 1 << 8)
  package static let adverb = WordClass(rawValue: 1 << 9)
  package static let adjective = WordClass(rawValue: 1 << 10)
  package static let quantity = WordClass(rawValue: 1 << 11)
  package static let verb = WordClass(rawValue: 1 << 12)
  package static let noun = WordClass(rawValue: 1 << 13)
  /// A noun for people: `policeman`, `villagers`, `gunman`.
  package static let person = WordClass(rawValue: 1 << 14)
  /// A noun for groups that act: `army`, `militia`, `ministry`.
  package static let organisation = WordClass(rawValue: 1 << 15)
  package static let structure = WordClass(rawValue: 1 << 16)
  package static let vehicle = WordClass(rawValue: 1 << 17)
  package static let aircraft = WordClass(rawValue: 1 << 18)
  package static let munition = WordClass(rawValue: 1 << 19)
  /// A noun for a piece of the earth: `village`, `province`, `field`.
  package static let place = WordClass(rawValue: 1 << 20)
  package static let time = WordClass(rawValue: 1 << 21)
  /// An adjective or noun of nationality: `Russian`, `Israelis`.
  package static let nationality = WordClass(rawValue: 1 << 22)
  /// A rank or form of address before a name: `Gen.`, `Mr`, `President`.
  package static let title = WordClass(rawValue: 1 << 23)
  package static let trigger = WordClass(rawValue: 1 << 24)
  package static let reporting = WordClass(rawValue: 1 << 25)
  /// A noun that takes up an event told before: `the incident`, `the blast`.
  package static let eventAnaphor = WordClass(rawValue: 1 << 26)
  package static let doVerb = WordClass(rawValue: 1 << 27)
  /// People or groups who by their name do harm: `gunmen`, `terrorists`.
  package static let hostile = WordClass(rawValue: 1 << 28)
  package static let train = WordClass(rawValue: 1 << 29)
  package static let ship = WordClass(rawValue: 1 << 30)
}

/// The forms of a verb that a written word can be.
package struct VerbForm: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let base = VerbForm(rawValue: 1)
  package static let third = VerbForm(rawValue: 2)
  package static let past = VerbForm(rawValue: 4)
  package static let participle = VerbForm(rawValue: 8)
  package static let gerund = VerbForm(rawValue: 16)
}

/// How a trigger's arguments map to roles.
package enum EventFrame: UInt8, Sendable {
  /// Agent attacks target or victim.
  case attack
  /// Agent or event kills victims.
  case kill
  /// Agent or event wounds victims.
  case wound
  /// Victims die.
  case die
  /// Agent takes victims.
  case abduct
  /// A munition or a thing goes off.
  case explode
  /// A munition comes down; an aircraft crashes.
  case land
  /// Agent fires, drops or throws a munition.
  case launch
  /// Agent fires at someone; no munition needed.
  case shoot
  /// Something hits something.
  case strike
  /// Agent or event destroys a thing.
  case destroy
  /// Agent or event damages a thing.
  case damage
  /// A vehicle crashes, sinks or leaves the rails.
  case crash
  /// Sides fight.
  case clash
  /// Agent sets fire to a thing; a thing burns.
  case burn
  /// Agent robs.
  case rob
  /// Agent takes over a vehicle.
  case hijack
  /// A structure gives way.
  case collapse
  /// People demonstrate or riot.
  case demonstrate
  /// People are arrested or held by authorities.
  case detain
  /// People are driven from home.
  case displace
}

/// What a trigger word means: the frame, the kind of incident, and whether it tells of an incident by itself.
package struct TriggerSense: Sendable {
  package let frame: EventFrame
  package let kind: IncidentKind
  /// Whether the word makes an incident without other signs; a weak one (`killed`, `hit`) needs fitting arguments.
  package let isStrong: Bool
}

/// The kinds of people and groups, as in the model's `participants.kind`.
package enum ActorKind: String, Sendable {
  case state, government, armedForces, police, militia, rebelGroup, communalGroup, criminalGroup, party, company
  case organisation, media, civilians, person, unidentified
}

/// An entry of the lexicon: everything known of a word or a fixed phrase, for all its inflected forms.
package final class Lexeme: Sendable {
  package let lemma: String
  package let classes: WordClass
  package let forms: VerbForm
  package let isPlural: Bool
  /// The sense as a verb.
  package let verbTrigger: TriggerSense?
  /// The sense as a noun.
  package let nounTrigger: TriggerSense?
  package let stance: Stance?
  package let participantKind: ActorKind?
  /// The model's `munitions.class`.
  package let munitionClass: String?
  /// ISO 3166-1 alpha-2 of a nationality.
  package let country: String?
  /// The cardinal number of a number word, or -1 for an unknown plural (`several`).
  package let number: Int?

  init(_ draft: LexemeDraft) {
    lemma = draft.lemma
    classes = draft.classes
    forms = draft.forms
    isPlural = draft.isPlural
    verbTrigger = draft.verbTrigger
    nounTrigger = draft.nounTrigger
    stance = draft.stance
    participantKind = draft.participantKind
    munitionClass = draft.munitionClass
    country = draft.country
    number = draft.number
  }
}

/// A lexeme while the tables are read: entries for the same written form are merged.
struct LexemeDraft {
  var lemma: String
  var classes: WordClass = []
  var forms: VerbForm = []
  var isPlural = false
  var verbTrigger: TriggerSense?
  var nounTrigger: TriggerSense?
  var stance: Stance?
  var participantKind: ActorKind?
  var munitionClass: String?
  var country: String?
  var number: Int?

  /// Adds what another table says of the same word; what was said first stays.
  mutating func merge(_ other: LexemeDraft) {
    classes.formUnion(other.classes)
    forms.formUnion(other.forms)
    isPlural = isPlural || other.isPlural
    verbTrigger = verbTrigger ?? other.verbTrigger
    nounTrigger = nounTrigger ?? other.nounTrigger
    stance = stance ?? other.stance
    participantKind = participantKind ?? other.participantKind
    munitionClass = munitionClass ?? other.munitionClass
    country = country ?? other.country
    number = number ?? other.number
  }
}

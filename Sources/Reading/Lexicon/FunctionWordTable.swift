/// Closed-class words, number words, adjectives and adverbs that bound or fill the groups of the chunker.
enum FunctionWordTable {
  static func add(to builder: inout LexiconBuilder) {
    for (list, classes) in closed {
      builder.words(list) { LexemeDraft(lemma: $0, classes: classes) }
    }
    for (word, number) in numbers {
      builder.add(word, LexemeDraft(lemma: word, classes: [.quantity], number: number))
    }
    builder.words(
      "several; many; some; numerous; various; few; dozens; scores; hundreds; thousands; multiple; countless"
    ) {
      LexemeDraft(lemma: $0, classes: [.quantity], number: -1)
    }
    builder.nouns(timeNouns) { LexemeDraft(lemma: $0, classes: [.time]) }
    builder.words(timeWords) { LexemeDraft(lemma: $0, classes: [.noun, .time]) }
  }

  private static let closed: [(String, WordClass)] = [
    (
      "a; an; the; this; that; these; those; each; every; another; its; their; his; her; my; our; your; both; no; any; all; such; other",
      .determiner
    ),
    (
      "of; in; on; at; by; from; with; to; into; onto; near; between; against; for; during; after; before; under; over; through; across; around; inside; outside; within; without; toward; towards; along; among; amongst; about; above; below; behind; beside; beyond; despite; until; since; upon; via; off; per; amid; as; like; following; according; concerning; regarding; including; except; aboard; throughout; because of; in front of; as a result of; in addition to; as well as; in the wake of; due to; thanks to; on board; next to; close to; out of; as part of; on behalf of; prior to; instead of; apart from; along with; together with; in response to; in retaliation for; in connection with",
      .preposition
    ),
    (
      "and; or; but; nor; yet; while; when; where; if; because; although; though; so; whereas; unless; whether; than; as if; even though",
      .conjunction
    ),
    (
      "he; she; it; they; him; them; i; we; you; us; me; himself; herself; itself; themselves; there; who; whom; someone; somebody; everyone; nobody; no one; one another; anyone; what; whatever; none; nothing; everything; something; anything",
      .pronoun
    ),
    ("which; whose; who; whom; that", .relative),
    ("be; is; are; was; were; been; being; am; 's; 're; wasn't; weren't; isn't; aren't", .be),
    ("have; has; had; having; 've; hasn't; haven't; hadn't", .have),
    ("do; does; did; didn't; doesn't; don't", .doVerb),
    (
      "will; would; can; could; may; might; shall; should; must; cannot; won't; wouldn't; can't; couldn't; 'll; 'd; going to; able to",
      .modal
    ),
    ("not; never; n't; no longer; neither", .negation),
    (
      "also; then; later; earlier; already; still; just; now; soon; yesterday; today; tonight; tomorrow; here; meanwhile; however; nevertheless; therefore; thus; again; once; twice; only; even; almost; nearly; approximately; about; roughly; apparently; allegedly; reportedly; too; very; so; far; away; back; down; up; together; ago; separately; instead; perhaps; maybe; out; inside; nearby; overnight; mistakenly; accidentally; inadvertently; deliberately; simultaneously; presumably; furthermore; moreover; additionally; seriously; badly; slightly; critically; fatally; severely; well; first; at least; at most; more than; less than; fewer than; up to; as many as; as few as; no fewer than; no less than; an estimated; at the same time; in turn; of course; for example; so far; thus far; as of; not only; in addition; as well; once again; at around; late; early",
      .adverb
    ),
    (
      "armed; unarmed; unidentified; unknown; heavily armed; masked; hooded; suspected; alleged; local; national; international; foreign; military; political; social; civil; civilian; public; private; regional; municipal; central; northern; southern; eastern; western; northeast; northwest; southeast; southwest; northeastern; northwestern; southeastern; southwestern; north; south; east; west; new; old; young; former; late; high; low; large; small; big; long; short; main; major; minor; serious; powerful; heavy; light; dead; alive; last; next; first; second; third; fourth; fifth; same; own; recent; several; whole; entire; empty; open; residential; commercial; industrial; rural; urban; nearby; popular; democratic; liberal; conservative; communist; leftist; rightist; ultrarightist; extremist; terrorist; subversive; paramilitary; guerrilla; rebel; presidential; diplomatic; electric; electrical; religious; catholic; christian; muslim; jewish; islamic; homemade; improvised; explosive; twin; deadly; fatal; fierce; violent; possible; probable; responsible; pro-government; government-held; rebel-held; state-run; well-known; strong; official; federal; joint; special; secret; live-fire; abnormal; off-duty; on-duty; passing; parked; stray; more; most; less; least; good; bad; right; wrong; left; clear; top; senior; chief; deputy; holy; bloody; brutal; innocent; elderly; pregnant; drunken; vacant; abandoned; crowded; busy; famous; prominent; wealthy; poor; real; full; free; final; single; double; total; general; certain; different; additional; nationwide",
      .adjective
    ),
  ]

  private static let numbers: [(String, Int)] = {
    let units = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var all = units.enumerated().map { ($1, $0) }
    for (index, word) in tens.enumerated() {
      all.append((word, (index + 2) * 10))
      for unit in 1...9 { all.append(("\(word)-\(units[unit])", (index + 2) * 10 + unit)) }
    }
    return all + [("hundred", 100), ("thousand", 1_000), ("dozen", 12), ("million", 1_000_000)]
  }()

  private static let timeNouns =
    "second; minute; hour; day; week; month; year; morning; afternoon; evening; night; dawn; noon; midnight; weekend; decade; time; moment; century; date; period"

  private static let timeWords =
    "monday; tuesday; wednesday; thursday; friday; saturday; sunday; january; february; march; april; june; july; august; september; october; november; december; jan; feb; mar; apr; jun; jul; aug; sep; sept; oct; nov; dec; a.m.; p.m.; o'clock; gmt"
}

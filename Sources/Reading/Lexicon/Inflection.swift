/// The inflected forms of regular English verbs and nouns.
///
/// Table notation: `kidnap+` doubles its last letter, `shoot/shot/shot` gives past and participle, and what follows
/// the first word (`blow/blew/blown up`) stays as it is; `man/men` gives a plural.
enum Inflection {
  /// - Returns: Every written form with what it is; a form that is two things is there twice.
  static func verbForms(_ entry: String) -> [(text: String, form: VerbForm)] {
    let words = entry.split(separator: " ", maxSplits: 1)
    guard let first = words.first else { return [] }
    let rest = words.count > 1 ? " " + words[1] : ""
    let parts = first.split(separator: "/").map(String.init)
    guard var base = parts.first else { return [] }
    let doubles = base.hasSuffix("+")
    if doubles { base.removeLast() }
    let regularPast = past(base, doubles)
    let pastForm = parts.count > 1 ? parts[1] : regularPast
    let participle = parts.count > 2 ? parts[2] : pastForm
    return [
      (base + rest, .base), (plural(base) + rest, .third), (pastForm + rest, .past),
      (participle + rest, .participle), (gerund(base, doubles) + rest, .gerund),
    ]
  }

  /// The plural of a noun, which is also the third person of a verb.
  static func plural(_ base: String) -> String {
    if endsInConsonantAndY(base) { return base.dropLast() + "ies" }
    for ending in ["s", "x", "z", "ch", "sh"] where base.hasSuffix(ending) { return base + "es" }
    return base + "s"
  }

  private static func past(_ base: String, _ doubles: Bool) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if endsInConsonantAndY(base) { return base.dropLast() + "ied" }
    return (doubles ? base + String(base.suffix(1)) : base) + "ed"
  }

  private static func gerund(_ base: String, _ doubles: Bool) -> String {
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("e"), !base.hasSuffix("ee") { return base.dropLast() + "ing" }
    return (doubles ? base + String(base.suffix(1)) : base) + "ing"
  }

  private static func endsInConsonantAndY(_ base: String) -> Bool {
    let last = base.suffix(2)
    guard last.count == 2, last.hasSuffix("y"), let before = last.first else { return false }
    return !"aeiou".contains(before)
  }
}

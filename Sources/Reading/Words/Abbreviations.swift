/// The abbreviations that end in a full stop of their own, by what may follow them.
enum Abbreviations {
  /// When a word followed by a full stop is taken as an abbreviation.
  enum Condition {
    /// Always, where it has a capital or is one of the lower-case ones.
    case always
    /// Only before a digit: `Sat. 3`, `No. 4`; otherwise the word ends a sentence.
    case beforeDigit
    /// Only after a comma: the states of the United States, `Miss.`, `Wash.`
    case afterComma
  }

  /// The condition for a folded word without its stop; nil where it is no abbreviation.
  static func condition(of key: String) -> Condition? { table[key] }

  /// Abbreviations that may also be a sentence's last word, where a word that opens sentences follows.
  static let mayEndSentence: Set<String> = [
    "u.s.", "u.k.", "u.n.", "e.u.", "d.c.", "u.a.e.", "u.s.a.", "u.s.s.r.", "a.m.", "p.m.", "inc", "ltd", "corp", "co",
    "bros", "jr", "sr", "etc", "ave", "blvd", "rd",
  ]

  private static let table: [String: Condition] = {
    var table: [String: Condition] = [:]
    for key in words(
      """
      jan feb aug sept oct nov dec mon tues wed thu thur thurs fri gen lt col maj capt cmdr brig sgt cpl pvt pfc spc adm
      sen rep gov pres rev dr mr mrs ms prof st ft mt hon supt det insp msgr atty dist jr sr inc ltd corp co bros vs etc
      approx dept ave blvd bldg assn univ ph vol
      """)
    { table[key] = .always }
    for key in words("mar apr jun jul sep tue sat sun no nos fig art sec para pp rd est") { table[key] = .beforeDigit }
    for key in words(
      """
      ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nev okla ore pa
      penn tenn tex va vt wash wis wyo
      """)
    { table[key] = .afterComma }
    return table
  }()

  private static func words(_ list: String) -> [String] {
    list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }
}

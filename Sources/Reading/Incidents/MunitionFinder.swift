/// Recognises munitions by class words and by the patterns of designations: `FAB-250`, `Mk82`, `9K720`, `AK-47`.
struct MunitionFinder {
  let article: ParsedArticle
  let sentence: ParsedSentence

  /// The munition that some words of a group name.
  func munition(in words: Range<Int>, number: Int?) -> Finding<MunitionDraft>? {
    var best: (word: Int, munitionClass: String)?
    var designation: (word: Int, munitionClass: String, text: String)?
    for index in words {
      let word = sentence.words[index]
      let text = article.string(word.tokens)
      if let name = Self.designationClass(word.tokens.map { article.key($0) }.joined()) {
        designation = (index, name, text)
      } else if let name = word.lexeme?.munitionClass {
        if best == nil || best?.munitionClass == "missile" || best?.munitionClass == "ied"
          || best?.munitionClass == "other" || name != "missile"
        {
          best = (index, name)
        }
        if Self.isProperName(word.lexeme?.lemma ?? ""), let named = Self.properName(text) {
          designation = (index, name, named)
        }
      }
    }
    guard let last = best.map({ max($0.word, designation?.word ?? $0.word) }) ?? designation?.word else { return nil }
    let firstWord = min(best?.word ?? last, designation?.word ?? last, firstModifier(of: words, before: last))
    let tokens = sentence.words[firstWord].tokens.lowerBound..<sentence.words[last].tokens.upperBound
    var draft = MunitionDraft(
      munitionClass: designation?.munitionClass ?? best?.munitionClass ?? "unknown", designation: designation?.text,
      name: article.string(tokens))
    if let number, number > 0 { draft.count = Finding(number, tokens, "count.number") }
    return Finding(draft, tokens, designation == nil ? "munition.class-word" : "munition.designator")
  }

  /// Adjectives of make before a munition stay with its name, determiners and numbers do not.
  private func firstModifier(of words: Range<Int>, before last: Int) -> Int {
    var first = last
    while first > words.lowerBound {
      let word = sentence.words[first - 1]
      guard word.part == .noun || word.part == .name || word.has(.munition) else { break }
      guard !word.has([.nationality, .person, .organisation]) else { break }
      first -= 1
    }
    return first
  }

  /// Names of makes that the lexicon holds beside class words.
  static func isProperName(_ lemma: String) -> Bool {
    lemma.utf8.contains(where: { (48...57).contains($0) }) || properNames.contains(where: { lemma.hasPrefix($0) })
  }

  /// The name without a class word behind it: "Kalibr" of "Kalibr missile".
  static func properName(_ text: String) -> String? {
    let first = text.split(separator: " ").first.map(String.init)
    return first
  }

  private static let properNames = [
    "kalibr", "iskander", "shahed", "geran", "lancet", "katyusha", "qassam", "grad", "smerch", "uragan", "himars",
    "tomahawk",
    "storm shadow", "kinzhal", "scud", "tochka", "atacms", "hellfire", "javelin", "kornet", "stinger", "patriot", "buk",
    "bayraktar", "exocet", "harpoon", "silkworm", "kalashnikov", "galil", "taurus", "oniks", "zircon", "jdam", "semtex",
  ]

  /// The class of a designation by its letters: aircraft bombs, missiles, drones, guns.
  ///
  /// - Parameter key: A word with digits, in lower case.
  static func designationClass(_ key: String) -> String? {
    var letters = ""
    var digits = ""
    for character in key {
      if character.isNumber {
        digits.append(character)
      } else if character.isLetter, digits.isEmpty {
        letters.append(character)
      }
    }
    guard !digits.isEmpty, !letters.isEmpty || digits.count <= 3 else { return nil }
    if letters.isEmpty { return nil }
    return families[letters].flatMap { digits.count <= 4 ? $0 : nil }
  }

  private static let families: [String: String] = [
    "fab": "aerialBomb", "ofab": "aerialBomb", "odab": "aerialBomb", "rbk": "cluster", "betab": "aerialBomb",
    "mk": "aerialBomb",
    "cbu": "cluster", "gbu": "glideBomb", "kab": "glideBomb", "umpb": "glideBomb", "upab": "glideBomb",
    "agm": "missile",
    "blu": "aerialBomb", "zab": "incendiary", "kh": "cruiseMissile", "x": "cruiseMissile", "bgm": "cruiseMissile",
    "ss": "missile",
    "sa": "missile", "sam": "missile", "kn": "ballisticMissile", "df": "ballisticMissile", "mgm": "ballisticMissile",
    "shahed": "drone", "geran": "drone", "mq": "drone", "rq": "drone", "tb": "drone", "orlan": "drone", "bm": "rocket",
    "rpg": "rocket", "tos": "rocket", "m": "smallArms", "ak": "smallArms", "akm": "smallArms", "ar": "smallArms",
    "rpk": "smallArms", "pkm": "smallArms", "mp": "smallArms", "fn": "smallArms", "dshk": "smallArms",
    "svd": "smallArms",
    "aim": "missile", "pmn": "landmine", "tm": "landmine", "pfm": "landmine", "c": "ied", "grad": "rocket",
    "fateh": "ballisticMissile",
    "fajr": "rocket", "zelzal": "rocket", "burkan": "ballisticMissile", "hwasong": "ballisticMissile", "at": "missile",
  ]
}

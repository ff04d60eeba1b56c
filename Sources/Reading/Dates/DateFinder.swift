import DatelineCore

/// Finds the dates and times that an article tells, and works out which days they mean.
///
/// A cascade: the scanner picks stretches of words that dates are made of, layers of rules join them into expressions,
/// and the resolver reads these one after the other from the day of publication and from the dates told before. Time is
/// linear in the text.
package struct DateFinder: Sendable {
  /// The publication date, as far as it is known.
  package var reference: DateReference?
  private var style = DateResolver.Style.news

  package init(reference: DateReference?) { self.reference = reference }

  /// A finder for requests and notes, whose dates may lie ahead.
  init(forNoteAt reference: DateReference?) {
    self.reference = reference
    style = .note
  }

  /// Every date of the article, in the order of the text.
  package func mentions(in article: ArticleText) -> [DateMention] {
    mentions(in: article, tokens: 0..<article.tokens.count)
  }

  /// The dates among some of the article's tokens; dates told before them are not known.
  package func mentions(in article: ArticleText, tokens range: Range<Int>) -> [DateMention] {
    var mentions: [DateMention] = []
    var thread = NarrativeThread()
    for found in Self.expressions(in: article, tokens: range, style: style) {
      guard let mention = resolve(found, in: article, after: &thread) else { continue }
      mentions.append(mention)
    }
    return mentions
  }

  /// The date told before the expression at hand, and the words that told it.
  struct NarrativeThread {
    var date: ResolvedDate?
    /// The last day, with what it rests on.
    var day: ResolvedDate?
    var basis = DateMention.Basis.stated
    var evidence: [DateEvidence] = []
  }

  /// An expression of the text that is not resolved yet.
  struct Found {
    var item: DateItem
    var expression: DateExpression
    /// With the preposition in front.
    var tokens: Range<Int>
    var relation = DateMention.Relation.at
  }
}

// MARK: - Expressions

extension DateFinder {
  static func expressions(
    in article: ArticleText, tokens range: Range<Int>, style: DateResolver.Style
  ) -> [Found] {
    var found: [Found] = []
    for island in DateScanner(tokens: article.tokens, isNote: style == .note).islands(
      in: range.clamped(to: 0..<article.tokens.count))
    {
      var items = island
      for layer in CombiningRules.cascade { items = layer.apply(to: items) }
      for index in items.indices {
        guard let one = expression(at: index, of: items, in: article, style: style) else { continue }
        found.append(one)
      }
    }
    return found
  }

  private static func expression(
    at index: Int, of items: [DateItem], in article: ArticleText, style: DateResolver.Style
  ) -> Found? {
    let item = items[index]
    let expression: DateExpression
    if let date = item.expression {
      guard item.isMention || style == .note || isAnnounced(item, in: article) else { return nil }
      guard style == .note || isPlausible(date, item, in: article) else { return nil }
      expression = date
    } else if let time = item.time {
      guard isTold(time, item, in: article, style: style) else { return nil }
      expression = time.on(style == .note ? .unit(.day, 0) : .narrative(.day, 0))
    } else {
      return nil
    }
    var found = Found(item: item, expression: expression, tokens: item.tokens)
    addPreposition(to: &found, in: article)
    return found
  }

  /// Whether a part of the day or a clock time without a day is told as a time: `in the morning`, not `night club`.
  private static func isTold(
    _ time: TimeOfDay, _ item: DateItem, in article: ArticleText, style: DateResolver.Style
  ) -> Bool {
    if case .clock = time { return true }
    if style == .note { return true }
    let tokens = article.tokens
    guard tokens.indices.contains(item.tokens.lowerBound) else { return false }
    let first = tokens[item.tokens.lowerBound].key
    if ["in", "during", "at", "by", "before", "through"].contains(first) { return true }
    let before = item.tokens.lowerBound > 0 ? tokens[item.tokens.lowerBound - 1].key : ""
    let beforeThat = item.tokens.lowerBound > 1 ? tokens[item.tokens.lowerBound - 2].key : ""
    return before == "the" && ["in", "during", "by", "before", "through", "throughout", "of"].contains(beforeThat)
  }

  /// Whether a preposition makes a date of a name that is a word as well: `in May`, `during the fall`.
  private static func isAnnounced(_ item: DateItem, in article: ArticleText) -> Bool {
    var index = item.tokens.lowerBound - 1
    if index >= 0, article.tokens[index].key == "the" { index -= 1 }
    guard index >= 0 else { return false }
    return ["in", "since", "until", "during", "by", "of", "from", "on", "through", "for", "between", "to"].contains(
      article.tokens[index].key)
  }

  /// Whether what looks like a year or season is one.
  private static func isPlausible(_ expression: DateExpression, _ item: DateItem, in article: ArticleText) -> Bool {
    let tokens = article.tokens
    let before = item.tokens.lowerBound > 0 ? tokens[item.tokens.lowerBound - 1] : nil
    let after = item.tokens.upperBound < tokens.count ? tokens[item.tokens.upperBound] : nil
    switch expression {
    case .calendar(let year?, nil, nil) where item.tokens.count == 1:
      return isYear(year, before: before, after: after)
    case .calendar(nil, _?, _?) where item.rules == ["date.numeric"]: return false
    case .calendar(nil, nil, _?) where item.rules == ["date.day"]:
      // `on the 13th`, not `on the 13th floor`.
      guard let before, ["on", "since", "until", "by"].contains(before.key) else { return false }
      return after.map { $0.kind == .mark || ["and", "when", "in", "at", "of"].contains($0.key) } ?? true
    case .season(_, .plain) where after?.key == "of": return false
    case .decade
    where !(before.map { ["the", "'", "early", "late", "mid"].contains($0.key) } ?? false)
      && item.tokens.count == 1 && tokens[item.tokens.lowerBound].kind == .word:
      return false
    case .now, .unit(.second, _), .unit(.minute, _): return false
    case .unit(.day, 0) where item.tokens.count == 1:
      // `USA TODAY` is a newspaper.
      let isName = tokens[item.tokens.lowerBound].isAllCapitals && before?.isAllCapitals ?? false
      return !isName || after?.isAllCapitals ?? true
    case .edge(.beginning, .unit) where item.tokens.count == 1: return false
    case .distance(_, .reference) where item.rules.last == "date.in-amount":
      return isFuture(before: item.tokens.lowerBound, in: article)
    case .distance(let amounts, .reference) where item.rules.last == "date.relative":
      // Signed amounts are for notes.
      return amounts.first.map { $0.count < 0 } ?? false || tokens[item.tokens.lowerBound].kind != .mark
    default: return true
    }
  }

  private static func isYear(_ year: Int, before: Token?, after: Token?) -> Bool {
    if let before, ["$", "£", "€", "#", "no", "nos", "+", "-"].contains(before.key), before.key != "-" { return false }
    let isAnnounced =
      before.map { ["in", "since", "of", "until", "by", "from", "during", "early", "late"].contains($0.key) } ?? false
    if isAnnounced { return true }
    guard 1_900...2_049 ~= year else { return false }
    guard let after, after.kind == .word, !after.isCapitalized else { return after?.key != "%" }
    return !counted.contains(after.key)
  }

  /// Nouns that numbers stand before.
  private static let counted: Set<String> = [
    "people", "persons", "men", "women", "children", "troops", "soldiers", "km", "kilometers", "kilometres", "meters",
    "metres", "feet", "miles", "dead", "tons", "tonnes", "pounds", "kg", "dollars", "homes", "houses", "civilians",
    "fighters",
    "percent", "refugees", "victims", "rounds", "deaths", "injuries", "cases", "members", "officers", "policemen",
    "hours",
    "shells", "rockets", "missiles", "drones", "vehicles", "buildings", "families", "residents", "passengers",
    "workers",
  ]

  /// Takes in the preposition and article in front.
  private static func addPreposition(to found: inout Found, in article: ArticleText) {
    let tokens = article.tokens
    guard tokens.indices.contains(found.tokens.lowerBound) else { return }
    if let relation = relation(of: tokens[found.tokens.lowerBound].key), found.tokens.count > 1 {
      found.relation = relation
    }
    var start = found.tokens.lowerBound
    if start > 0, tokens[start - 1].key == "the" { start -= 1 }
    guard start > 0, let relation = relation(of: tokens[start - 1].key) else {
      if start < found.tokens.lowerBound, start > 0 { return }
      return
    }
    guard tokens[start - 1].range.upperBound <= tokens[start].range.lowerBound else { return }
    found.relation = relation
    found.tokens = (start - 1)..<found.tokens.upperBound
  }

  private static func relation(of word: String) -> DateMention.Relation? { relations[word] }

  private static let relations: [String: DateMention.Relation] = [
    "on": .at, "at": .at, "in": .at, "during": .at, "over": .at, "since": .since, "until": .until, "till": .until,
    "by": .until,
    "before": .before, "after": .after,
  ]
}

// MARK: - Resolution

extension DateFinder {
  private func resolve(_ found: Found, in article: ArticleText, after thread: inout NarrativeThread) -> DateMention? {
    var resolver = DateResolver(
      reference: reference, narrative: thread.date, style: style,
      isFuture: Self.isFuture(before: found.tokens.lowerBound, in: article))
    resolver.narrativeDay = thread.day
    let resolved = resolver.resolve(found.expression)
    if resolved == nil, !Self.tellsWithoutDay(found.expression) { return nil }
    let range = article.utf8Range(ofTokens: found.tokens)
    var mention = DateMention(
      tokens: found.tokens, utf8Range: range, interval: resolved?.interval, nominal: resolved?.nominal,
      precision: resolved?.precision ?? .partOfDay, partOfDay: resolved?.part, time: resolved?.time, basis: .stated,
      relation: found.relation, hasOwnDay: !Self.hasBorrowedDay(found.expression),
      evidence: [])
    // A time alone says nothing of the day.
    if let rule = found.item.rules.first(where: { $0.hasPrefix("date.") }) {
      mention.evidence.append(DateEvidence(range, rule))
    }
    if mention.partOfDay != nil || mention.time != nil {
      let words = article.utf8Range(ofTokens: found.item.timeTokens ?? found.tokens)
      mention.timeEvidence = DateEvidence(words, mention.time == nil ? "time.part-of-day" : "time.clock")
    }
    describeTime(of: &mention, found.expression)
    let borrowsYear = resolver.usedReference && Self.isCalendar(found.expression)
    if resolver.usedReference, let reference {
      mention.basis = max(mention.basis, reference.basis == .inferred ? .inferred : .resolved)
      if borrowsYear || reference.basis != .stated { mention.evidence += reference.evidence }
    }
    if resolver.usedNarrative {
      mention.basis = max(mention.basis, max(.resolved, thread.basis))
      mention.evidence += thread.evidence
    }
    if let resolved, mention.hasOwnDay || resolver.usedNarrative { follow(resolved, mention, in: article, &thread) }
    return mention
  }

  /// Goes on from this date, unless it only says when somebody spoke.
  private func follow(
    _ date: ResolvedDate, _ mention: DateMention, in article: ArticleText, _ thread: inout NarrativeThread
  ) {
    guard mention.relation == .at, thread.date == nil || !Self.isTimeOfSpeech(mention, in: article) else { return }
    thread.date = date
    if DateResolver.isNearlyDay(date) { thread.day = date }
    thread.basis = mention.basis
    if mention.hasOwnDay { thread.evidence = mention.evidence }
  }

  /// Keeps the time of a mention whose day is not known.
  private func describeTime(of mention: inout DateMention, _ expression: DateExpression) {
    switch expression {
    case .calendar(nil, _, let day) where mention.interval == nil: mention.precision = day == nil ? .month : .day
    case .part(let part, _): mention.partOfDay = part
    case .clock(let time, let precision, _):
      mention.time = time
      if mention.interval == nil { mention.precision = precision == .minute ? .minute : .hour }
    default: break
    }
  }

  /// Whether the words tell a time although the day is unknown.
  private static func tellsWithoutDay(_ expression: DateExpression) -> Bool {
    switch expression {
    case .part, .clock: true
    case .calendar(nil, _?, _): true
    default: false
    }
  }

  private static func isCalendar(_ expression: DateExpression) -> Bool {
    switch expression {
    case .calendar(nil, _, _): true
    case .part(_, let inner), .clock(_, _, let inner), .edge(_, let inner): isCalendar(inner)
    case .range(let first, let last): isCalendar(first) || isCalendar(last)
    default: false
    }
  }

  /// Whether the day is that of a date told before, with a time of its own.
  private static func hasBorrowedDay(_ expression: DateExpression) -> Bool {
    switch expression {
    case .part(_, .narrative(_, 0)), .clock(_, _, .narrative(_, 0)), .narrative(_, 0): true
    case .range(let first, let last): hasBorrowedDay(first) && hasBorrowedDay(last)
    default: false
    }
  }

  private static let speech: Set<String> = [
    "said", "says", "told", "announced", "reported", "added", "stated", "declared", "wrote", "posted", "tweeted",
    "confirmed",
    "reporters", "statement",
  ]

  /// Whether the date stands behind a verb of saying.
  private static func isTimeOfSpeech(_ mention: DateMention, in article: ArticleText) -> Bool {
    mention.tokens.lowerBound > 0 && speech.contains(article.tokens[mention.tokens.lowerBound - 1].key)
  }

  private static let future: Set<String> = [
    "will", "shall", "scheduled", "due", "upcoming", "slated", "'ll", "expires", "tomorrow",
  ]

  /// Whether one of the seven words before speaks of what is to come.
  private static func isFuture(before index: Int, in article: ArticleText) -> Bool {
    var index = index - 1
    for _ in 0..<7 where index >= 0 {
      let key = article.tokens[index].key
      if key == "." { return false }
      if future.contains(key) { return true }
      index -= 1
    }
    return false
  }
}

// MARK: - Single expressions

extension DateFinder {
  /// The days of one expression taken out of its text.
  ///
  /// - Parameters:
  ///   - expression: The words of the date.
  ///   - context: The sentence that they stand in, which tells tense and dates told before; nil or equal to the words
  ///     where they stand alone.
  ///   - reference: When the words were written.
  package static func resolve(expression: String, context: String?, reference: DateReference) -> DateMention? {
    let words = ArticleText(expression)
    guard let context, context != expression else {
      return mostTelling(DateFinder(forNoteAt: reference).mentions(in: words))
    }
    let article = ArticleText(context)
    let finder = DateFinder(reference: reference)
    let place = position(of: words.tokens.map(\.key), in: article.tokens.map(\.key))
    guard let place else { return mostTelling(finder.mentions(in: words)) }
    var thread = NarrativeThread()
    for found in expressions(in: article, tokens: 0..<place.lowerBound, style: .news) {
      _ = finder.resolve(found, in: article, after: &thread)
    }
    // The words by themselves, in the tense and thread of their sentence.
    let own = expressions(in: article, tokens: place, style: .note).compactMap { found in
      var copy = thread
      return finder.resolve(found, in: article, after: &copy)
    }
    return mostTelling(own) ?? finder.mentions(in: article).first { $0.tokens.overlaps(place) }
  }

  /// The mention that says most where there are several.
  private static func mostTelling(_ mentions: [DateMention]) -> DateMention? {
    let resolved = mentions.filter { $0.interval != nil }
    return resolved.max { $0.utf8Range.count < $1.utf8Range.count }
  }

  /// Where the words stand in a text; the first place. Linear but for texts that repeat the words' start.
  private static func position(of words: [String], in text: [String]) -> Range<Int>? {
    guard let first = words.first, words.count <= text.count, words.count <= 64 else { return nil }
    for start in 0...(text.count - words.count) where text[start] == first {
      if text[start..<(start + words.count)].elementsEqual(words) { return start..<(start + words.count) }
    }
    return nil
  }
}

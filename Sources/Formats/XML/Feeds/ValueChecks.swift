internal import DatelineCore
internal import DatelineValidation

/// Texts of elements and values of attributes.
extension FeedState {
  /// Checks the text of the element that ends.
  mutating func checkValue(_ frame: Frame) {
    if case .none = frame.model.value { return }
    if case .any = frame.model.value, !frame.model.isFilled { return scanText(frame) }
    problems.removeAll(keepingCapacity: true)
    let texts = text
    let all = texts.span.extracting(frame.textStart..<text.count)
    let range = all.trimmedRange
    let value = all.extracting(range)
    if value.isEmpty {
      if frame.hasChildren { return }
      if frame.model.isFilled {
        report(
          .valueBlank, "<\(written(frame.name))> is empty; write something in it, or leave it out",
          at: place(ofTag: frame))
        if !isReference { return }
      }
    } else if range.count != all.count, namespace(frame.name) == .atom || wantsExactText(frame) {
      checkWhitespace(frame, range)
    }
    TextScan.check(value, &problems)
    checkValue(value, frame.model.value, in: frame)
    if !problems.isEmpty { reportProblems(ofText: frame, range) }
  }

  /// Looks for broken characters only.
  mutating func scanText(_ frame: Frame) {
    problems.removeAll(keepingCapacity: true)
    let texts = text
    TextScan.check(texts.span.extracting(frame.textStart..<texts.count), &problems)
    if !problems.isEmpty { reportProblems(ofText: frame, 0..<(text.count - frame.textStart)) }
  }

  private func wantsExactText(_ frame: Frame) -> Bool { frame.model.role == .identifier }

  /// White space around values that Atom compares as they are (RFC 4287, section 3.3 and appendix B).
  private mutating func checkWhitespace(_ frame: Frame, _ range: Range<Int>) {
    guard frame.model.role == .identifier || frame.model.role == .date, format.isAtom else { return }
    let place = place(ofText: frame.textStart..<text.count, in: frame)
    report(
      .whitespaceAroundValue, "<\(written(frame.name))> has white space around its value; take it out", at: place)
  }

  /// - Parameter range: The value without the space around it, from the start of the element's text.
  mutating func reportProblems(ofText frame: Frame, _ range: Range<Int>) {
    let start = frame.textStart + range.lowerBound
    let whole = place(ofText: start..<(start + range.count), in: frame)
    let own = pieces[frame.pieceStart...]
    let isPlain = own.count == 1 && own.first.map { !$0.isCDATA } == true
    let value = text[start..<(start + range.count)]
    let source = isPlain ? parser.source(whole.start.offset..<whole.end.offset) : nil
    let found = problems
    problems.removeAll(keepingCapacity: true)
    for problem in found {
      var place = whole
      if let part = problem.range {
        place = self.place(ofText: (start + part.lowerBound)..<(start + part.upperBound), in: frame)
      }
      if value.isEmpty { place = self.place(ofTag: frame) }
      report(problem, at: place, whole: whole, source: source, value: value)
    }
  }

  /// Checks a value against what the tables say it is.
  mutating func checkValue(_ value: Span<UInt8>, _ type: ValueType, in frame: Frame) {
    switch type {
    case .none, .any, .text: break
    case .plainText: checkPlainText(value, in: frame, rule: .textContainsHtml)
    case .html where format == .rss("0.91") && names[frame.name].namespace == nil:
      checkPlainText(value, in: frame, rule: .textContainsHtml)
    case .html: checkHTML(in: frame)
    case .uri(let demand, let rule):
      URIChecks.check(value, isReference ? demand.union(.oldSchemes) : demand, invalid: rule, &problems)
      if !demand.contains(.identifier) { feed.linkSecurity.check(value, line: frame.start.line, &problems) }
    case .rfc822: note(RFC822Date.check(value, wantsWholeHours: isReference, &problems), value, in: frame)
    case .rfc3339: note(RFC3339Date.check(value, &problems), value, in: frame)
    case .w3cDate: note(W3CDate.check(value, &problems), value, in: frame)
    case .localDate: _ = W3CDate.check(value, needsZone: false, &problems)
    case .language: LanguageTag.check(value, &problems)
    case .email(let rule): EmailAddress.check(value, rule: rule, &problems)
    case .contact:
      EmailAddress.checkContact(value, &problems)
      checkPlainText(value, in: frame, rule: .textContainsHtml)
    case .mediaType(let rule): MediaType.check(value, rule: rule, &problems)
    case .integer(let range, let rule): Numbers.check(value, in: range, rule: rule, &problems)
    case .decimal(let rule): Numbers.checkDecimal(value, rule: rule, &problems)
    case .latitude: Numbers.checkDegrees(value, limit: 90, rule: .geoLatitude, &problems)
    case .longitude: Numbers.checkDegrees(value, limit: 180, rule: .geoLongitude, &problems)
    case .point: Coordinates.checkPoint(value, &problems)
    case .line: Coordinates.checkList(value, pairs: 2, &problems)
    case .polygon: Coordinates.checkList(value, pairs: 4, isClosed: true, &problems)
    case .box: Coordinates.checkList(value, pairs: 2, isBox: true, &problems)
    case .circle: Coordinates.checkCircle(value, &problems)
    case .integerList(let rule): Numbers.checkList(value, rule: rule, &problems)
    case .word(let words, let rule): checkWord(value, words, rule)
    case .custom(let custom): checkCustom(value, custom, in: frame)
    }
  }

  private mutating func checkWord(_ value: Span<UInt8>, _ words: [String], _ rule: RuleID) {
    let text = value.string
    guard !words.contains(text) else { return }
    // Of an alert that is not there whole, a field may be empty.
    if text.isEmpty, rule == .capValue, !alert.isWhole { return }
    let near = nearestName(to: text, among: words)
    let hint = near.map { "; was '\($0)' meant?" } ?? ""
    problems.append(
      ValueProblem(
        rule, "\(quoted(text)) is not one of \(words.joined(separator: ", "))\(hint)",
        replacement: near?.lowercased() == text.lowercased() ? near : nil))
  }

  // MARK: Text

  mutating func checkPlainText(_ value: Span<UInt8>, in frame: Frame, rule: RuleID) {
    guard value.place(of: UInt8(ascii: "<")) != nil || value.place(of: UInt8(ascii: "&")) != nil else { return }
    let start = text.count - value.count
    let isText = frame.textStart <= start && !pieces[frame.pieceStart...].isEmpty
    let first =
      isText ? frame.textStart + text.span.extracting(frame.textStart..<text.count).trimmedRange.lowerBound : 0
    var found: [ValueProblem] = []
    PlainTextChecks.check(
      value, rule: rule, tellsCause: !isReference,
      isLiteral: { isText && format.isRSS2 && isHexReference(first + $0, in: frame) }, &found)
    problems.append(contentsOf: found)
    if problems.isEmpty, format.isRSS2, isText, names[frame.name].namespace == nil {
      checkEncoding(value, first, frame)
    }
  }

  /// The RSS Profile asks for `&#x26;` and `&#x3C;` in plain text.
  private mutating func checkEncoding(_ value: Span<UInt8>, _ first: Int, _ frame: Frame) {
    for index in value.indices where value[index] == UInt8(ascii: "<") || value[index] == UInt8(ascii: "&") {
      guard !isHexReference(first + index, in: frame) else { continue }
      let reference = value[index] == UInt8(ascii: "&") ? "&#x26;" : "&#x3C;"
      return problems.append(
        ValueProblem(
          .textEncodeHex,
          "readers differ on this character in plain text; the RSS Profile recommends to write \(reference)",
          at: index..<(index + 1)))
    }
  }

  mutating func checkHTML(in frame: Frame) {
    let start = frame.textStart + text.span.extracting(frame.textStart..<text.count).trimmedRange.lowerBound
    let texts = text
    let span = texts.span.extracting(start..<text.count)
    guard span.place(of: UInt8(ascii: "<")) != nil || span.place(of: UInt8(ascii: "&")) != nil else { return }
    var demand: MarkupDemand = isReference ? .reference : []
    if !format.isAtom, base == nil { demand.insert(.absoluteLinks) }
    HTMLChecks.check(text, in: start..<text.count, demand, &problems)
  }

  // MARK: Dates

  private mutating func note(_ parts: DateParts?, _ value: Span<UInt8>, in frame: Frame) {
    guard let parts else { return }
    let now = log.options.now ?? 4_102_444_800
    if parts.year < 1990 || parts.seconds > now + 86_400 {
      problems.append(
        ValueProblem(
          .dateImplausible,
          "\(quoted(value.string)) is \(parts.year < 1990 ? "before there were feeds" : "in the future"); check it"))
    }
    noteDate(parts.seconds, in: frame)
  }
}

import DatelineCore

/// Puts what the notes say into the incident, each with its evidence.
enum ACLEDFindings {
  static let unknownRule: Text = "casualty.unknown"
  static let noneRule: Text = "casualty.none"
  static let damageRule: Text = "damage.passive"
  static let bracketRule: Text = "acled.coder-bracket"
  static let rules = [unknownRule, noneRule, damageRule, bracketRule]
  private static let casualtyFields: [Text] = ["/casualties/0", "/casualties/1", "/casualties/2"]
  private static let damageField: Text = "/damage/0"
  private static let nameField: Text = "/places/0/name"

  /// - Parameters:
  ///   - summary: The notes.
  ///   - printedZero: Whether the table has 0 fatalities.
  static func add(_ notes: ACLEDNotes, of summary: Text, printedZero: Bool, to incident: inout Incident) {
    if printedZero {
      var isDenied = false
      for statement in notes.statements {
        if statement.rule == .none, statement.outcome != .wounded { isDenied = true }
        let field = casualtyFields[min(incident.casualties.count, casualtyFields.count - 1)]
        incident.casualties.append(Casualty(statement.rule == .none ? .none : .unknown, statement.outcome))
        let rule = statement.rule == .none ? noneRule : unknownRule
        incident.evidence.append(evidence(field, statement.words, rule, of: summary))
      }
      if !isDenied { incident.casualties.append(ACLEDLayout.unstatedZero) }
    }
    if let destruction = notes.destruction {
      var damage = Damage(status: .reported)
      damage.object = slice(destruction.object, of: summary)
      damage.extent = destruction.extent
      incident.damage = [damage]
      incident.evidence.append(evidence(damageField, destruction.words, damageRule, of: summary))
    }
    if let bracket = notes.bracket { incident.evidence.append(evidence(nameField, bracket, bracketRule, of: summary)) }
  }

  /// Whether the reader of rows would find this in the notes again.
  static func isFound(_ evidence: borrowing Evidence, in incident: borrowing Incident) -> Bool {
    guard evidence.report == nil, incident.summary != nil, let rule = evidence.rule else { return false }
    return rules.contains(rule)
  }

  /// Whether the reader of rows would find the item at `index` of the list at `pointer` in the notes again.
  static func isFound(_ pointer: StaticString, _ index: Int, in incident: borrowing Incident) -> Bool {
    guard index < 10 else { return false }
    let evidence = incident.evidence.span
    for place in evidence.indices {
      let isThere = evidence.lend(place) { (entry) -> Bool in
        let field = entry.field.storage.span.extracting(entry.field.start..<entry.field.end)
        return field.count == pointer.utf8CodeUnitCount + 1 && field[field.count - 1] == 0x30 + UInt8(index)
          && field.starts(with: pointer) && isFound(entry, in: incident)
      }
      if isThere { return true }
    }
    return false
  }

  private static func slice(_ range: Range<Int>, of summary: Text) -> Text {
    Text(checked: summary.storage, (summary.start + range.lowerBound)..<(summary.start + range.upperBound))
  }

  private static func evidence(_ field: Text, _ words: Range<Int>, _ rule: Text, of summary: Text) -> Evidence {
    let (start, length) = summary.withUTF8 { notes in
      (
        notes.extracting(0..<words.lowerBound).scalarCount,
        notes.extracting(words.lowerBound..<words.upperBound).scalarCount
      )
    }
    return Evidence(field, start..<(start + length), quote: slice(words, of: summary), rule: rule)
  }
}

extension Casualty {
  fileprivate init(_ status: HarmStatus, _ outcome: Outcome?) {
    self.init(status: status)
    self.outcome = outcome
  }
}

extension Evidence {
  fileprivate init(_ field: Text, _ range: Range<Int>, quote: Text, rule: Text) {
    self.init(field: field, unit: .scalar, start: range.lowerBound, end: range.upperBound)
    self.quote = quote
    self.rule = rule
  }
}

extension Span<UInt8> {
  /// The number of Unicode scalars of well-formed UTF-8: the bytes that continue none.
  fileprivate var scalarCount: Int {
    let (first, end) = (SIMD16<UInt8>(repeating: 0x80), SIMD16<UInt8>(repeating: 0xC0))
    var continuations = 0
    var index = 0
    while index &+ 16 <= count {
      let block = block(at: index)
      let lanes = ByteLanes((block .>= first) .& (block .< end))
      index &+= 16
      if !lanes.isEmpty { continuations &+= lanes.count }
    }
    while index < count {
      if self[index] & 0xC0 == 0x80 { continuations &+= 1 }
      index &+= 1
    }
    return count - continuations
  }
}

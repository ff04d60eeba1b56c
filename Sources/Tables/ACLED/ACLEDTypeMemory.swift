import DatelineCore

/// What the three columns of an event's type give, remembered: a table has them in every row, and a few dozen in all.
struct ACLEDTypeMemory {
  /// The codes of an event, and what they mean.
  struct Answer {
    var codes: [Code] = []
    /// What we call it.
    var kind: Text?
    /// Whether the sub-event type is none that is known.
    var isUnknown = false
  }

  private var memory = CellMemory<Answer>(capacity: 256, nothing: Answer())

  /// Gives the incident the codes and the kind of a row.
  ///
  /// - Returns: Whether the sub-event type is known, or there is none.
  mutating func fill(_ incident: inout Incident, from row: borrowing ACLEDCells) -> Bool {
    let cells = (row.range(.disorderType), row.range(.eventType), row.range(.subEventType))
    let bytes = row.storage.span
    let slot = memory.slot(of: bytes, cells) {
      Self.answer(bytes.extracting(cells.0), bytes.extracting(cells.1), bytes.extracting(cells.2))
    }
    return memory.withAnswer(at: slot) { answer in
      incident.codes.become(answer.codes)
      if let kind = answer.kind { incident.kind.become(kind) } else { incident.kind = nil }
      return !answer.isUnknown
    }
  }

  private static func answer(
    _ disorderType: Span<UInt8>, _ eventType: Span<UInt8>, _ subEventType: Span<UInt8>
  ) -> Answer {
    var answer = Answer()
    func add(_ scheme: Text, _ content: Span<UInt8>) -> Text? {
      guard let text = Text(copying: content) else { return nil }
      var code = Code()
      code.scheme = scheme
      code.code = text
      answer.codes.append(code)
      return text
    }
    _ = add(ACLEDLayout.disorderScheme, disorderType)
    let event = add(ACLEDLayout.eventScheme, eventType)
    guard let subEvent = add(ACLEDLayout.subEventScheme, subEventType) else {
      answer.kind = event.flatMap(ACLEDEventType.kind)
      return answer
    }
    if let type = ACLEDEventType.index(subEventType: subEvent) {
      answer.kind = ACLEDEventType.kinds[type]
    } else {
      answer.isUnknown = true
      answer.kind = event.flatMap(ACLEDEventType.kind)
    }
    return answer
  }
}

/// The reports that the column of sources gives, remembered.
struct ACLEDSourceMemory {
  private struct Answer {
    var reports: [ReportReference] = []
    /// Whether the reports say all that the cell says.
    var isExact = true
  }

  private var memory = CellMemory<Answer>(capacity: 512, nothing: Answer())

  /// Gives the incident the reports of a row.
  ///
  /// - Returns: Whether they say all that the cell says.
  mutating func fill(_ incident: inout Incident, from row: borrowing ACLEDCells) -> Bool {
    let cell = row.range(.source)
    let bytes = row.storage.span
    let slot = memory.slot(of: bytes, (cell, 0..<0, 0..<0)) { Self.answer(bytes.extracting(cell)) }
    return memory.withAnswer(at: slot) { answer in
      incident.reports.become(answer.reports)
      return answer.isExact
    }
  }

  private static func answer(_ cell: Span<UInt8>) -> Answer {
    var answer = Answer()
    guard let text = Text(copying: cell) else { return answer }
    answer.isExact = text.forEachPart(at: "; ") { publisher in
      var report = ReportReference()
      report.publisher = publisher
      answer.reports.append(report)
    }
    return answer
  }
}

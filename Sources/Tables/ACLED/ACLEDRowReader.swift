import DatelineCore
import DatelineIdentity
import DatelineRecord

/// Makes an incident of each row.
final class ACLEDRowReader: TableRowReader {
  let columnProblems: [TableProblem]
  private(set) var problems: [TableProblem] = []
  /// For each column of the layout, where it stands in this file; -1 where it does not.
  private let places: [Int]
  /// The columns that the layout does not have, and their keys in extras.
  private let others: [(column: Int, key: Text)]
  private let columns: [Text]
  private var order = DateOrder()
  private var scratch: [RowExtras.PendingField] = []
  var countries = CountryMemory()
  /// Names that differ from the layout's, for the header.
  private let foreignNames: [Text]

  init(columns: [Text]) {
    var places = Array(repeating: -1, count: ACLEDColumn.allCases.count)
    var others: [(column: Int, key: Text)] = []
    var problems: [TableProblem] = []
    var foreign: [Text] = []
    for (index, text) in columns.enumerated() {
      let name = text.description
      if let column = ACLEDColumn(name), places[column.rawValue] < 0 {
        places[column.rawValue] = index
        continue
      }
      let lower = name.lowercased()
      let isRepeated = ACLEDColumn(name) != nil
      var key = "acled.\(isRepeated ? "\(lower)#2" : lower)"
      var count = 2
      while others.contains(where: { $0.key.description == key }) {
        key = "acled.\(lower)#\(count)"
        count += 1
      }
      if isRepeated {
        problems.append(
          TableProblem(
            .warning, .acledRepeatedColumn, "the column \(quoted(name)) stands here again; it goes to 'extras'",
            column: index))
      } else if !ACLEDColumn.homeless.contains(lower) {
        problems.append(
          TableProblem(
            .warning, .acledUnknownColumn, "\(quoted(name)) is no column of ACLED; it goes to 'extras'", column: index))
      }
      others.append((index, Text(key) ?? "acled"))
      if let name = Text(key.dropFirst(6)) { foreign.append(name) }
    }
    if places[ACLEDColumn.eventID.rawValue] < 0 {
      problems.append(
        TableProblem(
          .error, .acledNoEventID, "no column is called event_id_cnty, so nothing identifies the rows", column: nil))
    }
    self.places = places
    self.others = others
    self.columns = columns
    columnProblems = problems
    foreignNames = foreign
  }

  var header: Header? {
    guard !foreignNames.isEmpty else { return nil }
    var header = Header(schemaVersion: Schema.version)
    header.extras[ACLEDLayout.columnsKey] = ACLEDLayout.list(foreignNames)
    return header
  }

  func column(of pointer: String) -> Int? {
    ACLEDLayout.column(of: pointer).flatMap { places[$0.rawValue] < 0 ? nil : places[$0.rawValue] }
  }

  func learn(from row: TableRow) {
    guard let date = cell(.eventDate, of: row) else { return }
    if let reading = date.withUTF8(TableDate.read) { order.learn(reading) }
  }

  func record(of row: TableRow) -> Record? {
    if !problems.isEmpty { problems.removeAll() }
    guard let eventID = cell(.eventID, of: row) else {
      report(.error, .acledNoEventID, "the row has no event_id_cnty, so nothing identifies it; it is skipped", .eventID)
      return nil
    }
    var incident = Incident(id: eventID)
    fill(&incident, of: row, eventID)
    return .incident(incident)
  }

  private func fill(_ incident: inout Incident, of row: TableRow, _ eventID: Text) {
    var extras = RowExtras(using: &scratch)
    extras.identify(eventID)
    incident.stage = .occurred
    incident.summary = cell(.notes, of: row)
    incident.when = when(of: row, &extras)
    readCodes(of: row, into: &incident)
    readPlace(of: row, into: &incident, &extras)
    readParticipants(of: row, into: &incident, &extras)
    readCasualties(of: row, into: &incident, &extras)
    readRevision(of: row, into: &incident, &extras)
    readSources(of: row, into: &incident, &extras)
    keep(.sourceScale, of: row, in: &extras)
    keep(.tags, of: row, in: &extras)
    for other in others where other.column < row.cells.count && !row.cells[other.column].isEmpty {
      extras.add(other.key, Text(checked: row.storage, row.cells[other.column].range))
    }
    extras.finish(&incident, &scratch)
  }

  // MARK: - Cells

  /// The content of a cell; nil where it is empty, or `NA` in a column where that is nothing.
  func cell(_ column: ACLEDColumn, of row: TableRow) -> Text? {
    let place = places[column.rawValue]
    guard place >= 0, place < row.cells.count else { return nil }
    let cell = row.cells[place]
    guard !cell.isEmpty else { return nil }
    let range = cell.range
    if range.count == 2, column.takesNA, row.storage[range.lowerBound] == UInt8(ascii: "N"),
      row.storage[range.lowerBound + 1] == UInt8(ascii: "A")
    {
      return nil
    }
    return Text(checked: row.storage, range)
  }

  func keep(_ column: ACLEDColumn, of row: TableRow, in extras: inout RowExtras) {
    if let text = cell(column, of: row) { extras.add(column.extraKey, text) }
  }

  func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, _ column: ACLEDColumn
  ) {
    let place = places[column.rawValue]
    problems.append(TableProblem(severity, code, message, column: place < 0 ? nil : place))
  }

  /// A whole number of a cell; one that is none, or out of `range`, is set aside.
  func number(
    _ column: ACLEDColumn, of row: TableRow, in range: ClosedRange<Int>, _ extras: inout RowExtras
  ) -> Int? {
    guard let text = cell(column, of: row) else { return nil }
    if let value = text.withUTF8(PlainNumber.integer), range ~= value { return value }
    report(
      .warning, .acledBadNumber,
      "\(quoted(text.description)) is no whole number \(range.upperBound == .max ? "from \(range.lowerBound) on" : "from \(range.lowerBound) to \(range.upperBound)"); it goes to 'extras'",
      column)
    extras.add(column.extraKey, text)
    return nil
  }

  // MARK: - When

  private func when(of row: TableRow, _ extras: inout RowExtras) -> When? {
    let year = number(.year, of: row, in: -9999...9999, &extras)
    if let text = cell(.eventDate, of: row) {
      guard let day = day(text) else {
        report(
          .warning, .acledBadDate, "\(quoted(text.description)) is no day of the calendar; it goes to 'extras'",
          .eventDate)
        extras.add(ACLEDColumn.eventDate.extraKey, text)
        keep(.timePrecision, of: row, in: &extras)
        keepYear(year, of: row, in: &extras)
        return nil
      }
      if let year, year != day.year {
        report(.warning, .acledYearDiffers, "the year is \(year) here and \(day.year) in 'event_date'", .year)
        extras.add(ACLEDColumn.year.extraKey, cell(.year, of: row) ?? text)
      }
      return When(
        stated: date(day, text, precision: number(.timePrecision, of: row, in: 1...3, &extras) ?? 1, &extras))
    }
    keep(.timePrecision, of: row, in: &extras)
    return year.map { When(stated: EDTF(year: $0)) }
  }

  private func keepYear(_ year: Int?, of row: TableRow, in extras: inout RowExtras) {
    if year != nil { keep(.year, of: row, in: &extras) }
  }

  private func day(_ text: Text) -> CalendarDate? {
    guard let reading = text.withUTF8(TableDate.read), let resolved = order.resolve(reading) else { return nil }
    switch resolved.doubt {
    case .assumed?:
      report(
        .warning, .acledDateOrder,
        "\(quoted(text.description)) may be day first or month first; it is read as \(resolved.day), and so are all such dates of the column",
        .eventDate)
    case .contradicts?:
      report(
        .warning, .acledDateOrder,
        "\(quoted(text.description)) can only be \(resolved.day), which is another order than that of the column's other dates",
        .eventDate)
    case nil: break
    }
    return resolved.day
  }

  /// Precision 2 is a week around the day, 3 the month: the printed day is then only where somebody put it.
  private func date(_ day: CalendarDate, _ text: Text, precision: Int, _ extras: inout RowExtras) -> EDTF? {
    switch precision {
    case 1: return EDTF(day)
    case 2:
      guard let first = EDTF(day.adding(days: -3)), let last = EDTF(day.adding(days: 3)) else { return EDTF(day) }
      return EDTF(oneOf: [.range(first, last)])
    default:
      extras.add(ACLEDColumn.eventDate.extraKey, text)
      return EDTF(year: day.year, month: day.month)
    }
  }

  // MARK: - What

  private func readCodes(of row: TableRow, into incident: inout Incident) {
    incident.codes.reserveCapacity(3)
    func add(_ scheme: Text, _ column: ACLEDColumn) -> Text? {
      guard let text = cell(column, of: row) else { return nil }
      incident.codes.append(Code(scheme: scheme, code: text))
      return text
    }
    _ = add(ACLEDLayout.disorderScheme, .disorderType)
    let eventType = add(ACLEDLayout.eventScheme, .eventType)
    let subEventType = add(ACLEDLayout.subEventScheme, .subEventType)
    if let subEventType {
      guard let type = ACLEDEventType.index(subEventType: subEventType) else {
        report(
          .warning, .acledUnknownCode,
          "\(quoted(subEventType.description)) is no sub-event type that is known; it is kept in 'codes'", .subEventType
        )
        incident.kind = eventType.flatMap(ACLEDEventType.kind)
        return
      }
      incident.kind = ACLEDEventType.kinds[type]
    } else {
      incident.kind = eventType.flatMap(ACLEDEventType.kind)
    }
  }

  // MARK: - Who

  private func readParticipants(of row: TableRow, into incident: inout Incident, _ extras: inout RowExtras) {
    let isAimed = cell(.civilianTargeting, of: row) != nil
    incident.participants.reserveCapacity(6)
    let first = readSide(
      ACLEDLayout.firstSide, .actor1, .associates1, .inter1, of: row, isAimed: isAimed, into: &incident, &extras)
    let second = readSide(
      ACLEDLayout.secondSide, .actor2, .associates2, .inter2, of: row, isAimed: isAimed, into: &incident, &extras)
    if let text = cell(.interaction, of: row) {
      extras.add(ACLEDColumn.interaction.extraKey, text)
      if let first, let second, ACLEDActor.isInteraction(text, of: first, second) == false {
        report(
          .warning, .acledInteractionDiffers,
          "the interaction is \(quoted(text.description)), and the actors are \(first) and \(second); all are kept",
          .interaction)
      }
    }
    keep(.civilianTargeting, of: row, in: &extras)
  }

  /// - Returns: The actor's code; 0 where there is no actor.
  private func readSide(
    _ side: Text, _ actor: ACLEDColumn, _ associates: ACLEDColumn, _ inter: ACLEDColumn, of row: TableRow,
    isAimed: Bool, into incident: inout Incident, _ extras: inout RowExtras
  ) -> Int? {
    let name = cell(actor, of: row)
    var code: Int? = name == nil ? 0 : nil
    if let text = cell(inter, of: row) {
      code = ACLEDActor.code(text)
      extras.add(inter.extraKey, text)
      if code == nil {
        report(
          .warning, .acledUnknownCode,
          "\(quoted(text.description)) is no code of an actor, which are 0 to 8 or words; it goes to 'extras'", inter)
      }
    }
    if let name {
      incident.participants.append(
        Participant(
          name: name, kind: ACLEDActor.kind(code: code, name: name),
          roles: isAimed && code == 7 ? ACLEDLayout.partyAndTarget : ACLEDLayout.party, side: side))
    }
    if let names = cell(associates, of: row) {
      let isExact = names.forEachPart(at: "; ") { name in
        incident.participants.append(Participant(name: name, roles: ACLEDLayout.associate, side: side))
      }
      if !isExact { extras.add(associates.extraKey, names) }
    }
    return code
  }

  // MARK: - Harm

  private func readCasualties(of row: TableRow, into incident: inout Incident, _ extras: inout RowExtras) {
    let fatalities = number(.fatalities, of: row, in: 0...Int.max, &extras)
    if let fatalities, fatalities > 0 {
      var casualty = Casualty(status: .reported)
      casualty.outcome = .killed
      casualty.best = fatalities
      incident.casualties = [casualty]
    }
    guard let summary = incident.summary else {
      if fatalities == 0 { incident.casualties = [ACLEDLayout.unstatedZero] }
      return
    }
    let name = incident.places.first?.name
    let notes = summary.withUTF8 { notes in
      if let name {
        return name.withUTF8 { ACLEDNotes(notes, location: $0, wantsCasualties: fatalities == 0) }
      }
      return ACLEDNotes(notes, location: Span<UInt8>(), wantsCasualties: fatalities == 0)
    }
    ACLEDFindings.add(notes, of: summary, printedZero: fatalities == 0, to: &incident)
  }

  private func readSources(of row: TableRow, into incident: inout Incident, _ extras: inout RowExtras) {
    guard let source = cell(.source, of: row) else { return }
    var reports: [ReportReference] = []
    reports.reserveCapacity(3)
    let isExact = source.forEachPart(at: "; ") { publisher in
      reports.append(ReportReference(publisher: publisher))
    }
    incident.reports = reports
    if !isExact { extras.add(ACLEDColumn.source.extraKey, source) }
  }

  private func readRevision(of row: TableRow, into incident: inout Incident, _ extras: inout RowExtras) {
    guard let text = cell(.timestamp, of: row) else { return }
    guard let seconds = text.withUTF8(PlainNumber.integer), let instant = Instant(secondsSince1970: seconds) else {
      report(
        .warning, .acledBadNumber,
        "\(quoted(text.description)) is no time in seconds since 1970; it goes to 'extras'", .timestamp)
      extras.add(ACLEDColumn.timestamp.extraKey, text)
      return
    }
    var revision = Revision()
    revision.modified = instant
    incident.revision = revision
  }
}

// Objects are made whole and handed on: one that is filled step by step is copied on its way into a list, with a count of
// references for each of its texts.

extension Code {
  fileprivate init(scheme: Text, code: Text) {
    self.init()
    self.scheme = scheme
    self.code = code
  }
}

extension ReportReference {
  fileprivate init(publisher: Text) {
    self.init()
    self.publisher = publisher
  }
}

extension When {
  fileprivate init(stated date: EDTF?) {
    self.init()
    self.date = date
    dateBasis = .stated
  }
}

extension Participant {
  fileprivate init(name: Text, kind: ParticipantKind? = nil, roles: [ParticipantRole], side: Text) {
    self.init()
    self.name = name
    self.kind = kind
    self.roles = roles
    self.side = side
  }
}

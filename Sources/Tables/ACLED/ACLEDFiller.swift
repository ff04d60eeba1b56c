import DatelineCore
import DatelineRecord

/// Makes incidents of the cells of rows.
///
/// It fills the incidents of rows before again: lists keep their memory, and what every row has alike is not touched. Every
/// field that it ever sets it sets for each row, to nothing if need be, so that nothing is left behind.
struct ACLEDFiller {
  var problems: [TableProblem] = []
  var extras: RowExtras
  var countries = CountryMemory()
  let terms = ACLEDTerms()
  private let columns: ACLEDTableColumns
  private var order = DateOrder()
  private var types = ACLEDTypeMemory()
  private var sources = ACLEDSourceMemory()
  /// The rows that are at hand.
  private var rows = Array(repeating: ACLEDCells(), count: RowBatch.capacity)
  /// The number of fatalities that each of them has.
  private var fatalities: [Int?] = Array(repeating: nil, count: RowBatch.capacity)

  init(_ columns: ACLEDTableColumns) {
    self.columns = columns
    extras = RowExtras(keys: columns.keys)
  }

  /// Learns which of two numbers in a date is the day.
  mutating func learn(from row: TableRow) {
    rows[0].take(row, at: columns.places)
    guard !rows[0].isEmpty(.eventDate) else { return }
    if let reading = rows[0].withBytes(.eventDate, TableDate.read) { order.learn(reading) }
  }

  /// Makes incidents of rows; see ``TableRowReader/fill(_:from:_:)``.
  ///
  /// It goes over the rows three times, as the code of all steps at once would not stay in the processor's fast memory.
  mutating func fill(_ incidents: inout [Incident], from rows: [TableRow], _ range: Range<Int>) -> FilledRows {
    if !problems.isEmpty { problems.removeAll() }
    let done = fillColumns(of: &incidents, from: rows, range)
    let filled = range.lowerBound..<(done.hasIdentity ? done.end : done.end - 1)
    for place in filled { fillHarm(of: &incidents[place], at: place) }
    for place in filled { extras.finish(&incidents[place], at: place, of: self.rows[place]) }
    return done
  }

  private mutating func fillColumns(
    of incidents: inout [Incident], from rows: [TableRow], _ range: Range<Int>
  ) -> FilledRows {
    for place in range {
      extras.begin(at: place)
      // Out of the list while it is read from, so that nothing has to ask who else uses it.
      var row = ACLEDCells()
      swap(&row, &self.rows[place])
      defer { swap(&row, &self.rows[place]) }
      row.take(rows.span, place, at: columns.places)
      guard !row.isEmpty(.eventID) else {
        report(
          .error, .acledNoEventID, "the row has no event_id_cnty, so nothing identifies it; it is skipped", .eventID)
        return FilledRows(end: place + 1, hasIdentity: false)
      }
      fill(&incidents[place], from: row)
      fatalities[place] = number(.fatalities, of: row, in: 0...Int.max)
      fillRest(of: &incidents[place], from: row)
      guard problems.isEmpty else { return FilledRows(end: place + 1, hasIdentity: true) }
    }
    return FilledRows(end: range.upperBound, hasIdentity: true)
  }

  private mutating func fill(_ incident: inout Incident, from row: borrowing ACLEDCells) {
    incident.stage = .occurred
    incident.summary = row.text(.notes)
    fill(&incident.when, from: row)
    fillCodes(of: &incident, from: row)
    fillPlaces(&incident.places, from: row)
    fillParticipants(&incident.participants, from: row)
  }

  private mutating func fillRest(of incident: inout Incident, from row: borrowing ACLEDCells) {
    fill(&incident.revision, from: row)
    if !sources.fill(&incident, from: row) { extras.add(.source, of: row) }
    extras.add(.sourceScale, of: row)
    extras.add(.tags, of: row)
    for index in columns.otherIndices { extras.add(index, of: row) }
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, _ column: ACLEDColumn
  ) {
    problems.append(TableProblem(severity, code, message, column: columns.place(of: column)))
  }

  /// A whole number of a cell; one that is none, or out of `range`, is set aside.
  mutating func number(_ column: ACLEDColumn, of row: borrowing ACLEDCells, in range: ClosedRange<Int>) -> Int? {
    guard !row.isEmpty(column) else { return nil }
    if let value = row.withBytes(column, PlainNumber.integer), range ~= value { return value }
    report(
      .warning, .acledBadNumber,
      "\(quoted(row.text(column))) is no whole number \(range.upperBound == .max ? "from \(range.lowerBound) on" : "from \(range.lowerBound) to \(range.upperBound)"); it goes to 'extras'",
      column)
    extras.add(column, of: row)
    return nil
  }

  // MARK: - When

  private mutating func fill(_ when: inout When?, from row: borrowing ACLEDCells) {
    guard let date = date(of: row) else {
      when = nil
      return
    }
    if when == nil {
      var stated = When()
      stated.dateBasis = .stated
      when = stated
    }
    when?.date = date
  }

  private mutating func date(of row: borrowing ACLEDCells) -> EDTF? {
    let year = number(.year, of: row, in: -9999...9999)
    guard !row.isEmpty(.eventDate) else {
      extras.add(.timePrecision, of: row)
      return year.flatMap { EDTF(year: $0) }
    }
    guard let day = day(of: row) else {
      report(
        .warning, .acledBadDate, "\(quoted(row.text(.eventDate))) is no day of the calendar; it goes to 'extras'",
        .eventDate)
      extras.add(.eventDate, of: row)
      extras.add(.timePrecision, of: row)
      if year != nil { extras.add(.year, of: row) }
      return nil
    }
    if let year, year != day.year {
      report(.warning, .acledYearDiffers, "the year is \(year) here and \(day.year) in 'event_date'", .year)
      extras.add(.year, of: row)
    }
    return date(day, of: row, precision: number(.timePrecision, of: row, in: 1...3) ?? 1)
  }

  private mutating func day(of row: borrowing ACLEDCells) -> CalendarDate? {
    guard let reading = row.withBytes(.eventDate, TableDate.read), let resolved = order.resolve(reading) else {
      return nil
    }
    switch resolved.doubt {
    case .assumed?:
      report(
        .warning, .acledDateOrder,
        "\(quoted(row.text(.eventDate))) may be day first or month first; it is read as \(resolved.day), and so are all such dates of the column",
        .eventDate)
    case .contradicts?:
      report(
        .warning, .acledDateOrder,
        "\(quoted(row.text(.eventDate))) can only be \(resolved.day), which is another order than that of the column's other dates",
        .eventDate)
    case nil: break
    }
    return resolved.day
  }

  /// Precision 2 is a week around the day, 3 the month: the printed day is then only where somebody put it.
  private mutating func date(_ day: CalendarDate, of row: borrowing ACLEDCells, precision: Int) -> EDTF? {
    switch precision {
    case 1: return EDTF(day)
    case 2:
      guard let first = EDTF(day.adding(days: -3)), let last = EDTF(day.adding(days: 3)) else { return EDTF(day) }
      return EDTF(oneOf: [.range(first, last)])
    default:
      extras.add(.eventDate, of: row)
      return EDTF(year: day.year, month: day.month)
    }
  }

  private mutating func fill(_ revision: inout Revision?, from row: borrowing ACLEDCells) {
    guard !row.isEmpty(.timestamp) else {
      revision = nil
      return
    }
    guard let seconds = row.withBytes(.timestamp, PlainNumber.integer),
      let instant = Instant(secondsSince1970: seconds)
    else {
      report(
        .warning, .acledBadNumber,
        "\(quoted(row.text(.timestamp))) is no time in seconds since 1970; it goes to 'extras'", .timestamp)
      extras.add(.timestamp, of: row)
      revision = nil
      return
    }
    if revision == nil { revision = Revision() }
    revision?.modified = instant
  }

  // MARK: - What

  private mutating func fillCodes(of incident: inout Incident, from row: borrowing ACLEDCells) {
    if types.fill(&incident, from: row) { return }
    report(
      .warning, .acledUnknownCode,
      "\(quoted(row.text(.subEventType))) is no sub-event type that is known; it is kept in 'codes'", .subEventType)
  }

  // MARK: - Harm

  private mutating func fillHarm(of incident: inout Incident, at place: Int) {
    if !incident.casualties.isEmpty { incident.casualties.removeAll(keepingCapacity: true) }
    if !incident.damage.isEmpty { incident.damage.removeAll(keepingCapacity: true) }
    if !incident.evidence.isEmpty { incident.evidence.removeAll(keepingCapacity: true) }
    let fatalities = fatalities[place]
    if let fatalities, fatalities > 0 {
      var casualty = Casualty(status: .reported)
      casualty.outcome = .killed
      casualty.best = fatalities
      incident.casualties.append(casualty)
    }
    guard let summary = incident.summary else {
      if fatalities == 0 { incident.casualties.append(terms.unstatedZero) }
      return
    }
    // Out of the list while it is read from, so that nothing has to ask who else uses it.
    var row = ACLEDCells()
    swap(&row, &rows[place])
    defer { swap(&row, &rows[place]) }
    let bytes = row.storage.span
    let notes = ACLEDNotes(
      bytes.extracting(row.range(.notes)), location: bytes.extracting(row.range(.location)),
      wantsCasualties: fatalities == 0)
    ACLEDFindings.add(notes, of: summary, printedZero: fatalities == 0, to: &incident)
  }
}

/// `text` in quotation marks, for a message.
func quoted(_ text: Text?) -> String { quoted(text?.description ?? "") }

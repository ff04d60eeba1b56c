import DatelineCore

/// Writes the cells of one row after the other. It looks at the parts of an incident where they lie: a copy of one would
/// count each of its texts.
struct ACLEDRow {
  private var carried: CarriedValues
  private var sides = ACLEDSides()
  private let terms = ACLEDTerms()
  private var codes = ACLEDCodesMemory()
  private let otherCount: Int

  /// - Parameter otherKeys: The keys in extras of the columns that the layout does not have.
  init(otherKeys: [Text]) {
    carried = CarriedValues(otherKeys: otherKeys)
    otherCount = otherKeys.count
  }

  /// Appends the cells of `incident` to `cells`, and tells `losses` what no column takes.
  mutating func write(
    _ incident: borrowing Incident, to cells: inout TableCells, _ losses: LossReport
  ) throws(ConversionError) {
    carried.look(through: incident.extras)
    if carried.hasOthers { try losses.record(.dropped, "incident.extras", in: incident.id) }
    try sides.assign(incident, terms, losses)
    try writeIdentity(of: incident, to: &cells, losses)
    try writeDate(of: incident, to: &cells, losses)
    try writeCodes(of: incident, to: &cells, losses)
    writeSides(of: incident, to: &cells)
    try writePlace(of: incident, to: &cells, losses)
    writeSources(of: incident, to: &cells)
    write(.sourceScale, of: incident, to: &cells)
    cells.cell(incident.summary)
    try writeFatalities(of: incident, to: &cells, losses)
    write(.tags, of: incident, to: &cells)
    try writeTimestamp(of: incident, to: &cells, losses)
    for place in 0..<otherCount {
      carried.append(other: place, of: incident.extras, to: &cells)
      cells.endCell()
    }
    try auditEvidence(of: incident, losses)
  }

  /// A cell that only the source's own value fills.
  private func write(_ column: ACLEDColumn, of incident: borrowing Incident, to cells: inout TableCells) {
    carried.append(column, of: incident.extras, to: &cells)
    cells.endCell()
  }

  // MARK: - What and when

  private func writeIdentity(
    of incident: borrowing Incident, to cells: inout TableCells, _ losses: LossReport
  ) throws(ConversionError) {
    var hasNumber = false
    let ids = incident.externalIDs.span
    for index in ids.indices {
      let bytes = ids[index].storage.span.extracting(ids[index].start..<ids[index].end)
      if !hasNumber, bytes.count > 6, bytes.starts(with: "acled:") {
        hasNumber = true
        cells.append(ids[index].storage.span, from: ids[index].start + 6, to: ids[index].end)
      } else {
        try losses.record(.dropped, "incident.externalIDs", in: incident.id)
      }
    }
    if !hasNumber { cells.append(incident.id) }
    cells.endCell()
  }

  private func writeDate(
    of incident: borrowing Incident, to cells: inout TableCells, _ losses: LossReport
  ) throws(ConversionError) {
    let written = date(of: incident)
    if let day = written.day {
      cells.append(day)
    } else if written.year == nil {
      carried.append(.eventDate, of: incident.extras, to: &cells)
    }
    cells.endCell()
    if !carried.append(.year, of: incident.extras, to: &cells), let year = written.day?.year ?? written.year {
      cells.append(decimal: year)
    }
    cells.endCell()
    if !carried.append(.timePrecision, of: incident.extras, to: &cells), written.day != nil {
      cells.append(decimal: written.precision)
    }
    cells.endCell()
    if !written.isExact { try losses.record(.coarsened, "incident.when.date", in: incident.id) }
    if let basis = incident.when?.dateBasis, basis != .stated {
      try losses.record(.coarsened, "incident.when.dateBasis", in: incident.id)
    }
  }

  private func date(of incident: borrowing Incident) -> ACLEDDate {
    guard let date = incident.when?.date else { return ACLEDDate(nil) }
    if let day = date.plainDay { return ACLEDDate(day) }
    return ACLEDDate(date, original: carried.text(of: .eventDate, in: incident.extras))
  }

  private mutating func writeCodes(
    of incident: borrowing Incident, to cells: inout TableCells, _ losses: LossReport
  ) throws(ConversionError) {
    if !codes.write(incident, to: &cells) { try writeOtherCodes(of: incident, to: &cells, losses) }
    if let stage = incident.stage, stage != .occurred {
      try losses.record(.coarsened, "incident.stage", in: incident.id)
    }
  }

  private func writeOtherCodes(
    of incident: borrowing Incident, to cells: inout TableCells, _ losses: LossReport
  ) throws(ConversionError) {
    var codes = ACLEDCodes(incident.codes)
    if codes.hasOthers { try losses.record(.dropped, "incident.codes", in: incident.id) }
    if codes.isEmpty || codes.kind != incident.kind {
      if let kind = incident.kind {
        let type = ACLEDEventType.find(kind: kind)
        codes = ACLEDCodes(type)
        if type.kind != kind { try losses.record(.coarsened, "incident.kind", in: incident.id) }
      }
    }
    if codes.disorderType == nil { cells.cell(codes.type?.disorderType) } else { cells.cell(codes.disorderType) }
    cells.cell(codes.eventType)
    cells.cell(codes.subEventType)
  }

  // MARK: - Who

  /// The code of an actor as it was printed, and as it is written.
  private struct ActorCode {
    /// Whether the source printed one.
    var isPrinted: Bool
    /// What was printed, where that is a code.
    var printed: Int?
    var code: Int?

    /// Whether the actor still has the code that was printed, if one was.
    var isUnchanged: Bool { !isPrinted || printed == code }
  }

  private func writeSides(of incident: borrowing Incident, to cells: inout TableCells) {
    let first = code(.inter1, of: sides.first.actor, in: incident)
    let second = code(.inter2, of: sides.second.actor, in: incident)
    writeSide(sides.first, first, .inter1, .associates1, of: incident, to: &cells)
    writeSide(sides.second, second, .inter2, .associates2, of: incident, to: &cells)
    writeInteraction(first, second, of: incident, to: &cells)
    let isAimed = sides.isAimed(in: incident)
    if carried.has(.civilianTargeting), isAimed || !(first.code == 7 || second.code == 7) {
      carried.append(.civilianTargeting, of: incident.extras, to: &cells)
    } else if isAimed {
      cells.append(constant: "Civilian targeting")
    }
    cells.endCell()
  }

  /// The code of an actor: the printed one where it still fits the participant's kind.
  private func code(_ column: ACLEDColumn, of actor: Int?, in incident: borrowing Incident) -> ActorCode {
    let printed =
      carried.withBytes(of: column, in: incident.extras, ACLEDActor.code)
      ?? carried.text(of: column, in: incident.extras).flatMap { $0.withUTF8(ACLEDActor.code) }
    var code = ActorCode(isPrinted: carried.has(column), printed: printed)
    guard let actor else {
      code.code = printed == nil || printed == 0 ? 0 : nil
      return code
    }
    let participants = incident.participants.span
    if let sort = terms.sort(of: participants, actor) {
      // The name counts only for the codes of state forces and of others.
      var isPrinted = printed == sort.code
      if let printed, printed == 1 || printed == 8 {
        isPrinted = Self.sort(code: printed, of: participants[actor].name) == sort
      }
      code.code = isPrinted ? printed : sort.code
      return code
    }
    let kind = participants[actor].kind
    if let printed, ACLEDActor.kind(code: printed, name: participants[actor].name) == kind {
      code.code = printed
    } else {
      code.code = ACLEDActor.code(of: kind)
    }
    return code
  }

  /// What an actor is if it has that code.
  private static func sort(code: Int, of name: Text?) -> ACLEDActor.Sort? {
    guard let name else { return ACLEDActor.sort(code: code, name: Span()) }
    return name.withUTF8 { ACLEDActor.sort(code: code, name: $0) }
  }

  private func writeSide(
    _ side: ACLEDSides.Side, _ code: ActorCode, _ inter: ACLEDColumn, _ associates: ACLEDColumn,
    of incident: borrowing Incident, to cells: inout TableCells
  ) {
    let participants = incident.participants.span
    if let actor = side.actor { cells.cell(participants[actor].name) } else { cells.endCell() }
    if carried.has(associates) {
      writeList(side.associates.map { incident.participants[$0].name }, associates, of: incident, to: &cells)
    } else {
      var isFirst = true
      for index in side.associates where participants[index].name != nil {
        cells.append(participants[index].name, isFirst: &isFirst)
      }
      cells.endCell()
    }
    // A printed code that is none stays as it was.
    if code.isPrinted, code.printed == code.code {
      carried.append(inter, of: incident.extras, to: &cells)
    } else if let code = code.code {
      cells.append(decimal: code)
    }
    cells.endCell()
  }

  private func writeInteraction(
    _ first: ActorCode, _ second: ActorCode, of incident: borrowing Incident, to cells: inout TableCells
  ) {
    if carried.has(.interaction), first.isUnchanged, second.isUnchanged {
      carried.append(.interaction, of: incident.extras, to: &cells)
    } else if let first = first.code, let second = second.code, first + second > 0 {
      let (lesser, greater) = (min(first, second), max(first, second))
      cells.append(decimal: lesser == 0 ? greater * 10 : lesser * 10 + greater)
    }
    cells.endCell()
  }

  /// A list joined as ACLED joins lists; as it was printed, where that says the same.
  private func writeList(
    _ names: [Text?], _ column: ACLEDColumn, of incident: borrowing Incident, to cells: inout TableCells
  ) {
    if let text = carried.text(of: column, in: incident.extras) {
      var parts: [Text] = []
      _ = text.forEachPart(at: "; ") { parts.append($0) }
      if parts == names.compactMap(\.self) {
        cells.cell(text)
        return
      }
    }
    var isFirst = true
    for name in names { cells.append(name, isFirst: &isFirst) }
    cells.endCell()
  }

  private func writeSources(of incident: borrowing Incident, to cells: inout TableCells) {
    guard !carried.has(.source) else {
      return writeList(incident.reports.map(\.publisher), .source, of: incident, to: &cells)
    }
    var isFirst = true
    let reports = incident.reports.span
    for index in reports.indices { cells.append(reports[index].publisher, isFirst: &isFirst) }
    cells.endCell()
  }

  // MARK: - Where

  private func writePlace(
    of incident: borrowing Incident, to cells: inout TableCells, _ losses: LossReport
  ) throws(ConversionError) {
    let places = incident.places.span
    if places.count > 1 { try losses.record(.dropped, "incident.places", in: incident.id) }
    guard places.count > 0 else { return writePlace([Place()], 0, of: incident, to: &cells) }
    var scene = 0
    for index in places.indices.reversed() where places[index].role.isScene { scene = index }
    try audit(incident.places, scene, of: incident, losses)
    writePlace(incident.places, scene, of: incident, to: &cells)
  }

  private func writePlace(
    _ places: [Place], _ scene: Int, of incident: borrowing Incident, to cells: inout TableCells
  ) {
    let country = Countries.standard.place(ofCode: places[scene].country)
    if carried.has(.iso), places[scene].country == Self.code(ofCountry: places[scene].countryName) {
      carried.append(.iso, of: incident.extras, to: &cells)
    } else if let country, Countries.standard.number(at: country) > 0 {
      cells.append(decimal: Countries.standard.number(at: country))
    }
    cells.endCell()
    cells.cell(places[scene].region)
    if let country, places[scene].countryName == nil {
      cells.cell(Countries.standard.country(at: country).names.first)
    } else {
      cells.cell(places[scene].countryName)
    }
    cells.cell(places[scene].admin1)
    cells.cell(places[scene].admin2)
    cells.cell(places[scene].admin3)
    cells.cell(places[scene].name == nil ? places[scene].settlement : places[scene].name)
    writeNumber(places[scene].latitude, .latitude, of: incident, to: &cells)
    writeNumber(places[scene].longitude, .longitude, of: incident, to: &cells)
    if let code = ACLEDPrecision.code(of: places[scene].precision) {
      cells.append(decimal: code)
      cells.endCell()
    } else {
      write(.geoPrecision, of: incident, to: &cells)
    }
  }

  private static func code(ofCountry name: Text?) -> Text? {
    name.flatMap(Countries.standard.country(named:))?.code
  }

  private func audit(
    _ places: [Place], _ scene: Int, of incident: borrowing Incident, _ losses: LossReport
  ) throws(ConversionError) {
    if let role = places[scene].role, role != .scene {
      try losses.record(.coarsened, "incident.places.role", in: incident.id)
    }
    if let basis = places[scene].basis, basis != .source {
      try losses.record(.coarsened, "incident.places.basis", in: incident.id)
    }
    if let precision = places[scene].precision,
      ACLEDPrecision.code(of: precision).flatMap(ACLEDPrecision.level) != precision
    {
      try losses.record(.coarsened, "incident.places.precision", in: incident.id)
    }
  }

  private func writeNumber(
    _ value: Double?, _ column: ACLEDColumn, of incident: borrowing Incident, to cells: inout TableCells
  ) {
    if let value {
      cells.append(value)
      cells.endCell()
    } else {
      write(column, of: incident, to: &cells)
    }
  }

  // MARK: - Harm

  private func writeFatalities(
    of incident: borrowing Incident, to cells: inout TableCells, _ losses: LossReport
  ) throws(ConversionError) {
    let written = ACLEDFatalities(incident)
    if let number = written.number {
      cells.append(decimal: number)
      cells.endCell()
    } else {
      write(.fatalities, of: incident, to: &cells)
    }
    if written.isCoarsened { try losses.record(.coarsened, "incident.casualties.status", in: incident.id) }
    if written.hasOthers { try losses.record(.dropped, "incident.casualties", in: incident.id) }
  }

  private func writeTimestamp(
    of incident: borrowing Incident, to cells: inout TableCells, _ losses: LossReport
  ) throws(ConversionError) {
    guard let modified = incident.revision?.modified else { return write(.timestamp, of: incident, to: &cells) }
    if let seconds = modified.secondsSince1970 { cells.append(decimal: seconds) }
    cells.endCell()
    if modified.offset != .utc || modified.fractionDigits > 0 {
      try losses.record(.coarsened, "incident.revision.modified", in: incident.id)
    }
  }

  /// Damage and evidence come back where the notes say them, since the reader finds them there again.
  private func auditEvidence(of incident: borrowing Incident, _ losses: LossReport) throws(ConversionError) {
    for index in incident.damage.indices where !ACLEDFindings.isFound("/damage/", index, in: incident) {
      try losses.record(.dropped, "incident.damage", in: incident.id)
    }
    let evidence = incident.evidence.span
    let hasNotes = incident.summary != nil
    for index in evidence.indices {
      if hasNotes, terms.isOfNotes(evidence, index) { continue }
      if ACLEDFindings.isFound(evidence[index], in: incident) { continue }
      return try losses.record(.dropped, "incident.evidence", in: incident.id)
    }
  }
}

extension TableCells {
  /// Appends a name of a list, if there is one, behind those that were appended before.
  fileprivate mutating func append(_ name: Text?, isFirst: inout Bool) {
    guard let name else { return }
    if !isFirst { append(constant: "; ") }
    isFirst = false
    append(name)
  }
}

extension PlaceRole? {
  /// Whether something happened at the place.
  fileprivate var isScene: Bool { self == .scene || self == .impact || self == .target }
}

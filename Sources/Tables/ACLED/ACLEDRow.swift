import DatelineCore

/// Writes the cells of one row after the other. It looks at the parts of an incident where they lie: a copy of one would
/// count each of its texts. What it calls for each row is mutating, though it mostly changes nothing: for anything else it
/// would be copied.
struct ACLEDRow: ~Copyable {
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
  private mutating func write(_ column: ACLEDColumn, of incident: borrowing Incident, to cells: inout TableCells) {
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

  private mutating func writeDate(
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

  private mutating func writeSides(of incident: borrowing Incident, to cells: inout TableCells) {
    let first = code(.inter1, of: sides.first.actor, in: incident)
    let second = code(.inter2, of: sides.second.actor, in: incident)
    writeSide(isFirst: true, first, .inter1, .associates1, of: incident, to: &cells)
    writeSide(isFirst: false, second, .inter2, .associates2, of: incident, to: &cells)
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
  private mutating func code(_ column: ACLEDColumn, of actor: Int?, in incident: borrowing Incident) -> ActorCode {
    let printed =
      carried.withBytes(of: column, in: incident.extras, ACLEDActor.code)
      ?? carried.text(of: column, in: incident.extras).flatMap { $0.withUTF8(ACLEDActor.code) }
    var code = ActorCode(isPrinted: carried.has(column), printed: printed)
    guard let actor else {
      code.code = printed == nil || printed == 0 ? 0 : nil
      return code
    }
    code.code = incident.participants.span.lend(actor) { self.code(of: $0, printed: printed) }
    return code
  }

  private func code(of actor: borrowing Participant, printed: Int?) -> Int? {
    if let sort = terms.sort(of: actor) {
      // The name counts only for the codes of state forces and of others.
      var isPrinted = printed == sort.code
      if let printed, printed == 1 || printed == 8 { isPrinted = Self.sort(code: printed, of: actor.name) == sort }
      return isPrinted ? printed : sort.code
    }
    if let printed, ACLEDActor.kind(code: printed, name: actor.name) == actor.kind { return printed }
    return ACLEDActor.code(of: actor.kind)
  }

  /// What an actor is if it has that code.
  private static func sort(code: Int, of name: Text?) -> ACLEDActor.Sort? {
    guard let name else { return ACLEDActor.sort(code: code, name: Span()) }
    return name.withUTF8 { ACLEDActor.sort(code: code, name: $0) }
  }

  private mutating func writeSide(
    isFirst isFirstSide: Bool, _ code: ActorCode, _ inter: ACLEDColumn, _ associates: ACLEDColumn,
    of incident: borrowing Incident, to cells: inout TableCells
  ) {
    let participants = incident.participants.span
    if let actor = isFirstSide ? sides.first.actor : sides.second.actor {
      participants.lend(actor) { cells.cell($0.name) }
    } else {
      cells.endCell()
    }
    if carried.has(associates) {
      let side = isFirstSide ? sides.first : sides.second
      writeList(side.associates.map { incident.participants[$0].name }, associates, of: incident, to: &cells)
    } else {
      let others = isFirstSide ? sides.first.associates : sides.second.associates
      var isFirst = true
      for index in others { participants.lend(index) { cells.append($0.name, isFirst: &isFirst) } }
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

  private mutating func writeInteraction(
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

  private mutating func writeSources(of incident: borrowing Incident, to cells: inout TableCells) {
    guard !carried.has(.source) else {
      return writeList(incident.reports.map(\.publisher), .source, of: incident, to: &cells)
    }
    var isFirst = true
    let reports = incident.reports.span
    for index in reports.indices { reports.lend(index) { cells.append($0.publisher, isFirst: &isFirst) } }
    cells.endCell()
  }

  // MARK: - Where

  private mutating func writePlace(
    of incident: borrowing Incident, to cells: inout TableCells, _ losses: LossReport
  ) throws(ConversionError) {
    let places = incident.places.span
    if places.count > 1 { try losses.record(.dropped, "incident.places", in: incident.id) }
    guard places.count > 0 else { return writePlace(Place(), of: incident, to: &cells) }
    var scene = 0
    for index in places.indices.reversed() where places[index].role.isScene { scene = index }
    try places.lend(scene) { (place) throws(ConversionError) in
      try audit(place, of: incident, losses)
      writePlace(place, of: incident, to: &cells)
    }
  }

  private mutating func writePlace(
    _ place: borrowing Place, of incident: borrowing Incident, to cells: inout TableCells
  ) {
    let country = Countries.standard.place(ofCode: place.country)
    if carried.has(.iso), place.country == Self.code(ofCountry: place.countryName) {
      carried.append(.iso, of: incident.extras, to: &cells)
    } else if let country, Countries.standard.number(at: country) > 0 {
      cells.append(decimal: Countries.standard.number(at: country))
    }
    cells.endCell()
    cells.cell(place.region)
    if let country, place.countryName == nil {
      cells.cell(Countries.standard.country(at: country).names.first)
    } else {
      cells.cell(place.countryName)
    }
    cells.cell(place.admin1)
    cells.cell(place.admin2)
    cells.cell(place.admin3)
    if place.name == nil { cells.cell(place.settlement) } else { cells.cell(place.name) }
    writeNumber(place.latitude, .latitude, of: incident, to: &cells)
    writeNumber(place.longitude, .longitude, of: incident, to: &cells)
    if let code = ACLEDPrecision.code(of: place.precision) {
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
    _ place: borrowing Place, of incident: borrowing Incident, _ losses: LossReport
  ) throws(ConversionError) {
    if let role = place.role, role != .scene {
      try losses.record(.coarsened, "incident.places.role", in: incident.id)
    }
    if let basis = place.basis, basis != .source {
      try losses.record(.coarsened, "incident.places.basis", in: incident.id)
    }
    if let precision = place.precision, ACLEDPrecision.code(of: precision).flatMap(ACLEDPrecision.level) != precision {
      try losses.record(.coarsened, "incident.places.precision", in: incident.id)
    }
  }

  private mutating func writeNumber(
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

  private mutating func writeFatalities(
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

  private mutating func writeTimestamp(
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
  private mutating func auditEvidence(of incident: borrowing Incident, _ losses: LossReport) throws(ConversionError) {
    for index in incident.damage.indices where !ACLEDFindings.isFound("/damage/", index, in: incident) {
      try losses.record(.dropped, "incident.damage", in: incident.id)
    }
    let evidence = incident.evidence.span
    let hasNotes = incident.summary != nil
    for index in evidence.indices {
      let comesBack = evidence.lend(index) { (entry) -> Bool in
        hasNotes && terms.isOfNotes(entry) || ACLEDFindings.isFound(entry, in: incident)
      }
      if comesBack { continue }
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

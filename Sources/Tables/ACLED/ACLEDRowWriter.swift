import DatelineCore

/// Makes a row of each incident, and says what of it no column takes.
final class ACLEDRowWriter: TableRowWriter {
  private let losses: LossReport
  /// The columns that the layout does not have, by their keys in extras.
  private var otherKeys: [Text] = []
  private var carried = CarriedValues()
  private var sides = ACLEDSides()

  init(_ context: WriteContext) { losses = context.losses }

  func columns(for header: Header) throws(ConversionError) -> [Text] {
    try auditHeader(header)
    let others = header.extras[ACLEDLayout.columnsKey].map(ACLEDLayout.names) ?? []
    otherKeys = others.compactMap { Text("acled.\($0)") }
    carried = CarriedValues(otherKeys: otherKeys)
    return ACLEDColumn.names.compactMap { Text($0) } + others
  }

  private func auditHeader(_ header: Header) throws(ConversionError) {
    let record: Text = "header"
    if header.title != nil { try losses.record(.dropped, "header.title", in: record) }
    if header.language != nil { try losses.record(.dropped, "header.language", in: record) }
    if header.publisher != nil { try losses.record(.dropped, "header.publisher", in: record) }
    if header.rights != nil { try losses.record(.dropped, "header.rights", in: record) }
    if header.created != nil { try losses.record(.dropped, "header.created", in: record) }
    if header.extras.fields.contains(where: { $0.key != ACLEDLayout.columnsKey }) {
      try losses.record(.dropped, "header.extras", in: record)
    }
  }

  func append(_ incident: borrowing Incident, to row: inout TableCells) throws(ConversionError) {
    let incident = copy incident
    carried.look(through: incident.extras)
    if carried.hasOthers { try losses.record(.dropped, "incident.extras", in: incident.id) }
    try sides.assign(incident, losses)
    try writeIdentity(of: incident, to: &row)
    try writeDate(of: incident, to: &row)
    try writeCodes(of: incident, to: &row)
    writeSides(sides, of: incident, to: &row)
    try writePlace(of: incident, to: &row)
    writeSources(of: incident, to: &row)
    write(.sourceScale, of: incident, to: &row)
    row.cell(incident.summary)
    try writeFatalities(of: incident, to: &row)
    write(.tags, of: incident, to: &row)
    try writeTimestamp(of: incident, to: &row)
    for place in otherKeys.indices { writeCarried(carried.other(place, of: incident), to: &row) }
    try auditEvidence(of: incident)
  }

  // MARK: - Cells

  /// A cell that only the source's own value fills.
  private func write(_ column: ACLEDColumn, of incident: Incident, to row: inout TableCells) {
    writeCarried(carried.value(of: column, of: incident), to: &row)
  }

  private func writeCarried(_ value: CarriedValue?, to row: inout TableCells) {
    if let value { row.append(value) }
    row.endCell()
  }

  private func writeIdentity(of incident: Incident, to row: inout TableCells) throws(ConversionError) {
    var hasNumber = false
    for id in incident.externalIDs {
      if !hasNumber, id.utf8Count > 6, id.withUTF8({ $0.starts(with: "acled:") }) {
        hasNumber = true
        id.withUTF8 { row.append($0.extracting(6..<$0.count)) }
      } else {
        try losses.record(.dropped, "incident.externalIDs", in: incident.id)
      }
    }
    if !hasNumber { row.append(incident.id) }
    row.endCell()
  }

  private func writeDate(of incident: Incident, to row: inout TableCells) throws(ConversionError) {
    let original = carried.value(of: .eventDate, of: incident)
    let written = ACLEDDate(incident.when?.date, original: original?.text)
    if let day = written.day {
      row.append(day)
      row.endCell()
    } else {
      writeCarried(written.year == nil ? original : nil, to: &row)
    }
    if let year = carried.value(of: .year, of: incident) {
      row.append(year)
    } else if let year = written.day?.year ?? written.year {
      row.append(decimal: year)
    }
    row.endCell()
    if let precision = carried.value(of: .timePrecision, of: incident) {
      row.append(precision)
    } else if written.day != nil {
      row.append(decimal: written.precision)
    }
    row.endCell()
    if !written.isExact { try losses.record(.coarsened, "incident.when.date", in: incident.id) }
    if let basis = incident.when?.dateBasis, basis != .stated {
      try losses.record(.coarsened, "incident.when.dateBasis", in: incident.id)
    }
  }

  private func writeCodes(of incident: Incident, to row: inout TableCells) throws(ConversionError) {
    var codes = ACLEDCodes(incident.codes)
    if codes.hasOthers { try losses.record(.dropped, "incident.codes", in: incident.id) }
    if codes.isEmpty || codes.kind != incident.kind {
      if let kind = incident.kind {
        let type = ACLEDEventType.find(kind: kind)
        codes = ACLEDCodes(type)
        if type.kind != kind { try losses.record(.coarsened, "incident.kind", in: incident.id) }
      }
    }
    row.cell(codes.disorderType ?? codes.type?.disorderType)
    row.cell(codes.eventType)
    row.cell(codes.subEventType)
    if let stage = incident.stage, stage != .occurred {
      try losses.record(.coarsened, "incident.stage", in: incident.id)
    }
  }

  private func writeSides(_ sides: ACLEDSides, of incident: Incident, to row: inout TableCells) {
    let first = code(.inter1, of: sides.first, in: incident)
    let second = code(.inter2, of: sides.second, in: incident)
    writeSide(sides.first, first, .inter1, .associates1, of: incident, to: &row)
    writeSide(sides.second, second, .inter2, .associates2, of: incident, to: &row)
    writeInteraction(first, second, of: incident, to: &row)
    let isAimed = sides.isAimed(in: incident)
    let printed = carried.value(of: .civilianTargeting, of: incident)
    if let printed, isAimed || !(first == 7 || second == 7) {
      row.append(printed)
    } else if isAimed {
      row.append(constant: "Civilian targeting")
    }
    row.endCell()
  }

  private func writeSide(
    _ side: ACLEDSides.Side, _ code: Int?, _ inter: ACLEDColumn, _ associates: ACLEDColumn, of incident: Incident,
    to row: inout TableCells
  ) {
    row.cell(side.actor.flatMap { incident.participants[$0].name })
    if carried.value(of: associates, of: incident) != nil {
      writeList(side.associates.map { incident.participants[$0].name }, associates, of: incident, to: &row)
    } else {
      var isFirst = true
      for index in side.associates {
        guard let name = incident.participants[index].name else { continue }
        if !isFirst { row.append(constant: "; ") }
        isFirst = false
        row.append(name)
      }
      row.endCell()
    }
    if let code {
      if let printed = carried.value(of: inter, of: incident), printed.text.flatMap(ACLEDActor.code) == code {
        row.append(printed)
      } else {
        row.append(decimal: code)
      }
    } else {
      writeUnreadable(inter, of: incident, to: &row)
    }
    row.endCell()
  }

  /// A printed code that is none: it stays as it was.
  private func writeUnreadable(_ column: ACLEDColumn, of incident: Incident, to row: inout TableCells) {
    if let printed = carried.value(of: column, of: incident), printed.text.flatMap(ACLEDActor.code) == nil {
      row.append(printed)
    }
  }

  /// The code of an actor: the printed one where it still fits the participant's kind.
  private func code(_ column: ACLEDColumn, of side: ACLEDSides.Side, in incident: Incident) -> Int? {
    let printed = carried.value(of: column, of: incident)?.text.flatMap(ACLEDActor.code)
    guard let index = side.actor else { return printed == nil || printed == 0 ? 0 : nil }
    let participant = incident.participants[index]
    if let printed, ACLEDActor.kind(code: printed, name: participant.name) == participant.kind { return printed }
    return ACLEDActor.code(of: participant)
  }

  private func writeInteraction(_ first: Int?, _ second: Int?, of incident: Incident, to row: inout TableCells) {
    let printed = carried.value(of: .interaction, of: incident)
    if let printed, isUnchanged(.inter1, first, in: incident), isUnchanged(.inter2, second, in: incident) {
      row.append(printed)
    } else if let first, let second, first + second > 0 {
      let (lesser, greater) = (min(first, second), max(first, second))
      row.append(decimal: lesser == 0 ? greater * 10 : lesser * 10 + greater)
    }
    row.endCell()
  }

  /// Whether an actor still has the code that was printed, if one was.
  private func isUnchanged(_ column: ACLEDColumn, _ code: Int?, in incident: Incident) -> Bool {
    guard let printed = carried.value(of: column, of: incident) else { return true }
    return printed.text.flatMap(ACLEDActor.code) == code
  }

  /// A list joined as ACLED joins lists; as it was printed, where that says the same.
  private func writeList(
    _ names: [Text?], _ column: ACLEDColumn, of incident: Incident, to row: inout TableCells
  ) {
    if let printed = carried.value(of: column, of: incident), let text = printed.text {
      var parts: [Text] = []
      _ = text.forEachPart(at: "; ") { parts.append($0) }
      if parts == names.compactMap(\.self) {
        row.append(printed)
        row.endCell()
        return
      }
    }
    var isFirst = true
    for case let name? in names {
      if !isFirst { row.append(constant: "; ") }
      row.append(name)
      isFirst = false
    }
    row.endCell()
  }

  private func writePlace(of incident: Incident, to row: inout TableCells) throws(ConversionError) {
    let index =
      incident.places.firstIndex { $0.role == .scene || $0.role == .impact || $0.role == .target }
      ?? (incident.places.isEmpty ? nil : 0)
    if incident.places.count > 1 { try losses.record(.dropped, "incident.places", in: incident.id) }
    let place = index.map { incident.places[$0] } ?? Place()
    try auditPlace(place, of: incident)
    let country = place.country.flatMap(Countries.standard.country(code:))
    let named = place.countryName.flatMap(Countries.standard.country(named:))
    if let printed = carried.value(of: .iso, of: incident), place.country == named?.code {
      row.append(printed)
    } else if let country, country.number > 0 {
      row.append(decimal: country.number)
    }
    row.endCell()
    row.cell(place.region)
    row.cell(place.countryName ?? country?.names.first)
    row.cell(place.admin1)
    row.cell(place.admin2)
    row.cell(place.admin3)
    row.cell(place.name ?? place.settlement)
    writeNumber(place.latitude, .latitude, of: incident, to: &row)
    writeNumber(place.longitude, .longitude, of: incident, to: &row)
    if let code = ACLEDPrecision.code(of: place.precision) {
      row.append(decimal: code)
      row.endCell()
    } else {
      write(.geoPrecision, of: incident, to: &row)
    }
  }

  private func auditPlace(_ place: Place, of incident: Incident) throws(ConversionError) {
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

  private func writeNumber(
    _ value: Double?, _ column: ACLEDColumn, of incident: Incident, to row: inout TableCells
  ) {
    if let value {
      row.append(value)
    } else if let printed = carried.value(of: column, of: incident) {
      row.append(printed)
    }
    row.endCell()
  }

  private func writeSources(of incident: Incident, to row: inout TableCells) {
    guard carried.value(of: .source, of: incident) == nil else {
      return writeList(incident.reports.map(\.publisher), .source, of: incident, to: &row)
    }
    var isFirst = true
    for index in incident.reports.indices {
      guard let publisher = incident.reports[index].publisher else { continue }
      if !isFirst { row.append(constant: "; ") }
      isFirst = false
      row.append(publisher)
    }
    row.endCell()
  }

  private func writeFatalities(of incident: Incident, to row: inout TableCells) throws(ConversionError) {
    let written = ACLEDFatalities(incident)
    if let number = written.number {
      row.append(decimal: number)
      row.endCell()
    } else {
      write(.fatalities, of: incident, to: &row)
    }
    if written.isCoarsened { try losses.record(.coarsened, "incident.casualties.status", in: incident.id) }
    if written.hasOthers { try losses.record(.dropped, "incident.casualties", in: incident.id) }
  }

  private func writeTimestamp(of incident: Incident, to row: inout TableCells) throws(ConversionError) {
    guard let modified = incident.revision?.modified else { return write(.timestamp, of: incident, to: &row) }
    if let seconds = modified.secondsSince1970 { row.append(decimal: seconds) }
    row.endCell()
    if modified.offset != .utc || modified.fractionDigits > 0 {
      try losses.record(.coarsened, "incident.revision.modified", in: incident.id)
    }
  }

  /// Damage and evidence come back where the notes say them, since the reader finds them there again.
  private func auditEvidence(of incident: Incident) throws(ConversionError) {
    for index in incident.damage.indices where !ACLEDFindings.isFound("/damage/", index, in: incident) {
      try losses.record(.dropped, "incident.damage", in: incident.id)
    }
    if incident.evidence.contains(where: { !ACLEDFindings.isFound($0, in: incident) }) {
      try losses.record(.dropped, "incident.evidence", in: incident.id)
    }
  }
}

import DatelineCore

/// Makes a row of each incident, and says what of it no column takes.
final class ACLEDRowWriter: TableRowWriter {
  private let losses: LossReport
  private var row = ACLEDRow(otherKeys: [])

  init(_ context: WriteContext) { losses = context.losses }

  func columns(for header: Header) throws(ConversionError) -> [Text] {
    try auditHeader(header)
    let others = header.extras[ACLEDLayout.columnsKey].map(ACLEDLayout.names) ?? []
    row = ACLEDRow(otherKeys: others.compactMap { Text("acled.\($0)") })
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

  func append(_ incident: borrowing Incident, to cells: inout TableCells) throws(ConversionError) {
    try row.write(incident, to: &cells, losses)
  }
}

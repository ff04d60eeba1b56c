import DatelineCore

/// Writes canonical XML.
final class CanonicalXMLWriter: RecordWriter {
  private var output: ByteWriter
  private let layout = XMLLayout.standard
  private let incidentForm = XMLLayout.standard.form(of: Incident.declaration)

  init(_ output: consuming ByteWriter) { self.output = output }

  func write(_ header: Header) throws(ConversionError) {
    output.write(
      constant: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dateline xmlns=\"urn:dateline:1\">\n")
    write(header, as: "header", form: layout.form(of: Header.declaration))
  }

  func write(_ record: Record) throws(ConversionError) {
    switch record {
    case .incident(let incident): write(incident, as: "incident", form: incidentForm)
    case .report(let report): write(report, as: "report", form: layout.form(of: Report.declaration))
    case .tombstone(let tombstone): write(tombstone, as: "tombstone", form: layout.form(of: Tombstone.declaration))
    }
    try output.flushIfFull()
  }

  func write(_ incident: borrowing Incident) throws(ConversionError) {
    write(incident, as: "incident", form: incidentForm)
    try output.flushIfFull()
  }

  private func write<Object: FieldBearing & ~Copyable>(
    _ object: borrowing Object, as name: StaticString, form: Int
  ) {
    let layout = layout
    output.buffer.append(atMost: 4096) { cursor in
      var writer = XMLFieldWriter(cursor, layout)
      writer.write(object, as: name, form: form)
      cursor = writer.output
    }
  }

  func finish() throws(ConversionError) {
    output.write(constant: "</dateline>\n")
    try output.flush()
  }
}

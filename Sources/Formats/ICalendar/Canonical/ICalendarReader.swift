import DatelineCore

/// Reads calendars: records from components that carry them, incidents from all others.
final class ICalendarReader: RecordReader {
  private var records: CalendarRecords
  /// It lies apart from the records: whoever is lent an incident may ask where it stands.
  private var lent = LentIncident()

  init(_ input: consuming ByteReader, _ context: ReadContext) throws(ConversionError) {
    records = try CalendarRecords(input, context)
  }

  func readHeader() throws(ConversionError) -> Header? { try records.readHeader() }
  func next() throws(ConversionError) -> Record? { try records.next() }

  func next(
    lendingTo consumer: (borrowing Incident) throws(ConversionError) -> Void
  ) throws(ConversionError) -> NextRecord {
    switch try records.next(into: &lent.incidents[0]) {
    case .incident:
      try lent.lend(to: consumer)
      return .incident
    case .other: return records.takeOther().map { .other($0) } ?? .end
    case .end: return .end
    }
  }

  func position(of pointer: String) -> SourcePosition? { records.lastPosition }
}

/// An incident that is filled again and again.
private struct LentIncident: ~Copyable {
  /// This one.
  var incidents = [Incident(id: Schema.unreadText)]

  /// Shows it where it lies.
  func lend(to consumer: (borrowing Incident) throws(ConversionError) -> Void) throws(ConversionError) {
    try incidents.span.lend(0, to: consumer)
  }
}

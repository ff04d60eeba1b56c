/// Reads one document, record by record.
///
/// A reader is a class because it is a place in a stream: two names for it mean the same place. It stays on one thread.
public protocol RecordReader: AnyObject {
  /// Reads what precedes the first record. Call it once, first.
  ///
  /// - Returns: nil where the document has no header.
  func readHeader() throws(ConversionError) -> Header?

  /// The next record, or nil at the end and ever after.
  ///
  /// A record that can't be read is reported and skipped; only what makes the rest unreadable is thrown.
  func next() throws(ConversionError) -> Record?

  /// Reads the next record as ``next()`` does, and lends it to `consumer` where it is an incident.
  ///
  /// Large files are full of incidents. A reader that has to be fast fills one again and again, so that none costs memory of
  /// its own; what the consumer wants to keep, it copies.
  func next(
    lendingTo consumer: (borrowing Incident) throws(ConversionError) -> Void
  ) throws(ConversionError) -> NextRecord

  /// Where the record that ``next()`` returned last has the field that `pointer` (RFC 6901) names, or the record's start
  /// for the empty pointer and where the reader knows no finer place.
  ///
  /// Positions live here and not in the model: a rule can point at a cell, and a record stays plain data.
  func position(of pointer: String) -> SourcePosition?
}

/// What a reader that lends its incidents came to.
public enum NextRecord: Sendable {
  /// An incident, which was lent.
  case incident
  /// A record of another type.
  case other(Record)
  /// The end, now and ever after.
  case end
}

extension RecordReader {
  /// Lends what ``next()`` returns.
  public func next(
    lendingTo consumer: (borrowing Incident) throws(ConversionError) -> Void
  ) throws(ConversionError) -> NextRecord {
    guard let record = try next() else { return .end }
    switch consume record {
    case .incident(let incident):
      try consumer(incident)
      return .incident
    case let other: return .other(other)
    }
  }
}

/// Writes one document, record by record.
public protocol RecordWriter: AnyObject {
  /// Writes what precedes the first record. Call it once, first.
  func write(_ header: Header) throws(ConversionError)

  /// Writes one record.
  func write(_ record: Record) throws(ConversionError)

  /// Writes one incident, as ``write(_:)`` of the record does. Large files are full of incidents, and as a part of a
  /// record each would be copied: a writer that has to be fast writes it from where it is.
  func write(_ incident: borrowing Incident) throws(ConversionError)

  /// Writes what follows the last record and empties the buffer. Call it once, last.
  func finish() throws(ConversionError)
}

extension RecordWriter {
  /// Writes the incident as a record.
  public func write(_ incident: borrowing Incident) throws(ConversionError) {
    try write(.incident(copy incident))
  }
}

package import DatelineCore
package import DatelineRecord

/// A few rows that are read ahead. The memory of each is used again.
///
/// To read several rows, then to make several incidents and then to write them, keeps the code of one step in the processor's
/// fast memory, which holds a third of what all steps need: a row at a time, each step pushes the others out.
package struct RowBatch: ~Copyable {
  /// How many rows there are at most.
  package static let capacity = 8

  /// The rows, of which the first ``count`` have been read.
  package var rows = Array(repeating: TableRow(), count: capacity)
  /// How many rows have been read.
  package private(set) var count = 0
  /// How many of them have become incidents, or never will.
  package private(set) var filled = 0
  /// The first of them whose incident has not been given away.
  private var next = 0

  /// A batch without rows.
  package init() {}

  /// Whether there is an incident to give away.
  package var hasFilled: Bool { next < filled }

  /// Whether a row has not become an incident yet: the one at ``filled``.
  package var hasUnfilled: Bool { filled < count }

  /// The row whose incident was given away last.
  package var last: TableRow { rows[max(0, next - 1)] }

  /// Forgets the rows.
  package mutating func removeAll() { (count, filled, next) = (0, 0, 0) }

  /// Takes the row behind the others as read.
  package mutating func append() { count += 1 }

  /// Takes the rows before `end` as having incidents.
  package mutating func fill(to end: Int) { filled = end }

  /// Takes the row at ``filled`` as having none. There is nothing left to give away before it.
  package mutating func skip() {
    filled += 1
    next = filled
  }

  /// The indices of all incidents to give away.
  package mutating func takeAll() -> Range<Int> {
    defer { next = filled }
    return next..<filled
  }

  /// The index of the incident to give away.
  package mutating func take() -> Int {
    next += 1
    return next - 1
  }
}

/// The incidents of a ``RowBatch``, each of which is filled again and again.
///
/// They lie apart from the rows: whoever is lent one may ask where a field of it stands.
package struct ReusedIncidents: ~Copyable {
  /// One for each row.
  package var list = Array(repeating: Incident(id: "none"), count: RowBatch.capacity)

  /// Incidents that are not read yet.
  package init() {}

  /// Shows an incident where it lies.
  package func lend(
    _ index: Int, to consumer: (borrowing Incident) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    try list.span.lend(index, to: consumer)
  }

  /// Gives an incident away.
  package mutating func take(_ index: Int) -> Incident {
    var incident = Incident(id: "none")
    swap(&incident, &list[index])
    return incident
  }
}

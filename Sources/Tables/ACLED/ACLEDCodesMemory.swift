import DatelineCore

/// The codes that were written before. A reader of rows gives all events of a type the same list, which is recognised by
/// where it lies in memory: the list is kept here, so nothing else can come to lie there.
struct ACLEDCodesMemory {
  private struct Entry {
    var list: [Code] = []
    var codes = ACLEDCodes([])
    var kind: Text?
  }

  /// The place for a list follows from its address; what comes to a place that is taken takes it over.
  private var entries = Array(repeating: Entry(), count: 256)

  /// Writes the three cells of the codes, if they say all that there is to say.
  ///
  /// - Returns: Whether they were written.
  mutating func write(_ incident: borrowing Incident, to cells: inout TableCells) -> Bool {
    let place = place(of: incident.codes)
    guard incident.codes.count > 0 else { return false }
    if !entries[place].list.isSame(as: incident.codes) { remember(incident.codes, at: place) }
    return entries.span.lend(place) { (entry) -> Bool in
      guard entry.codes.sayAll, entry.kind == incident.kind else { return false }
      cells.cell(entry.codes.disorderType)
      cells.cell(entry.codes.eventType)
      cells.cell(entry.codes.subEventType)
      return true
    }
  }

  private mutating func remember(_ list: [Code], at place: Int) {
    let codes = ACLEDCodes(list)
    entries[place] = Entry(list: list, codes: codes, kind: codes.kind)
  }

  private func place(of list: borrowing [Code]) -> Int {
    let address = unsafe list.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
    return (address >> 4 ^ address >> 12) & (entries.count - 1)
  }
}

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
  private var entries = Array(repeating: Entry(), count: 64)

  /// Writes the three cells of the codes, if they say all that there is to say.
  ///
  /// - Returns: Whether they were written.
  mutating func write(_ incident: borrowing Incident, to cells: inout TableCells) -> Bool {
    let place = place(of: incident.codes)
    guard incident.codes.count > 0 else { return false }
    if !entries[place].list.isSame(as: incident.codes) { remember(incident.codes, at: place) }
    let entries = entries.span
    guard entries[place].codes.sayAll, Self.areSame(entries[place].kind, incident.kind) else { return false }
    cells.cell(entries[place].codes.disorderType)
    cells.cell(entries[place].codes.eventType)
    cells.cell(entries[place].codes.subEventType)
    return true
  }

  private mutating func remember(_ list: [Code], at place: Int) {
    let codes = ACLEDCodes(list)
    entries[place] = Entry(list: list, codes: codes, kind: codes.kind)
  }

  private func place(of list: borrowing [Code]) -> Int {
    unsafe list.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) >> 4 } & (entries.count - 1)
  }

  @inline(__always)
  private static func areSame(_ own: borrowing Text?, _ other: borrowing Text?) -> Bool { own == other }
}

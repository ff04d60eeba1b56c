import DatelineCore
import DatelineIdentity
import DatelineRecord

/// Collects the texts of an incident that its row does not hold as they are: identifiers, and JSON text of values for
/// extras. They are written at once into one buffer, when all are known.
struct RowExtras {
  /// A cell that is kept under a key.
  private struct Kept {
    var key: Int
    var range: Range<Int>
    /// Behind its value in the buffer.
    var end = 0
  }

  /// What is kept of one row.
  private struct Row {
    var kept: [Kept] = []
    /// Bit *n* for column *n* of the layout, where it is kept.
    var columns: UInt64 = 0
    var bytes: [UInt8] = []
    /// Two buffers take turns, so that one is used again once nobody has a text of it any more.
    var formerBytes: [UInt8] = []

    mutating func add(_ one: Kept) {
      // Columns behind the layout's are asked for once each.
      let bit: UInt64 = one.key < 64 ? 1 << UInt64(one.key) : 0
      guard columns & bit == 0 else { return }
      columns |= bit
      kept.append(one)
    }
  }

  private let keys: [Text]
  private var names = RecordNames(.incident, scheme: "acled")
  private var rows = Array(repeating: Row(), count: RowBatch.capacity)
  private var current = 0

  /// - Parameter keys: The key of each column.
  init(keys: [Text]) { self.keys = keys }

  /// Begins with the row at `place`: forgets what was kept there.
  mutating func begin(at place: Int) {
    current = place
    if !rows[place].kept.isEmpty { rows[place].kept.removeAll(keepingCapacity: true) }
    rows[place].columns = 0
  }

  /// Keeps the cell of a column, as a string. One that is kept already stays as it is.
  mutating func add(_ column: ACLEDColumn, of row: borrowing ACLEDCells) { add(column.rawValue, of: row) }

  /// Keeps the cell of the column at `index`, if there is something in it.
  mutating func add(_ index: Int, of row: borrowing ACLEDCells) {
    guard !row.isEmpty(at: index) else { return }
    rows[current].add(Kept(key: index, range: row.range(at: index)))
  }

  /// Gives the incident its identifiers and extras.
  mutating func finish(_ incident: inout Incident, at place: Int, of row: ACLEDCells) {
    // Out of the list while it is written, so that nothing has to ask who else uses it.
    var own = Row()
    swap(&own, &rows[place])
    finish(&incident, &own, of: row)
    swap(&own, &rows[place])
  }

  private mutating func finish(_ incident: inout Incident, _ own: inout Row, of row: borrowing ACLEDCells) {
    swap(&own.bytes, &own.formerBytes)
    own.bytes.removeAll(keepingCapacity: true)
    let eventID = row.range(.eventID)
    // A record that ACLED did not number was written under its own identifier.
    let isOurs = row.storage.span.extracting(eventID).starts(with: "urn:")
    var room = 2 * eventID.count + Identifier.length + 6 + 16
    for one in own.kept { room += 2 * one.range.count + 18 }
    var idEnd = 0
    var externalEnd = 0
    let source = row.storage.span
    var kept: [Kept] = []
    swap(&kept, &own.kept)
    own.bytes.append(atMost: room) { cursor in
      let id = source.extracting(eventID)
      if isOurs { cursor.write(id) } else { names.write(to: &cursor) { $0.append(copying: id) } }
      idEnd = cursor.written
      if !isOurs {
        cursor.write("acled:")
        cursor.write(id)
      }
      externalEnd = cursor.written
      for index in kept.indices {
        cursor.write(jsonString: source, from: kept[index].range.lowerBound, to: kept[index].range.upperBound)
        kept[index].end = cursor.written
      }
      cursor.write(word: 0)
      cursor.write(word: 0)
    }
    swap(&kept, &own.kept)
    incident.id = Text(checked: own.bytes, 0..<idEnd)
    if isOurs {
      incident.externalIDs = []
    } else if incident.externalIDs.count == 1 {
      incident.externalIDs[0] = Text(checked: own.bytes, idEnd..<externalEnd)
    } else {
      incident.externalIDs = [Text(checked: own.bytes, idEnd..<externalEnd)]
    }
    fill(&incident.extras, from: externalEnd, own)
  }

  private func fill(_ extras: inout Extras, from start: Int, _ own: borrowing Row) {
    var start = start
    let kept = own.kept.span
    extras.replace(count: kept.count) { index, field in
      let one = kept[index]
      if !field.key.isSameSlice(as: keys[one.key]) { field.key = keys[one.key] }
      field.value = JSONText(checked: Text(checked: own.bytes, start..<one.end))
      start = one.end
    }
  }
}

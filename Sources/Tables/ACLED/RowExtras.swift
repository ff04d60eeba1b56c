import DatelineCore
import DatelineIdentity
import DatelineRecord

/// Collects the texts of an incident that its row does not hold as they are: identifiers, and JSON text of values for
/// extras. They share one buffer, and become texts when all are there.
struct RowExtras {
  private var bytes: [UInt8] = []
  private var fields: [PendingField]
  private var externalID: Range<Int>?

  /// A field whose value still grows the buffer.
  typealias PendingField = (key: Text, range: Range<Int>)

  /// - Parameter scratch: An empty list that was used before, for its memory.
  init(using scratch: inout [PendingField]) {
    fields = []
    swap(&fields, &scratch)
    bytes.reserveCapacity(480)
  }

  /// Starts with the identifiers of the event; called first.
  mutating func identify(_ eventID: Text) {
    // A record that ACLED did not number was written under its own identifier.
    if eventID.withUTF8({ $0.starts(with: "urn:") }) {
      eventID.withUTF8 { bytes.append(copying: $0) }
      return
    }
    eventID.withUTF8 { Identifier.append(.incident, scheme: "acled", nativeID: $0, to: &bytes) }
    let start = bytes.count
    bytes.append("acled:")
    eventID.withUTF8 { bytes.append(copying: $0) }
    externalID = start..<bytes.count
  }

  /// Keeps `value` under `key`, as a string; a key that is taken keeps its first value.
  mutating func add(_ key: Text, _ value: Text) {
    guard !fields.contains(where: { $0.key == key }) else { return }
    let start = bytes.count
    value.withUTF8 { bytes.appendJSONString($0) }
    fields.append((key, start..<bytes.count))
  }

  /// Gives the incident its identifiers and extras, and the memory back.
  mutating func finish(_ incident: inout Incident, _ scratch: inout [PendingField]) {
    defer {
      fields.removeAll(keepingCapacity: true)
      swap(&fields, &scratch)
    }
    let idEnd = externalID?.lowerBound ?? fields.first?.range.lowerBound ?? bytes.count
    incident.id = Text(checked: bytes, 0..<idEnd)
    if let externalID { incident.externalIDs = [Text(checked: bytes, externalID)] }
    guard !fields.isEmpty else { return }
    incident.extras.append(
      renaming: fields.map { Extras.Field(key: $0.key, value: JSONText(checked: Text(checked: bytes, $0.range))) })
  }
}

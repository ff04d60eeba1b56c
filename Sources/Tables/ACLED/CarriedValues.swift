import DatelineCore
import DatelineRecord

/// A value of a record's extras, to be written as it was printed.
struct CarriedValue {
  fileprivate let json: Text

  /// The value as text; nil for a string with escapes, which is nothing but text.
  var text: Text? {
    let isString = json.storage[json.start] == UInt8(ascii: "\"")
    guard isString else { return json }
    guard json.utf8Count > 2 else { return nil }
    let range = (json.start + 1)..<(json.end - 1)
    let content = json.storage.span.extracting(range)
    guard content.firstIndex(of: UInt8(ascii: "\\"), from: 0) == content.count else { return decoded }
    return Text(checked: json.storage, range)
  }

  private var decoded: Text? {
    var bytes: [UInt8] = []
    json.withUTF8 { bytes.append(copying: $0) }
    var cursor = JSONCursor(bytes)
    guard let raw = try? cursor.readRawString(), let content = try? cursor.decode(raw).bytes, !content.isEmpty else {
      return nil
    }
    return Text(checked: content, 0..<content.count)
  }
}

extension TableCells {
  /// Appends to the cell that is being written.
  mutating func append(_ value: CarriedValue) {
    if let text = value.text { append(text) }
  }
}

/// Which of a record's extras stand for columns. One look through them serves all columns of a row.
struct CarriedValues {
  /// Whether there are extras that no column takes.
  private(set) var hasOthers = false
  /// For each column, the index of its value in the extras; -1 where there is none.
  private var places: [Int]
  /// The columns by the length of their keys, so that hardly any two are compared.
  private let candidates: [[(key: Text, column: Int)]]
  private static let layoutCount = ACLEDColumn.allCases.count

  /// - Parameter otherKeys: The keys of columns that the layout does not have.
  init(otherKeys: [Text] = []) {
    let keys = ACLEDColumn.allCases.map(\.extraKey) + otherKeys
    places = Array(repeating: -1, count: keys.count)
    var candidates: [[(key: Text, column: Int)]] = Array(
      repeating: [], count: (keys.map(\.utf8Count).max() ?? 0) + 1)
    for (column, key) in keys.enumerated() { candidates[key.utf8Count].append((key, column)) }
    self.candidates = candidates
  }

  /// Finds the columns of `extras`.
  mutating func look(through extras: Extras) {
    for place in places.indices { places[place] = -1 }
    hasOthers = false
    for (index, field) in extras.fields.enumerated() {
      guard field.key.utf8Count < candidates.count,
        let found = candidates[field.key.utf8Count].first(where: { $0.key == field.key })
      else {
        hasOthers = true
        continue
      }
      places[found.column] = index
    }
  }

  /// The value of `column` in the extras of the incident that was looked through.
  func value(of column: ACLEDColumn, of incident: Incident) -> CarriedValue? {
    value(at: column.rawValue, of: incident)
  }

  /// The value of the column at `place` among those that the layout does not have.
  func other(_ place: Int, of incident: Incident) -> CarriedValue? { value(at: Self.layoutCount + place, of: incident) }

  private func value(at column: Int, of incident: Incident) -> CarriedValue? {
    let place = places[column]
    return place < 0 ? nil : CarriedValue(json: incident.extras.fields[place].value.text)
  }
}

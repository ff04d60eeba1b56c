import DatelineCore

/// The columns of one table, as its first line or its objects name them.
struct ACLEDTableColumns {
  /// For each column of the layout, where it stands in the table; -1 where it does not. Behind them the places of columns
  /// that the layout does not have.
  let places: [Int]
  /// The key in extras of each column in ``places``.
  let keys: [Text]
  /// What is wrong with them.
  let problems: [TableProblem]
  /// Names that differ from the layout's, for the header.
  private let foreignNames: [Text]

  init(_ columns: [Text]) {
    var places = Array(repeating: -1, count: ACLEDColumn.allCases.count)
    var others: [(column: Int, key: Text)] = []
    var problems: [TableProblem] = []
    var foreign: [Text] = []
    for (index, text) in columns.enumerated() {
      let name = text.description
      if let column = ACLEDColumn(name), places[column.rawValue] < 0 {
        places[column.rawValue] = index
        continue
      }
      let lower = name.lowercased()
      let isRepeated = ACLEDColumn(name) != nil
      var key = "acled.\(isRepeated ? "\(lower)#2" : lower)"
      var count = 2
      while others.contains(where: { $0.key.description == key }) {
        key = "acled.\(lower)#\(count)"
        count += 1
      }
      if isRepeated {
        problems.append(
          TableProblem(
            .warning, .acledRepeatedColumn, "the column \(quoted(name)) stands here again; it goes to 'extras'",
            column: index))
      } else if !ACLEDColumn.homeless.contains(lower) {
        problems.append(
          TableProblem(
            .warning, .acledUnknownColumn, "\(quoted(name)) is no column of ACLED; it goes to 'extras'", column: index))
      }
      others.append((index, Text(key) ?? "acled"))
      if let name = Text(key.dropFirst(6)) { foreign.append(name) }
    }
    if places[ACLEDColumn.eventID.rawValue] < 0 {
      problems.append(
        TableProblem(
          .error, .acledNoEventID, "no column is called event_id_cnty, so nothing identifies the rows", column: nil))
    }
    self.places = places + others.map(\.column)
    keys = ACLEDColumn.allCases.map(\.extraKey) + others.map(\.key)
    self.problems = problems
    foreignNames = foreign
  }

  /// The indices in ``places`` of columns that the layout does not have.
  var otherIndices: Range<Int> { ACLEDColumn.allCases.count..<places.count }

  /// Where a column stands in the table; nil where it does not.
  func place(of column: ACLEDColumn) -> Int? {
    let place = places[column.rawValue]
    return place < 0 ? nil : place
  }

  /// What the header must keep so that the same columns can be written again.
  var header: Header? {
    guard !foreignNames.isEmpty else { return nil }
    var header = Header(schemaVersion: Schema.version)
    header.extras[ACLEDLayout.columnsKey] = ACLEDLayout.list(foreignNames)
    return header
  }
}

import DatelineCore
import DatelineRecord

/// Which column of a table is which field of which record: looked up once for a table, so that rows need no names.
struct TableLayout {
  /// The field of a record that a column holds.
  struct Place: Hashable {
    /// The index of the field in the record's declaration.
    var field: Int
    /// The index of the field inside that object; -1 where it is no object.
    var inner = -1
  }

  /// What the rows of a table are.
  enum RowType: Int, CaseIterable {
    case incident, report, tombstone, header

    var declaration: ObjectDeclaration {
      switch self {
      case .incident: Incident.declaration
      case .report: Report.declaration
      case .tombstone: Tombstone.declaration
      case .header: Header.declaration
      }
    }

    /// What stands in the first column.
    var name: StaticString { declaration.recordType ?? "" }
  }

  /// The names of the canonical table's columns, in order.
  static let canonicalNames: [String] = ["type"] + Schema.standard.tableColumns.map(\.name)

  /// The columns' names, as they stand in the table.
  let names: [String]
  /// For each type of row the place of each column; nil where that record has no such field.
  private let places: [[Place?]]

  /// - Parameter names: Of the columns. Letters count in any case, and space around them does not.
  init(_ names: [String]) {
    self.names = names
    places = RowType.allCases.map { type in names.map { Self.place(of: $0, in: type.declaration) } }
  }

  /// The place of each column in a row of `type`.
  func places(_ type: RowType) -> [Place?] { places[type.rawValue] }

  /// Whether any record has the field that is in `column`.
  func isKnown(_ column: Int) -> Bool { places.contains { $0[column] != nil } }

  private static func place(of name: String, in declaration: ObjectDeclaration) -> Place? {
    let name = name.lowercased()
    guard !name.isEmpty else { return nil }
    for (index, field) in declaration.fields.enumerated() {
      let key = "\(field.key)".lowercased()
      guard let inner = field.innerObject else {
        if key == name || "\(field.singular ?? "")".lowercased() == name { return Place(field: index) }
        continue
      }
      for (innerIndex, part) in inner.fields.enumerated() where "\(key).\(part.key)".lowercased() == name {
        return Place(field: index, inner: innerIndex)
      }
    }
    return nil
  }
}

package import DatelineCore

/// A column of the canonical table.
package struct TableColumn: Sendable {
  /// The key of a field, or of an object and of a field of it with a dot between.
  package var name: String
  /// What stands in its cells.
  package var field: FieldDeclaration
}

extension Schema {
  /// The columns of the canonical table but `type`, which is the first: each field of incident, report, tombstone and
  /// header, once; evidence and extras last (`Specs/csv.md`).
  package var tableColumns: [TableColumn] {
    var columns: [TableColumn] = []
    func add(_ name: String, _ field: FieldDeclaration) {
      if !columns.contains(where: { $0.name == name }) { columns.append(TableColumn(name: name, field: field)) }
    }
    for record in [Incident.declaration, Report.declaration, Tombstone.declaration, Header.declaration] {
      for field in record.fields {
        guard let inner = field.innerObject else {
          add("\(field.key)", field)
          continue
        }
        for part in inner.fields { add("\(field.key).\(part.key)", part) }
      }
    }
    let last = ["evidence", "extras"]
    return columns.filter { !last.contains($0.name) } + columns.filter { last.contains($0.name) }
  }
}

extension FieldDeclaration {
  /// The object that is the field's one value; nil for lists and for other values.
  package var innerObject: ObjectDeclaration? {
    guard singular == nil, case .object(let name) = type else { return nil }
    return Schema.declaration(of: name)
  }
}

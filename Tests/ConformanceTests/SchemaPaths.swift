import DatelineCore

/// The paths of the schema's fields, such as `incident.when.date`.
enum SchemaPaths {
  /// Of all fields.
  static let all: Set<String> = paths { _ in true }
  /// Of the fields of records that hold values, not objects.
  static let leaves: Set<String> = paths { if case .object = $0.type { false } else { true } }
    .filter { !$0.hasPrefix("header.") }

  private static func paths(_ isWanted: (FieldDeclaration) -> Bool) -> Set<String> {
    var paths: Set<String> = []
    func add(_ object: ObjectDeclaration, below path: String) {
      for field in object.fields {
        if isWanted(field) { paths.insert("\(path).\(field.key)") }
        guard case .object(let name) = field.type else { continue }
        if let inner = Schema.standard.objects.first(where: { "\($0.name)" == "\(name)" }) {
          add(inner, below: "\(path).\(field.key)")
        }
      }
    }
    for object in Schema.standard.objects {
      if let type = object.recordType { add(object, below: "\(type)") }
    }
    return paths
  }
}

package import DatelineCore

// What every derived file asks of the schema.

extension Schema {
  /// The object called `name`.
  package func object(_ name: StaticString) -> ObjectDeclaration {
    guard let object = objects.first(where: { "\($0.name)" == "\(name)" }) else {
      fatalError("the schema has no object '\(name)'")
    }
    return object
  }

  /// The vocabulary called `name`.
  package func vocabulary(_ name: StaticString) -> VocabularyDeclaration {
    guard let vocabulary = vocabularies.first(where: { "\($0.name)" == "\(name)" }) else {
      fatalError("the schema has no vocabulary '\(name)'")
    }
    return vocabulary
  }

  /// Header and records, in the order of the schema.
  package var lines: [ObjectDeclaration] { objects.filter { $0.recordType != nil } }
}

extension ObjectDeclaration {
  /// The name as text.
  package var title: String { "\(name)" }
}

extension FieldDeclaration {
  /// Whether it is a list.
  package var isList: Bool { singular != nil }
  /// The key as text.
  package var name: String { "\(key)" }
  /// The name of one item, or the key of what is no list.
  package var itemName: String { "\(singular ?? key)" }
}

/// Patterns that the derived schemas share. They are looser than the grammars: a schema language can't count days.
enum Patterns {
  /// EDTF: the characters that it is made of, with a digit among them.
  static let date = "[0-9XYESTZ:.,/?~%+\\- \\[\\]{}]*[0-9X][0-9XYESTZ:.,/?~%+\\- \\[\\]{}]*"
  /// RFC 3339, the offset left out where no zone is known.
  static let instant =
    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+\\-][0-9]{2}:[0-9]{2})?"
  /// `HH:MM` or `HH:MM:SS`.
  static let clockTime = "[0-9]{2}:[0-9]{2}(:[0-9]{2})?"
}

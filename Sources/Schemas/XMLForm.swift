package import DatelineCore

/// The rules by which the XML form (`Specs/xml.md`) follows from the schema.
package enum XMLForm {
  /// How a field stands in its element.
  package enum Place {
    /// An attribute.
    case attribute
    /// The text of the element itself.
    case content
    /// One element with text.
    case element
    /// One element for each item of a list.
    case elements
    /// One `extra` for each field of others.
    case extras
  }

  /// Fields whose text is the content of their list item, because it is what one reads first.
  private static let contents: [(object: String, field: String)] = [("Block", "text"), ("Evidence", "quote")]

  /// Where `field` of `object` stands.
  ///
  /// - Parameter isItem: Whether the object is an item of a list.
  package static func place(of field: FieldDeclaration, in object: ObjectDeclaration, isItem: Bool) -> Place {
    if contents.contains(where: { $0.object == object.title && $0.field == field.name }) { return .content }
    if field.isList { return .elements }
    switch field.type {
    case .extras: return .extras
    case .object, .json: return .element
    default: return isItem ? .attribute : .element
    }
  }

  /// `text` for an attribute or for content.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

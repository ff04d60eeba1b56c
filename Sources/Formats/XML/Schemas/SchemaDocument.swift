import DatelineCore
import DatelineValidation

/// One document of a schema, as its elements.
struct SchemaDocument {
  /// The path of its file, as messages have it.
  let path: String
  /// The folder of its file, from that of the schema.
  let folder: [Substring]
  /// Its elements in their order; the root is the first.
  var elements: [SchemaElement] = []

  init(path: String, folder: [Substring]) {
    self.path = path
    self.folder = folder
  }

  /// The way to an element from the root.
  func path(to element: Int) -> String {
    var names: [String] = []
    var index = element
    while elements.indices.contains(index) {
      names.append("/" + elements[index].name.written)
      index = elements[index].parent
    }
    return names.reversed().joined()
  }

  /// The document written anew for libxml2: without document type, entities, comments and instructions, and with each start
  /// tag in a line of its own, so that the number of a line is that of an element.
  var text: [UInt8] {
    var text = ""
    write(0, to: &text)
    return Array(text.utf8)
  }

  private func write(_ index: Int, to text: inout String) {
    guard elements.indices.contains(index) else { return }
    let element = elements[index]
    text += index == 0 ? "<\(element.name.written)" : "\n<\(element.name.written)"
    for declared in element.declarations {
      text += declared.prefix.isEmpty ? " xmlns=\"" : " xmlns:\(declared.prefix)=\""
      text += "\(Self.escaped(declared.namespace))\""
    }
    for attribute in element.attributes {
      text += " \(attribute.name.written)=\"\(Self.escaped(attribute.value))\""
    }
    text += ">\(Self.escaped(element.text))"
    for child in element.children { write(child, to: &text) }
    text += "</\(element.name.written)>"
  }

  /// Line ends become references, since lines are elements.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { "&<>\"\t\n\r".utf8.contains($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&", "<", ">", "\"", "\t", "\n", "\r": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// An element of a schema.
struct SchemaElement {
  let name: XMLName
  var attributes: [(name: XMLName, value: String)]
  let declarations: [XMLDeclaredNamespace]
  /// Where its tag begins, with the column in characters.
  let position: SourcePosition
  /// The index of the element around it; -1 for the root.
  let parent: Int
  var children: [Int] = []
  /// The text that stands directly in it.
  var text = ""

  /// The value of an attribute without a namespace.
  subscript(_ name: String) -> String? {
    attributes.first { $0.name.namespace == nil && $0.name.local == name }?.value
  }
}

/// What is wrong with a schema.
struct SchemaProblem {
  let rule: RuleID
  var level = FindingLevel.error
  let message: String
  /// The index of the document.
  let document: Int
  /// Where it is; nil where that is the element, or all of the document.
  var position: SourcePosition?
  /// The index of the element that is wrong; -1 for none.
  var element = -1
}

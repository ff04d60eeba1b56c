import CLibXML2
import DatelineValidation

/// An XML Schema (W3C, version 1.0) as libxml2 compiles it.
@safe
final class XMLSchema {
  let schema: xmlSchemaPtr

  /// - Returns: nil where libxml2 finds it wrong, with the reasons among the problems of `files`.
  init?(_ files: inout SchemaFiles) {
    LibXMLParser.prepareLibrary
    let messages = SchemaMessages()
    let schema = unsafe SchemaLoader.serving(files.documents.map(\.text)) { () -> xmlSchemaPtr? in
      unsafe LibXMLParser.silently {
        guard let context = unsafe xmlSchemaNewParserCtxt(SchemaLoader.name(of: 0)) else { return nil }
        defer { unsafe xmlSchemaFreeParserCtxt(context) }
        unsafe xmlSchemaSetParserStructuredErrors(context, SchemaMessages.listener, messages.pointer)
        return unsafe xmlSchemaParse(context)
      }
    }
    for message in messages.take() { files.add(message) }
    guard let schema = unsafe schema else {
      if !files.isWrong { files.addWithoutPlace("the schema cannot be used, and libxml2 does not say why") }
      return nil
    }
    unsafe self.schema = schema
    // What libxml2 says is wrong and compiles all the same is not what the author means.
    if files.isWrong { return nil }
  }

  deinit { unsafe xmlSchemaFree(schema) }
}

extension SchemaFiles {
  /// Whether the schema cannot be used.
  var isWrong: Bool { problems.contains { $0.level == .error } }

  mutating func addWithoutPlace(_ message: String) {
    problems.append(SchemaProblem(rule: .schemaUnusable, message: message, document: 0))
  }

  /// Takes what libxml2 says of the schema.
  fileprivate mutating func add(_ message: SchemaMessages.Message) {
    let document = message.file.flatMap(SchemaLoader.index) ?? 0
    let elements = documents[documents.indices.contains(document) ? document : 0].elements
    let element = elements.indices.contains(message.line - 1) ? message.line - 1 : -1
    var words = message.text.split(separator: "\n").joined(separator: " ")
    // Documents by their files.
    for (index, document) in documents.enumerated().reversed() {
      words = words.replacing("'\(SchemaLoader.name(of: index))'", with: "'\(document.path)'")
    }
    if words.hasSuffix(".") { words.removeLast() }
    problems.append(
      SchemaProblem(
        rule: .schemaUnusable, level: message.isWarning ? .warning : .error, message: String(words.prefix(600)),
        document: document, element: element))
  }

  /// Says where the schema uses what only version 1.1 has.
  mutating func checkVersion() {
    let newer: Set<String> = [
      "assert", "assertion", "alternative", "openContent", "defaultOpenContent", "override", "explicitTimezone",
    ]
    for (index, document) in documents.enumerated() {
      for (number, element) in document.elements.enumerated()
      where element.name.namespace == Self.xsd && newer.contains(element.name.local) {
        problems.append(
          SchemaProblem(
            rule: .schemaUnusable,
            message: "<\(element.name.written)> is of XML Schema 1.1, and 1.0 is what is read", document: index,
            element: number))
      }
    }
  }
}

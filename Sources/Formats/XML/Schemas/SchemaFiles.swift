import DatelineCore
import DatelineValidation

/// Reads a schema and what it takes from other files, which have to lie in its own folder or below.
///
/// Schemas are as hostile as documents. Each is read by ``XMLPushParser`` with all its limits; nothing comes from a network,
/// and no path leads out of the folder.
struct SchemaFiles {
  /// The documents, the schema itself first.
  private(set) var documents: [SchemaDocument] = []
  /// What is wrong with them.
  var problems: [SchemaProblem] = []

  static let xsd = "http://www.w3.org/2001/XMLSchema"
  static let relaxNG = "http://relaxng.org/ns/structure/1.0"

  /// How much a schema may have, all its files together. The largest that are in use have a tenth of it.
  static let byteLimit = 16 << 20
  static let fileLimit = 500
  static let elementLimit = 100_000

  private let folder: SchemaFolder
  private var indexes: [[Substring]: Int] = [:]
  private var bytesLeft = Self.byteLimit
  private var elementsLeft = Self.elementLimit
  private var isTooLarge = false

  /// - Throws: ``ConversionError/system(_:path:errno:)`` where the schema itself cannot be read.
  init(path: String) throws(ConversionError) {
    folder = SchemaFolder(of: path)
    let name = folder.name(of: path)
    indexes[[name]] = 0
    documents = [SchemaDocument(path: path, folder: [])]
    guard !path.lowercased().hasSuffix(".rnc") else {
      problems.append(
        SchemaProblem(
          rule: .schemaUnusable,
          message:
            "the compact syntax of RELAX NG is not read; make the XML syntax of it, as 'trang schema.rnc schema.rng' does",
          document: 0))
      return
    }
    try read(0, FileSource(path: path))
    // Each may refer to more.
    var index = 1
    while index < documents.count, !isTooLarge {
      do throws(ConversionError) {
        try read(index, FileSource(path: documents[index].path))
      } catch {
        let message = "the schema needs this file, and it cannot be read: \(Self.reason(error))"
        problems.append(SchemaProblem(rule: .schemaImport, message: message, document: index))
      }
      index += 1
    }
  }

  private static func reason(_ error: ConversionError) -> String {
    if case .system(_, _, let number) = error { return systemErrorText(number) }
    return "\(error)"
  }

  /// Whether the schema is one of RELAX NG; else it is an XML Schema, or none.
  var isRelaxNG: Bool { documents[0].elements.first?.name.namespace == Self.relaxNG }

  // MARK: Reading

  private mutating func read(_ index: Int, _ source: FileSource) throws(ConversionError) {
    var limits = XMLLimits()
    limits.keepsDeclarations = true
    let log = DiagnosticLog(input: documents[index].path, errorLimit: .max) { _ in }
    do throws(ConversionError) {
      let parser = try XMLPushParser(source, log: log, limits: limits)
      var places = CharacterColumns()
      var open: [Int] = []
      var isMore = true
      while isMore, !isTooLarge {
        isMore = try parser.read()
        take(parser, index, &open, &places)
        places.advance(to: parser.tape.events.last.map { parser.offset(of: $0) } ?? 0, in: parser)
        try parser.reportFindings()
        parser.drop(.max)
        if parser.readCount > bytesLeft { tellOfSize(index, "\(Self.byteLimit) bytes") }
      }
      bytesLeft -= parser.readCount
    } catch .malformed(let diagnostic) {
      problems.append(
        SchemaProblem(
          rule: .schemaUnusable, message: diagnostic.message, document: index, position: diagnostic.position))
    }
  }

  private mutating func tellOfSize(_ index: Int, _ size: String) {
    isTooLarge = true
    problems.append(
      SchemaProblem(
        rule: .schemaUnusable, message: "a schema may have \(size) in all its files, and this has more",
        document: index))
  }

  private mutating func take(
    _ parser: XMLPushParser, _ document: Int, _ open: inout [Int], _ places: inout CharacterColumns
  ) {
    let tape = parser.tape
    var declarations = tape.declarations[...]
    for (index, event) in tape.events.enumerated() {
      switch event.kind {
      case .start:
        let declared = declarations.prefix { $0.event == index }
        declarations = declarations.dropFirst(declared.count)
        guard elementsLeft > 0 else { return tellOfSize(document, "\(Self.elementLimit) elements") }
        elementsLeft -= 1
        let own = documents[document].elements.count
        documents[document].elements.append(
          SchemaElement(
            name: parser.names[event.name],
            attributes: tape.attributes[event.attributes].map { (parser.names[$0.name], tape.string($0.value)) },
            declarations: Array(declared),
            position: places.position(at: parser.offset(of: event), in: parser), parent: open.last ?? -1))
        if let parent = open.last { documents[document].elements[parent].children.append(own) }
        open.append(own)
        follow(own, of: document, event, parser, &places)
      case .end: open.removeLast()
      case .text, .cdata:
        if let parent = open.last { documents[document].elements[parent].text += tape.string(event.bytes) }
      case .comment, .instruction, .doctype: break
      }
    }
  }

  // MARK: Other files

  /// Which attribute of an element leads to another document.
  private static func reference(_ name: XMLName) -> String? {
    switch (name.namespace, name.local) {
    case (xsd, "include"), (xsd, "import"), (xsd, "redefine"): "schemaLocation"
    case (relaxNG, "include"), (relaxNG, "externalRef"): "href"
    default: nil
    }
  }

  /// Looks for the file that an element refers to, and puts the number of its document in the place of its address.
  private mutating func follow(
    _ element: Int, of document: Int, _ event: XMLEvent, _ parser: XMLPushParser, _ places: inout CharacterColumns
  ) {
    let own = documents[document].elements[element]
    guard let name = Self.reference(own.name),
      let index = own.attributes.firstIndex(where: { $0.name.namespace == nil && $0.name.local == name })
    else { return }
    do throws(SchemaFolder.Refusal) {
      let (path, file) = try folder.path(of: own.attributes[index].value, from: documents[document].folder)
      guard let known = indexes[path] ?? add(path, file) else { throw .tooMany }
      documents[document].elements[element].attributes[index].value = SchemaLoader.name(of: known)
    } catch {
      let place = parser.position(ofAttribute: index, in: event)
      problems.append(
        SchemaProblem(
          rule: .schemaImport, message: error.message(own.attributes[index].value), document: document,
          position: places.position(at: place.offset, in: parser), element: element))
    }
  }

  private mutating func add(_ path: [Substring], _ file: String) -> Int? {
    guard documents.count < Self.fileLimit else { return nil }
    indexes[path] = documents.count
    documents.append(SchemaDocument(path: file, folder: path.dropLast()))
    return documents.count - 1
  }
}

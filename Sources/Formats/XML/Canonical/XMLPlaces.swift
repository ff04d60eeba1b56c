import DatelineCore

/// Where the fields of the last record stand in the document.
struct XMLPlaces {
  private let parser: XMLPushParser
  private let tape: XMLTape
  private let names: DocumentNames

  init(_ parser: XMLPushParser, _ names: DocumentNames) {
    self.parser = parser
    tape = parser.tape
    self.names = names
  }

  /// The place of the field that `pointer` (RFC 6901) names in the object whose element starts at `element`, or of the
  /// nearest one around it.
  func position(
    of pointer: String, in element: Int, _ declaration: ObjectDeclaration, form: Int
  ) -> SourcePosition {
    var tokens = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(Self.decoded)[...]
    var element = element
    var declaration = declaration
    var form = form
    while let key = tokens.popFirst() {
      guard let field = declaration.fields.firstIndex(where: { "\($0.key)" == key }) else { break }
      let known = XMLLayout.standard.fields[XMLLayout.standard.forms[form].first + field]
      if known.isExtras {
        return extra(tokens.first, in: element, form).map { parser.position(of: tape.events[$0]) }
          ?? parser.position(of: tape.events[element])
      }
      if let attribute = attribute(field, of: element, form) { return attribute }
      let isList = declaration.fields[field].singular != nil
      let index = isList ? tokens.popFirst().flatMap { Int($0) } ?? 0 : 0
      let found = elements(field, of: element, form)
      guard let next = found.indices.contains(index) ? found[index] : found.first else { break }
      element = next
      guard found.indices.contains(index), let inner = declaration.fields[field].innerObjectOfAnyKind else { break }
      declaration = inner
      form = known.form
    }
    return parser.position(of: tape.events[element])
  }

  private static func decoded(_ token: Substring) -> String {
    token.split(separator: "~1", omittingEmptySubsequences: false).map {
      $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
    }.joined(separator: "/")
  }

  private func attribute(_ field: Int, of element: Int, _ form: Int) -> SourcePosition? {
    let event = tape.events[element]
    for (index, attribute) in event.attributes.enumerated() {
      let name = names[tape.attributes[attribute].name]
      guard name.isPlain, name.number >= 0, XMLLayout.standard.field(name.number, in: form) == field else { continue }
      return parser.position(ofAttribute: index, in: event)
    }
    return nil
  }

  private func elements(_ field: Int, of element: Int, _ form: Int) -> [Int] {
    var found: [Int] = []
    var index = element + 1
    let end = element + Int(tape.events[element].length)
    while index < end {
      let event = tape.events[index]
      if event.kind == .start {
        let name = names[event.name]
        if name.isOwn, name.number >= 0, XMLLayout.standard.field(name.number, in: form) == field {
          found.append(index)
        }
        index += Int(event.length)
      }
      index += 1
    }
    return found
  }

  /// The element of the field of others called `key`.
  private func extra(_ key: String?, in element: Int, _ form: Int) -> Int? {
    let all = elements(XMLLayout.standard.forms[form].extras, of: element, form)
    return all.first { extra in
      tape.attributes[tape.events[extra].attributes].contains { names[$0.name].isKey && tape.string($0.value) == key }
    } ?? all.first
  }
}

extension FieldDeclaration {
  /// The object that the field or each of its items holds.
  fileprivate var innerObjectOfAnyKind: ObjectDeclaration? {
    guard case .object(let name) = type else { return nil }
    return Schema.standard.objects.first { "\($0.name)" == "\(name)" }
  }
}

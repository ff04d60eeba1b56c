package import DatelineCore

/// `Specs/xml/incident.rng`: RELAX NG of the XML form.
package struct RelaxNGFile {
  private let schema: Schema

  package init(schema: Schema) { self.schema = schema }

  /// The file.
  package var text: String {
    let records = schema.lines.dropFirst().map { "          <ref name=\"\($0.title)\"/>\n" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Written by dateline-generate from Schema.standard. Change the schema, not this file. The form is in xml.md. -->
      <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:dateline:1"
          datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
        <start>
          <element name="dateline">
            <optional><ref name="Header"/></optional>
            <zeroOrMore>
              <choice>
      \(records)        </choice>
            </zeroOrMore>
          </element>
        </start>
        <define name="text"><data type="string"><param name="minLength">1</param></data></define>
        <define name="extra">
          <element name="extra"><attribute name="key" ns=""><ref name="text"/></attribute><ref name="text"/></element>
        </define>
      \(vocabularies)\(schema.objects.map(define).joined())</grammar>

      """
  }

  private var vocabularies: String {
    schema.vocabularies.filter { !$0.isOpen }.map { vocabulary in
      let terms = vocabulary.terms.map { "<value>\($0.name)</value>" }.joined()
      return "  <define name=\"\(vocabulary.name)\"><choice>\(terms)</choice></define>\n"
    }.joined()
  }

  private func value(_ type: FieldType) -> String {
    func matching(_ pattern: String) -> String {
      "<data type=\"string\"><param name=\"pattern\">\(XMLForm.escaped(pattern))</param></data>"
    }
    switch type {
    case .text, .scalar, .json, .extras: return "<ref name=\"text\"/>"
    case .integer(let range):
      return number("long", "\(range.lowerBound)", "\(range.upperBound)")
    case .decimal(let range):
      return number("double", "\(Int(range.lowerBound))", "\(Int(range.upperBound))")
    case .flag: return "<value>true</value>"
    case .date, .dateOrInstant: return matching(Patterns.date)
    case .instant: return matching(Patterns.instant)
    case .clockTime: return matching(Patterns.clockTime)
    case .term(let name): return schema.vocabulary(name).isOpen ? "<ref name=\"text\"/>" : "<ref name=\"\(name)\"/>"
    case .object(let name): return "<ref name=\"\(name)\"/>"
    }
  }

  private func number(_ type: String, _ lower: String, _ upper: String) -> String {
    "<data type=\"\(type)\"><param name=\"minInclusive\">\(lower)</param><param name=\"maxInclusive\">\(upper)</param></data>"
  }

  /// Records are whole elements; other objects are what stands in their element, as item and as object.
  private func define(_ object: ObjectDeclaration) -> String {
    if let type = object.recordType {
      return
        "  <define name=\"\(object.title)\">\n    <element name=\"\(type)\">\n\(fields(object, isItem: false))    </element>\n  </define>\n"
    }
    return "  <define name=\"\(object.title)\">\n\(fields(object, isItem: false))  </define>\n"
      + "  <define name=\"\(object.title)Item\">\n\(fields(object, isItem: true))  </define>\n"
  }

  private func fields(_ object: ObjectDeclaration, isItem: Bool) -> String {
    var lines: [String] = []
    var content: String?
    for field in object.fields {
      let line: String
      switch XMLForm.place(of: field, in: object, isItem: isItem) {
      case .attribute:
        let attribute = "<attribute name=\"\(field.name)\" ns=\"\">\(value(field.type))</attribute>"
        line = field.isRequired ? attribute : "<optional>\(attribute)</optional>"
      case .content:
        content = field.isRequired ? "<ref name=\"text\"/>" : "<data type=\"string\"/>"
        continue
      case .element:
        let element = "<element name=\"\(field.name)\">\(value(field.type))</element>"
        line = field.isRequired ? element : "<optional>\(element)</optional>"
      case .elements:
        line = "<zeroOrMore><element name=\"\(field.itemName)\">\(item(field.type))</element></zeroOrMore>"
      case .extras: line = "<zeroOrMore><ref name=\"extra\"/></zeroOrMore>"
      }
      lines.append(line)
    }
    if let content { lines.append(content) }
    return lines.map { "      \($0)\n" }.joined()
  }

  private func item(_ type: FieldType) -> String {
    if case .object(let name) = type { "<ref name=\"\(name)Item\"/>" } else { value(type) }
  }
}

package import DatelineCore

/// `Specs/xml/incident.xsd`: XML Schema 1.0 of the XML form.
package struct XSDFile {
  private let schema: Schema

  package init(schema: Schema) { self.schema = schema }

  /// The file.
  package var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Written by dateline-generate from Schema.standard. Change the schema, not this file. The form is in xml.md. -->
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:dateline:1" targetNamespace="urn:dateline:1"
        elementFormDefault="qualified" attributeFormDefault="unqualified" version="\(Schema.version)">
      <xs:element name="dateline">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="header" type="HeaderRecord" minOccurs="0"/>
            <xs:choice minOccurs="0" maxOccurs="unbounded">
    \(records)        </xs:choice>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    \(simpleTypes)\(vocabularies)\(schema.objects.map(types).joined())</xs:schema>

    """
  }

  private var records: String {
    schema.lines.dropFirst().map {
      "          <xs:element name=\"\($0.recordType ?? "")\" type=\"\($0.title)Record\"/>\n"
    }.joined()
  }

  private var simpleTypes: String {
    func matching(_ name: String, _ pattern: String) -> String {
      """
        <xs:simpleType name="\(name)">
          <xs:restriction base="xs:string"><xs:pattern value="\(XMLForm.escaped(pattern))"/></xs:restriction>
        </xs:simpleType>

      """
    }
    return """
        <xs:simpleType name="text">
          <xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction>
        </xs:simpleType>
        <xs:simpleType name="flag">
          <xs:restriction base="xs:string"><xs:enumeration value="true"/></xs:restriction>
        </xs:simpleType>
        <xs:complexType name="extra">
          <xs:simpleContent>
            <xs:extension base="text"><xs:attribute name="key" type="text" use="required"/></xs:extension>
          </xs:simpleContent>
        </xs:complexType>

      """ + matching("date", Patterns.date) + matching("instant", Patterns.instant)
        + matching("clockTime", Patterns.clockTime) + ranges
  }

  /// A simple type for each range of numbers.
  private var ranges: String {
    var seen: Set<String> = []
    var text = ""
    for field in schema.objects.flatMap(\.fields) {
      let name = typeName(field.type)
      switch field.type {
      case .integer(let range) where seen.insert(name).inserted:
        text += self.range(name, "xs:long", "\(range.lowerBound)", "\(range.upperBound)")
      case .decimal(let range) where seen.insert(name).inserted:
        text += self.range(name, "xs:double", "\(Int(range.lowerBound))", "\(Int(range.upperBound))")
      default: break
      }
    }
    return text
  }

  private func range(_ name: String, _ base: String, _ lower: String, _ upper: String) -> String {
    """
      <xs:simpleType name="\(name)">
        <xs:restriction base="\(base)">
          <xs:minInclusive value="\(lower)"/>
          <xs:maxInclusive value="\(upper)"/>
        </xs:restriction>
      </xs:simpleType>

    """
  }

  private var vocabularies: String {
    schema.vocabularies.filter { !$0.isOpen }.map { vocabulary in
      let terms = vocabulary.terms.map { "      <xs:enumeration value=\"\($0.name)\"/>\n" }.joined()
      return
        "  <xs:simpleType name=\"\(vocabulary.name)\">\n    <xs:restriction base=\"xs:string\">\n\(terms)    </xs:restriction>\n  </xs:simpleType>\n"
    }.joined()
  }

  private func typeName(_ type: FieldType) -> String {
    switch type {
    case .text, .scalar, .json, .extras: "text"
    case .integer(let range): range.upperBound == .max ? "count" : "integer0to\(range.upperBound)"
    case .decimal(let range): "decimalTo\(Int(range.upperBound))"
    case .flag: "flag"
    case .date, .dateOrInstant: "date"
    case .instant: "instant"
    case .clockTime: "clockTime"
    case .term(let name): schema.vocabulary(name).isOpen ? "text" : "\(name)"
    case .object(let name): "\(name)Object"
    }
  }

  /// The types of an object in the roles that it plays: record, object, item.
  private func types(of object: ObjectDeclaration) -> String {
    if object.recordType != nil { return type("\(object.title)Record", of: object, isItem: false) }
    var text = ""
    let uses = schema.objects.flatMap(\.fields).filter { field in
      if case .object(let name) = field.type { "\(name)" == object.title } else { false }
    }
    if uses.contains(where: { !$0.isList }) { text += type("\(object.title)Object", of: object, isItem: false) }
    if uses.contains(where: \.isList) { text += type("\(object.title)Item", of: object, isItem: true) }
    return text
  }

  private func type(_ name: String, of object: ObjectDeclaration, isItem: Bool) -> String {
    var elements = ""
    var attributes = ""
    var content: FieldDeclaration?
    for field in object.fields {
      let least = field.isRequired ? "1" : "0"
      switch XMLForm.place(of: field, in: object, isItem: isItem) {
      case .attribute:
        let use = field.isRequired ? " use=\"required\"" : ""
        attributes += "<xs:attribute name=\"\(field.name)\" type=\"\(typeName(field.type))\"\(use)/>\n"
      case .content: content = field
      case .element:
        elements += "<xs:element name=\"\(field.name)\" type=\"\(typeName(field.type))\" minOccurs=\"\(least)\"/>\n"
      case .elements:
        elements += "<xs:element name=\"\(field.itemName)\" type=\"\(itemType(field.type))\" \(many)/>\n"
      case .extras: elements += "<xs:element name=\"extra\" type=\"extra\" \(many)/>\n"
      }
    }
    var inner = ""
    if let content {
      // Content that may be left out is empty.
      let base = content.isRequired ? "text" : "xs:string"
      inner =
        "<xs:simpleContent>\n  <xs:extension base=\"\(base)\">\n\(indented(attributes, 4))  </xs:extension>\n</xs:simpleContent>\n"
    } else {
      inner = (elements.isEmpty ? "" : "<xs:sequence>\n\(indented(elements, 2))</xs:sequence>\n") + attributes
    }
    return "  <xs:complexType name=\"\(name)\">\n\(indented(inner, 4))  </xs:complexType>\n"
  }

  private let many = "minOccurs=\"0\" maxOccurs=\"unbounded\""

  private func itemType(_ type: FieldType) -> String {
    if case .object(let name) = type { "\(name)Item" } else { typeName(type) }
  }

  private func indented(_ text: String, _ count: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: count) + $0 + "\n" }.joined()
  }
}

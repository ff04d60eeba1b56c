package import DatelineCore

/// `Specs/json/incident.schema.json`: JSON Schema (draft 2020-12) of one line of canonical NDJSON, and of a
/// canonical document.
///
/// The formats of texts (URI, country and so on) are annotations: readers keep a text that has another.
package struct JSONSchemaFile {
  private let schema: Schema

  package init(schema: Schema) { self.schema = schema }

  /// The file.
  package var text: String {
    let file: OrderedJSON = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:dateline:1:json",
      "title": "Canonical Dateline JSON: a line of NDJSON, or a document",
      "$comment": "Written by dateline-generate from Schema.standard. Change the schema, not this file.",
      "oneOf": .list((["Document"] + schema.lines.map(\.title)).map(reference)),
      "$defs": .object(documents + schema.objects.map { ($0.title, definition(of: $0)) } + vocabularies),
    ]
    return file.text() + "\n"
  }

  private func reference(_ name: String) -> OrderedJSON { ["$ref": .text("#/$defs/\(name)")] }

  /// A document, and its header, which needs no type there.
  private var documents: [(String, OrderedJSON)] {
    guard let header = schema.lines.first else { return [] }
    let document: OrderedJSON = [
      "description": "A header and a list of records.",
      "type": "object",
      "properties": [
        "header": reference("DocumentHeader"),
        "records": [
          "type": "array", "items": ["oneOf": .list(schema.lines.dropFirst().map { reference($0.title) })],
        ],
      ],
      "required": ["header", "records"],
      "additionalProperties": false,
    ]
    return [("Document", document), ("DocumentHeader", definition(of: header, hasType: false))]
  }

  private var vocabularies: [(String, OrderedJSON)] {
    schema.vocabularies.map { vocabulary in
      let names = OrderedJSON.list(vocabulary.terms.map { .text("\($0.name)") })
      return (
        "\(vocabulary.name)",
        vocabulary.isOpen ? ["type": "string", "minLength": 1, "examples": names] : ["enum": names]
      )
    }
  }

  private func definition(of object: ObjectDeclaration, hasType: Bool = true) -> OrderedJSON {
    var properties: [(String, OrderedJSON)] = []
    var required: [OrderedJSON] = []
    if hasType, let type = object.recordType {
      properties.append(("type", ["const": .text("\(type)")]))
      required.append("type")
    }
    for field in object.fields {
      properties.append((field.name, property(field)))
      if field.isRequired { required.append(.text(field.name)) }
    }
    var members: [(String, OrderedJSON)] = [("description", .text("\(object.meaning)")), ("type", "object")]
    members.append(("properties", .object(properties)))
    if required.isEmpty { members.append(("minProperties", 1)) } else { members.append(("required", .list(required))) }
    members.append(("additionalProperties", false))
    return .object(members)
  }

  private func property(_ field: FieldDeclaration) -> OrderedJSON {
    let meaning = ("description", OrderedJSON.text("\(field.meaning)"))
    guard field.isList else { return .object([meaning] + value(field.type)) }
    return .object([meaning, ("type", "array"), ("minItems", 1), ("items", .object(value(field.type)))])
  }

  private func value(_ type: FieldType) -> [(String, OrderedJSON)] {
    func matching(_ pattern: String) -> [(String, OrderedJSON)] {
      [("type", "string"), ("pattern", .text("^\(pattern)$"))]
    }
    switch type {
    case .text(let format):
      let names: [TextFormat: String] = [.uri: "uri", .pointer: "json-pointer"]
      return [("type", "string"), ("minLength", 1)] + (names[format].map { [("format", .text($0))] } ?? [])
    case .integer(let range):
      let upper: [(String, OrderedJSON)] =
        range.upperBound == .max ? [] : [("maximum", .number("\(range.upperBound)"))]
      return [("type", "integer"), ("minimum", .number("\(range.lowerBound)"))] + upper
    case .decimal(let range):
      return [
        ("type", "number"), ("minimum", .number("\(Int(range.lowerBound))")),
        ("maximum", .number("\(Int(range.upperBound))")),
      ]
    case .flag: return [("const", true)]
    case .date: return matching(Patterns.date)
    case .instant: return matching(Patterns.instant)
    // An instant is made of the characters of a date.
    case .dateOrInstant: return matching(Patterns.date)
    case .clockTime: return matching(Patterns.clockTime)
    case .term(let name), .object(let name): return [("$ref", .text("#/$defs/\(name)"))]
    case .scalar: return [("type", ["string", "number", "boolean"])]
    case .json, .extras: return [("type", "object"), ("minProperties", 1)]
    }
  }
}

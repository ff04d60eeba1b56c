package import DatelineCore
import DatelineRecord

/// `Specs/csv/incident.csvw.json`: metadata of the canonical table (CSV on the Web). The columns are in `Specs/csv.md`.
package struct CSVWFile {
  private let schema: Schema
  private let url: String

  /// What a table is called where nothing else is said.
  package static let standardURL = "incidents.csv"

  /// - Parameter url: Where the table is, relative to the metadata: metadata describe one table.
  package init(schema: Schema, url: String) {
    self.schema = schema
    self.url = url
  }

  /// The file.
  package var text: String {
    let type: OrderedJSON = [
      "name": "type", "titles": "type", "dc:description": "What the row is.", "required": true,
      "datatype": ["base": "string", "format": "header|report|incident|tombstone"],
    ]
    let file: OrderedJSON = [
      "@context": ["http://www.w3.org/ns/csvw", ["@language": "en"]],
      "url": .text(url),
      "dc:title": "A canonical Dateline table",
      "rdfs:comment": "Written by dateline-generate from Schema.standard. Change the schema, not this file.",
      "dialect": ["delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "header": true, "encoding": "utf-8"],
      "tableSchema": ["columns": .list([type] + schema.tableColumns.map { column($0.name, $0.field) })],
    ]
    return file.text() + "\n"
  }

  private func column(_ name: String, _ field: FieldDeclaration) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = [
      ("name", .text(name)), ("titles", .text(name)), ("dc:description", .text("\(field.meaning)")),
    ]
    switch field.type {
    case _ where field.isList: members.append(("datatype", "string"))
    case .integer(let range):
      members.append(("datatype", ["base": "long", "minimum": .number("\(range.lowerBound)")]))
    case .decimal(let range):
      let bounds = (Int(range.lowerBound), Int(range.upperBound))
      members.append(
        ("datatype", ["base": "double", "minimum": .number("\(bounds.0)"), "maximum": .number("\(bounds.1)")]))
    case .flag: members.append(("datatype", ["base": "boolean", "format": "true|false"]))
    case .json, .extras, .scalar: members.append(("datatype", "json"))
    default: members.append(("datatype", "string"))
    }
    return .object(members)
  }
}

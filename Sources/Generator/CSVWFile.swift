import DatelineCore
import DatelineRecord

/// `Specs/csv/incident.csvw.json`: metadata of the canonical table (CSV on the Web). The columns are in `Specs/csv.md`.
struct CSVWFile {
  let schema: Schema

  /// The file.
  var text: String {
    let type: OrderedJSON = [
      "name": "type", "titles": "type", "dc:description": "What the row is.", "required": true,
      "datatype": ["base": "string", "format": "header|report|incident|tombstone"],
    ]
    let file: OrderedJSON = [
      "@context": ["http://www.w3.org/ns/csvw", ["@language": "en"]],
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

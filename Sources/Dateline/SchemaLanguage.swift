import DatelineSchemas

/// The languages in which the canonical schema is published, for the validators and tools of others.
public enum SchemaLanguage: String, CaseIterable, Sendable {
  /// JSON Schema (2020-12) of canonical JSON.
  case json
  /// Metadata of the canonical table, as CSV on the Web has them.
  case csvw
  /// XML Schema 1.0 of canonical XML.
  case xsd
  /// RELAX NG of canonical XML.
  case rng

  /// One line about it.
  public var summary: String {
    switch self {
    case .json: "JSON Schema (2020-12) of canonical JSON: a line of ndjson, or a document"
    case .csvw: "CSV on the Web: metadata of the canonical table"
    case .xsd: "XML Schema 1.0 of canonical XML"
    case .rng: "RELAX NG of canonical XML"
    }
  }
}

extension Schema {
  /// The schema in a language that other programs understand: what `dateline schema` prints, and what stands in `Specs/`.
  ///
  /// - Parameter tableURL: Where the table is that ``SchemaLanguage/csvw`` describes, as a URL relative to the metadata's;
  ///   nil for `incidents.csv`. The other languages don't name a document.
  public func text(in language: SchemaLanguage, tableURL: String? = nil) -> String {
    switch language {
    case .json: JSONSchemaFile(schema: self).text
    case .csvw: CSVWFile(schema: self, url: tableURL ?? CSVWFile.standardURL).text
    case .xsd: XSDFile(schema: self).text
    case .rng: RelaxNGFile(schema: self).text
    }
  }
}

extension RuleCatalogue {
  /// What is checked with a schema of the user's.
  static let schemaRules: [ValidationRule] = [
    ValidationRule(
      .schemaInvalid, .error, .must, "the schema of --schema; XML Schema 1.0; RELAX NG",
      "The document does not keep to the schema that --schema names. The message says what the schema expects in the place.",
      wrong: "<town code=\"UA 1\"/>", right: "<town code=\"UA-1\"/>"),
    ValidationRule(
      .schemaImport, .error, .practice, "Specs/validation.md",
      "A schema takes parts from files of its own folder only. Nothing is fetched, and no path or link leads out of the folder: put a copy of the file there and name that.",
      wrong:
        #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="https://example.org/types.xsd"/></xs:schema>"#,
      right:
        #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="types.xsd"/></xs:schema>"#),
    ValidationRule(
      .schemaUnusable, .error, .must, "XML Schema 1.0; RELAX NG",
      "The schema itself is wrong, in another language, or larger than is read, so that no document can be held against it. XML Schema 1.0 and RELAX NG in XML are read, with the datatypes of XML Schema.",
      wrong:
        #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="town" type="Town"/></xs:schema>"#,
      right:
        #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="town" type="xs:string"/></xs:schema>"#
    ),
  ]
}

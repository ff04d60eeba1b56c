internal import DatelineValidation

/// Alerts of the Common Alerting Protocol, versions 1.1 and 1.2: whole ones, and the fields that feeds of alerts show in
/// their entries.
enum AlertVocabulary {
  static let namespaces: [String: FeedNamespace] = [
    "urn:oasis:names:tc:emergency:cap:1.1": .alert11, "urn:oasis:names:tc:emergency:cap:1.2": .alert,
  ]

  /// CAP 1.2, section 3.2.1.
  static let alert = ElementModel(
    "alert", .alert,
    children: [
      .needed("identifier", .custom(.alertName), .capRequired, role: .alertField),
      .needed("sender", .custom(.alertName), .capRequired, role: .alertField),
      .needed("sent", .custom(.alertDate), .capRequired, role: .alertField),
      .needed("status", .word(statuses, .capValue), .capRequired, role: .alertField),
      .needed("msgType", .word(messageTypes, .capValue), .capRequired, role: .alertField),
      .needed("scope", .word(scopes, .capValue), .capRequired, role: .alertField),
      .once("source", .text), .once("restriction", .text, role: .alertField),
      .once("addresses", .text, role: .alertField), .many("code", .text), .once("note", .text, role: .alertField),
      .once("references", .custom(.alertReferences), role: .alertField), .once("incidents", .text), .many(info),
    ])

  /// Section 3.2.2.
  private static let info = ElementModel(
    "info", .alertInfo,
    children: [
      .once("language", .language),  // At least one; the rules of the element look for it.
      .many("category", .word(categories, .capValue), .category),
      .needed("event", .text, .capRequired, filled: true), .many("responseType", .word(responses, .capValue)),
      .needed("urgency", .word(urgencies, .capValue), .capRequired),
      .needed("severity", .word(severities, .capValue), .capRequired),
      .needed("certainty", .word(certainties, .capValue), .capRequired),
      .once("audience", .text), .many(pair("eventCode")),
      .once("effective", .custom(.alertDate), role: .alertField),
      .once("onset", .custom(.alertDate), role: .alertField),
      .once("expires", .custom(.alertDate), role: .alertField),
      .once("senderName", .text), .once("headline", .text), .once("description", .text), .once("instruction", .text),
      .once("web", .custom(.alertLink)), .once("contact", .text), .many(pair("parameter")), .many(resource),
      .many(area),
    ])

  /// Section 3.2.3.
  private static let resource = ElementModel(
    "resource", .alertResource,
    children: [
      .needed("resourceDesc", .text, .capRequired, filled: true),
      .needed("mimeType", .mediaType(.mimeInvalid), .capRequired),
      .once("size", .integer(0...Int.max, .integerInvalid)),
      .once("uri", .uri(.international)), .once("derefUri", .any), .once("digest", .text),
    ])

  /// Section 3.2.4.
  private static let area = ElementModel(
    "area", .alertArea,
    children: [
      .needed("areaDesc", .text, .capRequired, filled: true), .many("polygon", .custom(.alertPolygon)),
      .many("circle", .custom(.alertCircle)), .many(pair("geocode")),
      .once("altitude", .decimal(.floatInvalid), role: .alertField),
      .once("ceiling", .decimal(.floatInvalid), role: .alertField),
    ])

  /// A name of the sender's own, and its value.
  private static func pair(_ name: String) -> ElementModel {
    ElementModel(
      name,
      children: [
        .needed("valueName", .text, .capRequired, filled: true), .needed("value", .text, .capRequired),
      ])
  }

  /// What stands in entries: a whole alert, or fields of one, as in the index feeds of warning centres.
  static let elements: [ExtensionElement] =
    [ExtensionElement(alert, in: .entries)]
    + (alert.children + info.children + area.children)
    .filter { !["info", "resource", "area", "eventCode", "parameter", "geocode"].contains($0.model.name) }
    .map { ExtensionElement(field($0.model), in: .entries) }
    + ["info", "resource", "area", "eventCode", "parameter", "geocode"]
    .map { ExtensionElement(.foreign(named: $0), in: .entries) }

  /// The same field outside of an alert, where it may be empty: a warning for no polygon has the element all the same.
  private static func field(_ model: ElementModel) -> ElementModel {
    ElementModel(model.name, .alertField, model.value)
  }

  private static let statuses = ["Actual", "Exercise", "System", "Test", "Draft"]
  private static let messageTypes = ["Alert", "Update", "Cancel", "Ack", "Error"]
  private static let scopes = ["Public", "Restricted", "Private"]
  private static let categories = [
    "Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other",
  ]
  private static let responses = [
    "Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear", "None",
  ]
  private static let urgencies = ["Immediate", "Expected", "Future", "Past", "Unknown"]
  private static let severities = ["Extreme", "Severe", "Moderate", "Minor", "Unknown"]
  private static let certainties = ["Observed", "Likely", "Possible", "Unlikely", "Unknown"]
}

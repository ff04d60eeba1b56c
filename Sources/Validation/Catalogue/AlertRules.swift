extension RuleCatalogue {
  /// Alerts of the Common Alerting Protocol, alone or inside of feeds.
  static let alertRules: [ValidationRule] = [
    ValidationRule(
      .capRequired, .error, .must, "CAP 1.2 §3.2",
      "An alert, and each part of it, has elements that are never left out. Programs that pass alerts on refuse it without them.",
      wrong: "<cap:alert><cap:identifier>b1</cap:identifier></cap:alert>",
      right: whole("")),
    ValidationRule(
      .capValue, .error, .must, "CAP 1.2 §3.2.1, §3.2.2",
      "CAP has a list of words for this value, and their capitals count. Whoever filters alerts by it misses this one.",
      wrong: "<cap:severity>high</cap:severity>",
      right: "<cap:severity>Severe</cap:severity>"),
    ValidationRule(
      .capDate, .error, .must, "CAP 1.2 §3.3.2",
      "Dates of CAP have a time to the second and a zone in digits: UTC is -00:00, not Z.",
      wrong: "<cap:expires>2024-01-13T18:30:02Z</cap:expires>",
      right: "<cap:expires>2024-01-13T18:30:02-00:00</cap:expires>"),
    ValidationRule(
      .capExpires, .warning, .practice, "CAP 1.2 §3.2.2 (expires)",
      "The alert expires before it was sent, before it takes effect or before what it warns of begins, so that it never holds.",
      wrong:
        "<cap:effective>2024-01-13T18:30:02-00:00</cap:effective><cap:expires>2024-01-13T06:30:02-00:00</cap:expires>",
      right:
        "<cap:effective>2024-01-13T18:30:02-00:00</cap:effective><cap:expires>2024-01-14T06:30:02-00:00</cap:expires>"),
    ValidationRule(
      .capIdentifier, .error, .must, "CAP 1.2 §3.2.1 (identifier, sender)",
      "Identifiers and senders have no spaces, commas, less-than signs or ampersands: other alerts refer to them in lists.",
      wrong: "<cap:identifier>bridge closed, 1</cap:identifier>",
      right: "<cap:identifier>bridge-closed-1</cap:identifier>"),
    ValidationRule(
      .capIdentifierRepeated, .error, .must, "CAP 1.2 §3.2.1 (identifier)",
      "Two alerts of a document have the same sender, identifier and date. Readers show one of them.",
      wrong: whole("") + whole(""),
      right: whole("")),
    ValidationRule(
      .capReferences, .error, .must, "CAP 1.2 §3.2.1 (references)",
      "References name messages by sender, identifier and date, with commas between, and spaces between messages.",
      wrong: "<cap:references>b1</cap:references>",
      right: "<cap:references>desk@example.org,b1,2024-01-13T18:30:02-00:00</cap:references>"),
    ValidationRule(
      .capConditional, .error, .must, "CAP 1.2 §3.2.1, §3.2.4 (ceiling)",
      "A value asks for another element: a restricted scope for a restriction, a private one for addresses, an update or cancellation for what it is about, a ceiling for an altitude.",
      wrong: whole("<cap:scope>Private</cap:scope>"),
      right: whole("<cap:scope>Private</cap:scope><cap:addresses>desk@example.org</cap:addresses>")),
    ValidationRule(
      .capShape, .error, .must, "CAP 1.2 §3.2.4 (polygon, circle)",
      "A polygon is four points at least, of which the last is the first; a circle a point and a radius in kilometres. A point is latitude, comma, longitude.",
      wrong: "<cap:polygon>50.2 36.4 50.3 36.5</cap:polygon>",
      right: "<cap:polygon>50.2,36.4 50.3,36.4 50.3,36.5 50.2,36.4</cap:polygon>"),
  ]

  /// The shortest alert; `scope` replaces its scope.
  private static func whole(_ scope: String) -> String {
    "<cap:alert><cap:identifier>b1</cap:identifier><cap:sender>desk@example.org</cap:sender>"
      + "<cap:sent>2024-01-13T18:30:02-00:00</cap:sent><cap:status>Actual</cap:status><cap:msgType>Alert</cap:msgType>"
      + (scope.isEmpty ? "<cap:scope>Public</cap:scope>" : scope) + "</cap:alert>"
  }
}

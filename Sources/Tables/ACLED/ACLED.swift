package import DatelineCore

/// Events of the Armed Conflict Location & Event Data project (`Specs/dialects/acled.md`).
package struct ACLED: TableDialect {
  package var name: String { "acled" }
  package var summary: String { "events of the Armed Conflict Location & Event Data project (ACLED)" }
  package var columns: [String] { ACLEDColumn.names }

  package init() {}

  package let carries = FieldSet(
    "incident.id", "incident.externalIDs", "incident.summary", "incident.kind", "incident.codes", "incident.stage",
    "incident.when.date", "incident.when.dateBasis",
    "incident.places.role", "incident.places.name", "incident.places.admin1", "incident.places.admin2",
    "incident.places.admin3", "incident.places.region", "incident.places.country", "incident.places.countryName",
    "incident.places.longitude", "incident.places.latitude", "incident.places.precision", "incident.places.basis",
    "incident.participants.name", "incident.participants.kind", "incident.participants.roles",
    "incident.participants.side",
    "incident.casualties.status", "incident.casualties.outcome", "incident.casualties.best",
    "incident.damage.status", "incident.damage.object", "incident.damage.extent", "incident.revision.modified",
    "incident.reports.publisher", "incident.evidence", "incident.extras")

  package func recognise(columns: [String]) -> Recognition? {
    let known = Set(columns.compactMap(ACLEDColumn.init))
    guard known.contains(.eventID) else { return nil }
    let telling: Set<ACLEDColumn> = [
      .eventDate, .timePrecision, .eventType, .subEventType, .actor1, .associates1, .inter1, .interaction,
      .geoPrecision, .notes, .fatalities,
    ]
    let found = known.intersection(telling).count
    guard found >= 4 else { return nil }
    return Recognition(
      found >= 8 ? 95 : 75, "the columns are ACLED's: event_id_cnty and \(known.count - 1) others that it has")
  }

  package func makeRowReader(columns: [Text]) -> any TableRowReader { ACLEDRowReader(columns: columns) }

  package func makeRowWriter(_ context: WriteContext) -> any TableRowWriter { ACLEDRowWriter(context) }
}

extension DiagnosticCode {
  static let acledUnknownColumn: Self = "acled.unknown-column"
  static let acledRepeatedColumn: Self = "acled.repeated-column"
  static let acledNoEventID: Self = "acled.no-event-id"
  static let acledBadDate: Self = "acled.bad-date"
  static let acledDateOrder: Self = "acled.date-order"
  static let acledYearDiffers: Self = "acled.year-differs"
  static let acledBadNumber: Self = "acled.bad-number"
  static let acledUnknownCode: Self = "acled.unknown-code"
  static let acledInteractionDiffers: Self = "acled.interaction-differs"
  static let acledCountryDiffers: Self = "acled.country-differs"
}

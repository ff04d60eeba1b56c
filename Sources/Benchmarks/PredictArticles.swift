import DatelineCore
import DatelineReading
import Foundation

/// Incidents in the form of `articles_score.py`.
enum PredictArticles {
  static func run(_ path: String) throws {
    for input in try PredictionInput.read(path) {
      let result = input.reading()
      var object: [String: Any] = ["id": input.id, "incidents": result.drafts.map { incident($0) }]
      object["publication_date"] = result.layout.published?.date.description
      try PredictionInput.print(object)
    }
  }

  private static func incident(_ draft: IncidentDraft) -> [String: Any] {
    var object: [String: Any] = ["type": type(draft.kind.value), "accidental": draft.intent?.value == "accidental"]
    if let date = draft.when?.edtf, isPlain(date) { object["date"] = date }
    if let part = draft.time?.value ?? draft.partOfDay?.value { object["time_of_day"] = dayParts[part] ?? part }
    object["location"] = location(draft)
    object["perpetrators"] = draft.perpetrators.map(\.value.name)
    object["organizations"] =
      draft.organisations.map(\.value.name) + draft.actingCountries.compactMap { CountryNames.name($0.value) }
    object["targets"] = draft.targets.map(\.value.name)
    object["victims"] = draft.victims.map(\.value.name)
    object["weapons"] = draft.munitions.filter { $0.value.platform == nil }.map(\.value.name)
    if let killed = CasualtySummary(of: .killed, in: draft).best {
      object["killed"] = killed < 0 ? "some" : killed as Any
    }
    if let wounded = CasualtySummary(of: .wounded, in: draft).best {
      object["wounded"] = wounded < 0 ? "some" : wounded as Any
    }
    if let damage = damage(draft) { object["damage"] = damage }
    object["sources"] = draft.claims.map {
      [$0.value.speaker, stances[$0.value.stance.name.description] ?? $0.value.stance.name.description]
    }
    return object
  }

  private static let stances = ["claimsResponsibility": "claims", "blames": "accuses"]
  private static let dayParts = ["earlyMorning": "morning", "midday": "noon", "lateEvening": "night"]

  /// The names of the place, the country first.
  static func location(_ draft: IncidentDraft) -> [String] {
    let countries = [draft.country?.value, draft.assumedCountry].compactMap { $0.flatMap(CountryNames.name) }
    return unique(draft.rankedPlaces.flatMap(\.names) + countries)
  }

  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// Whether a date is made of days, months and years that the scorers can read.
  static func isPlain(_ date: String) -> Bool {
    date.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 47 }
  }

  private static func damage(_ draft: IncidentDraft) -> String? {
    let entries = draft.damage.map(\.value)
    if entries.contains(where: { $0.status == .reported && $0.extent == "destroyed" }) { return "destroyed" }
    if entries.contains(where: { $0.status == .reported }) { return "some" }
    return entries.contains { $0.status == .none } ? "none" : nil
  }

  private static let types: [(IncidentKind, String)] = [
    (.accidentalRelease, "airstrike"), (.airStrike, "airstrike"), (.drone, "drone_strike"),
    (.missile, "missile_strike"),
    (.rocket, "rocket_attack"), (.shelling, "shelling"), (.clash, "clash"), (.shooting, "shooting"),
    (.suicideBombing, "bombing"), (.vehicleBombing, "bombing"), (.mine, "mine"), (.bombing, "bombing"),
    (.massacre, "murder"), (.assassination, "assassination"), (.killing, "murder"), (.stabbing, "stabbing"),
    (.vehicleAttack, "vehicle_attack"), (.abduction, "kidnapping"), (.robbery, "robbery"), (.hijacking, "hijacking"),
    (.arson, "arson"), (.helicopterAccident, "helicopter_crash"), (.aviationAccident, "plane_crash"),
    (.derailment, "train_derailment"), (.railAccident, "train_crash"), (.shipAccident, "ship_accident"),
    (.collision, "collision"), (.fire, "fire"), (.explosionAccident, "explosion"), (.collapse, "structure_collapse"),
    (.roadAccident, "transport_accident"), (.accident, "accident"), (.riot, "riot"), (.protest, "protest"),
    (.force, "attack"), (.attack, "attack"), (.sabotage, "attack"),
  ]

  static func type(_ kind: IncidentKind) -> String {
    types.first { kind.isWithin($0.0) }?.1 ?? "attack"
  }
}

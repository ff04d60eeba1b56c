import DatelineReading
import Foundation

/// The first incident of each note in the form of `notes_score.py`.
enum PredictNotes {
  static func run(_ path: String) throws {
    for input in try PredictionInput.read(path) {
      let result = input.reading()
      var object: [String: Any] = ["id": input.id]
      if let draft = result.drafts.first {
        object["type"] = type(draft)
        if let date = draft.when?.edtf, PredictArticles.isPlain(date) { object["date"] = date }
        if let code = draft.places.compactMap(\.country).first ?? draft.country?.value ?? draft.assumedCountry,
          let name = CountryNames.name(code)
        {
          object["country"] = name
        }
        object["location"] = PredictArticles.location(draft)
        let killed = result.drafts.compactMap { CasualtySummary(of: .killed, in: $0).best }.max()
        if let killed { object["killed"] = max(killed, 0) }
        let wounded = result.drafts.compactMap { CasualtySummary(of: .wounded, in: $0).best }.max()
        if let wounded { object["wounded"] = max(wounded, 0) }
        object["actors"] = result.drafts.flatMap { draft in
          draft.perpetrators.map(\.value.name) + draft.organisations.map(\.value.name) + draft.victims.map(\.value.name)
            + draft.actingCountries.compactMap { CountryNames.name($0.value) }
        }
      }
      try PredictionInput.print(object)
    }
  }

  private static let armed: Set<ActorKind> = [.armedForces, .police, .rebelGroup, .militia, .criminalGroup]

  private static func isArmed(_ entity: Finding<Entity>) -> Bool { entity.value.kind.map(armed.contains) ?? false }

  /// The coarse class of an incident: what two armed sides do to each other is a battle.
  private static func type(_ draft: IncidentDraft) -> String {
    let kind = draft.kind.value
    if kind.isWithin(.accident) { return "accident" }
    if kind == .riot { return "riot" }
    if kind == .protest { return "protest" }
    if kind.isWithin(.development) || kind.family == "crime" { return "strategic" }
    if kind.isWithin(.clash) { return "battle" }
    let isRemote = kind.isWithin(.bombing) || kind.isWithin(.force) && kind != .shooting && kind != .force
    if isRemote { return "remote" }
    let sufferers = draft.victims + draft.targets
    if sufferers.contains(where: isArmed), kind != .abduction { return "battle" }
    return "civilians"
  }
}

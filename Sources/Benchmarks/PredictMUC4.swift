import DatelineCore
import DatelineReading
import Foundation

/// Incidents in the form of `muc4_score.py`.
enum PredictMUC4 {
  static func run(_ path: String) throws {
    for input in try PredictionInput.read(path) {
      let result = input.reading()
      let incidents = result.drafts.compactMap { incident($0, result) }
      try PredictionInput.print(["docid": input.id, "incidents": incidents])
    }
  }

  private static func incident(_ draft: IncidentDraft, _ result: IncidentReader.Result) -> [String: Any]? {
    guard let type = type(draft.kind.value) else { return nil }
    let published = result.layout.published?.date
    // The task leaves out what happened more than two months before the report.
    if let last = draft.when?.last, let day = published?.earliestDay, day.dayNumber - last.dayNumber > 75 { return nil }
    if isCombat(draft) { return nil }
    var object: [String: Any] = ["type": type]
    if let date = draft.when?.edtf, PredictArticles.isPlain(date) { object["date"] = date }
    if object["date"] == nil, let published { object["date"] = "/" + published.description }
    object["rule"] = draft.kind.rule
    object["location"] = PredictArticles.location(draft)
    object["perpetrators"] = draft.perpetrators.map { names($0.value) }
    object["organizations"] = draft.organisations.map { names($0.value) }
    object["targets"] = draft.targets.map { names($0.value) }
    object["victims"] = draft.victims.map { names($0.value) }
    object["weapons"] = draft.munitions.filter { $0.value.platform == nil }.map(\.value.name)
    if let killed = CasualtySummary(of: .killed, in: draft).best {
      object["killed"] = killed < 0 ? "some" : killed as Any
    }
    if let wounded = CasualtySummary(of: .wounded, in: draft).best {
      object["wounded"] = wounded < 0 ? "some" : wounded as Any
    }
    return object
  }

  /// The task leaves out what armed sides do to each other.
  private static func isCombat(_ draft: IncidentDraft) -> Bool {
    let armed: Set<ActorKind> = [.armedForces, .rebelGroup, .militia]
    guard !draft.victims.isEmpty, draft.targets.isEmpty, draft.kind.value != .abduction else { return false }
    return draft.victims.allSatisfy { $0.value.kind.map(armed.contains) ?? false }
  }

  private static func names(_ entity: Entity) -> [String] { [entity.name] + entity.otherNames }

  /// The incident type of the MUC-4 task; nil for what it leaves out: accidents, demonstrations, clashes of armies.
  private static func type(_ kind: IncidentKind) -> String? {
    if kind.isWithin(.accident) || kind.isWithin(.development) || kind == .clash || kind == .riot || kind == .protest {
      return nil
    }
    if kind.isWithin(.bombing) { return "BOMBING" }
    switch kind {
    case .abduction: return "KIDNAPPING"
    case .arson: return "ARSON"
    case .robbery: return "ROBBERY"
    case .hijacking: return "HIJACKING"
    case .workStoppage: return "FORCED WORK STOPPAGE"
    default: return "ATTACK"
    }
  }
}

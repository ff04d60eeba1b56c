import DatelineReading
import Foundation

/// All places of each line with what is known of them, to look at the place rules by themselves.
enum PredictPlaces {
  static func run(_ path: String) throws {
    for input in try PredictionInput.read(path) {
      let title = input.title.flatMap { input.text.hasPrefix($0) ? nil : $0 }
      let finder = PlaceFinder(ArticleText(blocks: [title, input.text].compactMap { $0 }))
      var object: [String: Any] = ["id": input.id, "mentions": finder.mentions.map(object)]
      object["country"] = finder.countryContext
      try PredictionInput.print(object)
    }
  }

  private static func object(_ mention: PlaceMention) -> [String: Any] {
    let optional: [String: Any?] = [
      "name": mention.name, "relation": mention.relation?.rawValue, "settlement": mention.settlement,
      "admin3": mention.admin3, "admin2": mention.admin2, "admin1": mention.admin1, "admin1Code": mention.admin1Code,
      "region": mention.region, "country": mention.country, "countryName": mention.countryName,
      "longitude": mention.longitude, "latitude": mention.latitude, "radius": mention.radius,
      "timeZone": mention.timeZone, "relatedTo": mention.relatedTo.isEmpty ? nil : mention.relatedTo,
    ]
    let certain: [String: Any] = [
      "text": mention.text, "start": mention.range.lowerBound, "end": mention.range.upperBound,
      "sentence": mention.sentence, "precision": mention.precision.rawValue, "basis": mention.basis.rawValue,
      "rule": mention.rule, "locative": mention.isLocative, "actor": mention.isActor,
      "specificity": mention.specificity,
      "evidence": mention.evidence.map {
        "\($0.field.rawValue) \($0.range.lowerBound)..<\($0.range.upperBound) \($0.rule)"
      },
    ]
    return certain.merging(optional.compactMapValues { $0 }) { first, _ in first }
  }
}

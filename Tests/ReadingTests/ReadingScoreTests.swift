import DatelineCore
import DatelineReading
import Foundation
import Testing

/// The gates on the development sets, which lie beside the package; without them the tests say that they skip.
@Suite("Scores on the development sets") struct ReadingScoreTests {
  private static let corpora = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/corpora/text").standardizedFileURL

  private func lines(_ path: String) -> [[String: Any]]? {
    guard let content = try? String(contentsOf: Self.corpora.appendingPathComponent(path), encoding: .utf8) else {
      print("skipped: there is no \(path)")
      return nil
    }
    return content.split(separator: "\n").compactMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  @Test func `the seed tells of four incidents`() throws {
    guard let text = try? String(contentsOf: Self.corpora.appendingPathComponent("seed.txt"), encoding: .utf8) else {
      return print("skipped: there is no seed.txt")
    }
    let incidents = ArticleReading().read(text).incidents
    #expect(incidents.map { $0.when?.date?.description } == ["2024-01-13", "2024-01-13", "2024-01-02", "2024-01-08"])
    #expect(incidents.map { $0.when?.partOfDay } == [.morning, .evening, nil, nil])
    #expect(incidents.map { $0.cause?.intent } == Array(repeating: Intent.accidental, count: 4))
    #expect(incidents.first?.title?.description == "Kalibr missile comes down between Pavlovskaya and Atamanskaya")
    #expect(incidents.first?.damage.map(\.status) == [HarmStatus.none])
    #expect(incidents.last?.munitions.first?.designation?.description == "FAB-250")
  }

  @Test func `articles with incidents and without are told apart`() throws {
    guard let articles = lines("articles/dev.jsonl") else { return }
    var found = 0
    var told = 0
    for article in articles {
      guard let text = article["text"] as? String, let labelled = article["incidents"] as? [Any] else { continue }
      let reference = (article["publication_date"] as? String).flatMap { EDTF($0) }
      let count = ArticleReading(referenceDate: reference, title: article["title"] as? String).read(text).incidents
        .count
      found += min(count, labelled.count)
      told += labelled.count
      if labelled.isEmpty { #expect(count == 0) }
    }
    #expect(found * 10 >= told * 8, "\(found) of \(told)")
  }
}

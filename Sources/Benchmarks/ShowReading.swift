import DatelineCore
import DatelineReading
import Foundation

/// Prints what the reader makes of an article before it looks for incidents: blocks, head and foot, dates.
enum ShowReading {
  static func run(_ path: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    show(ArticleLayout(text))
  }

  /// Shows every article of a file of lines with `text`, `title` and `publication_date` or `reference`.
  static func runLines(_ path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    for line in data.split(separator: UInt8(ascii: "\n")) {
      guard let object = try JSONSerialization.jsonObject(with: line) as? [String: Any],
        let text = object["text"] as? String
      else { continue }
      let written = (object["publication_date"] ?? object["reference"]) as? String
      print("##", object["id"] ?? object["docid"] ?? "")
      show(ArticleLayout(text, title: object["title"] as? String, reference: written.flatMap(PredictDates.reference)))
    }
  }

  private static func show(_ layout: ArticleLayout) {
    for block in layout.blocks { print("\(block.role): \(block.text.prefix(70).replacing("\n", with: "⏎"))…") }
    print(
      "published:", layout.published.map { "\($0.date) \($0.basis)" } ?? "-", "updated:",
      layout.updated?.date.description ?? "-")
    if let byline = layout.byline { print("byline: \(byline) = \(layout.authors)") }
    if let line = layout.dateline {
      print("dateline: \(line.text) = \(line.place ?? "-") | \(line.date?.description ?? "-") | \(line.agency ?? "-")")
    }
    if let rights = layout.rights { print("rights: \(rights.text) = \(rights.holder ?? "-") \(rights.year ?? 0)") }
    for one in layout.evidence {
      print("  \(one.field) \(one.rule): \(layout.article.string(in: one.utf8Range).prefix(60))")
    }
    for mention in DateFinder(reference: layout.reference).mentions(in: layout.article) {
      let words = mention.evidence.map { "\(layout.article.string(in: $0.utf8Range)) [\($0.rule)]" }
      let time = mention.time?.description ?? mention.partOfDay.map { "\($0)" } ?? ""
      print(
        "  \(mention.edtf?.description ?? "?") \(time) \(mention.precision) \(mention.basis) \(mention.relation):",
        words.joined(separator: " + "))
    }
  }
}

import DatelineReading
import Foundation

/// Measures the first steps of the reader on the texts of a file of lines.
enum ReadingSpeed {
  static func run(_ path: String) throws {
    var texts: [String] = []
    for line in try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n")) {
      if let object = try JSONSerialization.jsonObject(with: line) as? [String: Any],
        let text = object["text"] as? String
      {
        texts.append(text)
      }
    }
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    measure("tokens", bytes) { texts.reduce(0) { $0 + Tokenizer.tokens(of: $1).count } }
    measure("text with sentences", bytes) { texts.reduce(0) { $0 + ArticleText($1).sentences.count } }
    measure("layout", bytes) { texts.reduce(0) { $0 + ArticleLayout($1).blocks.count } }
    let articles = texts.map { ArticleText($0) }
    let finder = DateFinder(reference: DateReference(year: 1990, month: 1, day: 15))
    measure("dates", bytes) { articles.reduce(0) { $0 + finder.mentions(in: $1).count } }
  }

  private static func measure(_ name: String, _ bytes: Int, _ work: () -> Int) {
    var best = Duration.seconds(1_000)
    var count = 0
    for _ in 0..<3 { best = min(best, ContinuousClock().measure { count = work() }) }
    let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
    print(name, count, String(format: "%.2f MB/s", Double(bytes) / 1e6 / seconds))
  }
}

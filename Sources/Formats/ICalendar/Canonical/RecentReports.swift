import DatelineCore

/// What the incidents that follow a report may need of it. Only the last few reports are remembered, so memory stays
/// bounded; incidents follow their report closely.
struct RecentReports {
  /// What is remembered of a report. The texts are copies: a slice would keep the whole record.
  struct Entry {
    let id: Text
    let headline: Text?
    let publisher: Text?
    let published: DateOrInstant?
    let url: Text?
  }

  private static let limit = 16
  private var entries: [Entry] = []
  private var next = 0

  /// What is remembered of the report with this id.
  subscript(id: Text) -> Entry? { entries.last { $0.id == id } }

  /// The address of the page that `reference` stands for.
  func address(of reference: ReportReference) -> Text? {
    reference.url ?? reference.id.flatMap { self[$0]?.url }
  }

  /// Remembers `report` and forgets the oldest.
  mutating func add(_ report: Report) {
    let entry = Entry(
      id: report.id.copied, headline: report.headlines.first?.text?.copied,
      publisher: report.publisher?.copied, published: report.published,
      url: report.address?.copied)
    if entries.count < Self.limit {
      entries.append(entry)
    } else {
      entries[next] = entry
      next = (next + 1) % Self.limit
    }
  }
}

extension Text {
  /// The same text with bytes of its own: a slice keeps its whole record.
  var copied: Text {
    var bytes: [UInt8] = []
    withUTF8 { bytes.append(copying: $0) }
    return Text(checked: bytes, 0..<bytes.count)
  }
}

extension Report {
  /// The address of its page: the canonical link, else the first.
  var address: Text? {
    (links.first { $0.rel?.equals("canonical") == true } ?? links.first { $0.rel == nil })?.url
  }
}

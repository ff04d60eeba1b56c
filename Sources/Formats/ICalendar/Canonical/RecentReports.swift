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

  /// Remembers `report` and forgets the oldest.
  mutating func add(_ report: Report) {
    let entry = Entry(
      id: Self.copy(report.id), headline: (report.headlines.first?.text).map(Self.copy),
      publisher: report.publisher.map(Self.copy), published: report.published,
      url: report.address.map(Self.copy))
    if entries.count < Self.limit {
      entries.append(entry)
    } else {
      entries[next] = entry
      next = (next + 1) % Self.limit
    }
  }

  private static func copy(_ text: Text) -> Text {
    var bytes: [UInt8] = []
    text.withUTF8 { bytes.append(copying: $0) }
    return Text(checked: bytes, 0..<bytes.count)
  }
}

extension Report {
  /// The address of its page: the canonical link, else the first.
  var address: Text? {
    (links.first { $0.rel?.equals("canonical") == true } ?? links.first { $0.rel == nil })?.url
  }
}

package import DatelineCore

extension Incident {
  /// The date that an entry about it has: when its record changed, when its first report came out, when it happened.
  package var feedDate: DateOrInstant? {
    (revision?.modified ?? revision?.created).map { .instant($0) } ?? reports.lazy.compactMap(\.published).first
      ?? when?.date.map { .date($0) }
  }
}

extension Report {
  /// The link that leads to the report itself.
  package var mainLink: Link? {
    func first(_ rel: StaticString) -> Link? {
      links.first { $0.rel?.equals(rel) == true && $0.url.map { FeedAddress.isAbsolute($0.description) } == true }
    }
    return first("canonical") ?? first("alternate")
  }
}

extension Report {
  /// The text as an entry shows it: without the headline, which an entry has in a place of its own.
  package var bodyWithoutHeadline: [Block] { startsWithHeadline ? Array(body.dropFirst()) : body }

  private var startsWithHeadline: Bool {
    guard let first = body.first, first.role == .headline else { return false }
    return first.text == mainHeadline?.text
  }

  private var mainHeadline: Headline? { headlines.first { $0.role == .main } ?? headlines.first }

  /// Makes `text` the main headline, or takes that out; other headlines stay.
  package mutating func setMainHeadline(_ text: Text?) {
    let isInBody = startsWithHeadline
    let index = headlines.firstIndex { $0.role == .main } ?? headlines.indices.first
    switch (text, index) {
    case (let text?, let index?): headlines[index].text = text
    case (nil, let index?): headlines.remove(at: index)
    case (let text?, nil):
      var headline = Headline()
      headline.role = .main
      headline.text = text
      headlines = [headline]
    case (nil, nil): break
    }
    guard isInBody else { return }
    if let text { body[0].text = text } else { body.removeFirst() }
  }

  /// Makes `blocks` the text that an entry shows. Those that were there before keep what an entry does not show of them.
  package mutating func setBody(_ blocks: [Block]) {
    var old = bodyWithoutHeadline
    let headline = startsWithHeadline ? body.prefix(1) : []
    body =
      headline
      + blocks.map { block in
        guard let index = old.firstIndex(where: { $0.text == block.text }) else { return block }
        return old.remove(at: index)
      }
  }
}

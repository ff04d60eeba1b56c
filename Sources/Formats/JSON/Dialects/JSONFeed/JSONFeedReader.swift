import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineSyndication

/// Reads a JSON Feed item by item: of each a report, or the record that it carries.
///
/// Members of an object come in any order, and many programs sort them, so that the title comes behind the items. Items
/// are held until the feed has ended, up to ``FeedLookahead/size`` bytes of them, and up to the size of one record while
/// there is no title; what comes later is told of.
final class JSONFeedReader: RecordReader {
  private var pieces: JSONFeedPieces
  private let context: ReadContext
  private var log: DiagnosticLog { context.log }
  private var feedContext = JSONFeedContext()
  /// Items that have been read and not been taken, in order.
  private var held: ArraySlice<JSONFeedPieces.Item> = []
  /// What ended the reading behind them.
  private var failure: ConversionError?
  private var position = SourcePosition()

  init(_ input: consuming ByteReader, _ context: ReadContext) {
    pieces = JSONFeedPieces(input, context)
    self.context = context
  }

  func position(of pointer: String) -> SourcePosition? { position }

  // MARK: - Header

  func readHeader() throws(ConversionError) -> Header? {
    var members: [JSONMember] = []
    var items: [JSONFeedPieces.Item] = []
    var heldSize = 0
    var hasItems = false
    do throws(ConversionError) {
      reading: while let piece = try pieces.next() {
        switch piece {
        case .member(let member, let position):
          if try isFirst(member, among: members, at: position) { members.append(member) }
        case .items: hasItems = true
        case .item(let item):
          items.append(item)
          heldSize += item.bytes.count
          let hasTitle = members.contains { $0.key == "title" }
          if heldSize > (hasTitle ? FeedLookahead.size : context.limits.recordSize) { break reading }
        }
      }
    } catch {
      // Where the items begin, the feed has said what it is.
      guard hasItems else { throw error }
      failure = error
    }
    held = items[...]
    if !hasItems {
      try log.report(
        .error, .jsonFeedNoItems, "the feed has no list 'items', so there is nothing to read", at: SourcePosition())
    }
    return try header(of: JSONFeedHead(members))
  }

  /// Whether no member of the name stands before, which is reported.
  private func isFirst(
    _ member: JSONMember, among members: [JSONMember], at position: SourcePosition
  ) throws(ConversionError) -> Bool {
    guard members.contains(where: { $0.key == member.key }) else { return true }
    try log.report(
      .error, "json.duplicate-key", "\(quoted(member.key)) stands here a second time; the first counts", at: position)
    return false
  }

  private func header(of head: JSONFeedHead) throws(ConversionError) -> Header {
    var header = Header(schemaVersion: Schema.version)
    var fingerprint: [UInt8]?
    let carried = try JSONFeedCarrier.read(head.carrier, at: SourcePosition(), context)
    if case .header(let found) = carried?.line {
      header = found
      fingerprint = carried?.fingerprint
    }
    let told = head.withoutMadeUp
    let taken = try told.takeEdits(since: fingerprint, into: &header, log: log, at: SourcePosition())
      .filter { !head.markedFields.contains($0) }
    if !taken.isEmpty { head.keep(taken, in: &header) }
    feedContext = JSONFeedContext(header)
    return header
  }

  // MARK: - Records

  func next() throws(ConversionError) -> Record? {
    while let item = try nextItem() {
      position = item.position
      if let value = try pieces.value(of: item.bytes, at: item.position, "the item"),
        let record = try record(of: value)
      {
        return record
      }
    }
    return nil
  }

  private func nextItem() throws(ConversionError) -> JSONFeedPieces.Item? {
    if let first = held.popFirst() { return first }
    if let failure { throw failure }
    while let piece = try pieces.next() {
      switch piece {
      case .item(let item): return item
      case .items: break
      case .member(let member, let position):
        try log.report(
          .warning, .jsonFeedLateMember,
          "\(quoted(member.key)) is about the whole feed and stands far behind its first item, where it is not read; put it before the items",
          at: position)
      }
    }
    return nil
  }

  private func record(of value: JSONValue) throws(ConversionError) -> Record? {
    guard case .object(let all) = value else {
      try log.report(.error, .jsonFeedBadItem, "an item should be an object; it is skipped", at: position)
      return nil
    }
    var members: [JSONMember] = []
    for member in all where try isFirst(member, among: members, at: position) { members.append(member) }
    let entry = JSONFeedEntry(members, feedContext)
    if let carried = try carried(by: entry) {
      var record = carried.record
      let told = entry.withoutMadeUp
      let taken = try told.takeEdits(since: carried.fingerprint, into: &record, log: log, at: position)
        .filter { !entry.markedFields.contains($0) }
      if !taken.isEmpty { entry.keep(taken, in: &record) }
      return record
    }
    if entry.nativeID == nil {
      try log.report(
        .warning, .jsonFeedNoID, "the item has no 'id', which every item should have; one is made of its address",
        at: position)
    }
    let record = Record.report(entry.report())
    try noteDates(entry, record)
    return record
  }

  /// The record that an item carries, if it is still the item that it was written into.
  private func carried(by entry: JSONFeedEntry) throws(ConversionError) -> (record: Record, fingerprint: [UInt8]?)? {
    guard let found = try JSONFeedCarrier.read(entry.carrier, at: position, context) else { return nil }
    guard case .record(let record) = found.line else {
      try CarriedJSON.refuse("it is a header", at: position, log)
      return nil
    }
    if let fingerprint = found.fingerprint, !fingerprint.prefix(4).elementsEqual(shortHash(of: entry.value(of: .id))) {
      try CarriedJSON.refuse(
        "it is of \(quoted(record.id.description)), whose item has another identifier", at: position, log)
      return nil
    }
    return (record, found.fingerprint)
  }

  private func noteDates(_ entry: JSONFeedEntry, _ record: Record) throws(ConversionError) {
    guard case .report(let report) = record else { return }
    for (field, key, date) in [
      (JSONFeedEntry.Field.published, "date_published", report.published), (.updated, "date_modified", report.updated),
    ] {
      guard let text = entry.members[field, key]?.text else { continue }
      if case .instant(let instant)? = date, instant.offset == nil, let zone = FeedDate.unreadZone(in: text) {
        try log.report(.warning, .jsonFeedUnknownZone, FeedDate.explanation(ofUnreadZone: zone), at: position)
      }
      guard date == nil else { continue }
      try log.report(
        .warning, .jsonFeedBadDate,
        "\(quoted(text)) is no date that can be read; it is kept in 'extras' as it stands", at: position)
    }
  }
}

extension DiagnosticCode {
  static let jsonFeedNoItems: Self = "jsonfeed.no-items"
  static let jsonFeedBadItem: Self = "jsonfeed.bad-item"
  static let jsonFeedNoID: Self = "jsonfeed.no-id"
  static let jsonFeedLateMember: Self = "jsonfeed.late-member"
  static let jsonFeedBadDate: Self = "jsonfeed.bad-date"
  static let jsonFeedUnknownZone: Self = "jsonfeed.unknown-zone"
}

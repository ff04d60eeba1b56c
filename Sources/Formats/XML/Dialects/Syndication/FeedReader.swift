import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineSyndication

/// Reads a feed of either form, entry by entry: of each a report, and the incident that it tells of where the entry is
/// one itself.
///
/// What is about the whole feed may stand behind its entries, as RSS allows. A header comes first: entries are held until
/// the feed has ended, up to ``FeedLookahead/size`` bytes of it, and what comes later is told of.
final class FeedReader: RecordReader {
  private let pieces: FeedPieces
  private let context: ReadContext
  private var log: DiagnosticLog { context.log }
  private var form: FeedForm
  private var feedContext: FeedContext
  /// Records that have been read and not been given, the last first.
  private var waiting: [Record] = []
  /// Entries and records that were met while there was metadata to look for.
  private var held: ArraySlice<FeedPieces.Piece> = []
  /// What ended the reading behind them.
  private var failure: ConversionError?
  private var position = SourcePosition()
  /// The names of metadata that came too late, each told of once.
  private var late: Set<String> = []

  init(_ pieces: FeedPieces, _ context: ReadContext, form: FeedForm) {
    self.pieces = pieces
    self.context = context
    self.form = form
    feedContext = FeedContext(form)
  }

  func position(of pointer: String) -> SourcePosition? { position }

  // MARK: - Header

  func readHeader() throws(ConversionError) -> Header? {
    var metadata: [FeedPieces.Piece] = []
    var entries: [FeedPieces.Piece] = []
    do throws(ConversionError) {
      while let piece = try pieces.next() {
        if case .metadata = piece.kind { metadata.append(piece) } else { entries.append(piece) }
        if let first = entries.first, piece.position.offset - first.position.offset > FeedLookahead.size { break }
      }
    } catch {
      // What carries the header is the last of the metadata, and those of a feed come before its entries.
      guard metadata.last?.element.isCarrier == true || !entries.isEmpty else { throw error }
      failure = error
    }
    held = entries[...]
    form = pieces.form ?? form
    feedContext = FeedContext(form)
    var head = FeedHead(form)
    for piece in metadata { head.add(piece.element) }
    head.add(pieces.attributes)
    position = metadata.first?.position ?? SourcePosition()
    return try header(of: head)
  }

  private func header(of head: FeedHead) throws(ConversionError) -> Header {
    var header = Header(schemaVersion: Schema.version)
    var fingerprint: [UInt8]?
    let carried = try FeedCarrier.read(head.carriers, at: position, context)
    if case .header(let found) = carried?.lines.first {
      header = found
      fingerprint = carried?.fingerprint
    }
    let told = head.withoutMadeUp
    let taken = try told.takeEdits(since: fingerprint, into: &header, log: log, at: position)
      .filter { !head.markedFields.contains($0) }
    if !taken.isEmpty { head.keep(taken, in: &header) }
    if taken.contains(.created), let zone = head.unreadZone {
      try log.report(.warning, .feedUnknownZone, FeedDate.explanation(ofUnreadZone: zone), at: position)
    }
    feedContext = FeedContext(form, header)
    return header
  }

  // MARK: - Records

  func next() throws(ConversionError) -> Record? {
    while waiting.isEmpty {
      let piece: FeedPieces.Piece
      if let met = held.popFirst() {
        piece = met
      } else if let failure {
        throw failure
      } else if let read = try pieces.next() {
        piece = read
      } else {
        return nil
      }
      position = piece.position
      switch piece.kind {
      case .entry: waiting = try records(of: piece).reversed()
      case .record: try readAlone(piece.element)
      case .metadata: try noteLate(piece.element)
      }
    }
    return waiting.removeLast()
  }

  /// Reads a record that has no entry: a withdrawn one, or one that is carried alone.
  private func readAlone(_ element: FeedElement) throws(ConversionError) {
    let isTombstone = FeedTombstone.isOne(element)
    let carriers = isTombstone ? element.elements.filter(\.isCarrier) : [element]
    let carried = try FeedCarrier.read(carriers, at: position, context)
    if case .record(let record) = carried?.lines.first {
      waiting = [record]
    } else if isTombstone {
      guard let tombstone = FeedTombstone.read(element, form) else {
        return try log.report(
          .error, .feedNoReference, "the deleted entry does not say which it was: 'ref' is missing; it is skipped",
          at: position)
      }
      waiting = [.tombstone(tombstone)]
    }
  }

  /// Tells of what is about the feed and comes too late for the header.
  private func noteLate(_ element: FeedElement) throws(ConversionError) {
    guard late.count < Self.lateLimit, late.insert(element.name.written).inserted else { return }
    try log.report(
      .warning, .feedHeaderAfterRecords,
      "'\(element.name.written)' is about the whole feed and stands far behind its first entry, where it is not read; put it before the entries",
      at: position)
  }

  private static let lateLimit = 64

  private func records(of piece: FeedPieces.Piece) throws(ConversionError) -> [Record] {
    let entry = FeedEntry(piece.element, feedContext, base: pieces.base)
    if let carried = try carried(by: entry) {
      var content = carried.content
      let told = entry.withoutMadeUp
      let taken = try told.takeEdits(since: carried.fingerprint, into: &content, log: log, at: position)
        .filter { !entry.markedFields.contains($0) }
      if !taken.isEmpty { entry.keep(taken, in: &content) }
      return content.records
    }
    var own = entry
    own.inherit(base: pieces.base)
    let content = own.content()
    try noteDates(own, content)
    return content.records
  }

  /// The records that an entry carries, if it is still the entry that they were written into.
  private func carried(
    by entry: FeedEntry
  ) throws(ConversionError) -> (content: FeedEntry.Content, fingerprint: [UInt8]?)? {
    guard let found = try FeedCarrier.read(entry.carriers, at: position, context) else { return nil }
    var content = FeedEntry.Content()
    for line in found.lines {
      switch line {
      case .record(.report(let report)) where content.report == nil: content.report = report
      case .record(.incident(let incident)) where content.incident == nil: content.incident = incident
      default:
        try CarriedJSON.refuse("it is no record of an entry", at: position, log)
        return nil
      }
    }
    if let fingerprint = found.fingerprint, !fingerprint.prefix(4).elementsEqual(shortHash(of: entry.value(of: .id))) {
      let id = content.report?.id ?? content.incident?.id
      try CarriedJSON.refuse(
        "it is of \(quoted(id?.description ?? "")), whose entry has another identifier", at: position, log)
      return nil
    }
    return (content, found.fingerprint)
  }

  private func noteDates(_ entry: FeedEntry, _ content: FeedEntry.Content) throws(ConversionError) {
    for (field, date) in [
      (FeedEntry.Field.published, content.report?.published), (.updated, content.report?.updated),
    ] {
      if case .instant(let instant)? = date, instant.offset == nil, let zone = entry.unreadZone(field) {
        try log.report(.warning, .feedUnknownZone, FeedDate.explanation(ofUnreadZone: zone), at: position)
      }
      guard date == nil, let text = entry[field].lazy.compactMap(\.text).first, !FeedStandIn.isDate(text) else {
        continue
      }
      try log.report(
        .warning, .feedBadDate,
        "\(quoted(text)) is no date that can be read; it is kept in 'extras' as it stands", at: position)
    }
  }
}

extension FeedEntry {
  /// The fields that say of themselves that they were made up.
  var markedFields: [Field] { madeUpFields(by: FeedCarrier.madeUp(carriers)) }

  /// The entry without what was made up.
  var withoutMadeUp: FeedEntry {
    var entry = self
    for field in markedFields { entry[field] = [] }
    return entry
  }

  /// The records of an entry that carries none.
  func content() -> Content {
    var report = Report(id: Identifier.record(.report, scheme: form.scheme, nativeID: identity))
    report.kind = .feedEntry
    var content = Content(report: report, incident: nil)
    let told = withoutMadeUp
    // Either of them reads the text, and with it what the other says.
    let skipped: Field = told[.content].isEmpty ? .content : .summary
    for field in Field.allCases where field != skipped { _ = told.take(field, into: &content) }
    FeedIncident.addAlert(self[.other] + self[.content].flatMap(\.elements), to: &content)
    let marked = markedFields
    keep(Field.allCases.filter { !marked.contains($0) }, in: &content)
    return content
  }

  /// What makes the entry the one that it is: the identifier that its source gives it, else its address, else all of it.
  fileprivate var identity: String {
    if let id = nativeID { return id }
    if let link = self[.link].lazy.compactMap({ $0.attribute("href") ?? $0.text }).first { return link }
    return String(decoding: Field.allCases.flatMap { value(of: $0) }, as: UTF8.self)
  }

  /// Makes the feed's base the entry's own, so that its kept addresses mean the same in another feed.
  fileprivate mutating func inherit(base: String?) {
    let isOwn = attributes.contains { $0.name.namespace == FeedNamespace.xml.uri && $0.name.local == "base" }
    guard let base, !isOwn else { return }
    let name = XMLName(namespace: FeedNamespace.xml.uri, prefix: "xml", local: "base")
    attributes.append(FeedElement.Attribute(name: name, value: base))
  }
}

extension DiagnosticCode {
  static let feedNoReference: Self = "feed.no-reference"
  static let feedHeaderAfterRecords: Self = "feed.header-after-records"
  static let feedBadDate: Self = "feed.bad-date"
  static let feedUnknownZone: Self = "feed.unknown-zone"
}

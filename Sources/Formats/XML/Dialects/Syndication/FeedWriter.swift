import DatelineCore
import DatelineRecord
import DatelineSyndication

/// Writes a feed of either form: an entry for each report and each incident, and one for a report and the incident that
/// is its subject, if that follows it.
///
/// It never reads a clock. The date of an Atom feed is that of its header, else that of the first record.
final class FeedWriter: RecordWriter {
  private var output: ByteWriter
  private let context: WriteContext
  private let form: FeedForm
  private let carry: Carry
  private let address: String
  private var feedContext: FeedContext
  /// What a reader will know of the whole feed.
  private var readContext: FeedContext
  /// The header, until it is written.
  private var header: Header?
  /// A report whose incident may be next.
  private var pending: Report?

  init(_ output: consuming ByteWriter, _ context: WriteContext, form: FeedForm) {
    self.output = output
    self.context = context
    self.form = form
    carry = Carry(context.options)
    address = context.options[FeedOptions.address]
    feedContext = FeedContext(form)
    readContext = feedContext
    feedContext.showsOnlyData = carry == .none
  }

  func write(_ header: Header) throws(ConversionError) {
    self.header = header
    feedContext = FeedContext(form, header)
    feedContext.showsOnlyData = carry == .none
  }

  func write(_ record: Record) throws(ConversionError) {
    switch record {
    case .report(let report):
      try writePending()
      pending = report
      try writeHead(stamp: report.updated ?? report.published)
    case .incident(let incident):
      if let report = pending, incident.id == FeedIncident.id(of: report) {
        pending = nil
        return try write(FeedEntry.Content(report: report, incident: incident))
      }
      try writePending()
      try writeHead(stamp: incident.feedDate)
      try write(FeedEntry.Content(report: nil, incident: incident))
    case .tombstone(let tombstone):
      try writePending()
      try writeHead(stamp: tombstone.withdrawn.map { .instant($0) })
      try write(tombstone)
    }
  }

  func finish() throws(ConversionError) {
    try writePending()
    try writeHead(stamp: nil)
    output.write(constant: form == .rss ? "  </channel>\n</rss>\n" : "</feed>\n")
    try output.flush()
  }

  private func writePending() throws(ConversionError) {
    guard let report = pending else { return }
    pending = nil
    try write(FeedEntry.Content(report: report, incident: nil))
  }

  // MARK: - Document

  private var indentation: StaticString { form == .rss ? "    " : "  " }

  private func writeHead(stamp: DateOrInstant?) throws(ConversionError) {
    guard let header else { return }
    self.header = nil
    let head = FeedHead(
      showing: header, form, stamp: stamp.flatMap(FeedDate.rfc3339), address: address)
    var text = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    // The declarations come first, so that the root is known by the first bytes of the document.
    var root = form.element(form == .rss ? "rss" : "feed", form == .rss ? ["version": "2.0"] : [:])
    root.attributes += head.allAttributes
    root.appendTag(to: &text, declaring: form.declarations)
    text.append(contentsOf: (form == .rss ? ">\n  <channel>\n" : ">\n").utf8)
    for field in FeedHead.Field.allCases {
      for element in head[field] { append(element, indentation, to: &text) }
    }
    if carry == .full {
      line(indentation, to: &text) { FeedCarrier.append(fingerprint: head.fingerprint, to: &$0) }
      line(indentation, to: &text) { FeedCarrier.append(header, to: &$0) }
    } else {
      if carry == .ids, let madeUp = head.fingerprint(of: head.madeUp) {
        line(indentation, to: &text) { FeedCarrier.append(madeUp: madeUp, to: &$0) }
      }
      let back = head.readBack(carry)
      readContext = FeedContext(form, back)
      for loss in head.losses(of: header, in: back, carry) {
        try context.losses.record(loss.reason, loss.field, in: "header")
      }
    }
    output.write(text.span)
  }

  private func line(_ indentation: StaticString, to text: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
    text.append(indentation)
    write(&text)
    text.append(UInt8(ascii: "\n"))
  }

  private func append(_ element: FeedElement, _ indentation: StaticString, to text: inout [UInt8]) {
    text.append(indentation)
    // In the plain texts of RSS numbers say that the characters are meant.
    let isPlain = form == .rss && element.name.namespace == nil && element.name.local != "description"
    element.append(to: &text, in: form.scope, hexadecimal: isPlain)
    text.append(UInt8(ascii: "\n"))
  }

  private func write(_ content: FeedEntry.Content) throws(ConversionError) {
    let entry = FeedEntry(showing: content, feedContext)
    var text: [UInt8] = []
    text.append(indentation)
    var scope = form.scope
    var element = form.element(form.entryName)
    element.attributes = entry.allAttributes
    element.appendTag(to: &text, in: &scope)
    text.append(contentsOf: ">\n".utf8)
    for field in FeedEntry.Field.allCases {
      for element in entry[field] { append(element, form == .rss ? "      " : "    ", to: &text) }
    }
    let inner: StaticString = form == .rss ? "      " : "    "
    if carry == .full { line(inner, to: &text) { FeedCarrier.append(fingerprint: entry.fingerprint, to: &$0) } }
    if carry == .ids, let madeUp = entry.fingerprint(of: entry.madeUp) {
      line(inner, to: &text) { FeedCarrier.append(madeUp: madeUp, to: &$0) }
    }
    for record in content.records {
      guard let carried = carry.carried(record) else { continue }
      line(inner, to: &text) { FeedCarrier.append(carried, to: &$0) }
    }
    text.append(indentation)
    text.append(contentsOf: "</\(form.entryName)>\n".utf8)
    if carry != .full {
      for (record, loss) in FeedFields.losses(of: content, in: entry, readContext, carry) {
        try context.losses.record(loss.reason, loss.field, in: record)
      }
    }
    output.write(text.span)
    try output.flushIfFull()
  }

  private func write(_ tombstone: Tombstone) throws(ConversionError) {
    let record = Record.tombstone(tombstone)
    var text: [UInt8] = []
    text.append(indentation)
    if form == .atom {
      var element: [UInt8] = []
      let shown = FeedTombstone.element(of: tombstone, form)
      shown.append(to: &element, in: form.scope)
      if let carried = carry.carried(record) {
        let isEmpty = element.suffix(2).elementsEqual("/>".utf8)
        let end = isEmpty ? "/>" : "</at:deleted-entry>"
        element.removeLast(end.utf8.count)
        if isEmpty { element.append(UInt8(ascii: ">")) }
        FeedCarrier.append(carried, to: &element)
        element.append(contentsOf: "</at:deleted-entry>".utf8)
      }
      text += element
      try noteLosses(of: tombstone, in: shown)
    } else if let carried = carry.carried(record) {
      FeedCarrier.append(carried, to: &text)
    } else {
      return try context.losses.record(.dropped, "tombstone", in: tombstone.id)
    }
    text.append(UInt8(ascii: "\n"))
    output.write(text.span)
    try output.flushIfFull()
  }

  private func noteLosses(of tombstone: Tombstone, in element: FeedElement) throws(ConversionError) {
    guard carry != .full else { return }
    var back = FeedTombstone.read(element, form) ?? Tombstone(id: "?")
    if carry == .ids {
      back = Tombstone(id: tombstone.id)
      back.externalIDs = tombstone.externalIDs
    }
    for loss in ReadBack.losses(of: tombstone, in: back, called: "tombstone", where: FeedFields.shown.covers) {
      try context.losses.record(loss.reason, loss.field, in: tombstone.id)
    }
  }
}

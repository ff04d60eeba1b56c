import DatelineCore
import DatelineRecord
import DatelineSyndication

/// Writes a JSON Feed with an item for each record, one on a line. It never reads a clock.
final class JSONFeedWriter: RecordWriter {
  private var output: ByteWriter
  private let context: WriteContext
  private let carry: Carry
  private var feedContext = JSONFeedContext()
  /// What a reader will know of the whole feed.
  private var readContext = JSONFeedContext()
  private var isFirst = true

  init(_ output: consuming ByteWriter, _ context: WriteContext) {
    self.output = output
    self.context = context
    carry = Carry(context.options)
  }

  func write(_ header: Header) throws(ConversionError) {
    feedContext = JSONFeedContext(header)
    feedContext.showsOnlyData = carry == .none
    let head = JSONFeedHead(showing: header, address: context.options[JSONFeed.address])
    var text = Array("{".utf8)
    for member in head.members.all {
      text.append(UInt8(ascii: "\n"))
      member.append(to: &text)
      text.append(UInt8(ascii: ","))
    }
    if carry == .full {
      text.append(UInt8(ascii: "\n"))
      JSONFeedCarrier.append(header, fingerprint: head.fingerprint, to: &text)
      text.append(UInt8(ascii: ","))
    } else {
      if carry == .ids, let madeUp = head.fingerprint(of: head.madeUp) {
        text.append(UInt8(ascii: "\n"))
        JSONFeedCarrier.append(madeUp: madeUp, to: &text)
        text.append(UInt8(ascii: ","))
      }
      let back = head.readBack(header.schemaVersion)
      readContext = JSONFeedContext(back)
      for loss in head.losses(of: header, in: back) { try context.losses.record(loss.reason, loss.field, in: "header") }
    }
    output.write(text.span)
    output.write(constant: "\n\"items\":[")
  }

  func write(_ record: Record) throws(ConversionError) {
    if carry == .none, case .tombstone = record {
      return try context.losses.record(.dropped, "tombstone", in: record.id)
    }
    let entry = JSONFeedEntry(showing: record, feedContext)
    var text = Array((isFirst ? "\n{" : ",\n{").utf8)
    isFirst = false
    for (index, member) in entry.members.all.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      member.append(to: &text)
    }
    if let carried = carry.carried(record) {
      text.append(UInt8(ascii: ","))
      JSONFeedCarrier.append(
        carried, fingerprint: carry == .full ? entry.fingerprint : nil,
        madeUp: carry == .ids ? entry.fingerprint(of: entry.madeUp) : nil, to: &text)
    }
    text.append(UInt8(ascii: "}"))
    if carry != .full {
      for loss in losses(of: record, in: entry) { try context.losses.record(loss.reason, loss.field, in: record.id) }
    }
    output.write(text.span)
    try output.flushIfFull()
  }

  func finish() throws(ConversionError) {
    output.write(constant: isFirst ? "]\n}\n" : "\n]\n}\n")
    try output.flush()
  }

  /// What of a record does not come back from its item.
  private func losses(of record: Record, in entry: JSONFeedEntry) -> [ReadBack.Loss] {
    var shown = JSONFeedEntry(entry.members.all, readContext)
    if carry == .ids { for field in entry.madeUp { shown.members[field] = [] } }
    var back = carry.carried(record)
    if back == nil, case .report = record { back = .report(shown.report()) }
    // An incident alone comes back as a report, and what it says is in that.
    if back == nil { back = .incident(Incident(id: "?")) }
    guard var back else { return [] }
    for field in JSONFeedEntry.Field.allCases { _ = shown.take(field, into: &back) }
    let covers = JSONFeed.shown.covers
    let keys = JSONFeedExtras.source
    switch (record, back) {
    case (.report(let report), .report(let back)):
      return ReadBack.losses(of: report, in: back, called: "report", butExtras: keys, where: covers)
    case (.incident(let incident), .incident(let back)):
      return ReadBack.losses(of: incident, in: back, called: "incident", butExtras: keys, where: covers)
    case (.tombstone(let tombstone), .tombstone(let back)):
      return ReadBack.losses(of: tombstone, in: back, called: "tombstone", butExtras: keys, where: covers)
    default: return []
    }
  }
}

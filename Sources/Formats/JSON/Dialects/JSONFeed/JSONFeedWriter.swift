import DatelineCore
import DatelineRecord
import DatelineSyndication

/// Writes a JSON Feed with an item for each record, one on a line. It never reads a clock.
final class JSONFeedWriter: RecordWriter {
  private var output: ByteWriter
  private let context: WriteContext
  private let carry: Carry
  private var feedContext = JSONFeedContext()
  private var isFirst = true

  init(_ output: consuming ByteWriter, _ context: WriteContext) {
    self.output = output
    self.context = context
    carry = Carry(context.options)
  }

  func write(_ header: Header) throws(ConversionError) {
    feedContext = JSONFeedContext(header)
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
      JSONFeedCarrier.append(carried, fingerprint: carry == .full ? entry.fingerprint : nil, to: &text)
    }
    text.append(UInt8(ascii: "}"))
    try noteLosses(of: record)
    output.write(text.span)
    try output.flushIfFull()
  }

  func finish() throws(ConversionError) {
    output.write(constant: isFirst ? "]\n}\n" : "\n]\n}\n")
    try output.flush()
  }

  /// Dates that the format can't show.
  private func noteLosses(of record: Record) throws(ConversionError) {
    guard carry != .full, case .report(let report) = record else { return }
    for (field, date) in [("report.published", report.published), ("report.updated", report.updated)] {
      guard let date else { continue }
      if case .instant(let instant) = date, instant.offset != nil { continue }
      try context.losses.record(.dropped, field, in: report.id)
    }
  }
}

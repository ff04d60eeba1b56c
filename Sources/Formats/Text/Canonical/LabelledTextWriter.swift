import DatelineCore
import DatelineRecord

/// Writes records as labelled text: each a block of lines, opened by its type and id.
final class LabelledTextWriter: RecordWriter {
  private var output: ByteWriter

  init(_ output: consuming ByteWriter) { self.output = output }

  func write(_ header: Header) throws(ConversionError) {
    output.write(constant: LabelledText.signature)
    output.write(constant: ": ")
    output.write(constant: LabelledText.version)
    output.write(UInt8(ascii: "\n"))
    write(header, openingLabel: nil)
  }

  func write(_ record: Record) throws(ConversionError) {
    output.write(UInt8(ascii: "\n"))
    switch record {
    case .report(let report): write(report, openingLabel: "report")
    case .incident(let incident): write(incident, openingLabel: "incident")
    case .tombstone(let tombstone): write(tombstone, openingLabel: "tombstone")
    }
    try output.flushIfFull()
  }

  func finish() throws(ConversionError) {
    output.write(UInt8(ascii: "\n"))
    output.write(constant: LabelledText.signature)
    output.write(constant: ": end\n")
    try output.flush()
  }

  private func write<Object: SchemaObject>(_ record: Object, openingLabel: StaticString?) {
    var writer = LabelledFieldWriter()
    swap(&writer.output, &output.buffer)
    writer.write(record, openingLabel: openingLabel)
    swap(&writer.output, &output.buffer)
  }
}

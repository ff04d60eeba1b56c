import Dateline

/// The losses of a conversion as JSON lines: `{"field":…,"reason":…,"record":…}`.
final class LossFile {
  private let sink: FileSink
  private var output: ByteWriter
  private var failure: ConversionError?

  init(path: String) throws(ConversionError) {
    sink = try FileSink(path: path)
    output = ByteWriter(sink)
  }

  func write(_ loss: LossReport.Loss) {
    output.write(
      "{\"field\":\(jsonString(loss.field)),\"reason\":\"\(loss.reason.rawValue)\",\"record\":\(jsonString(loss.record))}\n"
    )
    do throws(ConversionError) { try output.flushIfFull() } catch { failure = failure ?? error }
  }

  func finish() throws(ConversionError) {
    if let failure { throw failure }
    try output.flush()
    try sink.commit()
  }
}

/// `text` as a JSON string.
func jsonString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\u{00}"..."\u{1F}":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

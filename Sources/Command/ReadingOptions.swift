import ArgumentParser
import Dateline

/// What can be said about inputs, for every subcommand that reads.
struct ReadingOptions: ParsableArguments {
  @Option(help: "The format of the inputs; see 'dateline formats'.")
  var from: String?

  @Option(
    help: ArgumentHelp(
      "The day from which an article's dates are reckoned where it has none of its own, such as 2024-01-14.",
      valueName: "date"))
  var referenceDate: String?

  @Option(
    name: .customLong("option"),
    help: ArgumentHelp(
      "Set an option of a format, the inputs' or the output's; --name value for short. See 'dateline formats'.",
      valueName: "name=value"))
  var formatOptions: [String] = []

  @Option(
    name: .customLong("read-option"),
    help: ArgumentHelp("Set an option of the inputs' format alone.", valueName: "name=value"))
  var readOptions: [String] = []

  @Option(help: ArgumentHelp("Refuse records larger than this, such as 512K, 16M or 1G.", valueName: "size"))
  var maxRecord = "16M"

  @Option(help: ArgumentHelp("Stop after so many errors in one input.", valueName: "count"))
  var maxErrors = 1000

  /// Sets what was said.
  func apply(to conversion: inout Conversion) throws(ConversionError) {
    conversion.inputFormat = from.map { FormatID(rawValue: $0) }
    conversion.formatOptions = try Self.settings(formatOptions)
    conversion.inputOptions = try Self.settings(readOptions)
    if let referenceDate {
      guard EDTF(referenceDate)?.earliestDay != nil else {
        throw .unsupported("--reference-date takes a date such as 2024-01-14 or 2024-01, not \(quoted(referenceDate))")
      }
      conversion.inputOptions.append((name: "reference-date", value: referenceDate))
    }
    conversion.limits.recordSize = try Self.byteCount(maxRecord)
    guard maxErrors >= 0 else { throw .unsupported("--max-errors takes 0 or more, not \(maxErrors)") }
    conversion.errorLimit = maxErrors
  }

  /// `name=value` pairs.
  static func settings(_ texts: [String]) throws(ConversionError) -> [(name: String, value: String)] {
    var settings: [(name: String, value: String)] = []
    for text in texts {
      guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
        throw .unsupported("an option is set by --name value or name=value, not \(quoted(text))")
      }
      settings.append((String(text[..<sign]), String(text[text.index(after: sign)...])))
    }
    return settings
  }

  private static func byteCount(_ text: String) throws(ConversionError) -> Int {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let shift = text.last.flatMap { units[Character($0.uppercased())] }
    let digits = shift == nil ? text[...] : text.dropLast()
    guard let count = Int(digits), count > 0, count <= Int(UInt32.max) >> (shift ?? 0) else {
      throw .unsupported("--max-record takes a size from 1 to 3G, such as 512K or 16M, not \(quoted(text))")
    }
    return count << (shift ?? 0)
  }
}

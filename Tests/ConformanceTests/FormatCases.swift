import Dateline
import DatelineCore
import TestSupport
import Testing

/// A format of the registry as an argument of a test.
struct FormatCase: Sendable, CustomTestStringConvertible {
  let format: any ReadableFormat & WritableFormat

  var testDescription: String { "\(format.info.id)" }

  /// The formats that must give every record back as it was: a new one is under test without being named here.
  static let lossless: [FormatCase] = FormatRegistry.standard.formats.compactMap { format in
    guard format.info.isLossless, let format = format as? any ReadableFormat & WritableFormat else { return nil }
    return FormatCase(format: format)
  }

  /// A document of random records.
  func document(seed: Int, records count: Int, fill: Double) throws -> RandomDocument {
    var random = RandomRecords(seed: seed, fill: fill)
    let header = try random.header()
    let records = try random.records(count)
    return RandomDocument(
      header: header, records: records, bytes: try format.write(header, records), random: random.random)
  }
}

/// What was written, and what came of it.
struct RandomDocument {
  let header: Header
  let records: [Record]
  let bytes: [UInt8]
  /// To draw more from.
  var random: SeededRandom
}

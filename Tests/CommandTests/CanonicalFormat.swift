import Dateline
import Foundation
import TestSupport
import Testing

/// A format as `dateline formats` lists it: a new one is under test without being named here.
struct ListedFormat: Sendable, Decodable, CustomTestStringConvertible {
  let id: String
  let family: String
  let reads: Bool
  let writes: Bool
  let lossless: Bool
  let extensions: [String]

  var testDescription: String { id }

  /// What its files are called.
  func file(_ name: String) -> String { "\(name).\(extensions.first ?? id)" }

  static let all: [ListedFormat] = {
    let list = (try? Command.shell("dateline formats --json").output) ?? ""
    return (try? JSONDecoder().decode([ListedFormat].self, from: Data(list.utf8))) ?? []
  }()

  /// Those that give every record back as it was.
  static let canonical = all.filter { $0.reads && $0.writes && $0.lossless }

  /// A document in this format.
  func write(_ header: Header, _ records: [Record]) throws -> [UInt8] {
    try FormatRegistry.standard.writable(FormatID(rawValue: id)).write(header, records)
  }
}

/// Random records for the command to read.
struct RandomDocument {
  let header: Header
  let records: [Record]

  init(seed: Int, records count: Int, fill: Double) throws {
    var random = RandomRecords(seed: seed, fill: fill)
    header = try random.header()
    records = try random.records(count)
  }

  func bytes(in format: ListedFormat, records count: Int? = nil) throws -> [UInt8] {
    try format.write(header, Array(records.prefix(count ?? records.count)))
  }

  func lines(records count: Int) throws -> String {
    String(
      decoding: try FormatRegistry.standard.writable("ndjson").write(header, Array(records.prefix(count))),
      as: UTF8.self)
  }
}

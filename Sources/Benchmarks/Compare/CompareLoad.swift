import Foundation

/// The files that are converted: what `gen.py` makes, once, and our own formats of it, anew in every run.
final class CompareLoad {
  enum File: Hashable {
    case acledTable, acledLines
    case canonical(String)
  }

  private let options: CompareOptions
  private var made: [String: String] = [:]

  init(_ options: CompareOptions) { self.options = options }

  /// The path of `file` with `records` records, which is made where it is missing.
  func path(of file: File, records: Int) throws -> String {
    let size = records % 1_000_000 == 0 ? "\(records / 1_000_000)M" : "\(Double(records) / 1_000)k"
    let base = options.data + "/events-" + size.replacingOccurrences(of: ".0k", with: "k")
    switch file {
    case .acledTable: return try generated(base + ".csv", records)
    case .acledLines: return try generated(base + ".ndjson", records)
    case .canonical(let format):
      let path = base + ".canonical." + format
      if let path = made[path] { return path }
      let table = try generated(base + ".csv", records)
      try call(
        [options.program, "convert", table, "--from", "acled", "--to", format, "-o", path, "--quiet"])
      made[path] = path
      return path
    }
  }

  /// The columns of the load's table, from its first line.
  func columns(records: Int) throws -> [String] {
    let path = try path(of: .acledTable, records: records)
    guard let file = FileHandle(forReadingAtPath: path), let head = try file.read(upToCount: 4_096) else {
      throw CompareError("\(path) can't be read")
    }
    let line = String(decoding: head.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    return line.split(separator: ",").map(String.init)
  }

  static func size(of path: String) throws -> Int {
    guard let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int else {
      throw CompareError("the size of \(path) can't be read")
    }
    return size
  }

  /// One size in one call: asked for several, the generator puts whole chunks of 10,000 records into each.
  private func generated(_ path: String, _ records: Int) throws -> String {
    guard !FileManager.default.fileExists(atPath: path) else { return path }
    guard let tools = options.tools else {
      throw CompareError("\(path) is missing, and --tools does not say where gen.py is to make it")
    }
    try call([options.python, tools + "/gen.py", options.data, "\(records)"])
    guard FileManager.default.fileExists(atPath: path) else { throw CompareError("gen.py did not make \(path)") }
    return path
  }

  private func call(_ command: [String]) throws {
    let status = try MeasuredProcess.run(command).status
    guard status == 0 else {
      throw CompareError("status \(status) from: \(command.joined(separator: " "))")
    }
  }
}

import Foundation

/// Runs `xml-events` over a folder of hostile documents, each in a process of its own, and compares what comes of it with
/// the folder's `attacks.tsv`: a verdict (`accept`, `warn`, `reject`, `either`), seconds and megabytes for each file.
///
/// Ends with status 1 where something is not as it should be.
enum XMLAttacks {
  /// A text that stands in files beside the documents and must never be shown.
  private static let canary = "CANARY-7f3a91-DO-NOT-LEAK"

  private struct Attack {
    let file: String
    let group: String
    let expected: String
    let megabytes: Int
    let seconds: Double
  }

  private struct Run {
    let status: Int32
    let seconds: Double
    let megabytes: Int
    let showsCanary: Bool

    /// What the status of `xml-events` means.
    var verdict: String { [0: "accept", 1: "warn", 65: "reject"][status] ?? "status \(status)" }
  }

  static func run(_ folder: String) throws -> Int32 {
    let attacks = try attacks(in: folder)
    var unmet: [String] = []
    var slowest = 0.0
    var largest = 0
    for attack in attacks {
      let run = try events(of: "\(folder)/\(attack.file)")
      slowest = max(slowest, run.seconds)
      largest = max(largest, run.megabytes)
      var faults: [String] = []
      if attack.expected != "either", run.verdict != attack.expected {
        faults.append("is \(run.verdict), should be \(attack.expected)")
      }
      if run.seconds > attack.seconds { faults.append("takes \(run.seconds) s") }
      if run.megabytes > attack.megabytes { faults.append("takes \(run.megabytes) MB") }
      if run.showsCanary { faults.append("shows what it must not") }
      guard !faults.isEmpty else { continue }
      unmet.append(attack.file)
      print("\(attack.file): \(faults.joined(separator: ", "))")
    }
    let seconds = String(format: "%.2f", slowest)
    print("\(attacks.count - unmet.count) of \(attacks.count) are met; at most \(seconds) s and \(largest) MB")
    return unmet.isEmpty ? 0 : 1
  }

  /// The documents that an XML parser can be held to: those of the group `output` are about what is made of them.
  private static func attacks(in folder: String) throws -> [Attack] {
    let table = try String(contentsOfFile: "\(folder)/attacks.tsv", encoding: .utf8)
    let rows = table.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return rows.dropFirst().compactMap { row in
      guard row.count > 5, row[1] != "output", FileManager.default.fileExists(atPath: "\(folder)/\(row[0])") else {
        return nil
      }
      return Attack(
        file: row[0], group: row[1], expected: row[2], megabytes: Int(row[3]) ?? 64, seconds: Double(row[4]) ?? 5)
    }
  }

  /// Runs this program on a document, for ten seconds of CPU at most.
  private static func events(of path: String) throws -> Run {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("xml-attack-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: output) }
    let line = "ulimit -t 10; exec \"$0\" xml-events \"$1\" > \"$2\" 2>&1"
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe []
    for argument in ["/bin/sh", "-c", line, program, path, output] { unsafe arguments.append(strdup(argument)) }
    unsafe arguments.append(nil)
    defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
    var child = pid_t()
    guard unsafe posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ) == 0 else {
      throw CocoaError(.executableLoad)
    }
    var status: Int32 = 0
    var usage = rusage()
    unsafe wait4(child, &status, 0, &usage)
    let seconds =
      Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    // A process that a signal ended has its number in the low bits.
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    return Run(
      status: code, seconds: seconds, megabytes: usage.ru_maxrss / 1024,
      showsCanary: try shows(canary, output))
  }

  /// Whether a file holds a text. It is read by the piece: what this process holds counts for those that it starts.
  private static func shows(_ text: String, _ path: String) throws -> Bool {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    var rest = Data()
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      rest.append(piece)
      if rest.range(of: Data(text.utf8)) != nil { return true }
      rest = Data(rest.suffix(text.utf8.count))
    }
    return false
  }
}

import Foundation

/// Runs `xml-events` and `feed-verdict` over a folder of hostile documents, each in a process of its own, and compares what
/// comes of it with the folder's `attacks.tsv`: a verdict (`accept`, `warn`, `reject`, `either`), seconds and megabytes for
/// each file.
///
/// The verdict is about the reading. A document is accepted that is read to its end without a word of the parser: what the
/// rules find in a feed beside does not count, for most of these documents are no good feeds. Where a warning is asked for,
/// the parser's counts and that of the rules, since either is a program's answer.
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

    /// What the status means.
    var verdict: String { [0: "accept", 1: "warn", 65: "reject"][status] ?? "status \(status)" }
  }

  static func run(_ folder: String) throws -> Int32 {
    let attacks = try attacks(in: folder)
    let syntax = try check("xml-events", attacks.filter { $0.group != "output" }, in: folder)
    let rules = try check("feed-verdict", attacks, in: folder)
    return syntax && rules ? 0 : 1
  }

  /// Holds one way of reading against all of the documents.
  ///
  /// - Returns: Whether all is as it should be.
  private static func check(_ command: String, _ attacks: [Attack], in folder: String) throws -> Bool {
    var unmet = 0
    var slowest = 0.0
    var largest = 0
    for attack in attacks {
      let path = "\(folder)/\(attack.file)"
      let run = try events(command, of: path)
      slowest = max(slowest, run.seconds)
      largest = max(largest, run.megabytes)
      var faults: [String] = []
      var verdict = run.verdict
      if attack.expected == "warn", verdict == "accept", command == "xml-events" {
        verdict = try events("feed-verdict", of: path).verdict
      }
      // Findings about the feed are no matter of how it is read.
      if attack.expected == "accept", verdict == "warn", command == "feed-verdict" { verdict = "accept" }
      if attack.expected != "either", verdict != attack.expected {
        faults.append("is \(verdict), should be \(attack.expected)")
      }
      if run.seconds > attack.seconds { faults.append("takes \(run.seconds) s") }
      if run.megabytes > attack.megabytes { faults.append("takes \(run.megabytes) MB") }
      if run.showsCanary { faults.append("shows what it must not") }
      guard !faults.isEmpty else { continue }
      unmet += 1
      print("\(command) \(attack.file): \(faults.joined(separator: ", "))")
    }
    let seconds = String(format: "%.2f", slowest)
    print("\(command): \(attacks.count - unmet) of \(attacks.count) are met; at most \(seconds) s and \(largest) MB")
    return unmet == 0
  }

  /// The documents. Those of the group `output` are about what is made of them.
  private static func attacks(in folder: String) throws -> [Attack] {
    let table = try String(contentsOfFile: "\(folder)/attacks.tsv", encoding: .utf8)
    let rows = table.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return rows.dropFirst().compactMap { row in
      guard row.count > 5, FileManager.default.fileExists(atPath: "\(folder)/\(row[0])") else {
        return nil
      }
      return Attack(
        file: row[0], group: row[1], expected: row[2], megabytes: Int(row[3]) ?? 64, seconds: Double(row[4]) ?? 5)
    }
  }

  /// Runs this program on a document, for ten seconds of CPU at most.
  private static func events(_ command: String, of path: String) throws -> Run {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("xml-attack-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: output) }
    let line = "ulimit -t 10; exec \"$0\" \"$1\" \"$2\" > \"$3\" 2>&1"
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe []
    for argument in ["/bin/sh", "-c", line, program, command, path, output] {
      unsafe arguments.append(strdup(argument))
    }
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

import Dateline
import DatelineCore
import Foundation

/// Compares the command with the programs that others use for the same conversions: CPU time and peak memory.
///
/// Each job is run by us and by every peer that is installed, turn by turn, so that a busy moment of the machine falls on
/// all of them; a first round that is not counted fills the caches. Time is user and system time of the whole process,
/// start included; output goes to the null device. A ratio is the peer's best time over ours.
///
/// Then each of our jobs runs on a tenth of its input: memory that grows with the input shows there. The load comes from
/// `gen.py` where it is not there yet; records in our own formats are made from it by the program under test.
///
///     dateline-bench compare --data load --tools tools/perf --rust rs --sax sax
///     dateline-bench compare --records 10000 --rounds 2 xml
enum Compare {
  /// Ends with status 0 where all that is asked of us holds, 1 where something is missed, and 64 for a wrong call.
  static func main(_ arguments: some Sequence<String>) -> Int32 {
    do {
      return try run(arguments)
    } catch {
      print("dateline-bench: \(error)")
      return 64
    }
  }

  private static func run(_ arguments: some Sequence<String>) throws -> Int32 {
    let options = try CompareOptions(arguments)
    guard !options.isHelp else {
      print(CompareOptions.usage)
      return 0
    }
    let jobs = CompareJob.all.filter { job in
      FormatRegistry.standard[job.source] != nil && options.jobs.allSatisfy { job.name.contains($0) }
    }
    let load = CompareLoad(options)
    let floor = try MeasuredProcess.run(["true"]).peakMiB
    print(
      "\(options.program), \(options.records) records, \(options.rounds) rounds after one that is not counted; "
        + "CPU seconds are user and system time, MB/s of input; peaks below \(format(floor, 0)) MiB can't be told")
    var isMet = true
    for job in jobs {
      let table = try compare(job, load, options)
      print(table)
      fflush(nil)
      isMet = isMet && table.isMet
    }
    return isMet ? 0 : 1
  }

  private static func compare(
    _ job: CompareJob, _ load: CompareLoad, _ options: CompareOptions
  ) throws -> CompareTable {
    let input = try load.path(of: job.input, records: options.records)
    var contestants = [Contestant(name: "dateline", command: job.command(options.program, input))]
    var skipped: [String] = []
    for peer in Peer.all where peer.job == job.name {
      if let command = try peer.command(PeerContext(input: input, load: load, options: options)) {
        contestants.append(Contestant(name: peer.name, command: command, target: peer.target))
      } else {
        skipped.append(peer.name)
      }
    }
    for round in 0...options.rounds {
      for index in contestants.indices {
        let run = try MeasuredProcess.run(contestants[index].command)
        if round > 0 || run.status != 0 { contestants[index].runs.append(run) }
      }
    }
    let tenth = try MeasuredProcess.run(
      job.command(options.program, try load.path(of: job.input, records: options.records / 10)))
    return CompareTable(
      job: job, inputBytes: try CompareLoad.size(of: input), contestants: contestants, skipped: skipped, tenth: tenth)
  }
}

/// One program in one job: how it is called, what it took, and what is asked of us against it.
struct Contestant {
  let name: String
  let command: [String]
  /// The part of this program's time that ours may take at most, or nil where it stands there for comparison.
  var target: Double?
  var runs: [MeasuredProcess] = []

  var isFailed: Bool { runs.isEmpty || runs.contains { $0.status != 0 } }
  var best: Double { runs.map(\.seconds).min() ?? .infinity }
  var median: Double {
    let sorted = runs.map(\.seconds).sorted()
    return sorted.isEmpty ? .infinity : sorted[sorted.count / 2]
  }
  var peakMiB: Double { runs.map(\.peakMiB).max() ?? 0 }
}

func format(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

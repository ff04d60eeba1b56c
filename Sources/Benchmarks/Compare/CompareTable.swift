/// The outcome of one job, as lines to print.
struct CompareTable: CustomStringConvertible {
  let job: CompareJob
  let inputBytes: Int
  /// Ours first.
  let contestants: [Contestant]
  let skipped: [String]
  /// Our run over a tenth of the input.
  let tenth: MeasuredProcess

  /// The most memory that a conversion of ours may take, in MiB.
  private static let mostMemory = 32.0
  /// How far peaks may differ and still be equal: what the allocator and the loader of programs vary by.
  private static let memoryTolerance = 1.5

  private var ours: Contestant { contestants[0] }
  private var isMemoryMet: Bool {
    ours.peakMiB <= Self.mostMemory && ours.peakMiB - tenth.peakMiB <= Self.memoryTolerance
  }

  /// Whether all that is asked of us holds.
  var isMet: Bool {
    !ours.isFailed && isMemoryMet
      && contestants.allSatisfy { peer in
        peer.isFailed || peer.target.map { ours.best <= $0 * peer.best } ?? true
      }
  }

  var description: String {
    var lines = ["", "\(job.name), \(format(Double(inputBytes) / 1e6, 1)) MB"]
    lines.append(row(["program", "best s", "median s", "MB/s", "peer/ours", "peak MiB"]) + "  target")
    for one in contestants { lines.append(line(one)) }
    if !ours.isFailed {
      lines.append(
        "  memory: \(format(tenth.peakMiB, 1)) MiB for a tenth, \(format(ours.peakMiB, 1)) for all; "
          + "at most \(format(Self.mostMemory, 0)) and equal: \(isMemoryMet ? "met" : "MISSED")")
    }
    if !skipped.isEmpty { lines.append("  skipped, not installed: " + skipped.joined(separator: ", ")) }
    return lines.joined(separator: "\n")
  }

  private func line(_ one: Contestant) -> String {
    if one.isFailed {
      return row([one.name]) + "  failed, status \(one.runs.first?.status ?? -1): " + one.command.joined(separator: " ")
    }
    let isOurs = one.name == ours.name
    var line = row([
      one.name, format(one.best, 3), format(one.median, 3), format(Double(inputBytes) / 1e6 / one.best, 0),
      isOurs || ours.isFailed ? "" : format(one.best / ours.best, 2), format(one.peakMiB, 1),
    ])
    if let target = one.target, !ours.isFailed {
      let part = ours.best / one.best
      line += "  ours at most \(format(target, 3)) of it: \(format(part, 3)), \(part <= target ? "met" : "MISSED")"
    }
    return line
  }

  private func row(_ cells: [String]) -> String {
    var line = "  "
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: max(0, (index == 0 ? 26 : 10) - cell.count))
      line += index == 0 ? cell + padding : padding + cell
    }
    return line
  }
}

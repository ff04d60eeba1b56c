import TestSupport
import Testing

/// What `--help` shows.
@Suite struct HelpTests {
  private static let commands = ["", "convert", "validate", "inspect", "formats", "rules", "explain", "schema"]

  @Test(arguments: commands) func `help has examples, and its paragraphs fill their lines`(command: String) throws {
    let scratch = try Scratch()
    let help = try Command.shell("dateline \(command) --help", in: scratch.folder)
    #expect(help.status == 0)
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.contains("EXAMPLES:"))
    let description = lines.prefix { !$0.hasPrefix("USAGE:") }
    for (line, next) in zip(description, description.dropFirst()) {
      #expect(line.count <= 80, "\(line)")
      // An example or the end of a paragraph.
      guard let first = next.split(separator: " ").first, !line.isEmpty, !line.hasSuffix(":") else { continue }
      guard !next.hasPrefix("  ") else { continue }
      #expect(line.count + 1 + first.count >= 80, "\(line)⏎\(next)")
    }
  }
}

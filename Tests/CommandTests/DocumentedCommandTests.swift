import Foundation
import TestSupport
import Testing

/// Runs every `console` block of the README and of `Specs/`, and compares what the command does with what the page says.
///
/// In a block `$ ` starts a command; the lines below are its output, `2> ` lines its standard error, `=> ` its status where
/// that is not 0. Commands of one page run in order in a copy of the package's `Samples`.
@Suite struct DocumentedCommandTests {
  @Test(arguments: try DocumentedPage.all())
  func `the commands of a page do what it says`(_ page: DocumentedPage) throws {
    let scratch = try Scratch()
    let samples = scratch.folder.appendingPathComponent("Samples")
    try FileManager.default.copyItem(at: Command.root.appendingPathComponent("Samples"), to: samples)
    for step in page.steps {
      let result = try Command.shell(step.command, in: scratch.folder)
      let errors = result.errors.split(separator: "\n").map { "2> \($0)\n" }.joined()
      let status = result.status == 0 ? "" : "=> \(result.status)\n"
      #expect(errors + result.output + status == step.expected, "\(page.path): \(step.command)")
    }
  }

  @Test func `the README shows commands`() throws {
    #expect(try DocumentedPage.all().contains { $0.path == "README.md" && $0.steps.count >= 3 })
  }
}

struct DocumentedPage: Sendable, CustomTestStringConvertible {
  struct Step: Sendable {
    var command: String
    var expected: String
  }

  var path: String
  var steps: [Step]
  var testDescription: String { path }

  static func all() throws -> [DocumentedPage] {
    let specs = Command.root.appendingPathComponent("Specs")
    let pages = try FileManager.default.subpathsOfDirectory(atPath: specs.path).filter { $0.hasSuffix(".md") }.sorted()
    return try (["README.md"] + pages.map { "Specs/\($0)" }).compactMap { path in
      let text = try String(contentsOf: Command.root.appendingPathComponent(path), encoding: .utf8)
      let blocks = text.components(separatedBy: "```console\n").dropFirst().map {
        $0.components(separatedBy: "\n```")[0]
      }
      var steps: [Step] = []
      for line in blocks.flatMap({ $0.components(separatedBy: "\n") }) {
        if line.hasPrefix("$ ") {
          steps.append(Step(command: String(line.dropFirst(2)), expected: ""))
        } else if !steps.isEmpty {
          steps[steps.count - 1].expected += line + "\n"
        }
      }
      return steps.isEmpty ? nil : DocumentedPage(path: path, steps: steps)
    }
  }
}

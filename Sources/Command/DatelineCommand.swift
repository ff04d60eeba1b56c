import ArgumentParser
import Dateline

/// `dateline`: converts reports about incidents between formats.
@main
struct DatelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Convert reports about incidents between formats, and look into them.",
    discussion: """
      EXAMPLES:
        dateline article.txt -o timeline.ics       read an article, write a calendar
        dateline feed1.ndjson feed2.ndjson         join documents, as canonical JSON lines
        cat article.txt | dateline --to text       standard input to labelled text
        dateline validate feed.xml                 check a feed against its specification
        dateline inspect article.txt               say what an input is and what it holds
        dateline schema json                       print the JSON Schema of canonical JSON

      EXIT STATUS:
      0 done; 1 bad records or losses that were refused; 64 wrong call; 65 the input can't be read as that format; \
      66 no such input; 70 a fault of dateline's own; 73, 74 the output can't be made or written.
      """,
    version: Version.text,
    subcommands: [
      ConvertCommand.self, ValidateCommand.self, InspectCommand.self, FormatsCommand.self, SchemaCommand.self,
      RulesCommand.self, ExplainCommand.self,
    ],
    defaultSubcommand: ConvertCommand.self)

  static func main() { main(FormatFlags.expanded(Array(CommandLine.arguments.dropFirst()))) }
}

import ArgumentParser
import Dateline

/// `dateline convert`, the default.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert inputs to one output (the default).",
    discussion: """
      The format of an input is what --from says, else what its content says, else what its name ends in. The output's \
      is what --to says, else what the name after -o ends in, else ndjson. Several inputs become one document: the first \
      one's header, then all records in order. A file after -o appears whole or not at all.

      Formats have options of their own, which are given like any other: --ics-profile modern, --delimiter tab. \
      'dateline formats' lists them.

      EXAMPLES:
        dateline convert article.txt -o timeline.ics
        dateline convert *.txt --reference-date 2024-01-14 --to text
        dateline convert in.ndjson --losses losses.jsonl --fail-on-loss -o out.ics
      """)

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write to <file> instead of standard output; - is standard output.")
  var output: String?

  @Option(help: "The format to write; see 'dateline formats'.")
  var to: String?

  @OptionGroup var reading: ReadingOptions

  @Option(
    name: .customLong("write-option"),
    help: ArgumentHelp("Set an option of the output's format alone.", valueName: "name=value"))
  var writeOptions: [String] = []

  @Option(help: ArgumentHelp("Write each loss to <file> as a JSON line.", valueName: "file"))
  var losses: String?

  @Flag(help: "Stop at the first value that the output can't carry.")
  var failOnLoss = false

  @Flag(help: "Read the texts of reports, such as entries of a feed, for the incidents that they tell of.")
  var extract = false

  @Flag(name: [.short, .long], help: "Show errors only.")
  var quiet = false

  func run() throws {
    let printer = DiagnosticPrinter(showsErrorsOnly: quiet)
    var conversion = Conversion(to: FormatID(rawValue: outputFormat(printer)))
    conversion.refusesLoss = failOnLoss
    conversion.extractsIncidents = extract
    conversion.diagnose = printer.print
    let progress = ProgressLine()
    conversion.progress = progress?.update
    try exitingOnFailure(printer) { () throws(ConversionError) in
      try reading.apply(to: &conversion)
      conversion.outputOptions = try ReadingOptions.settings(writeOptions)
      let lossFile = try losses.map { path throws(ConversionError) in try LossFile(path: path) }
      if let lossFile { conversion.noteLoss = lossFile.write }
      let sources = (inputs.isEmpty ? ["-"] : inputs).map { Input(path: $0) }
      let outcome =
        if let output, output != "-" {
          try conversion.run(sources, toFile: output)
        } else {
          try conversion.run(sources, to: FileSink.standardOutput)
        }
      progress?.clear()
      try lossFile?.finish()
      if lossFile == nil { printer.print(outcome.losses) }
      if outcome.errorCount > 0 { throw .tooManyErrors(limit: 0) }
    }
  }

  private func outputFormat(_ printer: DiagnosticPrinter) -> String {
    if let to { return to }
    guard let output, let ending = Input.fileExtension(of: output) else { return "ndjson" }
    if let format = FormatRegistry.standard.format(forExtension: ending, writing: true) { return format.rawValue }
    printer.print(
      severity: "note",
      "no format that can be written has files that end in '.\(ending)', so ndjson is written; name another with --to [call.unknown-ending]"
    )
    return "ndjson"
  }
}

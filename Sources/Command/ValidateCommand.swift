import ArgumentParser
import Dateline

/// `dateline validate`.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check feeds and other documents against the rules of their formats.",
    discussion: """
      RSS 0.9x, 1.0 and 2.0, Atom 1.0 and their extensions, and JSON Feed are checked by the rules that 'dateline rules' \
      lists; every other format by reading it. Folders stand for the documents below them, whose ids are compared with \
      each other. Nothing is ever fetched.

      With --schema, XML of any kind is held against a schema of yours: XML Schema 1.0 (.xsd) or RELAX NG in XML (.rng). \
      What the schema takes from other files has to lie in its own folder.

      EXAMPLES:
        dateline validate feed.xml
        dateline validate --report sarif feeds/ > findings.sarif
        dateline validate --rule rss-self-link=off --fail-on warning feed.xml
        dateline validate --fix repaired.xml feed.xml
        dateline validate --schema orders.xsd orders/

      EXIT STATUS:
      0 nothing at or above the level of --fail-on; 1 findings at or above it; 64 wrong call; 66 no such input.
      """)

  /// From which level on findings make the command fail.
  enum FailLevel: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never
    var level: FindingLevel? { FindingLevel(word: rawValue) }
  }

  @Argument(help: ArgumentHelp("Files, folders or patterns to check; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  @Option(help: "How findings are told: \(ReportForm.allCases.map(\.rawValue).joined(separator: ", ")).")
  var report = ReportForm.text.rawValue

  @Option(help: "The level from which on findings make the command fail: error, warning, info or never.")
  var failOn = FailLevel.error

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Tell at most so many findings of each level and input.", valueName: "count"))
  var maxFindings = 200

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Tell at most so many findings of one rule at one element.", valueName: "count"))
  var maxRepeats = 20

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Give up a feed after so many seconds of CPU, and one more for each megabyte.", valueName: "seconds"))
  var maxSeconds = 60.0

  @Option(help: ArgumentHelp("Set the level of a rule: error, warning, info or off.", valueName: "name=level"))
  var rule: [String] = []

  @Option(help: ArgumentHelp("Read settings from <file>: lines such as 'rss-self-link = off'.", valueName: "file"))
  var config: String?

  @Option(help: "Whose choices count: default, or feedvalidator for those of the W3C service.")
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "Hold XML of any kind against an XML Schema 1.0 or a RELAX NG schema instead.", valueName: "file"))
  var schema: String?

  @Option(help: "The format of the inputs; 'feed' for any feed. See 'dateline formats'.")
  var from: String?

  @Option(help: ArgumentHelp("Where the feed is published, to compare its self link with.", valueName: "address"))
  var url: String?

  @Option(
    help: ArgumentHelp(
      "The media type with which the feed is sent, such as 'application/rss+xml; charset=utf-8'.", valueName: "type"))
  var contentType: String?

  @Option(
    help: ArgumentHelp(
      "The moment after which dates lie in the future, such as 2024-06-01T00:00:00Z.", valueName: "date-time"))
  var now: String?

  @Option(
    help: ArgumentHelp("Write a copy of the input to <file> in which what can be mended safely is.", valueName: "file"))
  var fix: String?

  func run() throws {
    let printer = DiagnosticPrinter(showsErrorsOnly: false)
    var worst: FindingLevel?
    var isEmpty = false
    try exitingOnFailure(printer) { () throws(ConversionError) in
      var validation = Validation()
      validation.inputFormat = from.map { FormatID(rawValue: $0) }
      validation.options = try options()
      validation.schema = schema
      if let fix {
        worst = try repair(validation, to: fix, printer)
      } else {
        let extensions = schema == nil ? InputPaths.extensions : InputPaths.xmlExtensions
        let paths = try InputPaths.expand(inputs.isEmpty ? ["-"] : inputs, extensions: extensions)
        guard !paths.isEmpty else {
          let folders = inputs.map { "'\($0)'" }.joined(separator: ", ")
          printer.print(
            severity: "error",
            "no file in \(folders) ends in \(extensions.sorted().joined(separator: ", ")); name the files [input.open]")
          isEmpty = true
          return
        }
        worst = try check(validation, paths)
      }
    }
    if isEmpty { throw ExitStatus.noInput }
    if let limit = failOn.level, let worst, worst >= limit { throw ExitStatus.badRecords }
  }

  private func check(_ validation: Validation, _ paths: [String]) throws(ConversionError) -> FindingLevel? {
    var worst: FindingLevel?
    var report = try form().makeReport(
      failLevel: failOn.level, hasColour: Terminal.showsColour, version: Version.number)
    let output = OutputText()
    try validation.check(paths.map { Input(path: $0) }) { findings throws(ConversionError) in
      worst = [worst, findings.worst].compactMap { $0 }.max()
      try output.write(report.text(of: findings))
    }
    try output.write(report.end())
    return worst
  }

  private func repair(
    _ validation: Validation, to path: String, _ printer: DiagnosticPrinter
  ) throws(ConversionError) -> FindingLevel? {
    guard schema == nil else { throw .unsupported("--fix knows feeds, and nothing of the schema of --schema") }
    guard path != "-" else { throw .unsupported("--fix takes a file: findings go to standard output") }
    guard inputs.count <= 1 else { throw .unsupported("--fix takes one input, not \(inputs.count)") }
    let outcome = try validation.repair(Input(path: inputs.first ?? "-"), toFile: path)
    let places = outcome.mended == 1 ? "1 place" : "\(outcome.mended) places"
    printer.print(severity: "note", "\(places) mended; the copy is '\(path)'")
    return try check(validation, [path])
  }

  private func form() throws(ConversionError) -> ReportForm {
    if let form = ReportForm(rawValue: report) { return form }
    throw .unsupported(
      "there is no report \(quoted(report)); there are \(ReportForm.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  private func options() throws(ConversionError) -> ValidationOptions {
    var options = ValidationOptions()
    if let config { try Self.apply(config, to: &options) }
    var settings = try ReadingOptions.settings(rule)
    if let profile { settings.append(("profile", profile)) }
    for (name, value) in settings {
      if let message = ValidationConfiguration.set(name, value, in: &options) { throw .unsupported(message) }
    }
    try checkLimits()
    options.findingLimit = maxFindings
    options.repeatLimit = maxRepeats
    options.secondsLimit = maxSeconds
    if let url {
      let bytes = Array(url.utf8)
      let reference = URIReference(bytes.span)
      guard reference.scheme != nil, reference.authority?.isEmpty == false else {
        throw .unsupported("--url takes an address such as https://example.org/feed.xml, not \(quoted(url))")
      }
    }
    options.address = url
    options.contentType = contentType
    if let now {
      guard let instant = Instant(now)?.secondsSince1970 else {
        throw .unsupported("--now takes a date-time such as 2024-06-01T00:00:00Z, not \(quoted(now))")
      }
      options.now = instant
    }
    return options
  }

  private func checkLimits() throws(ConversionError) {
    guard maxFindings >= 0 else { throw .unsupported("--max-findings takes 0 or more, not \(maxFindings)") }
    guard maxRepeats >= 1 else { throw .unsupported("--max-repeats takes 1 or more, not \(maxRepeats)") }
    guard maxSeconds > 0 else { throw .unsupported("--max-seconds takes more than 0, not \(maxSeconds)") }
  }

  private static func apply(_ path: String, to options: inout ValidationOptions) throws(ConversionError) {
    let text = try Input(path: path).text()
    do throws(ValidationConfiguration.Fault) {
      try ValidationConfiguration.apply(text, to: &options)
    } catch {
      throw .unsupported("\(path):\(error.line): \(error.message)")
    }
  }
}

/// Text to standard output.
final class OutputText {
  private let sink = FileSink.standardOutput

  func write(_ text: String) throws(ConversionError) {
    let bytes = Array(text.utf8)
    if !bytes.isEmpty { try sink.write(bytes.span) }
  }
}

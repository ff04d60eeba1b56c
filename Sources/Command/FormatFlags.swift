import Dateline

/// Every option that a format declares is a flag too: `--delimiter tab` is short for `--option delimiter=tab`, and of one
/// that is yes or no, `--repair` for `--option repair=yes`; a `yes` or `no` behind it is its value, and a file of that name
/// is written `./yes`. So the help lists what holds for all formats, and `dateline formats` what holds for one.
enum FormatFlags {
  /// Flags of the command itself that have the name of an option.
  private static let ownNames: Set = ["reference-date"]

  /// Commands that take no options of formats.
  private static let otherCommands: Set = ["validate", "formats", "schema", "rules", "explain", "--version"]

  /// The arguments with each such flag spelt out.
  static func expanded(
    _ arguments: [String], options: @autoclosure () -> [FormatOption] = declaredOptions
  ) -> [String] {
    // To ask all formats takes as long as to check a small feed.
    guard let command = arguments.first, !otherCommands.contains(command) else { return arguments }
    let options = options()
    let names = Set(options.map(\.name)).subtracting(ownNames)
    let switches = Set(options.filter(\.isSwitch).map(\.name))
    var expanded: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        expanded += arguments[(index - 1)...]
        break
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard argument.hasPrefix("--"), names.contains(String(parts[0].dropFirst(2))) else {
        expanded.append(argument)
        continue
      }
      expanded.append("--option")
      let isValueNext = index < arguments.count && ["yes", "no", "true", "false"].contains(arguments[index])
      if parts.count == 1, !isValueNext, switches.contains(String(parts[0].dropFirst(2))) {
        expanded.append("\(parts[0].dropFirst(2))=yes")
      } else if parts.count == 2 {
        expanded.append(String(argument.dropFirst(2)))
      } else if index < arguments.count {
        expanded.append("\(parts[0].dropFirst(2))=\(arguments[index])")
        index += 1
      }
    }
    return expanded
  }

  /// The options of all formats.
  static var declaredOptions: [FormatOption] { FormatRegistry.standard.formats.flatMap(\.info.options) }
}

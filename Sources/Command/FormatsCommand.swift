import ArgumentParser
import Dateline

/// `dateline formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the formats.",
    discussion: """
      r: can be read; w: can be written; =: gives every record back unchanged. Below each format are its options.

      EXAMPLES:
        dateline formats
        dateline formats --json
      """)

  @Flag(help: "As JSON, with extensions and options.")
  var json = false

  func run() throws {
    let formats = FormatRegistry.standard.formats
    if json {
      print("[" + formats.map(jsonText).joined(separator: ",\n ") + "]")
      return
    }
    let width = formats.map { $0.info.id.rawValue.count }.max() ?? 0
    for format in formats {
      let info = format.info
      let name = info.id.rawValue + String(repeating: " ", count: width - info.id.rawValue.count)
      print("\(name)  \(letters(format))  \(info.summary)")
      for option in info.options {
        let choices = option.choices.isEmpty ? "" : " (\(option.choices.joined(separator: ", ")))"
        print(String(repeating: " ", count: width + 7) + "--\(option.name)\(choices): \(option.help)")
      }
    }
  }

  private func letters(_ format: any Format) -> String {
    let isReadable = format is any ReadableFormat
    let isWritable = format is any WritableFormat
    let isLossless = isReadable && isWritable && format.info.isLossless
    return (isReadable ? "r" : "-") + (isWritable ? "w" : "-") + (isLossless ? "=" : " ")
  }

  private func jsonText(_ format: any Format) -> String {
    let info = format.info
    let extensions = info.fileExtensions.map { jsonString($0) }.joined(separator: ",")
    let options = info.options.map {
      let choices = $0.choices.map { jsonString($0) }.joined(separator: ",")
      return
        "{\"name\":\(jsonString($0.name)),\"choices\":[\(choices)],\"default\":\(jsonString($0.defaultValue)),\"help\":\(jsonString($0.help))}"
    }.joined(separator: ",")
    return
      "{\"id\":\"\(info.id)\",\"family\":\"\(info.family.rawValue)\",\"reads\":\(format is any ReadableFormat),\"writes\":\(format is any WritableFormat),\"lossless\":\(info.isLossless),\"summary\":\(jsonString(info.summary)),\"extensions\":[\(extensions)],\"options\":[\(options)]}"
  }
}

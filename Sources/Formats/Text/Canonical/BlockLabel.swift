import DatelineCore
import DatelineRecord

/// The label of a block of a report's body: its role, such as `paragraph:`; `body.headline:` where the report has a label
/// of that name for something else; `body:` for a block without role. A language follows in brackets:
/// `quotation[uk]:`.
enum BlockLabel {
  /// What stands before the role where it alone would be another label; and for no role at all.
  static let long: StaticString = "body"

  /// The roles whose names are labels of a report's other fields.
  private static let ambiguous = Set(
    BlockRole.allCases.filter { role in
      Report.declaration.fields.contains { field in
        "\(field.key)" == "\(role.name)" || field.singular.map { "\($0)" == "\(role.name)" } == true
      }
    })

  /// Appends the label of `block`.
  ///
  /// - Returns: False for a block whose language can't stand in a label, and nothing is appended.
  static func append(for block: Block, to output: inout [UInt8]) -> Bool {
    if let language = block.language, !language.withUTF8({ $0.isTag }) { return false }
    if let role = block.role {
      if ambiguous.contains(role) {
        output.append(long)
        output.append(UInt8(ascii: "."))
      }
      output.append(role.name)
    } else {
      output.append(long)
    }
    if let language = block.language {
      output.append(UInt8(ascii: "["))
      language.withUTF8 { output.append(copying: $0) }
      output.append(UInt8(ascii: "]"))
    }
    return true
  }
}

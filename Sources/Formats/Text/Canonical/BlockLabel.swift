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

  /// What a label says of a block; nil where it is no block's.
  static func parse(
    _ bytes: [UInt8], _ label: Range<Int>
  ) -> (role: BlockRole?, language: Range<Int>?)? {
    guard let (name, language) = LabelSyntax.splitLanguage(bytes, label) else { return nil }
    if bytes.span.extracting(name).isEqual(to: long) { return (nil, language) }
    let behindDot = LabelSyntax.rest(of: bytes, name, behind: long)
    let span = bytes.span.extracting(behindDot ?? name)
    guard let role = BlockRole.allCases.first(where: { span.isEqual(to: $0.name) }) else { return nil }
    // Alone, some names are labels of other fields.
    if behindDot == nil, language == nil, ambiguous.contains(role) { return nil }
    return (role, language)
  }

  /// The member of the body that stands under a block's label; nil where the label is another.
  ///
  /// - Parameter text: Takes the names that the member needs.
  static func block(_ member: FlatMember, in text: inout PlacedBytes) -> FlatMember? {
    guard let (role, language) = parse(text.bytes, member.label) else { return nil }
    let place = text.position(of: member.label.lowerBound)
    func append(_ constant: StaticString) -> Range<Int> {
      let start = text.count
      text.append(constant, at: place)
      return start..<text.count
    }
    let label = append("body")
    // A label without text is reported as such.
    guard !member.value.isEmpty else { return FlatMember(label: label, value: member.value, form: .line) }
    var parts = [FlatMember(label: append("text"), value: member.value, form: .line)]
    if let role { parts.append(FlatMember(label: append("role"), value: append(role.name), form: .line)) }
    if let language { parts.append(FlatMember(label: append("language"), value: language, form: .line)) }
    return FlatMember(label: label, value: member.value, form: .line, partList: text.add(parts: parts))
  }
}

/// One thing that can be set about a format, such as CSV's delimiter. Declared by the format, listed by
/// `dateline formats`, and checked here, so that no format checks option text itself.
public struct FormatOption: Sendable {
  /// Lower case, words joined by hyphens.
  public var name: String
  /// The values that it takes; empty where any text will do.
  public var choices: [String]
  /// What holds when it is not set; empty for nothing.
  public var defaultValue: String
  /// One line of help.
  public var help: String

  /// Whether it is either on or off: its values are `no` and `yes`.
  public var isSwitch: Bool { choices == ["no", "yes"] }

  /// Stores its parts.
  public init(_ name: String, choices: [String] = [], default defaultValue: String = "", help: String) {
    self.name = name
    self.choices = choices
    self.defaultValue = defaultValue
    self.help = help
  }
}

/// The options of one conversion, checked against what the format declares.
public struct FormatOptions: Sendable {
  private var values: [String: String] = [:]

  /// Every option at its default.
  public init() {}

  /// - Throws: ``ConversionError/unsupported(_:)`` for a name or a value that `format` does not know.
  public init(_ settings: [(name: String, value: String)], for format: FormatInfo) throws(ConversionError) {
    for (name, value) in settings {
      guard let option = format.options.first(where: { $0.name == name }) else {
        throw .unsupported("format '\(format.id)' has no option '\(name)'; see 'dateline formats'")
      }
      guard option.choices.isEmpty || option.choices.contains(value) else {
        throw .unsupported("option '\(name)' takes \(option.choices.joined(separator: ", ")), not \(quoted(value))")
      }
      values[name] = value
    }
  }

  /// The value of `option`, or its default.
  public subscript(_ option: FormatOption) -> String { values[option.name] ?? option.defaultValue }
}

internal import DatelineCore

/// Reads settings of a validation from lines of text.
///
/// ```
/// # A line is a name, an equals sign and a value.
/// profile = default
/// rss-self-link = off
/// html-relative-url = error
/// namespace = http://example.org/ns
/// ```
public enum ValidationConfiguration {
  /// What is wrong with a line.
  public struct Fault: Error, Hashable {
    /// The line, from 1.
    public var line: Int
    /// A sentence without a final period.
    public var message: String
  }

  /// Applies the lines of `text` to `options`.
  public static func apply(_ text: String, to options: inout ValidationOptions) throws(Fault) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let content = line.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      guard let sign = content.firstIndex(of: "=") else {
        throw Fault(line: index + 1, message: "a setting is written 'name = value'")
      }
      let name = trimmed(content[..<sign])
      let value = trimmed(content[content.index(after: sign)...])
      if let message = set(name, value, in: &options) { throw Fault(line: index + 1, message: message) }
    }
  }

  /// Applies one setting.
  ///
  /// - Returns: What is wrong; nil where nothing is.
  public static func set(_ name: String, _ value: String, in options: inout ValidationOptions) -> String? {
    switch name {
    case "profile":
      guard let profile = ValidationProfile(rawValue: value) else {
        return "there is no profile \(quoted(value)); there are 'default' and 'feedvalidator'"
      }
      options.profile = profile
    case "namespace": options.knownNamespaces.insert(value)
    default:
      guard let rule = RuleID(rawValue: name) else {
        let near = nearestName(to: name, among: RuleID.allCases.map(\.rawValue)).map { "; was '\($0)' meant?" } ?? ""
        return "there is no rule \(quoted(name))\(near)"
      }
      if value == "off" {
        options.levels[rule] = .some(nil)
      } else if let level = FindingLevel(word: value) {
        options.levels[rule] = level
      } else {
        return "the level of a rule is error, warning, info or off, not \(quoted(value))"
      }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

/// How bad a finding is. Ordered: `.info < .warning < .error`.
public enum FindingLevel: Int, Comparable, CaseIterable, Sendable {
  /// Worth knowing; nothing needs to be done.
  case info
  /// Programs that read the feed will differ, or a recommendation is not kept.
  case warning
  /// The document breaks its specification.
  case error

  /// Whether `lhs` is less bad.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

  /// The word for it, such as `warning`.
  public var word: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The level of this name.
  public init?(word: some StringProtocol) {
    guard let level = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = level
  }
}

/// Something that a record of the model should keep to, whatever format it came from.
public protocol Rule: Sendable {
  /// The stable name of what is found.
  var code: DiagnosticCode { get }

  /// What is wrong with `incident`; nothing most of the time.
  func check(_ incident: borrowing Incident) -> [RuleProblem]

  /// What is wrong with `report`; nothing most of the time.
  func check(_ report: borrowing Report) -> [RuleProblem]
}

extension Rule {
  /// Nothing: most rules are about incidents.
  public func check(_ report: borrowing Report) -> [RuleProblem] { [] }
}

/// One thing that a rule found.
public struct RuleProblem: Hashable, Sendable {
  /// The field (RFC 6901), for the place in the input.
  public var pointer: String
  /// A sentence without a final period.
  public var message: String

  /// Stores its parts.
  public init(at pointer: String, _ message: String) {
    self.pointer = pointer
    self.message = message
  }
}

/// The rules that every conversion checks. None of them needs to remember another record.
public enum ModelRules {
  /// In the order in which they report.
  public static let standard: [any Rule] = [
    CountsInOrder(), CoordinatesTogether(), SpanInOrder(), EvidenceInOrder(),
  ]
}

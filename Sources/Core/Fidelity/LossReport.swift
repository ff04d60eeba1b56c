/// What a conversion could not carry over.
///
/// Memory stays constant: for each field and reason it keeps a count and the id of the first record.
public final class LossReport {
  /// Why a value did not arrive as it was.
  public enum Reason: String, Hashable, Sendable {
    /// The format has no place for the field.
    case dropped
    /// The format has a place, but a coarser one: a day for a time of day.
    case coarsened
    /// The format limits the length.
    case truncated
    /// The format demands a value, and the record has none: what stands there was made up, and nothing in the format can
    /// say so.
    case supplied
  }

  /// One value that did not arrive as it was.
  public struct Loss: Hashable, Sendable {
    /// The path in the schema, such as `incident.when.time`.
    public let field: String
    /// Why.
    public let reason: Reason
    /// The id of the record.
    public let record: String
  }

  /// The losses of one field for one reason.
  public struct Entry: Hashable, Sendable {
    /// The path in the schema.
    public let field: String
    /// Why.
    public let reason: Reason
    /// How many values.
    public fileprivate(set) var count: Int
    /// The id of the first record that lost something here.
    public let firstRecord: String
  }

  /// In the order in which the first of each was met.
  public private(set) var entries: [Entry] = []
  private let refuses: Bool
  private let consumer: (Loss) -> Void

  /// - Parameters:
  ///   - refuses: Whether the first loss stops the conversion.
  ///   - consumer: Takes each loss as it is found.
  public init(refusingLoss refuses: Bool = false, consumer: @escaping (Loss) -> Void = { _ in }) {
    self.refuses = refuses
    self.consumer = consumer
  }

  /// Whether nothing was lost.
  public var isEmpty: Bool { entries.isEmpty }

  /// Counts one value that did not arrive as it was.
  ///
  /// - Throws: ``ConversionError/lossRefused(field:record:)`` where losses are refused.
  public func record(_ reason: Reason, _ field: String, in record: Text) throws(ConversionError) {
    if refuses { throw .lossRefused(field: field, record: record.description) }
    consumer(Loss(field: field, reason: reason, record: record.description))
    if let index = entries.firstIndex(where: { $0.field == field && $0.reason == reason }) {
      entries[index].count += 1
    } else {
      entries.append(Entry(field: field, reason: reason, count: 1, firstRecord: record.description))
    }
  }
}

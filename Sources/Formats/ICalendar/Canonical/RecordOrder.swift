import DatelineCore

/// Brings records back into the order in which they were written: clients sort components as they like.
///
/// A record that comes before its turn waits for those that are missing. So many may wait; when there are more, or they
/// are larger than the limit of one record, the first of them goes on: then what is missing has been deleted, or stands
/// too far behind.
struct RecordOrder {
  /// A record and where it began. Records are large, so they are handed about by reference, and taken out once.
  final class Entry {
    private var record: Record?
    let position: SourcePosition
    /// Its place in the document; nil for one that is not ours, which follows the one that stood before it.
    let number: Int?
    /// The bytes that it holds.
    let size: Int
    /// Whether a record before it has the same place.
    fileprivate(set) var isRepeated = false

    init(record: consuming Record, position: SourcePosition, number: Int?, size: Int) {
      self.record = consume record
      self.position = position
      self.number = number
      self.size = size
    }

    /// The record, once.
    func take() -> Record? {
      var taken: Record?
      swap(&taken, &record)
      return taken
    }

    /// Sets what stands behind the component in the extras of its incident, if it has nothing there.
    func setFollowing(_ lines: JSONText) {
      guard case .incident(var incident)? = record else { return }
      record = nil
      if incident.extras[ForeignLines.following] == nil { incident.extras[ForeignLines.following] = lines }
      record = .incident(incident)
    }
  }

  private struct Waiting {
    var entry: Entry
    var number: Int
    var arrival: Int
  }

  static let countLimit = 10_000

  private let sizeLimit: Int
  /// A heap, the earliest first.
  private var waiting: [Waiting] = []
  private var waitingSize = 0
  private var arrivals = 0
  private var lastNumber = 0
  /// The place of the record that went on last.
  private var lastTurn = 0
  /// Whether the place of a record before was passed over.
  private var hasGap = false
  /// The place whose turn it is.
  private(set) var turn = 1
  /// Whether records came so late that those behind them had gone on.
  private(set) var isBroken = false

  init(_ limits: Limits) { sizeLimit = limits.recordSize }

  /// Whether more records may wait.
  var hasRoom: Bool { waiting.count <= Self.countLimit && waitingSize <= sizeLimit }

  /// Whether no record waits.
  var isEmpty: Bool { waiting.isEmpty }

  /// Takes a record.
  ///
  /// - Returns: Whether it is its turn, so that it need not wait.
  mutating func passes(_ entry: Entry) -> Bool {
    guard waiting.isEmpty, entry.number == nil || entry.number == turn else { return false }
    if let number = entry.number {
      lastNumber = number
      lastTurn = number
      turn = number + 1
    }
    return true
  }

  /// Lets a record wait for its turn.
  mutating func add(_ entry: Entry) {
    if let number = entry.number { lastNumber = number }
    if let number = entry.number, number < turn, number == lastTurn || !hasGap {
      // All that may stand there have gone on.
      entry.isRepeated = true
    } else if lastNumber < turn - 1 {
      isBroken = true
    }
    arrivals += 1
    waitingSize += entry.size
    waiting.append(Waiting(entry: entry, number: lastNumber, arrival: arrivals))
    var child = waiting.count - 1
    while child > 0, Self.precedes(waiting[child], waiting[(child - 1) / 2]) {
      waiting.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// The record whose turn it is.
  ///
  /// - Parameter isLast: Whether no more will come.
  mutating func next(isLast: Bool) -> Entry? {
    guard let first = waiting.first else { return nil }
    let mustGo = isLast || !hasRoom
    guard mustGo || first.number <= turn else { return nil }
    removeFirst()
    waitingSize -= first.entry.size
    if let number = first.entry.number {
      if number == lastTurn { first.entry.isRepeated = true }
      if number > turn { hasGap = true }
      lastTurn = number
    }
    turn = max(turn, first.number + 1)
    return first.entry
  }

  private mutating func removeFirst() {
    let last = waiting.removeLast()
    guard !waiting.isEmpty else { return }
    waiting[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < waiting.count else { return }
      if child + 1 < waiting.count, Self.precedes(waiting[child + 1], waiting[child]) { child += 1 }
      guard Self.precedes(waiting[child], waiting[parent]) else { return }
      waiting.swapAt(child, parent)
      parent = child
    }
  }

  private static func precedes(_ first: Waiting, _ second: Waiting) -> Bool {
    (first.number, first.arrival) < (second.number, second.arrival)
  }
}

import DatelineCore

/// The components that have begun and not ended, the outermost first.
struct OpenComponents {
  struct Entry {
    var component: ComponentKind
    /// Of the name of a component that is not known.
    var hash: UInt64
    /// What stands behind BEGIN; nil for the component's own name in upper case.
    var spelling: [UInt8]?
    var position: SourcePosition

    /// As it stands behind BEGIN.
    var bytes: [UInt8] { spelling ?? component.name.map { $0.withUTF8Buffer { unsafe Array($0) } } ?? [] }

    /// The name, for messages.
    var name: String { String(decoding: bytes.prefix(40), as: UTF8.self) }
  }

  private var entries: [Entry] = []
  /// BEGINs that were too deep to be kept.
  private var overflow = 0
  /// Components that were ended for want of an END, by their names: it may yet come.
  private var strayEnds = [Int](repeating: 0, count: Int(ComponentKind.resource.rawValue) + 1)

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }
  var last: Entry? { entries.last }
  /// Whether lines are skipped because they stand too deep.
  var isTooDeep: Bool { overflow > 0 }
  subscript(index: Int) -> Entry { entries[index] }

  /// How many components are open within the calendar.
  private(set) var depthInCalendar = 0
  /// Whether no component is open but the calendar.
  var isAtCalendarLevel: Bool { entries.count == levelIndex }
  /// The index of the component that stands in the calendar, or will stand there.
  private var levelIndex: Int { entries.first?.component == .calendar ? 1 : 0 }

  mutating func open(_ entry: Entry, limit: Int) {
    if entries.count >= limit { overflow += 1 } else { entries.append(entry) }
    depthInCalendar = entries.count - levelIndex
  }

  /// Closes all from `index` on.
  mutating func close(to index: Int) {
    entries.removeSubrange(index...)
    overflow = 0
    depthInCalendar = entries.count - levelIndex
  }

  /// Remembers that the components from `index` on are ended without an END.
  mutating func expectStrayEnds(from index: Int) {
    for entry in entries[index...] { strayEnds[Int(entry.component.rawValue)] += 1 }
  }

  /// Whether an END for which nothing is open comes late, for a component that was ended before.
  mutating func expectsStrayEnd(of component: ComponentKind) -> Bool {
    guard strayEnds[Int(component.rawValue)] > 0 else { return false }
    strayEnds[Int(component.rawValue)] -= 1
    return true
  }

  /// Whether an END belongs to a BEGIN that was too deep to be kept.
  mutating func endsTooDeep(_ component: ComponentKind) -> Bool {
    guard overflow > 0, component == .other else { return false }
    overflow -= 1
    return true
  }

  /// The innermost component of that name.
  func index(of component: ComponentKind, _ hash: UInt64) -> Int? {
    entries.lastIndex { $0.component == component && $0.hash == hash }
  }

  /// Whether closing all from `index` on closes the component that stands in the calendar.
  func closesComponent(to index: Int) -> Bool { index <= levelIndex && levelIndex < entries.count }

  /// The outermost open component that can't be around one called `component`: it lacks its END.
  func obstacle(toBegin component: ComponentKind) -> Int? {
    guard !entries.isEmpty, component != .other else { return nil }
    if component == .calendar { return 0 }
    if component.isTopLevel, levelIndex < entries.count {
      // Polls hold the events that are voted on (draft-ietf-calext-vpoll).
      if entries[levelIndex].name.uppercased() != "VPOLL" { return levelIndex }
    }
    let isObservance = component == .standard || component == .daylight
    return entries.lastIndex {
      $0.component == component || isObservance && ($0.component == .standard || $0.component == .daylight)
    }
  }
}

/// Lines that stand outside of any component.
struct OutsideText {
  private var first: SourcePosition?
  private var count = 0

  mutating func add(_ position: SourcePosition) {
    if first == nil { first = position }
    count += 1
  }

  mutating func take() -> (first: SourcePosition, count: Int)? {
    guard let first else { return nil }
    defer {
      self.first = nil
      count = 0
    }
    return (first, count)
  }
}

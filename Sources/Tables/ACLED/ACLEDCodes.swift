import DatelineCore

/// The three codes of an event's type.
struct ACLEDCodes {
  private(set) var disorderType: Text?
  private(set) var eventType: Text?
  private(set) var subEventType: Text?
  /// Whether there are codes that no column takes.
  private(set) var hasOthers = false

  /// The codes of a record.
  init(_ codes: [Code]) {
    let codes = codes.span
    for index in codes.indices {
      if codes[index].label != nil { hasOthers = true }
      switch Self.column(of: codes[index].scheme) {
      case .disorderType? where disorderType == nil: disorderType = codes[index].code
      case .eventType? where eventType == nil: eventType = codes[index].code
      case .subEventType? where subEventType == nil: subEventType = codes[index].code
      default: hasOthers = true
      }
    }
  }

  /// The column of a scheme of ours, which their lengths tell apart.
  private static func column(of scheme: Text?) -> ACLEDColumn? {
    guard let scheme else { return nil }
    let (name, column): (StaticString, ACLEDColumn)
    switch scheme.utf8Count {
    case 19: (name, column) = ("acled.disorder_type", .disorderType)
    case 16: (name, column) = ("acled.event_type", .eventType)
    case 20: (name, column) = ("acled.sub_event_type", .subEventType)
    default: return nil
    }
    return name.hasBytes(scheme.storage.span.extracting(scheme.start..<scheme.end)) ? column : nil
  }

  /// The codes of a type.
  init(_ type: ACLEDEventType) {
    disorderType = type.disorderType
    eventType = type.eventType
    subEventType = type.subEventType
  }

  /// Whether they have a disorder type, and nothing that no column takes.
  var sayAll: Bool { disorderType != nil && !hasOthers }

  var isEmpty: Bool { disorderType == nil && eventType == nil && subEventType == nil }

  /// The row of the table that the codes name.
  var type: ACLEDEventType? { subEventType.flatMap(ACLEDEventType.find(subEventType:)) }

  /// The kind that the reader makes of the codes.
  var kind: Text? {
    if let index = subEventType.flatMap(ACLEDEventType.index(subEventType:)) { return ACLEDEventType.kinds[index] }
    return eventType.flatMap(ACLEDEventType.kind)
  }
}

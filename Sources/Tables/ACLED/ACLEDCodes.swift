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
    for code in codes {
      if code.label != nil { hasOthers = true }
      switch code.scheme {
      case ACLEDLayout.disorderScheme? where disorderType == nil: disorderType = code.code
      case ACLEDLayout.eventScheme? where eventType == nil: eventType = code.code
      case ACLEDLayout.subEventScheme? where subEventType == nil: subEventType = code.code
      default: hasOthers = true
      }
    }
  }

  /// The codes of a type.
  init(_ type: ACLEDEventType) {
    disorderType = type.disorderType
    eventType = type.eventType
    subEventType = type.subEventType
  }

  var isEmpty: Bool { disorderType == nil && eventType == nil && subEventType == nil }

  /// The row of the table that the codes name.
  var type: ACLEDEventType? { subEventType.flatMap(ACLEDEventType.find(subEventType:)) }

  /// The kind that the reader makes of the codes.
  var kind: Text? {
    if let index = subEventType.flatMap(ACLEDEventType.index(subEventType:)) { return ACLEDEventType.kinds[index] }
    return eventType.flatMap(ACLEDEventType.kind)
  }
}

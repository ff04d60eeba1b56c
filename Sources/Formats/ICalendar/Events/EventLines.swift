import DatelineCore

/// Where the properties of a component are that a reader looks into, by the indices of their lines. Its memory serves
/// every component.
struct EventLines {
  private(set) var uid, summary, description, location, geo, status, url: Int?
  private(set) var start, end, due, duration, recurrenceID: Int?
  private(set) var created, lastModified, completed, sequence: Int?
  private(set) var carrier, date: Int?
  private(set) var categories: [Int] = []
  private(set) var attachments: [Int] = []
  private(set) var images: [Int] = []
  private(set) var relations: [Int] = []
  /// ORGANIZER and ATTENDEE.
  private(set) var people: [Int] = []
  private(set) var recurrence: [Int] = []
  /// A second line of a property that stands once, such as a second DTSTART: the first counts.
  private(set) var repeated: [Int] = []

  /// Finds the lines of the part's component; those of components within it do not count.
  mutating func find(in part: CalendarPart) {
    self.clear()
    for index in part.componentLines {
      let line = part.lines[index]
      guard line.depth == 1 else { continue }
      switch line.property {
      case .other, .begin, .end: break
      case .uid: uid = first(uid, index)
      case .summary: summary = first(summary, index)
      case .description: description = first(description, index)
      case .location: location = first(location, index)
      case .geo: geo = first(geo, index)
      case .status: status = first(status, index)
      case .url: url = first(url, index)
      case .dtstart: start = first(start, index)
      case .dtend: end = first(end, index)
      case .due: due = first(due, index)
      case .duration: duration = first(duration, index)
      case .recurrenceID: recurrenceID = first(recurrenceID, index)
      case .created: created = first(created, index)
      case .lastModified: lastModified = first(lastModified, index)
      case .completed: completed = first(completed, index)
      case .sequence: sequence = first(sequence, index)
      case .datelineRecord: carrier = first(carrier, index)
      case .datelineDate: date = first(date, index)
      case .categories: categories.append(index)
      case .attach: attachments.append(index)
      case .image: images.append(index)
      case .relatedTo: relations.append(index)
      case .organizer, .attendee: people.append(index)
      case .rrule, .rdate, .exdate, .exrule: recurrence.append(index)
      default: break
      }
    }
  }

  private mutating func first(_ known: Int?, _ index: Int) -> Int {
    if known != nil { repeated.append(index) }
    return known ?? index
  }

  private mutating func clear() {
    (uid, summary, description, location, geo, status, url) = (nil, nil, nil, nil, nil, nil, nil)
    (start, end, due, duration, recurrenceID) = (nil, nil, nil, nil, nil)
    (created, lastModified, completed, sequence) = (nil, nil, nil, nil)
    (carrier, date) = (nil, nil)
    if !categories.isEmpty { categories.removeAll(keepingCapacity: true) }
    if !attachments.isEmpty { attachments.removeAll(keepingCapacity: true) }
    if !images.isEmpty { images.removeAll(keepingCapacity: true) }
    if !relations.isEmpty { relations.removeAll(keepingCapacity: true) }
    if !people.isEmpty { people.removeAll(keepingCapacity: true) }
    if !recurrence.isEmpty { recurrence.removeAll(keepingCapacity: true) }
    if !repeated.isEmpty { repeated.removeAll(keepingCapacity: true) }
  }
}

import DatelineCore
import DatelineRecord

/// The values of a component that people see and edit, in normalised form (`Specs/icalendar.md`, "Carrier").
///
/// The carrier holds a short hash of each, so that a reader can tell which of them somebody has changed since.
struct VisibleValues {
  /// Without LF, and without space at the ends, as all texts here.
  var summary: [UInt8] = []
  var description: [UInt8] = []
  var location: [UInt8] = []
  /// DTSTART and DTEND.
  var extent = EventTime.Extent.none
  var status: StaticString?
  /// Each once and without comma, the most important first.
  var categories: [[UInt8]] = []
  /// Latitude and longitude in millionths of a degree.
  var position: (latitude: Int, longitude: Int)?

  /// Eight hashes of four characters, of SUMMARY, DESCRIPTION, LOCATION, DTSTART, DTEND, STATUS, CATEGORIES and GEO;
  /// `....` for a property that is absent.
  var fingerprint: [UInt8] {
    var result: [UInt8] = []
    result.append(atMost: 32, writeFingerprint)
    return result
  }

  /// Writes the fingerprint.
  func writeFingerprint(to output: inout OutputCursor) {
    output.write(hashOf: summary.span)
    output.write(hashOf: description.span)
    output.write(hashOf: location.span)
    var value: [UInt8] = []
    value.reserveCapacity(64)
    writeHash(&output, &value) { extent.writeStart(to: &$0) }
    writeHash(&output, &value) { extent.writeEnd(to: &$0) }
    writeHash(&output, &value) { if let status { $0.write(status) } }
    writeHash(&output, &value) { writeCategories(to: &$0) }
    writeHash(&output, &value) { value in
      guard let position else { return }
      value.write(decimal: position.latitude)
      value.write(UInt8(ascii: ";"))
      value.write(decimal: position.longitude)
    }
  }

  private func writeHash(
    _ output: inout OutputCursor, _ value: inout [UInt8], _ write: (inout OutputCursor) -> Void
  ) {
    value.removeAll(keepingCapacity: true)
    value.append(atMost: 64, write)
    output.write(hashOf: value.span)
  }

  private func writeCategories(to output: inout OutputCursor) {
    let sorted = categories.count > 1 ? categories.sorted { $0.lexicographicallyPrecedes($1) } : categories
    for (index, category) in sorted.enumerated() {
      if index > 0 { output.write(0x0A) }
      output.write(category.span)
    }
  }
}

extension EventTime.Extent {
  /// Writes DTSTART in normalised form.
  fileprivate func writeStart(to output: inout OutputCursor) {
    switch inUTC {
    case .none, .zoned: break
    case .days(let day, _): output.write(date: day)
    case .utc(let time, _): output.write(utc: time)
    case .floating(let time, _): output.write(local: time)
    }
  }

  /// Writes DTEND in normalised form.
  fileprivate func writeEnd(to output: inout OutputCursor) {
    switch inUTC {
    case .none, .zoned: break
    case .days(_, let day): output.write(date: day)
    case .utc(_, let time): output.write(utc: time)
    case .floating(_, let time): output.write(local: time)
    }
  }
}

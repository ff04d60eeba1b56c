import DatelineCore
import DatelineIdentity

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
    for value in [summary, description, location, start, end, statusValue, categoryValue, positionValue] {
      if value.isEmpty {
        result.append("....")
      } else {
        Base64URL.append(Identifier.digest(of: value).span.extracting(first: 3), to: &result)
      }
    }
    return result
  }

  private var start: [UInt8] {
    var value: [UInt8] = []
    switch extent {
    case .none: break
    case .days(let day, _): value.append(date: day)
    case .seconds(let time, _): value.append(utc: time)
    }
    return value
  }

  private var end: [UInt8] {
    var value: [UInt8] = []
    switch extent {
    case .none: break
    case .days(_, let day): value.append(date: day)
    case .seconds(_, let time): value.append(utc: time)
    }
    return value
  }

  private var statusValue: [UInt8] {
    var value: [UInt8] = []
    if let status { value.append(status) }
    return value
  }

  private var categoryValue: [UInt8] {
    var value: [UInt8] = []
    for category in categories.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if !value.isEmpty { value.append(0x0A) }
      value.append(contentsOf: category)
    }
    return value
  }

  private var positionValue: [UInt8] {
    guard let position else { return [] }
    return Array("\(position.latitude);\(position.longitude)".utf8)
  }
}

import DatelineCore

extension EventTime.Extent {
  /// The name of a status in the component for this extent: a VJOURNAL has others (RFC 5545, section 3.8.1.11).
  func status(_ status: StaticString) -> StaticString {
    guard self == .none else { return status }
    return switch "\(status)" {
    case "TENTATIVE": "DRAFT"
    case "CONFIRMED": "FINAL"
    default: status
    }
  }
}

extension EventTime {
  /// The beginning, for DTSTAMP; nil before 1970.
  var utcSeconds: Int? {
    let seconds =
      switch extent {
      case .none: 0
      case .days(let day, _): day.dayNumber * 86_400
      case .seconds(let time, _): time.date.dayNumber * 86_400 + time.secondOfDay
      }
    return seconds > 0 ? seconds : nil
  }
}

extension Instant {
  /// Seconds since 1970-01-01T00:00:00Z; without offset, as if it were UTC.
  var utcSeconds: Int { secondsSince1970 ?? local.date.dayNumber * 86_400 + local.secondOfDay }
}

extension DateOrInstant {
  /// The beginning in seconds since 1970-01-01T00:00:00Z, as if a date were one of UTC; nil where it has none, or lies
  /// outside the years 1 to 9999.
  var utcSeconds: Int? {
    if case .instant(let instant) = self { return instant.utcSeconds }
    guard let first = earliest, 1...9999 ~= first.date.year else { return nil }
    return first.date.dayNumber * 86_400 + first.secondOfDay
  }
}

extension [UInt8] {
  /// The text without what vobject, libical and sabre change in the value of an X- property.
  var withoutSpecials: [UInt8] {
    var result = self
    result.removeAll { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x5C || $0 == UInt8(ascii: "\"") }
    return result
  }

  /// The address of a web page as a URI (RFC 3986): what may not stand in one is percent-encoded.
  ///
  /// - Returns: nil for anything but `http:` and `https:`; a calendar client opens what it shows as a link.
  init?(webAddress text: Text) {
    let isWeb = text.withUTF8 { bytes in
      let head = bytes.extracting(first: 8)
      var lowered: [UInt8] = []
      for index in head.indices { lowered.append(head[index] | 0x20) }
      return lowered.starts(with: "http://".utf8) || lowered.starts(with: "https://".utf8)
    }
    guard isWeb else { return nil }
    let digits = [UInt8]("0123456789ABCDEF".utf8)
    self = []
    text.withUTF8 { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        switch byte {
        case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...0xFF:
          append(UInt8(ascii: "%"))
          append(digits[Int(byte >> 4)])
          append(digits[Int(byte & 15)])
        default: append(byte)
        }
      }
    }
  }
}

extension DiagnosticCode {
  static let icalendarUndated: Self = "icalendar.undated"
}

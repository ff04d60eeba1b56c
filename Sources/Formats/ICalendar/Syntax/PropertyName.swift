import DatelineCore

/// The properties that a reader looks into; every other keeps only its spelling.
enum PropertyName: UInt8 {
  case other, begin, end
  case uid, summary, description, location, geo, categories, status, url, attach, image, relatedTo, organizer, attendee
  case dtstart, dtend, due, duration, dtstamp, created, lastModified, completed, sequence
  case rrule, rdate, exdate, exrule, recurrenceID
  case tzid, tzOffsetFrom, tzOffsetTo, xLicLocation
  case name, calendarName, calendarZone, version, productID, calendarScale
  case datelineRecord, datelineDate

  /// The property called `name`, in whatever case. A group before it (`item1.X-ABC`, as in vCard) does not count.
  init(_ name: Span<UInt8>) {
    self = Self.find(name, key: name.wordKey)
    guard self == .other else { return }
    var start = 0
    for index in name.indices where name[index] == UInt8(ascii: ".") { start = index + 1 }
    guard start > 0 else { return }
    let inner = name.extracting(start..<name.count)
    self = Self.find(inner, key: inner.wordKey)
  }

  /// The property of the content line that begins at `index`, and the length of its name.
  ///
  /// - Returns: nil where not so many bytes follow that all can be looked at by the block.
  @inline(__always)
  static func atStart(of bytes: Span<UInt8>, _ index: Int) -> (property: PropertyName, length: Int)? {
    guard index &+ 48 <= bytes.count else { return nil }
    let block = bytes.block(at: index)
    let colon = SIMD16<UInt8>(repeating: UInt8(ascii: ":"))
    let semicolon = SIMD16<UInt8>(repeating: UInt8(ascii: ";"))
    let exclamation = SIMD16<UInt8>(repeating: 0x21)
    // Control characters and the space are as nothing, or as a hyphen, in the key of a name.
    let mark = ByteLanes((block .== colon) .| (block .== semicolon) .| (block .< exclamation)).first
    let isNameEnd = mark > 0 && mark < 16 && bytes[index &+ mark] > 0x20
    if isNameEnd {
      let property = find(bytes.extracting(index..<(index &+ mark)), key: key(of: bytes.word(at: index), length: mark))
      if property != .other { return (property, mark) }
    }
    // A group before the name is rare; it has to be looked at more closely.
    let end = bytes.firstNoNameByte(from: index, hasGroup: false)
    let length = end &- index
    guard length > 0, length <= 32, bytes[end] != UInt8(ascii: ".") else { return nil }
    if isNameEnd, length == mark { return (.other, length) }
    return (find(bytes.extracting(index..<end), key: key(of: bytes.word(at: index), length: length)), length)
  }

  /// The ``Span/wordKey`` of a name that begins with the eight bytes of `word`.
  @inline(__always)
  private static func key(of word: UInt64, length: Int) -> UInt64 {
    let key = word & 0xDFDF_DFDF_DFDF_DFDF
    return length < 8 ? key & (1 &<< UInt64(truncatingIfNeeded: 8 &* length) &- 1) : key
  }

  /// - Parameter key: The name's ``Span/wordKey``.
  private static func find(_ name: Span<UInt8>, key: UInt64) -> PropertyName {
    // The first eight letters as one number, the first in the lowest byte: so a name of up to seven costs one comparison.
    switch key {
    case 0x0000_0000_0044_4E45: return .end  // END
    case 0x0000_0000_0044_4955: return .uid  // UID
    case 0x0000_0000_004F_4547: return .geo  // GEO
    case 0x0000_0000_004C_5255: return .url  // URL
    case 0x0000_0000_0045_5544: return .due  // DUE
    case 0x0000_0000_4449_5A54: return .tzid  // TZID
    case 0x0000_0000_454D_414E: return .name  // NAME
    case 0x0000_0045_4741_4D49: return .image  // IMAGE
    case 0x0000_004E_4947_4542: return .begin  // BEGIN
    case 0x0000_0044_4E45_5444: return .dtend  // DTEND
    case 0x0000_0045_4C55_5252: return .rrule  // RRULE
    case 0x0000_0045_5441_4452: return .rdate  // RDATE
    case 0x0000_5355_5441_5453: return .status  // STATUS
    case 0x0000_4843_4154_5441: return .attach  // ATTACH
    case 0x0000_4554_4144_5845: return .exdate  // EXDATE
    case 0x0000_454C_5552_5845: return .exrule  // EXRULE
    case 0x0000_4449_444F_5250: return .productID  // PRODID
    case 0x0059_5241_4D4D_5553: return .summary  // SUMMARY
    case 0x0054_5241_5453_5444: return .dtstart  // DTSTART
    case 0x0050_4D41_5453_5444: return .dtstamp  // DTSTAMP
    case 0x0044_4554_4145_5243: return .created  // CREATED
    case 0x004E_4F49_5352_4556: return .version  // VERSION
    case 0x4E4F_4954_4143_4F4C:
      if name.count == 8 { return .location }
    case 0x4E4F_4954_4152_5544:
      if name.count == 8 { return .duration }
    case 0x4445_5441_4552_4344:
      if name.count == 8 { return .created }
    case 0x4545_444E_4554_5441:
      if name.count == 8 { return .attendee }
    case 0x455A_494E_4147_524F:
      if name.isSameWord(as: "ORGANIZER", from: 8) { return .organizer }
    case 0x4543_4E45_5551_4553:
      if name.count == 8 { return .sequence }
    case 0x454C_4143_534C_4143:
      if name.count == 8 { return .calendarScale }
    case 0x4554_454C_504D_4F43:
      if name.isSameWord(as: "COMPLETED", from: 8) { return .completed }
    case 0x4952_4F47_4554_4143:
      if name.isSameWord(as: "CATEGORIES", from: 8) { return .categories }
    case 0x0D44_4554_414C_4552:
      if name.isSameWord(as: "RELATED-TO", from: 8) { return .relatedTo }
    case 0x5445_5346_464F_5A54:
      if name.isSameWord(as: "TZOFFSETTO", from: 8) { return .tzOffsetTo }
      if name.isSameWord(as: "TZOFFSETFROM", from: 8) { return .tzOffsetFrom }
    case 0x5450_4952_4353_4544:
      if name.isSameWord(as: "DESCRIPTION", from: 8) { return .description }
    case 0x4C41_430D_5257_0D58:
      if name.isSameWord(as: "X-WR-CALNAME", from: 8) { return .calendarName }
    case 0x444F_4D0D_5453_414C:
      if name.isSameWord(as: "LAST-MODIFIED", from: 8) { return .lastModified }
    case 0x4E45_5252_5543_4552:
      if name.isSameWord(as: "RECURRENCE-ID", from: 8) { return .recurrenceID }
    case 0x4D49_540D_5257_0D58:
      if name.isSameWord(as: "X-WR-TIMEZONE", from: 8) { return .calendarZone }
    case 0x4F4C_0D43_494C_0D58:
      if name.isSameWord(as: "X-LIC-LOCATION", from: 8) { return .xLicLocation }
    case 0x494C_4554_4144_0D58:
      if name.isSameWord(as: "X-DATELINE-DATE", from: 8) { return .datelineDate }
      if name.isSameWord(as: "X-DATELINE-RECORD", from: 8) { return .datelineRecord }
    default: break
    }
    return .other
  }
}

/// The components that a reader treats in some way of their own.
enum ComponentKind: UInt8 {
  case other, calendar, event, todo, journal, freeBusy, timeZone, availability
  case alarm, standard, daylight, participant, location, resource

  /// The component called `name`, in whatever case.
  init(_ name: Span<UInt8>) { self = Self.find(name) }

  private static func find(_ name: Span<UInt8>) -> ComponentKind {
    switch name.count {
    case 5:
      if name.isSameWord(as: "VTODO") { return .todo }
    case 6:
      if name.isSameWord(as: "VEVENT") { return .event }
      if name.isSameWord(as: "VALARM") { return .alarm }
    case 8:
      if name.isSameWord(as: "VJOURNAL") { return .journal }
      if name.isSameWord(as: "STANDARD") { return .standard }
      if name.isSameWord(as: "DAYLIGHT") { return .daylight }
    case 9:
      if name.isSameWord(as: "VCALENDAR") { return .calendar }
      if name.isSameWord(as: "VTIMEZONE") { return .timeZone }
      if name.isSameWord(as: "VFREEBUSY") { return .freeBusy }
      if name.isSameWord(as: "VLOCATION") { return .location }
      if name.isSameWord(as: "VRESOURCE") { return .resource }
    case 11:
      if name.isSameWord(as: "PARTICIPANT") { return .participant }
    case 13:
      if name.isSameWord(as: "VAVAILABILITY") { return .availability }
    default: break
    }
    return .other
  }

  /// The name in upper case; nil for components that are not known.
  var name: StaticString? {
    switch self {
    case .other: nil
    case .calendar: "VCALENDAR"
    case .event: "VEVENT"
    case .todo: "VTODO"
    case .journal: "VJOURNAL"
    case .freeBusy: "VFREEBUSY"
    case .timeZone: "VTIMEZONE"
    case .availability: "VAVAILABILITY"
    case .alarm: "VALARM"
    case .standard: "STANDARD"
    case .daylight: "DAYLIGHT"
    case .participant: "PARTICIPANT"
    case .location: "VLOCATION"
    case .resource: "VRESOURCE"
    }
  }

  /// Whether it is read as an incident.
  var isEvent: Bool { self == .event || self == .todo || self == .journal }

  /// Whether it stands in a calendar directly, and never in another component (RFC 5545, section 3.6).
  var isTopLevel: Bool { (Self.event.rawValue...Self.availability.rawValue).contains(rawValue) }
}

extension Span<UInt8> {
  /// Whether this is `word`, which is in upper case, in whatever case.
  ///
  /// - Parameter start: Where to begin: what stands before is known.
  @inline(__always)
  func isSameWord(as word: StaticString, from start: Int = 0) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      // Only letters differ by this bit from other characters that names have.
      for index in start..<word.count where unsafe self[index] != word[index] {
        let byte = self[index]
        guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte, unsafe byte & 0xDF == word[index] else { return false }
      }
      return true
    }
  }

  /// The first eight bytes as one number, without the bit that tells small letters from large ones. No two bytes that names
  /// have differ by it alone, but letters.
  fileprivate var wordKey: UInt64 {
    guard count < 8 else { return word(at: 0) & 0xDFDF_DFDF_DFDF_DFDF }
    var key: UInt64 = 0
    for index in indices { key |= UInt64(self[index] & 0xDF) &<< UInt64(8 &* index) }
    return key
  }

  /// A hash of the word that is the same in upper and lower case.
  var caselessHash: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in indices {
      let byte = self[index]
      let upper = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte ? byte & 0xDF : byte
      hash = (hash ^ UInt64(upper)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }
}

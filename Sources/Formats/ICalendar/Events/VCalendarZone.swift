import DatelineCore
import DatelineZones

/// The zone of the times of a vCalendar 1.0 that do not end with `Z`: what its properties TZ and DAYLIGHT say (versit,
/// vCalendar 1.0, sections 2.1.1 and 2.1.6).
struct VCalendarZone {
  /// VERSION is 1.0.
  private(set) var isVCalendar = false
  private var standardOffset: Int?
  private var summers: [(offset: Int, start: TimeValue, end: TimeValue)] = []
  private var made: CalendarZones.Zone?

  private static let limit = 1000

  /// nil where times float.
  var zone: CalendarZones.Zone? { isVCalendar ? made : nil }

  /// Takes VERSION, TZ and DAYLIGHT; any other line says nothing here.
  mutating func take(_ part: CalendarPart, _ line: ContentLine) {
    let storage = part.storage.span
    let value = storage.trimmed(line.value)
    if line.property == .version {
      isVCalendar = part.string(value) == "1.0"
      return
    }
    let name = storage.extracting(Int(line.start)..<Int(line.nameEnd))
    if name.isSameWord(as: "TZ") {
      standardOffset = storage.extracting(value).utcOffset
    } else if name.isSameWord(as: "DAYLIGHT"), summers.count < Self.limit {
      // DAYLIGHT:TRUE;-04;20240310T020000;20241103T020000;EST;EDT
      let items = part.listItems(value, semicolons: true)
      guard items.count >= 4, storage.extracting(items[0]).isSameWord(as: "TRUE"),
        let offset = storage.extracting(items[1]).utcOffset, let start = TimeValue(storage.extracting(items[2])),
        let end = TimeValue(storage.extracting(items[3]))
      else { return }
      summers.append((offset, start, end))
    } else {
      return
    }
    make()
  }

  private mutating func make() {
    guard let standardOffset, let always = CalendarDate(year: 1, month: 1, day: 1) else { return }
    func observance(_ onset: LocalDateTime, from: Int, to: Int) -> ZoneObservance {
      ZoneObservance(
        onset: onset, offsetFrom: from, offsetTo: to, name: "", isDaylight: to != standardOffset, recurrence: nil)
    }
    func local(_ time: TimeValue, _ offset: Int) -> LocalDateTime {
      time.isUTC ? time.local.adding(seconds: offset) : time.local
    }
    var observances = [observance(LocalDateTime(always), from: standardOffset, to: standardOffset)]
    for summer in summers {
      observances.append(
        observance(local(summer.start, standardOffset), from: standardOffset, to: summer.offset))
      observances.append(observance(local(summer.end, summer.offset), from: summer.offset, to: standardOffset))
    }
    made = ZoneRules(observances: observances).map { CalendarZones.Zone(name: nil, rules: $0) }
  }
}

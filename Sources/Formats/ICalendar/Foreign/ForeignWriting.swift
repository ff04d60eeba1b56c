import DatelineCore

extension ContentLines {
  /// Writes lines that were kept, folded anew.
  mutating func lines(_ kept: [[UInt8]]) {
    for line in kept {
      write(line.span)
      end()
    }
  }

  /// Writes what the record says otherwise than the component that it was read from, and what that one lacks.
  ///
  /// - Parameters:
  ///   - stamp: DTSTAMP in seconds since 1970-01-01T00:00:00Z.
  mutating func changes(
    _ component: ForeignComponent, to incident: Incident, _ values: VisibleValues, stamp seconds: Int?,
    reports: RecentReports, siblings: RecentIncidents
  ) {
    if !component.has(.uid) { uid(of: incident.id) }
    if !component.has(.dtstamp) { stamp("DTSTAMP:", seconds) }
    if component.writes(.created) { history(of: incident) }
    // The zones are those of the calendar that it was read from, so an edited time is written in UTC.
    if component.writes(.dtstart) { extent(values.extent.inUTC, endsToo: component.kind == .event) }
    let language = incident.language
    if component.writes(.summary) { write("SUMMARY", text: values.summary.span, language: language) }
    if component.writes(.description) { write("DESCRIPTION", text: values.description.span, language: language) }
    if component.writes(.location) {
      write("LOCATION", text: values.location.span)
      if let position = values.position { geo(position.latitude, position.longitude) }
    }
    if component.writes(.categories) { categories(values.categories) }
    if component.writes(.status), let status = values.status { self.status(status, in: component.kind) }
    if component.writes(.url) { addresses(of: incident, reports: reports) }
    if component.writes(.relatedTo) { relations(of: incident, siblings: siblings) }
  }

  /// Writes STATUS in the words that a component has (RFC 5545, section 3.8.1.11); those of a VTODO are other ones.
  private mutating func status(_ status: StaticString, in kind: ComponentKind) {
    guard kind == .event || kind == .journal else { return }
    write("STATUS:")
    write(kind == .event ? status : EventTime.Extent.none.status(status))
    end()
  }
}

extension ForeignComponent {
  /// The fingerprint of the component with some lines of ours.
  ///
  /// - Parameter own: Folded, with their ends.
  func fingerprint(with own: [UInt8], zones: CalendarZones) -> [UInt8] {
    let values =
      isWhole ? self.values(zones: zones) : self.values(with: Self.unfolded(own), zones: zones)
    return VisibleField.allCases.flatMap { VisibleField.hash(of: values[$0]) }
  }

  private func values(with own: [[UInt8]], zones: CalendarZones) -> NormalisedValues {
    var part = CalendarPart([boundary("BEGIN:")] + own + lines.map(\.bytes) + [boundary("END:")])
    var found = EventLines()
    found.find(in: part)
    return NormalisedValues(&part, found, zones: zones)
  }

  /// The line that begins or ends the component.
  func boundary(_ word: StaticString) -> [UInt8] {
    var line: [UInt8] = []
    line.append(word)
    return line + name
  }

  private static func unfolded(_ text: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for line in text.split(separator: 0x0A) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.first == 0x20, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line))
      }
    }
    return lines
  }
}

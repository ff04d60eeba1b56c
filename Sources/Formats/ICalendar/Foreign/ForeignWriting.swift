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
    _ component: borrowing ForeignComponent, to incident: borrowing Incident, _ values: VisibleValues,
    stamp seconds: Int?,
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
  /// Writes the lines of which the record says still the same.
  func writeLines(to output: inout ContentLines) {
    let storage = part.storage.span
    for line in lines {
      // A carrier of ours that could not be read would be a second one, and a date that was changed a wrong one.
      if line.property == .datelineRecord || line.property == .datelineDate && writes(.dtstart) { continue }
      output.write(storage.extracting(line.range))
      output.end()
    }
  }

  /// Writes the line that begins or ends the component.
  func writeBoundary(_ word: StaticString, to output: inout ContentLines) {
    output.write(word)
    output.write(part.storage.span.extracting(name))
    output.end()
  }

  /// The visible values of the component with some lines of ours.
  ///
  /// - Parameter own: Folded, with their ends.
  func values(with own: [UInt8]) -> NormalisedValues {
    guard !isWhole else { return values }
    let name = Array(part.storage[name])
    let kept = lines.map { Array(part.storage[$0.range]) }
    let whole = CalendarPart(
      [Array("BEGIN:".utf8) + name] + Self.unfolded(own) + kept + [Array("END:".utf8) + name])
    var found = EventLines()
    found.find(in: whole)
    return NormalisedValues(whole, found, zones: zones)
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

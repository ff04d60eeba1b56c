import DatelineCore
import DatelineIdentity

/// The components that records become.
enum ComponentName {
  case event, journal
}

/// What components are made of.
extension ContentLines {
  mutating func begin(_ name: ComponentName) {
    line(name == .event ? "BEGIN:VEVENT" : "BEGIN:VJOURNAL")
  }

  mutating func end(_ name: ComponentName) {
    line(name == .event ? "END:VEVENT" : "END:VJOURNAL")
  }

  /// Writes UID.
  mutating func uid(of id: Text) {
    write("UID:")
    writeUID(of: id)
    end()
  }

  /// Writes the UID of a record: the UUID that its id is, else the UUIDv5 of the id.
  mutating func writeUID(of id: Text) {
    id.withUTF8 { bytes in
      if bytes.isUUIDName {
        write(bytes.extracting(droppingFirst: 9))
      } else {
        let uuid = Array(Identifier.uuid(of: id.description).utf8)
        write(uuid.span)
      }
    }
  }

  /// Writes a time in UTC; the beginning of 1970 where none is known, or none that iCalendar can write.
  mutating func stamp(_ name: StaticString, _ seconds: Int?) {
    write(name)
    let time = LocalDateTime(secondsSince1970: seconds ?? 0)
    writeShort { $0.write(utc: 1...9999 ~= time.date.year ? time : LocalDateTime(secondsSince1970: 0)) }
    end()
  }

  /// Writes SEQUENCE of a record.
  mutating func sequence(_ version: Int?) {
    guard let version, version >= 0 else { return }
    sequence(number: min(version, Revision.sequenceLimit))
  }

  /// Writes SEQUENCE, which is a 32-bit number.
  mutating func sequence(number: Int) {
    write("SEQUENCE:")
    writeShort { $0.write(decimal: number) }
    end()
  }

  /// Writes when the record was made and changed.
  mutating func history(of incident: borrowing Incident) {
    guard let revision = incident.revision else { return }
    if let created = revision.created?.utcSeconds { stamp("CREATED:", created) }
    if let modified = revision.modified?.utcSeconds { stamp("LAST-MODIFIED:", modified) }
    sequence(revision.version)
  }

  /// Writes DTSTART and, where it may stand, DTEND.
  mutating func extent(_ extent: EventTime.Extent, endsToo: Bool = true) {
    switch extent {
    case .none: return
    case .days(let first, let last):
      time("DTSTART;VALUE=DATE:") { $0.write(date: first) }
      if endsToo { time("DTEND;VALUE=DATE:") { $0.write(date: last) } }
    case .utc(let first, let last):
      time("DTSTART:") { $0.write(utc: first) }
      if endsToo { time("DTEND:") { $0.write(utc: last) } }
    case .floating(let first, let last):
      time("DTSTART:") { $0.write(local: first) }
      if endsToo { time("DTEND:") { $0.write(local: last) } }
    case .zoned(let span):
      clock("DTSTART;TZID=", span.start, in: span.zone)
      if endsToo { clock("DTEND;TZID=", span.end, in: span.zone) }
    }
  }

  private mutating func time(_ name: StaticString, _ write: (inout OutputCursor) -> Void) {
    self.write(name)
    writeShort(atMost: 16, write)
    end()
  }

  private mutating func clock(_ name: StaticString, _ time: LocalDateTime, in zone: Text) {
    write(name)
    zone.withUTF8 { write($0) }
    write(UInt8(ascii: ":"))
    writeShort(atMost: 16) { $0.write(local: time) }
    end()
  }

  /// Writes what people see and edit.
  mutating func visible(_ values: VisibleValues, language: Text?) {
    extent(values.extent)
    write("SUMMARY", text: values.summary.span, language: language)
    write("DESCRIPTION", text: values.description.span, language: language)
    write("LOCATION", text: values.location.span)
    if let position = values.position { geo(position.latitude, position.longitude) }
    categories(values.categories)
    if let status = values.status {
      write("STATUS:")
      write(values.extent.status(status))
      end()
    }
  }

  /// Writes CATEGORIES, which have no commas.
  mutating func categories(_ categories: [[UInt8]]) {
    guard !categories.isEmpty else { return }
    write("CATEGORIES:")
    for (index, category) in categories.enumerated() {
      if index > 0 { write(UInt8(ascii: ",")) }
      write(category.span)
    }
    end()
  }

  /// Writes GEO of millionths of degrees.
  mutating func geo(_ latitude: Int, _ longitude: Int) {
    write("GEO:")
    writeShort(atMost: 24) { output in
      output.write(millionths: latitude)
      output.write(UInt8(ascii: ";"))
      output.write(millionths: longitude)
    }
    end()
  }

  /// Writes URL for the first page of a source, and ATTACH, which clients show as a link, for each.
  mutating func addresses(of incident: borrowing Incident, reports: RecentReports) {
    for (index, reference) in incident.reports.enumerated() {
      guard let url = reports.address(of: reference), url.isWebAddress,
        !incident.reports[..<index].contains(where: { reports.address(of: $0) == url })
      else { continue }
      if !incident.reports[..<index].contains(where: { reports.address(of: $0)?.isWebAddress == true }) {
        webAddress("URL:", url)
      }
      webAddress("ATTACH;FMTTYPE=text/html:", url)
    }
  }

  /// Writes RELATED-TO for incidents that stand before this one: so no two ever point at each other, which KDE reports
  /// as a loop, and none at nothing.
  mutating func relations(of incident: borrowing Incident, siblings: RecentIncidents) {
    for (index, relation) in incident.relations.enumerated() {
      guard let target = relation.target, siblings.contains(target), target != incident.id,
        !incident.relations[..<index].contains(where: { $0.target == target })
      else { continue }
      write("RELATED-TO;RELTYPE=SIBLING:")
      writeUID(of: target)
      end()
    }
  }

  /// Writes X-DATELINE-DATE, but for a date with a comma: vobject cuts the values of X- properties there, and escaped
  /// commas lose their backslash elsewhere. The carrier has it anyway.
  mutating func date(_ date: EDTF?, precision: StaticString) {
    guard let date else { return }
    var text: [UInt8] = []
    text.append(atMost: 64) { date.write(to: &$0) }
    guard !text.contains(UInt8(ascii: ",")) else { return }
    write("X-DATELINE-DATE;X-PRECISION=")
    write(precision)
    write(UInt8(ascii: ":"))
    write(text.span)
    end()
  }

  /// Writes X-DATELINE-RECORD: the whole record in an envelope.
  mutating func carrier(_ envelope: Span<UInt8>) {
    var letters: [UInt8] = []
    Base64URL.append(envelope, to: &letters)
    write("X-DATELINE-RECORD;X-V=1;X-ENC=b64u:")
    write(letters: letters.span)
    end()
  }

  /// Writes a property whose value is the address of a web page, and nothing for any other address: a client opens what
  /// it shows as a link. What may not stand in a URI (RFC 3986) is percent-encoded.
  ///
  /// - Parameter name: With the colon.
  mutating func webAddress(_ name: StaticString, _ address: Text) {
    guard address.isWebAddress else { return }
    write(name)
    writeURI(address)
    end()
  }

  /// Writes text with what may not stand in a URI percent-encoded.
  mutating func writeURI(_ text: Text) {
    text.withUTF8 { bytes in
      var copied = 0
      for index in bytes.indices {
        let byte = bytes[index]
        switch byte {
        case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...0xFF: break
        default: continue
        }
        write(bytes.extracting(copied..<index))
        writeShort(atMost: 3) { $0.write(percentEncoded: byte) }
        copied = index + 1
      }
      write(bytes.extracting(copied..<bytes.count))
    }
  }
}

extension OutputCursor {
  /// Writes a byte as a percent sign and two hexadecimal digits.
  mutating func write(percentEncoded byte: UInt8) {
    write(UInt8(ascii: "%"))
    for digit in [byte >> 4, byte & 15] { write(digit < 10 ? 0x30 + digit : 0x37 + digit) }
  }

  /// Writes a number of millionths as a decimal fraction in its shortest form.
  mutating func write(millionths value: Int) {
    if value < 0 { write(UInt8(ascii: "-")) }
    let magnitude = Int(value.magnitude)
    write(decimal: magnitude / 1_000_000)
    var rest = magnitude % 1_000_000
    var unit = 100_000
    write(UInt8(ascii: "."))
    repeat {
      write(0x30 + UInt8(truncatingIfNeeded: rest / unit % 10))
      rest %= unit
      unit /= 10
    } while rest > 0
  }
}

extension Text {
  /// Whether this is the address of a web page: `http:` or `https:`.
  var isWebAddress: Bool {
    withUTF8 { bytes in
      let isSecure = bytes.count > 4 && bytes[4] | 0x20 == UInt8(ascii: "s")
      let scheme: StaticString = isSecure ? "https://" : "http://"
      guard bytes.count >= scheme.utf8CodeUnitCount else { return false }
      return scheme.withUTF8Buffer { own in
        for index in own.indices where unsafe bytes[index] | 0x20 != own[index] | 0x20 { return false }
        return true
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether this is `urn:uuid:` and a UUID in lower case (RFC 9562, section 4).
  fileprivate var isUUIDName: Bool {
    guard count == 45, starts(with: "urn:uuid:") else { return false }
    for index in 9..<45 {
      let byte = self[index]
      if index == 17 || index == 22 || index == 27 || index == 32 {
        guard byte == UInt8(ascii: "-") else { return false }
      } else {
        guard 0x30...0x39 ~= byte || 0x61...0x66 ~= byte else { return false }
      }
    }
    return true
  }
}

import DatelineCore
import DatelineIdentity
import DatelineRecord

/// What RFC 9073 and RFC 9253 add, for clients that know it. libical 3 replaces such properties by its own and drops such
/// components, so all of it stands beside the carrier, and only where it was asked for.
extension ContentLines {
  /// Writes LINK for each source, CONCEPT for the kind and each code, REFID for each report, and STRUCTURED-DATA for
  /// harm.
  mutating func modernProperties(of incident: Incident, reports: RecentReports) {
    for reference in incident.reports { link(to: reference, reports) }
    if let kind = incident.kind {
      write("CONCEPT:urn:dateline:1:kind:")
      writeURI(kind)
      end()
    }
    for code in incident.codes {
      guard let scheme = code.scheme, let text = code.code else { continue }
      write("CONCEPT:urn:dateline:1:code:")
      writeURI(scheme)
      write(UInt8(ascii: ":"))
      writeURI(text)
      end()
    }
    for reference in incident.reports {
      if let id = reference.id { referenceKey(id) }
    }
    structuredData(of: incident)
  }

  /// Writes REFID (RFC 9253, section 8.3): components with the same one belong together.
  mutating func referenceKey(_ id: Text) {
    var key: [UInt8] = []
    key.append(visible: id, singleLine: true)
    key.trim()
    write("REFID", text: key.span)
  }

  /// Writes LINK (RFC 9253, section 8.2).
  private mutating func link(to reference: ReportReference, _ reports: RecentReports) {
    guard let url = reports.address(of: reference), url.isWebAddress else { return }
    let known = reference.id.flatMap { reports[$0] }
    write("LINK;VALUE=URI;LINKREL=SOURCE")
    if let label = reference.headline ?? known?.headline ?? reference.publisher ?? known?.publisher {
      write(";LABEL=\"")
      write(parameterValue: label)
      write(UInt8(ascii: "\""))
    }
    write(UInt8(ascii: ":"))
    writeURI(url)
    end()
  }

  /// Writes text between the quotes of a parameter value (RFC 6868).
  private mutating func write(parameterValue text: Text) {
    var value: [UInt8] = []
    value.append(visible: text, singleLine: true)
    value.trim()
    var copied = 0
    for index in value.indices where value[index] == UInt8(ascii: "\"") || value[index] == UInt8(ascii: "^") {
      write(value.span.extracting(copied..<index))
      write(value[index] == UInt8(ascii: "^") ? "^^" : "^'")
      copied = index + 1
    }
    write(value.span.extracting(copied..<value.count))
  }

  /// Writes STRUCTURED-DATA (RFC 9073, section 6.6): casualties and damage as canonical JSON has them.
  private mutating func structuredData(of incident: Incident) {
    guard !incident.casualties.isEmpty || !incident.damage.isEmpty else { return }
    var harm = Incident(id: incident.id)
    harm.casualties = incident.casualties
    harm.damage = incident.damage
    var json: [UInt8] = []
    CanonicalJSON.append(harm, to: &json)
    // JSON lets DEL stand, and no text of a calendar does (RFC 5545, section 3.1).
    if json.contains(0x7F) { json = json.flatMap { $0 == 0x7F ? Array("\\u007F".utf8) : [$0] } }
    write("STRUCTURED-DATA;VALUE=TEXT;FMTTYPE=application/json;SCHEMA=\"urn:dateline:1\"", text: json.span)
  }

  /// Writes PARTICIPANT for each participant, and VLOCATION for each place (RFC 9073, sections 7.1 and 7.2).
  mutating func modernComponents(of incident: Incident) {
    for (index, participant) in incident.participants.enumerated() {
      guard let name = participant.name else { continue }
      line("BEGIN:PARTICIPANT")
      partUID("participants", index, of: incident.id)
      line("PARTICIPANT-TYPE:ACTIVE")
      shown("SUMMARY", name)
      if !participant.roles.isEmpty {
        write("CATEGORIES:")
        for (index, role) in participant.roles.enumerated() {
          if index > 0 { write(UInt8(ascii: ",")) }
          write(role.name)
        }
        end()
      }
      line("END:PARTICIPANT")
    }
    for (index, place) in incident.places.enumerated() {
      line("BEGIN:VLOCATION")
      partUID("places", index, of: incident.id)
      if let name = place.name ?? place.text ?? place.settlement { shown("NAME", name) }
      var address: [UInt8] = []
      address.append(atMost: 256) { place.writeAddress(to: &$0) }
      address.trim()
      write("DESCRIPTION", text: address.span)
      if let position = place.position { geo(position.latitude, position.longitude) }
      line("END:VLOCATION")
    }
  }

  /// Writes the UID of a part of a record: the UUIDv5 of its id and its place in the record.
  private mutating func partUID(_ list: StaticString, _ index: Int, of id: Text) {
    let uid = Array(Identifier.uuid(of: "\(id)#/\(list)/\(index)").utf8)
    write("UID:")
    write(uid.span)
    end()
  }

  private mutating func shown(_ name: StaticString, _ text: Text) {
    var value: [UInt8] = []
    value.append(visible: text, singleLine: true)
    value.trim()
    write(name, text: value.span)
  }
}

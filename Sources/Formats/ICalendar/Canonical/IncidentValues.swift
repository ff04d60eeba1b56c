import DatelineCore

extension VisibleValues {
  /// Takes what a calendar shows of `incident`. The memory of what was there before is used again.
  ///
  /// - Parameters:
  ///   - time: Where it stands.
  ///   - reports: What is known of the reports that it names by id.
  mutating func show(_ incident: borrowing Incident, time: EventTime, reports: RecentReports) {
    extent = time.extent
    status = Self.status(of: incident)
    showSummary(of: incident, remarks: time.remarks)
    showDescription(of: incident, reports: reports)
    showCategories(of: incident)
    location.removeAll(keepingCapacity: true)
    position = nil
    // LOCATION and GEO may not stand in a VJOURNAL.
    guard time.extent != .none, let main = incident.mainPlaceIndex else { return }
    incident.places.span.lend(main) { (place: borrowing Place) in
      location.append(atMost: 256) { output in place.writeAddress(to: &output) }
      position = place.position
    }
    location.trim()
  }

  /// The most characters of SUMMARY: what Open-Xchange takes.
  static let summaryLimit = 255

  private mutating func showSummary(of incident: borrowing Incident, remarks: [String]) {
    summary.removeAll(keepingCapacity: true)
    if !remarks.isEmpty {
      summary.append(UInt8(ascii: "["))
      summary.append(contentsOf: remarks.joined(separator: ", ").utf8)
      summary.append("] ")
    }
    if let title = incident.title {
      summary.append(visible: title, singleLine: true)
    } else {
      summary.append(atMost: 256) { output in incident.writeName(to: &output) }
    }
    summary.trim()
    summary.truncate(toCharacters: Self.summaryLimit)
  }

  private mutating func showDescription(of incident: borrowing Incident, reports: RecentReports) {
    description.removeAll(keepingCapacity: true)
    if let text = incident.summary { description.append(visible: text) }
    description.trim()
    let end = description.count
    if end > 0 { description.append("\n\n") }
    let start = description.count
    description.append(atMost: 4096) { output in
      var trailer = Trailer(output)
      trailer.write(incident, reports: reports)
      output = trailer.output
    }
    if description.count == start { description.removeLast(start - end) }
    description.trim()
  }

  /// What STATUS says; nil where it says nothing.
  static func status(of incident: borrowing Incident) -> StaticString? {
    if incident.revision?.status == .cancelled || incident.stage == .cancelled { return "CANCELLED" }
    switch incident.verification?.status {
    case .refuted: return "CANCELLED"
    case .verified: return "CONFIRMED"
    case .unverified, .partly, .disputed: return "TENTATIVE"
    case nil: return nil
    }
  }

  /// The most values of CATEGORIES.
  private static let categoryLimit = 16

  private mutating func showCategories(of incident: borrowing Incident) {
    categories.removeAll(keepingCapacity: true)
    if let kind = incident.kind { showCategory(kind) }
    for code in incident.codes {
      guard categories.count < Self.categoryLimit else { return }
      if let text = code.label ?? code.code { showCategory(text) }
    }
  }

  private mutating func showCategory(_ text: Text) {
    let category = Self.category(text)
    if !category.isEmpty, !categories.contains(category) { categories.append(category) }
  }

  /// A category as it is written.
  static func category(_ text: Text) -> [UInt8] {
    var category: [UInt8] = []
    category.append(visible: text, singleLine: true)
    // libical writes an escaped comma back without its backslash, and one category becomes two.
    category.removeAll { $0 == UInt8(ascii: ",") }
    for index in category.indices where category[index] == UInt8(ascii: ";") || category[index] == 0x5C {
      category[index] = UInt8(ascii: "/")
    }
    category.trim()
    return category
  }
}

extension Incident {
  /// The index of the place to show: the first where it happened or came down, else the first.
  var mainPlaceIndex: Int? {
    for index in places.indices {
      let role = places[index].role
      if role == .scene || role == .impact || role == .target { return index }
    }
    return places.isEmpty ? nil : 0
  }

  /// Writes a name for an incident without title: the last word of its kind, and its place.
  fileprivate func writeName(to output: inout OutputCursor) {
    let start = output.count
    if let kind {
      kind.withUTF8 { kind in
        var word = 0
        for index in kind.indices where kind[index] == UInt8(ascii: ".") { word = index + 1 }
        output.write(visible: kind.extracting(word..<kind.count), singleLine: true)
      }
      output.replaceBytes(after: start) { $0 == UInt8(ascii: "-") ? 0x20 : $0 }
    } else {
      output.write("incident")
    }
    var isFirst = true
    output.replaceBytes(after: start) { byte in
      defer { isFirst = false }
      return isFirst && UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte ? byte & 0xDF : byte
    }
    guard let main = mainPlaceIndex else { return }
    places.span.lend(main) { (place: borrowing Place) in
      guard place.hasHead else { return }
      output.write(", ")
      place.writeHead(to: &output)
    }
  }
}

extension Place {
  /// Latitude and longitude in millionths of a degree; nil where they mark no point of the globe.
  var position: (latitude: Int, longitude: Int)? {
    guard let latitude, let longitude, latitude.magnitude <= 90, longitude.magnitude <= 180 else { return nil }
    return (Int((latitude * 1e6).rounded()), Int((longitude * 1e6).rounded()))
  }

  /// Whether there are words for it that are more specific than its region's.
  var hasHead: Bool { name != nil || text != nil || relation != nil && !relatedTo.isEmpty || settlement != nil }

  /// Writes the most specific words for it, on one line: its name, the source's phrase, or how it lies to others.
  func writeHead(to output: inout OutputCursor) {
    if let text = name ?? text {
      output.write(trimmed: text)
    } else if let relation, !relatedTo.isEmpty {
      output.write(words: relation.name)
      output.write(0x20)
      output.write(joined: relatedTo)
    } else if let settlement {
      output.write(trimmed: settlement)
    }
  }

  /// Writes its names, the most specific first and each once, with commas between them.
  func writeAddress(to output: inout OutputCursor) {
    let start = output.count
    let head = name ?? text
    if hasHead { writeHead(to: &output) }
    // Where there are no other words for the place the settlement stands there already.
    if head != nil || relation != nil && !relatedTo.isEmpty, let settlement, settlement != head {
      output.write(next: settlement, after: start)
    }
    if let admin3, admin3 != head, admin3 != settlement { output.write(next: admin3, after: start) }
    if let admin2, admin2 != head, admin2 != settlement, admin2 != admin3 { output.write(next: admin2, after: start) }
    if let admin1, admin1 != head, admin1 != settlement, admin1 != admin3, admin1 != admin2 {
      output.write(next: admin1, after: start)
    }
    if let region, region != head, region != settlement, region != admin3, region != admin2, region != admin1 {
      output.write(next: region, after: start)
    }
    if let country = countryName ?? country, country != head, country != settlement, country != admin3,
      country != admin2, country != admin1, country != region
    {
      output.write(next: country, after: start)
    }
  }
}

extension OutputCursor {
  /// Writes text on one line, behind a comma where something stands behind `start`.
  fileprivate mutating func write(next text: Text, after start: Int) {
    if count > start { write(", ") }
    write(trimmed: text)
  }

  /// Writes texts with `and` between them, on one line.
  mutating func write(joined texts: [Text]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { write(" and ") }
      write(visible: text, singleLine: true)
    }
  }

  /// Writes text on one line, without space at its ends.
  mutating func write(trimmed text: Text) {
    text.withUTF8 { bytes in
      var start = 0
      var end = bytes.count
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      write(visible: bytes.extracting(start..<end), singleLine: true)
    }
  }
}

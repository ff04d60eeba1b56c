import DatelineCore

extension VisibleValues {
  /// What a calendar shows of `incident`.
  ///
  /// - Parameters:
  ///   - time: Where it stands.
  ///   - trailer: The lines below the summary.
  init(_ incident: Incident, time: EventTime, trailer: [UInt8]) {
    extent = time.extent
    summary = Self.summary(of: incident, remarks: time.remarks)
    if let text = incident.summary { description.append(visible: text) }
    description.trim()
    if !description.isEmpty, !trailer.isEmpty { description.append("\n\n") }
    description.append(contentsOf: trailer)
    description.trim()
    status = Self.status(of: incident)
    categories = Self.categories(of: incident)
    // LOCATION and GEO may not stand in a VJOURNAL.
    guard time.extent != .none, let place = incident.mainPlace else { return }
    location = Self.location(of: place)
    if let latitude = place.latitude, let longitude = place.longitude, latitude.magnitude <= 90,
      longitude.magnitude <= 180
    {
      position = (Int((latitude * 1e6).rounded()), Int((longitude * 1e6).rounded()))
    }
  }

  /// The most characters of SUMMARY: what Open-Xchange takes.
  private static let summaryLimit = 255

  private static func summary(of incident: Incident, remarks: [String]) -> [UInt8] {
    var summary: [UInt8] = []
    if !remarks.isEmpty {
      summary.append(UInt8(ascii: "["))
      summary.append(contentsOf: remarks.joined(separator: ", ").utf8)
      summary.append("] ")
    }
    if let title = incident.title {
      summary.append(visible: title, singleLine: true)
    } else {
      appendName(of: incident, to: &summary)
    }
    summary.trim()
    summary.truncate(toCharacters: summaryLimit)
    return summary
  }

  /// Appends a name for an incident without title: the last word of its kind, and its place.
  private static func appendName(of incident: Incident, to output: inout [UInt8]) {
    let start = output.count
    if let kind = incident.kind {
      kind.withUTF8 { kind in
        var word = 0
        for index in kind.indices where kind[index] == UInt8(ascii: ".") { word = index + 1 }
        output.append(visible: kind.extracting(word..<kind.count), singleLine: true)
      }
      for index in start..<output.count where output[index] == UInt8(ascii: "-") { output[index] = 0x20 }
    } else {
      output.append("incident")
    }
    if start < output.count, UInt8(ascii: "a")...UInt8(ascii: "z") ~= output[start] { output[start] &-= 0x20 }
    guard let place = incident.mainPlace?.head else { return }
    output.append(", ")
    output.append(contentsOf: place)
  }

  private static func location(of place: Place) -> [UInt8] {
    var parts: [[UInt8]] = []
    func add(_ part: [UInt8]) {
      if !part.isEmpty, !parts.contains(part) { parts.append(part) }
    }
    if let head = place.head { add(head) }
    let names = [
      place.settlement, place.admin3, place.admin2, place.admin1, place.region, place.countryName ?? place.country,
    ]
    for name in names {
      guard let name else { continue }
      var part: [UInt8] = []
      part.append(visible: name, singleLine: true)
      part.trim()
      add(part)
    }
    return Array(parts.joined(separator: Array(", ".utf8)))
  }

  private static func status(of incident: Incident) -> StaticString? {
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

  private static func categories(of incident: Incident) -> [[UInt8]] {
    var categories: [[UInt8]] = []
    for text in [incident.kind] + incident.codes.lazy.map({ $0.label ?? $0.code }) {
      guard let text, categories.count < categoryLimit else { continue }
      var category: [UInt8] = []
      category.append(visible: text, singleLine: true)
      // libical writes an escaped comma back without its backslash, and one category becomes two.
      category.removeAll { $0 == UInt8(ascii: ",") }
      for index in category.indices where category[index] == UInt8(ascii: ";") || category[index] == 0x5C {
        category[index] = UInt8(ascii: "/")
      }
      category.trim()
      if !category.isEmpty, !categories.contains(category) { categories.append(category) }
    }
    return categories
  }
}

extension Incident {
  /// The place to show: the first where it happened or came down, else the first.
  var mainPlace: Place? {
    places.first { $0.role == .scene || $0.role == .impact || $0.role == .target } ?? places.first
  }
}

extension Place {
  /// The most specific words for it, on one line: its name, the source's phrase, or how it lies to others.
  var head: [UInt8]? {
    var head: [UInt8] = []
    if let text = name ?? text {
      head.append(visible: text, singleLine: true)
    } else if let relation, !relatedTo.isEmpty {
      head = spacedWords(relation.name)
      head.append(0x20)
      head.append(joined: relatedTo)
    } else if let text = settlement {
      head.append(visible: text, singleLine: true)
    }
    head.trim()
    return head.isEmpty ? nil : head
  }
}

extension [UInt8] {
  /// Appends texts with `and` between them, on one line.
  mutating func append(joined texts: [Text]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { append(" and ") }
      append(visible: text, singleLine: true)
    }
  }
}

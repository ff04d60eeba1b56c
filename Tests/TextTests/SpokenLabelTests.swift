import DatelineCore
import DatelineText
import TestSupport
import Testing

/// Labels and items as people type them.
@Suite struct SpokenLabelTests {
  private func incident(_ lines: String) throws -> Incident {
    let text = "Dateline-Text: 1\n\nincident: urn:example:1\n\(lines)\n"
    let result = LabelledText().read(Array(text.utf8))
    #expect(result.lines == [], "\(lines)")
    guard case .incident(let incident)? = result.records.first else { throw ConversionError.unsupported("no incident") }
    return incident
  }

  @Test func `a record typed by hand is the one that was meant`() throws {
    let typed = try incident(
      """
      Headline: Shell hits a barn
      Category: force
      When: 2024-03-01
      Time: 22:15
      Where: Alder, near the mill; or so
      Location: role=origin; name=Birch
      WHO: Field Guard
      Weapons: FAB-250
      Casualties: none
      Damage: status=reported; object=barn
      Said: stance=denies; speaker=Ana Ruiz

      Description: The roof burned.
      """)
    let written = try incident(
      """
      title: Shell hits a barn
      summary: The roof burned.
      kind: force
      when.date: 2024-03-01
      when.time: 22:15
      place: name=Alder, near the mill\\; or so
      place: role=origin; name=Birch
      participant: name=Field Guard
      munition: designation=FAB-250
      casualty: status=none
      damage: status=reported; object=barn
      claim: stance=denies; speaker=Ana Ruiz
      """)
    #expect(typed == written)
  }

  @Test(arguments: [
    ("where", "place"), ("location", "place"), ("locations", "place"), ("who", "participant"), ("weapon", "munition"),
    ("weapons", "munition"),
  ])
  func `a spoken label takes items, plain words and any case`(spoken: String, label: String) throws {
    let key = label == "munition" ? "designation" : "name"
    for name in [spoken, spoken.uppercased(), spoken.prefix(1).uppercased() + spoken.dropFirst()] {
      #expect(try incident("\(name): \(key)=a b | \(key)=c") == incident("\(label): \(key)=a b\n\(label): \(key)=c"))
      #expect(try incident("\(name): a b\n\(label): c") == incident("\(label): \(key)=a b\n\(label): \(key)=c"))
    }
  }

  @Test func `a label that the schema has is never another's`() {
    for field in Incident.declaration.fields {
      for spoken in [
        "where", "location", "locations", "who", "weapon", "weapons", "said", "statement", "statements",
        "date", "time", "category", "headline", "description",
      ] {
        #expect("\(field.key)".lowercased() != spoken && field.singular.map { "\($0)".lowercased() } != spoken)
      }
    }
  }

  @Test func `what could mean two things goes to the extras with a warning`() {
    for label in ["What", "Victims", "Source", "Injured"] {
      let text = "Dateline-Text: 1\n\nincident: urn:example:1\n\(label): a b\n"
      let result = LabelledText().read(Array(text.utf8))
      #expect(result.lines.count == 1 && result.lines.first?.hasSuffix("[text.unknown-label]") == true)
    }
  }

  @Test func `an extra of such a name stays one`() throws {
    var incident = Incident(id: "urn:example:1")
    for name in ["where", "/where", "who", "time"] as [Text] { incident.extras[name] = JSONText(checked: "1") }
    let bytes = try LabelledText().write(Header(schemaVersion: Schema.version), [.incident(incident)])
    #expect(LabelledText().read(bytes).records == [.incident(incident)])
  }
}

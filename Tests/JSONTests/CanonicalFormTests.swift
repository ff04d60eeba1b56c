import DatelineCore
import DatelineJSON
import TestSupport
import Testing

/// The two forms of canonical JSON.
@Suite struct CanonicalFormTests {
  @Test func `lines are canonical lines`() throws {
    var incident = Incident(id: "urn:example:1")
    incident.title = "A\"\\\n\té"
    incident.titleDerived = true
    let bytes = try CanonicalNDJSON().write(Header(schemaVersion: "1.0"), [.incident(incident)])
    #expect(
      String(decoding: bytes, as: UTF8.self) == #"""
        {"type":"header","schemaVersion":"1.0"}
        {"type":"incident","id":"urn:example:1","title":"A\"\\\n\té","titleDerived":true}

        """#)
  }

  @Test func `a document is one object`() throws {
    let bytes = try CanonicalJSONDocument().write(
      Header(schemaVersion: "1.0"), [.tombstone(Tombstone(id: "urn:example:1"))])
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"header":{"schemaVersion":"1.0"},"records":[
        {"type":"tombstone","id":"urn:example:1"}
        ]}

        """)
  }
}

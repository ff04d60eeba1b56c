import DatelineCore
import DatelineIdentity
import Testing

/// Identifiers that come out the same wherever and whenever they are made.
@Suite struct IdentifierTests {
  /// Reckoned with Python: `uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, "urn:dateline:1"), name)`.
  @Test func `a table row's id hangs on its scheme and native id`() {
    #expect(
      Identifier.record(.incident, scheme: "acled", nativeID: "BEN669")
        == "urn:uuid:ad8b2bd3-5ee1-5ecb-aabe-d019c36694b0")
  }

  @Test func `ids of another record type, scheme or native id differ`() {
    let ids = [
      Identifier.record(.incident, scheme: "a", nativeID: "1"), Identifier.record(.report, scheme: "a", nativeID: "1"),
      Identifier.record(.incident, scheme: "b", nativeID: "1"),
      Identifier.record(.incident, scheme: "a", nativeID: "2"),
      Identifier.incident(in: "urn:example:1", triggerStart: 1),
      Identifier.incident(in: "urn:example:1", triggerStart: 2),
    ]
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: ["", "1", "BEN669", "é \u{1F600}", String(repeating: "long ", count: 40)])
  func `the ids of many rows are those of each`(nativeID: String) {
    var names = RecordNames(.incident, scheme: "acled")
    for id in ["before", nativeID, "between", nativeID] {
      var bytes: [UInt8] = []
      bytes.append(atMost: Identifier.length) { cursor in
        names.write(to: &cursor) { $0.append(contentsOf: id.utf8) }
      }
      #expect(bytes.count == Identifier.length)
      #expect(
        String(decoding: bytes, as: UTF8.self)
          == "\(Identifier.record(.incident, scheme: "acled", nativeID: id))")
    }
  }

  @Test func `an id is a UUID of version 5 and the variant of RFC 9562`() {
    let uuid = Array(Identifier.uuid(of: "x"))
    #expect(uuid.count == 36 && uuid[14] == "5" && "89ab".contains(uuid[19]))
  }
}

import DatelineCore
import DatelineRecord
import TestSupport
import Testing

/// Places of fields in a record's text.
@Suite struct PositionTests {
  private static let record = """
    { "type" : "incident",
      "id":⟦"a", "a/b~": ⟦1,
      "places": ⟦[ {"name":"b"} , ⟦{"name": "\\u0063", "relatedTo": ["x", ⟦"y"]} ] }
    """

  @Test(arguments: [
    ("/id", 0), ("/a~1b~0", 1), ("/places", 2), ("/places/1", 3), ("/places/1/relatedTo/1", 4), ("/places/7", 2),
    ("/places/1/nothing", 3),
  ])
  func `a pointer leads to the value or the nearest around it`(pointer: String, mark: Int) {
    let marked = MarkedText(Self.record)
    let start = SourcePosition(offset: 100, line: 7, column: 3)
    let found = CanonicalJSON.position(of: pointer, in: marked.bytes, from: start)
    let expected = marked.positions[mark]
    #expect(
      found
        == SourcePosition(
          offset: expected.offset + 100, line: expected.line + 6,
          column: expected.line == 1 ? expected.column + 2 : expected.column))
  }
}

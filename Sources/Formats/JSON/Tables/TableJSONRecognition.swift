import DatelineCore
import DatelineRecord

/// What the start of a JSON text tells of rows in it.
enum TableJSONRecognition {
  /// The keys of the first row, and how the rows stand in the text.
  static func columns(of prefix: Span<UInt8>) -> (columns: [String], form: String)? {
    guard prefix.count > 1, prefix[0] == UInt8(ascii: "{") || prefix[0] == UInt8(ascii: "[") else { return nil }
    var bytes: [UInt8] = []
    bytes.append(copying: prefix)
    var cursor = JSONCursor(bytes)
    if bytes[0] == UInt8(ascii: "[") {
      cursor.index = 1
      return keys(&cursor).map { ($0, "the text is a list of objects") }
    }
    if openData(&cursor) { return keys(&cursor).map { ($0, "the text is an envelope whose 'data' is a list") } }
    cursor = JSONCursor(bytes)
    return keys(&cursor).map { ($0, "the first line is an object") }
  }

  /// Moves into the list of the member `data` of the object that is next; false where it has none.
  private static func openData(_ cursor: inout JSONCursor) -> Bool {
    do throws(JSONFault) {
      try cursor.expect(UInt8(ascii: "{"), "'{'")
      while true {
        let key = try cursor.decode(try cursor.readRawString()).bytes
        try cursor.expect(UInt8(ascii: ":"), "a colon")
        if ("data" as StaticString).hasBytes(key.span), cursor.peek() == UInt8(ascii: "[") {
          cursor.index += 1
          return true
        }
        try cursor.skipValue()
        guard cursor.peek() == UInt8(ascii: ",") else { return false }
        cursor.index += 1
      }
    } catch {
      return false
    }
  }

  /// The keys of the object that is next, as far as they go; nil where there is none.
  private static func keys(_ cursor: inout JSONCursor) -> [String]? {
    var keys: [String] = []
    do throws(JSONFault) {
      try cursor.expect(UInt8(ascii: "{"), "'{'")
      while true {
        keys.append(String(decoding: try cursor.decode(try cursor.readRawString()).bytes, as: UTF8.self))
        try cursor.expect(UInt8(ascii: ":"), "a colon")
        try cursor.skipValue()
        guard cursor.peek() == UInt8(ascii: ",") else { return keys }
        cursor.index += 1
      }
    } catch {
      return keys.isEmpty ? nil : keys
    }
  }
}

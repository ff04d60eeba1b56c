import DatelineCore
import DatelineRecord

/// What the start of a JSON text tells of its form.
enum JSONRecognition {
  /// How surely the text is canonical lines: a first line that is whole and has a record's `type`.
  static func canonicalLine(_ prefix: Span<UInt8>) -> Int? {
    guard prefix.count > 1, prefix[0] == UInt8(ascii: "{") else { return nil }
    return canonicalText(bytes(prefix.extracting(0..<prefix.firstIndex(of: 0x0A, from: 0))))
  }

  /// How surely the text is a sequence of canonical texts (RFC 8142): one with RS (U+001E) before it.
  static func canonicalSequence(_ prefix: Span<UInt8>) -> Int? {
    guard prefix.count > 1, prefix[0] == 0x1E else { return nil }
    var text = bytes(prefix)
    text = Array(text.drop { $0 == 0x1E || isJSONSpace($0) }.prefix { $0 != 0x1E })
    return text.first == UInt8(ascii: "{") ? canonicalText(text) : nil
  }

  private static func canonicalText(_ text: [UInt8]) -> Int? {
    guard let keys = topLevelKeys(text), let type = keys.type else { return nil }
    guard ["header", "report", "incident", "tombstone"].contains(type) else { return nil }
    // A record that is cut off by the end of the prefix has no line end; its type still tells.
    return type == "header" ? (keys.names.contains("schemaVersion") ? 95 : 60) : (keys.names.contains("id") ? 90 : 60)
  }

  /// How surely the text is a canonical document: an object with `header` or `records` first.
  static func canonicalDocument(_ prefix: Span<UInt8>) -> Int? {
    guard prefix.count > 1, prefix[0] == UInt8(ascii: "{") else { return nil }
    guard let keys = topLevelKeys(bytes(prefix)), keys.type == nil else { return nil }
    switch keys.names.first {
    case "header": return keys.names.contains("records") || keys.isCut ? 95 : 50
    case "records": return 80
    default: return keys.names.contains("records") ? 60 : nil
    }
  }

  /// How surely the text is a list of canonical records.
  static func canonicalList(_ prefix: Span<UInt8>) -> Int? {
    guard prefix.count > 1, prefix[0] == UInt8(ascii: "[") else { return nil }
    let first = Array(bytes(prefix).dropFirst().drop { isJSONSpace($0) })
    return first.first == UInt8(ascii: "{") ? canonicalText(first).map { min($0, 80) } : nil
  }

  /// What the string `bytes` says, quotes and all; as it stands where its escapes are broken.
  static func key(_ bytes: [UInt8]) -> String {
    var cursor = JSONCursor(bytes)
    let decoded = (try? cursor.readRawString()).flatMap { try? cursor.decode($0).bytes }
    return String(decoding: decoded ?? bytes, as: UTF8.self)
  }

  /// The members of the object that `prefix` starts with, as far as they are whole; of lists and objects that are cut off
  /// only the key.
  static func topLevel(_ prefix: Span<UInt8>) -> [(key: String, value: JSONValue?)]? {
    guard prefix.count > 1, prefix[0] == UInt8(ascii: "{") else { return nil }
    var cursor = JSONCursor(bytes(prefix))
    var members: [(key: String, value: JSONValue?)] = []
    do throws(JSONFault) {
      try cursor.expect(UInt8(ascii: "{"), "'{'")
      while true {
        let key = String(decoding: try cursor.decode(try cursor.readRawString()).bytes, as: UTF8.self)
        try cursor.expect(UInt8(ascii: ":"), "a colon")
        members.append((key, nil))
        let range = try cursor.skipValue()
        if let last = members.indices.last { members[last].value = try JSONValue(Array(cursor.bytes[range])) }
        guard cursor.peek() == UInt8(ascii: ",") else { return members }
        cursor.index += 1
      }
    } catch {
      return members
    }
  }

  private static func bytes(_ span: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(copying: span)
    return bytes
  }

  /// The keys of the object that `bytes` start with, as far as they go, and the value of `type`.
  private static func topLevelKeys(_ bytes: [UInt8]) -> (names: [String], type: String?, isCut: Bool)? {
    var cursor = JSONCursor(bytes)
    var names: [String] = []
    var type: String?
    do throws(JSONFault) {
      try cursor.expect(UInt8(ascii: "{"), "'{'")
      while true {
        let name = String(decoding: try cursor.decode(try cursor.readRawString()).bytes, as: UTF8.self)
        try cursor.expect(UInt8(ascii: ":"), "a colon")
        names.append(name)
        if name == "type", cursor.peek() == UInt8(ascii: "\"") {
          type = String(decoding: try cursor.decode(try cursor.readRawString()).bytes, as: UTF8.self)
        } else {
          try cursor.skipValue()
        }
        guard cursor.peek() == UInt8(ascii: ",") else { return (names, type, false) }
        cursor.index += 1
      }
    } catch {
      return names.isEmpty ? nil : (names, type, true)
    }
  }
}

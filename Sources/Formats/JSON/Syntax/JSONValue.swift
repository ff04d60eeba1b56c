import DatelineCore
import DatelineRecord

/// A JSON value in memory, for foreign documents whose members come in any order.
indirect enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  /// As it was written.
  case number(String)
  case string(String)
  case list([JSONValue])
  case object([JSONMember])
}

/// A member of an object.
struct JSONMember: Hashable, Sendable {
  var key: String
  var value: JSONValue

  init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {
  /// Reads a text that is one value.
  ///
  /// - Throws: ``JSONFault`` where it is none.
  init(_ bytes: [UInt8], depthLimit: Int = Limits().depth) throws(JSONFault) {
    var cursor = JSONCursor(bytes, depthLimit: depthLimit)
    // Nesting is checked here once, so that what follows may call itself.
    try cursor.skipValue()
    guard cursor.peek() == nil else { throw cursor.unexpected("the end of the value") }
    cursor.index = 0
    self = try cursor.readTree()
  }

  /// The text of a string.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The text of a string or a number: identifiers are written as either.
  var scalarText: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The whole number that the value is.
  var integer: Int? {
    guard case .number(let text) = self else { return nil }
    return JSONNumber.integer(Array(text.utf8).span)
  }

  var items: [JSONValue] {
    guard case .list(let items) = self else { return [] }
    return items
  }

  var members: [JSONMember] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  /// The first member called `key`.
  subscript(key: String) -> JSONValue? { members.first { $0.key == key }?.value }

  /// Appends the value in minimal form.
  ///
  /// - Parameter sorted: Whether the members of objects come in the order of their keys, so that two values that say the
  ///   same look the same.
  func append(to output: inout [UInt8], sorted: Bool = false) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .flag(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let text): output.append(contentsOf: text.utf8)
    case .string(let text): output.appendJSONString(Array(text.utf8).span)
    case .list(let items):
      var separator = UInt8(ascii: "[")
      for item in items {
        output.append(separator)
        item.append(to: &output, sorted: sorted)
        separator = UInt8(ascii: ",")
      }
      if items.isEmpty { output.append(separator) }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      var separator = UInt8(ascii: "{")
      for member in sorted ? members.sorted(by: { $0.key < $1.key }) : members {
        output.append(separator)
        member.append(to: &output, sorted: sorted)
        separator = UInt8(ascii: ",")
      }
      if members.isEmpty { output.append(separator) }
      output.append(UInt8(ascii: "}"))
    }
  }
}

extension JSONMember {
  /// Appends key, colon and value.
  func append(to output: inout [UInt8], sorted: Bool = false) {
    output.appendJSONString(Array(key.utf8).span)
    output.append(UInt8(ascii: ":"))
    value.append(to: &output, sorted: sorted)
  }
}

extension JSONCursor {
  /// Reads a value whose nesting is known to be within the limit.
  fileprivate mutating func readTree() throws(JSONFault) -> JSONValue {
    switch peek() {
    case UInt8(ascii: "{"):
      index += 1
      var members: [JSONMember] = []
      while peek() != UInt8(ascii: "}") {
        let key = try readText()
        try expect(UInt8(ascii: ":"), "a colon")
        members.append(JSONMember(key, try readTree()))
        if peek() == UInt8(ascii: ",") { index += 1 }
      }
      index += 1
      return .object(members)
    case UInt8(ascii: "["):
      index += 1
      var items: [JSONValue] = []
      while peek() != UInt8(ascii: "]") {
        items.append(try readTree())
        if peek() == UInt8(ascii: ",") { index += 1 }
      }
      index += 1
      return .list(items)
    case UInt8(ascii: "\""): return .string(try readText())
    default:
      let range = try skipValue()
      let text = String(decoding: bytes[range], as: UTF8.self)
      switch text {
      case "true", "false": return .flag(text == "true")
      case "null": return .null
      default: return .number(text)
      }
    }
  }

  private mutating func readText() throws(JSONFault) -> String {
    String(decoding: try decode(try readRawString()).bytes, as: UTF8.self)
  }
}

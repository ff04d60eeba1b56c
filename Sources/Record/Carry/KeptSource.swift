package import DatelineCore

/// What an entry of others says otherwise than the writer would, word for word, so that it can be written as it was.
///
/// For each such field it has the source's text, and the short hash of what the writer would have shown when the entry
/// was read. As long as the writer would show that still, the record's values are what they were, and the source's text
/// stands for them; otherwise they were changed, and it is worth nothing. So a date in a rare spelling comes back in it,
/// and a date that was corrected does not.
///
/// In extras it is a JSON object: `{"pubDate":["Ab3-","<pubDate>Mon, 9 Dec 24 …</pubDate>"]}`.
package struct KeptSource {
  private var fields: [(name: String, hash: [UInt8], text: [UInt8])] = []

  /// Nothing is kept.
  package init() {}

  /// Whether something is kept of a field.
  package func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// Whether nothing is kept.
  package var isEmpty: Bool { fields.isEmpty }

  /// Keeps the source's text of a field, or forgets what was kept of it where the writer would say the same.
  ///
  /// - Parameters:
  ///   - text: The source's text, which is empty where the source has no such field.
  ///   - value: The source's value in normalised form: of two texts with one value the writer's does as well.
  ///   - shown: The value in normalised form that the writer would show.
  ///   - hidden: What of the record the text says too, and the writer does not show.
  package mutating func keep(
    _ text: @autoclosure () -> [UInt8], value: [UInt8], of name: String, insteadOf shown: [UInt8],
    hidden: @autoclosure () -> [UInt8] = []
  ) {
    forget(name)
    if value != shown { fields.append((name, shortHash(of: shown + hidden()), text())) }
  }

  /// Forgets what was kept of a field.
  package mutating func forget(_ name: String) { fields.removeAll { $0.name == name } }

  /// The source's text for a field of which the writer would show `shown`; nil where none is kept, or where the record
  /// was changed since.
  package func text(of name: String, insteadOf shown: [UInt8], hidden: [UInt8] = []) -> [UInt8]? {
    guard let field = fields.first(where: { $0.name == name }), field.hash == shortHash(of: shown + hidden) else {
      return nil
    }
    return field.text
  }
}

extension KeptSource {
  /// Reads the value of extras; nothing where it is none of this form, as somebody else may have put it there.
  package init(_ json: JSONText?) {
    guard let json else { return }
    var cursor = JSONCursor(json.text.withUTF8 { bytes in Array(copying: bytes) })
    do throws(JSONFault) {
      try cursor.expect(UInt8(ascii: "{"), "an object")
      while cursor.peek() != UInt8(ascii: "}") {
        let name = try cursor.decode(cursor.readRawString()).bytes
        try cursor.expect(UInt8(ascii: ":"), "a colon")
        try cursor.expect(UInt8(ascii: "["), "a list")
        let hash = try cursor.decode(cursor.readRawString()).bytes
        try cursor.expect(UInt8(ascii: ","), "a comma")
        let text = try cursor.decode(cursor.readRawString()).bytes
        try cursor.expect(UInt8(ascii: "]"), "the end of the list")
        fields.append((String(decoding: name, as: UTF8.self), hash, text))
        guard cursor.peek() == UInt8(ascii: ",") else { break }
        cursor.index += 1
      }
      try cursor.expect(UInt8(ascii: "}"), "the end of the object")
    } catch {
      fields = []
    }
  }

  /// The value for extras; nil where nothing is kept.
  package var json: JSONText? {
    guard !fields.isEmpty else { return nil }
    var output: [UInt8] = []
    var separator = UInt8(ascii: "{")
    for field in fields {
      output.append(separator)
      separator = UInt8(ascii: ",")
      output.appendJSONString(Array(field.name.utf8).span)
      output.append(UInt8(ascii: ":"))
      output.append(UInt8(ascii: "["))
      output.appendJSONString(field.hash.span)
      output.append(UInt8(ascii: ","))
      output.appendJSONString(field.text.span)
      output.append(UInt8(ascii: "]"))
    }
    output.append(UInt8(ascii: "}"))
    return JSONText(checked: Text(checked: output, 0..<output.count))
  }
}

extension JSONText {
  /// A JSON string.
  package init(string: String) {
    var output: [UInt8] = []
    output.appendJSONString(string.utf8.span)
    self.init(checked: Text(checked: output, 0..<output.count))
  }

  /// The text of a JSON string; nil where it is none.
  package var string: String? {
    var cursor = JSONCursor(text.withUTF8 { bytes in Array(copying: bytes) })
    guard cursor.peek() == UInt8(ascii: "\""), let raw = try? cursor.readRawString(), let text = try? cursor.decode(raw)
    else { return nil }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// A JSON list of strings.
  package init(strings: [[UInt8]]) {
    var output = Array("[".utf8)
    for (index, string) in strings.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output.appendJSONString(string.span)
    }
    output.append(UInt8(ascii: "]"))
    self.init(checked: Text(checked: output, 0..<output.count))
  }

  /// The strings of a JSON list of strings; nil where it is none.
  package var strings: [[UInt8]]? {
    var cursor = JSONCursor(text.withUTF8 { bytes in Array(copying: bytes) })
    var strings: [[UInt8]] = []
    do throws(JSONFault) {
      try cursor.expect(UInt8(ascii: "["), "a list")
      while cursor.peek() != UInt8(ascii: "]") {
        strings.append(try cursor.decode(cursor.readRawString()).bytes)
        guard cursor.peek() == UInt8(ascii: ",") else { break }
        cursor.index += 1
      }
      try cursor.expect(UInt8(ascii: "]"), "the end of the list")
    } catch {
      return nil
    }
    return strings
  }
}

extension [UInt8] {
  /// The bytes of a span.
  fileprivate init(copying bytes: Span<UInt8>) {
    self.init()
    append(copying: bytes)
  }
}

extension Extras {
  /// The text under a key; nil where there is none, or something else.
  package func string(_ key: Text) -> String? { self[key]?.string }

  /// Sets the text under a key, or takes it out.
  package mutating func set(_ text: String?, as key: Text) { self[key] = text.map { JSONText(string: $0) } }

  /// Sets the text under a key, or takes it out.
  package mutating func set(_ text: Text?, as key: Text) { set(text?.description, as: key) }
}

import DatelineCore

/// Text of a document or a schema, with the namespaces that its prefixes stand for.
final class SchemaText {
  /// The text, in UTF-8.
  let bytes: [UInt8]
  /// Whether it is nothing but space.
  let isBlank: Bool
  /// The namespace of a prefix, where the text stands; nil where it has none.
  let namespace: (String) -> String?

  init(_ bytes: [UInt8], namespace: @escaping (String) -> String?) {
    self.bytes = bytes
    self.namespace = namespace
    isBlank = bytes.allSatisfy(XMLSpace.isSpace)
  }

  /// Its words.
  var words: [SchemaText] {
    bytes.split(whereSeparator: XMLSpace.isSpace).map { SchemaText(Array($0), namespace: namespace) }
  }

  /// The text without space at its ends, and with one space for each other run of it.
  private(set) lazy var collapsed = Array(bytes.split(whereSeparator: XMLSpace.isSpace).joined(separator: [0x20]))

  /// The text as a name with its namespace, `{namespace}local`; nil where it is none.
  private(set) lazy var qualifiedName = makeQualifiedName()

  private func makeQualifiedName() -> String? {
    let parts = String(decoding: collapsed, as: UTF8.self).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let local = parts.last, !local.isEmpty, !parts[0].isEmpty else { return nil }
    guard let namespace = namespace(parts.count == 2 ? String(parts[0]) : "") else {
      return parts.count == 1 ? "{}\(local)" : nil
    }
    return "{\(namespace)}\(local)"
  }
}

internal import DatelineCore

/// The media type with which a server sends a feed (RFC 7303; RFC 4287, section 7; jsonfeed.org).
package enum ContentType {
  /// What a document is.
  package enum Document { case rss, rdf, atom, json }

  /// What is wrong with sending such a document as `type`.
  ///
  /// - Parameter encoding: The name of the encoding that the document is in.
  package static func problems(_ type: String, of document: Document, encoding: String) -> [ValueProblem] {
    let bytes = Array(type.utf8)
    guard MediaType.isValid(bytes.span) else {
      return [
        ValueProblem(
          .httpContentType, "\(quoted(type)) is no media type; send the feed as \(specific(document)[0])")
      ]
    }
    let essence = type.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    var problems: [ValueProblem] = []
    let best = specific(document)
    if !best.contains(essence) {
      let isGeneric = generic(document).contains(essence)
      problems.append(
        ValueProblem(
          .httpContentType,
          isGeneric
            ? "\(essence) says nothing about what the document is; \(best[0]) does"
            : "a program that gets \(quoted(essence)) looks for no feed in it; send it as \(best[0])",
          level: isGeneric ? .info : nil))
    }
    if let charset = charset(of: type), charset.lowercased() != encoding.lowercased(),
      !(charset.lowercased() == "us-ascii" && encoding == "ASCII")
    {
      problems.append(
        ValueProblem(
          .httpCharset,
          "the server says that the document is in \(quoted(charset)), and it is in \(encoding); leave 'charset' out, or say the same"
        ))
    }
    return problems
  }

  private static func specific(_ document: Document) -> [String] {
    switch document {
    case .rss: ["application/rss+xml"]
    case .rdf: ["application/rdf+xml", "application/rss+xml"]
    case .atom: ["application/atom+xml"]
    case .json: ["application/feed+json"]
    }
  }

  private static func generic(_ document: Document) -> [String] {
    document == .json ? ["application/json"] : ["application/xml", "text/xml"]
  }

  /// The value of the parameter `charset`.
  private static func charset(of type: String) -> String? {
    for part in type.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == "charset" else { continue }
      return String(pair[1].filter { $0 != " " && $0 != "\"" })
    }
    return nil
  }
}

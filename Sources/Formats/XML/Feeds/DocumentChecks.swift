internal import DatelineCore
internal import DatelineValidation

/// What the XML layer says about a document, as findings.
extension FeedState {
  mutating func take(_ diagnostic: Diagnostic) {
    let position = diagnostic.position ?? SourcePosition()
    let place = Place(start: position, end: end(of: diagnostic, from: position))
    let (rule, message) = finding(of: diagnostic)
    guard let rule else { return }
    if diagnostic.code == .xmlEncoding, Self.isKnownEncoding(message) {
      // The W3C service says both.
      guard isReference else { return report(.xmlEncodingObscure, message, at: place, level: .error) }
      report(.xmlEncodingObscure, "hardly any reader knows this encoding; write the document as UTF-8", at: place)
    }
    let fix =
      isConvertedMark(diagnostic)
      ? FindingFix(start: SourcePosition(), end: parser.position(at: 6), replacement: "") : nil
    report(rule, message, at: place, fix: fix)
  }

  /// Where what is wrong ends, as far as it is one token, or text before the root.
  private func end(of diagnostic: Diagnostic, from start: SourcePosition) -> SourcePosition {
    guard diagnostic.code == .xmlSyntax || diagnostic.code == .xmlNamespace else { return start }
    let bytes = parser.source(start.offset..<(start.offset + XMLToken.limit))
    var length = XMLToken.length(of: bytes)
    let isSpaceBefore = start.offset == 0 && XMLErrorWords.isMisplacedDeclaration(diagnostic.message)
    if isSpaceBefore || XMLErrorWords.isTextBeforeRoot(diagnostic.message) {
      let text = bytes.prefix { $0 != UInt8(ascii: "<") }
      length = (text.lastIndex { !XMLSpace.isSpace($0) }.map { $0 + 1 } ?? text.endIndex) - text.startIndex
    }
    return length == 0 ? start : parser.position(at: start.offset + length)
  }

  private func isConvertedMark(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code == .xmlSyntax && XMLErrorWords.isTextBeforeRoot(diagnostic.message) && hasConvertedMark
  }

  private func finding(of diagnostic: Diagnostic) -> (RuleID?, String) {
    let message = diagnostic.message
    switch diagnostic.code {
    case .xmlNamespace: return (.xmlNamespace, message)
    case .xmlLimit: return (.limitReached, message)
    case .xmlCompressed: return (.xmlMalformed, message)
    case .xmlEncoding: return (.xmlEncodingUnknown, message)
    case .xmlEncodingMismatch, .xmlBadCharacter: return (.xmlBytesNotInEncoding, message)
    case .xmlSuspectCharacter: return (.textMojibake, message)
    case .xmlVersion: return (.xmlVersion, message)
    case .xmlExternalEntity: return (.xmlExternalEntity, message)
    case .xmlUndeclaredEntity:
      // What is declared in a file that is not read may be there (XML 1.0, section 4.1).
      if document.hasExternalSubset, diagnostic.severity < .error { return (.xmlExternalEntity, message) }
      return (.xmlEntityUndefined, message)
    case .xmlEntityMarkup: return (.xmlEntityDeclared, message)
    // Bases are told of where their attributes are checked.
    case .xmlLocalReference: return (message.hasPrefix("'xml:base'") ? nil : .linkSchemeUnsafe, message)
    // Document types are told of where they stand.
    case .xmlWarning where message.contains("version"): return (.xmlVersion, message)
    case .xmlNotRead: return (message.contains("document type") ? nil : .xmlExternalEntity, message)
    case .xmlSyntax where XMLErrorWords.isUndeclaredEntity(message): return (.xmlEntityUndefined, message)
    case .xmlSyntax where isConvertedMark(diagnostic):
      return (
        .xmlMalformed, "the document begins with a byte order mark that was converted as text, 'ï»¿'; take it out"
      )
    case .xmlSyntax:
      if XMLErrorWords.isMisplacedDeclaration(message) { return (.xmlTextBeforeDeclaration, message) }
      return (XMLErrorWords.isEncodingError(message) ? .xmlBytesNotInEncoding : .xmlMalformed, message)
    default: return (.xmlMalformed, message)
    }
  }

  /// Whether the three bytes of a mark were taken for Windows-1252 and made UTF-8 once more.
  private var hasConvertedMark: Bool { parser.source(0..<6).elementsEqual("ï»¿".utf8) }

  /// Encodings that exist, and that hardly anybody uses for feeds.
  private static func isKnownEncoding(_ message: String) -> Bool {
    ["UCS-4", "UTF-32", "UTF-7", "EBCDIC", "IBM", "CP037", "ISO-2022", "HZ-GB", "MACINTOSH", "ISO-8859-", "CP"].contains
    {
      message.uppercased().contains($0)
    }
  }

  /// - Parameter outer: What the document was in where it has been made UTF-8 before.
  mutating func checkEncoding(decodedFrom outer: UnicodeEncoding?) {
    guard let encoding = parser.encoding else { return }
    log.setEncoding(outer?.rawValue ?? encoding.name)
    let start = Place(start: SourcePosition(), end: SourcePosition())
    if let type = log.options.contentType, let document = format.document {
      for problem in ContentType.problems(type, of: document, encoding: encoding.name) {
        report(problem.rule, problem.message, at: start, level: problem.level, depth: 0)
      }
    }
    if let outer {
      return report(
        .xmlEncodingObscure, "hardly any reader knows \(outer.rawValue); write the document as UTF-8", at: start,
        depth: 0)
    }
    if encoding.name == "UTF-16LE" || encoding.name == "UTF-16BE", !encoding.hasMark,
      encoding.declared != encoding.name,
      !isReference
    {
      return report(
        .xmlEncodingUnstated, "a document in UTF-16 has to begin with a byte order mark, U+FEFF; add it", at: start,
        level: .warning, depth: 0)
    }
    if encoding.name != "UTF-8", !encoding.name.hasPrefix("UTF-16") {
      report(.xmlEncodingNotUtf, "the document is in \(encoding.name); UTF-8 is read everywhere", at: start, depth: 0)
    }
    if encoding.declared == nil, !encoding.hasMark, isReference || parser.hasNonASCII {
      report(
        .xmlEncodingUnstated,
        "the document does not say its encoding; begin it with <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        at: start, depth: 0)
    }
  }
}

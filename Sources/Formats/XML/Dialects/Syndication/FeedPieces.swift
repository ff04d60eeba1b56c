import DatelineCore

/// Cuts a feed into the pieces that are looked at whole: entries, and elements about the feed. Memory is that of one piece.
final class FeedPieces {
  /// A piece.
  struct Piece {
    enum Kind {
      case entry
      /// A record without an entry: a deleted one, or a carrier of ours.
      case record
      case metadata
    }

    var kind: Kind
    /// In today's names.
    var element: FeedElement
    var position: SourcePosition
  }

  private let parser: XMLPushParser
  private let log: DiagnosticLog
  private let recordSize: Int
  /// The next event of the tape to look at.
  private var cursor = 0
  /// Elements of a channel of RSS 1.0, which is read whole.
  private var waiting: [Piece] = []
  private var layout: Layout?

  /// The form; nil until the root has been read.
  private(set) var form: FeedForm?
  /// The attributes of the root and the channel.
  private(set) var attributes: [FeedElement.Attribute] = []
  /// Against which the feed's relative addresses are read.
  private(set) var base: String?

  private enum Layout {
    /// `rss`, `channel`, and in it everything.
    case rss
    /// `rdf:RDF`, and in it the channel and the items.
    case rdf
    case atom
    /// An entry of Atom alone.
    case entry
  }

  private static let largestRecord = 1 << 30

  init(_ parser: XMLPushParser, log: DiagnosticLog, limits: Limits) {
    self.parser = parser
    self.log = log
    recordSize = min(limits.recordSize, Self.largestRecord)
  }

  /// The next piece; nil at the end.
  func next() throws(ConversionError) -> Piece? {
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      if let piece = try wholePiece() { return piece }
      if !waiting.isEmpty { continue }
      parser.drop(cursor)
      cursor = 0
      let isMore = try read()
      if !isMore, cursor == parser.tape.events.count {
        try parser.reportFindings()
        return nil
      }
    }
  }

  /// Reads on. What `--repair` would mend is told with it.
  private func read() throws(ConversionError) -> Bool {
    do throws(ConversionError) {
      return try parser.read()
    } catch .malformed(var diagnostic) {
      if diagnostic.code == .xmlTruncated { explainAmpersand(&diagnostic) }
      if FeedRepair.mends(diagnostic) { diagnostic.message += "; --repair mends such places" }
      throw .malformed(diagnostic)
    }
  }

  /// A parser that is fed piece by piece waits for the end of a reference, and finds the end of the document: the `&` is
  /// what is wrong.
  private func explainAmpersand(_ diagnostic: inout Diagnostic) {
    // Whatever is before the last tag has been understood.
    let start = parser.tape.events.last { $0.kind == .start || $0.kind == .end }?.offset ?? 0
    let unread = parser.source(min(start, parser.readCount)..<parser.readCount)
    guard let index = FeedRepair.bareAmpersand(in: unread) else { return }
    diagnostic.code = .xmlSyntax
    diagnostic.message = "EntityRef: a '&' begins no reference here; it is written '&amp;'"
    diagnostic.position = parser.position(at: parser.readCount - (unread.endIndex - index))
  }

  // MARK: - Cutting

  private func wholePiece() throws(ConversionError) -> Piece? {
    let events = parser.tape.events
    while cursor < events.count {
      let event = events[cursor]
      switch event.kind {
      case .start:
        if try isContainer(event) { break }
        guard event.length > 0 else { return try checkSize(event) }
        let start = cursor
        let end = events[cursor + Int(event.length)]
        cursor += Int(event.length) + 1
        try parser.reportFindings(before: cursor)
        guard parser.length(from: event, through: end) <= recordSize else {
          try reportSize(event)
          continue
        }
        if let piece = take(start, at: parser.position(of: event)) { return piece }
        if !waiting.isEmpty { return nil }
        continue
      case .text where event.depth > 0, .cdata where event.depth > 0:
        // The rest of it may still come.
        if cursor == events.count - 1, !parser.isAtEnd { return nil }
        try reportText(event)
      default: break
      }
      cursor += 1
    }
    return nil
  }

  /// Whether pieces stand in an element that starts; its attributes are the feed's.
  private func isContainer(_ event: XMLEvent) throws(ConversionError) -> Bool {
    if event.depth == 1 {
      try parser.reportFindings(before: cursor)
      try readRoot(event)
      if layout == .entry { return false }
      takeAttributes(event)
      return true
    }
    let isChannel =
      layout == .rss && event.depth == 2 && parser.names[event.name].local == "channel"
    if isChannel { takeAttributes(event) }
    return isChannel
  }

  private func readRoot(_ event: XMLEvent) throws(ConversionError) {
    let name = parser.names[event.name]
    switch (name.namespace, name.local) {
    case (FeedNamespace.rdf.uri, "RDF"): (layout, form) = (.rdf, .rss)
    case (nil, "rss"), (FeedNamespace.rss10.uri, "rss"): (layout, form) = (.rss, .rss)
    case (FeedNamespace.atom.uri, "feed"), (FeedNames.atom03, "feed"): (layout, form) = (.atom, .atom)
    case (FeedNamespace.atom.uri, "entry"): (layout, form) = (.entry, .atom)
    default:
      throw log.fatal(
        .feedWrongRoot,
        "the root is \(quoted(name.written)), and that of a feed is 'rss', 'rdf:RDF' or 'feed' in the namespace \(FeedNamespace.atom.uri)",
        at: parser.position(of: event))
    }
  }

  private func takeAttributes(_ event: XMLEvent) {
    for attribute in parser.tape.attributes[event.attributes] {
      let name = parser.names[attribute.name]
      let value = parser.tape.string(attribute.value)
      if name.namespace == FeedNamespace.xml.uri, name.local == "base" {
        base = base.map { RelativeReference.resolve(value, against: $0) } ?? value
      }
      attributes.append(FeedElement.Attribute(name: name, value: value))
    }
  }

  private func take(_ index: Int, at position: SourcePosition) -> Piece? {
    let element = FeedNames.modern(FeedElement(parser.tape, at: index, parser.names))
    if layout == .rdf, element.isNamed(nil, "channel") {
      // What it lists stands behind it.
      waiting += element.elements.filter { !$0.isNamed(nil, "items") }.map { piece($0, at: position) }
      return nil
    }
    return piece(element, at: position)
  }

  private func piece(_ element: FeedElement, at position: SourcePosition) -> Piece {
    let isEntry = element.isNamed(nil, "item") || element.isNamed(.atom, "entry")
    let isRecord = FeedTombstone.isOne(element) || element.isCarrier && element.name.local == "record"
    return Piece(kind: isEntry ? .entry : isRecord ? .record : .metadata, element: element, position: position)
  }

  // MARK: - What is wrong

  private func reportText(_ event: XMLEvent) throws(ConversionError) {
    guard let text = XMLSpace.text(of: event, in: parser.tape) else { return }
    try parser.reportFindings(before: cursor)
    try log.report(
      .warning, .feedStrayText,
      "\(quoted(text)) stands between the elements of the feed, where no text counts; it is skipped",
      at: parser.positionOfText(in: event))
  }

  /// Gives up a piece that is not whole and too large already.
  private func checkSize(_ event: XMLEvent) throws(ConversionError) -> Piece? {
    guard parser.exceeds(recordSize, from: cursor) else { return nil }
    try parser.reportFindings(before: cursor)
    try reportSize(event)
    cursor = parser.tape.events.count
    return nil
  }

  private func reportSize(_ event: XMLEvent) throws(ConversionError) {
    try log.report(
      .error, .feedTooLarge,
      "the element has more than the \(recordSize) bytes of --max-record; it is skipped", at: parser.position(of: event)
    )
  }
}

extension DiagnosticCode {
  static let feedWrongRoot: Self = "feed.wrong-root"
  static let feedStrayText: Self = "feed.stray-text"
  static let feedTooLarge: Self = "feed.record-too-large"
}

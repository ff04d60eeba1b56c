import DatelineCore
import DatelineRecord

/// What a document is, by its root.
enum FeedRecognition {
  /// U+FEFF in UTF-8, taken for Latin-1 and made UTF-8 again: some programs put it before a feed.
  static let doubledMark: [UInt8] = [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF]

  static func root(
    _ prefix: Span<UInt8>, _ recognise: (XMLRoot, String) -> Recognition?
  ) -> Recognition? {
    var start = 0
    if prefix.count > doubledMark.count, doubledMark.indices.allSatisfy({ prefix[$0] == doubledMark[$0] }) {
      start = doubledMark.count
    }
    let document = prefix.extracting(start..<prefix.count)
    guard let root = XMLRoot(document) else { return nil }
    var head: [UInt8] = []
    head.append(copying: document.extracting(0..<min(document.count, 8192)))
    return recognise(root, String(decoding: head, as: UTF8.self))
  }
}

extension FeedPieces {
  /// The pieces of an input.
  convenience init(_ input: consuming ByteReader, _ context: ReadContext) throws(ConversionError) {
    // Space before the XML declaration makes a document ill-formed, and is what comes of copying one.
    _ = try input.consume { bytes in
      var count = 0
      while count < bytes.count, XMLSpace.isSpace(bytes[count]) { count += 1 }
      return (count, count < bytes.count)
    }
    let mendsFaults = context.options[FeedOptions.repair] == "yes"
    if !mendsFaults, FeedRepair.hasDoubledMark(try input.peek(FeedRecognition.doubledMark.count)) {
      throw context.log.fatal(
        .feedDoubledMark,
        "the feed begins with a byte order mark that was encoded twice, so it is no XML; --repair takes it out",
        at: input.position)
    }
    let start = input.position
    var (source, unread) = input.takeSource()
    if mendsFaults {
      source = FeedRepair(source, unread: unread, at: start, log: context.log)
      unread = []
    }
    let parser = try XMLPushParser(
      source, unread: unread, at: start, encoding: context.encoding, log: context.log, limits: XMLLimits(context.limits)
    )
    self.init(parser, log: context.log, limits: context.limits)
  }
}

extension DiagnosticCode {
  static let feedDoubledMark: Self = "feed.doubled-mark"
}

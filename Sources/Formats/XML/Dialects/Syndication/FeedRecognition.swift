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
    let mendsFaults = context.options[FeedOptions.repair] == "yes"
    try Self.passLead(of: &input, mending: mendsFaults, context)
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

extension FeedPieces {
  /// Passes over space before the document. Space before an XML declaration and a second byte order mark make it ill-formed,
  /// and are what comes of copying one.
  private static func passLead(
    of input: inout ByteReader, mending: Bool, _ context: ReadContext
  ) throws(ConversionError) {
    let start = input.position
    let bytes = try input.peek(leadLimit)
    // A mark that told the encoding has been passed over already.
    let passed = context.encoding == nil ? 0 : 1
    var marks = passed
    var index = 0
    var hasSpace = false
    while index < bytes.count {
      if XMLSpace.isSpace(bytes[index]) {
        hasSpace = true
        index += 1
      } else if bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) {
        marks += 1
        index += 3
      } else {
        break
      }
    }
    var lead: String?
    if hasSpace, bytes[index...].starts(with: "<?xml".utf8) { lead = "white space before its XML declaration" }
    if marks > 1 { lead = "more than one byte order mark" }
    if let lead {
      guard mending else {
        throw context.log.fatal(
          .feedLead, "the feed begins with \(lead), so it is no XML; --repair takes it out", at: start)
      }
      try context.log.report(.warning, .feedRepaired, "\(lead) is taken out", at: start)
    }
    guard lead != nil || marks == passed else { return }
    input.skip(index)
  }

  private static let leadLimit = 1024
}

extension DiagnosticCode {
  static let feedLead: Self = "feed.lead"
  static let feedDoubledMark: Self = "feed.doubled-mark"
}

package import DatelineCore
package import DatelineValidation

/// Checks a JSON Feed of version 1 or 1.1, in one pass over its text and without a tree of its values.
package enum JSONFeedValidator {
  /// A feed with more bytes is not looked at.
  package static let byteLimit = 64 << 20

  /// Whether JSON text begins like a feed: with the version, or with members that nothing else has.
  package static func recognises(_ head: String) -> Bool {
    guard head.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) == "{" else { return false }
    return head.contains("jsonfeed.org/version")
      || (head.contains("\"items\"") && (head.contains("\"home_page_url\"") || head.contains("\"feed_url\"")))
  }

  /// Reads all of `source`.
  ///
  /// - Parameters:
  ///   - unread: What has been taken from it already.
  ///   - log: Takes what is found. A text that is no JSON is a finding too.
  /// - Throws: ``ConversionError/system(_:path:errno:)``.
  package static func check(_ source: any ByteSource, unread: [UInt8] = [], log: FindingLog) throws(ConversionError) {
    var bytes = unread
    while bytes.count <= byteLimit, try bytes.append(from: source, atMost: 1 << 20) {}
    let isWhole = bytes.count <= byteLimit
    var state = JSONFeedState(isWhole ? bytes : Array(bytes.prefix(1024)), log)
    guard isWhole else {
      return state.report(
        .limitReached, "the feed has more than \(byteLimit) bytes; no reader takes that, so split it", at: 0..<0)
    }
    state.checkDocument()
  }
}

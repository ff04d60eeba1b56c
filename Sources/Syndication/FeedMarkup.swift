/// Text as HTML writes it.
package enum FeedMarkup {
  /// HTML that shows `text`, without an element around it.
  package static func html(ofText text: String) -> String {
    var output: [UInt8] = []
    escapes.append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static let escapes = Escapes([
    UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;",
  ])
}

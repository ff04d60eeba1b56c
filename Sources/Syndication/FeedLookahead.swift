/// How far a reader of feeds looks for what is about the whole feed and stands behind its entries.
package enum FeedLookahead {
  /// Bytes of the document from its first entry on: nearly all feeds are shorter, and memory stays small.
  package static let size = 1 << 20
}

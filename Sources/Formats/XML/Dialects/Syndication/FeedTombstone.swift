import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineSyndication

/// Withdrawn entries: `at:deleted-entry` (RFC 6721).
enum FeedTombstone {
  static func isOne(_ element: FeedElement) -> Bool { element.isNamed(.tombstones, "deleted-entry") }

  /// The record of a deleted entry; nil where it does not say which.
  static func read(_ element: FeedElement, _ form: FeedForm) -> Tombstone? {
    guard let reference = element.attribute("ref") else { return nil }
    var tombstone = Tombstone(id: Identifier.record(.report, scheme: form.scheme, nativeID: reference))
    tombstone.recordType = .report
    tombstone.externalIDs = [Text("\(form.idScheme):\(reference)")].compactMap { $0 }
    tombstone.withdrawn = element.attribute("when").flatMap {
      FeedStandIn.isDate($0) ? nil : Instant($0) ?? Instant(lenient: $0)
    }
    let comment = element.first(.tombstones, "comment")
    tombstone.reason = comment.flatMap { Text(FeedText($0).withoutMarkup) }
    let others = element.elements.filter {
      !$0.isCarrier && !($0.isNamed(.tombstones, "comment") && $0.attributes.isEmpty)
    }
    if !others.isEmpty {
      tombstone.extras[form.elementsKey] = JSONText(strings: others.map { [$0].source(in: form.scope) })
    }
    return tombstone
  }

  /// The element of a tombstone, without its carrier.
  static func element(of tombstone: Tombstone, _ form: FeedForm) -> FeedElement {
    let prefix = form.idScheme + ":"
    let native = tombstone.externalIDs.lazy.map(\.description).first { $0.hasPrefix(prefix) }
    let when = tombstone.withdrawn.flatMap { FeedDate.rfc3339(.instant($0)) }
    var element = FeedElement(
      .tombstones, "deleted-entry",
      [
        "ref": native.map { String($0.dropFirst(prefix.count)) } ?? FeedAddress.identifier(tombstone.id),
        "when": when ?? FeedStandIn.date,
      ])
    let others = (tombstone.extras[form.elementsKey]?.strings ?? []).flatMap {
      FeedElement.parse($0, in: form.scope) ?? []
    }
    element.children = others.map { .element($0) }
    if let reason = tombstone.reason, !others.contains(where: { $0.isNamed(.tombstones, "comment") }) {
      element.children.append(.element(FeedElement(.tombstones, "comment", [:], reason.description)))
    }
    return element
  }
}

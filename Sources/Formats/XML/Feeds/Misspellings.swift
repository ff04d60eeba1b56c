internal import DatelineCore
internal import DatelineValidation

/// Elements whose names differ from those of the tables by the case of letters only: `<PubDate>`.
///
/// What is wrong with one is told when its parent ends. Then it is known whether the right element is there too, and
/// renaming would make a second one.
extension FeedState {
  /// Tells of an element that has no place here, or keeps that until it ends.
  mutating func tell(_ rule: RuleID, _ message: String, _ meant: ChildModel?, _ event: XMLEvent) {
    let waiting = frames.dropLast().last?.attributes?.misspelt.count ?? 0
    guard let meant, waiting < Self.limit else { return report(rule, message, at: place(ofTag: event)) }
    frames[frames.count - 1].keep { $0.meant = (meant, rule, message) }
  }

  /// How many elements of one parent wait, and how long one may be.
  private static let limit = 20
  private static let lengthLimit = 16 << 10

  mutating func endMisspelling(_ frame: Frame, _ event: XMLEvent) {
    for one in frame.attributes?.misspelt ?? [] { report(one, in: frame) }
    guard let (child, rule, message) = frame.attributes?.meant, frames.count >= 2, log.isOn(rule) else { return }
    let place = place(ofTag: frame)
    let finding = finding(rule, level: .error, message, at: place, fix: renaming(frame, to: child.model.name, event))
    var isOnce = true
    if case .many = child.occurs { isOnce = false }
    frames[frames.count - 2].keep {
      $0.misspelt.append(Misspelling(finding: finding, child: ObjectIdentifier(child.model), isOnce: isOnce))
    }
  }

  /// Tells of a child of the element that ends.
  private func report(_ one: Misspelling, in frame: Frame) {
    let rivals = seen[frame.seenStart...].count { $0.child == one.child }
    let likes = frame.attributes?.misspelt.count { $0.child == one.child } ?? 1
    log.add(one.finding.rule ?? .elementUnknown, element: one.finding.element) { level in
      var finding = one.finding
      finding.level = level
      if one.isOnce, rivals > 0 || likes > 1 { finding.fix = nil }
      return finding
    }
  }

  /// The change of both tags of the element that ends.
  private func renaming(_ frame: Frame, to name: String, _ event: XMLEvent) -> FindingFix? {
    let old = Array(written(frame.name).utf8)
    let new = String(written(frame.name).dropLast(names[frame.name].local.count)) + name
    let start = frame.start.offset
    // The event ends before the `>`, or behind it.
    let length = event.offset - start
    guard length > 0, length <= Self.lengthLimit else { return nil }
    let source = Array(parser.source(start..<(start + length)))
    guard source.count == length, source.first == UInt8(ascii: "<"), source.dropFirst().starts(with: old),
      let last = source.lastIndex(of: UInt8(ascii: "<"))
    else { return nil }
    let content = source[(old.count + 1)..<max(last, old.count + 1)]
    let isEmpty = last == 0
    guard isEmpty || source[last...].dropFirst().starts(with: [UInt8(ascii: "/")] + old) else { return nil }
    let end = isEmpty ? old.count + 1 : last + 2 + old.count
    return FindingFix(
      start: parser.position(at: start + 1), end: parser.position(at: start + end),
      replacement: isEmpty ? new : new + String(decoding: content, as: UTF8.self) + "</" + new)
  }
}

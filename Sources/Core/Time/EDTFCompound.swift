/// The content of an ``EDTF`` expression that has several dates: an interval or a set.
final class EDTFCompound: Hashable, Sendable {
  /// A member of a set and the one space that may stand before it, behind a comma.
  struct Item: Hashable, Sendable {
    var member: EDTF.Member
    var followsSpace: Bool
  }

  enum Content: Hashable, Sendable {
    case interval(EDTF.Bound, EDTF.Bound)
    case set([Item], isAllOf: Bool)
  }

  let content: Content

  /// Fails where both ends are unknown, or one is a date that may not stand there.
  init?(from start: EDTF.Bound, to end: EDTF.Bound) {
    for case .date(let date) in [start, end] {
      guard Self.isPart(date) else { return nil }
    }
    if start == .unknown, end == .unknown { return nil }
    content = .interval(start, end)
  }

  /// Fails where there is no item, or an open range that is neither first nor last.
  init?(_ items: [Item], isAllOf: Bool) {
    guard !items.isEmpty else { return nil }
    for (index, item) in items.enumerated() {
      switch item.member {
      case .date(let date): guard Self.isPart(date) else { return nil }
      case .range(let first, let last): guard Self.isPart(first), Self.isPart(last) else { return nil }
      case .onOrBefore(let date): guard index == 0, Self.isPart(date) else { return nil }
      case .onOrAfter(let date): guard index == items.count - 1, Self.isPart(date) else { return nil }
      }
    }
    content = .set(items, isAllOf: isAllOf)
  }

  private static func isPart(_ date: EDTF) -> Bool { date.single.map { $0.time == nil } ?? false }

  static func == (lhs: EDTFCompound, rhs: EDTFCompound) -> Bool { lhs === rhs || lhs.content == rhs.content }

  func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

// MARK: - Text

extension EDTFCompound {
  convenience init?(_ bytes: Span<UInt8>) {
    switch bytes.byte(at: 0) {
    case UInt8(ascii: "["):
      guard let items = Self.items(bytes, closedBy: UInt8(ascii: "]")) else { return nil }
      self.init(items, isAllOf: false)
    case UInt8(ascii: "{"):
      guard let items = Self.items(bytes, closedBy: UInt8(ascii: "}")) else { return nil }
      self.init(items, isAllOf: true)
    default:
      guard let slash = bytes.indices.first(where: { bytes[$0] == UInt8(ascii: "/") }),
        let start = Self.bound(bytes.extracting(..<slash)), let end = Self.bound(bytes.extracting((slash + 1)...))
      else { return nil }
      self.init(from: start, to: end)
    }
  }

  private static func bound(_ bytes: Span<UInt8>) -> EDTF.Bound? {
    if bytes.isEmpty { return .unknown }
    if bytes.count == 2, startsWithDots(bytes, at: 0) { return .open }
    return EDTFDate(bytes).map { .date(EDTF($0)) }
  }

  private static func startsWithDots(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    bytes.byte(at: index) == UInt8(ascii: ".") && bytes.byte(at: index &+ 1) == UInt8(ascii: ".")
  }

  private static func items(_ bytes: Span<UInt8>, closedBy bracket: UInt8) -> [Item]? {
    guard bytes.count > 2, bytes.byte(at: bytes.count - 1) == bracket else { return nil }
    var items: [Item] = []
    var start = 1
    for index in 1..<bytes.count where index == bytes.count - 1 || bytes[index] == UInt8(ascii: ",") {
      let followsSpace = !items.isEmpty && bytes[start] == UInt8(ascii: " ")
      if followsSpace { start += 1 }
      guard start < index, let member = member(bytes.extracting(start..<index)) else { return nil }
      items.append(Item(member: member, followsSpace: followsSpace))
      start = index + 1
    }
    return items
  }

  private static func member(_ bytes: Span<UInt8>) -> EDTF.Member? {
    guard let dots = bytes.indices.first(where: { startsWithDots(bytes, at: $0) }) else {
      return EDTFDate(bytes).map { .date(EDTF($0)) }
    }
    let before = bytes.extracting(..<dots)
    let after = bytes.extracting((dots + 2)...)
    if before.isEmpty { return EDTFDate(after).map { .onOrBefore(EDTF($0)) } }
    guard let first = EDTFDate(before) else { return nil }
    if after.isEmpty { return .onOrAfter(EDTF(first)) }
    return EDTFDate(after).map { .range(EDTF(first), EDTF($0)) }
  }

  /// Appends the text of this interval or set.
  func write(to output: inout [UInt8]) {
    switch content {
    case .interval(let start, let end):
      Self.write(start, to: &output)
      output.append(UInt8(ascii: "/"))
      Self.write(end, to: &output)
    case .set(let items, let isAllOf):
      output.append(isAllOf ? UInt8(ascii: "{") : UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        if item.followsSpace { output.append(UInt8(ascii: " ")) }
        Self.write(item.member, to: &output)
      }
      output.append(isAllOf ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
  }

  /// Writes the text where it is one range of plain dates, as `[2024-01-01..2024-01-07]`.
  ///
  /// - Returns: Whether it was written.
  func writePlain(to output: inout OutputCursor) -> Bool {
    guard case .set(let items, isAllOf: false) = content, items.count == 1,
      case .range(let first, let last) = items[0].member,
      !items[0].followsSpace, let first = first.single, let last = last.single, first.isPlainDay, last.isPlainDay
    else { return false }
    output.write(UInt8(ascii: "["))
    _ = first.writePlain(to: &output)
    output.write("..")
    _ = last.writePlain(to: &output)
    output.write(UInt8(ascii: "]"))
    return true
  }

  private static func write(_ bound: EDTF.Bound, to output: inout [UInt8]) {
    switch bound {
    case .date(let date): date.write(to: &output)
    case .open: output.append(contentsOf: "..".utf8)
    case .unknown: break
    }
  }

  private static func write(_ member: EDTF.Member, to output: inout [UInt8]) {
    switch member {
    case .date(let date): date.write(to: &output)
    case .range(let first, let last):
      first.write(to: &output)
      output.append(contentsOf: "..".utf8)
      last.write(to: &output)
    case .onOrBefore(let date):
      output.append(contentsOf: "..".utf8)
      date.write(to: &output)
    case .onOrAfter(let date):
      date.write(to: &output)
      output.append(contentsOf: "..".utf8)
    }
  }
}

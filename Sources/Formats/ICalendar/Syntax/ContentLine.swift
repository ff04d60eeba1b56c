import DatelineCore

/// A content line (RFC 5545, section 3.1) in the storage of its part: unfolded, and parsed as far as the value's start.
struct ContentLine {
  /// `name *(";" param) ":" value`, as indices of the storage. `valueStart` is behind the colon.
  var start: Int32
  var nameEnd: Int32
  var valueStart: Int32
  var end: Int32
  /// The line of the file on which it starts, from 1: not the line of the unfolded text.
  var number: Int32
  var property: PropertyName
  /// Of BEGIN and END.
  var component: ComponentKind
  /// The number of components within the part's that are open around it; 0 for lines of the calendar itself.
  var depth: UInt16
  /// The first byte in the file.
  var offset: Int

  /// The value, not unescaped.
  var value: Range<Int> { Int(valueStart)..<Int(end) }
  /// From the first `;` to the colon; empty where there is no parameter.
  var parameters: Range<Int> { Int(nameEnd)..<Int(valueStart) - 1 }
  /// Everything.
  var range: Range<Int> { Int(start)..<Int(end) }
  /// Its place in the file.
  var position: SourcePosition { SourcePosition(offset: offset, line: Int(number), column: 1) }
}

/// What stands between the end of one component of a calendar and the end of the next: lines of the calendar itself, and
/// the component. This is what a reader holds in memory at a time.
struct CalendarPart {
  /// Unfolded lines one behind the other, without ends. What is decoded later may be appended.
  var storage: [UInt8] = []
  /// Those of the calendar first.
  var lines: [ContentLine] = []
  /// The index of the component's BEGIN; nil where there is none.
  var componentStart: Int?
  /// Lines that are no content lines, with their numbers.
  var unreadable: [ContentLine] = []
  /// Whether there may be control characters.
  var hasControlCharacters = false

  /// The bytes that it takes: a line costs more than its own.
  var size: Int { storage.count + lines.count * MemoryLayout<ContentLine>.stride }
  /// The kind of the component; nil where there is none.
  var component: ComponentKind? { componentStart.map { lines[$0].component } }
  /// The indices of the lines of the calendar itself.
  var calendarLines: Range<Int> { 0..<(componentStart ?? lines.count) }
  /// The indices of the component's lines, its BEGIN and END included.
  var componentLines: Range<Int> { (componentStart ?? lines.count)..<lines.count }

  /// The value of a line as it stands.
  func string(_ range: Range<Int>) -> String { String(decoding: storage[range], as: UTF8.self) }

  /// The property that a name of the storage names.
  func property(_ range: Range<Int>) -> PropertyName { PropertyName(storage.span.extracting(range)) }

  /// What a BEGIN or an END names: a kind, and for kinds that are not known a hash of the name.
  func boundary(_ line: ContentLine) -> (component: ComponentKind, hash: UInt64) {
    let word = storage.span.extracting(storage.span.trimmed(line.value))
    let component = ComponentKind(word)
    return (component, component == .other ? word.caselessHash : 0)
  }

  /// What a BEGIN or an END names, as it stands, for messages.
  func boundaryName(_ line: ContentLine) -> String { string(storage.span.trimmed(line.value).prefix(40)) }

  /// What a BEGIN names, as it stands; nil where that is the kind's own name in upper case.
  func spelling(_ line: ContentLine) -> [UInt8]? {
    let range = storage.span.trimmed(line.value)
    if let name = line.component.name, name.hasBytes(storage.span.extracting(range)) { return nil }
    return Array(storage[range])
  }

  /// The same in memory that is no larger than it must be, to be kept.
  var copied: CalendarPart {
    var copy = self
    copy.storage = []
    copy.storage.append(copying: storage.span)
    copy.lines = lines.map(\.self)
    return copy
  }

  /// Forgets everything; the memory stays.
  mutating func clear() {
    storage.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    if !unreadable.isEmpty { unreadable.removeAll(keepingCapacity: true) }
    componentStart = nil
  }
}

extension Span<UInt8> {
  /// Where the name and the parameters of a content line end.
  ///
  /// - Parameter nameLength: The length of the name, where it is known to be followed by no more of it.
  /// - Returns: nil where the line is none: without a colon, or with a name of other characters than those of names.
  func contentLineHead(from start: Int, nameLength: Int? = nil) -> (nameEnd: Int, valueStart: Int)? {
    var nameEnd = start &+ (nameLength ?? 0)
    if nameLength == nil || nameEnd >= count || self[nameEnd].isNameByte { nameEnd = firstNoNameByte(from: start) }
    guard nameEnd > start, nameEnd < count else { return nil }
    if self[nameEnd] == UInt8(ascii: ":") { return (nameEnd, nameEnd &+ 1) }
    return valueStart(behind: nameEnd).map { (nameEnd, $0) }
  }

  /// Where the value of a content line with parameters starts.
  ///
  /// - Parameter nameEnd: Where its name ends.
  /// - Returns: nil where there are none, or no colon behind them.
  func valueStart(behind nameEnd: Int) -> Int? {
    guard nameEnd < count, self[nameEnd] == UInt8(ascii: ";") else { return nil }
    var index = nameEnd
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let colon = SIMD16<UInt8>(repeating: UInt8(ascii: ":"))
    while index &+ 16 <= count {
      let block = block(at: index)
      let mark = ByteLanes((block .== quote) .| (block .== colon)).first
      index &+= mark
      guard mark < 16 else { continue }
      if self[index] == UInt8(ascii: ":") { return index &+ 1 }
      break
    }
    var isQuoted = false
    var firstColon: Int?
    while index < count {
      switch self[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ":"):
        if !isQuoted { return index &+ 1 }
        if firstColon == nil { firstColon = index }
      default: break
      }
      index &+= 1
    }
    // A quote that is never closed hides no colon.
    return isQuoted ? firstColon.map { $0 + 1 } : nil
  }

  /// The index of the first byte from `start` on that no property's name may have; `count` where there is none.
  ///
  /// - Parameter hasGroup: Whether the dot behind a group is taken as a byte of the name.
  @inline(__always)
  func firstNoNameByte(from start: Int, hasGroup: Bool = true) -> Int {
    let small = SIMD16<UInt8>(repeating: 0x20)
    let letters = SIMD16<UInt8>(repeating: 26)
    let firstLetter = SIMD16<UInt8>(repeating: UInt8(ascii: "a"))
    let hyphen = SIMD16<UInt8>(repeating: UInt8(ascii: "-"))
    let others = SIMD16<UInt8>(repeating: 13)
    let slash = SIMD16<UInt8>(repeating: UInt8(ascii: "/"))
    let underscore = SIMD16<UInt8>(repeating: UInt8(ascii: "_"))
    let dot = SIMD16<UInt8>(repeating: hasGroup ? UInt8(ascii: "/") : UInt8(ascii: "."))
    var index = start
    while index &+ 16 <= count {
      let block = block(at: index)
      let isLetter = ((block | small) &- firstLetter) .< letters
      // Behind the hyphen stand the dot, the slash and the digits.
      let isOther = ((block &- hyphen) .< others) .& (block .!= slash) .& (block .!= dot)
      let lanes = ByteLanes(.!(isLetter .| isOther .| (block .== underscore)))
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
    }
    while index < count, self[index].isNameByte, hasGroup || self[index] != UInt8(ascii: ".") { index &+= 1 }
    return index
  }

  /// The index of the first CR or LF from `start` on; `count` where there is none.
  func firstLineEnd(from start: Int) -> Int {
    let lineFeed = SIMD16<UInt8>(repeating: 0x0A)
    let carriageReturn = SIMD16<UInt8>(repeating: 0x0D)
    var index = start
    while index &+ 16 <= count {
      let block = block(at: index)
      let lanes = ByteLanes((block .== lineFeed) .| (block .== carriageReturn))
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
    }
    while index < count, self[index] != 0x0A, self[index] != 0x0D { index &+= 1 }
    return index
  }
}

extension UInt8 {
  /// Whether a property's name may have the byte: letters, digits and hyphens (RFC 5545, section 3.1); the dot behind a
  /// group, and the underscore that some writers use.
  var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

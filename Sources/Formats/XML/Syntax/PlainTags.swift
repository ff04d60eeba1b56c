import DatelineCore

/// An attribute of a tag that ``PlainScanner`` looks at.
struct PlainAttribute {
  /// Its name, as an index of ``PlainNames``.
  let name: Int
  /// Its name among those of the document.
  var index = -1
  /// The value: where it is written, or among the values that are not as they are written.
  let value: Range<Int>
  let isWritten: Bool
}

/// Tags and text.
extension PlainScanner {
  // MARK: Tags

  mutating func startTag(_ bytes: Span<UInt8>, from start: Int, _ state: inout XMLParserState) -> Step {
    let (name, nameEnd) = names.find(bytes, from: start &+ 1)
    guard name >= 0 else { return nameEnd == bytes.count ? .waits(start) : .isStrange(start) }
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    var index = nameEnd
    while true {
      guard index < bytes.count else { return .waits(start) }
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "/") {
        guard index &+ 1 < bytes.count else { return .waits(start) }
        guard bytes[index &+ 1] == UInt8(ascii: ">") else { return .isStrange(start) }
        break
      }
      guard XMLSpace.isSpace(byte) else { return .isStrange(start) }
      index &+= 1
      while index < bytes.count, XMLSpace.isSpace(bytes[index]) { index &+= 1 }
      guard index < bytes.count else { return .waits(start) }
      if bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/") { continue }
      switch attribute(bytes, from: index) {
      case .next(let next): index = next
      case .waits: return .waits(start)
      case .isStrange: return .isStrange(start)
      }
    }
    let isEmpty = bytes[index] != UInt8(ascii: ">")
    return finishTag(name, bytes, start..<index, isEmpty: isEmpty, &state)
  }

  /// Takes the attribute at `start` of the tag.
  @inline(__always)
  private mutating func attribute(_ bytes: Span<UInt8>, from start: Int) -> Step {
    let (name, nameEnd) = names.find(bytes, from: start)
    guard name >= 0 else { return nameEnd == bytes.count ? .waits(start) : .isStrange(start) }
    var index = nameEnd
    while index < bytes.count, XMLSpace.isSpace(bytes[index]) { index &+= 1 }
    guard index < bytes.count else { return .waits(start) }
    guard bytes[index] == UInt8(ascii: "=") else { return .isStrange(start) }
    index &+= 1
    while index < bytes.count, XMLSpace.isSpace(bytes[index]) { index &+= 1 }
    guard index < bytes.count else { return .waits(start) }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return .isStrange(start) }
    index &+= 1
    let end = bytes.firstValueStop(quote, from: index)
    if end < bytes.count, bytes[end] == quote {
      attributes.append(PlainAttribute(name: name, value: index..<end, isWritten: true))
      return .next(end &+ 1)
    }
    return value(name, quote, bytes, from: index, plain: end)
  }

  /// Takes the value of an attribute that is not plain from `stop` on.
  private mutating func value(_ name: Int, _ quote: UInt8, _ bytes: Span<UInt8>, from start: Int, plain stop: Int)
    -> Step
  {
    if attributes.isEmpty || attributes.allSatisfy({ $0.isWritten }) { values.removeAll(keepingCapacity: true) }
    let first = values.count
    var isWritten = true
    var runStart = start
    var index = stop
    while true {
      guard index < bytes.count else { return .waits(start) }
      let byte = bytes[index]
      if byte == quote { break }
      if byte >= 0x80 {
        let next = bytes.endOfForeign(from: index)
        if next < bytes.count, bytes[next] >= 0x80 {
          return next + 4 > bytes.count && !isLast ? .waits(start) : .isStrange(start)
        }
        index = next
      } else {
        isWritten = false
        values.append(copying: bytes.extracting(runStart..<index))
        switch byte {
        case 0x09, 0x0A:
          values.append(0x20)
          index += 1
        case 0x0D:
          // With an LF behind it, one line end.
          guard index + 1 < bytes.count else { return .waits(start) }
          if bytes[index + 1] != 0x0A { values.append(0x20) }
          index += 1
        case UInt8(ascii: "&"):
          switch reference(bytes, from: index) {
          case .next(let next): index = next
          case .waits: return .waits(start)
          case .isStrange: return .isStrange(start)
          }
        default: return .isStrange(start)
        }
        runStart = index
      }
      index = bytes.firstValueStop(quote, from: index)
    }
    if !isWritten { values.append(copying: bytes.extracting(runStart..<index)) }
    attributes.append(
      PlainAttribute(name: name, value: isWritten ? start..<index : first..<values.count, isWritten: isWritten))
    return .next(index + 1)
  }

  /// Takes a start tag, of which `tag` is all but the `>` or `/>`.
  private mutating func finishTag(
    _ name: Int, _ bytes: Span<UInt8>, _ tag: Range<Int>, isEmpty: Bool, _ state: inout XMLParserState
  ) -> Step {
    let depth = open.count &+ 1
    var declarationCount = 0
    if !attributes.isEmpty {
      let count = attributes.count
      guard declareNamespaces(bytes, depth) else { return .isStrange(tag.lowerBound) }
      declarationCount = count &- attributes.count
    }
    let index = names[name].declares < 0 ? names.element(name, &state.names) : -1
    guard index >= 0, attributes.isEmpty || resolveAttributes(bytes, &state) else {
      names.end(depth: depth)
      return .isStrange(tag.lowerBound)
    }
    let firstAttribute = state.tape.attributes.count
    if !attributes.isEmpty { record(bytes, &state) }
    if declarationCount > 0, state.limits.keepsDeclarations {
      for declared in names.declared(at: depth) { state.declare(declared.prefix, as: declared.namespace) }
    }
    let holds = state.start(
      index, before: base &+ tag.upperBound, tagLength: tag.count, attributes: firstAttribute,
      declarationCount: declarationCount)
    guard holds else { return .waits(tag.upperBound) }
    guard isEmpty else {
      opened(name)
      return .next(tag.upperBound &+ 1)
    }
    if open.isEmpty {
      opened(name)
      open.removeLast()
    }
    state.end(index, before: base &+ tag.upperBound &+ 2, tagLength: tag.count &+ 2)
    names.end(depth: depth)
    return .next(tag.upperBound &+ 2)
  }

  /// Takes the declarations of namespaces out of the attributes.
  ///
  /// - Returns: Whether all is well with them.
  @inline(__always)
  private mutating func declareNamespaces(_ bytes: Span<UInt8>, _ depth: Int) -> Bool {
    guard attributes.contains(where: { names[$0.name].declares >= 0 }) else { return true }
    for attribute in attributes {
      let prefix = names[attribute.name].declares
      guard prefix >= 0 else { continue }
      var uri: [UInt8] = []
      if attribute.isWritten {
        uri.append(copying: bytes.extracting(attribute.value))
      } else {
        uri.append(contentsOf: values[attribute.value])
      }
      guard names.declare(prefix, uri, depth: depth) else {
        names.end(depth: depth)
        return false
      }
    }
    attributes.removeAll { names[$0.name].declares >= 0 }
    return true
  }

  /// Finds the names of the attributes among those of the document.
  ///
  /// - Returns: Whether all is well with them.
  @inline(__always)
  private mutating func resolveAttributes(_ bytes: Span<UInt8>, _ state: inout XMLParserState) -> Bool {
    var prefixed = 0
    for position in attributes.indices {
      let name = attributes[position].name
      let index = names.attribute(name, &state.names)
      guard index >= 0 else { return false }
      attributes[position].index = index
      if names.hasPrefix(name) { prefixed += 1 }
      if names[name].isSpace, !isKnownSpace(attributes[position], bytes) { return false }
    }
    // An element with more has too many.
    guard attributes.count > 1, attributes.count <= state.limits.attributes else { return true }
    for position in 1..<attributes.count {
      let index = attributes[position].index
      for other in 0..<position where attributes[other].index == index { return false }
      guard prefixed > 1 else { continue }
      for other in 0..<position where names.isSame(attributes[other].name, attributes[position].name) { return false }
    }
    return true
  }

  /// Whether the value of xml:space is one that it may have (XML 1.0, section 2.10).
  private func isKnownSpace(_ attribute: PlainAttribute, _ bytes: Span<UInt8>) -> Bool {
    guard attribute.isWritten else { return false }
    let value = bytes.extracting(attribute.value)
    return value.hasSameBytes(as: "default") || value.hasSameBytes(as: "preserve")
  }

  /// Puts the attributes on the tape. Where that has no mirror, the bytes from the first value to the last are copied to
  /// it, which costs less than to copy each.
  @inline(__always)
  private mutating func record(_ bytes: Span<UInt8>, _ state: inout XMLParserState) {
    guard state.limits.attributes >= attributes.count else {
      // The state will refuse the element.
      for attribute in attributes { state.tape.attributes.append(XMLAttribute(name: attribute.index, value: 0..<0)) }
      return
    }
    var shift = state.tape.bytes.count
    if let mirror = state.mirror {
      shift = mirror.shift
    } else if let first = attributes.first(where: { $0.isWritten }),
      let last = attributes.last(where: { $0.isWritten })
    {
      state.tape.bytes.append(copying: bytes.extracting(first.value.lowerBound..<last.value.upperBound))
      shift &-= first.value.lowerBound
    }
    let valueShift = state.tape.bytes.count
    if attributes.contains(where: { !$0.isWritten }) { state.tape.bytes.append(contentsOf: values) }
    for attribute in attributes {
      let by = attribute.isWritten ? shift : valueShift
      state.tape.attributes.append(
        XMLAttribute(
          name: attribute.index, value: (attribute.value.lowerBound &+ by)..<(attribute.value.upperBound &+ by)))
    }
  }

  mutating func endTag(_ bytes: Span<UInt8>, from start: Int, _ state: inout XMLParserState) -> Step {
    guard let name = open.last, let element = state.open.last else { return .isStrange(start) }
    var index = names.end(of: name, bytes, from: start &+ 2)
    // With fewer bytes than the name has, and one behind it, it may be cut.
    guard index >= 0 else {
      return start + 2 + names.length(of: name) >= bytes.count ? .waits(start) : .isStrange(start)
    }
    while index < bytes.count, XMLSpace.isSpace(bytes[index]) { index &+= 1 }
    guard index < bytes.count else { return .waits(start) }
    guard bytes[index] == UInt8(ascii: ">") else { return .isStrange(start) }
    names.end(depth: open.count)
    open.removeLast()
    state.end(element.name, before: base &+ index &+ 1, tagLength: index &+ 1 &- start)
    return .next(index &+ 1)
  }

  // MARK: Text

  mutating func text(_ bytes: Span<UInt8>, from start: Int, _ state: inout XMLParserState) -> Step {
    var runStart = start
    var index = start
    while true {
      index = bytes.firstTextStop(from: index)
      guard index < bytes.count else {
        guard !isLast else { return .isStrange(runStart) }
        // Two brackets may be the start of what text must not have.
        while index > runStart, index > bytes.count - 2, bytes[index - 1] == UInt8(ascii: "]") { index -= 1 }
        take(bytes, runStart..<index, &state)
        return .waits(index)
      }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "<"):
        take(bytes, runStart..<index, &state)
        return .next(index)
      case UInt8(ascii: ">"):
        let isEnd =
          index >= runStart + 2 && bytes[index - 1] == UInt8(ascii: "]") && bytes[index - 2] == UInt8(ascii: "]")
        if isEnd { return .isStrange(runStart) }
        index += 1
      case UInt8(ascii: "&"):
        take(bytes, runStart..<index, &state)
        values.removeAll(keepingCapacity: true)
        switch reference(bytes, from: index) {
        case .next(let next):
          _ = state.text(values.span, upTo: base + next)
          index = next
          runStart = next
        case .waits: return .waits(index)
        case .isStrange: return .isStrange(index)
        }
      case 0x09: index += 1
      case 0x0D:
        take(bytes, runStart..<index, &state)
        guard index + 1 < bytes.count else { return isLast ? .isStrange(index) : .waits(index) }
        if bytes[index + 1] != 0x0A {
          values.removeAll(keepingCapacity: true)
          values.append(0x0A)
          _ = state.text(values.span, upTo: base + index + 1)
        }
        index += 1
        runStart = index
      case 0x80...:
        let next = bytes.endOfForeign(from: index)
        if next < bytes.count, bytes[next] >= 0x80 {
          guard next + 4 > bytes.count, !isLast else { return .isStrange(runStart) }
          take(bytes, runStart..<next, &state)
          return .waits(next)
        }
        index = next
      default: return .isStrange(runStart)
      }
      if state.failure != nil { return .waits(index) }
    }
  }

  @inline(__always)
  private func take(_ bytes: Span<UInt8>, _ range: Range<Int>, _ state: inout XMLParserState) {
    guard !range.isEmpty else { return }
    state.text(at: range, of: bytes, upTo: base &+ range.upperBound)
  }

  /// Adds the character that the reference at `start` stands for to the values.
  private mutating func reference(_ bytes: Span<UInt8>, from start: Int) -> Step {
    // The longest that is read here is &#x0010FFFF;
    let limit = min(bytes.count, start + 13)
    var end = start + 1
    while end < limit, bytes[end] != UInt8(ascii: ";") {
      guard Span<UInt8>.isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: "#") else { return .isStrange(start) }
      end += 1
    }
    guard end < limit else { return limit == bytes.count && limit < start + 13 ? .waits(start) : .isStrange(start) }
    let name = bytes.extracting((start + 1)..<end)
    if name.hasSameBytes(as: "lt") {
      values.append(UInt8(ascii: "<"))
    } else if name.hasSameBytes(as: "gt") {
      values.append(UInt8(ascii: ">"))
    } else if name.hasSameBytes(as: "amp") {
      values.append(UInt8(ascii: "&"))
    } else if name.hasSameBytes(as: "quot") {
      values.append(UInt8(ascii: "\""))
    } else if name.hasSameBytes(as: "apos") {
      values.append(UInt8(ascii: "'"))
    } else {
      guard let scalar = Self.character(name) else { return .isStrange(start) }
      values.append(contentsOf: String(Character(scalar)).utf8)
    }
    return .next(end + 1)
  }

  /// The character of a reference such as #10 or #xA, if XML allows it (XML 1.0, section 4.1).
  private static func character(_ name: Span<UInt8>) -> Unicode.Scalar? {
    guard name.count >= 2, name[0] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = name[1] == UInt8(ascii: "x")
    guard !isHexadecimal || name.count >= 3 else { return nil }
    var value: UInt32 = 0
    for index in (isHexadecimal ? 2 : 1)..<name.count {
      guard let digit = Character(Unicode.Scalar(name[index])).hexDigitValue, isHexadecimal || digit < 10 else {
        return nil
      }
      value = min(value, 0x11_0000) * (isHexadecimal ? 16 : 10) + UInt32(digit)
    }
    guard value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D, value != 0xFFFE, value != 0xFFFF else {
      return nil
    }
    return Unicode.Scalar(value)
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of `text`.
  @inline(__always)
  func hasSameBytes(as text: StaticString) -> Bool { count == text.utf8CodeUnitCount && starts(with: text) }
}

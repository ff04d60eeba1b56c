import DatelineCore

/// Which lines of a foreign component are kept without their values, because a field of the record has the same bytes.
///
/// A value qualifies where the field, escaped as the writer escapes text, is the value.
struct ForeignElision {
  /// Where the lines start; -1 for none.
  private var lines = SIMD4<Int32>(repeating: -1)

  init(_ part: CalendarPart, _ lines: EventLines, _ incident: Incident) {
    add(part, lines.summary, incident.title, 0)
    add(part, lines.description, incident.summary, 1)
    add(part, lines.location, incident.places.first?.name, 2)
    if let uid = lines.uid, part.lines[uid].parameters.isEmpty, let id = incident.externalIDs.first,
      part.isCanonicalText(part.lines[uid].value, of: id.utf8Count - 8)
    {
      self.lines[3] = part.lines[uid].start
    }
  }

  private mutating func add(_ part: CalendarPart, _ index: Int?, _ field: Text?, _ lane: Int) {
    guard let index, let field else { return }
    let line = part.lines[index]
    // Without its value, a line must be seen to have none.
    let hasColon = part.storage[line.parameters].contains(UInt8(ascii: ":"))
    guard !hasColon, !part.isEncoded("QUOTED-PRINTABLE", line), part.isCanonicalText(line.value, of: field.utf8Count)
    else {
      return
    }
    lines[lane] = line.start
  }

  /// Whether the value of `line` is left out.
  func isElided(_ line: ContentLine) -> Bool {
    switch line.property {
    case .summary, .description, .location, .uid: (0..<4).contains { lines[$0] == line.start }
    default: false
    }
  }
}

extension CalendarPart {
  /// Whether a TEXT value is escaped as the writer escapes it, and `count` bytes long when it is not.
  fileprivate func isCanonicalText(_ range: Range<Int>, of count: Int) -> Bool {
    let storage = storage.span.extracting(range)
    var index = 0
    var escapes = 0
    while true {
      index = storage.firstTextSpecial(from: index)
      guard index < storage.count else { break }
      switch storage[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"): return false
      case UInt8(ascii: "\\"):
        guard index + 1 < storage.count else { return false }
        switch storage[index + 1] {
        case UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "n"):
          index += 2
          escapes += 1
        default: return false
        }
      default: return false
      }
    }
    return range.count - escapes == count
  }
}

extension Span<UInt8> {
  /// The index of the first `\`, `,` or `;`, from `start` on; `count` where there is none.
  fileprivate func firstTextSpecial(from start: Int) -> Int {
    let backslash = SIMD16<UInt8>(repeating: 0x5C)
    let comma = SIMD16<UInt8>(repeating: UInt8(ascii: ","))
    let semicolon = SIMD16<UInt8>(repeating: UInt8(ascii: ";"))
    return firstIndex(
      from: start, where: { ($0 .== backslash) .| ($0 .== comma) .| ($0 .== semicolon) },
      byte: { $0 == 0x5C || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") })
  }
}

import DatelineCore

/// What the notes of an event say in fixed words: whether people were harmed, what was destroyed, and how the source
/// spells the place. All offsets are bytes of the notes.
struct ACLEDNotes {
  /// Words about casualties.
  struct Statement {
    enum Rule { case unknown, none }
    var rule: Rule
    /// Absent for any.
    var outcome: Outcome?
    var words: Range<Int>
  }

  /// A thing and the words that say what became of it.
  struct Destruction {
    var object: Range<Int>
    var extent: DamageExtent?
    var words: Range<Int>
  }

  private(set) var statements: [Statement] = []
  private(set) var destruction: Destruction?
  /// The source's spelling and the one in brackets behind it.
  private(set) var bracket: Range<Int>?

  /// Looks through `notes`.
  ///
  /// - Parameters:
  ///   - location: The place's name, for which brackets are compared.
  ///   - wantsCasualties: Whether statements about casualties are looked for.
  init(_ notes: Span<UInt8>, location: Span<UInt8>, wantsCasualties: Bool) {
    var index = 0
    while true {
      index = notes.firstCue(from: index)
      guard index < notes.count else { return }
      switch notes[index] {
      case UInt8(ascii: "["): readBracket(at: index, in: notes, location)
      case UInt8(ascii: "i"): if wantsCasualties { readStatement(at: index, in: notes) }
      default: readDestruction(at: index + 1, in: notes)
      }
      index += 1
    }
  }

  /// `index` is at the "ies" of "casualties", "fatalities" or "injuries".
  private mutating func readStatement(at index: Int, in notes: Span<UInt8>) {
    let end = index + 3
    let outcome: Outcome?
    let length: Int
    if notes.ends(with: "asualties", at: end) {
      (outcome, length) = (nil, 10)
    } else if notes.ends(with: "atalities", at: end) {
      (outcome, length) = (.killed, 10)
    } else if notes.ends(with: "njuries", at: end) {
      (outcome, length) = (.wounded, 8)
    } else {
      return
    }
    let start = end - length
    guard start >= 0, start == 0 || !notes[start - 1].isLetter else { return }
    if notes.continues(with: " unknown", at: end), !notes.isLetter(at: end + 8) {
      add(Statement(rule: .unknown, outcome: outcome, words: start..<(end + 8)))
    } else if notes.ends(with: "o ", at: start), start >= 3, notes[start - 3] | 0x20 == UInt8(ascii: "n"),
      !notes.isLetter(at: start - 4), !notes.isLetter(at: end)
    {
      add(Statement(rule: .none, outcome: outcome, words: (start - 3)..<end))
    }
  }

  private mutating func add(_ statement: Statement) {
    guard !statements.contains(where: { $0.outcome == statement.outcome }) else { return }
    statements.append(statement)
  }

  /// `index` is at the "ed" of "were destroyed" or "was damaged".
  private mutating func readDestruction(at index: Int, in notes: Span<UInt8>) {
    guard destruction == nil else { return }
    let end = index + 2
    let isDestroyed = notes.ends(with: " destroyed", at: end)
    guard isDestroyed || notes.ends(with: " damaged", at: end), !notes.isLetter(at: end) else { return }
    let verb = end - (isDestroyed ? 10 : 8)
    let copula = notes.ends(with: " were", at: verb) ? 5 : notes.ends(with: " was", at: verb) ? 4 : 0
    guard copula > 0 else { return }
    let objectEnd = verb - copula
    guard let start = Self.subjectStart(before: objectEnd, in: notes) else { return }
    destruction = Destruction(
      object: start..<objectEnd, extent: isDestroyed ? .destroyed : nil, words: start..<end)
  }

  /// Where the subject starts that ends at `end`: it must begin its sentence and be a few words long, none of which
  /// denies or points elsewhere.
  private static func subjectStart(before end: Int, in notes: Span<UInt8>) -> Int? {
    var start = end
    var spaces = 0
    while start > 0, notes[start - 1] != UInt8(ascii: ".") {
      switch notes[start - 1] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "("), UInt8(ascii: ")"), 0x0A:
        return nil
      case UInt8(ascii: " "): spaces += 1
      default: break
      }
      start -= 1
      if spaces > 5 { return nil }
    }
    while start < end, notes[start] == 0x20 { start += 1 }
    guard start < end, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= notes[start] else { return nil }
    let refused: [StaticString] = [
      "No ", "None", "Nothing", "Nobody", "They", "It", "This", "That", "These", "Those", "On ", "In ", "At ",
      "Neither",
      "Which", "He", "She", "Who",
    ]
    for word in refused where notes.continues(with: word, at: start) {
      let after = start + word.utf8CodeUnitCount
      if notes[after - 1] == 0x20 || after == end || notes[after] == 0x20 { return nil }
    }
    return start
  }

  /// A spelling, and the place's name in brackets behind it: as many words as the name has.
  private mutating func readBracket(at index: Int, in notes: Span<UInt8>, _ location: Span<UInt8>) {
    let close = index + 1 + location.count
    guard bracket == nil, location.count > 0, close < notes.count, notes[close] == UInt8(ascii: "]"),
      index > 1, notes[index - 1] == 0x20
    else { return }
    var words = 1
    for place in location.indices {
      if notes[index + 1 + place] != location[place] { return }
      if location[place] == 0x20 { words += 1 }
    }
    var start = index - 1
    while start > 0 {
      switch notes[start - 1] {
      case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: ")"), 0x0A: words = 0
      case 0x20: words -= 1
      default: break
      }
      if words == 0 { break }
      start -= 1
    }
    while start < index - 1, notes[start] == 0x20 { start += 1 }
    guard start < index - 1 else { return }
    bracket = start..<(close + 1)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { 0x61...0x7A ~= self | 0x20 || self >= 0x80 }
}

extension Span<UInt8> {
  fileprivate func isLetter(at index: Int) -> Bool { indices.contains(index) && self[index].isLetter }

  /// Whether `text` ends at `end`.
  fileprivate func ends(with text: StaticString, at end: Int) -> Bool {
    let start = end - text.utf8CodeUnitCount
    return start >= 0 && continues(with: text, at: start)
  }

  /// Whether `text` stands at `start`.
  fileprivate func continues(with text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= count else { return false }
    return text.hasBytes(extracting(start..<(start + text.utf8CodeUnitCount)))
  }

  /// The index of the next `[`, "ies", "yed" or "ged", from `start` on; `count` where there is none.
  ///
  /// Sixteen bytes at a time: notes are most of what a row has, and hardly any of them says such a thing.
  fileprivate func firstCue(from start: Int) -> Int {
    let (bracket, e) = (SIMD16<UInt8>(repeating: 0x5B), SIMD16<UInt8>(repeating: 0x65))
    let (s, d) = (SIMD16<UInt8>(repeating: 0x73), SIMD16<UInt8>(repeating: 0x64))
    let (i, y, g) = (SIMD16<UInt8>(repeating: 0x69), SIMD16<UInt8>(repeating: 0x79), SIMD16<UInt8>(repeating: 0x67))
    var index = start
    while index &+ 18 <= count {
      let (first, third) = (block(at: index), block(at: index &+ 2))
      let ends = (block(at: index &+ 1) .== e) .& ((third .== s) .| (third .== d))
      // More than what is looked for, but so little more that it is seldom looked at again.
      var lanes = ByteLanes((first .== bracket) .| (ends .& ((first .== i) .| (first .== y) .| (first .== g))))
      while !lanes.isEmpty {
        let place = index &+ lanes.first
        if isCue(at: place) { return place }
        lanes.removeFirst()
      }
      index &+= 16
    }
    while index < count {
      if isCue(at: index) { return index }
      index &+= 1
    }
    return count
  }

  @inline(__always)
  private func isCue(at index: Int) -> Bool {
    switch self[index] {
    case 0x5B: true
    case 0x69: index &+ 2 < count && self[index &+ 1] == 0x65 && self[index &+ 2] == 0x73
    case 0x79, 0x67: index &+ 2 < count && self[index &+ 1] == 0x65 && self[index &+ 2] == 0x64
    default: false
    }
  }
}

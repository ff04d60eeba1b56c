/// The division of a text into words, numbers and marks.
///
/// One pass over the UTF-8 form; a token never spans white space. Time is linear in the text.
package struct Tokenizer {
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [Token] = []
  private var key: [UInt8] = []

  /// The tokens of `text`, in order.
  package static func tokens(of text: String) -> [Token] { tokens(ofUTF8: Array(text.utf8)) }

  /// The tokens of a text given as valid UTF-8.
  static func tokens(ofUTF8 bytes: [UInt8]) -> [Token] {
    var tokenizer = Tokenizer(bytes: bytes)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5)
    key.reserveCapacity(64)
  }

  private mutating func run() {
    while position < bytes.count {
      let (scalar, length) = scalar(at: position)
      switch Letters.classOf(scalar) {
      case .space, .attachment: position += length
      case .letter: takeWord(from: position)
      case .digit: takeNumber()
      case .mark, .apostrophe, .hyphen: takeMark(scalar, length)
      }
    }
  }
}

// MARK: - Characters

extension Tokenizer {
  /// The scalar that starts at `index` and its length in bytes; a space behind the end.
  private func scalar(at index: Int) -> (UInt32, Int) {
    guard index < bytes.count else { return (0x20, 1) }
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return (0xFFFD, 1) }
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }

  private func characterClass(at index: Int) -> Letters.Class { Letters.classOf(scalar(at: index).0) }

  private func byte(at index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0x20 }

  /// The first byte behind white space, with at most 8 bytes of it looked at.
  private func byteAfterSpace(_ index: Int) -> UInt8 {
    var index = index
    let limit = index + 8
    while index < limit, byte(at: index) <= 0x20, index < bytes.count { index += 1 }
    return byte(at: index)
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
  private func isASCIIDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

// MARK: - Words

extension Tokenizer {
  /// Takes the word that starts, or whose digits started, at `start`.
  private mutating func takeWord(from start: Int) {
    if let end = addressEnd(from: start) { return append(.word, start..<end) }
    var end = position
    // The start of the letters behind the last stop or hyphen, to tell `U.S` from `end.New`.
    var segment = start
    var stops = 0
    var isAbbreviation = false
    while !isAbbreviation {
      let (scalar, length) = scalar(at: end)
      switch Letters.classOf(scalar) {
      case .letter, .digit, .attachment:
        end += length
        continue
      case .apostrophe where characterClass(at: end + length) == .letter:
        end += length
        continue
      case .hyphen where [.letter, .digit].contains(characterClass(at: end + length)):
        end += length
        segment = end
        continue
      case .mark where scalar == 0x2E:
        switch stop(at: end, start: start, segment: segment, stops: stops) {
        case .inside:
          end += 1
          segment = end
          stops += 1
          continue
        case .last:
          end += 1
          isAbbreviation = true
        case .outside: break
        }
      case .mark where scalar == 0x26 && isUppercaseASCII(end - 1) && isUppercaseASCII(end + 1):
        end += 1
        continue
      case .mark where scalar == 0x3A && isASCIIDigit(byte(at: start)) && isASCIIDigit(byte(at: end + 1)):
        // The colons of `12T10:00:00Z`.
        end += 1
        continue
      default: break
      }
      break
    }
    if isAbbreviation, byte(at: end) == 0x2D, isASCIILetter(byte(at: end + 1)) {
      // `U.S.-backed` goes on behind its abbreviation.
      isAbbreviation = false
      end += 1
      while [.letter, .digit, .attachment].contains(characterClass(at: end)) { end += scalar(at: end).1 }
    }
    append(.word, start..<end, isAbbreviation: isAbbreviation)
  }

  private func isUppercaseASCII(_ index: Int) -> Bool { 0x41...0x5A ~= byte(at: index) }

  private enum Stop { case inside, last, outside }

  /// What the full stop at `index` is to the word that started at `start`.
  private func stop(at index: Int, start: Int, segment: Int, stops: Int) -> Stop {
    let next = byte(at: index + 1)
    if 0x61...0x7A ~= byte(at: index - 1), 0x61...0x7A ~= next, isDomain(at: index + 1) { return .inside }
    if index - segment == 1, isASCIILetter(byte(at: segment)), segment == start || stops > 0 {
      // Single letters between stops: `U.S.`, `a.m.`; an initial before a name.
      if isASCIILetter(next), !isASCIILetter(byte(at: index + 2)), !isASCIIDigit(byte(at: index + 2)) { return .inside }
      if stops > 0 { return .last }
      let follower = byteAfterSpace(index + 1)
      return isUppercaseASCII(start) && 0x41...0x5A ~= follower && next != 0x0A ? .last : .outside
    }
    return isAbbreviated(start..<index) ? .last : .outside
  }

  /// Whether the letters from `index` are a top-level domain that articles name.
  private func isDomain(at index: Int) -> Bool {
    var end = index
    while end < index + 5, 0x61...0x7A ~= byte(at: end) { end += 1 }
    guard end - index >= 2, end - index <= 4 else { return false }
    return Self.domains.contains(String(decoding: bytes[index..<end], as: UTF8.self))
  }

  private static let domains: Set<String> = [
    "com", "org", "net", "info", "gov", "mil", "int", "edu", "co", "uk", "ru", "ua", "de", "fr", "tv", "io", "me", "ly",
  ]

  /// Whether the word at `range`, which a full stop follows, is an abbreviation there.
  private func isAbbreviated(_ range: Range<Int>) -> Bool {
    guard range.count <= 6, bytes[range].allSatisfy(isASCIILetter) else { return false }
    let word = String(decoding: bytes[range].map { $0 | 0x20 }, as: UTF8.self)
    guard let condition = Abbreviations.condition(of: word) else { return false }
    switch condition {
    case .always:
      return isUppercaseASCII(range.lowerBound) || isASCIIDigit(byteAfterSpace(range.upperBound + 1))
        || ["vs", "etc", "approx", "sgt"].contains(word)
    case .beforeDigit: return isASCIIDigit(byteAfterSpace(range.upperBound + 1))
    case .afterComma: return isUppercaseASCII(range.lowerBound) && tokens.last?.key == ","
    }
  }

  /// The end of a web or mail address that starts at `start`.
  private func addressEnd(from start: Int) -> Int? {
    let first = byte(at: start) | 0x20
    guard first == 0x68 || first == 0x77, start == position else { return nil }
    guard ["http://", "https://", "www."].contains(where: { startsWith($0, at: start) }) else { return nil }
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x80, !Self.addressBreaks.contains(bytes[end]) { end += 1 }
    while end > start, Self.closingMarks.contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static let addressBreaks = Set("<>\"[]{}|".utf8)
  private static let closingMarks = Set(".,;:!?)'".utf8)

  private func startsWith(_ prefix: String, at index: Int) -> Bool {
    var index = index
    for byte in prefix.utf8 {
      guard self.byte(at: index) | 0x20 == byte | 0x20 else { return false }
      index += 1
    }
    return true
  }
}

// MARK: - Numbers and marks

extension Tokenizer {
  private mutating func takeNumber() {
    let start = position
    var end = digitsEnd(from: start)
    while [0x2C, 0x2E, 0x3A].contains(byte(at: end)), isASCIIDigit(byte(at: end + 1)) {
      let next = digitsEnd(from: end + 1)
      if byte(at: end) == 0x2C, next - end != 4 { break }
      end = next
    }
    if byte(at: end) == 0x27 || scalar(at: end).0 == 0x2019 {
      // `1980's`: the plural of a number.
      let apostrophe = scalar(at: end).1
      if byte(at: end + apostrophe) | 0x20 == 0x73, characterClass(at: end + apostrophe + 1) != .letter {
        return append(.number, start..<(end + apostrophe + 1))
      }
    }
    let next = characterClass(at: end)
    if next == .hyphen, characterClass(at: end + scalar(at: end).1) == .letter {
      position = end
      return takeWord(from: start)
    }
    guard next == .letter, !startsHalfDay(at: end) else { return append(.number, start..<end) }
    let suffixEnd = suffixEnd(from: end)
    if suffixEnd - end <= 3,
      Self.units.contains(String(decoding: bytes[end..<suffixEnd].map { $0 | 0x20 }, as: UTF8.self))
    {
      // A unit, or an hour with its minutes: `19h00`.
      let isHour = byte(at: end) | 0x20 == 0x68 && suffixEnd == end + 1
      append(.number, start..<(isHour ? digitsEnd(from: suffixEnd) : suffixEnd))
    } else {
      position = end
      takeWord(from: start)
    }
  }

  private static let units: Set<String> = [
    "st", "nd", "rd", "th", "d", "s", "am", "pm", "h", "hr", "hrs", "m", "km", "kg", "mm", "cm", "lb", "lbs", "k", "bn",
    "mn",
    "ft", "mi", "z",
  ]

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while characterClass(at: end) == .digit { end += scalar(at: end).1 }
    return end
  }

  /// The end of the ASCII letters from `start`; at most four are looked at.
  private func suffixEnd(from start: Int) -> Int {
    var end = start
    while end < start + 4, isASCIILetter(byte(at: end)) { end += 1 }
    let next = characterClass(at: end)
    return next == .digit && byte(at: start) | 0x20 != 0x68 || next == .letter || next == .hyphen ? start + 4 : end
  }

  /// Whether `a.m.` or `p.m.` stands at `index`.
  private func startsHalfDay(at index: Int) -> Bool { startsWith("a.m", at: index) || startsWith("p.m", at: index) }

  private mutating func takeMark(_ scalar: UInt32, _ length: Int) {
    let start = position
    var end = start + length
    if scalar == 0x2D || scalar == 0x2E || scalar == 0x60 || scalar == 0x27 {
      // Runs of hyphens and stops, and quotation marks typed as two single ones.
      let isQuote = scalar == 0x60 || scalar == 0x27
      while byte(at: end) == UInt8(scalar), !isQuote || end - start < 2 { end += 1 }
    }
    append(.mark, start..<end, markKey: Self.markKey(scalar, count: end - start))
  }

  /// The key of a mark that stands for the same as another one; nil where it stands for itself.
  private static func markKey(_ scalar: UInt32, count: Int) -> String? {
    switch scalar {
    case 0x60, 0x27: count == 2 ? "\"" : "'"
    case 0x201C...0x201F, 0xAB, 0xBB, 0x300C, 0x300D: "\""
    case 0x2018, 0x2019, 0x201A, 0x2039, 0x203A, 0x2BC: "'"
    case 0x2D: count == 1 ? "-" : "--"
    case 0x2E where count > 1, 0x2026: "..."
    case 0x2012...0x2015: "--"
    case 0x2010, 0x2011, 0x2212: "-"
    default: nil
    }
  }
}

// MARK: - Tokens

extension Tokenizer {
  private mutating func append(
    _ kind: Token.Kind, _ range: Range<Int>, isAbbreviation: Bool = false, markKey: String? = nil
  ) {
    position = range.upperBound
    var token = Token(
      kind: kind, range: range, text: String(decoding: bytes[range], as: UTF8.self), key: markKey ?? "",
      isCapitalized: false, isAllCapitals: false, isPossessive: false, isAbbreviation: isAbbreviation)
    if kind != .mark { describe(&token) } else if markKey == nil { token.key = token.text }
    tokens.append(token)
  }

  /// Fills in the key and what is known of the letters.
  private mutating func describe(_ token: inout Token) {
    key.removeAll(keepingCapacity: true)
    var letters = 0
    var capitals = 0
    var stops = 0
    var index = token.range.lowerBound
    while index < token.range.upperBound {
      let (scalar, length) = scalar(at: index)
      index += length
      switch Letters.classOf(scalar) {
      case .letter:
        letters += 1
        if Letters.isUppercase(scalar) {
          capitals += 1
          if letters == 1 { token.isCapitalized = true }
        }
        Letters.fold(scalar, into: &key)
      case .apostrophe: key.append(UInt8(ascii: "'"))
      case .hyphen: key.append(UInt8(ascii: "-"))
      case .attachment, .space: break
      case .mark where scalar == 0x2E:
        stops += 1
        key.append(UInt8(ascii: "."))
      case .digit, .mark: Letters.fold(scalar, into: &key)
      }
    }
    token.isAllCapitals = letters >= 2 && letters == capitals
    if token.kind == .word { settleEnding(of: &token, stops: stops) } else { settlePlural() }
    token.key = String(decoding: key, as: UTF8.self)
  }

  /// Whether the key is made of single letters with stops between: `u.s`.
  private func isSingleLetters() -> Bool { key.count >= 3 && key[1] == 0x2E && isASCIILetter(key[0]) }

  /// Takes the possessive and the abbreviation's stop off the key.
  private mutating func settleEnding(of token: inout Token, stops: Int) {
    if key.count > 2, key.suffix(2).elementsEqual("'s".utf8) {
      key.removeLast(2)
      token.isPossessive = true
    } else if key.last == UInt8(ascii: "s"), let apostrophe = pluralApostrophe(behind: token) {
      token.isPossessive = true
      token.range = token.range.lowerBound..<apostrophe
      token.text = String(decoding: bytes[token.range], as: UTF8.self)
      position = apostrophe
    }
    if isSingleLetters() {
      if key.last != 0x2E, key.count.isMultiple(of: 2) == false, stops * 2 == key.count - 1 { key.append(0x2E) }
    } else if token.isAbbreviation {
      key.removeLast()
    }
  }

  /// The end of the apostrophe behind a plural, where it is no closing quotation mark: `soldiers’ families`.
  private func pluralApostrophe(behind token: Token) -> Int? {
    let end = token.range.upperBound
    guard !token.isAbbreviation, characterClass(at: end) == .apostrophe else { return nil }
    let behind = end + scalar(at: end).1
    guard byte(at: behind) == 0x20, 0x61...0x7A ~= byte(at: behind + 1) | 0x20, !isInsideSingleQuotes else {
      return nil
    }
    return behind
  }

  /// Whether one of the last 40 tokens opens a single quotation that none closes.
  private var isInsideSingleQuotes: Bool {
    for token in tokens.suffix(40).reversed() where token.kind == .mark && token.key == "'" {
      return characterClass(at: token.range.upperBound) != .space
    }
    return false
  }

  /// Takes the apostrophe out of `1980's`.
  private mutating func settlePlural() {
    if key.count > 2, key.suffix(2).elementsEqual("'s".utf8) { key.remove(at: key.count - 2) }
  }
}

import DatelineCore

extension OutputCursor {
  /// Writes the words of a term of a vocabulary: `earlyMorning` is `early morning`.
  mutating func write(words term: StaticString) {
    term.withUTF8Buffer { bytes in write(words: unsafe Span(_unsafeElements: bytes)) }
  }

  /// Writes the words of a term of a vocabulary to which sources may add, on one line.
  mutating func write(words term: some OpenVocabulary) {
    var name: [UInt8] = []
    term.name.withUTF8 { bytes in
      if bytes.isLetters { return write(words: bytes) }
      name.append(visible: term.name, singleLine: true)
      write(words: name.span)
    }
  }

  private mutating func write(words term: Span<UInt8>) {
    var copied = 0
    var before: UInt8 = 0
    for index in term.indices {
      let byte = term[index]
      // An acronym stays whole.
      if UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte, UInt8(ascii: "a")...UInt8(ascii: "z") ~= before {
        write(term.extracting(copied..<index))
        write(0x20)
        write(byte | 0x20)
        copied = index + 1
      }
      before = byte
    }
    write(term.extracting(copied..<term.count))
  }
}

extension Span<UInt8> {
  /// Whether all of it is letters of ASCII.
  fileprivate var isLetters: Bool {
    for index in indices {
      guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= self[index] | 0x20 else { return false }
    }
    return true
  }
}

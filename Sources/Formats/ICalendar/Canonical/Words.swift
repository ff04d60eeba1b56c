import DatelineCore

/// The words of a term of a vocabulary: `earlyMorning` is `early morning`.
func spacedWords(_ term: StaticString) -> [UInt8] {
  term.withUTF8Buffer { bytes in unsafe spacedWords(Span(_unsafeElements: bytes)) }
}

/// The words of a term of a vocabulary to which sources may add, on one line.
func spacedWords(_ term: some OpenVocabulary) -> [UInt8] {
  var name: [UInt8] = []
  name.append(visible: term.name, singleLine: true)
  return spacedWords(name.span)
}

private func spacedWords(_ term: Span<UInt8>) -> [UInt8] {
  var words: [UInt8] = []
  for index in term.indices {
    let byte = term[index]
    if index > 0, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte {
      let before = term[index - 1]
      // An acronym stays whole.
      if UInt8(ascii: "a")...UInt8(ascii: "z") ~= before {
        words.append(0x20)
        words.append(byte | 0x20)
        continue
      }
    }
    words.append(byte)
  }
  return words
}

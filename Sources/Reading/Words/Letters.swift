/// Facts about single characters that the tokenizer asks for: their class, and their plain lower-case form.
enum Letters {
  /// What a character does to the token that it stands in.
  enum Class: UInt8 {
    case space, letter, digit, mark, apostrophe, hyphen
    /// Marks that hang on the letter before, and joiners: part of a word, and left out of its key.
    case attachment
  }

  private static let ascii: [Class] = (0..<128).map { byte in
    switch UInt8(byte) {
    case ...0x20, 0x7F: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "-"): .hyphen
    default: .mark
    }
  }

  /// The class of a character by its Unicode scalar value.
  static func classOf(_ scalar: UInt32) -> Class {
    if scalar < 128 { return ascii[Int(scalar)] }
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200B, 0x200E, 0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: return .space
    case 0xAD, 0x300...0x36F, 0x200C, 0x200D, 0xFE00...0xFE0F: return .attachment
    case 0x80...0x9F: return .space
    case 0xD7, 0xF7: return .mark
    case 0xC0...0x2AF: return .letter
    case 0x2018, 0x2019, 0x2BC, 0x201B: return .apostrophe
    case 0x2010, 0x2011: return .hyphen
    case 0x2012...0x2BFF: return .mark
    default: return classByProperties(scalar)
    }
  }

  private static func classByProperties(_ value: UInt32) -> Class {
    guard let scalar = Unicode.Scalar(value) else { return .mark }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .attachment
    case .decimalNumber: return .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
    default: return .mark
    }
  }

  /// Whether a letter is upper case.
  static func isUppercase(_ scalar: UInt32) -> Bool {
    if scalar < 128 { return UInt32(UInt8(ascii: "A"))...UInt32(UInt8(ascii: "Z")) ~= scalar }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Base letters of U+00C0...U+024F in lower case; a full stop where there is no single one.
  private static let extendedLatin: [UInt8] = Array(
    ("aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
      + "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
      + "bb...............ff....ikk......oo.............uu....zz........."
      + ".............aaiioouuuuuuuuuu.aaaa..ggggkkoooo..j...gg..nnaa..oo"
      + "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
      + "...b............").utf8)

  /// Base letters of U+1E00...U+1EFF, in the same form.
  private static let additionalLatin: [UInt8] = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
      + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
      + "wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)

  /// Appends the lower-case form of a letter or digit without its accents, in UTF-8.
  static func fold(_ scalar: UInt32, into key: inout [UInt8]) {
    switch scalar {
    case 0x41...0x5A: key.append(UInt8(scalar) | 0x20)
    case ..<128: key.append(UInt8(scalar))
    case 0xC0...0x24F where extendedLatin[Int(scalar - 0xC0)] != UInt8(ascii: "."):
      key.append(extendedLatin[Int(scalar - 0xC0)])
    case 0x1E00...0x1EFF where additionalLatin[Int(scalar - 0x1E00)] != UInt8(ascii: "."):
      key.append(additionalLatin[Int(scalar - 0x1E00)])
    case 0xC6, 0xE6: key.append(contentsOf: "ae".utf8)
    case 0x152, 0x153: key.append(contentsOf: "oe".utf8)
    case 0xDF, 0x1E9E: key.append(contentsOf: "ss".utf8)
    case 0xDE, 0xFE: key.append(contentsOf: "th".utf8)
    default: foldByProperties(scalar, into: &key)
    }
  }

  private static func foldByProperties(_ value: UInt32, into key: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    if scalar.properties.generalCategory == .decimalNumber, let number = scalar.properties.numericValue,
      let digit = UInt8(exactly: number)
    {
      key.append(UInt8(ascii: "0") &+ digit)
    } else {
      key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }
}

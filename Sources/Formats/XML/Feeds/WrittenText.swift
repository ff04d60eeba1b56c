/// Text as a document writes it, with references.
enum WrittenText {
  /// Where the byte of the resolved text at `offset` was written; for an end, where the byte before it was.
  static func range(of offset: Int, in source: ArraySlice<UInt8>, isEnd: Bool) -> Range<Int> {
    let wanted = isEnd ? offset - 1 : offset
    guard wanted >= 0 else { return 0..<0 }
    var resolved = 0
    var index = source.startIndex
    while index < source.endIndex {
      let (length, written) = unit(source, at: index)
      if resolved + length > wanted {
        let start = index - source.startIndex
        // Within a run of plain bytes each stands for itself.
        return written == length
          ? (start + wanted - resolved)..<(start + wanted - resolved + 1) : start..<(start + written)
      }
      resolved += length
      index += written
    }
    return source.count..<source.count
  }

  /// How many bytes of text what is written at `index` makes, and how many it has itself.
  private static func unit(_ source: ArraySlice<UInt8>, at index: Int) -> (resolved: Int, written: Int) {
    // A line end of two characters is one.
    if source[index] == 0x0D { return index + 1 < source.endIndex && source[index + 1] == 0x0A ? (0, 1) : (1, 1) }
    guard source[index] == UInt8(ascii: "&"), let end = source[index...].firstIndex(of: UInt8(ascii: ";")) else {
      return (1, 1)
    }
    let name = source[(index + 1)..<end]
    let written = end + 1 - index
    guard name.first == UInt8(ascii: "#") else { return (1, written) }
    let digits = String(decoding: name.dropFirst(), as: UTF8.self)
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = value.flatMap(Unicode.Scalar.init) else { return (1, written) }
    return (String(Character(scalar)).utf8.count, written)
  }
}

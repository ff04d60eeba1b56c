package import DatelineCore

/// An input in which `⟦` marks the places where something is expected. The marks are not part of the input.
package struct MarkedText {
  /// The input without the marks.
  package let bytes: [UInt8]
  /// The marked places, counted here on their own so that the library's counting is under test.
  package let positions: [SourcePosition]

  /// Takes the marks out of `marked`.
  package init(_ marked: String) {
    var bytes: [UInt8] = []
    var positions: [SourcePosition] = []
    var place = SourcePosition()
    for scalar in marked.unicodeScalars {
      if scalar == "⟦" {
        positions.append(place)
        continue
      }
      let encoded = Array(String(Character(scalar)).utf8)
      bytes += encoded
      place.offset += encoded.count
      place.line += scalar == "\n" ? 1 : 0
      place.column = scalar == "\n" ? 1 : place.column + encoded.count
    }
    self.bytes = bytes
    self.positions = positions
  }
}

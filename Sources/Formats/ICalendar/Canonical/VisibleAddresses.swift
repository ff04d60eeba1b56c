import DatelineCore

extension Text {
  /// The address as the writer sets it: what may not stand in a URI is percent-encoded.
  var asURI: [UInt8] {
    var folded: [UInt8] = []
    folded.append(linesAtMost: 2 * utf8Count) { $0.writeURI(self) }
    // A URI has no space, so what there is comes from folding.
    return folded.filter { $0 > 0x20 }
  }
}

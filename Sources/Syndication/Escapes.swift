import DatelineCore

/// What stands for bytes that mean something to a syntax.
package struct Escapes: Sendable {
  /// For each byte the number of its text, from 1; 0 for bytes that stand for themselves.
  private var numbers = [UInt8](repeating: 0, count: 256)
  private var texts: [StaticString] = []
  /// Each of the bytes that mean something, sixteen times.
  private var stops: [SIMD16<UInt8>] = []

  /// - Parameter escapes: A byte, and what is written instead; one or more.
  package init(_ escapes: KeyValuePairs<UInt8, StaticString>) {
    for (byte, text) in escapes {
      texts.append(text)
      stops.append(SIMD16(repeating: byte))
      numbers[Int(byte)] = UInt8(truncatingIfNeeded: texts.count)
    }
  }

  /// Appends `text` to `output`. Runs of bytes that stand for themselves are copied whole.
  package func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { unsafe append($0.span, to: &output) }
  }

  /// Appends `bytes` to `output`. Runs of bytes that stand for themselves are copied whole.
  package func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    while start < bytes.count {
      let stop = firstStop(in: bytes, from: start)
      output.append(copying: bytes.extracting(start..<stop))
      guard stop < bytes.count else { return }
      output.append(texts[Int(numbers[Int(bytes[stop])]) - 1])
      start = stop + 1
    }
  }

  /// The first byte from `start` on that means something, or the end.
  private func firstStop(in bytes: Span<UInt8>, from start: Int) -> Int {
    let stops = stops.span
    var index = start
    while index + 16 <= bytes.count {
      let block = bytes.block(at: index)
      var found = block .== stops[0]
      for number in 1..<stops.count { found = found .| (block .== stops[number]) }
      let clean = ByteLanes(found).first
      guard clean == 16 else { return index + clean }
      index += 16
    }
    while index < bytes.count, numbers[Int(bytes[index])] == 0 { index += 1 }
    return index
  }
}

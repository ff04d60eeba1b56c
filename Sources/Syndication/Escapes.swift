import DatelineCore

/// What stands for bytes that mean something to a syntax.
package struct Escapes: Sendable {
  /// For each byte the number of its text, from 1; 0 for bytes that stand for themselves.
  private var numbers = [UInt8](repeating: 0, count: 256)
  private var texts: [StaticString] = []

  /// - Parameter escapes: A byte, and what is written instead.
  package init(_ escapes: KeyValuePairs<UInt8, StaticString>) {
    for (byte, text) in escapes {
      texts.append(text)
      numbers[Int(byte)] = UInt8(truncatingIfNeeded: texts.count)
    }
  }

  /// Appends `text` to `output`. Runs of bytes that stand for themselves are copied whole.
  package func append(_ text: String, to output: inout [UInt8]) {
    let bytes = Array(text.utf8)
    var start = 0
    for index in bytes.indices {
      let number = numbers[Int(bytes[index])]
      guard number > 0 else { continue }
      output.append(contentsOf: bytes[start..<index])
      output.append(texts[Int(number) - 1])
      start = index + 1
    }
    output.append(contentsOf: bytes[start...])
  }
}

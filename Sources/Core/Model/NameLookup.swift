/// A hash of a short name (FNV-1a, 64 bits), by which the generated code looks names up.
@inlinable
package func nameHash(_ name: Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x0000_0100_0000_01B3 }
  return hash
}

extension StaticString {
  /// Whether the string's bytes are `bytes`.
  @inlinable
  package func hasBytes(_ bytes: Span<UInt8>) -> Bool {
    guard utf8CodeUnitCount == bytes.count else { return false }
    return withUTF8Buffer { own in unsafe own.span.hasSameBytes(as: bytes) }
  }
}

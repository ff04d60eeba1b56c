public import DatelineCore
import Crypto

/// Identifiers that are the same whenever the same source is read: UUIDs of version 5 (RFC 9562, section 5.5).
public enum Identifier {
  /// The namespace of our identifiers: the UUIDv5 of `urn:dateline:1` in the URL namespace.
  static let namespace = uuid(of: "urn:dateline:1".utf8, in: urlNamespace)

  /// `6ba7b811-9dad-11d1-80b4-00c04fd430c8` (RFC 9562, section 6.6).
  private static let urlNamespace: [UInt8] = [
    0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ]

  /// The id of a record, as `urn:uuid:…`.
  ///
  /// - Parameters:
  ///   - type: What the record is.
  ///   - scheme: The scheme of the native id: the dialect's name, or `article` for an article without an id.
  ///   - nativeID: The id at the source, verbatim; for an article without one, its text.
  public static func record(_ type: RecordType, scheme: String, nativeID: some StringProtocol) -> Text {
    urn("\(type.name):\(scheme):\(nativeID)")
  }

  /// Appends the id of a record, as ``record(_:scheme:nativeID:)`` gives it, without making a `String`: tables have an
  /// id in every row.
  package static func append(
    _ type: RecordType, scheme: StaticString, nativeID: Span<UInt8>, to output: inout [UInt8]
  ) {
    // The name is written where the id will stand, so that no row costs a buffer for it.
    let start = output.count
    output.append(nameOf: type, scheme: scheme)
    output.append(copying: nativeID)
    let id = hash(output.span.extracting(start..<output.count))
    output.removeSubrange(start...)
    output.append(atMost: length) { $0.write(urn: id) }
  }

  /// The length of a record's id.
  package static let length = 45

  /// The UUIDv5 of a name, which begins with its namespace.
  static func hash(_ name: Span<UInt8>) -> SIMD16<UInt8> {
    var function = Insecure.SHA1()
    unsafe name.withUnsafeBytes { unsafe function.update(bufferPointer: $0) }
    var uuid = unsafe function.finalize().withUnsafeBytes { unsafe $0.loadUnaligned(as: SIMD16<UInt8>.self) }
    uuid[6] = uuid[6] & 0x0F | 0x50
    uuid[8] = uuid[8] & 0x3F | 0x80
    return uuid
  }

  /// The id of an incident that was read from prose. It hangs on the place of the words that tell of it, so that one
  /// incident more or less does not rename the others.
  ///
  /// - Parameter start: The first Unicode scalar of the trigger in the report's text.
  public static func incident(in report: Text, triggerStart start: Int) -> Text {
    urn("incident:\(report)#\(start)")
  }

  /// The UUIDv5 of `name` in our namespace, without prefix: five groups of hexadecimal digits.
  public static func uuid(of name: some StringProtocol) -> String {
    text(of: uuid(of: Array(name.utf8), in: namespace))
  }

  private static func urn(_ name: String) -> Text {
    let bytes = Array("urn:uuid:\(uuid(of: name))".utf8)
    return Text(checked: bytes, 0..<bytes.count)
  }

  private static func uuid(of name: some Sequence<UInt8>, in namespace: [UInt8]) -> [UInt8] {
    var hash = Insecure.SHA1()
    hash.update(data: namespace)
    hash.update(data: Array(name))
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    return bytes
  }

  private static func text(of uuid: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for (index, byte) in uuid.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0x0F)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Writes the ids of records of one type that have their native ids in one scheme.
///
/// What all names begin with is written once, and serves with the memory behind it every record.
package struct RecordNames {
  private var name: [UInt8] = []
  private let prefixLength: Int

  /// For records of `type` with native ids in `scheme`.
  package init(_ type: RecordType, scheme: StaticString) {
    name.append(nameOf: type, scheme: scheme)
    prefixLength = name.count
  }

  /// Writes the id of the record whose native id `append` appends, as ``Identifier/record(_:scheme:nativeID:)`` gives it.
  package mutating func write(to output: inout OutputCursor, nativeID append: (inout [UInt8]) -> Void) {
    name.removeSubrange(prefixLength...)
    append(&name)
    output.write(urn: Identifier.hash(name.span))
  }
}

extension [UInt8] {
  /// Appends what the name of a record's id begins with: the namespace, then type and scheme.
  fileprivate mutating func append(nameOf type: RecordType, scheme: StaticString) {
    append(contentsOf: Identifier.namespace)
    append(type.name)
    append(UInt8(ascii: ":"))
    append(scheme)
    append(UInt8(ascii: ":"))
  }
}

extension OutputCursor {
  /// Writes a UUID as `urn:uuid:…`.
  fileprivate mutating func write(urn uuid: SIMD16<UInt8>) {
    write("urn:uuid:")
    let bytes = unsafe unsafeBitCast(uuid, to: SIMD4<UInt32>.self)
    let (first, second) = (Self.digits(bytes[0].littleEndian), Self.digits(bytes[1].littleEndian))
    let (third, fourth) = (Self.digits(bytes[2].littleEndian), Self.digits(bytes[3].littleEndian))
    let dash = UInt64(UInt8(ascii: "-"))
    write(word: first)
    // A dash, four digits, a dash and the first two of the next four.
    write(word: dash | second << 8 & 0xFF_FFFF_FF00 | dash << 40 | second << 16 & 0xFFFF_0000_0000_0000)
    write(word: second >> 48 | dash << 16 | third << 24 & 0xFF_FFFF_FF00_0000 | dash << 56)
    write(word: third >> 32 | fourth << 32)
    for shift: UInt64 in [32, 40, 48, 56] { write(UInt8(truncatingIfNeeded: fourth >> shift)) }
  }

  /// The eight digits of four bytes, of which the first is the lowest; the first digit becomes the lowest byte.
  private static func digits(_ bytes: UInt32) -> UInt64 {
    // Each byte gets two, and each half of it one.
    var spread = UInt64(bytes)
    spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF
    spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
    spread = spread >> 4 & 0x000F_000F_000F_000F | (spread & 0x000F_000F_000F_000F) << 8
    // Digits above 9 are letters, which stand 39 behind where digits would go on.
    let letters = (spread &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return spread &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
  }
}

import CReadingResources

// The only file of the folder that touches memory by address.
//
// Invariant: `start` points to `count` bytes that are initialised, never written and never freed while the value lives:
// either constant data of the binary, or memory that `owner` holds. Every access goes through `byte(at:)` or
// `bytes(in:)`, which check their offset against `count`, so that no offset read from a damaged file leads outside.

/// A block of read-only bytes that lies in the binary or was copied from an array.
struct ResourceBytes: Sendable {
  private let start: Address
  private let owner: Owner?
  let count: Int

  /// An address of bytes that never change, which is why threads may share it.
  @safe private struct Address: @unchecked Sendable {
    let pointer: UnsafePointer<UInt8>
  }

  /// Memory that is freed with its last user.
  @safe private final class Owner: @unchecked Sendable {
    let memory: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) {
      unsafe memory = .allocate(capacity: max(bytes.count, 1))
      unsafe memory.initialize(repeating: 0)
      for (index, byte) in bytes.enumerated() { unsafe memory[index] = byte }
    }

    deinit { unsafe memory.deallocate() }
  }

  /// The gazetteer in the binary.
  static let gazetteer = unsafe ResourceBytes(
    start: Address(pointer: dateline_gazetteer()), owner: nil, count: Int(clamping: dateline_gazetteer_count()))

  /// The words of English in the binary.
  static let words = unsafe ResourceBytes(
    start: Address(pointer: dateline_words()), owner: nil, count: Int(clamping: dateline_words_count()))

  private init(start: Address, owner: Owner?, count: Int) {
    self.start = start
    self.owner = owner
    self.count = count
  }

  /// A copy of `bytes`.
  init(_ bytes: [UInt8]) {
    let owner = Owner(bytes)
    guard let base = unsafe owner.memory.baseAddress else {
      self = ResourceBytes(start: Self.gazetteer.start, owner: nil, count: 0)
      return
    }
    self = unsafe ResourceBytes(start: Address(pointer: UnsafePointer(base)), owner: owner, count: bytes.count)
  }

  /// The byte at an offset; zero outside.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    guard offset >= 0, offset < count else { return 0 }
    return unsafe start.pointer[offset]
  }

  /// The little-endian number of 16 bits at an offset, with zeros for what lies outside.
  func uint16(at offset: Int) -> UInt16 { UInt16(byte(at: offset)) | UInt16(byte(at: offset &+ 1)) << 8 }

  /// The little-endian number of 32 bits at an offset, with zeros for what lies outside.
  func uint32(at offset: Int) -> UInt32 {
    UInt32(uint16(at: offset)) | UInt32(uint16(at: offset &+ 2)) << 16
  }

  /// The text of the UTF-8 bytes in a range, cut to the block; what is no UTF-8 is repaired.
  func string(in range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<count)
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start.pointer + range.lowerBound, count: range.count), as: UTF8.self)
  }
}

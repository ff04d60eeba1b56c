/// Where bytes come from: a file, standard input, memory, or a callback.
public protocol ByteSource: AnyObject {
  /// Appends what is at hand to `buffer`, at least one byte unless the input has ended.
  ///
  /// - Parameter buffer: Has free capacity for at least one byte.
  /// - Throws: ``ConversionError/system(_:path:errno:)``.
  func read(into buffer: inout OutputSpan<UInt8>) throws(ConversionError)
}

/// Where bytes go.
public protocol ByteSink: AnyObject {
  /// Takes all of `bytes`.
  ///
  /// - Throws: ``ConversionError/system(_:path:errno:)``.
  func write(_ bytes: Span<UInt8>) throws(ConversionError)
}

/// Bytes in memory, handed out in chunks.
public final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let chunkSize: Int
  private var offset = 0

  /// Reads `bytes`.
  ///
  /// - Parameter chunkSize: The most bytes in one read, one or more. Tests pass 1 to find every place where a chunk can end.
  public init(_ bytes: [UInt8], chunkSize: Int = .max) {
    self.bytes = bytes
    self.chunkSize = max(1, chunkSize)
  }

  /// Appends the next chunk.
  public func read(into buffer: inout OutputSpan<UInt8>) throws(ConversionError) {
    let count = min(buffer.freeCapacity, chunkSize, bytes.count - offset)
    for index in offset..<(offset + count) { buffer.append(bytes[index]) }
    offset += count
  }
}

/// Collects bytes in memory.
public final class MemorySink: ByteSink {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []

  /// Starts empty.
  public init() {}

  /// Appends `bytes`.
  public func write(_ bytes: Span<UInt8>) throws(ConversionError) {
    self.bytes.append(copying: bytes)
  }
}

extension [UInt8] {
  /// Appends what `source` has at hand.
  ///
  /// - Parameter room: The most bytes to ask for, one or more.
  /// - Returns: Whether there was something; if not, the input has ended.
  package mutating func append(from source: any ByteSource, atMost room: Int) throws(ConversionError) -> Bool {
    let before = count
    try append(addingCapacity: room) { (free: inout OutputSpan<UInt8>) throws(ConversionError) in
      try source.read(into: &free)
    }
    return count > before
  }

  /// Appends the bytes of `span`.
  @inlinable
  package mutating func append(copying span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

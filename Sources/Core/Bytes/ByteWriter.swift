/// A buffer in front of a ``ByteSink``. Call ``flush()`` when the document is whole.
public struct ByteWriter: ~Copyable {
  @usableFromInline let sink: any ByteSink
  /// What has not been written out yet. Writers append to it directly.
  @usableFromInline package var buffer: [UInt8] = []

  @usableFromInline static let flushSize = 128 * 1024

  /// Writes to `sink`.
  public init(_ sink: any ByteSink) {
    self.sink = sink
    buffer.reserveCapacity(Self.flushSize * 2)
  }

  /// Appends one byte.
  @inlinable
  public mutating func write(_ byte: UInt8) { buffer.append(byte) }

  /// Appends a string.
  @inlinable
  public mutating func write(_ text: String) { buffer.append(contentsOf: text.utf8) }

  /// Appends a constant.
  @inlinable
  public mutating func write(constant text: StaticString) { buffer.append(text) }

  /// Appends a text of the model.
  @inlinable
  public mutating func write(_ text: Text) { text.withUTF8 { buffer.append(copying: $0) } }

  /// Appends bytes.
  @inlinable
  public mutating func write(_ bytes: Span<UInt8>) { buffer.append(copying: bytes) }

  /// Writes the buffer out once it is full. A writer calls it after each record.
  @inlinable
  public mutating func flushIfFull() throws(ConversionError) {
    if buffer.count >= Self.flushSize { try flush() }
  }

  /// Writes the buffer out.
  public mutating func flush() throws(ConversionError) {
    try sink.write(buffer.span)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// Appends the bytes of a constant.
  @inlinable
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Bytes from an open file descriptor, which it closes when it owns it.
public final class FileSource: ByteSource {
  private let descriptor: CInt
  private let path: String
  private let isOwned: Bool

  /// Opens the file at `path`.
  ///
  /// - Throws: ``ConversionError/system(_:path:errno:)``, for a folder too.
  public init(path: String) throws(ConversionError) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    self.path = path
    isOwned = true
    guard descriptor >= 0 else { throw .system(.open, path: path, errno: errno) }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw .system(.open, path: path, errno: EISDIR)
    }
  }

  private init(standardInput: Void) {
    descriptor = STDIN_FILENO
    path = "<stdin>"
    isOwned = false
  }

  /// Standard input, which stays open.
  public static var standardInput: FileSource { FileSource(standardInput: ()) }

  deinit { if isOwned, descriptor >= 0 { close(descriptor) } }

  /// Appends what one call of read(2) gives.
  public func read(into buffer: inout OutputSpan<UInt8>) throws(ConversionError) {
    let failure: CInt? = unsafe buffer.withUnsafeMutableBufferPointer { memory, initializedCount in
      guard let base = memory.baseAddress else { return nil }
      while true {
        // The free part of the buffer: read(2) writes at most as many bytes as it is told to.
        let count = unsafe systemRead(descriptor, base + initializedCount, memory.count - initializedCount)
        if count >= 0 {
          initializedCount += count
          return nil
        }
        if errno != EINTR { return errno }
      }
    }
    if let failure { throw .system(.read, path: path, errno: failure) }
  }
}

@unsafe private func systemRead(_ descriptor: CInt, _ start: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  unsafe read(descriptor, start, count)
}

/// Whether there is a file at `path`, and no folder, device or pipe.
package func isRegularFile(_ path: String) -> Bool {
  var status = stat()
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

/// The operating system's words for an error number.
public func systemErrorText(_ number: Int32) -> String {
  unsafe String(cString: strerror(number))
}

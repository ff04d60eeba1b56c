#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Bytes to a file that appears whole or not at all.
///
/// They go to a new file beside the target, which ``commit()`` writes through to the disk and puts in the target's place.
/// Dropped without a commit, the new file is removed and the target is as it was. A target that is no regular file, such
/// as `/dev/null` or a pipe, is written to directly; a symbolic link is followed.
public final class FileSink: ByteSink {
  private var descriptor: CInt
  /// The name in messages.
  private let path: String
  /// What the new file replaces, and the new file; nil where bytes go to the target directly.
  private let replacement: (target: String, temporary: String)?
  private let isOwned: Bool

  /// Prepares to write the file at `path`.
  ///
  /// - Throws: ``ConversionError/system(_:path:errno:)``.
  public init(path: String) throws(ConversionError) {
    self.path = path
    isOwned = true
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      replacement = nil
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .system(.create, path: path, errno: errno) }
      return
    }
    let target = Self.resolved(path)
    let temporary = target + ".\(getpid()).partial"
    // A new file gets the permissions that the target has, or those of the user's mask.
    let mode = exists ? status.st_mode & 0o777 : 0o666
    replacement = (target, temporary)
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .system(.create, path: path, errno: errno) }
  }

  /// The file that `path` leads to through symbolic links.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private init(standardOutput: Void) {
    descriptor = STDOUT_FILENO
    path = "<stdout>"
    replacement = nil
    isOwned = false
  }

  /// Standard output, which stays open.
  public static var standardOutput: FileSink { FileSink(standardOutput: ()) }

  deinit {
    guard isOwned, descriptor >= 0 else { return }
    close(descriptor)
    if let replacement { unsafe unlink(replacement.temporary) }
  }

  /// Writes all of `bytes`.
  public func write(_ bytes: Span<UInt8>) throws(ConversionError) {
    let failure: CInt? = unsafe bytes.withUnsafeBufferPointer { memory in
      guard let base = memory.baseAddress else { return nil }
      var written = 0
      while written < memory.count {
        let count = unsafe systemWrite(descriptor, base + written, memory.count - written)
        if count >= 0 { written += count } else if errno != EINTR { return errno }
      }
      return nil
    }
    if let failure { throw .system(.write, path: path, errno: failure) }
  }

  /// Puts the file in its place. Call it once, last.
  ///
  /// - Throws: ``ConversionError/system(_:path:errno:)``; the target is then as it was.
  public func commit() throws(ConversionError) {
    guard isOwned else { return }
    let open = descriptor
    if replacement != nil, fsync(open) != 0 { throw .system(.write, path: path, errno: errno) }
    descriptor = -1
    let closed = close(open) == 0
    let failure = errno
    if let replacement {
      if !closed {
        unsafe unlink(replacement.temporary)
        throw .system(.write, path: path, errno: failure)
      }
      if unsafe rename(replacement.temporary, replacement.target) != 0 {
        let failure = errno
        unsafe unlink(replacement.temporary)
        throw .system(.write, path: path, errno: failure)
      }
    } else if !closed {
      throw .system(.write, path: path, errno: failure)
    }
  }
}

@unsafe private func systemWrite(_ descriptor: CInt, _ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
  unsafe write(descriptor, start, count)
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line on the terminal that counts records, from the third second on. It is there only where standard error is a
/// terminal and standard output, with the data, is not.
final class ProgressLine {
  private let start = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private var isShown = false

  init?() {
    guard isatty(STDERR_FILENO) == 1, isatty(STDOUT_FILENO) == 0 else { return nil }
  }

  func update(_ recordCount: Int) {
    guard recordCount % 256 == 0 else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(2), now - lastShown > .milliseconds(200) else { return }
    lastShown = now
    isShown = true
    writeToStandardError("\r\(recordCount) records")
  }

  func clear() {
    if isShown { writeToStandardError("\r\u{1B}[K") }
  }
}

import Foundation

/// What one run of a program took, as the kernel counts it.
struct MeasuredProcess {
  /// User and system time, in seconds, of the program and of the children that it waited for.
  let seconds: Double
  /// The largest resident memory.
  let peakMiB: Double
  /// The exit status, or 128 and the signal.
  let status: Int32

  /// Runs `command`, found along `PATH`, with nothing to read and its output thrown away.
  static func run(_ command: [String], isQuiet: Bool = false) throws -> MeasuredProcess {
    var words = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    let null = unsafe open("/dev/null", O_RDWR)
    guard null >= 0 else { throw CompareError("/dev/null can't be opened") }
    defer { close(null) }
    let process = try unsafe start(&words, null, isQuiet)
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw CompareError("\(command[0]) can't be waited for") }
    }
    let signal = status & 0x7F
    return MeasuredProcess(
      seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakMiB: mebibytes(usage.ru_maxrss),
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
  }

  /// Starts a process by `fork`, which Swift hides, and not by `posix_spawn`: the latter lends our memory to the child
  /// until it has its own program, and the kernel then counts our size as the child's peak.
  ///
  /// Invariant: between `fork` and `execvp` the child calls nothing but system calls; all it needs was made before.
  private static func start(
    _ words: inout [UnsafeMutablePointer<CChar>?], _ null: Int32, _ isQuiet: Bool
  ) throws -> pid_t {
    guard let symbol = unsafe dlsym(unsafe dlopen(nil, RTLD_NOW), "fork") else {
      throw CompareError("this system has no fork")
    }
    let fork = unsafe unsafeBitCast(symbol, to: (@convention(c) () -> pid_t).self)
    let process = try unsafe words.withUnsafeMutableBufferPointer { words throws(CompareError) in
      guard let start = words.baseAddress, let program = unsafe start.pointee else {
        throw CompareError("no program is named")
      }
      let process = fork()
      guard process == 0 else { return process }
      dup2(null, 0)
      dup2(null, 1)
      if isQuiet { dup2(null, 2) }
      unsafe execvp(program, start)
      _exit(127)
    }
    guard process > 0 else { throw CompareError("no process can be started") }
    return process
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  private static func mebibytes(_ peak: Int) -> Double {
    #if os(Linux)
      return Double(peak) / 1_024
    #else
      return Double(peak) / 1_048_576
    #endif
  }
}

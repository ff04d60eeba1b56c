#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How much time of the processor a document may take: the last resort where every other limit fails.
package struct TimeBudget {
  /// The seconds that any document may take. Each megabyte may take a second more, which is fifty times of what it does.
  let seconds: Double
  private let start: Double

  /// Starts to count.
  package init(seconds: Double) {
    self.seconds = seconds
    start = Self.processorTime
  }

  /// Whether reading `count` bytes has taken too long.
  package func isSpent(on count: Int) -> Bool { isSpent(on: count, after: Self.processorTime - start) }

  func isSpent(on count: Int, after time: Double) -> Bool { time > seconds + Double(count) / 1_000_000 }

  /// What to say of it.
  package var message: String {
    "checking has taken more than \(seconds.formattedBriefly) seconds and one for each megabyte; what follows is not checked"
  }

  /// The seconds that this thread has been running.
  private static var processorTime: Double {
    var time = timespec()
    unsafe _ = clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Double {
  /// Without a fraction of zero.
  fileprivate var formattedBriefly: String { self == rounded() && magnitude < 1e15 ? "\(Int(self))" : "\(self)" }
}

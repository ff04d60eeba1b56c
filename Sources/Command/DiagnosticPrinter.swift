import Dateline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shows what went wrong on standard error, in colour on a terminal unless `NO_COLOR` is set.
final class DiagnosticPrinter {
  private let showsErrorsOnly: Bool
  private let hasColour: Bool

  init(showsErrorsOnly: Bool) {
    self.showsErrorsOnly = showsErrorsOnly
    hasColour = isatty(STDERR_FILENO) == 1 && !Environment.has("NO_COLOR")
  }

  func print(_ diagnostic: Diagnostic) {
    if showsErrorsOnly, diagnostic.severity < .error { return }
    let text = diagnostic.description
    let word = " \(diagnostic.severity): "
    guard hasColour, let range = text.range(of: word) else { return writeToStandardError(text + "\n") }
    let colour =
      switch diagnostic.severity {
      case .error: "\u{1B}[1;31m"
      case .warning: "\u{1B}[1;35m"
      case .note: "\u{1B}[1;36m"
      }
    writeToStandardError(text[..<range.lowerBound] + colour + word + "\u{1B}[0m" + text[range.upperBound...] + "\n")
  }

  /// One line for each field of which something was lost.
  func print(_ losses: [LossReport.Entry]) {
    for loss in losses {
      let times = loss.count == 1 ? "" : " and \(loss.count - 1) more"
      print(
        severity: "warning",
        "'\(loss.field)' is \(loss.reason.rawValue) in record \(loss.firstRecord)\(times) [loss.\(loss.reason.rawValue)]"
      )
    }
  }

  func print(severity: String, _ message: String) {
    if showsErrorsOnly, severity != "error" { return }
    writeToStandardError(escapedForTerminal("dateline: \(severity): \(message)") + "\n")
  }
}

extension String {
  /// Where `text` first stands in the string.
  fileprivate func range(of text: String) -> Range<Index>? {
    ranges(of: text).first
  }
}

/// Writes to standard error; if that fails there is nobody to tell.
func writeToStandardError(_ text: some StringProtocol) {
  let bytes = Array(text.utf8)
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes[written...].withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    if count <= 0 { return }
    written += count
  }
}

/// Standard output, where it is a terminal.
enum Terminal {
  /// Whether standard output is a terminal whose user has not set `NO_COLOR`.
  static var showsColour: Bool { isatty(STDOUT_FILENO) == 1 && !Environment.has("NO_COLOR") }
}

/// The process's environment.
enum Environment {
  /// Whether `name` is set to something.
  static func has(_ name: String) -> Bool {
    guard let value = unsafe getenv(name) else { return false }
    return unsafe value.pointee != 0
  }
}

import ArgumentParser
import Dateline

/// The statuses with which the command ends (sysexits.h where it has one).
enum ExitStatus {
  static let badRecords = ExitCode(1)
  static let wrongCall = ExitCode(64)
  static let badInput = ExitCode(65)
  static let noInput = ExitCode(66)
  static let noOutput = ExitCode(73)
  static let outputFailed = ExitCode(74)
}

/// Runs `body`, and shows why it failed and ends with the status that stands for it.
func exitingOnFailure(_ printer: DiagnosticPrinter, _ body: () throws(ConversionError) -> Void) throws {
  do throws(ConversionError) {
    try body()
  } catch {
    throw status(of: error, printer)
  }
}

private func status(of error: ConversionError, _ printer: DiagnosticPrinter) -> ExitCode {
  switch error {
  case .malformed(let diagnostic):
    printer.print(diagnostic)
    return ExitStatus.badInput
  case .system(let operation, let path, let number):
    let reason = systemErrorText(number)
    switch operation {
    case .open:
      printer.print(severity: "error", "'\(path)' can't be opened: \(reason) [input.open]")
      return ExitStatus.noInput
    case .read:
      printer.print(severity: "error", "'\(path)' can't be read: \(reason) [input.read]")
      return ExitStatus.noInput
    case .create:
      printer.print(severity: "error", "'\(path)' can't be created: \(reason) [output.create]")
      return ExitStatus.noOutput
    case .write:
      printer.print(severity: "error", "'\(path)' can't be written: \(reason) [output.write]")
      return ExitStatus.outputFailed
    }
  case .tooManyErrors(let limit):
    if limit > 0 {
      printer.print(
        severity: "error", "more than \(limit) errors; the rest is not read (see --max-errors) [input.too-many-errors]")
    }
    return ExitStatus.badRecords
  case .lossRefused(let field, let record):
    printer.print(severity: "error", "the output can't carry '\(field)' of record \(record) [loss.refused]")
    return ExitStatus.badRecords
  case .unsupported(let reason):
    printer.print(severity: "error", "\(reason) [call.unsupported]")
    return ExitStatus.wrongCall
  }
}

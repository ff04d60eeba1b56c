import ArgumentParser
import Dateline

/// `dateline inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Say what inputs are, how sure that is and why, and what they hold.",
    discussion: """
      EXAMPLES:
        dateline inspect article.txt
        dateline inspect --json exports/*
      """)

  @Argument(help: ArgumentHelp("Files to look into; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "As JSON lines, one for each input.")
  var json = false

  func run() throws {
    let printer = DiagnosticPrinter(showsErrorsOnly: false)
    try exitingOnFailure(printer) { () throws(ConversionError) in
      var conversion = Conversion(to: "ndjson")
      try reading.apply(to: &conversion)
      var errorCount = 0
      for path in inputs.isEmpty ? ["-"] : inputs {
        let log = DiagnosticLog(
          input: Input(path: path).name, errorLimit: conversion.errorLimit, consumer: printer.print)
        let (identification, reader) = try conversion.open(Input(path: path), log: log)
        var holdings = Holdings()
        if let header = try reader.readHeader() { holdings.header = header }
        while let record = try reader.next() { holdings.count(record) }
        errorCount += log.errorCount
        print(json ? holdings.json(of: path, identification) : holdings.text(of: path, identification))
      }
      if errorCount > 0 { throw .tooManyErrors(limit: 0) }
    }
  }
}

/// What an input holds.
private struct Holdings {
  var header: Header?
  private var reports = 0
  private var incidents = 0
  private var tombstones = 0
  private var undated = 0
  private var earliest: CalendarDate?
  private var latest: CalendarDate?

  mutating func count(_ record: Record) {
    switch record {
    case .report: reports += 1
    case .tombstone: tombstones += 1
    case .incident(let incident):
      incidents += 1
      guard let date = incident.when?.date else {
        undated += 1
        return
      }
      if let day = date.earliestDay { earliest = min(earliest ?? day, day) }
      if let day = date.latestDay?.adding(days: -1) { latest = max(latest ?? day, day) }
    }
  }

  func text(of path: String, _ identification: Identification) -> String {
    var lines = [
      "\(path): \(identification.format.info.id) (\(identification.confidence) %, by \(identification.basis.rawValue): \(identification.reason))"
    ]
    if identification.encoding != .utf8 { lines.append("  encoding: \(identification.encoding.rawValue)") }
    for other in identification.others {
      lines.append("  or: \(other.format) (\(other.recognition.confidence) %: \(other.recognition.reason))")
    }
    if let title = header?.title { lines.append("  title: \(escapedForTerminal(title.description))") }
    lines.append("  holds: \(holdings)")
    if let earliest, let latest {
      lines.append("  incidents from \(earliest) to \(latest)" + (undated > 0 ? ", \(undated) undated" : ""))
    }
    return lines.joined(separator: "\n")
  }

  private var holdings: String {
    func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    return [counted(reports, "report"), counted(incidents, "incident"), counted(tombstones, "tombstone")]
      .joined(separator: ", ")
  }

  func json(of path: String, _ identification: Identification) -> String {
    let others = identification.others.map {
      "{\"format\":\"\($0.format)\",\"confidence\":\($0.recognition.confidence),\"reason\":\(jsonString($0.recognition.reason))}"
    }.joined(separator: ",")
    var text = "{\"input\":\(jsonString(path)),\"format\":\"\(identification.format.info.id)\""
    text += ",\"confidence\":\(identification.confidence),\"basis\":\"\(identification.basis.rawValue)\""
    text += ",\"reason\":\(jsonString(identification.reason)),\"others\":[\(others)]"
    text += ",\"encoding\":\"\(identification.encoding.rawValue)\""
    if let title = header?.title { text += ",\"title\":\(jsonString(title.description))" }
    text += ",\"reports\":\(reports),\"incidents\":\(incidents),\"tombstones\":\(tombstones),\"undated\":\(undated)"
    if let earliest { text += ",\"earliest\":\"\(earliest)\"" }
    if let latest { text += ",\"latest\":\"\(latest)\"" }
    return text + "}"
  }
}

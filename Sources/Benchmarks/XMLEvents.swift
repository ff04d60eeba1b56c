import DatelineCore
import DatelineXML

/// Prints what the XML syntax layer makes of a file, whatever its vocabulary: events and diagnostics.
///
/// Ends with status 0 where nothing is wrong, 1 where there are warnings, and 65 where the document is refused.
enum XMLEvents {
  static func run(_ path: String) -> Int32 {
    var warnings = 0
    let log = DiagnosticLog(input: path) { diagnostic in
      warnings += 1
      print(diagnostic)
    }
    do throws(ConversionError) {
      let parser = try XMLPushParser(try FileSource(path: path), log: log)
      var isMore = true
      while isMore {
        isMore = try parser.read()
        try parser.reportFindings()
        // What comes may still belong to the last event.
        let tape = parser.tape
        let count = parser.isAtEnd ? tape.events.count : max(0, tape.events.count - 1)
        for event in tape.events[..<count] { show(event, tape, parser) }
        parser.drop(count)
      }
      return warnings > 0 ? 1 : 0
    } catch .malformed(let diagnostic) {
      print(diagnostic)
    } catch {
      print("\(path): error: \(error)")
    }
    return 65
  }

  private static func show(_ event: XMLEvent, _ tape: XMLTape, _ parser: XMLPushParser) {
    let names = parser.names
    let position = parser.position(of: event)
    var line = "\(position.line):\(position.column) \(name(event.kind))"
    switch event.kind {
    case .start:
      line += " \(written(names[event.name]))"
      for (index, attribute) in event.attributes.enumerated() {
        let place = parser.position(ofAttribute: index, in: event)
        let one = tape.attributes[attribute]
        line += " \(place.line):\(place.column) \(written(names[one.name]))=\(quoted(tape.string(one.value)))"
      }
    case .end, .instruction: line += " \(written(names[event.name]))"
    default: break
    }
    if event.kind != .start, event.kind != .end { line += " \(quoted(tape.string(event.bytes)))" }
    print(escapedForTerminal(line))
  }

  private static func name(_ kind: XMLEvent.Kind) -> StaticString {
    switch kind {
    case .start: "start"
    case .end: "end"
    case .text: "text"
    case .cdata: "cdata"
    case .comment: "comment"
    case .instruction: "instruction"
    case .doctype: "doctype"
    }
  }

  private static func written(_ name: XMLName) -> String {
    name.namespace.map { "{\($0.prefix(80))}\(name.local.prefix(80))" } ?? String(name.local.prefix(80))
  }
}

import DatelineCore
import DatelineRecord

/// What feeds carry: `<dateline:record>` and `<dateline:header>` with canonical JSON, and before them `<dateline:visible>`
/// with the hashes of what was visible. Where no record travels along whole, `<dateline:derived>` has the hashes of what was
/// made up.
///
/// The elements have no attributes, since parsers of feeds give the text of unknown elements only without.
enum FeedCarrier {
  /// What was carried.
  struct Found {
    var lines: [CanonicalJSON.Line] = []
    /// The hashes of what was visible; nil where only identifiers are carried.
    var fingerprint: [UInt8]?
  }

  /// Reads what elements carry.
  ///
  /// - Returns: nil where nothing of it can be used, which has been reported, or where there is nothing.
  static func read(
    _ elements: [FeedElement], at position: SourcePosition, _ context: ReadContext
  ) throws(ConversionError) -> Found? {
    var found = Found()
    let records = elements.filter { $0.name.local == "record" || $0.name.local == "header" }
    for element in records {
      let json = Array(element.rawText.utf8)
      switch try CarriedJSON.read(json, at: position, log: context.log, limits: context.limits) {
      case .success(let line): found.lines.append(line)
      case .failure(let fault):
        try CarriedJSON.refuse(fault.reason, at: position, context.log)
        return nil
      }
    }
    found.fingerprint = elements.first { $0.name.local == "visible" }?.text.map { Array($0.utf8) }
    return records.isEmpty ? nil : found
  }

  /// The hashes of what was made up; nil where nothing was.
  static func madeUp(_ elements: [FeedElement]) -> [UInt8]? {
    elements.first { $0.name.local == "derived" }?.text.map { Array($0.utf8) }
  }

  /// Appends a carrier of `record`.
  static func append(_ record: Record, to output: inout [UInt8]) {
    var json: [UInt8] = []
    CanonicalJSON.append(record, to: &json)
    append(json, "record", to: &output)
  }

  /// Appends a carrier of `header`.
  static func append(_ header: Header, to output: inout [UInt8]) {
    var json: [UInt8] = []
    CanonicalJSON.append(header, to: &json)
    append(json, "header", to: &output)
  }

  /// Appends the hashes of what is visible.
  static func append(fingerprint: [UInt8], to output: inout [UInt8]) { append(fingerprint, "visible", to: &output) }

  /// Appends the hashes of what was made up.
  static func append(madeUp fingerprint: [UInt8], to output: inout [UInt8]) {
    append(fingerprint, "derived", to: &output)
  }

  private static func append(_ text: [UInt8], _ name: StaticString, to output: inout [UInt8]) {
    output.append(atMost: text.count + text.count / 4 + 256) { cursor in
      cursor.write("<dateline:")
      cursor.write(name)
      cursor.write(">")
      cursor.write(xmlContent: text.span)
      cursor.write("</dateline:")
      cursor.write(name)
      cursor.write(">")
    }
  }
}

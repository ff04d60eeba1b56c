import DatelineCore
import DatelineRecord

/// What JSON Feeds carry: a member `_dateline` with the hashes of what is visible and a record or the header, as
/// extensions of the format are named. Where no record travels along whole, `derived` has the hashes of what was made up.
enum JSONFeedCarrier {
  static let key = "_dateline"

  /// What was carried.
  struct Found {
    var line: CanonicalJSON.Line
    /// The hashes of what was visible; nil where only identifiers are carried.
    var fingerprint: [UInt8]?
  }

  /// Reads what an entry or a feed carries.
  ///
  /// - Returns: nil where it can't be used, which has been reported, or where it is nothing of ours.
  static func read(
    _ value: JSONValue?, at position: SourcePosition, _ context: ReadContext
  ) throws(ConversionError) -> Found? {
    guard let value else { return nil }
    guard let content = value["record"] ?? value["header"] else {
      if value["derived"] != nil { return nil }
      try CarriedJSON.refuse("it has neither 'record' nor 'header'", at: position, context.log)
      return nil
    }
    var json: [UInt8] = []
    content.append(to: &json)
    switch try CarriedJSON.read(json, at: position, log: context.log, limits: context.limits) {
    case .success(let line): return Found(line: line, fingerprint: value["visible"]?.text.map { Array($0.utf8) })
    case .failure(let fault):
      try CarriedJSON.refuse(fault.reason, at: position, context.log)
      return nil
    }
  }

  /// The hashes of what was made up; nil where nothing was.
  static func madeUp(_ value: JSONValue?) -> [UInt8]? { value?["derived"]?.text.map { Array($0.utf8) } }

  /// Appends the member with the hashes of what was made up of the header.
  static func append(madeUp: [UInt8], to output: inout [UInt8]) {
    output.append(contentsOf: "\"\(key)\":{\"derived\":".utf8)
    output.appendJSONString(madeUp.span)
    output.append(UInt8(ascii: "}"))
  }

  /// Appends the member with `record`.
  static func append(_ record: Record, fingerprint: [UInt8]?, madeUp: [UInt8]?, to output: inout [UInt8]) {
    appendStart(fingerprint, "record", madeUp: madeUp, to: &output)
    CanonicalJSON.append(record, to: &output)
    output.append(UInt8(ascii: "}"))
  }

  /// Appends the member with `header`.
  static func append(_ header: Header, fingerprint: [UInt8], to output: inout [UInt8]) {
    appendStart(fingerprint, "header", to: &output)
    CanonicalJSON.append(header, to: &output)
    output.append(UInt8(ascii: "}"))
  }

  private static func appendStart(
    _ fingerprint: [UInt8]?, _ name: String, madeUp: [UInt8]? = nil, to output: inout [UInt8]
  ) {
    output.append(contentsOf: "\"\(key)\":{".utf8)
    if let madeUp {
      output.append(contentsOf: "\"derived\":".utf8)
      output.appendJSONString(madeUp.span)
      output.append(UInt8(ascii: ","))
    }
    if let fingerprint {
      output.append(contentsOf: "\"visible\":".utf8)
      output.appendJSONString(fingerprint.span)
      output.append(UInt8(ascii: ","))
    }
    output.append(contentsOf: "\"\(name)\":".utf8)
  }
}

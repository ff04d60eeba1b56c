import DatelineCore
import DatelineRecord

/// What X-DATELINE-RECORD holds (`Specs/icalendar.md`, "Carrier").
struct Carrier {
  /// `h`: eight hashes of four characters, of the visible values as they were written.
  var fingerprint: [UInt8]
  /// `n`: the place in the document; 0 for the header.
  var number: Int
  /// `r`.
  var content: CanonicalJSON.Line

  /// Reads the value of a carrier's line.
  ///
  /// - Throws: ``ConversionError`` where the schema is of a later version, which nobody should guess at.
  static func read(
    _ part: CalendarPart, _ line: ContentLine, log: DiagnosticLog, limits: Limits
  ) throws(ConversionError) -> Result<Carrier, CarriedJSON.Fault> {
    if let version = part.parameter("X-V", of: line).map({ part.string($0) }), version != "1" {
      return .failure(
        CarriedJSON.Fault(reason: "it is of version \(quoted(version)), and this program reads version 1"))
    }
    guard let bytes = Base64URL.decode(part.storage.span.extracting(part.storage.span.trimmed(line.value))) else {
      return .failure(CarriedJSON.Fault(reason: "its base64 is damaged"))
    }
    guard let envelope = Envelope(bytes) else { return .failure(CarriedJSON.Fault(reason: "its envelope is damaged")) }
    let read = try CarriedJSON.read(Array(bytes[envelope.record]), at: line.position, log: log, limits: limits)
    switch read {
    case .failure(let fault): return .failure(fault)
    case .success(let content):
      return .success(Carrier(fingerprint: envelope.fingerprint, number: envelope.number, content: content))
    }
  }

  private struct Envelope {
    var fingerprint: [UInt8]
    var number: Int
    var record: Range<Int>

    init?(_ bytes: [UInt8]) {
      guard bytes.span.firstInvalidUTF8() == nil else { return nil }
      var cursor = JSONCursor(bytes)
      var parts: (h: [UInt8]?, n: Int?, r: Range<Int>?) = (nil, nil, nil)
      do throws(JSONFault) {
        try cursor.expect(UInt8(ascii: "{"), "'{'")
        while true {
          let key = try cursor.decode(cursor.readRawString()).bytes
          try cursor.expect(UInt8(ascii: ":"), "a colon")
          _ = cursor.peek()
          let range = try cursor.skipValue()
          switch key {
          case [UInt8(ascii: "h")]: parts.h = Array(bytes[range].dropFirst().dropLast())
          case [UInt8(ascii: "n")]: parts.n = Int(String(decoding: bytes[range], as: UTF8.self))
          case [UInt8(ascii: "r")]: parts.r = range
          default: break
          }
          guard cursor.peek() == UInt8(ascii: ",") else { break }
          cursor.index += 1
        }
        try cursor.expect(UInt8(ascii: "}"), "'}'")
      } catch {
        return nil
      }
      guard let fingerprint = parts.h, let number = parts.n, let record = parts.r, number >= 0, cursor.peek() == nil
      else { return nil }
      self.fingerprint = fingerprint
      self.number = number
      self.record = record
    }
  }
}

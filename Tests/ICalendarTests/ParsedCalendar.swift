import Foundation

/// A calendar taken apart by the plain rules of RFC 5545, section 3.1, and by no code of the library.
struct ParsedCalendar {
  struct Property: Equatable {
    var name: String
    var parameters: [String: String] = [:]
    /// As it stands in the file.
    var value: String

    /// The value, and behind an @ the zone that it is in.
    var zonedValue: String { parameters["TZID"].map { "\(value)@\($0)" } ?? value }

    /// The values of a list, unescaped.
    var texts: [String] {
      var values: [[UInt8]] = [[]]
      var isEscaped = false
      for byte in value.utf8 {
        if byte == UInt8(ascii: ","), !isEscaped {
          values.append([])
        } else {
          values[values.count - 1].append(byte)
        }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      }
      return values.map { Property(name: name, value: String(decoding: $0, as: UTF8.self)).text }
    }

    /// The value of a TEXT, unescaped in one pass.
    var text: String {
      var result = ""
      var isEscaped = false
      for scalar in value.unicodeScalars {
        if isEscaped {
          result.unicodeScalars.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
          isEscaped = false
        } else if scalar == "\\" {
          isEscaped = true
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
      return result
    }
  }

  struct Component {
    var name: String
    var properties: [Property] = []
    /// The components in it.
    var parts: [Component] = []

    subscript(name: String) -> Property? { properties.first { $0.name == name } }

    /// The envelope in the carrier.
    func envelope() throws -> Data? {
      guard let value = self["X-DATELINE-RECORD"]?.value else { return nil }
      var base64 = value.replacing("-", with: "+").replacing("_", with: "/")
      while base64.utf8.count % 4 != 0 { base64 += "=" }
      return Data(base64Encoded: base64)
    }

    /// The canonical JSON in the carrier.
    func record() throws -> String? {
      guard let envelope = try envelope() else { return nil }
      let text = String(decoding: envelope, as: UTF8.self)
      guard let start = text.range(of: ",\"r\":", options: .literal) else { return nil }
      return String(text.utf8[start.upperBound...].dropLast())
    }
  }

  /// The lines as they stand in the file, without their ends.
  var physicalLines: [[UInt8]] = []
  /// The properties of the calendar itself.
  var properties: [Property] = []
  var components: [Component] = []

  /// The components that stand for records, and for the header.
  var records: [Component] { components.filter { $0.name != "VTIMEZONE" } }

  init(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let line = rest[rest.startIndex..<end]
      guard line.last == 0x0D else { throw Fault("a line does not end with CRLF") }
      physicalLines.append(Array(line.dropLast()))
      rest = rest[(end + 1)...]
    }
    guard rest.isEmpty else { throw Fault("the last line has no end") }
    var unfolded: [[UInt8]] = []
    for line in physicalLines {
      if line.first == 0x20 || line.first == 0x09 {
        guard !unfolded.isEmpty else { throw Fault("the first line is folded") }
        unfolded[unfolded.count - 1] += line.dropFirst()
      } else {
        unfolded.append(line)
      }
    }
    for line in unfolded { try add(Self.property(line)) }
  }

  struct Fault: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }

  private var isInside = false
  /// The component within a component that is open: a part of a VTIMEZONE, or of the modern profile.
  private var inner: String?

  private mutating func add(_ property: Property) throws {
    switch property.name {
    case "BEGIN" where property.value == "VCALENDAR": break
    case "BEGIN" where isInside:
      guard inner == nil else { throw Fault("a component in a component in a component") }
      inner = property.value
      components[components.count - 1].parts.append(Component(name: property.value))
    case "END" where inner != nil:
      guard inner == property.value else { throw Fault("END:\(property.value)") }
      inner = nil
    case _ where inner != nil:
      let last = components[components.count - 1].parts.count - 1
      components[components.count - 1].parts[last].properties.append(property)
    case "BEGIN":
      components.append(Component(name: property.value))
      isInside = true
    case "END" where isInside:
      guard components.last?.name == property.value else { throw Fault("END:\(property.value)") }
      isInside = false
    case "END": break
    case _ where isInside: components[components.count - 1].properties.append(property)
    default: properties.append(property)
    }
  }

  /// Parameters are never quoted in what is tested, so the first colon ends them. Bytes are split and not characters: a
  /// combining mark behind a colon makes one character of the two.
  private static func property(_ line: [UInt8]) throws -> Property {
    let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw Fault("no colon in \(String(decoding: line, as: UTF8.self))") }
    let head = String(decoding: parts[0], as: UTF8.self).split(separator: ";", omittingEmptySubsequences: false)
    var property = Property(name: String(head[0]), value: String(decoding: parts[1], as: UTF8.self))
    for parameter in head.dropFirst() {
      let pair = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { throw Fault("no '=' in \(parameter)") }
      property.parameters[String(pair[0])] = String(pair[1])
    }
    return property
  }
}

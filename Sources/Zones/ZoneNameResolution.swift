/// What a text means that names a time zone: the TZID of a calendar (RFC 5545, section 3.2.19), or a table's cell.
///
/// Tried in this order: the database's names, as they are and in other spellings; names of Windows; names of the database
/// behind what programs put in front of them; what Windows and Exchange show people; and offsets.
public struct ZoneNameResolution: Hashable, Sendable {
  /// How the zone was found.
  public enum Method: String, Hashable, Sendable {
    /// The text is a name of the database.
    case exact
    /// It is one in other letters: case, and blanks, hyphens, underscores and slashes for each other (`US-Eastern`).
    case respelled
    /// A name of the database stands behind a vendor's prefix: `/mozilla.org/20050126_1/Europe/Berlin`.
    case vendorPrefix
    /// It is a name of Windows: `W. Europe Standard Time`.
    case windowsName
    /// It is what Windows or Exchange show: `(GMT+01.00) Sarajevo/Warsaw/Zagreb`, `Eastern Time (US & Canada)`.
    case displayName
    /// It is an offset: `GMT+0100`, `UTC+2`, `-05:00`. With words behind it that are not known, summer time may be
    /// missing: `(UTC+01:00) Berne`.
    case offsetText
  }

  /// What was found.
  public enum Zone: Hashable, Sendable {
    /// The zone with this name in the database.
    case named(String)
    /// A zone that is always this number of seconds ahead of UTC.
    case fixed(utcOffset: Int)
  }

  /// What was found.
  public var zone: Zone
  /// How it was found.
  public var method: Method

  init?(_ text: String, index: ZoneNameIndex) {
    func found(_ name: String, _ method: Method) -> ZoneNameResolution {
      ZoneNameResolution(zone: .named(name), method: method)
    }
    // No zone's name is longer; a prefix may be.
    let text = Self.unescaped(text)
    guard text.utf8.count <= 255 else { return nil }
    if index.contains(text) {
      self = found(text, .exact)
    } else if let name = WindowsZones.zone(named: text), index.contains(name) {
      self = found(name, .windowsName)
    } else if let name = index.name(spelledLike: text) {
      self = found(name, .respelled)
    } else if let name = Self.suffix(of: text, in: index) {
      self = found(name, .vendorPrefix)
    } else if let name = WindowsZones.zone(shownAs: text, isSure: false), index.contains(name) {
      self = found(name, .displayName)
    } else if let offset = ZoneOffsetText(text) {
      if let name = WindowsZones.zone(shownAs: offset.label, isSure: true), index.contains(name) {
        self = found(name, .displayName)
      } else {
        self.init(zone: .fixed(utcOffset: offset.utcOffset), method: .offsetText)
      }
    } else {
      return nil
    }
  }

  init(zone: Zone, method: Method) {
    self.zone = zone
    self.method = method
  }

  /// The text without blanks and quotes around it, and without the backslashes that some programs write before commas.
  private static func unescaped(_ text: String) -> String {
    let isMark = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "\"") }
    let ends = [text.utf8.first, text.utf8.last].compactMap(\.self)
    guard text.utf8.contains(UInt8(ascii: "\\")) || ends.contains(where: isMark) else { return text }
    var scalars = Array(text.unicodeScalars.filter { $0 != "\\" })
    let isOutside = { (scalar: Unicode.Scalar?) in scalar == " " || scalar == "\t" || scalar == "\"" }
    while isOutside(scalars.last) { scalars.removeLast() }
    scalars = Array(scalars.drop(while: isOutside))
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }

  /// The longest part behind a slash that is a name of the database.
  private static func suffix(of text: String, in index: ZoneNameIndex) -> String? {
    var rest = text[...]
    while let slash = rest.firstIndex(of: "/") {
      rest = rest[rest.index(after: slash)...]
      let name = String(rest)
      if index.contains(name) { return name }
      if let name = index.name(spelledLike: name) { return name }
    }
    return nil
  }
}

/// The names of a database, to be found in other spellings.
struct ZoneNameIndex: Sendable {
  /// All names, sorted.
  let names: [String]
  private let known: Set<String>
  private let spellings: [String: String]

  init(names: [String]) {
    self.names = names
    known = Set(names)
    spellings = Dictionary(names.map { (Self.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether this is a name, spelt as it is.
  func contains(_ name: String) -> Bool { known.contains(name) }

  /// The name that differs in case and in what stands between words alone.
  func name(spelledLike text: String) -> String? { spellings[Self.folded(text)] }

  private static func folded(_ text: String) -> String {
    let bytes = text.utf8.map { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: " "): UInt8(ascii: "_")
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

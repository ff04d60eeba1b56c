internal import DatelineCore

/// An element that HTML knows.
public struct HTMLElement: Hashable, Sendable {
  /// What an element is, as far as tokenizing, text and safety ask.
  public struct Traits: OptionSet, Sendable {
    /// The set as a number.
    public let rawValue: UInt16
    /// A set from its number.
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Has no content and no end tag (WHATWG HTML, section 13.1.2).
    public static let void = Self(rawValue: 1)
    /// Its content is text up to its end tag, whatever it holds: of `noscript`, where scripts run.
    public static let textOnly = Self(rawValue: 2)
    /// Text-only, but references are resolved.
    public static let references = Self(rawValue: 4)
    /// Starts and ends a line where it is shown.
    public static let block = Self(rawValue: 8)
    /// Its end tag may be left out (section 13.1.2.4).
    public static let optionalEnd = Self(rawValue: 16)
    /// Not shown: scripts, styles, metadata, what stands in for a frame.
    public static let hidden = Self(rawValue: 32)
    /// Runs, fetches or frames something, or changes how the page around it behaves: not for the content of feeds.
    public static let unsafe = Self(rawValue: 64)
    /// No longer part of HTML, and shown by every browser all the same.
    public static let obsolete = Self(rawValue: 128)
  }

  /// The name, in lower case.
  public let name: String
  /// What it is.
  public let traits: Traits

  /// Whether it shows another page in place of what it holds.
  public var isFrame: Bool { name == "iframe" }
  /// Whether it is a cell of a table: those of a row stand on one line.
  public var isCell: Bool { name == "td" || name == "th" }
  /// Whether its content is text up to its end tag.
  public var isTextOnly: Bool { traits.contains(.textOnly) }
  /// Whether references in its text are resolved.
  public var resolvesReferences: Bool { traits.contains(.references) }

  /// The element of this name, in any case; nil where HTML knows none.
  public init?(_ name: Span<UInt8>) {
    guard let key = Self.key(name), let found = Self.table[key] else { return nil }
    self = found
  }

  /// The element of this name, in any case; nil where HTML knows none.
  public init?(_ name: some StringProtocol) {
    let bytes = Array(name.utf8)
    self.init(bytes.span)
  }

  private init(name: String, traits: Traits) {
    self.name = name
    self.traits = traits
  }

  /// Whether both are the same element.
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.name == rhs.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// A number for each name of at most ten letters and digits, five or six bits a letter; nil for others.
  private static func key(_ name: Span<UInt8>) -> UInt64? {
    guard 1...10 ~= name.count else { return nil }
    var key: UInt64 = 0
    for index in name.indices {
      let byte = name[index]
      let digit: UInt64
      switch byte {
      case 0x41...0x5A: digit = UInt64(byte - 0x40)
      case 0x61...0x7A: digit = UInt64(byte - 0x60)
      case 0x30...0x39: digit = UInt64(byte - 0x30) + 27
      default: return nil
      }
      key = key << 6 | digit
    }
    return key
  }

  private static let table: [UInt64: HTMLElement] = {
    var table: [UInt64: HTMLElement] = [:]
    for (names, traits) in Self.all {
      for name in names.split(separator: " ") {
        let bytes = Array(name.utf8)
        guard let key = key(bytes.span) else { continue }
        table[key] = HTMLElement(name: String(name), traits: traits)
      }
    }
    return table
  }()

  /// WHATWG HTML, section 4, and section 16.2 for obsolete ones.
  private static let all: [(String, Traits)] = [
    (
      "a abbr acronym b bdi bdo cite code data del dfn em i ins kbd label map mark meter output progress q ruby s samp",
      []
    ),
    ("small span strong sub sup time u var slot picture canvas audio video", []),
    ("address article aside blockquote dd details dialog div dl dt fieldset figcaption figure footer form", .block),
    ("h1 h2 h3 h4 h5 h6 header hgroup main menu nav ol pre search section summary ul legend", .block),
    ("table caption", .block),
    ("li p", [.block, .optionalEnd]),
    ("tbody thead tfoot tr td th colgroup", [.block, .optionalEnd]),
    ("option optgroup", [.block, .optionalEnd]),
    ("rb rt rp rtc", .optionalEnd),
    ("br hr", [.void, .block]),
    ("col area img input source track wbr", .void),
    ("button select datalist", []),
    ("textarea", [.textOnly, .references]),
    ("title", [.textOnly, .references, .hidden, .unsafe]),
    ("head", [.hidden, .optionalEnd, .unsafe]),
    ("html body", [.block, .optionalEnd, .unsafe]),
    ("script style iframe noframes noembed", [.textOnly, .hidden, .unsafe]),
    ("noscript xmp", [.textOnly, .unsafe]),
    ("object applet template frameset", .unsafe),
    ("base meta link embed frame param", [.void, .unsafe]),
    ("basefont bgsound keygen", [.void, .obsolete]),
    ("big blink center font marquee nobr strike tt spacer", .obsolete),
    ("dir listing", [.block, .obsolete]),
    ("plaintext", [.textOnly, .obsolete, .unsafe]),
    ("svg math", []),
  ]
}

import DatelineCore
import DatelineXML

/// Everything that can be seen of what a parser makes of a document: events with names, values and places, and what was
/// reported.
struct EventListing: Equatable {
  private(set) var lines: [String] = []
  private(set) var diagnostics: [String] = []
  private(set) var encoding: String?

  /// - Parameter isPlainFirst: Whether libxml2 is used only for what is not plain.
  init(_ bytes: [UInt8], chunkSize: Int, limits: XMLLimits = XMLLimits(), isPlainFirst: Bool) {
    var found: [Diagnostic] = []
    let log = DiagnosticLog(input: "input", errorLimit: .max) { found.append($0) }
    var isCut = false
    var left: XMLPushParser?
    do throws(ConversionError) {
      let parser = try XMLPushParser(
        MemorySource(bytes, chunkSize: chunkSize), log: log, limits: limits, isPlainFirst: isPlainFirst)
      left = parser
      var isMore = true
      while isMore {
        isMore = try parser.read()
        try parser.reportFindings()
        let tape = parser.tape
        // Some are left on the tape, as readers leave what is not whole.
        let count = isMore ? tape.events.count * 2 / 3 : tape.events.count
        for event in tape.events.prefix(count) { add(event, tape, parser) }
        parser.drop(count)
      }
    } catch .malformed(let diagnostic) {
      found.append(diagnostic)
      isCut = true
    } catch {
      lines.append("\(error)")
    }
    if let left { for event in left.tape.events where isCut { add(event, left.tape, left) } }
    diagnostics = found.map {
      "\($0.position?.line ?? 0):\($0.position?.column ?? 0):\($0.position?.offset ?? -1) \($0.severity) \($0.code.rawValue) \($0.message)"
    }
    // How much of a text libxml2 gives before an error in it depends on how its bytes come.
    while isCut, let last = lines.last, last.hasPrefix("text ") || last.hasPrefix("cdata ") { lines.removeLast() }
  }

  private mutating func add(_ event: XMLEvent, _ tape: XMLTape, _ parser: XMLPushParser) {
    let position = parser.position(of: event)
    let place = Self.written(position)
    switch event.kind {
    case .start:
      var line =
        "start \(place) \(event.depth) \(Self.written(parser.names[event.name])) to \(parser.length(from: event, through: event))"
      for (index, one) in event.attributes.enumerated() {
        let attribute = tape.attributes[one]
        line += "\n  \(Self.written(parser.position(ofAttribute: index, in: event)))"
        line += " \(Self.written(parser.names[attribute.name]))=\(tape.string(attribute.value))"
        line += " at \(parser.writtenValue(ofAttribute: index, in: event).map { "\($0)" } ?? "?")"
      }
      lines.append(line)
    case .end:
      lines.append(
        "end \(place) \(event.depth) \(Self.written(parser.names[event.name])) to \(parser.length(from: event, through: event))"
      )
    case .text, .cdata:
      let text = tape.string(event.bytes)
      // Pieces of a text are one text, however they come. Two sections are two.
      let isSection = event.kind == .cdata
      if let last = lines.last, last.hasPrefix(isSection ? "cdata " : "text "),
        !isSection || !parser.source(position.offset..<(position.offset + 9)).elementsEqual("<![CDATA[".utf8)
      {
        lines[lines.count - 1] = last + text
      } else {
        lines.append("\(event.kind) \(place) \(event.depth) \(text)")
      }
    case .comment, .doctype: lines.append("\(event.kind) \(place) \(event.depth) \(tape.string(event.bytes))")
    case .instruction:
      lines.append(
        "\(event.kind) \(place) \(event.depth) \(Self.written(parser.names[event.name])) \(tape.string(event.bytes))")
    }
  }

  private static func written(_ position: SourcePosition) -> String {
    "\(position.line):\(position.column):\(position.offset)"
  }

  private static func written(_ name: XMLName) -> String {
    "{\(name.namespace ?? "")}\(name.prefix ?? "")|\(name.local)"
  }

  /// Where two listings differ first.
  func difference(from other: EventListing) -> String? {
    guard self != other else { return nil }
    for (index, line) in lines.enumerated() {
      guard index < other.lines.count else { return "more: \(line)" }
      if line != other.lines[index] { return "\(line)\n  and\n\(other.lines[index])" }
    }
    if other.lines.count > lines.count { return "fewer: \(other.lines[lines.count])" }
    return "\(diagnostics)\n  and\n\(other.diagnostics)"
  }
}

/// Documents that are nearly right.
enum DamagedXML {
  private static let insertions: [String] = [
    "<", ">", "&", "]]>", "]]", "<!--", "-->", "--", "<?x y?>", "<?xml?>", "<?xml version='1.0'?>",
    "<?xml-stylesheet a?>",
    "<?x:y z?>", "<![CDATA[", "<![CDATA[]]>", "<![CDATA[a\r\nb]]>", "&amp;", "&lt;", "&#10;", "&#xD;", "&#0;",
    "&#x110000;",
    "&#xFFFE;", "&foo;", "&", "\r\n", "\r", "\t", "\n", "\u{FFFE}", "\u{FFFF}", "\u{85}", "\u{2028}", "é", "日本", "🙂",
    "\u{0}", "\u{1}", "\u{7F}", " ", "  ", "'", "\"", "=", "/", "/>", "</", " a='1'", " a='1' a='2'", " b:a='1'",
    " xmlns:b='urn:b'", " xmlns='urn:c'", " xmlns=''", " xmlns:b=''", " xmlns:xml='urn:no'", " xmlns='relative'",
    " xmlns:c='rel ative'", " xml:space='preserve'", " xml:space='odd'", " xml:lang='en'", " xml:base='file:/x'",
    "<b:a/>", "<a>", "</a>", "<a/>", "<é/>", "<a:b:c/>", "<:a/>", "<a:/>", "<1/>", "<a.b-c_d/>", "<!DOCTYPE a>",
    "<!DOCTYPE a [<!ENTITY foo 'bar'>]>", "<!ELEMENT a ANY>", "<x xmlns='urn:x'><y xmlns:y='urn:y' y:z='1'/></x>",
    "<aVeryLongNameOfMoreThanSixteenBytes aVeryLongAttributeOfMoreThanSixteenBytes='v'/>",
  ]
  private static let bytes: [UInt8] = [0x80, 0xBF, 0xC0, 0xC3, 0xE0, 0xED, 0xF0, 0xF4, 0xF5, 0xFE, 0xFF, 0x00]

  /// Damages a document in one to three places.
  static func damaged(_ document: [UInt8], using random: inout some RandomNumberGenerator) -> [UInt8] {
    var result = document
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...result.count, using: &random)
      let end = min(result.count, place + Int.random(in: 1...24, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0 where place < result.count: result[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: result.removeSubrange(place..<end)
      case 2:
        result.insert(contentsOf: Array(result[place..<end]), at: Int.random(in: 0...result.count, using: &random))
      case 3 where result.count > 1: result.removeSubrange(place...)
      case 4: result.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: place)
      default:
        result.insert(contentsOf: insertions[Int.random(in: insertions.indices, using: &random)].utf8, at: place)
      }
    }
    return result
  }

  /// Documents with something of everything that a plain document may have, and some that are not plain.
  static let documents: [String] = [
    "<a><!----><!----><?p?><b c=''/><![CDATA[]]><![CDATA[]]>text<!----></a>",
    "<a/>", "<a></a>", " \n<a/>\n ",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes'?>\n<a>x</a>\n<!-- end -->",
    "<!-- a --><?p q?><a xmlns='urn:a' b='1'>t<b:c xmlns:b='urn:b' b:d='2' e='3'/>u</a><?p?>",
    "<a>x &lt;&gt;&amp;&quot;&apos; &#65;&#x42;&#x1F642; y</a>",
    "<a b='&lt;&#10;&#xA;x\ty\nz\r\nw\rv'>a\r\nb\rc\td\r\n</a>",
    "<a>é ü 日本 🙂 Кириллица</a>", "<a b='é ü 日本 🙂'/>", "<a><![CDATA[<x>&amp;]] ]]>b<![CDATA[]]><![CDATA[é\r\n\r]]></a>",
    "<a><b><c><d/></c></b><b/></a>", "<a xmlns:x='urn:1'><x:b x:c='1' c='1'/><b xmlns:x='urn:2'><x:b/></b><x:b/></a>",
    "<a xmlns='urn:1'><b xmlns=''><c/></b><b xmlns='urn:2'/><b/></a>", "<a xml:lang='en' xml:space='preserve'> </a>",
    "<a><!-- é <b> & ]]> \r\n - --><?pi <x> ?><?pi <? ?></a>", "<a\n b = '1'\n\tc=\"2\"\r\n>\n<b\n/>\n</a\n>",
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p class='x y'>A <b>b</b>.</p></div></content></entry></feed>",
    "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>T</title><item><guid isPermaLink=\"false\">1</guid><dc:creator>é</dc:creator><description>&lt;p&gt;a &amp;amp; b&lt;/p&gt;\n</description></item></channel></rss>",
    "<!DOCTYPE a [<!ENTITY e 'text'><!ENTITY m '<b>1</b>'>]><a>&e;x&m;y</a>", "<a>&undeclared;</a>", "<a>]]></a>",
    "<a b='1' b='2'/>", "<a><b></a>", "<a/><b/>", "<a", "<a>", "x", "", "<a>text", "<a><!-- -- --></a>", "<é/>",
    "<p:a/>", "<a p:b='1'/>", "<a xmlns:p='u:1' xmlns:q='u:1' p:b='1' q:b='2'/>", "<a xmlns='relative'/>",
  ]
}

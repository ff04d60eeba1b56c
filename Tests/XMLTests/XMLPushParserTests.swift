import DatelineCore
import DatelineXML
import Testing

/// What the parser makes of a document: a line for each event, and for what was reported.
struct ParsedXML {
  var lines: [String] = []
  var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], chunkSize: Int = .max, limits: XMLLimits = XMLLimits()) {
    var found: [Diagnostic] = []
    let log = DiagnosticLog(input: "input") { found.append($0) }
    do throws(ConversionError) {
      let parser = try XMLPushParser(MemorySource(bytes, chunkSize: chunkSize), log: log, limits: limits)
      var isMore = true
      while isMore {
        isMore = try parser.read()
        try parser.reportFindings()
        let tape = parser.tape
        for event in tape.events { add(event, tape, parser) }
        parser.drop(tape.events.count)
      }
    } catch .malformed(let diagnostic) {
      found.append(diagnostic)
    } catch {
      Issue.record("\(error)")
    }
    diagnostics = found
  }

  init(_ text: String, chunkSize: Int = .max, limits: XMLLimits = XMLLimits()) {
    self.init(Array(text.utf8), chunkSize: chunkSize, limits: limits)
  }

  private mutating func add(_ event: XMLEvent, _ tape: XMLTape, _ parser: XMLPushParser) {
    let names = parser.names
    let position = parser.position(of: event)
    let name = names.indices.contains(event.name) ? names[event.name] : XMLName(namespace: nil, prefix: nil, local: "")
    let place = "\(position.line):\(position.column)"
    switch event.kind {
    case .start:
      let attributes = event.attributes.enumerated().map { index, one in
        let attribute = tape.attributes[one]
        let place = parser.position(ofAttribute: index, in: event)
        return " \(place.line):\(place.column) \(names[attribute.name].written)=\(tape.string(attribute.value))"
      }
      lines.append("\(place) <\(name.written)\(name.namespace.map { "{\($0)}" } ?? "")>" + attributes.joined())
    case .end: lines.append("\(place) </\(name.written)>")
    case .text:
      // Pieces of a text are one text, however they come.
      let text = tape.string(event.bytes)
      if let last = lines.last, last.hasPrefix("text ") {
        lines[lines.count - 1] = last + text
      } else {
        lines.append("text \(text)")
      }
    default: lines.append("\(place) \(event.kind) \(name.written.isEmpty ? "" : "")\(tape.string(event.bytes))")
    }
  }

  var codes: [String] { diagnostics.map { "\($0.severity) \($0.code.rawValue)" } }
}

@Suite struct XMLPushParserTests {
  private static let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- über -->
    <a xmlns="urn:a" xmlns:b='urn:b' one="1"
       b:two='&lt;&#50;"'>é<b:c
      x = "1>2"/>
    \t<d><![CDATA[<raw>]]>tail &amp; more</d>
    </a>
    """

  @Test(arguments: [1, 2, 3, 7, 64, .max])
  func `events, values and places are the same however the bytes come`(chunkSize: Int) {
    let parsed = ParsedXML(Self.document, chunkSize: chunkSize)
    #expect(parsed.codes == [])
    #expect(
      parsed.lines == [
        "2:1 comment  über ", "3:1 <a{urn:a}> 3:34 one=1 4:4 b:two=<2\"", "text é", "4:25 <b:c{urn:b}> 5:3 x=1>2",
        "4:25 </b:c>", "text \n\t", "6:2 <d{urn:a}>", "6:5 cdata <raw>", "text tail & more", "6:37 </d>", "text \n",
        "7:1 </a>",
      ])
  }

  @Test func `lines beyond 65535 are counted right, and CRLF ends one line`() {
    let parsed = ParsedXML("<a>" + String(repeating: "\r\n", count: 70_000) + "<b/></a>")
    #expect(parsed.lines.contains("70001:1 <b>"))
  }

  @Test(arguments: [
    ("<a><b></a>", "error xml.syntax"), ("<a/><b/>", "error xml.syntax"), ("<a b='1' b='2'/>", "error xml.syntax"),
    ("<a>&nbsp;</a>", "error xml.syntax"), ("<a>\u{1}</a>", "error xml.syntax"), ("", "error xml.syntax"),
    ("<x:a/>", "error xml.namespace"), ("<a xmlns:x='urn:1' xmlns:y='urn:1' x:b='1' y:b='2'/>", "error xml.namespace"),
    ("<a xmlns:xml='urn:no'/>", "error xml.namespace"), ("<?xml version='1.1'?><a/>", "error xml.version"),
    ("<?xml version='2.0'?><a/>", "error xml.version"),
  ])
  func `what is no XML with namespaces is refused`(text: String, code: String) {
    for chunkSize in [1, .max] {
      #expect(ParsedXML(text, chunkSize: chunkSize).codes.last == code, "\(text)")
    }
  }

  @Test func `what is whole before an error is given`() {
    let parsed = ParsedXML("<a><b>1</b><b>2</a>")
    #expect(parsed.lines.prefix(4) == ["1:1 <a>", "1:4 <b>", "text 1", "1:8 </b>"])
    #expect(parsed.codes == ["error xml.syntax"])
  }
}

@Suite struct XMLGuardTests {
  private func limits(_ change: (inout XMLLimits) -> Void) -> XMLLimits {
    var limits = XMLLimits()
    change(&limits)
    return limits
  }

  @Test func `depth, attributes, tokens and text have limits`() {
    let deep = String(repeating: "<a>", count: 5) + String(repeating: "</a>", count: 5)
    #expect(ParsedXML(deep, limits: limits { $0.depth = 5 }).codes == [])
    #expect(ParsedXML(deep, limits: limits { $0.depth = 4 }).diagnostics.last?.position?.column == 13)
    #expect(
      ParsedXML("<a b='1' c='2' xmlns:d='urn:d'/>", limits: limits { $0.attributes = 2 }).codes == ["error xml.limit"])
    let comment = "<a><!--" + String(repeating: "-x", count: 40_000) + "--></a>"
    #expect(ParsedXML(comment, limits: limits { $0.token = 20_000 }).codes == ["error xml.limit"])
    #expect(
      ParsedXML("<a>" + String(repeating: "x", count: 100) + "</a>", limits: limits { $0.text = 99 }).codes == [
        "error xml.limit"
      ])
    #expect(
      ParsedXML("<a>" + String(repeating: "<b/>x", count: 100) + "</a>", limits: limits { $0.text = 99 }).codes == [])
  }

  @Test func `entities expand within a limit, in text and in attributes`() {
    let head = "<!DOCTYPE a [<!ENTITY x '0123456789'><!ENTITY y '&x;&x;&x;'>]>"
    #expect(ParsedXML(head + "<a b='&y;'>&y;</a>").codes == [])
    #expect(ParsedXML(head + "<a>&y;</a>").lines.contains { $0.hasPrefix("text 0123456789") })
    for document in ["<a>&y;&y;</a>", "<a b='&y;&y;'/>"] {
      #expect(ParsedXML(head + document, limits: limits { $0.expansion = 40 }).codes.last == "error xml.limit")
    }
  }

  @Test func `declarations and parameter entities are counted`() {
    let many = (0..<20).map { "<!ENTITY e\($0) 'x'>" }.joined()
    #expect(
      ParsedXML("<!DOCTYPE a [\(many)]><a/>", limits: limits { $0.declarations = 19 }).codes.last == "error xml.limit")
    // Each level doubles what the next refers to; without a count libxml2 2.9.14 does not come back.
    var levels = "<!ENTITY % p0 '<!--x-->'>"
    for level in 1...6 { levels += "<!ENTITY % p\(level) '" + String(repeating: "%p\(level - 1);", count: 8) + "'>" }
    let parsed = ParsedXML("<!DOCTYPE a [\(levels)%p6;]><a/>")
    #expect(parsed.codes.last?.hasPrefix("error") == true)
  }

  @Test func `nothing outside the document is read`() {
    let path = "/etc/passwd"
    for declaration in [
      "<!ENTITY x SYSTEM '\(path)'>", "<!ENTITY x SYSTEM 'file://\(path)'>",
      "<!ENTITY % p SYSTEM '\(path)'> %p; <!ENTITY x 'own'>",
    ] {
      let parsed = ParsedXML("<!DOCTYPE a [\(declaration)]><a>&x;</a>")
      #expect(!parsed.lines.joined().contains("root:"))
      #expect(parsed.codes.contains("warning xml.external-entity"))
    }
    let external = ParsedXML("<!DOCTYPE a SYSTEM '\(path)'><a>&eacute;</a>")
    #expect(external.codes.contains("warning xml.not-read"))
    #expect(external.codes.contains { $0.hasSuffix("xml.undeclared-entity") })
    let include = ParsedXML("<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='\(path)'/></a>")
    #expect(include.codes == ["warning xml.not-read"])
    let inTag = ParsedXML("<!DOCTYPE a SYSTEM '\(path)'>\n<a b='1'\n c='&x;' d='2'>t</a>")
    #expect(inTag.codes.contains { $0.hasSuffix("xml.undeclared-entity") })
    #expect(inTag.lines.contains { $0.hasPrefix("2:1 <a> 2:4 b=1 3:2 c=") && $0.hasSuffix("3:10 d=2") })
    let base = ParsedXML("<a xml:base='JavaScript:alert(1)'/>")
    #expect(base.codes == ["warning xml.local-reference"])
  }

  @Test func `attribute defaults are dropped, and markup of an entity is kept and told`() {
    #expect(
      ParsedXML("<!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a/>").lines.last(where: { $0.contains("<a>") })?.contains("b=")
        == false)
    let parsed = ParsedXML("<!DOCTYPE a [<!ENTITY i '<b>1</b>'>]><a>&i;</a>")
    #expect(parsed.codes == ["warning xml.entity-markup"])
    #expect(parsed.lines.contains { $0.hasSuffix("<b>") })
  }
}

@Suite struct XMLEncodingTests {
  private func declared(_ name: String, _ text: String = "é") -> String {
    "<?xml version='1.0' encoding='\(name)'?><a>\(text)</a>"
  }

  private func utf16(_ text: String, isLittle: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return isLittle ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [1, 3, 64, .max])
  func `every encoding that is read gives the same text`(chunkSize: Int) {
    var inputs = [Array(declared("UTF-8").utf8), [0xEF, 0xBB, 0xBF] + Array(declared("utf-8").utf8)]
    for (isLittle, mark) in [(true, true), (true, false), (false, true), (false, false)] {
      inputs.append(utf16(declared("UTF-16"), isLittle: isLittle, mark: mark))
    }
    for name in ["ISO-8859-1", "windows-1252", "ISO-8859-15"] {
      inputs.append(Array(declared(name, "").utf8.dropLast(4)) + [0xE9] + Array("</a>".utf8))
    }
    for input in inputs {
      let parsed = ParsedXML(input, chunkSize: chunkSize)
      #expect(parsed.codes == [])
      #expect(parsed.lines.contains("text é"))
    }
  }

  @Test func `characters of several bytes may be cut anywhere`() {
    let input =
      Array("<?xml version='1.0' encoding='Shift_JIS'?><a>".utf8) + [0x93, 0xFA, 0x96, 0x7B] + Array("</a>".utf8)
    for chunkSize in 1...5 { #expect(ParsedXML(input, chunkSize: chunkSize).lines.contains("text 日本")) }
  }

  @Test func `encodings that hide text, and marks that contradict, are refused`() {
    for name in ["UTF-7", "HZ-GB-2312", "ISO-2022-JP", "UCS-4", "x-unknown", "%s%n"] {
      #expect(ParsedXML(declared(name)).codes == ["error xml.encoding"])
    }
    #expect(ParsedXML(declared("UTF-16")).codes == ["error xml.encoding-mismatch"])
    #expect(
      ParsedXML([0xEF, 0xBB, 0xBF] + Array(declared("ISO-8859-1").utf8)).codes == ["error xml.encoding-mismatch"])
    #expect(ParsedXML(utf16(declared("UTF-8"), isLittle: true, mark: true)).codes == ["error xml.encoding-mismatch"])
    #expect(ParsedXML([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array("<a/>".utf8)).codes == ["error xml.syntax"])
    #expect(ParsedXML([0x3C, 0, 0, 0, 0x61, 0, 0, 0]).codes == ["error xml.encoding"])
    #expect(
      ParsedXML("<?xml version='1.0' encoding='" + String(repeating: "x", count: 5000) + "'?><a/>").codes == [
        "error xml.limit"
      ])
  }

  @Test func `bytes that are no text of the encoding are errors`() {
    #expect(ParsedXML(Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8)).codes == ["error xml.syntax"])
    let odd = utf16(declared("UTF-16"), isLittle: true, mark: true) + [0x20]
    #expect(ParsedXML(odd).codes == ["error xml.bad-character"])
    #expect(
      ParsedXML(Array("<?xml version='1.0' encoding='US-ASCII'?><a>".utf8) + [0xE9] + Array("</a>".utf8)).codes == [
        "error xml.bad-character"
      ])
    let controls = Array(declared("ISO-8859-1", "").utf8.dropLast(4)) + [0x93] + Array("</a>".utf8)
    #expect(ParsedXML(controls).codes == ["warning xml.suspect-character"])
  }

  @Test(arguments: [
    [0x1F, 0x8B, 0x08], [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x42, 0x5A, 0x68], [0x50, 0x4B, 0x03, 0x04],
  ])
  func `packed documents are named and refused`(magic: [UInt8]) {
    #expect(ParsedXML(magic + [0, 1, 2, 3]).codes == ["error xml.compressed"])
  }
}

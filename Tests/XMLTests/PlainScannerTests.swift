import DatelineCore
import DatelineXML
import Foundation
import TestSupport
import Testing

/// The scanner for plain documents and libxml2 say the very same: events, places and diagnostics.
///
/// The whole of it, for all documents and damages, takes minutes:
///
///     DATELINE_XML_AGREEMENT=1000 DATELINE_XML_ATTACKS=<folder> swift test -c release -Xswiftc -enable-testing \
///       --filter PlainScannerTests
@Suite struct PlainScannerTests {
  /// How many damaged copies of each document are tried.
  private static let copies = ProcessInfo.processInfo.environment["DATELINE_XML_AGREEMENT"].flatMap { Int($0) }
  private static let chunkSizes = [1, 2, 3, 7, 64, .max]

  private func expectAgreement(
    _ bytes: [UInt8], _ chunkSizes: [Int] = PlainScannerTests.chunkSizes, _ name: @autoclosure () -> String = ""
  ) {
    for chunkSize in chunkSizes {
      let plain = EventListing(bytes, chunkSize: chunkSize, isPlainFirst: true)
      let library = EventListing(bytes, chunkSize: chunkSize, isPlainFirst: false)
      guard let difference = plain.difference(from: library) else { continue }
      Issue.record("\(name()) \(String(decoding: bytes.prefix(1000), as: UTF8.self)) by \(chunkSize): \(difference)")
      return
    }
  }

  @Test(arguments: DamagedXML.documents)
  func `the scanner agrees with libxml2`(document: String) { expectAgreement(Array(document.utf8)) }

  @Test func `the scanner agrees with libxml2 on damaged documents`() {
    var random = SeededRandom(seed: UInt64(TestScale.seed))
    for document in DamagedXML.documents {
      for _ in 0..<(Self.copies ?? 20) {
        let bytes = DamagedXML.damaged(Array(document.utf8), using: &random)
        expectAgreement(bytes, [Self.chunkSizes[Int.random(in: 0..<6, using: &random)]])
      }
    }
  }

  @Test func `the scanner agrees with libxml2 on the documents of the field`() {
    var random = SeededRandom(seed: UInt64(TestScale.seed))
    let isWhole = Self.copies != nil
    for (index, path) in Corpora.xmlFiles().enumerated() where isWhole || index % 20 == 0 {
      guard let data = FileManager.default.contents(atPath: path), isWhole || data.count < 8_000 else { continue }
      expectAgreement([UInt8](data), isWhole ? Self.chunkSizes : [7, .max], path)
      for _ in 0..<(Self.copies ?? 1) / 20 {
        expectAgreement(DamagedXML.damaged([UInt8](data), using: &random), [64, .max], path)
      }
    }
  }

  @Test func `the scanner agrees with libxml2 on hostile documents`() throws {
    guard let folder = ProcessInfo.processInfo.environment["DATELINE_XML_ATTACKS"] else {
      return print("skipped: DATELINE_XML_ATTACKS names no folder of hostile documents")
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"), data.count < 4 << 20 else { continue }
      expectAgreement([UInt8](data), data.count < 100_000 ? Self.chunkSizes : [4096, .max], name)
    }
  }

  @Test func `limits are the same for both`() {
    var limits = XMLLimits()
    limits.depth = 4
    limits.attributes = 3
    limits.text = 20
    for document in [
      "<a><a><a><a/></a></a></a>", "<a><a><a><a><a/></a></a></a></a>", "<a b='1' c='2' d='3'/>",
      "<a b='1' c='2' xmlns:d='u:d' xmlns:e='u:e'/>", "<a>01234567890123456789</a>", "<a>0123456789012345678é</a>",
      "<a>0123456789&lt;0123456789</a>", "<a>01234<!-- -->56789<![CDATA[01234]]>567890</a>",
      "<a>01234567890<b/>1234567890</a>",
    ] {
      for chunkSize in Self.chunkSizes {
        let plain = EventListing(Array(document.utf8), chunkSize: chunkSize, limits: limits, isPlainFirst: true)
        let library = EventListing(Array(document.utf8), chunkSize: chunkSize, limits: limits, isPlainFirst: false)
        #expect(plain.difference(from: library) == nil, "\(document)")
      }
    }
  }

  @Test(arguments: [true, false])
  func `sections have the limit of tags`(isPlainFirst: Bool) {
    var limits = XMLLimits()
    limits.token = 50_000
    for (count, isRight) in [(10_000, true), (200_000, false)] {
      let document = "<a><![CDATA[" + String(repeating: "x", count: count) + "]]></a>"
      let listing = EventListing(
        Array(document.utf8), chunkSize: .max, limits: limits, isPlainFirst: isPlainFirst)
      #expect(listing.diagnostics.isEmpty == isRight)
    }
  }

  @Test(arguments: [true, false])
  func `line ends in sections, places behind them, and errors before a cut are right`(isPlainFirst: Bool) {
    func listing(_ text: String) -> EventListing {
      EventListing(Array(text.utf8), chunkSize: .max, isPlainFirst: isPlainFirst)
    }
    #expect(
      listing("<a><![CDATA[x\r\ny\rz]]><?p <? ?><!-- c -->&lt;b</a>").lines == [
        "start 1:1:0 1 {}|a to 2", "cdata 1:4:3 1 x\ny\nz", "instruction 2:7:21 1 {}|p <? ", "comment 2:16:30 1  c ",
        "text 2:26:40 1 <b", "end 2:31:45 1 {}|a to 4",
      ])
    #expect(listing("<a>x &undeclared; y").diagnostics.last?.contains("xml.syntax") == true)
    #expect(listing("<a>x &lt; y").diagnostics.last?.contains("xml.truncated") == true)
    #expect(listing("<a>b]]></a>").diagnostics.last?.hasPrefix("1:5:4 error xml.syntax") == true)
  }

  @Test func `long texts in pieces, and values between them, keep their bytes`() {
    var random = SeededRandom(seed: UInt64(TestScale.seed))
    let pieces: [(inout SeededRandom) -> String] = [
      { String(repeating: "some words ", count: Int.random(in: 1...300, using: &$0)) },
      { String(repeating: "ä €", count: Int.random(in: 1...40, using: &$0)) }, { _ in "&lt;" }, { _ in "&#xE9;" },
      { _ in "\r\n" }, { _ in "\r" }, { _ in "<!-- c -->" }, { _ in "<![CDATA[x]\r\n]]>" },
      { _ in "<b c='1' d='&lt;&amp;'/>" }, { _ in "<b c='x'>y</b>" },
      { "<b c='\(String(repeating: "v", count: Int.random(in: 0...3000, using: &$0)))&gt;'>z</b>" },
    ]
    for kinds in [pieces.count, 4, 6] {
      for _ in 0..<4 {
        var document = "<a>"
        while document.utf8.count < 200_000 {
          // A few that come again and again, and then others.
          let piece = Int.random(in: 0..<kinds, using: &random)
          document += pieces[piece](&random)
        }
        expectAgreement(Array((document + "</a>").utf8), [977, 20_000, .max])
      }
    }
  }

  @Test func `what is not plain is read on in the middle of a document`() {
    // A name that is not ASCII, far behind the beginning, with namespaces and a section open before.
    let head = "<a xmlns='urn:a' xmlns:b='urn:b&amp;c'>\n" + String(repeating: "<b:c d='1'>text</b:c>\n", count: 250)
    for tail in [
      "<b:é b:d='2'/></a>", "<b:c>&nbsp;</b:c></a>", "<b:c></b:d>", "</a><a/>", "<![CDATA[\u{1}]]></a>", "<x:y/></a>",
      "<e>",
    ] {
      expectAgreement(Array((head + tail).utf8), [500, .max])
    }
  }
}

extension Corpora {
  /// The XML documents that lie beside the package.
  fileprivate static func xmlFiles() -> [String] {
    let folder = location("")
    let files = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
    let paths = files.compactMap { $0 as? String }.filter { path in
      [".xml", ".rss", ".atom", ".rdf", ".opml"].contains { path.hasSuffix($0) }
    }.map { "\(folder)/\($0)" }
    if paths.isEmpty { print("skipped: there are no XML documents beside the package") }
    return paths.sorted()
  }
}

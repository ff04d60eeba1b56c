import DatelineCore
import DatelineValidation
import Testing

/// The rules that a value breaks.
private func rules(_ value: String, _ check: (Span<UInt8>, inout [ValueProblem]) -> Void) -> [String] {
  let bytes = Array(value.utf8)
  var problems: [ValueProblem] = []
  check(bytes.span, &problems)
  return problems.map(\.rule.rawValue)
}

@Suite struct ValueTests {
  @Test(arguments: [
    ("2024-01-13T18:30:02Z", []), ("2024-01-13T18:30:02.25+05:45", []), ("2024-02-29T23:59:60Z", []),
    ("2023-02-29T00:00:00Z", ["atom-date-invalid"]), ("2024-01-13", ["atom-date-invalid"]),
    ("2024-01-13t18:30:02Z", ["atom-date-invalid"]), ("2024-01-13T18:30:02", ["atom-date-invalid"]),
    ("2024-01-13T24:00:00Z", ["atom-date-invalid"]), ("2024-01-13T18:30:02+0100", ["atom-date-invalid"]),
    ("", ["atom-date-invalid"]), ("2024-01-13T18:30Z", ["atom-date-invalid"]),
  ])
  func `a date-time of Atom is by RFC 3339`(value: String, expected: [String]) {
    #expect(rules(value) { _ = RFC3339Date.check($0, &$1) } == expected)
  }

  @Test(arguments: [
    ("2024-01-13t18:30:02z", "2024-01-13T18:30:02Z"), ("2024-01-13 18:30:02Z", "2024-01-13T18:30:02Z"),
    ("2024-01-13T18:30:02+0100", "2024-01-13T18:30:02+01:00"), ("yesterday", nil),
    ("2024-01-13T18:30Z", "2024-01-13T18:30:00Z"), ("20240113T183002-0330", "2024-01-13T18:30:02-03:30"),
    ("Sat, 13 Jan 2024 18:30:02 -0600", "2024-01-13T18:30:02-06:00"), ("13 Jan 2024 18:30 GMT", "2024-01-13T18:30:00Z"),
    ("Sun, 13 Jan 2024 18:30:02 GMT", nil), ("13 Jan 24 18:30:02 GMT", nil), ("13 Jan 2024 18:30:02 EST", nil),
    ("2024-02-30T10:00:00Z", nil), ("2024-01-13T18:30:02", nil), ("", nil),
  ])
  func `a date that is only spelt wrongly is mended`(value: String, expected: String?) {
    let bytes = Array(value.utf8)
    var problems: [ValueProblem] = []
    _ = RFC3339Date.check(bytes.span, &problems)
    #expect(problems.first?.replacement == expected)
  }

  @Test(arguments: [
    ("2024-01-13T18:30:02+01:00", "Sat, 13 Jan 2024 18:30:02 +0100"),
    ("20240113T183002Z", "Sat, 13 Jan 2024 18:30:02 GMT"),
    ("2024-01-13 18:30:02 -0330", "Sat, 13 Jan 2024 18:30:02 -0330"),
    ("2024-02-29T23:59:60Z", "Thu, 29 Feb 2024 23:59:60 GMT"),
    ("Sat, 13 Jan 2024 18:30:02 +01:00", "Sat, 13 Jan 2024 18:30:02 +0100"),
    ("13 January 2024 18:30 -03:30", "Sat, 13 Jan 2024 18:30:00 -0330"),
    ("2024-01-13T18:30:02.5Z", nil), ("2024-01-13T18:30:02", nil), ("2024-01-13", nil), ("2024-02-30T10:00:00Z", nil),
    ("0999-01-13T18:30:02Z", nil), ("Sun, 13 Jan 2024 18:30:02 +01:00", nil), ("Thu, 29 Feb 2023 10:00:00 GMT", nil),
    ("Saturday, January 13, 2024 6:30 PM", nil), ("", nil),
  ])
  func `a date of another form is written as RSS has it, where that is exact`(value: String, expected: String?) {
    let bytes = Array(value.utf8)
    var problems: [ValueProblem] = []
    #expect(RFC822Date.check(bytes.span, &problems) == nil)
    #expect(problems.first?.replacement == expected)
    if let expected { #expect(rules(expected) { _ = RFC822Date.check($0, &$1) } == []) }
  }

  @Test(arguments: [
    ("2024-01-13T18:30:02+01:00", "it is written as in Atom (RFC 3339); write it as Sat, 13 Jan 2024 18:30:02 +0100"),
    (
      "2024-01-13T18:30:02",
      "it is written as in Atom (RFC 3339), and the zone is missing; write it as Sat, 13 Jan 2024 18:30:02, and behind that its zone, GMT or +0100"
    ),
    (
      "2024-01-13",
      "it is written as in Atom (RFC 3339), and the time and the zone are missing; write it as Sat, 13 Jan 2024, and behind that both, such as 18:30:02 GMT"
    ),
    ("Thu, 29 Feb 2023 10:00:00 GMT", "February 2023 has no day 29; correct it"),
    ("2024-02-30T10:00:00Z", "February 2024 has no day 30; correct it, and write it as in RSS"),
    ("13 Jan 2024 25:00:00 GMT", "the clock has no such time; correct it"),
    ("13 Jan 2024 18:30:02 +01:00", "an offset has no colon; write it as 13 Jan 2024 18:30:02 +0100"),
    ("Sat, 13 Jan 2024 18:30:02", "the zone is missing; add it, such as GMT or +0100"),
    ("", "it is empty; write one such as Sat, 13 Jan 2024 18:30:02 GMT"),
  ])
  func `what is said of a date of RSS is about that date`(value: String, expected: String) {
    let bytes = Array(value.utf8)
    var problems: [ValueProblem] = []
    _ = RFC822Date.check(bytes.span, &problems)
    #expect(problems.first?.message == "'\(value)' is no RFC 822 date: \(expected)")
  }

  @Test(arguments: [
    ("2024-02-30T10:00:00Z", "February 2024 has no day 30; correct it"),
    ("2024-13-01T10:00:00Z", "there is no month 13; correct it"),
    ("2024-03-01T24:00:00Z", "the clock has no such time; correct it"),
    ("2024-03-01T10:00:00", "the zone is missing; add it, Z for UTC or one such as +01:00"),
    ("2024-03-01 10:00:00Z", "a capital T goes between the date and the time; write it as 2024-03-01T10:00:00Z"),
    ("Sat, 13 Jan 2024 18:30:02 GMT", "it is written as in RSS (RFC 822); write it as 2024-01-13T18:30:02Z"),
    ("", "it is empty; write one such as 2024-01-13T18:30:02Z"),
  ])
  func `what is said of a date of Atom is about that date`(value: String, expected: String) {
    let bytes = Array(value.utf8)
    var problems: [ValueProblem] = []
    _ = RFC3339Date.check(bytes.span, &problems)
    #expect(problems.first?.message == "'\(value)' is no RFC 3339 date-time: \(expected)")
  }

  @Test(arguments: [
    ("Sat, 13 Jan 2024 18:30:02 GMT", []), ("13 Jan 2024 18:30 +0000", []), ("Sat, 13 Jan 2024 18:30:02 +0530", []),
    ("Sun, 13 Jan 2024 18:30:02 GMT", ["rss-date-weekday"]), ("13 Jan 24 18:30:02 GMT", ["rss-date-lenient"]),
    ("Sat (a day), 13 Jan 2024 18:30:02 GMT", ["rss-date-lenient"]),
    ("13 Jan 2024 18:30:02 EST", ["date-zone-missing-or-local"]),
    ("2024-01-13", ["rss-date-invalid"]), ("13 Foo 2024 18:30:02 GMT", ["rss-date-invalid"]),
    ("13 Jan 2024", ["rss-date-invalid"]), ("13 Jan 2024 25:00:00 GMT", ["rss-date-invalid"]),
    ("31 Feb 2024 10:00:00 GMT", ["rss-date-invalid"]), ("13 Jan 2024 18:30:02 XYZ", ["rss-date-invalid"]),
    ("13 Jan 2024 18:30:02 GMT more", ["rss-date-invalid"]), ("(", ["rss-date-invalid"]), ("", ["rss-date-invalid"]),
  ])
  func `a date of RSS is by RFC 822`(value: String, expected: [String]) {
    #expect(rules(value) { _ = RFC822Date.check($0, &$1) } == expected)
  }

  @Test func `a wrong weekday is mended`() {
    let bytes = Array("Sun, 13 Jan 2024 18:30:02 -0600".utf8)
    var problems: [ValueProblem] = []
    _ = RFC822Date.check(bytes.span, &problems)
    #expect(problems.first?.replacement == "Sat, 13 Jan 2024 18:30:02 -0600")
  }

  @Test(arguments: [
    ("2024", []), ("2024-01", []), ("2024-01-13", []), ("2024-01-13T18:30Z", []), ("2024-01-13T18:30:02.5+01:00", []),
    ("2024-13", ["dc-date"]), ("2024-01-13T18:30", ["dc-date"]), ("13 Jan 2024", ["dc-date"]),
  ])
  func `a date of Dublin Core is of the W3C profile`(value: String, expected: [String]) {
    #expect(rules(value) { _ = W3CDate.check($0, &$1) } == expected)
  }

  @Test(arguments: [
    ("https://example.org/a?b=c#d", []), ("http://[::1]:8080/", []), ("mailto:a@example.org", []),
    ("tag:example.org,2024-01:a", []), ("urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6", []),
    ("urn:isbn:0451450523", []),
    ("/news", ["url-not-absolute"]), ("https://example.org/a b", ["uri-character"]),
    ("https://example.org/%zz", ["uri-character"]),
    ("http:///a", ["uri-invalid"]), ("http://example.org:99999/", ["uri-invalid"]),
    ("https://example.org/a[b]", ["uri-character"]),
    ("htp://example.org/", ["uri-scheme-unregistered"]), ("javascript:alert(1)", ["link-scheme-unsafe"]),
    ("https://example.org/café", ["iri-where-uri"]), ("tag:example.org:a", ["atom-id-invalid"]),
    ("tag:example.org,2024-1:a", ["atom-id-invalid"]), ("urn:x", ["atom-id-invalid"]),
    ("urn:uuid:1", ["atom-id-invalid"]),
    ("urn:-a:b", ["atom-id-invalid"]), ("", ["url-not-absolute"]),
  ])
  func `a link is a URI of its scheme`(value: String, expected: [String]) {
    #expect(rules(value) { URIChecks.check($0, .absolute, &$1) } == expected)
  }

  @Test(arguments: [
    ("HTTP://Example.org:80/a/../b%7e", "http://example.org/b~"), ("http://example.org", "http://example.org/"),
    ("http://example.org/%c3", "http://example.org/%C3"), ("http://example.org/a", nil),
  ])
  func `an id is in its simplest form`(value: String, canonical: String?) {
    let bytes = Array(value.utf8)
    #expect(CanonicalURI.form(of: bytes.span, URIReference(bytes.span)) == canonical)
  }

  @Test(arguments: [
    ("en", []), ("en-GB", []), ("zh-Hant-TW", []), ("cmn", []), ("x-mine", []), ("english", ["language-invalid"]),
    ("xx", ["language-invalid"]), ("en_GB", ["language-invalid"]), ("", ["language-invalid"]),
    ("en-", ["language-invalid"]),
  ])
  func `a language is of ISO 639`(value: String, expected: [String]) {
    #expect(rules(value) { LanguageTag.check($0, &$1) } == expected)
  }

  @Test(arguments: [
    ("audio/mpeg", true), ("text/html; charset=utf-8", true), ("application/atom+xml;type=\"a b\"", true),
    ("mp3", false),
    ("a/b/c", false), ("text/", false), ("/html", false), ("text/html;x", false),
  ])
  func `a media type has two tokens and parameters`(value: String, isValid: Bool) {
    let bytes = Array(value.utf8)
    #expect(MediaType.isValid(bytes.span) == isValid)
  }

  @Test(arguments: [
    ("jane@example.org (Jane Doe)", []), ("jane+news@example.org (Jane)", []), ("jane@example.org", ["email-form"]),
    ("Jane <jane@example.org>", ["email-form"]), ("Jane Doe", ["email-invalid"]), ("jane@", ["email-invalid"]),
    ("mailto:jane%40example.org", ["email-form"]), ("jane@localhost (Jane)", ["email-host-unknown"]),
  ])
  func `a contact of RSS is an address with a name`(value: String, expected: [String]) {
    #expect(rules(value) { EmailAddress.checkContact($0, &$1) } == expected)
  }

  @Test(arguments: [
    ("50.2 36.4", []), ("-0 180", []), ("50.2, 36.4", ["georss-comma"]), ("50.2", ["georss-point"]),
    ("a b", ["georss-point"]),
    ("136.4 50.2", ["georss-swapped"]), ("95 200", ["georss-range"]),
  ])
  func `a point is a latitude and a longitude`(value: String, expected: [String]) {
    #expect(rules(value) { Coordinates.checkPoint($0, &$1) } == expected)
  }

  @Test(arguments: [
    ("45 -110 46 -109 43 -108 45 -110", []), ("45 -110 46 -109 43 -108 44 -110", ["georss-list"]),
    ("45 -110 46", ["georss-list"]),
  ])
  func `a polygon is closed`(value: String, expected: [String]) {
    #expect(rules(value) { Coordinates.checkList($0, pairs: 4, isClosed: true, &$1) } == expected)
  }

  @Test(arguments: [
    ("12", true), ("+3", true), ("-1", false), ("1.5", false), ("", false), ("9999999999999999999", false),
  ])
  func `a whole number is in its range`(value: String, isFine: Bool) {
    #expect(rules(value) { Numbers.check($0, in: 0...Int.max, rule: .integerInvalid, &$1) }.isEmpty == isFine)
  }
}

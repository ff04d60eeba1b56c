extension RuleCatalogue {
  /// Text and markup: what people will see, and what must not run.
  static let textRules: [ValidationRule] = [
    ValidationRule(
      .textContainsHtml, .warning, .should, "RSS 2.0; RSS Profile data-types-characterdata",
      like: ["ContainsHTML"],
      "The element is plain text, and there is markup or a reference of HTML in it. Some readers show the tags, others drop them, and nobody can know which was meant.",
      wrong: "<title>&lt;b&gt;Bridge&lt;/b&gt; closed</title>",
      right: "<title>Bridge closed</title>"),
    ValidationRule(
      .textEncodeHex, .info, .should, "RSS Profile data-types-characterdata",
      like: ["CharacterData"], at: .warning,
      "Readers differ on ampersands and less-than signs in titles: some take them for HTML. The RSS Profile found that the hexadecimal reference is read alike by most.",
      wrong: "<title>AT&amp;T</title>",
      right: "<title>AT&#x26;T</title>"),
    ValidationRule(
      .textMojibake, .warning, .practice, "XML 1.0 §2.2 note; RSS Profile (character data)",
      like: ["BadCharacters"],
      "The text went through a wrong conversion: it has control characters where quotation marks should be, the mark of a lost character, or letters that were made UTF-8 twice.",
      wrong: "<title>cafÃ©</title>",
      right: "<title>café</title>"),
    ValidationRule(
      .textControl, .warning, .practice, "Unicode Technical Report 36 §2",
      "The text has characters that are not seen and change what is: the direction of writing, joins without width, a byte order mark in the middle.",
      wrong: "<title>\u{202E}gpj.exe</title>",
      right: "<title>exe.jpg</title>"),
    ValidationRule(
      .textTruncatedEntity, .warning, .practice, "HTML §13.5",
      "A reference of HTML stands in the text without its semicolon: it was escaped twice, or cut.",
      wrong: "<description>5&amp;nbsp km</description>",
      right: "<description>5&amp;nbsp;km</description>"),
    ValidationRule(
      .textDoubleEscaped, .warning, .practice, "RSS Profile (character data)",
      "The text was escaped twice or more, so people see references instead of characters.",
      wrong: "<description>Fish &amp;amp;amp; chips</description>",
      right: "<description>Fish &amp;amp; chips</description>"),
    ValidationRule(
      .htmlInvalid, .warning, .should, "HTML; RFC 4287 §3.1.1.2",
      like: ["NotHtml"],
      "The escaped HTML is broken: an element that HTML does not have, one that is not closed or closed twice, a reference that means nothing. Readers repair it, each in its own way.",
      wrong: #"&lt;p>See &lt;a href="https://example.org/">here&lt;/p>"#,
      right: #"&lt;p>See &lt;a href="https://example.org/">here&lt;/a>&lt;/p>"#),
    ValidationRule(
      .htmlUnsafeElement, .warning, .should, "RFC 4287 §8.1",
      like: ["SecurityRisk"],
      "The element runs or loads something, or reaches beyond the place where the entry is shown: script, style, iframe, object, embed, form targets, meta, base, link. Careful readers drop it; in others it is a hole.",
      wrong: "&lt;script>play()&lt;/script>",
      right: #"&lt;a href="https://example.org/player">Listen&lt;/a>"#),
    ValidationRule(
      .htmlUnsafeAttribute, .warning, .should, "RFC 4287 §8.1",
      like: ["SecurityRiskAttr"],
      "The attribute runs a script. Careful readers drop it.",
      wrong: #"&lt;a href="https://example.org/" onclick="track()">Listen&lt;/a>"#,
      right: #"&lt;a href="https://example.org/">Listen&lt;/a>"#),
    ValidationRule(
      .htmlUnsafeStyle, .warning, .should, "RFC 4287 §8.1",
      like: ["DangerousStyleAttr"],
      "The style can place the entry over other parts of the page, fetch something, or is not known to readers, who drop it.",
      wrong: #"&lt;p style="position: absolute">News&lt;/p>"#,
      right: #"&lt;p style="color: red">News&lt;/p>"#),
    ValidationRule(
      .htmlRelativeUrl, .warning, .should, "RSS Profile data-types-url",
      like: ["ContainsRelRef"],
      "The link or picture has no scheme, and readers have no base for it in RSS.",
      wrong: #"&lt;img src="/logo.png">"#,
      right: #"&lt;img src="https://example.org/logo.png">"#),
  ]
}

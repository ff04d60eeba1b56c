import DatelineValidation

extension RuleCase {
  private static let namespace = #"xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2""#

  /// An alert in the content of an Atom entry.
  private static func alert(
    _ own: String = "", info: String = "", without: Set<String> = [], infoWithout: Set<String> = [],
    around: (String, String) = ("", "")
  ) -> CaseDocument {
    .atom(
      entry:
        "<content type=\"application/cap+xml\">\(around.0)\(part(own, info, without, infoWithout))\(around.1)</content>"
    )
  }

  private static func part(
    _ own: String = "", _ info: String = "", _ without: Set<String> = [], _ infoWithout: Set<String> = []
  ) -> String {
    let tag = "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\""
    let fields = parts(Self.fields, without)
    guard !info.isEmpty || !infoWithout.isEmpty else { return "\(tag)>\(fields)\(own)</alert>" }
    return "\(tag)>\(fields)\(own)<info>\(parts(infoFields, infoWithout))\(info)</info></alert>"
  }

  private static func parts(_ all: [(String, String)], _ without: Set<String>) -> String {
    all.filter { !without.contains($0.0) }.map { "<\($0.0)>\($0.1)</\($0.0)>" }.joined()
  }

  private static let fields = [
    ("identifier", "b1"), ("sender", "desk@example.org"), ("sent", "2024-01-13T18:30:02-00:00"), ("status", "Actual"),
    ("msgType", "Alert"), ("scope", "Public"),
  ]
  private static let infoFields = [
    ("category", "Safety"), ("event", "Bridge closed"), ("urgency", "Expected"), ("severity", "Minor"),
    ("certainty", "Observed"),
  ]

  private static let closed = "50.2,36.4 50.3,36.4 50.3,36.5 50.2,36.4"

  static let alertCases: [RuleCase] =
    requiredCases + valueCases(of: .capValue) + dateCases + nameCases + conditionalCases + shapeCases

  private static let requiredCases: [RuleCase] =
    fields.map { RuleCase(.capRequired, in: alert(without: [$0.0])) }
    + infoFields.map { RuleCase(.capRequired, in: alert(infoWithout: [$0.0])) }
    + [
      RuleCase(.capRequired, in: alert(info: "<area><polygon>\(closed)</polygon></area>")),
      RuleCase(.capRequired, in: alert(info: "⟦<parameter>⟦<value>1</value></parameter>")),
      RuleCase(.capRequired, in: alert(info: "⟦<resource>⟦<resourceDesc>Map</resourceDesc></resource>")),
      RuleCase(
        .capRequired,
        in: .rss(
          item: "⟦<cap:alert>⟦\(prefixed(parts(fields, ["sent"])))</cap:alert>", root: namespace)),
      RuleCase(.capRequired, in: .text("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.1\"><note>x</note></alert>")),
      RuleCase(.capRequired, in: alert("⟦<sender>⟦ </sender>", without: ["sender"])),
      RuleCase(.capRequired, notIn: alert()), RuleCase(.capRequired, notIn: alert(info: "<note>x</note>")),
      RuleCase(.capRequired, notIn: .text(part())),
      // Only version 1.2 asks for the media type of a resource.
      RuleCase(
        .capRequired,
        notIn: .text(
          part(info: "<resource><resourceDesc>Map</resourceDesc></resource>").replacing("cap:1.2", with: "cap:1.1"))),
      // An entry may show some fields of an alert.
      RuleCase(.capRequired, notIn: .rss(item: "<cap:event>Flood</cap:event>", root: namespace)),
    ]

  private static func part(info: String) -> String { part("", info) }

  /// The elements with the prefix `cap`.
  private static func prefixed(_ text: String) -> String {
    text.replacing("</", with: "\u{1}").replacing("<", with: "<cap:").replacing("\u{1}", with: "</cap:")
  }

  private static func valueCases(of rule: RuleID) -> [RuleCase] {
    [
      RuleCase(rule, in: alert("<status>⟦Urgent⟦</status>", without: ["status"])),
      RuleCase(rule, in: alert("<scope>⟦public⟦</scope>", without: ["scope"])),
      RuleCase(rule, in: alert(info: "<severity>⟦severe⟦</severity>", infoWithout: ["severity"])),
      RuleCase(rule, in: alert(info: "<category>⟦Weather⟦</category>")),
      RuleCase(rule, in: alert(info: "<responseType>⟦Flee⟦</responseType>")),
      RuleCase(rule, in: .rss(item: "<cap:urgency>⟦now⟦</cap:urgency>", root: namespace)),
      RuleCase(rule, in: .atom(entry: "<cap:msgType>⟦Alarm⟦</cap:msgType>", root: namespace)),
      RuleCase(
        rule, notIn: alert(info: "<category>Met</category><responseType>AllClear</responseType>")),
      RuleCase(rule, in: alert(info: "⟦<urgency>⟦</urgency>", infoWithout: ["urgency"])),
      RuleCase(rule, notIn: .atom(entry: "<cap:urgency></cap:urgency>", root: namespace)),
      RuleCase(rule, notIn: .atom(entry: "<cap:msgType>Alert</cap:msgType>", root: namespace)),
      // The W3C service takes CAP as it is.
      RuleCase(rule, as: .feedvalidator, notIn: .atom(entry: "<cap:msgType>Alarm</cap:msgType>", root: namespace)),
    ]
  }

  private static let dateCases: [RuleCase] = [
    RuleCase(.capDate, in: alert("<sent>⟦2024-01-13T18:30:02Z⟦</sent>", without: ["sent"])),
    RuleCase(.capDate, in: alert(info: "<expires>⟦2024-01-13⟦</expires>")),
    RuleCase(.capDate, in: alert(info: "<onset>⟦2024-02-30T18:30:02-00:00⟦</onset>")),
    RuleCase(.capDate, in: .rss(item: "<cap:effective>⟦2024-01-13T18:30:02.5+02:00⟦</cap:effective>", root: namespace)),
    RuleCase(.capDate, in: .rss(item: "<cap:sent>⟦2024-01-13T18:30:02+0200⟦</cap:sent>", root: namespace)),
    RuleCase(.capDate, notIn: alert(info: "<expires>2024-01-13T18:30:03-07:00</expires>")),
    RuleCase(.capDate, notIn: .rss(item: "<cap:expires></cap:expires>", root: namespace)),
    RuleCase(.capExpires, in: alert(info: "⟦<expires>⟦2024-01-12T18:30:02-00:00</expires>")),
    RuleCase(
      .capExpires,
      in: .atom(
        entry:
          "<cap:effective>2024-01-13T18:30:02-05:00</cap:effective>⟦<cap:expires>⟦2024-01-13T18:30:02+00:00</cap:expires>",
        root: namespace)),
    RuleCase(
      .capExpires,
      in: alert(
        info: "<onset>2024-01-15T18:30:02-00:00</onset>⟦<expires>⟦2024-01-14T18:30:02-00:00</expires>")),
    RuleCase(
      .capExpires,
      notIn: .atom(
        entry:
          "<cap:effective>2024-01-13T18:30:02+00:00</cap:effective><cap:expires>2024-01-13T18:30:02-05:00</cap:expires>",
        root: namespace)),
    // Each part has dates of its own.
    RuleCase(
      .capExpires,
      notIn: alert(
        "<info>\(parts(infoFields, []))<onset>2024-01-16T18:30:02-00:00</onset></info>",
        info: "<expires>2024-01-14T18:30:02-00:00</expires>")),
  ]

  private static let nameCases: [RuleCase] = [
    RuleCase(.capIdentifier, in: alert("<identifier>b⟦,⟦1</identifier>", without: ["identifier"])),
    RuleCase(.capIdentifier, in: alert("<sender>The⟦ ⟦desk</sender>", without: ["sender"])),
    RuleCase(.capIdentifier, in: .rss(item: "<cap:identifier>b⟦&amp;⟦1</cap:identifier>", root: namespace)),
    RuleCase(.capIdentifier, notIn: alert()),
    RuleCase(.capIdentifier, notIn: .rss(item: "<cap:identifier> b1 </cap:identifier>", root: namespace)),
    RuleCase(.capIdentifierRepeated, in: alert(around: (part(), ""))),
    RuleCase(
      .capIdentifierRepeated,
      notIn: alert(around: (part("<sent>2024-01-13T18:30:03-00:00</sent>", "", ["sent"]), ""))),
    RuleCase(.capReferences, in: alert("<references>⟦b1⟦</references>")),
    RuleCase(
      .capReferences,
      in: alert(
        "<references>desk@example.org,b0,2024-01-13T18:00:00-00:00 ⟦,b1,2024-01-13T18:00:00-00:00⟦</references>")
    ),
    RuleCase(.capReferences, in: alert("<references>⟦desk@example.org,b0,yesterday⟦</references>")),
    RuleCase(
      .capReferences,
      notIn: alert(
        "<references>desk@example.org,b0,2024-01-13T18:00:00-00:00\n desk@example.org,b1,2024-01-13T18:10:00+02:00</references>"
      )),
    RuleCase(.capReferences, notIn: alert("<references/>")),
  ]

  private static let conditionalCases: [RuleCase] = [
    RuleCase(.capConditional, in: alert("<scope>Restricted</scope>", without: ["scope"])),
    RuleCase(.capConditional, in: alert("<scope>Private</scope><addresses/>", without: ["scope"])),
    RuleCase(.capConditional, in: alert("<msgType>Update</msgType>", without: ["msgType"])),
    RuleCase(.capConditional, in: alert("<msgType>Cancel</msgType><references/>", without: ["msgType"])),
    RuleCase(
      .capConditional,
      in: alert(
        "<msgType>Error</msgType><references>desk@example.org,b0,2024-01-13T18:00:00-00:00</references>",
        without: ["msgType"])),
    RuleCase(
      .capConditional,
      in: alert(info: "⟦<area>⟦<areaDesc>Town</areaDesc><ceiling>300</ceiling></area>")),
    RuleCase(
      .capConditional,
      notIn: alert(info: "<area><areaDesc>Town</areaDesc><altitude>0</altitude><ceiling>300</ceiling></area>")),
    RuleCase(
      .capConditional,
      notIn: alert(
        "<scope>Private</scope><addresses>a@example.org</addresses><msgType>Update</msgType><references>desk@example.org,b0,2024-01-13T18:00:00-00:00</references>",
        without: ["scope", "msgType"])),
  ]

  private static func area(_ shape: String) -> CaseDocument {
    alert(info: "<area><areaDesc>Town</areaDesc>\(shape)</area>")
  }

  private static let shapeCases: [RuleCase] = [
    RuleCase(.capShape, in: area("<polygon>⟦50.2,36.4 50.3,36.4 50.2,36.4⟦</polygon>")),
    RuleCase(.capShape, in: area("<polygon>⟦50.2,36.4 50.3,36.4 50.3,36.5 50.2,36.5⟦</polygon>")),
    RuleCase(.capShape, in: area("<polygon>50.2,36.4 ⟦50.3⟦ 36.4 50.2,36.4</polygon>")),
    RuleCase(.capShape, in: area("<polygon>50.2,36.4 ⟦150.3,36.4⟦ 50.3,36.5 50.2,36.4</polygon>")),
    RuleCase(.capShape, in: area("<circle>⟦50.2,36.4⟦</circle>")),
    RuleCase(.capShape, in: area("<circle>⟦50.2 36.4 5⟦</circle>")),
    RuleCase(.capShape, in: area("<circle>⟦50.2,536.4⟦ 5</circle>")),
    RuleCase(.capShape, in: .rss(item: "<cap:polygon>⟦1⟦</cap:polygon>", root: namespace)),
    RuleCase(.capShape, notIn: area("<polygon>\(closed)</polygon><circle>-50.2,36.4 0.5</circle>")),
    RuleCase(.capShape, notIn: .rss(item: "<cap:polygon></cap:polygon>", root: namespace)),
  ]
}

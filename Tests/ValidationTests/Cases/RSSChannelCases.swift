import DatelineValidation

extension RuleCase {
  /// What stands in a channel, and in elements of it that are no items.
  static let rssChannelCases: [RuleCase] = [
    RuleCase(.rssVersion, in: .rss(version: "1.0")),
    RuleCase(.rssVersion, notIn: .rss(version: "0.91")),
    RuleCase(.rssVersion, notIn: .rss(version: "0.92")),
    RuleCase(.rssVersion, notIn: .rss()),
    RuleCase(.rssChannelMissing, in: .text(#"⟦<rss version="2.0">⟦</rss>"#)),
    RuleCase(.rssChannelMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rssChannelMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(
      .rssTitleMissing,
      in: .rss(
        channel:
          "⟦<image>⟦<url>http://e.org/a.png</url><link>http://example.org/</link><width>88</width><height>31</height><description>d</description></image>"
      )),
    RuleCase(.rssTitleMissing, in: .rdf(without: ["title"])),
    RuleCase(.rssTitleMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rssTitleMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(
      .rssLinkMissing,
      in: .rss(
        channel:
          "⟦<image>⟦<url>http://e.org/a.png</url><title>T</title><width>88</width><height>31</height><description>d</description></image>"
      )),
    RuleCase(.rssLinkMissing, in: .rdf(without: ["link"])),
    RuleCase(.rssLinkMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rssLinkMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(
      .rssDescriptionMissing,
      in: .rss(channel: "⟦<textInput>⟦<title>t</title><name>n</name><link>http://e.org/</link></textInput>")),
    RuleCase(.rssDescriptionMissing, in: .rdf(without: ["description"])),
    RuleCase(.rssDescriptionMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rssDescriptionMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(
      .languageMissing, in: .rdf(channel: "<dc:rights>en</dc:rights><dc:rights>en</dc:rights>", without: ["lang"])),
    RuleCase(.languageMissing, in: .rss(without: ["language"])),
    RuleCase(
      .languageMissing,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n⟦<feed xmlns="http://www.w3.org/2005/Atom"  >⟦<title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(
      .languageMissing, in: .text(#"⟦{⟦"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}"#)),
    RuleCase(
      .languageMissing,
      notIn: .rss(
        channel: #"<dc:language xmlns:dc="http://purl.org/dc/elements/1.1/">en</dc:language>"#, without: ["language"])),
    RuleCase(.languageMissing, notIn: .rss(root: #"xml:lang="en""#, without: ["language"])),
    RuleCase(.rssTtl, in: .rss(channel: "<ttl>⟦0⟦</ttl>")), RuleCase(.rssTtl, in: .rss(channel: "<ttl>⟦1.5⟦</ttl>")),
    RuleCase(
      .integerInvalid,
      in: .rss(
        item: #"<media:content url="http://e.org/a.mpg" height="⟦x⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .integerInvalid,
      in: .atom(
        entry: #"<media:content url="http://e.org/a.mpg" height="⟦x⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(.rssTtl, notIn: .rss()),
    RuleCase(.rssSelfLink, in: .rss(without: ["self"])),
    RuleCase(.rssSelfLink, notIn: .rss()),
    RuleCase(
      .rssItemBeforeMetadata,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/>⟦<item>⟦<title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item><copyright>x</copyright></channel></rss>"#
      )),
    RuleCase(
      .rssItemBeforeMetadata,
      notIn: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item><dc:rights>x</dc:rights></channel></rss>"#
      )),
    RuleCase(
      .rssTextinput,
      in: .rss(
        channel:
          "⟦<textInput>⟦<title>t</title><description>d</description><name>n</name><link>http://e.org/</link></textInput>⟦<textInput>⟦<title>t</title><description>d</description><name>n</name><link>http://e.org/</link></textInput>",
        without: ["textInput"])),
    RuleCase(.rssTextinput, notIn: .rss()),
    RuleCase(.rssBlink, in: .rss(channel: "⟦<blink>⟦http://e.org/</blink>")),
    RuleCase(
      .rssBlink, notIn: .rss(item: "<dc:title>en</dc:title>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .rssBlink, notIn: .rss(item: "<dc:creator>en</dc:creator>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)
    ),
    RuleCase(
      .rssBlink, notIn: .rss(item: "<dc:subject>en</dc:subject>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)
    ),
    RuleCase(.skipHour, in: .rss(channel: "<skipHours><hour>⟦24⟦</hour></skipHours>")),
    RuleCase(.skipHour, in: .rss(channel: "<skipHours><hour>⟦25⟦</hour></skipHours>")),
    RuleCase(
      .skipHour,
      in: .rss(
        channel:
          "⟦<skipHours>⟦<hour>0</hour><hour>1</hour><hour>2</hour><hour>3</hour><hour>4</hour><hour>5</hour><hour>6</hour><hour>7</hour><hour>8</hour><hour>9</hour><hour>10</hour><hour>11</hour><hour>12</hour><hour>13</hour><hour>14</hour><hour>15</hour><hour>16</hour><hour>17</hour><hour>18</hour><hour>19</hour><hour>20</hour><hour>21</hour><hour>22</hour><hour>23</hour><hour>0</hour></skipHours>"
      )),
    RuleCase(.skipHour, notIn: .rss(channel: "<skipHours><hour>0</hour></skipHours>")),
    RuleCase(.skipHour, notIn: .rss(channel: "<skipHours><hour>1</hour></skipHours>")),
    RuleCase(.skipHour, notIn: .rss(channel: "<skipHours><hour>23</hour></skipHours>")),
    RuleCase(
      .skipDay,
      in: .rss(
        channel:
          "⟦<skipDays>⟦<day>Monday</day><day>Tuesday</day><day>Wednesday</day><day>Thursday</day><day>Friday</day><day>Saturday</day><day>Sunday</day><day>Monday</day></skipDays>"
      )),
    RuleCase(.skipDay, in: .rss(channel: "<skipDays><day>⟦monday⟦</day></skipDays>")),
    RuleCase(.skipDay, in: .rss(channel: "<skipDays><day>⟦Mon⟦</day></skipDays>")),
    RuleCase(.skipDay, notIn: .rss()),
    RuleCase(
      .textinputName,
      in: .rss(
        channel:
          "<textInput><title>t</title><description>d</description><name>⟦1 n⟦</name><link>http://e.org/</link></textInput>"
      )),
    RuleCase(.textinputName, notIn: .rss()),
    RuleCase(
      .rss10Rdf,
      in: .rdf(
        item:
          #"⟦<dc:creator>⟦x <foaf:Person xmlns:foaf="http://xmlns.com/foaf/0.1/"><foaf:name>x</foaf:name></foaf:Person></dc:creator>"#
      )),
    RuleCase(.rss10Rdf, in: .rdf(below: "⟦stray⟦")),
    RuleCase(.rss10Rdf, in: .rdf(item: "<title>⟦<b/⟦></title>", itemWithout: ["title"])),
    RuleCase(.rss10Rdf, notIn: .rdf()),
    RuleCase(
      .rss10About,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" >⟦<channel>⟦<title>T</title><link>http://example.org/</link><description>D</description><items><rdf:Seq><rdf:li resource="http://example.org/a"/></rdf:Seq></items><dc:language>en</dc:language></channel><item rdf:about="http://example.org/a"><title>I</title><link>http://example.org/a</link><description>X</description></item></rdf:RDF>"#
      )),
    RuleCase(
      .rss10About,
      in: .rdf(below: "⟦<image>⟦<title>t</title><url>http://e.org/a.png</url><link>http://example.org/</link></image>")),
    RuleCase(.rss10About, notIn: .rdf()),
    RuleCase(.rss10Items, in: .rdf(without: ["items"])),
    RuleCase(.rss10Items, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rss10Items,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
  ]
}

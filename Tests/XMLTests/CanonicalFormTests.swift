import DatelineCore
import DatelineXML
import TestSupport
import Testing

/// The one spelling that canonical XML has (`Specs/xml.md`).
@Suite struct CanonicalFormTests {
  private static let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <dateline xmlns="urn:dateline:1">
      <header>
        <schemaVersion>1.0</schemaVersion>
        <rights>
          <holder>A &amp; B</holder>
        </rights>
      </header>
      <incident>
        <id>urn:example:1</id>
        <externalID>acled:A1</externalID>
        <externalID> own:7 </externalID>
        <titleDerived>true</titleDerived>
        <summary>a &lt;b&gt; "c" 'd'
    \te ]]&gt;</summary>
        <when>
          <date>2024-01-13</date>
          <partOfDay>evening</partOfDay>
        </when>
        <place role="impact" text="&lt;a&gt; &amp;&quot;&#9;&#10;'" country="RU" longitude="39.5">
          <relatedTo>Pavlovskaya</relatedTo>
          <relatedTo>Atamanskaya</relatedTo>
          <geometry>{"type":"Point","coordinates":[1,2]}</geometry>
        </place>
        <casualty status="none"/>
        <claim stance="reports" value="300"/>
        <claim stance="denies" value="&quot;300&quot;">
          <via>ASTRA</via>
        </claim>
        <evidence field="/when/date" unit="scalar" start="96" end="109">on January 13</evidence>
        <evidence field="/kind" unit="scalar" start="1" end="2"/>
        <extra key="acled.inter1">"4"</extra>
      </incident>
      <tombstone>
        <id>urn:example:2</id>
      </tombstone>
    </dateline>

    """

  @Test func `what is in the canonical spelling is written as it was`() throws {
    let result = CanonicalXML().read(Array(Self.document.utf8))
    #expect(result.lines == [])
    #expect(result.records.count == 2)
    let again = try CanonicalXML().write(try #require(result.header), result.records)
    #expect(String(decoding: again, as: UTF8.self) == Self.document)
  }

  @Test func `a document that says the same in other words is read as the same`() throws {
    let other = """
      <?xml version='1.0'?>
      <!-- by hand -->
      <d:dateline xmlns:d='urn:dateline:1'
        xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:dateline:1 incident.xsd'>
      <d:header><d:schemaVersion>1.0</d:schemaVersion><d:rights><d:holder>A &#38; B</d:holder></d:rights></d:header>
      <d:incident><!-- a --><d:externalID><![CDATA[acled:A1]]></d:externalID>
      <d:place country="RU" longitude=" 39.5 " role="impact" text='&lt;a> &amp;"&#9;&#xA;&apos;'
      ><d:relatedTo>Pavlovs<!-- b -->kaya</d:relatedTo><d:geometry>
        {"type": "Point", "coordinates": [1, 2]}
      </d:geometry><d:relatedTo>Atamanskaya</d:relatedTo></d:place>
      <d:when><d:date> 2024-01-13
      </d:date><d:partOfDay>evening</d:partOfDay></d:when><d:id>urn:example:1</d:id>
      <d:externalID> own:7 </d:externalID><d:titleDerived>true</d:titleDerived>
      <d:summary>a <![CDATA[<b>]]> "c" 'd'&#10;\te ]]&gt;</d:summary>
      <d:evidence start="96" end="109" unit="scalar" field="/when/date"><?x y?>on January 13</d:evidence>
      <d:casualty status="none"></d:casualty>
      <d:evidence end="2" start="1" unit="scalar" field="/kind"/>
      <d:claim value="300" stance="reports"/><d:claim value='"300"' stance="denies"><d:via>ASTRA</d:via></d:claim>
      <d:extra key="acled.inter1"> "4" </d:extra></d:incident>
      <d:tombstone><d:id>urn:example:2</d:id></d:tombstone>
      </d:dateline>
      """
    let expected = CanonicalXML().read(Array(Self.document.utf8))
    for chunkSize in [1, 2, 3, 7, 64, .max] {
      let result = CanonicalXML().read(Array(other.utf8), chunkSize: chunkSize)
      #expect(result.lines == [])
      #expect(result.header == expected.header)
      #expect(result.records == expected.records)
    }
  }
}

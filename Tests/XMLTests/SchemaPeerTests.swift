import DatelineCore
import DatelineValidation
import DatelineXML
import TestSupport
import Testing

/// What schemas allow, as libxml2's own program and James Clark's see it.
@Suite struct SchemaPeerTests {
  /// A schema, and a document that keeps to it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]
    let document: String
  }

  private static let orders = Case(
    testDescription: "namespaces, keys, import, include",
    files: [
      "main.xsd": SchemaFixture.xsd(
        """
        <xs:include schemaLocation="types.xsd"/><xs:import namespace="urn:p" schemaLocation="parts/parts.xsd"/>
        <xs:import namespace="urn:none"/>
        <xs:element name="orders"><xs:complexType><xs:sequence>
        <xs:element name="customer" maxOccurs="unbounded"><xs:complexType><xs:simpleContent><xs:extension base="xs:string">
        <xs:attribute name="id" type="o:id" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
        <xs:element name="order" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
        <xs:element ref="p:part" maxOccurs="3"/><xs:element name="date" type="xs:date"/></xs:sequence>
        <xs:attribute name="by" type="o:id"/><xs:attribute ref="p:weight"/></xs:complexType></xs:element></xs:sequence></xs:complexType>
        <xs:key name="customers"><xs:selector xpath="o:customer"/><xs:field xpath="@id"/></xs:key>
        <xs:keyref name="by" refer="o:customers"><xs:selector xpath="o:order"/><xs:field xpath="@by"/></xs:keyref>
        <xs:unique name="dates"><xs:selector xpath="o:order"/><xs:field xpath="o:date"/></xs:unique></xs:element>
        """,
        attributes:
          "targetNamespace='urn:o' xmlns:o='urn:o' xmlns:p='urn:p' elementFormDefault='qualified'"),
      "types.xsd": SchemaFixture.xsd(
        "<xs:simpleType name='id'><xs:restriction base='xs:token'><xs:pattern value='[a-z][0-9]+'/></xs:restriction></xs:simpleType>"
      ),
      "parts/parts.xsd": SchemaFixture.xsd(
        """
        <xs:element name="part" type="xs:NMTOKENS"/><xs:attribute name="weight"><xs:simpleType>
        <xs:restriction base="xs:decimal"><xs:minExclusive value="0"/><xs:fractionDigits value="2"/></xs:restriction>
        </xs:simpleType></xs:attribute>
        """, attributes: "targetNamespace='urn:p'"),
    ],
    document: """
      <orders xmlns='urn:o' xmlns:q='urn:p' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' \
      xsi:schemaLocation='urn:o http://127.0.0.1:9/none.xsd'><customer id='a1'>A</customer><customer id='a2'>B</customer>\
      <order by='a1' q:weight='1.25'><q:part>x y</q:part><q:part>z</q:part><date>2024-02-29</date></order>\
      <order by='a2'><q:part>x</q:part><date>2024-03-01</date></order></orders>
      """)

  private static let shapes = Case(
    testDescription: "xsi:type, xsi:nil, substitution, wildcards, lists, unions, mixed content",
    files: [
      "main.xsd": SchemaFixture.xsd(
        """
        <xs:complexType name="shape" abstract="true"><xs:sequence><xs:element name="name" type="xs:string" nillable="true"/>
        </xs:sequence></xs:complexType>
        <xs:complexType name="circle"><xs:complexContent><xs:extension base="shape"><xs:sequence>
        <xs:element name="radius" type="xs:float"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
        <xs:element name="head" type="xs:string" abstract="true"/>
        <xs:element name="one" type="xs:string" substitutionGroup="head"/>
        <xs:element name="two" type="xs:token" substitutionGroup="head"/>
        <xs:simpleType name="sizes"><xs:list><xs:simpleType><xs:union memberTypes="xs:boolean xs:int"/></xs:simpleType></xs:list></xs:simpleType>
        <xs:attributeGroup name="common"><xs:attribute name="sizes" type="sizes"/><xs:attribute name="kind" fixed="k"/>
        <xs:attribute name="q" type="xs:QName"/></xs:attributeGroup>
        <xs:element name="shapes"><xs:complexType><xs:sequence><xs:element name="shape" type="shape" maxOccurs="2"/>
        <xs:element ref="head" minOccurs="0" maxOccurs="unbounded"/>
        <xs:element name="notes" minOccurs="0"><xs:complexType mixed="true"><xs:choice minOccurs="0" maxOccurs="unbounded">
        <xs:element name="b" type="xs:string"/><xs:element name="i" type="xs:string"/></xs:choice></xs:complexType></xs:element>
        <xs:element name="all" minOccurs="0"><xs:complexType><xs:all><xs:element name="x"/><xs:element name="y" minOccurs="0"/></xs:all></xs:complexType></xs:element>
        <xs:any namespace="##other" processContents="lax" minOccurs="0"/></xs:sequence><xs:attributeGroup ref="common"/>
        <xs:anyAttribute namespace="urn:any" processContents="skip"/></xs:complexType></xs:element>
        """)
    ],
    document: """
      <shapes xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:p='urn:any' sizes='1 true 3' kind='k' q='p:x' \
      p:y='&amp;#38;'><shape xsi:type='circle'><name>a</name><radius>1e3</radius></shape>\
      <shape xsi:type='circle'><name xsi:nil='true'/><radius>INF</radius></shape><one>x</one><two> y </two>\
      <notes>a <b>b</b> c <i>d</i></notes><all><y/><x/></all><p:z w='1'>t</p:z></shapes>
      """)

  private static let books = Case(
    testDescription: "choice, interleave, datatypes, lists, values, wildcards, include, externalRef",
    files: [
      "main.rng": SchemaFixture.relaxNG(
        """
        <include href="base.rng"><define name="title"><element name="title"><data type="token">
        <param name="minLength">2</param><param name="pattern">[a-z ]*</param></data></element></define></include>
        <define name="extra" combine="choice"><externalRef href="sub/extra.rng"/></define>
        <define name="attributes" combine="interleave"><optional><attribute name="lang"><choice><value>en</value>
        <value>uk</value></choice></attribute></optional></define>
        """, attributes: "ns='urn:b' xmlns:b='urn:b'"),
      "base.rng": SchemaFixture.relaxNG(
        """
        <start><element name="books"><zeroOrMore><ref name="book"/></zeroOrMore></element></start>
        <div><define name="book"><element name="book"><ref name="attributes"/><interleave><ref name="title"/>
        <oneOrMore><element name="author"><text/></element></oneOrMore><optional><element name="year">
        <data type="gYear"><except><value type="gYear">1999</value></except></data></element></optional></interleave>
        <zeroOrMore><ref name="extra"/></zeroOrMore></element></define></div>
        <define name="title"><notAllowed/></define>
        <define name="extra" combine="choice"><element name="sizes"><list><oneOrMore><data type="int"/></oneOrMore>
        <optional><value>end</value></optional></list></element></define>
        <define name="attributes" combine="interleave"><attribute name="id"><data type="NCName"/></attribute>
        <zeroOrMore><attribute><nsName ns="urn:any"/></attribute></zeroOrMore></define>
        """, attributes: "ns='urn:b'"),
      "sub/extra.rng": """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><choice><element name="note"><mixed><zeroOrMore>
      <grammar><start><element name="em"><parentRef name="inline"/></element></start></grammar></zeroOrMore></mixed></element>
      <element><anyName><except><nsName/><nsName ns=""/></except></anyName><empty/></element></choice></start>
      <define name="inline"><text/></define></grammar>
      """,
    ],
    document: """
      <b:books xmlns:b='urn:b' xmlns:x='urn:any'><b:book id='a' lang='en' x:y='1'><b:author>A</b:author><b:title>abc de</b:title>\
      <b:author/><b:year>2001</b:year><b:sizes>1 2 end</b:sizes><b:note>a <b:em>b</b:em> c</b:note><x:w/></b:book>\
      <b:book id='b'><b:title>ab</b:title><b:author>B</b:author></b:book></b:books>
      """)

  private static let names = Case(
    testDescription: "values that are names, strings and tokens",
    files: [
      "main.rng": SchemaFixture.relaxNG(
        """
        <start><element name="names"><oneOrMore><choice><element name="q"><data type="QName"/></element>
        <element name="v"><value type="string" datatypeLibrary=""> a </value></element><element name="n"><value type="decimal">1.50</value>
        </element><element name="t"><value> a  b </value></element><element name="g"><empty/></element></choice></oneOrMore></element></start>
        """)
    ],
    document: """
      <names xmlns:p='urn:p'><q>p:x</q><q>x</q><v> a </v><n>1.5</n><t>a b</t><g/></names>
      """)

  private static func documents(_ one: Case) -> [String] {
    var mutations = DocumentMutations(one.document, seed: 4711)
    return [one.document] + (0..<2 * TestScale.records).map { _ in mutations.mutate() }
  }

  @Test(arguments: [orders, shapes, books, names])
  func `other programs find the same documents valid`(_ one: Case) throws {
    let fixture = try SchemaFixture(one.files)
    #expect(fixture.problems.map(\.finding.message) == [])
    let documents = Self.documents(one)
    #expect(try fixture.findings(one.document).map(\.message) == [])
    let option = fixture.path.hasSuffix(".rng") ? "--relaxng" : "--schema"
    guard let program = Program("xmllint") else { return print("skipped: there is no xmllint to compare with") }
    let paths = try documents.indices.map { try fixture.write(documents[$0], to: "\($0).xml") }
    let output = try program.run(["--nonet", "--noout", option, fixture.path] + paths).output
    var invalid = 0
    for (path, document) in zip(paths, documents) {
      let isValid = output.contains("\(path) validates\n")
      let found = try fixture.findings(document)
      if !isValid { invalid += 1 }
      #expect(found.isEmpty == isValid, "\(document)\n\(found.map(\.message))")
    }
    #expect(invalid > documents.count / 4 && invalid < documents.count)
    guard option == "--relaxng", let jing = Program("jing") else { return }
    let errors = try jing.run(["-i", fixture.path] + paths).output
    for (path, document) in zip(paths, documents) {
      #expect(try fixture.findings(document).isEmpty != errors.contains("\(path):"), "\(document)")
    }
  }

  @Test(arguments: [orders, shapes, books, names])
  func `findings are the same however the bytes come`(_ one: Case) throws {
    let fixture = try SchemaFixture(one.files)
    for document in Self.documents(one).prefix(30) {
      let whole = try fixture.findings(document).map { "\($0)" }
      for chunkSize in [1, 2, 3, 7, 64] {
        #expect(try fixture.findings(Array(document.utf8), chunkSize: chunkSize).map { "\($0)" } == whole)
      }
    }
  }
}

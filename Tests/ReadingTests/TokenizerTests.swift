import Testing

@testable import DatelineReading

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("Ukraine’s FAB-250 and Mk82 fell.", "Ukraine’s|FAB-250|and|Mk82|fell|."),
    ("a 500-pound bomb", "a|500-pound|bomb"),
    ("The U.S. and U.N.-backed forces", "The|U.S.|and|U.N.-backed|forces"),
    ("on Jan. 3 at 7 a.m. Gen. Paz left.", "on|Jan.|3|at|7|a.m.|Gen.|Paz|left|."),
    ("George W. Bush said no.", "George|W.|Bush|said|no|."),
    ("Detachment No. 4 and no.", "Detachment|No.|4|and|no|."),
    ("1,200 men, 3.5 km, 22:15, 11.11 am", "1,200|men|,|3.5|km|,|22:15|,|11.11|am"),
    ("the 2nd of the 1980s, 1980's", "the|2nd|of|the|1980s|,|1980's"),
    ("2016-03-04 13/01/2024", "2016|-|03|-|04|13|/|01|/|2024"),
    ("Jan 13,2024 7pm 19h00", "Jan|13|,|2024|7pm|19h00"),
    ("“emergency discharge” — he’d…", "“|emergency|discharge|”|—|he’d|…"),
    ("the soldiers' families", "the|soldiers'|families"),
    ("see https://example.org/a_b?c=1, or x.com.", "see|https://example.org/a_b?c=1|,|or|x.com|."),
    ("SAN SALVADOR, 3 JAN 90 -- [TEXT]", "SAN|SALVADOR|,|3|JAN|90|--|[|TEXT|]"),
    ("Москва́ 東京 ١٢", "Москва́|東京|١٢"),
    ("3:30p.m. 8am", "3:30|p.m.|8am"),
    ("AT&T T-72s 9K720 M-16", "AT&T|T-72s|9K720|M-16"),
  ])
  func `a text falls into words, numbers and marks`(text: String, expected: String) {
    #expect(Tokenizer.tokens(of: text).map(\.text).joined(separator: "|") == expected)
  }

  @Test(arguments: [
    ("Ukraine’s", "ukraine"), ("São", "sao"), ("Łódź", "lodz"), ("Müller", "muller"), ("Nguyễn", "nguyen"),
    ("U.S", "u.s."),
    ("U.S.", "u.s."), ("Jan. 3", "jan"), ("a.m.", "a.m."), ("COUNTRY'S", "country"), ("O’Brien", "o'brien"),
    ("1980's", "1980s"),
    ("“", "\""), ("—", "--"), ("Straße", "strasse"), ("١٢", "12"), ("Москва", "москва"),
    ("soldiers' wives", "soldiers"),
  ])
  func `a key has lower case and no accents, possessive or closing stop`(text: String, key: String) {
    #expect(Tokenizer.tokens(of: text).first?.key == key)
  }

  @Test func `capitals and possessives are told`() {
    let tokens = Tokenizer.tokens(of: "USA’s Kyiv fell ÉLAN A")
    #expect(tokens.map(\.isCapitalized) == [true, true, false, true, true])
    #expect(tokens.map(\.isAllCapitals) == [false, false, false, true, false])
    #expect(tokens.map(\.isPossessive) == [true, false, false, false, false])
  }

  @Test func `ranges cover the tokens and nothing else`() {
    let text = "Łódź’s “mayor” said 1,200 — no…  end"
    let bytes = Array(text.utf8)
    for token in Tokenizer.tokens(of: text) {
      #expect(String(decoding: bytes[token.range], as: UTF8.self) == token.text)
    }
  }
}

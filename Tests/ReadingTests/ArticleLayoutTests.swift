import DatelineCore
import Testing

@testable import DatelineReading

@Suite struct ArticleLayoutTests {
  private func roles(_ layout: ArticleLayout) -> [String] { layout.blocks.map { "\($0.role)" } }

  @Test func `an article falls into head, story and foot`() {
    let layout = ArticleLayout(
      """
      Bridge falls into river

      By Ann Lee and Bo Ek, Example News

      Published: 14 January 2024

      KYIV, Jan 13 (Agency) – A bridge fell on Friday. Nobody died.

      What is known

      Police closed the road.

      © 2024 Example News. All rights reserved.
      """)
    #expect(roles(layout) == ["headline", "byline", "dateline", "paragraph", "heading", "paragraph", "rights"])
    #expect(layout.headline == "Bridge falls into river")
    #expect(layout.authors == ["Ann Lee", "Bo Ek"])
    #expect(layout.published?.date.description == "2024-01-14")
    #expect(layout.dateline?.place == "KYIV")
    #expect(layout.dateline?.date?.description == "2024-01-13")
    #expect(layout.dateline?.agency == "Agency")
    #expect(layout.rights?.holder == "Example News")
    #expect(layout.rights?.year == 2024)
    #expect(layout.article.text == layout.blocks.map(\.text).joined(separator: "\n\n"))
  }

  @Test(
    arguments: [
      ("BERLIN (AP) - A ship sank.", "BERLIN", nil), ("BEIRUT - A child died.", "BEIRUT", nil),
      ("MOSCOW, Jan. 13, 2024 (Agency) — It fell.", "MOSCOW", "2024-01-13"),
      ("BOGOTA, 13 FEB 90 (EFE) -- [TEXT] A BOMB WENT OFF.", "BOGOTA", "1990-02-13"),
      ("LA PAZ (BOLIVIA), 12 JAN 90 (EFE) -- [TEXT] A BOMB.", "LA PAZ (BOLIVIA)", "1990-01-12"),
      ("MINSK, Belarus (Reuters) - It fell.", "MINSK, Belarus", nil),
      ("KYIV/MOSCOW, March 3 2022 (X) – It fell.", "KYIV/MOSCOW", "2022-03-03"),
      ("SAN SALVADOR, NO DATE (FBIS) -- [TEXT] ONE FELL.", "SAN SALVADOR", nil),
    ] as [(String, String, String?)])
  func `a dateline is read`(text: String, place: String, date: String?) {
    let dateline = ArticleLayout(text).dateline
    #expect(dateline?.place == place)
    #expect(dateline?.date?.description == date)
  }

  @Test(arguments: [
    "( – According to sources, it fell.", "Police said on Monday (a holiday) - it fell.", "The mayor - a baker - left.",
    "NATO said no.",
  ])
  func `what is no dateline is left alone`(text: String) {
    #expect(ArticleLayout(text).dateline == nil)
  }

  @Test func `the rest of a dateline is no part of the first sentence`() {
    let layout = ArticleLayout("( – According to sources, it fell.")
    let last = layout.article.sentences.last.map {
      layout.article.string(in: layout.article.utf8Range(ofTokens: $0.tokens))
    }
    #expect(last == "According to sources, it fell.")
  }

  @Test func `year and month are inferred from the copyright line and this month`() {
    let layout = ArticleLayout(
      "Shells fall again\n\nA shell fell on May 4. It was the third this month.\n\nCopyright 2021,")
    #expect(layout.published?.date.description == "2021-05")
    #expect(layout.published?.basis == .inferred)
    #expect(layout.rights?.text == "Copyright 2021,")
    #expect(layout.rights?.holder == nil)
    let rules = layout.evidence.filter { $0.field == "/published" }.map(\.rule)
    #expect(rules == ["date.year-from-copyright", "date.month-from-this-month"])
  }

  @Test(
    arguments: [
      ("(c) Reuters 2019", "Reuters", 2019), ("Copyright 2018 The Example Post", "The Example Post", 2018),
      ("Copyright © 2015-2020 Example Ltd. All rights reserved.", "Example Ltd.", 2020),
      ("© Example Media", "Example Media", nil),
    ] as [(String, String?, Int?)])
  func `a notice of rights is read`(notice: String, holder: String?, year: Int?) {
    let layout = ArticleLayout("It fell\n\nA shell fell on a house.\n\n" + notice)
    #expect(layout.rights?.holder == holder)
    #expect(layout.rights?.year == year)
    #expect(layout.rights?.text == notice)
  }

  @Test func `a title from outside becomes the headline once`() {
    #expect(roles(ArticleLayout("A shell fell. It burned.", title: "Shell falls")) == ["headline", "paragraph"])
    #expect(roles(ArticleLayout("Shell falls\n\nA shell fell.", title: "Shell falls")) == ["headline", "paragraph"])
  }

  @Test func `hard-wrapped paragraphs keep their line feeds`() {
    let wrapped =
      "   ONE DIED WHEN A BOMB WENT OFF IN THE\nCENTRE OF THE CITY.  THE POLICE SAY THAT\nNOBODY SAW IT.\n\n   TWO FLED."
    #expect(ArticleLayout(wrapped).blocks.count == 2)
    #expect(ArticleLayout(wrapped).blocks.first?.text.contains("\n") == true)
  }

  @Test func `lines that are paragraphs become blocks`() {
    let lines =
      "Ship hits bridge\nA ship hit a bridge on the river, and two people were hurt, police said.\nThe bridge is closed.\nIt will open soon."
    #expect(roles(ArticleLayout(lines)) == ["headline", "paragraph", "paragraph", "paragraph"])
  }
}

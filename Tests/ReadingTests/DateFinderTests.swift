import DatelineCore
import Testing

@testable import DatelineReading

@Suite struct DateFinderTests {
  /// What the finder reads, as `edtf part-or-time` separated by `; `.
  private func found(_ text: String, _ reference: DateReference?) -> String {
    DateFinder(reference: reference).mentions(in: ArticleText(text)).map { mention in
      let time = mention.time?.description ?? mention.partOfDay.map { "\($0)" }
      return (mention.edtf?.description ?? "?") + (time.map { " " + $0 } ?? "")
    }.joined(separator: "; ")
  }

  /// Wednesday, 6 March 2019.
  private let published = DateReference(year: 2019, month: 3, day: 6)

  @Test(arguments: [
    ("on 13 January 2024 and Jan. 13, 2024", "2024-01-13; 2024-01-13"), ("the 13th of January, 2024", "2024-01-13"),
    ("BOGOTA, 13 FEB 90 (EFE)", "1990-02-13"), ("on 2016-03-04 at 10:15", "2016-03-04 10:15"),
    ("on 13/01/2024 or 1/13/2024 or 13.01.2024", "2024-01-13; 2024-01-13; 2024-01-13"),
    ("in May 1998 and in 1994", "1998-05; 1994"), ("during the 1980s", "198X"),
    ("in the third quarter of 1989", "1989-35"), ("in the summer of 2014", "2014-06/2014-08"),
    ("Thursday, Aug. 25, 2016", "2016-08-25"), ("on Easter 2018", "2018-04-01"),
    ("nineteen ninety-seven", "1997"), ("It hit 2000 people and 1,998 homes", ""),
  ])
  func `dates of the calendar are read without a reference`(text: String, expected: String) {
    #expect(found(text, nil) == expected)
  }

  @Test(arguments: [
    ("It fell on Monday.", "2019-03-04"), ("It fell Wednesday.", "2019-03-06"),
    ("Last Wednesday it fell.", "2019-02-27"),
    ("It will open on Friday.", "2019-03-08"), ("Yesterday evening", "2019-03-05 evening"),
    ("tonight", "2019-03-06 night"),
    ("It burned last night.", "2019-03-05 night"), ("on March 2", "2019-03-02"), ("on Dec. 24", "2018-12-24"),
    ("in November", "2018-11"), ("last April", "2018-04"), ("two weeks ago", "2019-02-18/2019-02-24"),
    ("three days ago", "2019-03-03"), ("five years ago", "2014"), ("last week", "2019-02-25/2019-03-03"),
    ("this month", "2019-03"), ("earlier this year", "2019"), ("the day before yesterday", "2019-03-04"),
    ("on Thanksgiving", "2018-11-22"), ("shelled overnight", "2019-03-05/2019-03-06 night"),
    ("over the weekend", "2019-03-02/2019-03-03"), ("the past two weeks", "2019-02-20/2019-03-06"),
    ("between 22 and 24 February", "2019-02-22/2019-02-24"), ("from Feb. 26 to March 2", "2019-02-26/2019-03-02"),
    ("from Dec. 30 to Jan. 2", "2018-12-30/2019-01-02"), ("22-23 Feb", "2019-02-22/2019-02-23"),
    ("at 10 p.m. on Tuesday", "2019-03-05 22:00"), ("on Tuesday at noon", "2019-03-05 12:00"),
    ("early on Tuesday", "2019-03-05 earlyMorning"), ("on the night of 3 March", "2019-03-03 night"),
    ("the first Monday of February", "2019-02-04"), ("at the end of last week", "2019-03-01/2019-03-03"),
    ("A man may march in the fall of the city.", ""), ("USA TODAY reported", ""),
    ("for the first time in two weeks", ""),
  ])
  func `news is read backwards from its publication`(text: String, expected: String) {
    #expect(found(text, published) == expected)
  }

  @Test(arguments: [
    ("It fell on March 2. Later that evening another fell.", "2019-03-02; 2019-03-02 evening"),
    ("It fell on March 2. Two days later it rained.", "2019-03-02; 2019-03-04"),
    ("It fell on March 2 in the morning. At 22:15 it burned.", "2019-03-02 morning; 2019-03-02 22:15"),
    ("It fell on March 2. The next day it rained.", "2019-03-02; 2019-03-03"),
    ("In 2014 he left. Later that year he died.", "2014; 2014"),
    ("It fell on March 2. Hours earlier it was calm.", "2019-03-02; 2019-03-02"),
    ("It fell on March 2, he said Monday. That night all slept.", "2019-03-02; 2019-03-04; 2019-03-02 night"),
    ("In the morning all slept.", "? morning"),
  ])
  func `dates go on from the one told before`(text: String, expected: String) {
    #expect(found(text, published) == expected)
  }

  @Test func `a year that is only inferred marks the date and is shown`() throws {
    let text = "It fell on January 13. Copyright 2024"
    let year = DateReference(
      year: 2024, basis: .inferred, evidence: [DateEvidence(23..<37, "date.year-from-copyright")])
    let article = ArticleText(text)
    let mention = try #require(DateFinder(reference: year).mentions(in: article).first)
    #expect(mention.edtf?.description == "2024-01-13")
    #expect(mention.basis == .inferred)
    #expect(mention.evidence.map { article.string(in: $0.utf8Range) } == ["on January 13", "Copyright 2024"])
    #expect(mention.evidence.map(\.rule) == ["date.month-day", "date.year-from-copyright"])
  }

  @Test(arguments: [
    ("since Monday", DateMention.Relation.since), ("until Monday", .until), ("before Monday", .before),
    ("on Monday", .at),
  ])
  func `the preposition is kept`(text: String, relation: DateMention.Relation) {
    #expect(DateFinder(reference: published).mentions(in: ArticleText(text)).first?.relation == relation)
  }

  @Test(arguments: [
    ("tomorrow at 5pm", "2019-03-07 17:00"), ("in three days", "2019-03-09"), ("next Tuesday", "2019-03-12"),
    ("tonight at 8", "2019-03-06 20:00"), ("2 days before christmas", "2019-12-23"), ("march third", "2019-03-03"),
    ("second monday of last month", "2019-02-11"), ("last week of september 2014", "2014-09-22/2014-09-28"),
  ])
  func `notes may speak of the future`(text: String, expected: String) throws {
    let mention = try #require(
      DateFinder.resolve(expression: text, context: nil, reference: DateReference(year: 2019, month: 3, day: 6)))
    let time = mention.time.map { " " + $0.description } ?? ""
    #expect((mention.edtf?.description ?? "?") + time == expected)
  }

  @Test func `every pattern of every rule is understood`() {
    // A rule with an unknown word is dropped, so that their number would fall.
    #expect(
      CombiningRules.cascade.reduce(0) { $0 + $1.rules.count } == CombiningRules.cascade.reduce(0) { $0 + $1.written })
  }
}

import DatelineCore
import DatelineReading
import Foundation
import Testing

/// Records as the reader gives them for whole articles.
@Suite("Records of an article") struct ArticleReadingTests {
  private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Samples")

  private func read(_ sample: String) throws -> ArticleReading.Result {
    let url = Self.samples.appendingPathComponent(sample)
    return ArticleReading().read(try String(contentsOf: url, encoding: .utf8))
  }

  @Test func `an article with several incidents gives each its day, place and munition`() throws {
    let result = try read("practice-bombs.txt")
    #expect(result.report.published == .date(try #require(EDTF("2023-03"))))
    #expect(result.report.publishedBasis == .inferred)
    #expect(
      result.incidents.map { $0.when?.date?.description } == ["2023-03-12", "2023-03-12", "2023-03-03", "2023-03-07"])
    #expect(result.incidents.map { $0.when?.partOfDay } == [.morning, .afternoon, nil, nil])
    #expect(result.incidents.map { $0.cause?.intent } == [.accidental, .accidental, .accidental, nil])
    let munition = try #require(result.incidents.first?.munitions.first)
    #expect(munition.class == .aerialBomb && munition.designation == "Mk 82" && munition.best == 1)
    #expect(result.incidents.first?.places.first?.relatedTo == ["Czaplinek", "Barwice"])
    #expect(result.incidents.last?.casualties == [Casualty(status: .none)])
  }

  @Test func `an incident of a series names the one before it, never itself`() throws {
    let incidents = try read("practice-bombs.txt").incidents
    #expect(incidents[1].relations.map(\.target) == [incidents[0].id])
    for incident in incidents { #expect(!incident.relations.contains { $0.target == incident.id }) }
    let field = try #require(incidents[1].places.first)
    #expect(field.text == "in an empty field" && field.country == "PL" && field.precision == .country)
  }

  @Test func `whose jet it was is known from who was named before`() throws {
    let incident = try read("practice-bombs.txt").incidents[2]
    #expect(incident.participants.first?.name == "Air Force" && incident.participants.first?.roles == [.operator])
    #expect(incident.claims.contains { $0.stance == .admits && $0.speaker == "Air Force" })
  }

  @Test func `nobody claims what no group has claimed`() throws {
    let incidents = try read("market.txt").incidents
    #expect(incidents.count == 2)
    for incident in incidents { #expect(!incident.claims.contains { $0.stance == .claimsResponsibility }) }
    #expect(incidents.first?.claims.first?.speaker == "provincial police")
  }

  @Test func `two verbs of one statement make one claim of the report`() throws {
    let text = """
      Flood Warning for the Coast

      The mayor of Lima, Rosa Diaz, posted on X, saying that people should stay at home. Rosa Diaz said that such floods are rare.
      """
    let claims = ArticleReading().read(text).report.claims
    #expect(Set(claims.map { "\($0.speaker ?? "?") \($0.stance)" }).count == claims.count)
    #expect(claims.contains { $0.speaker == "Rosa Diaz" })
  }

  @Test func `a clock time is no target`() throws {
    let incident = try #require(try read("ferry.txt").incidents.first)
    #expect(incident.when?.time == ClockTime("07:40") && incident.when?.timeZone == "Europe/Oslo")
    #expect(!incident.participants.contains { $0.name == "a.m." })
  }

  @Test(arguments: ["practice-bombs.txt", "ferry.txt", "market.txt"])
  func `every pointer of the evidence leads to a field, and every quote is where it says`(sample: String) throws {
    let result = try read(sample)
    let scalars = Array(result.report.body.map(\.text.description).joined(separator: "\n\n").unicodeScalars)
    for incident in result.incidents {
      #expect(!incident.evidence.isEmpty)
      for entry in incident.evidence {
        guard entry.start < entry.end, entry.end <= scalars.count else {
          Issue.record("\(entry) is outside the text")
          continue
        }
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[entry.start..<entry.end])
        #expect(String(words) == (entry.quote ?? incident.summary)?.description)
        #expect(entry.rule != nil)
      }
    }
  }
}

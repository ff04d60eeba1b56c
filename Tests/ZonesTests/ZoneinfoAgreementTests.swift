import DatelineCore
import DatelineZones
import Foundation
import TestSupport
import Testing

/// Comparison with Python's `zoneinfo`, another reader of the same files.
@Suite struct ZoneinfoAgreementTests {
  private static let python = Python(importing: "zoneinfo")

  /// What is asked about one zone.
  private struct Questions {
    var name: String
    var rules: ZoneRules
    /// Instants of which the offset is asked.
    var instants: [Int] = []
    /// Seconds as local clocks count them, of which both offsets are asked.
    var locals: [Int] = []
  }

  /// The seconds of the years 1 to 9999, two days at either end left out, which Python cannot convert.
  private static let span = -62_135_424_000...253_402_128_000

  @Test(.enabled(if: python != nil, "skipped: there is no python3 with zoneinfo to compare with"))
  func `every zone has the offsets that Python finds, around every transition and in any year`() throws {
    let python = try #require(Self.python)
    let database = ZoneDatabase.system
    var random = SeededRandom(seed: UInt64(TestScale.seed))
    var count = (zones: 0, instants: 0, locals: 0)
    let scratch = try Scratch()
    let questions = try database.zoneNames.map { name in
      Self.questions(name, try database.zone(named: name), &random)
    }
    let lines = questions.map { "\($0.name)\t\(Self.list($0.instants))\t\(Self.list($0.locals))\n" }
    try scratch.write(lines.joined(), to: "questions")
    let (status, output) = try python.run(Self.script, [scratch.folder.path])
    try #require(status == 0, "\(output)")
    let answers = try scratch.text(of: "answers").split(separator: "\n")
    try #require(answers.count == questions.count)
    for (asked, answer) in zip(questions, answers) {
      let expected = Self.answer(to: asked)
      if expected != answer { Self.report(asked, expected, answer) }
      count.zones += 1
      count.instants += asked.instants.count
      count.locals += asked.locals.count * 2
    }
    print("agreed: \(count.zones) zones, \(count.instants) instants, \(count.locals) local times")
    #expect(count.zones > 300)
  }

  private static func questions(_ name: String, _ rules: ZoneRules, _ random: inout SeededRandom) -> Questions {
    var asked = Questions(name: name, rules: rules)
    for transition in rules.transitions(in: -6_000_000_000..<2_366_841_600) {
      asked.instants += [transition.instant - 1, transition.instant, transition.instant + 1]
      let before = transition.instant + transition.before.utcOffset
      let after = transition.instant + transition.after.utcOffset
      asked.locals += [before - 1, before, after - 1, after, (before + after) / 2]
    }
    for _ in 0..<200 {
      asked.instants.append(Int.random(in: span, using: &random))
      asked.locals.append(Int.random(in: span, using: &random))
    }
    // Around transitions of far years, and a grid that finds transitions that are missing.
    for _ in 0..<20 {
      let start = Int.random(in: span.lowerBound...(span.upperBound - 63_113_904), using: &random)
      for transition in rules.transitions(in: start..<start + 31_556_952) {
        asked.instants += [transition.instant - 1, transition.instant]
        asked.locals.append(transition.instant + transition.after.utcOffset)
      }
    }
    asked.instants += stride(from: -3_786_825_600, to: 2_240_524_800, by: 97 * 86_400 + 1)
    asked.instants = asked.instants.filter(span.contains)
    asked.locals = asked.locals.filter(span.contains)
    return asked
  }

  private static func list(_ numbers: [Int]) -> String { numbers.map { "\($0)" }.joined(separator: ",") }

  private static func answer(to asked: Questions) -> String {
    let periods = asked.instants.map { instant in
      let period = asked.rules.offset(at: instant)
      return "\(period.utcOffset) \(period.isDaylight ? 1 : 0) \(period.abbreviation)"
    }
    let locals = asked.locals.map { seconds in
      let local = LocalDateTime(secondsSince1970: seconds, utcOffset: 0)
      return switch asked.rules.instants(for: local) {
      case .unique(let instant): "\(instant) \(instant)"
      case .ambiguous(let earlier, let later): "\(earlier) \(later)"
      case .gap(let before, let after): "\(before) \(after)"
      }
    }
    return periods.joined(separator: ",") + "\t" + locals.joined(separator: ",")
  }

  /// Tells the first difference.
  private static func report(_ asked: Questions, _ expected: String, _ answer: Substring) {
    let ours = expected.split(whereSeparator: { ",\t".contains($0) })
    let theirs = answer.split(whereSeparator: { ",\t".contains($0) })
    let questions = asked.instants + asked.locals
    for (index, pair) in zip(ours, theirs).enumerated() where pair.0 != pair.1 {
      let kind = index < asked.instants.count ? "instant" : "local"
      Issue.record("\(asked.name), \(kind) \(questions[index]): '\(pair.0)', Python says '\(pair.1)'")
      return
    }
    Issue.record("\(asked.name): \(ours.count) answers, Python gives \(theirs.count)")
  }

  private static let script = """
    import sys, datetime, zoneinfo
    zero = datetime.datetime(1970, 1, 1)
    epoch = zero.replace(tzinfo=datetime.timezone.utc)
    second = datetime.timedelta(seconds=1)
    def show(number, zone):
        moment = (epoch + number * second).astimezone(zone)
        return '%d %d %s' % (moment.utcoffset() // second, moment.dst() != second * 0, moment.tzname())
    def resolve(number, zone):
        naive = zero + number * second
        offsets = [naive.replace(tzinfo=zone, fold=fold).utcoffset() // second for fold in (0, 1)]
        return '%d %d' % (number - offsets[0], number - offsets[1])
    with open(sys.argv[1] + '/questions') as questions, open(sys.argv[1] + '/answers', 'w') as answers:
        for line in questions:
            name, instants, locals = line.rstrip('\\n').split('\\t')
            zone = zoneinfo.ZoneInfo(name)
            first = [show(int(number), zone) for number in instants.split(',')]
            second_part = [resolve(int(number), zone) for number in locals.split(',')]
            answers.write(','.join(first) + '\\t' + ','.join(second_part) + '\\n')
    """
}

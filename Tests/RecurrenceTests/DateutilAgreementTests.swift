import DatelineCore
import DatelineRecurrence
import TestSupport
import Testing

private let python = Python(importing: "dateutil.rrule")

/// The `rrule` of python-dateutil, which shares no code and no approach with ours.
@Suite struct DateutilAgreementTests {
  /// Reads lines `start rule seconds`, and writes the first 40 occurrences of each, or `?` where dateutil refuses the rule
  /// or does not answer in these seconds of its own time: it walks in steps, and has no notion of a rule that never occurs.
  /// The threads of tests block signals, and the process would inherit that. Where the time is up while Python makes a
  /// class, it says so as a RuntimeError.
  private static let script = """
    import sys, signal, datetime, dateutil.parser, dateutil.tz
    from itertools import islice
    from dateutil.rrule import rrulestr
    class Late(Exception): pass
    is_timed = False
    def late(*_):
        if is_timed: raise Late
    signal.signal(signal.SIGVTALRM, late)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    for line in sys.argv[1].splitlines():
        start, rule, seconds = line.split(" ")
        form = "%Y%m%dT%H%M%S" if "T" in start else "%Y%m%d"
        answer = "?"
        signal.setitimer(signal.ITIMER_VIRTUAL, float(seconds))
        try:
            is_timed = True
            found = list(islice(rrulestr(rule, dtstart=datetime.datetime.strptime(start, form)), 40))
            text = ",".join(time.strftime(form).rjust(len(start), "0") for time in found)
            is_timed = False
            answer = text
        except (Late, ValueError, RuntimeError):
            is_timed = False
        print(answer)
    """

  @Test(
    .enabled(if: python != nil, "skipped: there is no python3 with dateutil"),
    arguments: 0..<(TestScale.records + 399) / 400)
  func `random rules have the occurrences that dateutil gives them`(batch: Int) throws {
    var random = SeededRandom(seed: UInt64(TestScale.seed * 1_000 + batch))
    let rules = (0..<min(400, TestScale.records)).map { _ in random.nextRule() }
      .filter { !Self.deviates($0) }
    let lines = rules.map { "\($0) \(Self.occurs($0) ? 0.2 : 0.02)" }.joined(separator: "\n")
    let result = try #require(python).run(Self.script, [lines])
    let answers = result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    try #require(answers.count == rules.count, "\(result.output.suffix(400))")
    var compared = 0
    for (item, answer) in zip(rules, answers) where answer != "?" {
      var occurrences = Recurrence(item.rule, from: item.start).makeIterator()
      var found: [String] = []
      while found.count < 40, let time = occurrences.next() { found.append(written(time, like: item.start)) }
      #expect(found.joined(separator: ",") == answer, "\(item)")
      compared += 1
    }
    #expect(compared > rules.count / 2)
  }

  /// Where dateutil is known to differ from RFC 5545, or the RFC leaves a choice that it takes otherwise.
  private static func deviates(_ item: RandomRule) -> Bool {
    let rule = item.rule
    if !rule.byWeekNumber.isEmpty {
      // A week without a weekday: all seven days there, the start's weekday here. The year of a week: the year of each of
      // its days there, that of the week here. Weeks that do not begin on Monday: the last of a year is misnumbered. The
      // first week, counted from the end: its days in December are missed.
      return rule.byDay.isEmpty && rule.byMonthDay.isEmpty && rule.byYearDay.isEmpty || rule.interval > 1
        || !rule.bySetPosition.isEmpty || rule.weekStart ?? .monday != .monday
        || rule.byWeekNumber.contains { $0 <= -52 }
    }
    // BYSETPOS counts in the whole first week here, and from the start there.
    return rule.frequency == .weekly && !rule.bySetPosition.isEmpty
      && item.start.dateTime.date.weekday != (rule.weekStart ?? .monday).rawValue
  }

  /// dateutil is not given long for a rule without occurrences: it would look for one until the year 9999.
  private static func occurs(_ item: RandomRule) -> Bool {
    var occurrences = Recurrence(item.rule, from: item.start).makeIterator()
    return occurrences.next() != nil
  }
}

import DatelineValidation
import Testing

@Suite struct TimeBudgetTests {
  @Test func `a document may take its seconds, and one for each megabyte`() {
    #expect(!TimeBudget(seconds: 1_000_000).isSpent(on: 0))
    #expect(TimeBudget(seconds: -1_000_000).isSpent(on: 1_000_000))
    #expect(!TimeBudget(seconds: -1_000_000).isSpent(on: 2_000_000_000_000))
    #expect(TimeBudget(seconds: 60).message.contains("more than 60 seconds"))
  }
}

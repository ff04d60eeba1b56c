import DatelineCore
import Foundation
import TestSupport
import Testing

@testable import DatelineZones

@Suite struct TZifFileTests {
  /// The bytes of a small file.
  private static func file(
    version: UInt8 = 0x32, transitions: [(instant: Int, type: UInt8)] = [(0, 1), (1_000, 0)], footer: String = "AAA-1",
    leapSeconds: Int = 0
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for size in version == 0 ? [4] : [4, 8] {
      bytes += Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
      for count in [0, 0, leapSeconds, transitions.count, 2, 8] { bytes += number(count, 4) }
      for transition in transitions { bytes += number(transition.instant, size) }
      bytes += transitions.map(\.type)
      bytes += number(3600, 4) + [0, 0] + number(7200, 4) + [1, 4]
      bytes += Array("AAA\0BBB\0".utf8)
      bytes += [UInt8](repeating: 0, count: leapSeconds * (size + 4))
    }
    return version == 0 ? bytes : bytes + Array("\n\(footer)\n".utf8)
  }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func reason(_ bytes: [UInt8]) -> String? {
    do {
      _ = try TZifFile.rules(bytes)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test(arguments: [0, 0x32, 0x33, 0x34] as [UInt8])
  func `versions 1 to 4 are read`(version: UInt8) throws {
    let rules = try TZifFile.rules(Self.file(version: version))
    #expect([-1, 0, 999, 1_000].map { rules.offset(at: $0).abbreviation } == ["AAA", "BBB", "BBB", "AAA"])
  }

  @Test func `the rules at the end hold from the last transition on`() throws {
    let rules = try TZifFile.rules(Self.file(footer: "AAA-1BBB,M3.5.0,M10.5.0/3"))
    #expect(rules.offset(at: 1_000).abbreviation == "AAA")
    #expect(rules.offset(at: 1_690_000_000).abbreviation == "BBB")
    #expect(rules.offset(at: 253_389_000_000).abbreviation == "BBB")
    #expect(Array(rules.transitions(in: -5..<31_536_000)).map(\.instant) == [0, 1_000, 7_520_400, 25_664_400])
  }

  @Test func `without rules at the end the last period lasts`() throws {
    let rules = try TZifFile.rules(Self.file(transitions: [(0, 1)], footer: ""))
    #expect(rules.offset(at: Int.max).abbreviation == "BBB")
    #expect(rules.offset(at: Int.min).abbreviation == "AAA")
  }

  @Test func `what is wrong with a file is said`() {
    #expect(Self.reason(Self.file(leapSeconds: 1))?.contains("leap seconds") == true)
    #expect(Self.reason(Self.file(footer: "AAA"))?.contains("TZ text") == true)
    #expect(Self.reason(Self.file(transitions: [(5, 1), (5, 0)]))?.contains("order") == true)
    #expect(Self.reason(Self.file(transitions: [(5, 2)]))?.contains("type") == true)
    #expect(Self.reason(Self.file(version: 0x31))?.contains("version") == true)
    #expect(Self.reason([])?.contains("ends") == true)
    #expect(Self.reason(Array("TZif2".utf8))?.contains("ends") == true)
    #expect(Self.reason([UInt8](repeating: 0xFF, count: 100))?.contains("TZif") == true)
  }

  @Test func `a file that is cut off anywhere is refused`() throws {
    for footer in ["AAA-1", "AAA-1BBB,M3.5.0,M10.5.0/3"] {
      let whole = Self.file(footer: footer)
      for length in 0..<whole.count { #expect(Self.reason(Array(whole.prefix(length))) != nil, "\(length) bytes") }
    }
  }

  @Test func `a file with any byte changed is read or refused, and what was read answers`() throws {
    var random = SeededRandom(seed: UInt64(TestScale.seed))
    let real = ["Africa/Cairo", "Etc/UTC"].compactMap {
      ZoneFolder(path: "/usr/share/zoneinfo").bytes(of: $0)
    }
    var (read, refused) = (0, 0)
    for file in [Self.file(), Self.file(footer: "AAA-1BBB,J60/-167,364/167"), Self.file(version: 0)] + real {
      for index in file.indices {
        for _ in 0..<(file.count < 500 ? 2 : 1) {
          var changed = file
          changed[index] = UInt8.random(in: 0...255, using: &random)
          if random.isOne(in: 8) { changed[Int.random(in: file.indices, using: &random)] ^= 0x80 }
          guard let rules = try? TZifFile.rules(changed) else {
            refused += 1
            continue
          }
          read += 1
          Self.ask(rules)
        }
      }
    }
    #expect(read > 100 && refused > 100)
  }

  private static func ask(_ rules: ZoneRules) {
    for instant in [Int.min, -(1 << 60), -1, 0, 1_700_000_000, 1 << 60, Int.max] {
      let period = rules.offset(at: instant)
      let near = min(max(instant, -(1 << 60)), 1 << 60)
      let local = LocalDateTime(secondsSince1970: near, utcOffset: period.utcOffset)
      _ = rules.instants(for: local).instant
      if let next = rules.transition(after: instant) { #expect(next.before != next.after) }
    }
    let instants = rules.transitions(in: 0..<4_000_000_000).map(\.instant)
    #expect(zip(instants, instants.dropFirst()).allSatisfy { $0 < $1 })
  }
}

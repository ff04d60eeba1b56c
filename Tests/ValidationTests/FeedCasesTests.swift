import Dateline
import DatelineCore
import Foundation
import TestSupport
import Testing

/// Cases of the W3C feed validation service, where they lie beside the package: what it finds is found, and what it takes
/// is taken.
@Suite struct FeedCasesTests {
  private struct Case: Decodable {
    var path: String
    var expect: String
    var negated: Bool
    var level: String
  }

  private struct ReferenceClass: Decodable { var ancestors: [String] }

  /// Whether one of the findings is of the class `name`, or of one below it.
  private static func has(_ name: String, _ findings: [Finding], _ classes: [String: ReferenceClass]) -> Bool {
    findings.contains { finding in
      if ["Error", "Warning", "Info"].contains(name) { return finding.level.word == name.lowercased() }
      return finding.reference.contains { $0 == name || classes[$0]?.ancestors.contains(name) == true }
    }
  }

  /// Three negated cases are about a child that may be missing where its parent lacks others too, which classes alone
  /// can't tell apart.
  @Test func `the choices of the reference validator are met`() throws {
    guard let list = Corpora.bytes("feeds/cases.jsonl"),
      let names = Corpora.bytes("../tools/feeds/reference-classes.json")
    else { return }
    let classes = try JSONDecoder().decode([String: ReferenceClass].self, from: Data(names))
    var validation = Validation()
    validation.options.profile = .feedvalidator
    var met: [String: Int] = [:]
    var all: [String: Int] = [:]
    for line in list.split(separator: UInt8(ascii: "\n")) {
      let one = try JSONDecoder().decode(Case.self, from: Data(line))
      // Cases of level "success" expect that nothing is found about a value, without saying what could be.
      guard one.level != "success" else { continue }
      let input = Input(path: Corpora.location("feeds/cases/\(one.path)"))
      let kind = one.negated ? "negated" : one.level
      all[kind, default: 0] += 1
      if Self.has(one.expect, try validation.check(input).findings, classes) != one.negated {
        met[kind, default: 0] += 1
      }
    }
    for (kind, share) in [("error", 100), ("warning", 100), ("info", 100), ("negated", 97)] {
      let (count, total) = (met[kind, default: 0], all[kind, default: 0])
      #expect(count * 100 >= total * share, "\(kind): \(count) of \(total)")
    }
  }
}

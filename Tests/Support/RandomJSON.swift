import DatelineCore

/// Random JSON values in the minimal form that the model carries. It has an escaping of its own, so that the library's is
/// under test.
package struct RandomJSON {
  /// Decides everything.
  package var random: SeededRandom

  /// Starts where `random` is.
  package init(random: SeededRandom) { self.random = random }

  private static let numbers = [
    "0", "-0", "1", "-1", "1.50", "1E+5", "1e-05", "2.5e300", "123456789012345678901234567890", "0.1",
    "9223372036854775807", "-9223372036854775808", "1.0", "-0.0", "0e0", "18446744073709551616",
  ]

  /// A value of any kind that nests up to `depth` levels.
  package mutating func value(depth: Int = 3) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: random.pick(["null", "true", "false"])
    case 1, 2: random.pick(Self.numbers)
    case 3: "\"\""
    case 4: string()
    case 5:
      "[" + (0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth - 1) }.joined(separator: ",")
        + "]"
    default: object(depth: depth)
    }
  }

  /// A value that says something and is neither object nor list.
  package mutating func scalar() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: random.pick(["true", "false"])
    case 1: random.pick(Self.numbers)
    default: string()
    }
  }

  /// An object with `least` members or more. Keys may be empty or stand twice: nobody looks into them.
  package mutating func object(depth: Int = 3, least: Int = 0) -> String {
    let count = Int.random(in: least...(least + 3), using: &random)
    let members = (0..<count).map { _ in
      (random.isOne(in: 8) ? "\"\"" : string()) + ":" + value(depth: depth - 1)
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private mutating func string() -> String {
    var texts = RandomText(random: random)
    let text = texts.string()
    random = texts.random
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

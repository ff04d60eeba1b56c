import DatelineCore
import DatelineRecord

/// Looks countries up, and remembers the last answer: the rows of a table mostly stay in a country for a while.
struct CountryMemory {
  /// What is wrong with a number and a name.
  enum Doubt {
    /// No country has the number.
    case unknownNumber
    /// The name is that of another country.
    case namesDiffer
  }

  struct Answer {
    var code: Text?
    var doubt: Doubt?
  }

  private var answers: [Question: Answer] = [:]
  /// For each ISO number the name that it last came with, and the answer.
  private var byNumber: [(name: Text, answer: Answer)?] = Array(repeating: nil, count: 1000)
  private static let capacity = 512

  private struct Question: Hashable {
    var number: Text?
    var name: Text?
  }

  /// The country with that ISO 3166-1 number, or with that name where there is no such number.
  mutating func country(number: Text?, name: Text?) -> Answer {
    let place = number.flatMap(Self.digits)
    if let place, let name, let known = byNumber[place], known.name == name { return known.answer }
    let question = Question(number: number, name: name)
    if let answer = answers[question] {
      if let place, let name { byNumber[place] = (name.copied, answer) }
      return answer
    }
    if answers.count >= Self.capacity { answers.removeAll() }
    let answer = Self.find(number, name)
    // Copies, so that no row is kept alive.
    answers[Question(number: number?.copied, name: name?.copied)] = answer
    return answer
  }

  /// The number that one to three digits are.
  private static func digits(_ text: Text) -> Int? {
    guard text.utf8Count <= 3 else { return nil }
    return text.withUTF8 { bytes in
      var value = 0
      for index in bytes.indices {
        guard 0x30...0x39 ~= bytes[index] else { return nil }
        value = value * 10 + Int(bytes[index] & 0x0F)
      }
      return value
    }
  }

  private static func find(_ number: Text?, _ name: Text?) -> Answer {
    let byName = name.flatMap(Countries.standard.country(named:))
    guard let number else { return Answer(code: byName?.code) }
    guard let value = number.withUTF8(PlainNumber.integer), let byNumber = Countries.standard.country(number: value)
    else { return Answer(code: byName?.code, doubt: .unknownNumber) }
    let differ = byName != nil && byName?.number != byNumber.number
    return Answer(code: byNumber.code, doubt: differ ? .namesDiffer : nil)
  }
}

extension Text {
  /// The same text with bytes of its own.
  fileprivate var copied: Text {
    let bytes = Array(storage[start..<end])
    return Text(checked: bytes, 0..<bytes.count)
  }
}

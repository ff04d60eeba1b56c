import DatelineCore

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
  private var last: (question: Question, answer: Answer)?
  private static let capacity = 512

  private struct Question: Hashable {
    var number: Text?
    var name: Text?
  }

  /// The country with that ISO 3166-1 number, or with that name where there is no such number.
  mutating func country(number: Text?, name: Text?) -> Answer {
    let question = Question(number: number, name: name)
    if let last, last.question == question { return last.answer }
    if let place = answers.index(forKey: question) {
      last = (answers[place].key, answers[place].value)
      return answers[place].value
    }
    if answers.count >= Self.capacity { answers.removeAll() }
    let answer = Self.find(number, name)
    // Copies, so that no row is kept alive.
    let kept = Question(number: number?.copied, name: name?.copied)
    answers[kept] = answer
    last = (kept, answer)
    return answer
  }

  private static func find(_ number: Text?, _ name: Text?) -> Answer {
    let byName = name.flatMap(Countries.standard.country(named:))
    guard let number else { return Answer(code: byName?.code) }
    guard let value = number.withUTF8(TableNumber.integer), let byNumber = Countries.standard.country(number: value)
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

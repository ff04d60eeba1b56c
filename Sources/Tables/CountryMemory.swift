import DatelineCore
import DatelineRecord

/// Looks countries up, and remembers the answers: the rows of a table mostly stay in a few.
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

  private var memory = CellMemory<Answer>(capacity: 512, nothing: Answer())

  /// Sets `country` to the country with that ISO 3166-1 number, or with that name where there is no such number.
  ///
  /// - Parameters:
  ///   - number: Where the number stands in `bytes`; empty for none.
  ///   - name: Where the name stands.
  mutating func fill(
    _ country: inout Text?, number: Range<Int>, name: Range<Int>, of bytes: Span<UInt8>
  ) -> Doubt? {
    let slot = memory.slot(of: bytes, (number, name, 0..<0)) {
      Self.find(Text(copying: bytes.extracting(number)), Text(copying: bytes.extracting(name)))
    }
    return memory.withAnswer(at: slot) { answer in
      if let code = answer.code { country.become(code) } else { country = nil }
      return answer.doubt
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
  /// The text of `bytes`, which keep to ``TextRules``; nil where there are none.
  init?(copying bytes: Span<UInt8>) {
    guard bytes.count > 0 else { return nil }
    var own: [UInt8] = []
    own.append(copying: bytes)
    own.append(contentsOf: Text.padding)
    self.init(checked: own, 0..<bytes.count)
  }
}

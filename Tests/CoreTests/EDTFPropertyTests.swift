import DatelineCore
import TestSupport
import Testing

@Suite struct EDTFPropertyTests {
  @Test func `every generated expression prints as it was read`() throws {
    var generator = EDTFGenerator(random: SeededRandom(seed: 1))
    var forms: Set<EDTF.Form> = []
    var precisions: Set<EDTF.Precision> = []
    for _ in 0..<20_000 {
      let text = generator.text()
      let date = try #require(EDTF(text), "\(text) is refused")
      #expect(date.description.utf8.elementsEqual(text.utf8), "\(text)")
      #expect(EDTF(date.description) == date)
      var bytes: [UInt8] = []
      bytes.append(atMost: 64) { date.write(to: &$0) }
      #expect(bytes.elementsEqual(text.utf8), "\(text)")
      forms.insert(date.form)
      precisions.insert(date.precision)
    }
    #expect(forms.count == 4 && precisions.count == EDTF.Precision.allCases.count)
  }

  @Test func `the latest time lies behind the earliest`() throws {
    var generator = EDTFGenerator(random: SeededRandom(seed: 2))
    for _ in 0..<20_000 {
      let date = try #require(EDTF(generator.text()))
      guard let earliest = date.earliest, let latest = date.latest else {
        #expect(date.precision == .open)
        continue
      }
      #expect(earliest < latest, "\(date)")
      let (first, last) = (try #require(date.earliestDay), try #require(date.latestDay))
      #expect(first < last && first <= earliest.date && latest.date <= last)
    }
  }

  @Test func `a date lies within the bounds of each mask of its digits`() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<20_000 {
      let day = CalendarDate(dayNumber: Int.random(in: -719_162...2_932_896, using: &random))
      let text = try #require(EDTF(day)).description
      let masked = String(text.map { $0 != "-" && Bool.random(using: &random) ? "X" : $0 })
      let date = try #require(EDTF(masked), "\(masked)")
      #expect(try #require(date.earliestDay) <= day && day < (try #require(date.latestDay)), "\(masked)")
    }
  }

  @Test func `the bounds of a mask are days that it matches`() throws {
    var random = SeededRandom(seed: 4)
    for _ in 0..<5_000 {
      let day = CalendarDate(dayNumber: Int.random(in: -719_162...2_932_896, using: &random))
      let masked = String(
        try #require(EDTF(day)).description.map { $0 != "-" && Int.random(in: 0..<3, using: &random) == 0 ? "X" : $0 })
      let date = try #require(EDTF(masked))
      for bound in [date.earliestDay, date.latestDay?.adding(days: -1)] {
        let text = try #require(bound.flatMap { EDTF($0) }).description
        #expect(text.utf8.count == masked.utf8.count)
        #expect(zip(text, masked).allSatisfy { $0 == $1 || $1 == "X" }, "\(masked) \(text)")
      }
    }
  }

  @Test func `cut and changed expressions are read or refused but never trap`() {
    var generator = EDTFGenerator(random: SeededRandom(seed: 5))
    let alphabet = Array("0123456789XYESTZ-+:/.,[]{}?~% \u{0}\u{FF}é".utf8)
    for _ in 0..<4_000 {
      let bytes = Array(generator.text().utf8)
      for end in 0...bytes.count { read(Array(bytes[..<end])) }
      for _ in 0..<10 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator.random) {
          let index = Int.random(in: changed.indices, using: &generator.random)
          changed[index] = alphabet.randomElement(using: &generator.random) ?? 0
        }
        read(changed)
      }
    }
  }

  /// Reads the bytes as every type of a time, asks for all there is, and expects what is read to print as it was.
  private func read(_ bytes: [UInt8]) {
    if let date = EDTF(utf8: bytes.span) {
      var output: [UInt8] = []
      date.write(to: &output)
      #expect(output == bytes)
      if let earliest = date.earliest, let latest = date.latest { #expect(earliest < latest) }
      _ = (date.precision, date.qualification, date.year, date.month, date.day, date.plainDay, date.members)
    }
    if let instant = Instant(utf8: bytes.span) {
      var output: [UInt8] = []
      instant.write(to: &output)
      #expect(output == bytes)
      _ = (instant.secondsSince1970, instant.converted(to: .utc))
    }
    _ = (Instant(lenientUTF8: bytes.span), ClockTime(utf8: bytes.span), DateOrInstant(utf8: bytes.span))
  }

  @Test(.timeLimit(.minutes(1))) func `a set of a hundred thousand members is read in linear time`() throws {
    let text = "[" + repeatElement("XXX1-X2-2X", count: 100_000).joined(separator: ",") + "]"
    let date = try #require(EDTF(text))
    #expect(date.members.count == 100_000 && date.latest != nil)
    #expect(EDTF("[" + String(repeating: ",", count: 1_000_000) + "]") == nil)
    #expect(EDTF(String(repeating: "1985/", count: 200_000)) == nil)
  }
}

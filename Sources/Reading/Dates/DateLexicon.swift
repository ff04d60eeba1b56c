import DatelineCore

/// What a word can be in a date expression. A word may have several readings: `second` is a unit and a number.
struct DateReading: Sendable {
  /// The word as rules name it, by index in `DateLexicon`; synonyms share one.
  var word: UInt16 = 0
  /// 1...12.
  var month: Int?
  /// ISO weekday, 1 is Monday.
  var weekday: Int?
  var unit: CalendarUnit?
  var part: PartOfDay?
  /// 1 is spring, 4 winter.
  var season: Int?
  var holiday: Holiday?
  var number: DateNumber?
  /// Whether the month or weekday is also another word (`may`, `march`, `sun`), or an abbreviation of one (`mar`).
  var isAmbiguous = false
  /// Whether the word alone makes an island worth parsing.
  var isAnchor = false
}

/// A number of a date expression.
struct DateNumber: Sendable, Equatable {
  var value: Int
  /// Digits written; 0 for a number in words.
  var digits = 0
  var isOrdinal = false
}

/// The words of dates, with their readings.
enum DateLexicon {
  /// The readings of a folded word; nil where it has no part in dates.
  static func reading(of key: String) -> DateReading? { table[key] }

  /// The index of a word that rules name.
  static func index(ofWord word: String) -> UInt16? { table[word]?.word }

  private static let table: [String: DateReading] = {
    var builder = Builder()
    builder.addNames()
    builder.addUnits()
    builder.addParts()
    builder.addNumbers()
    builder.addConnectors()
    return builder.table
  }()

  /// Collects the table, and gives each word or group of synonyms its index.
  private struct Builder {
    var table: [String: DateReading] = [:]
    private var count: UInt16 = 0

    /// Adds the words of one line: synonyms separated by spaces, groups by line ends.
    mutating func add(_ words: String, sharing: Bool = true, _ change: (inout DateReading) -> Void) {
      var shared: UInt16?
      for word in words.split(separator: " ").map(String.init) {
        var reading = table[word] ?? DateReading()
        if reading.word == 0 {
          if let shared, sharing {
            reading.word = shared
          } else {
            count += 1
            reading.word = count
          }
        }
        shared = reading.word
        change(&reading)
        table[word] = reading
      }
    }

    mutating func addNames() {
      let months = [
        "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sept sep", "october oct", "november nov", "december dec",
      ]
      for (index, names) in months.enumerated() {
        add(names) { reading in
          reading.month = index + 1
          reading.isAnchor = true
        }
      }
      let weekdays = [
        "monday mon mondays", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri fridays",
        "saturday sat saturdays", "sunday sun sundays",
      ]
      for (index, names) in weekdays.enumerated() {
        add(names) { reading in
          reading.weekday = index + 1
          reading.isAnchor = true
        }
      }
      for word in ["march", "may", "mar", "sun", "sat", "mon", "wed", "jan", "dec", "fri", "apr", "jun", "jul", "sep"] {
        table[word]?.isAmbiguous = true
      }
      for (index, names) in ["spring springtime", "summer summertime", "autumn fall", "winter wintertime"].enumerated()
      {
        add(names) { reading in
          reading.season = index + 1
          reading.isAnchor = true
        }
      }
      for (names, holiday) in Holiday.names {
        add(names) {
          $0.holiday = holiday; $0.isAnchor = true
        }
      }
    }

    mutating func addUnits() {
      let units: [(String, CalendarUnit)] = [
        ("second seconds sec secs s", .second), ("minute minutes min mins", .minute), ("hour hours hr hrs h", .hour),
        ("day days d", .day), ("week weeks wk wks", .week), ("fortnight fortnights", .fortnight),
        ("month months mon mons mth mths", .month), ("quarter quarters qtr", .quarter), ("year years yr yrs y", .year),
        ("decade decades", .decade), ("century centuries", .century),
      ]
      for (names, unit) in units {
        add(names) { reading in
          reading.unit = unit
          reading.isAnchor = true
        }
      }
      for word in ["s", "h", "d", "y", "second", "sec"] { table[word]?.isAnchor = false }
    }

    mutating func addParts() {
      let parts: [(String, PartOfDay)] = [
        ("dawn daybreak sunrise predawn", .earlyMorning), ("morning mornings", .morning), ("lunchtime midday", .midday),
        ("afternoon afternoons", .afternoon), ("evening evenings", .evening), ("dusk sunset nightfall", .evening),
        ("night nights nite nighttime", .night),
      ]
      for (names, part) in parts {
        add(names) { reading in
          reading.part = part
          reading.isAnchor = true
        }
      }
      let anchors = [
        "noon", "midnight", "today", "yesterday", "tomorrow", "tonight tonite", "overnight", "now", "weekend weekends",
        "ago", "year-end yearend", "asap", "eom", "eoy", "boy", "bom", "eod", "today's", "o'clock", "am a.m.",
        "pm p.m.",
      ]
      for names in anchors { add(names) { $0.isAnchor = true } }
      table["am"]?.isAnchor = false
      table["pm"]?.isAnchor = false
      table["boy"]?.isAnchor = false
    }

    mutating func addNumbers() {
      let ones = """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
        eighteen nineteen
        """
      for (value, word) in ones.split(separator: " ").enumerated() {
        add(String(word)) { $0.number = DateNumber(value: value) }
      }
      for (index, word) in "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ").enumerated() {
        add(String(word)) { $0.number = DateNumber(value: (index + 2) * 10) }
      }
      let ordinals = """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth \
        sixteenth seventeenth eighteenth nineteenth twentieth
        """
      for (index, word) in ordinals.split(separator: " ").enumerated() {
        add(String(word), sharing: false) { $0.number = DateNumber(value: index + 1, isOrdinal: true) }
      }
      add("thirtieth") { $0.number = DateNumber(value: 30, isOrdinal: true) }
      add("twelve dozen") { $0.number = $0.number ?? DateNumber(value: 12) }
      add("couple") { $0.number = DateNumber(value: 2) }
    }

    mutating func addConnectors() {
      let words = """
        the a an of in on at to from by between and or until till through thru since before after about around \
        approximately roughly almost nearly exactly just some than more last past previous preceding prior next coming \
        upcoming following this current present same that these those ago earlier later hence afterwards early late mid \
        middle beginning start end close half few several other day's local time gmt utc est edt cst cdt pst pdt bst cet \
        msk z fiscal latest recent during within over for oh hundred thousand , . - -- / : ( ) + ~ ' post pre ad ce bc be \
        eve another daylight dated it's back go q1 q2 q3 q4 h1 h2 period every each ago's era no weeks' days' only out \
        straight date ; 's small right ∙ · • | @
        """
      for word in words.split(separator: " ") { add(String(word)) { _ in } }
      for group in [
        "previous preceding prior", "past", "next coming upcoming", "current present", "till until", "thru through",
      ] {
        let names = group.split(separator: " ").map(String.init)
        let first = table[names[0]]?.word ?? 0
        for name in names.dropFirst() { table[name]?.word = first }
      }
      for group in [
        "approximately about around roughly almost nearly exactly just", "beginning start", ", ∙ · • |", "at @", "q1",
        "q2", "q3", "q4",
      ] {
        let names = group.split(separator: " ").map(String.init)
        let first = table[names[0]]?.word ?? 0
        for name in names.dropFirst() { table[name]?.word = first }
        if names.count == 1 { table[names[0]]?.isAnchor = true }
      }
      for word in ["earlier", "later", "latest", "recent"] { table[word]?.isAnchor = true }
      table["latest"]?.isAnchor = false
      table["recent"]?.isAnchor = false
    }
  }
}

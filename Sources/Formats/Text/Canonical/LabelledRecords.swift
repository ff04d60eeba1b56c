import DatelineCore
import DatelineRecord

/// Cuts labelled text into records: each begins at the line that says its type and id.
struct LabelledRecords: ~Copyable {
  private var lines: LabelledLines
  private let context: ReadContext
  private var opened: Opened?
  /// Whether the lines up to the next record are passed over, as the record that they belong to can't be told or held.
  private var isSkipping = false
  private var isFirstLine = true
  private var recordCount = 0
  /// Whether a program wrote the document, which then says where it ends.
  private var expectsEnd = false
  private var hasEnd = false

  /// What the lines of a block make.
  enum BlockType {
    case header, report, incident, tombstone

    var declaration: ObjectDeclaration {
      switch self {
      case .header: Header.declaration
      case .report: Report.declaration
      case .incident: Incident.declaration
      case .tombstone: Tombstone.declaration
      }
    }
  }

  /// A record with its lines.
  struct Opened {
    let type: BlockType
    var block: LabelledBlock
    var hasSchemaVersion = false
    /// Whether the document ends in it too early, which explains what it lacks.
    var isCutOff = false
    /// The bytes of its lines so far.
    fileprivate var size = 0

    fileprivate init(_ type: BlockType, at start: SourcePosition) {
      self.type = type
      block = LabelledBlock(at: start)
    }
  }

  init(_ input: consuming ByteReader, _ context: ReadContext) {
    lines = LabelledLines(input, context)
    self.context = context
  }

  /// The next record, whole; nil at the end.
  mutating func next() throws(ConversionError) -> Opened? {
    while let next = try lines.next() {
      switch next {
      case .line(let line):
        if let finished = try take(line) { return finished }
      case .openLine:
        if try isCutOff() { break }
        try lines.checkText()
        if let finished = try take(LabelledLine(lines.bytes)) { return finished }
      case .tooLong(let count):
        if !isSkipping { try refuse(count, at: opened?.block.start ?? lines.start) }
      }
    }
    if var last = opened {
      opened = nil
      last.isCutOff = last.isCutOff || lacksEnd
      return last
    }
    try checkEnd()
    return nil
  }

  /// Whether the input ends within the last line: the document should say its end, and this is not where it does. The
  /// line is passed over, and the record that it belongs to, of which a part is missing.
  private mutating func isCutOff() throws(ConversionError) -> Bool {
    let line = LabelledLine(lines.bytes)
    var expectsEnd = expectsEnd
    if case .labelled(let label, let value) = line {
      let name = lines.bytes.span.extracting(label)
      if name.isEqual(to: LabelledText.signature) {
        if lines.bytes.span.extracting(value).isEqual(to: "end") { return false }
        // `Dateline-Text: 1` may be all that there is.
        expectsEnd = expectsEnd || value.isEmpty
      } else if name.isEqual(to: "schemaVersion") {
        expectsEnd = true
      }
    } else if recordCount == 0, !isFirstLine {
      expectsEnd = true
    }
    guard expectsEnd, !hasEnd else { return false }
    hasEnd = true
    var loss = "the line is skipped, and what is before has been read"
    if let record = opened, record.type != .header, !mayBeginRecord(line) {
      opened = nil
      loss = "the record that begins in line \(record.block.start.line) lacks what was here, and is skipped"
    } else {
      if case .continuation = line { opened?.block.removeLast() }
      opened?.isCutOff = true
    }
    try context.log.report(
      .error, .textTruncated, "the document ends within this line, without 'Dateline-Text: end'; \(loss)",
      at: lines.start)
    return true
  }

  /// Whether a line that is cut off may be the first of a record or the end of the document, so that the record before
  /// it is whole.
  private func mayBeginRecord(_ line: LabelledLine) -> Bool {
    switch line {
    case .labelled(let label, let value):
      opener(label, value) != nil || lines.bytes.span.extracting(label).isEqual(to: LabelledText.signature)
    case .unlabelled(let text):
      opened?.block.isBehindBlank == true
        && ["report", "incident", "tombstone", "Dateline-Text"].contains { $0.utf8.starts(with: lines.bytes[text]) }
    case .comment: true
    // Spaces begin a line that goes on with a value.
    case .blank, .continuation: false
    }
  }

  /// Takes a line.
  ///
  /// - Returns: The record before, if the line ends it.
  private mutating func take(_ line: LabelledLine) throws(ConversionError) -> Opened? {
    switch line {
    case .blank: opened?.block.addBlank()
    case .comment: break
    case .continuation(let text): try goOn(with: text, isIndented: true)
    case .unlabelled(let text): try goOn(with: text, isIndented: false)
    case .labelled(let label, let value):
      if lines.bytes.span.extracting(label).isEqual(to: LabelledText.signature) {
        return try takeSignature(value)
      }
      if isFirstLine {
        try context.log.report(
          .warning, .textMissingSignature, "the first line should be 'Dateline-Text: 1'; it is taken as said",
          at: lines.start)
      }
      if let type = opener(label, value) {
        return try open(type, label, value)
      }
      return try add(label, value)
    }
    return nil
  }

  // MARK: The document's own lines

  /// Takes the line that begins a document, or ends it.
  private mutating func takeSignature(_ value: Range<Int>) throws(ConversionError) -> Opened? {
    var before = opened
    isSkipping = false
    opened = nil
    let text = String(decoding: lines.bytes[value], as: UTF8.self)
    if text.lowercased() == "end" {
      hasEnd = true
      isFirstLine = false
      return before
    }
    if !isFirstLine {
      before?.isCutOff = lacksEnd
      try checkEnd()
    }
    isFirstLine = false
    expectsEnd = false
    hasEnd = false
    recordCount = 0
    opened = Opened(.header, at: lines.start)
    let place = lines.position(of: value.lowerBound)
    guard let version = Int(text), version > 0 else {
      try context.log.report(
        .error, .textVersionUnreadable, "'Dateline-Text' should be 1 or end, not \(quoted(text)); 1 is assumed",
        at: place)
      return before
    }
    guard version == 1 else {
      throw context.log.fatal(
        .textVersionTooNew,
        "the document is labelled text of version \(version), and this version reads 1 only; a later version of dateline reads it",
        at: place)
    }
    return before
  }

  /// Reports a document that does not say where it ends, though it should: a program wrote it, or it holds nothing.
  private mutating func checkEnd() throws(ConversionError) {
    guard lacksEnd else { return }
    guard !isFirstLine else {
      throw context.log.fatal(
        .textTruncated, "the document is empty; labelled text begins with 'Dateline-Text: 1'", at: lines.start)
    }
    hasEnd = true
    try context.log.report(
      .error, .textTruncated,
      "the document ends without 'Dateline-Text: end', so it may be cut off; what is here has been read",
      at: lines.start)
  }

  /// Whether the document does not say where it ends, though it should.
  private var lacksEnd: Bool { !hasEnd && (expectsEnd || recordCount == 0) }

  // MARK: Records

  /// What the line opens; nil for a field of the record that is open.
  ///
  /// `report` is both: in an incident it opens a record only behind a blank line, and never with `key=` for a value.
  private func opener(_ label: Range<Int>, _ value: Range<Int>) -> BlockType? {
    let name = lines.bytes.span.extracting(label)
    if name.isEqual(to: "incident") { return .incident }
    if name.isEqual(to: "tombstone") { return .tombstone }
    guard name.isEqual(to: "report") else { return nil }
    guard let opened, opened.type == .incident else { return .report }
    return opened.block.isBehindBlank && lines.bytes.endOfKey(from: value.lowerBound) == nil ? .report : nil
  }

  private mutating func open(
    _ type: BlockType, _ label: Range<Int>, _ value: Range<Int>
  ) throws(ConversionError) -> Opened? {
    if hasEnd {
      try context.log.report(
        .warning, .textBehindEnd, "this stands behind the end of the document; it is read all the same", at: lines.start
      )
    }
    let before = opened
    isSkipping = false
    isFirstLine = false
    recordCount += 1
    opened = Opened(type, at: lines.start)
    opened?.size = lines.bytes.count
    opened?.block.add(label: label, value: value, of: lines, as: "id")
    return before
  }

  /// Adds a field to the record that is open.
  private mutating func add(
    _ label: Range<Int>, _ value: Range<Int>
  ) throws(ConversionError) -> Opened? {
    if isFirstLine { opened = Opened(.header, at: lines.start) }
    isFirstLine = false
    guard let type = opened?.type, opened?.block.isBehindBlank == true, isID(lines.bytes[value]),
      type.declaration.field(of: label, in: lines.bytes) == nil,
      type != .report || BlockLabel.parse(lines.bytes, label) == nil,
      type != .incident || SpokenLabel.label(for: lines.bytes.span.extracting(label)) == nil
    else {
      guard try accept() else { return nil }
      opened?.block.add(label: label, value: value, of: lines)
      if opened?.type == .header, lines.bytes.span.extracting(label).isEqual(to: "schemaVersion") {
        opened?.hasSchemaVersion = true
        expectsEnd = true
      }
      return nil
    }
    let before = opened
    opened = nil
    isSkipping = true
    let name = String(decoding: lines.bytes[label], as: UTF8.self)
    try context.log.report(
      .error, .textUnknownRecord,
      "\(quoted(name)) is no record type; known are report, incident and tombstone; the record is skipped",
      at: lines.start)
    return before
  }

  /// Whether a value looks like the id of a record: one word with a colon in it.
  private func isID(_ value: ArraySlice<UInt8>) -> Bool {
    value.contains(UInt8(ascii: ":")) && !value.contains(0x20)
  }

  private mutating func goOn(
    with text: Range<Int>, isIndented: Bool
  ) throws(ConversionError) {
    guard !isFirstLine else {
      throw context.log.fatal(
        .textMissingSignature,
        "the first line should be 'Dateline-Text: 1', and this is no labelled text; prose is read with --from article",
        at: lines.start)
    }
    // Behind a blank line it may as well be what is left of another record, and no one wraps an id.
    if !isIndented, let block = opened?.block,
      block.isBehindBlank || block.members.count == 1 && opened?.type != .header
    {
      return try reportHomeless()
    }
    // They become two bytes each.
    let blankLines = opened?.block.blankLines ?? 0
    opened?.size += 2 * blankLines
    guard try accept() else { return }
    guard opened?.block.addContinuation(text, of: lines) == true else { return try reportHomeless() }
    guard !isIndented else { return }
    try context.log.report(
      .warning, .textMissingIndentation,
      "the line has no label, so it goes on with the value before; lines that go on are indented", at: lines.start)
  }

  /// Whether there is a record for the line to belong to, and room in it.
  private mutating func accept() throws(ConversionError) -> Bool {
    guard opened != nil else {
      guard !isSkipping else { return false }
      try context.log.report(.error, .textNoRecord, "the line belongs to no record; it is skipped", at: lines.start)
      return false
    }
    opened?.size += lines.bytes.count + 1
    guard let opened, opened.size > context.limits.recordSize else { return true }
    try refuse(opened.size, at: opened.block.start)
    return false
  }

  private func reportHomeless() throws(ConversionError) {
    try context.log.report(
      .error, .textMissingLabel, "the line has no label, nor a value before that it could go on with; it is skipped",
      at: lines.start)
  }

  /// Gives up the record that is open.
  private mutating func refuse(_ size: Int, at place: SourcePosition) throws(ConversionError) {
    opened = nil
    isSkipping = true
    isFirstLine = false
    try context.log.report(
      .error, .textRecordTooLarge,
      "the record has \(size) bytes or more, and --max-record is \(context.limits.recordSize); it is skipped", at: place
    )
  }
}

extension DiagnosticCode {
  static let textMissingSignature: Self = "text.missing-signature"
  static let textVersionUnreadable: Self = "text.version-unreadable"
  static let textVersionTooNew: Self = "text.version-too-new"
  static let textTruncated: Self = "text.truncated"
  static let textBehindEnd: Self = "text.behind-end"
  static let textUnknownRecord: Self = "text.unknown-record"
  static let textMissingIndentation: Self = "text.missing-indentation"
  static let textMissingLabel: Self = "text.missing-label"
  static let textNoRecord: Self = "text.no-record"
  static let textRecordTooLarge: Self = "text.record-too-large"
}

import DatelineCore
import DatelineRecord

/// Reads labelled text record by record. A record that can't be read is reported and skipped.
final class LabelledTextReader: RecordReader {
  private var blocks: LabelledRecords
  private let context: ReadContext
  private var pending: LabelledRecords.Opened?
  private var places: FlatPlaces?

  init(_ input: consuming ByteReader, _ context: ReadContext) {
    blocks = LabelledRecords(input, context)
    self.context = context
  }

  func readHeader() throws(ConversionError) -> Header? {
    guard let opened = try blocks.next() else { return nil }
    guard opened.type == .header else {
      pending = opened
      return nil
    }
    var block = opened.block
    guard !block.members.isEmpty else { return nil }
    if !opened.hasSchemaVersion { block.add("schemaVersion", Schema.version) }
    places = FlatPlaces(block.members, in: block.text, of: Header.declaration, from: block.start)
    let header = try read(opened, block) { source throws(ConversionError) in
      try source.readHeader(block.members, at: block.start)
    }
    guard let header else { return nil }
    try SchemaVersion.check(header.schemaVersion, at: position(of: "/schemaVersion") ?? block.start, log: context.log)
    return header
  }

  func next() throws(ConversionError) -> Record? {
    while true {
      var opened = pending
      pending = nil
      if opened == nil { opened = try blocks.next() }
      guard let opened else { return nil }
      if let record = try record(of: opened) { return record }
    }
  }

  private func record(of opened: LabelledRecords.Opened) throws(ConversionError) -> Record? {
    var block = opened.block
    let record: Record?
    switch opened.type {
    case .report:
      block.replaceMembers { BlockLabel.block($0, in: &$1) ?? $0 }
      try block.expandEvidence(context.log)
      record = try read(opened, block) { source throws(ConversionError) in
        try source.readReport(block.members, at: block.start).map { .report($0) }
      }
    case .incident:
      block.replaceMembers { SpokenLabel.resolve($0, in: &$1) }
      try block.expandEvidence(context.log)
      record = try read(opened, block) { source throws(ConversionError) in
        try source.readIncident(block.members, at: block.start).map { .incident($0) }
      }
    case .tombstone:
      record = try read(opened, block) { source throws(ConversionError) in
        try source.readTombstone(block.members, at: block.start).map { .tombstone($0) }
      }
    case .header:
      // Where documents are joined, the line that begins the next may be all the header that it has.
      guard !block.members.isEmpty else { return nil }
      try context.log.report(
        .warning, .textLateHeader, "a header stands only before the first record; this one is skipped", at: block.start)
      return nil
    }
    if record != nil {
      places = FlatPlaces(block.members, in: block.text, of: opened.type.declaration, from: block.start)
    }
    return record
  }

  /// Runs `body` with the fields of a block. Errors in what is left of a record that was cut off are not reported: that
  /// it was cut off is the one thing wrong with it, and is reported by itself.
  private func read<Value>(
    _ opened: LabelledRecords.Opened, _ block: LabelledBlock,
    _ body: (inout FlatFieldSource) throws(ConversionError) -> Value
  ) throws(ConversionError) -> Value {
    guard opened.isCutOff else {
      var source = FlatFieldSource(block.text, log: context.log, codes: .labelledText, limits: context.limits)
      return try body(&source)
    }
    var found: [Diagnostic] = []
    let log = DiagnosticLog(input: context.log.input) { found.append($0) }
    var source = FlatFieldSource(block.text, log: log, codes: .labelledText, limits: context.limits)
    let value = try body(&source)
    for diagnostic in found where diagnostic.severity != .error {
      try context.log.report(diagnostic.severity, diagnostic.code, diagnostic.message, at: diagnostic.position)
    }
    return value
  }

  func position(of pointer: String) -> SourcePosition? { places?.position(of: pointer) }
}

extension FlatCodes {
  fileprivate static let labelledText = FlatCodes(
    unknownField: .textUnknownLabel, duplicateField: .textDuplicateLabel, badValue: .textBadValue,
    missingField: .textMissingField, emptyValue: .textEmptyValue, badEscape: .textBadEscape,
    looseSemicolon: .textLooseSemicolon)
}

extension DiagnosticCode {
  static let textUnknownLabel: Self = "text.unknown-label"
  static let textDuplicateLabel: Self = "text.duplicate-label"
  static let textBadValue: Self = "text.bad-value"
  static let textMissingField: Self = "text.missing-field"
  static let textEmptyValue: Self = "text.empty-value"
  static let textBadEscape: Self = "text.bad-escape"
  static let textLooseSemicolon: Self = "text.loose-semicolon"
  static let textLateHeader: Self = "text.late-header"
}

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
    var source = source(of: block)
    guard let header = try source.readHeader(block.members, at: block.start) else { return nil }
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
      var source = source(of: block)
      record = try source.readReport(block.members, at: block.start).map { .report($0) }
    case .incident:
      var source = source(of: block)
      record = try source.readIncident(block.members, at: block.start).map { .incident($0) }
    case .tombstone:
      var source = source(of: block)
      record = try source.readTombstone(block.members, at: block.start).map { .tombstone($0) }
    case .header:
      try context.log.report(
        .warning, .textLateHeader, "a header stands only before the first record; this one is skipped", at: block.start)
      return nil
    }
    if record != nil {
      places = FlatPlaces(block.members, in: block.text, of: opened.type.declaration, from: block.start)
    }
    return record
  }

  private func source(of block: LabelledBlock) -> FlatFieldSource {
    FlatFieldSource(block.text, log: context.log, codes: .labelledText, limits: context.limits)
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

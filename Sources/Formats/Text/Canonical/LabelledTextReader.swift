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
    guard let header = try read(Header.self, block, keep: { $0.extras.append(renaming: $1) }) else { return nil }
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
    switch opened.type {
    case .report:
      block.replaceMembers { BlockLabel.block($0, in: &$1) ?? $0 }
      return try read(Report.self, block) { $0.extras.append(renaming: $1) }.map { .report($0) }
    case .incident: return try read(Incident.self, block) { $0.extras.append(renaming: $1) }.map { .incident($0) }
    case .tombstone: return try read(Tombstone.self, block) { $0.extras.append(renaming: $1) }.map { .tombstone($0) }
    case .header:
      try context.log.report(
        .warning, .textLateHeader, "a header stands only before the first record; this one is skipped", at: block.start)
      return nil
    }
  }

  private func read<Object: SchemaObject>(
    _ type: Object.Type, _ block: LabelledBlock, keep: (inout Object, [Extras.Field]) -> Void
  ) throws(ConversionError) -> Object? {
    var source = FlatFieldSource(block.text, log: context.log, codes: .labelledText, limits: context.limits)
    guard let object = try source.readRecord(type, block.members, at: block.start, keep: keep) else { return nil }
    places = FlatPlaces(block.members, in: block.text, of: Object.declaration, from: block.start)
    return object
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

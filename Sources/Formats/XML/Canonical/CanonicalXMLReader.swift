import DatelineCore
import DatelineRecord

/// Reads canonical XML record by record. A record that can't be read is reported and skipped.
final class CanonicalXMLReader: RecordReader {
  private let parser: XMLPushParser
  private let context: ReadContext
  private var log: DiagnosticLog { context.log }
  private let names = DocumentNames()
  private let recordSize: Int
  /// Whether there are carriage returns on the tape.
  private var hasCarriageReturns = false
  /// The next event of the tape to look at.
  private var cursor = 0
  /// The element of a record that was met while a header was looked for.
  private var pending: Int?
  /// The element of the last record, and its form.
  private var last: (element: Int, declaration: ObjectDeclaration, form: Int)?
  private let incidentForm = XMLLayout.standard.form(of: Incident.declaration)

  /// More bytes than this are never held.
  private static let largestRecord = 1 << 30

  init(_ parser: XMLPushParser, _ context: ReadContext) {
    self.parser = parser
    self.context = context
    recordSize = min(context.limits.recordSize, Self.largestRecord)
  }

  func readHeader() throws(ConversionError) -> Header? {
    guard let element = try nextElement() else { return nil }
    guard name(of: element) == "header" else {
      pending = element
      return nil
    }
    var source = makeSource()
    let form = XMLLayout.standard.form(of: Header.declaration)
    last = (element, Header.declaration, form)
    guard let header = try source.readHeader(element, form: form) else { return nil }
    try SchemaVersion.check(
      header.schemaVersion, at: position(of: "/schemaVersion") ?? SourcePosition(), log: log)
    return header
  }

  func next() throws(ConversionError) -> Record? {
    while let element = try nextRecordElement() {
      if let record = try readRecord(element) { return record }
    }
    last = nil
    return nil
  }

  func next(
    lendingTo consumer: (borrowing Incident) throws(ConversionError) -> Void
  ) throws(ConversionError) -> NextRecord {
    while let element = try nextRecordElement() {
      // As a case of a record each incident would be moved and destroyed field by field, without the compiler's knowledge
      // of what the fields are.
      if name(of: element) == "incident" {
        guard let incident = try readIncident(element) else { continue }
        try consumer(incident)
        return .incident
      }
      if let record = try readRecord(element) { return .other(record) }
    }
    last = nil
    return .end
  }

  private func nextRecordElement() throws(ConversionError) -> Int? {
    guard let element = pending else { return try nextElement() }
    pending = nil
    return element
  }

  private func readIncident(_ element: Int) throws(ConversionError) -> Incident? {
    last = (element, Incident.declaration, incidentForm)
    var source = makeSource()
    return try source.readIncident(element, form: incidentForm)
  }

  /// The local part of the name of an element in our namespace; nil for one in another.
  private func name(of element: Int) -> String? {
    let name = parser.tape.events[element].name
    return names[name].isOwn ? names.local(name) : nil
  }

  private func makeSource() -> XMLFieldSource {
    XMLFieldSource(parser, names: names, hasCarriageReturns: hasCarriageReturns, log: log, limits: context.limits)
  }

  private func readRecord(_ element: Int) throws(ConversionError) -> Record? {
    let place = parser.tape.events[element]
    guard let name = name(of: element) else {
      try makeSource().passOver(element: element)
      return nil
    }
    switch name {
    case "incident": return try readIncident(element).map { .incident($0) }
    case "report":
      let form = XMLLayout.standard.form(of: Report.declaration)
      last = (element, Report.declaration, form)
      var source = makeSource()
      return try source.readReport(element, form: form).map { .report($0) }
    case "tombstone":
      let form = XMLLayout.standard.form(of: Tombstone.declaration)
      last = (element, Tombstone.declaration, form)
      var source = makeSource()
      return try source.readTombstone(element, form: form).map { .tombstone($0) }
    case "header":
      try log.report(
        .warning, .xmlLateHeader, "a header stands only before the first record; this one is skipped",
        at: parser.position(of: place))
    default:
      try log.report(
        .error, .xmlUnknownType,
        "\(quoted(name)) is no record type; known are header, report, incident and tombstone; the element is skipped",
        at: parser.position(of: place))
    }
    return nil
  }

  func position(of pointer: String) -> SourcePosition? {
    guard let last else { return nil }
    return XMLPlaces(parser, names).position(of: pointer, in: last.element, last.declaration, form: last.form)
  }

  // MARK: Elements of the document

  /// The next element inside the root that is whole, as the index of the event at which it starts; nil at the end.
  private func nextElement() throws(ConversionError) -> Int? {
    while true {
      if let element = try wholeElement() { return element }
      last = nil
      parser.drop(cursor)
      cursor = 0
      let isMore = try parser.read()
      names.update(parser.names)
      let bytes = parser.tape.bytes
      hasCarriageReturns = bytes.span.firstIndex(of: 0x0D, from: 0) < bytes.count
      if !isMore, cursor == parser.tape.events.count {
        try parser.reportFindings()
        return nil
      }
    }
  }

  /// Looks for an element inside the root, as far as the tape goes.
  private func wholeElement() throws(ConversionError) -> Int? {
    let events = parser.tape.events
    while cursor < events.count {
      let event = events[cursor]
      switch (event.kind, event.depth) {
      case (.start, 1):
        try parser.reportFindings(before: cursor)
        try checkRoot(event)
      case (.start, 2):
        guard event.length > 0 else { return try checkSize(event) }
        let element = cursor
        let end = events[cursor + Int(event.length)]
        cursor += Int(event.length) + 1
        try parser.reportFindings(before: cursor)
        guard parser.length(from: event, through: end) <= recordSize else {
          try reportSize(event)
          continue
        }
        return element
      case (.text, 1), (.cdata, 1):
        // The rest of it may still come.
        if cursor == events.count - 1, !parser.isAtEnd { return nil }
        try reportText(event)
      case (.doctype, _):
        try parser.reportFindings(before: cursor)
        throw log.fatal(
          .xmlDoctype, "canonical XML has no document type; take '<!DOCTYPE' out", at: parser.position(of: event))
      // Ends, comments, and what is left of a record that was too large.
      default: break
      }
      cursor += 1
    }
    return nil
  }

  private func checkRoot(_ event: XMLEvent) throws(ConversionError) {
    let name = parser.names[event.name]
    guard names[event.name].isOwn, name.local == "dateline" else {
      let found = name.namespace.map { "\(quoted(name.local)) in the namespace \(quoted($0))" }
      let advice =
        name.local == "dateline" && name.namespace == nil ? "; write <dateline xmlns=\"\(XMLLayout.namespace)\">" : ""
      throw log.fatal(
        .xmlWrongRoot,
        "the root of canonical XML is 'dateline' in the namespace \(XMLLayout.namespace), not \(found ?? quoted(name.local) + " in none")\(advice)",
        at: parser.position(of: event))
    }
    for (index, attribute) in parser.tape.attributes[event.attributes].enumerated() {
      let isPlain = names[attribute.name].isPlain
      let message =
        isPlain
        ? "\(quoted(names.local(attribute.name))) is no attribute of the root; it is skipped"
        : names.messageOfForeign(attribute.name)
      guard let message else { continue }
      try log.report(
        .warning, isPlain ? .xmlUnknownField : .xmlForeignNamespace, message,
        at: parser.position(ofAttribute: index, in: event))
    }
  }

  private func reportText(_ event: XMLEvent) throws(ConversionError) {
    guard let text = XMLSpace.text(of: event, in: parser.tape) else { return }
    try parser.reportFindings(before: cursor)
    try log.report(
      .warning, .xmlStrayText, "\(quoted(text)) stands between records, where no text counts; it is skipped",
      at: parser.positionOfText(in: event))
  }

  /// Gives up a record that is not whole and too large already.
  private func checkSize(_ event: XMLEvent) throws(ConversionError) -> Int? {
    guard parser.exceeds(recordSize, from: cursor) else { return nil }
    try parser.reportFindings(before: cursor)
    try reportSize(event)
    cursor = parser.tape.events.count
    return nil
  }

  private func reportSize(_ event: XMLEvent) throws(ConversionError) {
    try log.report(
      .error, .xmlRecordTooLarge,
      "the record has more than the \(recordSize) bytes of --max-record; it is skipped", at: parser.position(of: event))
  }
}

extension DiagnosticCode {
  static let xmlWrongRoot: Self = "xml.wrong-root"
  static let xmlDoctype: Self = "xml.document-type"
  static let xmlUnknownType: Self = "xml.unknown-type"
  static let xmlLateHeader: Self = "xml.late-header"
  static let xmlRecordTooLarge: Self = "xml.record-too-large"
}

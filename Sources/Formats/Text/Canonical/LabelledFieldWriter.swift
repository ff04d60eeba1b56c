import DatelineCore
import DatelineRecord

/// Writes the fields of a record, each on a line of its own: `key: value`, `when.date: value` for objects, and a line for
/// each item of a list under the singular of its key.
///
/// Three things are told apart by name, for people's sake: the id, which opens the record; the body, whose blocks are
/// labelled with their roles and set apart by blank lines; and the evidence, which comes last.
struct LabelledFieldWriter: FieldVisitor {
  typealias Failure = Never
  var output: [UInt8] = []
  private var line: [UInt8] = []
  /// The labels of the objects that are open, each with a dot behind it.
  private var prefix: [UInt8] = []
  /// The declarations of the fields of the object that is open.
  private var fields: [FieldDeclaration] = []
  private var openingLabel: StaticString?
  private var evidence: [UInt8] = []
  private var isBehindBody = false
  /// The escaped ids of the first reports that the record rests on, to which evidence refers by number.
  private var reports: [[UInt8]] = []

  /// Writes a record or a header.
  ///
  /// - Parameter openingLabel: What stands before the id in the first line; nil for a header, which has none.
  mutating func write<Object: SchemaObject>(_ record: Object, openingLabel: StaticString?) {
    self.openingLabel = openingLabel
    fields = Object.declaration.fields
    record.visitFields(&self)
    guard !evidence.isEmpty else { return }
    output.append(0x0A)
    output.append(contentsOf: evidence)
  }

  private mutating func separateFromBody() {
    if isBehindBody { output.append(0x0A) }
    isBehindBody = false
  }

  /// Writes a line whose value `append` appends.
  private mutating func write(
    _ label: StaticString, _ content: LineWrapping.Content = .words, _ append: (inout [UInt8]) -> Void
  ) {
    line.removeAll(keepingCapacity: true)
    line.append(contentsOf: prefix)
    line.append(label)
    line.append(": ")
    let start = line.count
    append(&line)
    separateFromBody()
    LineWrapping.append(line, valueAt: start, content, to: &output)
  }

  private mutating func write(_ label: StaticString, _ text: Text) {
    write(label) { line in text.withUTF8 { line.append(escaped: $0, in: .line) } }
  }

  private func itemLabel(_ key: FieldKey) -> StaticString { fields[key.index].singular ?? key.name }

  mutating func visit(_ key: FieldKey, _ value: Text) {
    guard let label = openingLabel else { return write(key.name, value) }
    // Every record's id comes first.
    openingLabel = nil
    write(label) { line in
      let start = line.count
      value.withUTF8 { line.append(escaped: $0, in: .line) }
      // `report: id=…` is an item of an incident: no id may look like one.
      if let equals = line.endOfKey(from: start) { line.insert(UInt8(ascii: "\\"), at: equals) }
    }
  }

  mutating func visit(_ key: FieldKey, _ value: Int) {
    write(key.name) { $0.append(decimal: value) }
  }

  mutating func visit(_ key: FieldKey, _ value: Double) {
    write(key.name) { $0.append(shortest: value) }
  }

  mutating func visitFlag(_ key: FieldKey) {
    write(key.name) { $0.append("true") }
  }

  mutating func visit(_ key: FieldKey, _ value: EDTF) {
    write(key.name) { value.write(to: &$0) }
  }

  mutating func visit(_ key: FieldKey, _ value: Instant) {
    write(key.name) { value.write(to: &$0) }
  }

  mutating func visit(_ key: FieldKey, _ value: DateOrInstant) {
    write(key.name) { value.write(to: &$0) }
  }

  mutating func visit(_ key: FieldKey, _ value: ClockTime) {
    write(key.name) { value.write(to: &$0) }
  }

  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) {
    write(key.name) { $0.append(term.name) }
  }

  mutating func visit(_ key: FieldKey, json: JSONText) {
    write(key.name, .json) { line in json.text.withUTF8 { line.append(copying: $0) } }
  }

  mutating func visit(_ key: FieldKey, _ value: Extras) {
    let length = prefix.count
    prefix.append(key.name)
    prefix.append(UInt8(ascii: "."))
    let start = prefix.count
    for field in value.fields {
      field.key.withUTF8 { prefix.append(escaped: $0, in: .label) }
      write("", .json) { line in field.value.text.withUTF8 { line.append(copying: $0) } }
      prefix.removeSubrange(start...)
    }
    prefix.removeSubrange(length...)
  }

  mutating func visit(_ key: FieldKey, _ values: [Text]) {
    for value in values { write(itemLabel(key), value) }
  }

  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, terms: [Term]) {
    for term in terms { write(itemLabel(key)) { $0.append(term.name) } }
  }

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, object: Object) {
    let length = prefix.count
    let outer = fields
    prefix.append(key.name)
    prefix.append(UInt8(ascii: "."))
    fields = Object.declaration.fields
    object.visitFields(&self)
    fields = outer
    prefix.removeSubrange(length...)
  }

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) {
    if let blocks = objects as? [Block] { return write(body: blocks) }
    let isEvidence = Object.self == Evidence.self
    if isEvidence { swap(&output, &evidence) }
    let reports = reports
    for object in objects {
      write(itemLabel(key), .item) { line in
        let start = line.count
        var writer = ItemWriter()
        swap(&writer.output, &line)
        writer.write(object)
        swap(&writer.output, &line)
        if isEvidence { EvidenceLine.shorten(&line, from: start, reports: reports) }
      }
    }
    if isEvidence { swap(&output, &evidence) }
    if Object.self == ReportReference.self, let references = objects as? [ReportReference] { number(references) }
  }

  private mutating func number(_ references: [ReportReference]) {
    reports = references.prefix(EvidenceLine.numberedReports).map { reference in
      var id: [UInt8] = []
      reference.id?.withUTF8 { id.append(escaped: $0, in: .value) }
      return id
    }
  }

  /// Writes each block under its role, a blank line before it.
  private mutating func write(body: [Block]) {
    for block in body {
      output.append(0x0A)
      line.removeAll(keepingCapacity: true)
      if BlockLabel.append(for: block, to: &line) {
        line.append(": ")
        let start = line.count
        block.text.withUTF8 { line.append(escaped: $0, in: .line) }
        LineWrapping.append(line, valueAt: start, .words, to: &output)
      } else {
        isBehindBody = false
        write("block", .item) { line in
          var writer = ItemWriter()
          writer.write(block)
          line.append(contentsOf: writer.output)
        }
      }
    }
    isBehindBody = true
  }
}

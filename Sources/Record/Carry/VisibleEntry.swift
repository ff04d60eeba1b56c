package import DatelineCore

/// An entry of a foreign form: the fields that people see and edit, as the writer makes them of a record, or as they were
/// read. ``Carry`` says how a dialect uses it.
package protocol VisibleEntry {
  /// The fields. Fingerprints have a hash for each in the order of the raw values, which count from 0: a later version
  /// adds fields behind the others and moves none.
  associatedtype Field: CaseIterable & RawRepresentable<Int>
  /// What the entry is of: a record, or several that share it.
  associatedtype Content

  /// What messages call the field: the name that the form has for it.
  static func name(of field: Field) -> String

  /// What the entry shows in `field`, in a form that two entries share exactly where they show the same; empty for
  /// nothing. Whatever programs change on the way belongs out of it: space at the ends, order, spelling of references.
  func value(of field: Field) -> [UInt8]

  /// Makes what the entry shows in `field` the record's, also where it shows nothing, and leaves alone what the field
  /// does not show.
  ///
  /// - Returns: Whether the record has a place for it.
  func take(_ field: Field, into content: inout Content) -> Bool
}

extension VisibleEntry {
  /// Four characters for each field: a hash of its value, or `....` where it shows nothing.
  package var fingerprint: [UInt8] {
    var result: [UInt8] = []
    for field in Field.allCases { result += shortHash(of: value(of: field)) }
    return result
  }

  /// The fields whose values are other than those that `fingerprint` was made of; all where there is none. A field that
  /// an older version did not write is none of them.
  package func edits(since fingerprint: [UInt8]?) -> [Field] {
    guard let fingerprint else { return Array(Field.allCases) }
    return Field.allCases.filter { field in
      let start = 4 * field.rawValue
      guard start + 4 <= fingerprint.count else { return false }
      return !shortHash(of: value(of: field)).elementsEqual(fingerprint[start..<start + 4])
    }
  }

  /// As the fingerprint, of the fields that were made up alone; nil where there are none. It travels along where the record
  /// does not, so that what was made up does not come back as data.
  package func fingerprint(of madeUp: Set<Field>) -> [UInt8]? where Field: Hashable {
    guard !madeUp.isEmpty else { return nil }
    var result: [UInt8] = []
    for field in Field.allCases { result += shortHash(of: madeUp.contains(field) ? value(of: field) : []) }
    return result
  }

  /// The fields that were made up by what ``fingerprint(of:)`` gave, and were not changed since.
  package func madeUpFields(by fingerprint: [UInt8]?) -> [Field] {
    guard let fingerprint else { return [] }
    return Field.allCases.filter { field in
      let start = 4 * field.rawValue
      guard start + 4 <= fingerprint.count else { return false }
      let value = value(of: field)
      return !value.isEmpty && shortHash(of: value).elementsEqual(fingerprint[start..<start + 4])
    }
  }

  /// Takes over what was edited or deleted since the carried record was written, and notes it.
  ///
  /// - Parameters:
  ///   - fingerprint: That of the carrier; nil where nothing is carried, so that all fields are taken and none is noted.
  ///   - position: Where the entry begins.
  /// - Returns: The fields that were taken.
  @discardableResult
  package func takeEdits(
    since fingerprint: [UInt8]?, into content: inout Content, log: DiagnosticLog, at position: SourcePosition?
  ) throws(ConversionError) -> [Field] {
    var taken: [Field] = []
    var ignored: [Field] = []
    for field in edits(since: fingerprint) {
      if take(field, into: &content) { taken.append(field) } else { ignored.append(field) }
    }
    guard fingerprint != nil else { return taken }
    if !taken.isEmpty {
      try log.report(
        .note, .carryEdited,
        "\(Self.names(of: taken)) of this entry \(taken.count == 1 ? "was" : "were") changed since it was written; what is visible counts",
        at: position)
    }
    if !ignored.isEmpty {
      try log.report(
        .note, .carryEditIgnored,
        "\(Self.names(of: ignored)) of this entry differs from what was written, and the record has no field for it; the carried record counts",
        at: position)
    }
    return taken
  }

  private static func names(of fields: [Field]) -> String { fields.map(name).joined(separator: ", ") }
}

/// The four characters that a fingerprint has for `value`.
package func shortHash(of value: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.append(atMost: 4) { $0.write(hashOf: value.span) }
  return result
}

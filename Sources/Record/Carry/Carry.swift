package import DatelineCore

/// How much of a record travels along in a foreign format that has a place for what it does not know: a foreign
/// namespace, a member with a reserved name, a property with a prefix.
///
/// A dialect with such a place
///
/// 1. lists ``option`` among its options, says in ``FormatInfo/carries`` that it carries everything, and in
///    ``WritableFormat/carries(with:)`` what it shows in fields of its own, which is all that is left without the carrier;
/// 2. has a type for its entry that conforms to ``VisibleEntry``: the fields that people see, each with its value in
///    normalised form and the way of that value into the record. The writer makes such an entry of a record, writes it
///    and behind it the carrier, ``carried(_:)``, with the entry's ``VisibleEntry/fingerprint``;
/// 3. reads an entry into the same type, the carrier with ``CarriedJSON``, and calls
///    ``VisibleEntry/takeEdits(since:into:log:at:)`` on the carried record: what was edited or deleted since it was
///    written wins over what is carried, field by field, and each such field is noted. An entry without a carrier is
///    taken the same way into a new record, since everything of it is news: the fingerprint is then nil;
/// 4. keeps what the writer would say otherwise, or not at all, with ``KeptSource``, so that an entry of others comes
///    back as it was as long as its record is what it was.
package enum Carry: String, Sendable {
  /// Nothing: only what the format has fields for.
  case none
  /// The record's type and identifiers.
  case ids
  /// The record.
  case full

  /// What a dialect lists among its options.
  package static let option = FormatOption(
    "carry", choices: ["none", "ids", "full"], default: "full",
    help: "how much of each record travels along in a foreign field: nothing, its identifiers, or all of it")

  /// What `options` say.
  package init(_ options: FormatOptions) { self = Carry(rawValue: options[Self.option]) ?? .full }

  /// The fields that travel along with ``ids``.
  package static let identifiers = FieldSet(
    "report.id", "report.externalIDs", "incident.id", "incident.externalIDs", "tombstone.id", "tombstone.externalIDs")

  /// What travels along of `record`; nil for nothing.
  package func carried(_ record: Record) -> Record? {
    switch (self, record) {
    case (.none, _): return nil
    case (.full, _): return record
    case (.ids, .report(let report)):
      var reduced = Report(id: report.id)
      reduced.externalIDs = report.externalIDs
      return .report(reduced)
    case (.ids, .incident(let incident)):
      var reduced = Incident(id: incident.id)
      reduced.externalIDs = incident.externalIDs
      return .incident(reduced)
    case (.ids, .tombstone(let tombstone)):
      var reduced = Tombstone(id: tombstone.id)
      reduced.externalIDs = tombstone.externalIDs
      return .tombstone(reduced)
    }
  }
}

extension DiagnosticCode {
  package static let carryEdited: Self = "carry.edited"
  package static let carryEditIgnored: Self = "carry.edit-ignored"
  package static let carryUnusable: Self = "carry.unusable"
}

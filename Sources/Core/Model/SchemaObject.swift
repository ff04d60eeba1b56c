/// Something that shows its fields. It need not be copyable: where that is not promised the compiler can't make copies on
/// the way to a field, and a copy of an incident costs as much as writing it.
public protocol FieldBearing: ~Copyable {
  /// Whether no field is filled.
  var isEmpty: Bool { get }

  /// Shows each filled field to `visitor`, in canonical order.
  borrowing func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure)
}

extension FieldBearing where Self: ~Copyable {
  /// No: an object with a required field has it.
  @inlinable public var isEmpty: Bool { false }
}

extension Span where Element: ~Copyable {
  /// Calls `body` with each element where it lies.
  @inlinable
  @inline(__always)
  package func forEachInPlace(_ body: (borrowing Element) -> Void) {
    for index in indices { body(self[index]) }
  }

  /// Calls `body` with the element at `index` where it lies.
  @inlinable
  @inline(__always)
  package func lend<Result, Failure: Error>(
    _ index: Int, to body: (borrowing Element) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(self[index])
  }
}

extension Span where Element: FieldBearing & ~Copyable {
  /// Whether one of the objects has no field.
  @inlinable package var hasEmptyElement: Bool {
    for index in indices where self[index].isEmpty { return true }
    return false
  }
}

extension Array where Element: SchemaObject {
  /// The objects without those that have no field.
  @inlinable var filled: Self { span.hasEmptyElement ? filter { !$0.isEmpty } : self }
}

/// An object of the canonical schema. The conformances in `Generated/` are written by `dateline-generate` from
/// ``Schema/standard``: a canonical format is one ``FieldVisitor`` and one ``FieldSource``, and knows no field by name.
public protocol SchemaObject: FieldBearing, Hashable, Sendable {
  /// What the schema says of the object.
  static var declaration: ObjectDeclaration { get }

  /// The fields that must be present, as bits: bit *n* is field *n* of ``declaration``.
  static var requiredFields: UInt64 { get }

  /// The index of the field called `key`, or nil.
  static func fieldIndex(forKey key: Span<UInt8>) -> Int?

  /// An object to read fields into. It is not valid before its required fields have been read.
  init(unread: Void)

  /// Reads the value of the field at `index` from `source`.
  ///
  /// - Returns: Whether there was a value that the field can take. If not, the source has reported why.
  mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool
}

/// A field of an object, as a visitor sees it.
public struct FieldKey: Sendable {
  /// The place of the field in its object's declaration.
  public let index: Int
  /// The key.
  public let name: StaticString

  /// Names a field.
  @inlinable
  public init(_ index: Int, _ name: StaticString) {
    self.index = index
    self.name = name
  }
}

/// Takes the fields of an object one by one: the writing half of a canonical format.
public protocol FieldVisitor {
  /// What a visit can throw; `Never` for visitors that only collect.
  associatedtype Failure: Error

  /// Takes text.
  mutating func visit(_ key: FieldKey, _ value: Text) throws(Failure)
  /// Takes a whole number.
  mutating func visit(_ key: FieldKey, _ value: Int) throws(Failure)
  /// Takes a number.
  mutating func visit(_ key: FieldKey, _ value: Double) throws(Failure)
  /// Takes a flag, which is always true.
  mutating func visitFlag(_ key: FieldKey) throws(Failure)
  /// Takes a date.
  mutating func visit(_ key: FieldKey, _ value: EDTF) throws(Failure)
  /// Takes an instant.
  mutating func visit(_ key: FieldKey, _ value: Instant) throws(Failure)
  /// Takes a date or an instant.
  mutating func visit(_ key: FieldKey, _ value: DateOrInstant) throws(Failure)
  /// Takes a time of day.
  mutating func visit(_ key: FieldKey, _ value: ClockTime) throws(Failure)
  /// Takes a term of a closed vocabulary.
  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) throws(Failure)
  /// Takes a JSON scalar or object.
  mutating func visit(_ key: FieldKey, json: JSONText) throws(Failure)
  /// Takes the fields of others.
  mutating func visit(_ key: FieldKey, _ value: Extras) throws(Failure)
  /// Takes a list of texts, which is not empty.
  mutating func visit(_ key: FieldKey, _ values: [Text]) throws(Failure)
  /// Takes a list of terms, which is not empty.
  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, terms: [Term]) throws(Failure)
  /// Takes an object.
  mutating func visit<Object: SchemaObject>(_ key: FieldKey, object: Object) throws(Failure)
  /// Takes a list of objects, which is not empty.
  mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) throws(Failure)
}

/// Gives the value of one field in whatever form it is asked for: the reading half of a canonical format.
///
/// A value that can't be had in that form is reported by the source, kept in the record's extras, and answered with nil
/// or an empty list.
public protocol FieldSource {
  /// Text, which is never empty.
  mutating func readText() throws(ConversionError) -> Text?
  /// A whole number within `range`.
  mutating func readInteger(in range: ClosedRange<Int>) throws(ConversionError) -> Int?
  /// A number within `range`.
  mutating func readDecimal(in range: ClosedRange<Double>) throws(ConversionError) -> Double?
  /// A flag; false is answered with nil.
  mutating func readFlag() throws(ConversionError) -> Bool?
  /// An EDTF date.
  mutating func readDate() throws(ConversionError) -> EDTF?
  /// An instant.
  mutating func readInstant() throws(ConversionError) -> Instant?
  /// A date or an instant.
  mutating func readDateOrInstant() throws(ConversionError) -> DateOrInstant?
  /// A time of day.
  mutating func readClockTime() throws(ConversionError) -> ClockTime?
  /// A term of a closed vocabulary.
  mutating func readTerm<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> Term?
  /// A term of an open vocabulary: any text.
  mutating func readTerm<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> Term?
  /// A JSON scalar.
  mutating func readScalar() throws(ConversionError) -> JSONText?
  /// A JSON object.
  mutating func readJSON() throws(ConversionError) -> JSONText?
  /// Fields of others, to be joined with those that are there.
  mutating func readExtras() throws(ConversionError) -> Extras?
  /// A list of texts.
  mutating func readTexts() throws(ConversionError) -> [Text]
  /// A list of terms of a closed vocabulary.
  mutating func readTerms<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term]
  /// A list of terms of an open vocabulary.
  mutating func readTerms<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term]
  /// An object.
  mutating func readObject<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> Object?
  /// A list of objects.
  mutating func readObjects<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> [Object]
}

/// A vocabulary whose terms are all known.
public protocol ClosedVocabulary: Hashable, Sendable, CaseIterable {
  /// What the schema says of the vocabulary.
  static var declaration: VocabularyDeclaration { get }
  /// The term as it stands in a file.
  var name: StaticString { get }
  /// The term called `name`, or nil.
  init?(utf8 name: Span<UInt8>)
}

/// A vocabulary to which sources may add.
public protocol OpenVocabulary: Hashable, Sendable {
  /// What the schema says of the vocabulary.
  static var declaration: VocabularyDeclaration { get }
  /// The term as it stands in a file.
  var name: Text { get }
  /// Makes a term of any text.
  init(_ name: Text)
}

extension OpenVocabulary {
  /// Whether the schema lists the term.
  public var isKnown: Bool {
    Self.declaration.terms.contains { name.equals($0.name) }
  }
}

extension ClosedVocabulary {
  /// The term called `name`, or nil.
  public init?(_ name: String) {
    let bytes = Array(name.utf8)
    self.init(utf8: bytes.span)
  }
}

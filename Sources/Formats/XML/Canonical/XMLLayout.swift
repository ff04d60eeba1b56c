import DatelineCore
import DatelineSchemas

/// The XML form of the schema (`Specs/xml.md`), made once: how each field of each object is written, and which field a
/// name stands for. Objects have two forms, as items of lists and otherwise.
struct XMLLayout: Sendable {
  /// How a field is written.
  struct Field: Sendable {
    /// The key.
    let key: StaticString
    /// The element or attribute; of a list, the element of an item.
    let name: StaticString
    /// Whether it is an attribute.
    let isAttribute: Bool
    /// Whether it is the content of the object's element.
    let isContent: Bool
    /// Whether it is the field of others' values.
    let isExtras: Bool
    /// Whether it can be the value of an attribute or the text of an element.
    let isText: Bool
    /// The form of the object that it holds, as an index of ``forms``; -1 where it holds none.
    let form: Int
  }

  /// An object in one of its forms.
  struct Form: Sendable {
    /// Where its fields begin in ``fields``.
    let first: Int
    /// The field that is its content, as an index of its declaration; -1 where there is none.
    let content: Int
    /// The field of others' values, as an index of its declaration; -1 where there is none.
    let extras: Int
  }

  /// The namespace of every element.
  static let namespace = "urn:dateline:1"
  /// The form of the standard schema.
  static let standard = XMLLayout(Schema.standard)

  /// The fields of all forms.
  private(set) var fields: [Field] = []
  /// For each object of the schema its form outside lists, and behind it that of an item.
  private(set) var forms: [Form] = []
  /// The number of each name that the schema has.
  private(set) var numbers: [String: Int] = [:]
  /// For each form, and in it each number, the index of the field in its declaration; -1 where there is none.
  private var fieldIndexes: [Int16] = []

  private init(_ schema: Schema) {
    for field in schema.objects.flatMap(\.fields) {
      let name = Self.name(of: field)
      if numbers[name] == nil { numbers[name] = numbers.count }
    }
    for object in schema.objects {
      for isItem in [false, true] { add(object, isItem: isItem, schema) }
    }
  }

  /// The name of the element or attribute; `extra` for the field of others.
  private static func name(of field: FieldDeclaration) -> String {
    if case .extras = field.type { "extra" } else { field.itemName }
  }

  private mutating func add(_ object: ObjectDeclaration, isItem: Bool, _ schema: Schema) {
    var indexes = Array(repeating: Int16(-1), count: numbers.count)
    var content = -1
    var extras = -1
    let first = fields.count
    for (index, field) in object.fields.enumerated() {
      let place = XMLForm.place(of: field, in: object, isItem: isItem)
      if place == .content { content = index }
      if place == .extras { extras = index }
      if let number = numbers[Self.name(of: field)] { indexes[number] = Int16(index) }
      var form = -1
      if case .object(let name) = field.type {
        form = 2 * (schema.objects.firstIndex { $0.title == "\(name)" } ?? 0) + (field.isList ? 1 : 0)
      }
      fields.append(
        Field(
          key: field.key, name: field.singular ?? field.key, isAttribute: place == .attribute,
          isContent: place == .content, isExtras: place == .extras, isText: form < 0 && place != .extras, form: form))
    }
    forms.append(Form(first: first, content: content, extras: extras))
    fieldIndexes += indexes
  }

  /// The form of a record or a header.
  func form(of object: ObjectDeclaration) -> Int {
    2 * (Schema.standard.objects.firstIndex { $0.title == object.title } ?? 0)
  }

  /// The field that the name with `number` stands for, as an index of the object's declaration; -1 where it is none.
  @inline(__always)
  func field(_ number: Int, in form: Int) -> Int { Int(fieldIndexes[form * numbers.count + number]) }
}

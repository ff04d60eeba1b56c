import CLibXML2

/// Takes what libxml2 says of schemas, and of documents that break them.
@safe
final class SchemaMessages {
  struct Message {
    let text: String
    let isWarning: Bool
    /// The address of the schema's document; nil for what is said of others.
    let file: String?
    let line: Int
  }

  private var messages: [Message] = []

  /// What was said since it was taken last.
  func take() -> [Message] {
    guard !messages.isEmpty else { return [] }
    defer { messages.removeAll() }
    return messages
  }

  var isEmpty: Bool { messages.isEmpty }

  /// The object as libxml2 keeps it for ``listener``, which does not own it.
  @unsafe var pointer: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  /// Invariant: the context is ``pointer`` of messages that live as long as libxml2 may call.
  static let listener: xmlStructuredErrorFunc = { context, error in
    guard let context = unsafe context, let error = unsafe error?.pointee else { return }
    let own = unsafe Unmanaged<SchemaMessages>.fromOpaque(context).takeUnretainedValue()
    guard own.messages.count < 1000 else { return }
    let text = unsafe error.message.map { unsafe String(cString: $0) } ?? "the schema does not allow this"
    own.messages.append(
      Message(
        text: text, isWarning: unsafe error.level == XML_ERR_WARNING,
        file: unsafe error.file.map { unsafe String(cString: $0) }, line: unsafe Int(error.line)))
  }
}

/// What libxml2 says of a schema, in plain words.
struct SchemaWords {
  /// What is wrong, without a final period.
  private(set) var text: String
  /// The attribute that is wrong, as `{namespace}local` or a local name; nil where it is the element.
  private(set) var attribute: String?

  /// - Parameter element: How the document writes the name of the element that is wrong.
  init(_ message: String, of element: String) {
    text = message
    if text.hasSuffix("\n") { text.removeLast() }
    takeSubject()
    let subject = "<\(element)>"
    let name = attribute.map(Self.local) ?? ""
    if text.hasPrefix("[facet '"), let end = text.firstRange(of: "'] ") { text = String(text[end.upperBound...]) }
    let expected = Self.expected(in: text, of: element)
    if text.hasPrefix("This element is not expected") {
      text = "\(subject) does not belong here" + (expected.map { "; expected is \($0)" } ?? "; take it out")
    } else if text.hasPrefix("Missing child element(s)") {
      text = "\(subject) is not complete" + (expected.map { "; what comes next is \($0)" } ?? "")
    } else if text.hasPrefix("The attribute '"), text.contains("' is required but missing") {
      let missing = text.dropFirst(15).prefix { $0 != "'" }
      text = "\(subject) needs the attribute \(Self.local(missing)); add it"
    } else if attribute != nil, text.hasPrefix("The attribute '"), text.contains("' is not allowed") {
      text = "\(subject) has no attribute \(name); take it out"
    } else if text.hasPrefix("No matching global declaration available for the validation root") {
      text = "the schema has no element \(subject) that a document may begin with"
    } else {
      if text.hasSuffix(".") { text.removeLast() }
      // libxml2 2.9 takes no space around integers, dates and times, which XML Schema allows.
      if text.contains("is not a valid value"),
        text.hasPrefix("' ") || text.hasPrefix("'\n") || text.contains(" ' is not")
      {
        text += "; take away the space around it"
      }
      if let first = text.first, text.dropFirst().first?.isUppercase != true {
        text = first.lowercased() + text.dropFirst()
      }
      text = (attribute == nil ? subject : "\(subject), attribute \(name)") + ": \(text)"
    }
    if text.count > 400 { text = text.prefix(400) + "…" }
  }

  /// Takes away the words by which a message names what it is about.
  private mutating func takeSubject() {
    guard text.hasPrefix("Element '"), let end = text.firstRange(of: "': ") ?? text.firstRange(of: "', attribute '")
    else { return }
    let mark = "', attribute '"
    if let other = text.firstRange(of: mark), other.lowerBound < end.upperBound,
      let last = text[other.upperBound...].firstRange(of: "': ")
    {
      attribute = String(text[other.upperBound..<last.lowerBound])
      text = String(text[last.upperBound...])
    } else {
      text = String(text[end.upperBound...])
    }
  }

  /// The names at the end of a message that says what is expected.
  private static func expected(in text: String, of element: String) -> String? {
    guard let start = text.firstRange(of: "( "), let end = text.firstRange(of: " )") else { return nil }
    guard start.upperBound <= end.lowerBound, text[..<start.lowerBound].contains("xpected is") else { return nil }
    let own = local(element.split(separator: ":").last ?? "")
    let names = text[start.upperBound..<end.lowerBound].split(separator: ", ").map { name in
      // With its namespace where that is what is wrong.
      local(name) == own ? "<\(name)>" : "<\(local(name))>"
    }
    guard names.count > 1, let last = names.last else { return names.first }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func local(_ name: some StringProtocol) -> String {
    guard name.hasPrefix("{") || name.hasPrefix("##other{"), let end = name.lastIndex(of: "}") else {
      return String(name)
    }
    return String(name[name.index(after: end)...])
  }
}

import CLibXML2
import DatelineCore

/// The folder of a schema, out of which no reference leads.
struct SchemaFolder {
  /// The folder as the path of the schema writes it, with its last slash; empty for the folder of the program.
  private let written: String
  /// The same without links and dots, and with a last slash; nil where there is no such folder.
  private let real: String?

  /// Why a file is not read.
  enum Refusal: Error {
    case address, outside, missing, notFile, tooMany

    /// What to say of the address.
    func message(_ address: String) -> String {
      let name = quoted(address)
      return switch self {
      case .address:
        "\(name) is no relative path, and nothing is fetched; put a copy into the schema's folder and name that"
      case .outside: "\(name) leads out of the schema's folder; put a copy into the folder and name that"
      case .missing: "there is no file \(name) in the schema's folder"
      case .notFile: "\(name) is no file"
      case .tooMany: "a schema may have \(SchemaFiles.fileLimit) files, and \(name) is one more"
      }
    }
  }

  /// The folder of the file at `path`.
  init(of path: String) {
    written = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    real = Self.resolved(written.isEmpty ? "." : written).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  /// The name of a file in the folder.
  func name(of path: String) -> Substring { path.dropFirst(written.count) }

  /// Where a reference leads.
  ///
  /// - Parameters:
  ///   - address: What the schema says: a relative address (RFC 3986, section 4.2).
  ///   - base: The folder of the file that says it, from this one.
  /// - Returns: The path from this folder, and that of the file as the program finds it.
  func path(of address: String, from base: [Substring]) throws(Refusal) -> ([Substring], file: String) {
    let trimmed = XMLSpace.trimmed(address)
    guard let text = Self.decoded(trimmed), !text.isEmpty, !text.hasPrefix("/"), !text.contains("\\"),
      !text.utf8.contains(0), !trimmed.contains(where: { $0 == "#" || $0 == "?" }),
      trimmed.prefix(while: { $0 != "/" }).firstIndex(of: ":") == nil
    else { throw .address }
    var path = base
    for part in text.split(separator: "/") where part != "." {
      if part != ".." {
        path.append(part)
      } else if path.popLast() == nil {
        throw .outside
      }
    }
    let file = written + path.joined(separator: "/")
    guard let real, let target = Self.resolved(file) else { throw .missing }
    guard target.hasPrefix(real) else { throw .outside }
    guard isRegularFile(target) else { throw .notFile }
    return (path, file)
  }

  /// The text of an address with its percent signs read; nil where it is none.
  private static func decoded(_ text: some StringProtocol) -> String? {
    guard text.contains("%") else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// A path without links and dots; nil where there is nothing.
  private static func resolved(_ path: String) -> String? {
    guard let full = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(full) }
    return unsafe String(cString: full)
  }
}

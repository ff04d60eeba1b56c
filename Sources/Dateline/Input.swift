/// Something to read: a file, standard input, or bytes in memory.
public struct Input: Sendable {
  private enum Origin: Sendable {
    case file(String)
    case standardInput
    case memory([UInt8])
  }

  private let origin: Origin
  /// What messages call it.
  public let name: String

  /// The file at `path`; `-` is standard input.
  public init(path: String) {
    origin = path == "-" ? .standardInput : .file(path)
    name = path == "-" ? "<stdin>" : path
  }

  /// Bytes in memory.
  public init(_ bytes: [UInt8], name: String) {
    origin = .memory(bytes)
    self.name = name
  }

  /// Opens it.
  func open() throws(ConversionError) -> any ByteSource {
    switch origin {
    case .file(let path): try FileSource(path: path)
    case .standardInput: FileSource.standardInput
    case .memory(let bytes): MemorySource(bytes)
    }
  }

  /// All of it as text; what is no UTF-8 becomes U+FFFD.
  package func text() throws(ConversionError) -> String {
    let source = try open()
    var bytes: [UInt8] = []
    while try bytes.append(from: source, atMost: 1 << 16) {}
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The extension of its file name, without the dot; nil where there is none.
  var fileExtension: String? { Input.fileExtension(of: name) }

  /// The extension of a file name, without the dot; nil where there is none.
  package static func fileExtension(of path: String) -> String? {
    guard let file = path.split(separator: "/").last, let dot = file.lastIndex(of: "."), dot > file.startIndex else {
      return nil
    }
    let text = file[file.index(after: dot)...]
    return text.isEmpty ? nil : String(text)
  }
}

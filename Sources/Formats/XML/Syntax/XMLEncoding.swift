import CLibXML2
import DatelineCore

/// Which encoding a document is in, by its byte order mark and its declaration (XML 1.0, appendix F).
struct XMLEncoding {
  /// The name of the encoding, in capitals; `UTF-8` where nothing else is said.
  let name: String
  /// The length of the byte order mark.
  let markLength: Int
  /// The name that the declaration gives, in capitals.
  let declaredName: String?

  /// The encodings that are read. Others are refused: several let text hide from those who check it (UTF-7, ISO-2022), and
  /// what the system's converter makes of the rest is not the same everywhere.
  static let allowed: Set<String> = [
    "UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII", "ISO-8859-1", "ISO-8859-2", "ISO-8859-5",
    "ISO-8859-7", "ISO-8859-9", "ISO-8859-15", "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1253",
    "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1257", "KOI8-R", "KOI8-U", "SHIFT_JIS", "EUC-JP", "EUC-KR",
    "GB2312", "GBK", "GB18030", "BIG5",
  ]

  /// The bytes in which the XML declaration has to end.
  static let headLength = 2048

  /// What is wrong with the start of a document.
  struct Fault: Error {
    let code: DiagnosticCode
    let message: String
  }

  /// Whether bytes from 0x80 to 0x9F are control characters that nobody means: the document is probably Windows-1252.
  var hasUnusedControls: Bool { name.hasPrefix("ISO-8859") }

  /// - Parameters:
  ///   - head: The first bytes of the document, as many as the declaration may have.
  ///   - outer: What the document was in where it has been made UTF-8 before.
  init(head: [UInt8], decodedFrom outer: UnicodeEncoding?) throws(Fault) {
    if let outer {
      declaredName = try Self.declaredName(in: head)
      try Self.check(declaredName, agreesWith: outer)
      name = "UTF-8"
      markLength = 0
      return
    }
    if let kind = Self.kindOfBinary(head) {
      throw Fault(code: .xmlCompressed, message: "the document is \(kind), not XML; unpack it first")
    }
    let (width, mark) = Self.unit(head)
    guard width != .unsupported else {
      throw Fault(
        code: .xmlEncoding, message: "the document is in UCS-4 or EBCDIC, which is not read; write it as UTF-8")
    }
    let declared = try Self.declaredName(in: head)
    if mark == 3, head.dropFirst(3).starts(with: [0xEF, 0xBB, 0xBF]) {
      throw Fault(code: .xmlSyntax, message: "a second byte order mark stands behind the first; remove one of them")
    }
    if let declared, !Self.allowed.contains(declared) {
      throw Fault(
        code: .xmlEncoding, message: "the encoding \(quoted(declared)) is not read; write the document as UTF-8")
    }
    markLength = mark
    declaredName = declared
    switch width {
    case .one: name = try Self.singleByteName(declared, hasMark: mark > 0)
    case .two(let isLittle):
      let own = isLittle ? "UTF-16LE" : "UTF-16BE"
      if let declared, declared != "UTF-16", declared != own {
        throw Fault(
          code: .xmlEncodingMismatch,
          message: "the declaration says \(declared), and the bytes are \(own); one of them is wrong")
      }
      name = own
    case .unsupported: name = ""
    }
  }

  /// Throws where the declaration names another encoding than the bytes had.
  private static func check(_ declared: String?, agreesWith outer: UnicodeEncoding) throws(Fault) {
    guard let declared, declared != outer.rawValue else { return }
    let isSame =
      switch outer {
      case .utf8: declared == "UTF8"
      case .utf16LittleEndian, .utf16BigEndian: declared == "UTF-16"
      case .utf32LittleEndian, .utf32BigEndian: declared == "UTF-32"
      }
    guard !isSame else { return }
    throw Fault(
      code: .xmlEncodingMismatch,
      message: "the declaration says \(quoted(declared)), and the bytes are \(outer.rawValue); one of them is wrong")
  }

  private static func singleByteName(_ declared: String?, hasMark: Bool) throws(Fault) -> String {
    guard let declared else { return "UTF-8" }
    let isUTF8 = declared == "UTF-8" || declared == "UTF8"
    guard !declared.hasPrefix("UTF-16"), !hasMark || isUTF8 else {
      throw Fault(
        code: .xmlEncodingMismatch,
        message: "the declaration says \(declared), and the bytes are UTF-8 or another encoding of single bytes")
    }
    return isUTF8 ? "UTF-8" : declared
  }

  private enum Unit: Equatable {
    case one
    case two(isLittle: Bool)
    case unsupported
  }

  private static func unit(_ head: [UInt8]) -> (Unit, mark: Int) {
    func starts(_ bytes: UInt8...) -> Bool { head.starts(with: bytes) }
    if starts(0xFF, 0xFE, 0, 0) || starts(0, 0, 0xFE, 0xFF) || starts(0, 0, 0, 0x3C) || starts(0x3C, 0, 0, 0)
      || starts(0, 0, 0x3C, 0) || starts(0, 0x3C, 0, 0) || starts(0x4C, 0x6F, 0xA7, 0x94)
    {
      return (.unsupported, 0)
    }
    if starts(0xEF, 0xBB, 0xBF) { return (.one, 3) }
    if starts(0xFF, 0xFE) { return (.two(isLittle: true), 2) }
    if starts(0xFE, 0xFF) { return (.two(isLittle: false), 2) }
    if starts(0x3C, 0) { return (.two(isLittle: true), 0) }
    if starts(0, 0x3C) { return (.two(isLittle: false), 0) }
    return (.one, 0)
  }

  /// What the document is where it is no text at all.
  private static func kindOfBinary(_ head: [UInt8]) -> String? {
    let kinds: [(String, [UInt8])] = [
      ("compressed (gzip)", [0x1F, 0x8B]), ("compressed (xz)", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
      ("compressed (bzip2)", [0x42, 0x5A, 0x68]), ("compressed (zstd)", [0x28, 0xB5, 0x2F, 0xFD]),
      ("a ZIP archive", [0x50, 0x4B, 0x03, 0x04]),
    ]
    return kinds.first { head.starts(with: $0.1) }?.0
  }

  /// The encoding that the XML declaration names, in capitals; nil where there is no declaration or it names none.
  private static func declaredName(in head: [UInt8]) throws(Fault) -> String? {
    // Every encoding that is read spells the declaration as ASCII, with zeros between in UTF-16.
    let text = head.prefix(headLength).filter { $0 != 0 && $0 < 0x80 }
    let string = String(decoding: text, as: UTF8.self)
    guard string.hasPrefix("<?xml") else { return nil }
    guard let end = string.firstRange(of: "?>") else {
      guard head.count >= headLength else { return nil }
      throw Fault(code: .xmlLimit, message: "the XML declaration has more than \(headLength) bytes")
    }
    let declaration = string[..<end.lowerBound]
    guard let keyword = declaration.firstRange(of: "encoding") else { return nil }
    let rest = declaration[keyword.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return rest.dropFirst().prefix { $0 != quote }.uppercased()
  }
}

/// Makes UTF-8 of a document in another encoding with the system's converter (POSIX iconv).
@safe
final class EncodingConverter {
  private let descriptor: iconv_t
  /// Bytes of a character whose rest has not come.
  private var pending: [UInt8] = []

  /// - Parameter name: One of ``XMLEncoding/allowed``.
  /// - Returns: nil where the system does not know the encoding.
  init?(from name: String) {
    unsafe descriptor = iconv_open("UTF-8", name)
    // iconv_open answers (iconv_t)-1.
    guard unsafe Int(bitPattern: descriptor) != -1 else { return nil }
  }

  deinit { unsafe _ = iconv_close(descriptor) }

  /// Whether the document has ended inside a character.
  var isInsideCharacter: Bool { !pending.isEmpty }

  /// Appends `bytes` as UTF-8.
  ///
  /// - Returns: False where they are no text of the encoding.
  func convert(_ bytes: [UInt8], into output: inout [UInt8]) -> Bool {
    var input = pending.map { CChar(bitPattern: $0) } + bytes.map { CChar(bitPattern: $0) }
    pending = []
    var buffer = [CChar](repeating: 0, count: 4 * input.count + 16)
    var left = input.count
    var room = buffer.count
    var status = 0
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe buffer.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        // No byte becomes more than four, so the room suffices.
        unsafe status = Int(iconv(descriptor, &from, &left, &to, &room))
      }
    }
    output.append(contentsOf: buffer.prefix(buffer.count - room).map { UInt8(bitPattern: $0) })
    guard status == -1 else { return true }
    // A few bytes at the end may be a character that is not whole yet; the next bytes, or the end, will tell.
    guard left < 8 else { return false }
    pending = input.suffix(left).map { UInt8(bitPattern: $0) }
    return true
  }
}

/// The formats that a converter knows. A value: add to a copy, and pass it on.
public struct FormatRegistry: Sendable {
  /// In the order in which they are listed.
  public let formats: [any Format]

  /// - Parameter formats: Of two with the same id the first counts.
  public init(_ formats: [any Format]) { self.formats = formats }

  /// The format called `id`.
  public subscript(id: FormatID) -> (any Format)? { formats.first { $0.info.id == id } }

  /// The format for reading `id`.
  ///
  /// - Throws: ``ConversionError/unsupported(_:)``, with the likeliest name that was meant.
  public func readable(_ id: FormatID) throws(ConversionError) -> any ReadableFormat {
    guard let format = try known(id) as? any ReadableFormat else {
      throw .unsupported("'\(id)' can be written but not read")
    }
    return format
  }

  /// The format for writing `id`.
  ///
  /// - Throws: ``ConversionError/unsupported(_:)``, with the likeliest name that was meant.
  public func writable(_ id: FormatID) throws(ConversionError) -> any WritableFormat {
    guard let format = try known(id) as? any WritableFormat else {
      throw .unsupported("'\(id)' can be read but not written")
    }
    return format
  }

  private func known(_ id: FormatID) throws(ConversionError) -> any Format {
    if let format = self[id] { return format }
    let near = nearestName(to: id.rawValue, among: formats.map(\.info.id.rawValue))
    let hint = near.map { "did you mean '\($0)'?" } ?? "'dateline formats' lists them"
    throw .unsupported("no format is called \(quoted(id.rawValue)); \(hint)")
  }

  /// The format that a file name's extension stands for, among those that can be written, or read.
  public func format(forExtension fileExtension: String, writing: Bool) -> FormatID? {
    let wanted = fileExtension.lowercased()
    return formats.first {
      $0.info.fileExtensions.contains(wanted)
        && (writing ? $0 is any WritableFormat : $0 is any ReadableFormat)
    }?.info.id
  }

  /// What a document may be, the surest first.
  ///
  /// - Parameter prefix: Up to 64 KiB of the document as UTF-8, without byte order mark and leading white space.
  public func recognise(_ prefix: [UInt8]) -> [(format: any ReadableFormat, recognition: Recognition)] {
    var found: [(format: any ReadableFormat, recognition: Recognition)] = []
    for format in formats {
      guard let format = format as? any ReadableFormat, let recognition = format.recognise(prefix.span) else {
        continue
      }
      found.append((format, recognition))
    }
    return found.enumerated().sorted {
      ($1.element.recognition.confidence, $0.offset) < ($0.element.recognition.confidence, $1.offset)
    }.map(\.element)
  }
}

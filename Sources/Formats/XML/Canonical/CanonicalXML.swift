public import DatelineCore

/// Canonical XML: `<dateline xmlns="urn:dateline:1">` with a header and records (`Specs/xml.md`).
public struct CanonicalXML: ReadableFormat, WritableFormat {
  public let info = FormatInfo(
    id: "xml", family: .xml, summary: "canonical XML: an element for each record, with an XML Schema",
    fileExtensions: ["xml"], carries: .everything)

  public init() {}

  public func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    guard let root = XMLRoot(prefix) else { return nil }
    if root.namespace == XMLLayout.namespace {
      return root.local == "dateline"
        ? Recognition(100, "the root is 'dateline' in the namespace \(XMLLayout.namespace)") : nil
    }
    return root.local == "dateline" && root.namespace == nil
      ? Recognition(60, "the root is 'dateline', though not in the namespace \(XMLLayout.namespace)") : nil
  }

  public func makeReader(
    _ input: consuming ByteReader, _ context: ReadContext
  ) throws(ConversionError) -> any RecordReader {
    // Space before the XML declaration makes a document ill-formed, and is what comes of copying one.
    _ = try input.consume { bytes in
      var count = 0
      while count < bytes.count, XMLSpace.isSpace(bytes[count]) { count += 1 }
      return (count, count < bytes.count)
    }
    let start = input.position
    let (source, unread) = input.takeSource()
    let parser = try XMLPushParser(
      source, unread: unread, at: start, encoding: context.encoding, log: context.log, limits: XMLLimits(context.limits)
    )
    return CanonicalXMLReader(parser, context)
  }

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    CanonicalXMLWriter(output)
  }
}

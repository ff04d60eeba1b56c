import DatelineCore

extension JSONCursor {
  /// A decoded string, and whether characters in it were replaced.
  package struct DecodedString {
    /// Well-formed UTF-8 that keeps to ``TextRules``.
    package var bytes: [UInt8]
    /// How many characters that the model does not allow, or halves of surrogate pairs, became U+FFFD; and CR that became LF.
    package var replacements: Int
  }

  /// Decodes the escapes of a string that ``readRawString()`` found (RFC 8259, section 7).
  package func decode(_ raw: RawString) throws(JSONFault) -> DecodedString {
    var output: [UInt8] = []
    output.reserveCapacity(raw.range.count)
    var replacements = 0
    var cursor = raw.range.lowerBound
    while cursor < raw.range.upperBound {
      let byte = bytes[cursor]
      if byte != UInt8(ascii: "\\") {
        // Within the string alone: a search to the end of the record, for each string, would be quadratic.
        let rest = bytes.span.extracting(cursor..<raw.range.upperBound)
        let end = cursor + rest.firstIndex(of: UInt8(ascii: "\\"), from: 0)
        output.append(contentsOf: bytes[cursor..<end])
        cursor = end
        continue
      }
      guard cursor + 1 < raw.range.upperBound else { throw badEscape(cursor) }
      switch bytes[cursor + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(bytes[cursor + 1])
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "u"):
        cursor = try decodeUnicode(at: cursor, end: raw.range.upperBound, into: &output, &replacements)
        continue
      default: throw badEscape(cursor)
      }
      cursor += 2
    }
    if TextRules.firstIllegal(in: output.span, from: 0) != nil {
      replacements += 1
      output = TextRules.legal(output)
    }
    return DecodedString(bytes: output, replacements: replacements)
  }

  private func badEscape(_ offset: Int) -> JSONFault {
    let end = min(offset + 2, bytes.count)
    let text = String(decoding: bytes[offset..<end], as: UTF8.self)
    return JSONFault(offset: offset, code: .jsonBadEscape, message: "\(quoted(text)) is no escape of JSON")
  }

  /// Decodes `\uXXXX`, or two of them that are a surrogate pair.
  ///
  /// - Returns: The index after it.
  private func decodeUnicode(
    at offset: Int, end: Int, into output: inout [UInt8], _ replacements: inout Int
  ) throws(JSONFault) -> Int {
    guard let unit = hexadecimal(at: offset + 2, end: end) else { throw badEscape(offset) }
    var next = offset + 6
    var value = unit
    if 0xD800...0xDBFF ~= unit, next + 1 < end, bytes[next] == UInt8(ascii: "\\"), bytes[next + 1] == UInt8(ascii: "u"),
      let low = hexadecimal(at: next + 2, end: end), 0xDC00...0xDFFF ~= low
    {
      value = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      next += 6
    }
    if let scalar = Unicode.Scalar(value) {
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      replacements += 1
      output.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
    return next
  }

  private func hexadecimal(at start: Int, end: Int) -> UInt32? {
    guard start + 4 <= end else { return nil }
    var value: UInt32 = 0
    for index in start..<(start + 4) {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}

extension [UInt8] {
  /// Appends text as a JSON string with its quotes; see ``OutputCursor/write(jsonString:)``.
  package mutating func appendJSONString(_ text: Span<UInt8>) {
    append(atMost: 2 * text.count + 18) { $0.write(jsonString: text) }
  }
}

internal import DatelineCore
internal import DatelineValidation

/// Values with a grammar of their own.
extension FeedState {
  mutating func checkCustom(_ value: Span<UInt8>, _ custom: CustomValue, in frame: Frame) {
    switch custom {
    case .guid: checkGuid(value, in: frame)
    case .permaLink:
      if !value.equals("true"), !value.equals("false") {
        let isCase = value.equalsIgnoringCase("true") || value.equalsIgnoringCase("false")
        fail(
          .booleanInvalid, "\(quoted(value.string)) is neither 'true' nor 'false'",
          replacement: isCase ? value.string.lowercased() : nil)
      }
    case .enclosureURL: URIChecks.check(value, [.absolute, .web], invalid: .enclosureUrl, &problems)
    case .enclosureLength: checkLength(value)
    case .version: checkVersion(value)
    case .skipHour: checkHour(value)
    case .imageURL: checkImageURL(value)
    case .formControl: checkFormControl(value)
    case .linkRelation: checkRelation(value)
    case .atomTextType: checkTextType(value)
    case .atomContentType: checkContentType(value)
    case .duration, .itunesExplicit, .itunesBlock, .keywords, .itunesText: checkPodcast(value, custom, in: frame)
    case .nptTime, .mediaHash, .mediaRating, .mediaRestriction, .creditRole, .countries:
      checkMedia(value, custom, in: frame)
    case .uuid:
      if !URNName.isUUID(value) {
        fail(.podcastGuid, "\(quoted(value.string)) is no UUID; make one from the feed's URL")
      } else if value[14] != UInt8(ascii: "5") {
        fail(
          .podcastGuid, "this UUID is not made from a name (version 5); make one from the feed's URL", level: .warning)
      }
    case .oldThreadingDate: fail(.thrWhen, "thr:when was renamed thr:updated; rename it")
    case .trackback: checkTrackback(value, in: frame)
    case .mediaScheme:
      if !MediaVocabulary.schemes.contains(value.string) {
        URIChecks.check(value, [.absolute, .international], &problems)
      }
    case .position, .positions: checkPosition(value, custom, in: frame)
    case .alertName, .alertDate, .alertReferences, .alertPolygon, .alertCircle, .alertLink:
      checkAlert(value, custom, in: frame)
    case .carriedRecord, .carriedHeader: checkCarried(value, custom)
    case .size: Numbers.check(value, in: 0...Int.max, rule: .integerInvalid, &problems)
    }
  }

  /// GML: a third number is the height, which only the attribute tells of, and other systems than WGS 84 have other
  /// units and other orders.
  private mutating func checkPosition(_ value: Span<UInt8>, _ custom: CustomValue, in frame: Frame) {
    guard frame.attributes?.type != "3" else { return }
    let isWGS84 = frame.attributes?.scheme.map { $0.hasSuffix("4326") } ?? true
    if case .position = custom {
      Coordinates.checkPoint(value, isWGS84: isWGS84, &problems)
    } else {
      Coordinates.checkList(value, pairs: 2, isWGS84: isWGS84, &problems)
    }
  }

  mutating func fail(
    _ rule: RuleID, _ message: String, replacement: String? = nil, level: FindingLevel? = nil
  ) {
    problems.append(ValueProblem(rule, message, replacement: replacement, level: level))
  }

  private mutating func checkLength(_ value: Span<UInt8>) {
    if value.equals("-1") {
      return fail(
        .enclosureLengthMinusOne, "the length of an enclosure that is not known is 0, not -1", replacement: "0")
    }
    if let number = Numbers.integer(value), number == 0 {
      return fail(.enclosureLengthZero, "the length is 0; write the size of the file in bytes where it is known")
    }
    Numbers.check(value, in: 0...Int.max, rule: .enclosureLength, &problems)
  }

  /// A ping is a URL: the text of RSS 2.0 and Atom, `rdf:resource` of RSS 1.0.
  private mutating func checkTrackback(_ value: Span<UInt8>, in frame: Frame) {
    if format == .rss10 || frame.attributes?.source != nil {
      if frame.attributes?.source == nil {
        fail(.attributeMissing, "<\(written(frame.name))> needs the attribute 'rdf:resource'; add it")
      }
      return
    }
    URIChecks.check(value, .absolute, &problems)
  }

  private mutating func checkVersion(_ value: Span<UInt8>) {
    let text = value.string
    let known = isReference ? ["0.91", "0.92", "2.0"] : ["0.91", "0.92", "0.93", "0.94", "2.0", "2.0.1", "2.0.11"]
    if !known.contains(text) {
      fail(.rssVersion, "\(quoted(text)) is no version of RSS; write 2.0")
    } else if !isReference, text.hasPrefix("0.") {
      fail(.versionObsolete, "RSS 2.0 replaced \(text), and every feed of that version is one of 2.0 too; write 2.0")
    }
  }

  private mutating func checkHour(_ value: Span<UInt8>) {
    let digits = value.digitCount(at: 0)
    if digits == value.count, let hour = Numbers.integer(value), 0...23 ~= hour { return }
    if value.equals("24") {
      // Its level is milder than that of hours that no clock has.
      return fail(.skipHour, "midnight is hour 0, not 24", replacement: "0", level: .warning)
    }
    fail(.skipHour, "\(quoted(value.string)) is no hour from 0 to 23")
  }

  private mutating func checkImageURL(_ value: Span<UInt8>) {
    URIChecks.check(value, .absolute, &problems)
    let reference = URIReference(value)
    let path = value.extracting(reference.path).string.lowercased()
    guard let file = path.split(separator: "/").last, let dot = file.lastIndex(of: ".") else { return }
    let ending = file[file.index(after: dot)...]
    if !["jpg", "jpeg", "gif", "png"].contains(ending),
      ["tif", "tiff", "bmp", "svg", "webp", "ico", "avif", "psd"].contains(ending)
    {
      fail(.imageFormat, "RSS images are JPEG, GIF or PNG, and this one ends in .\(ending)")
    }
  }

  /// The name of a form control (HTML 4, section 6.2).
  private mutating func checkFormControl(_ value: Span<UInt8>) {
    guard !value.isEmpty else { return }
    for index in value.indices {
      let byte = value[index]
      let isFine =
        byte.isLetter || (index > 0 && (byte.isDigit || byte == 0x2D || byte == 0x5F || byte == 0x3A || byte == 0x2E))
      if !isFine {
        return fail(
          .textinputName,
          "\(quoted(value.string)) is no name for a form's field; begin with a letter, and use letters and digits")
      }
    }
  }

  private mutating func checkRelation(_ value: Span<UInt8>) {
    guard !value.isEmpty else { return }
    let text = value.string
    if LinkRelations.isRegistered(text) { return }
    if URIReference(value).scheme != nil {
      URIChecks.check(value, [.absolute, .international], &problems)
      return
    }
    fail(
      .atomRelUnregistered,
      "\(quoted(text)) is no registered link relation; use a registered name, or an absolute IRI of your own")
  }
}

extension Span<UInt8> {
  /// How many digits stand at `index`.
  func digitCount(at index: Int) -> Int {
    var position = index
    while position < count, self[position].isDigit { position += 1 }
    return position - index
  }
}

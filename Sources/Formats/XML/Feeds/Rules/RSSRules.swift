internal import DatelineCore
internal import DatelineValidation

/// What the tables of RSS cannot say.
extension FeedState {
  mutating func startItem(_ event: XMLEvent) {
    feed.itemCount += 1
    frames[frames.count - 1].ordinal = feed.itemCount
    entry = EntryFacts()
    alert = AlertFacts()
    entry.start = place(ofTag: event)
    if feed.firstItem == nil { feed.firstItem = entry.start }
    let taped = tape.bytes
    guard format == .rss10,
      let about = tape.attributes[event.attributes].first(where: { names[$0.name].local == "about" })
    else { return }
    if let line = feed.ids.remember(taped.span.extracting(about.value), line: startPosition.line) {
      report(
        .rssGuidRepeated, "this rdf:about is that of the item in line \(line); give each its own",
        at: place(ofTag: event))
    }
  }

  /// Whether a child of the channel stands behind an item, or content before its description.
  mutating func checkOrder(_ model: ElementModel, _ event: XMLEvent) {
    let parent = frames[frames.count - 2]
    switch parent.model.role {
    case .channel where model.role != .item && names[event.name].namespace == nil:
      if let first = feed.firstItem, !feed.isItemBeforeMetadata, case .rss = format {
        feed.isItemBeforeMetadata = true
        report(
          .rssItemBeforeMetadata, "items come last in a channel, and <\(model.name)> stands behind this one", at: first)
      }
    case .item where model.name == "encoded" && format.isRSS2:
      if !parent.marks.contains(.description) {
        report(
          .rssContentBeforeDescription, "content:encoded stands behind a description, its summary; add or move one",
          at: place(ofTag: event))
      }
    case .item where model.name == "comments" && namespace(event.name) == .slash:
      if feed.hasSlashComments == nil { feed.hasSlashComments = place(ofTag: event) }
    case .feed where model.role != .entry && namespace(event.name) == .atom:
      if feed.itemCount > 0 {
        report(
          .atomMetadataAfterEntry, "what is about the feed comes before its entries; move <\(model.name)> up",
          at: place(ofTag: event))
      }
    default: break
    }
  }

  mutating func endItem(_ frame: Frame) {
    let place = place(ofTag: frame)
    if case .rss(let version) = format {
      if !frame.marks.contains(.title), !frame.marks.contains(.description), !frame.marks.contains(.atomTitle),
        !frame.marks.contains(.dcTitle), !frame.marks.contains(.xhtmlBody), !frame.marks.contains(.contentEncoded)
      {
        report(.rssItemEmpty, "an item needs a title or a description; add one", at: place)
      }
      if version.hasPrefix("2"), !frame.marks.contains(.guid), !frame.marks.contains(.atomID) {
        report(
          .rssGuidMissing, "readers take an item without a guid for a new one whenever it changes; add a guid",
          at: place)
      }
    }
    checkDescriptions(frame, place)
    checkGuidAgainstLink()
    checkIdentical(place)
    checkOtherFiles(frame)
    checkAlertDates()
    noteOrder()
  }

  /// Two children that both are the item's content.
  private mutating func checkDescriptions(_ frame: Frame, _ place: Place) {
    let contents: [(Marks, String)] = [
      (.contentEncoded, "content:encoded"), (.atomContent, "atom:content"), (.xhtmlBody, "xhtml:body"),
    ]
    let present = contents.filter { frame.marks.contains($0.0) }
    let isTwice =
      present.count > 1
      || (frame.marks.contains(.description) && frame.marks.contains(.atomContent)
        && !frame.marks.contains(.contentEncoded))
    if isTwice {
      report(
        .sameMeaningTwice, "the item has its text twice; readers show one of them, and not all the same", at: place)
    }
  }

  private mutating func checkGuidAgainstLink() {
    // Tracking shows in the query.
    guard entry.link.contains(UInt8(ascii: "?")) || entry.id.utf8.contains(UInt8(ascii: "?")) else {
      return
    }
    let link =
      String(decoding: entry.link, as: UTF8.self).split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    if !link.isEmpty, entry.id != link, entry.id.hasPrefix(link), entry.id.dropFirst(link.count).hasPrefix("?utm_"),
      let place = entry.guidPlace
    {
      report(
        .guidChangesWithUrl, "the guid is the link with tracking parameters, which change; write the link alone",
        at: place)
    }
    if link.contains("utm_source=") || link.contains("&utm_") || link.contains("?utm_"), let start = entry.start {
      report(.linkTracking, "the link tracks its readers by its parameters; the plain link does as well", at: start)
    }
  }

  mutating func checkIdentical(_ place: Place) {
    guard !entry.title.isEmpty, !entry.link.isEmpty, entry.summary != 0 else { return }
    var key = entry.title
    key.append(0)
    key.append(contentsOf: entry.link)
    key.append(contentsOf: String(entry.summary).utf8)
    if let line = feed.contents.remember(key.span, line: place.start.line) {
      report(.itemIdentical, "this item has the title, link and text of the one in line \(line); keep one", at: place)
    }
  }

  /// Whether another file of this run has other content under the same id.
  mutating func checkOtherFiles(_ frame: Frame) {
    guard log.comparesFiles, !entry.id.isEmpty else { return }
    let id = Array(entry.id.utf8)
    var hasher = Hasher()
    hasher.combine(entry.title)
    hasher.combine(entry.link)
    hasher.combine(entry.summary)
    let version = entry.version != 0 ? entry.version : entry.date ?? 0
    guard
      let other = log.conflict(
        id: id.span.hash, content: hasher.finalize(), version: version, line: frame.start.line)
    else { return }
    report(
      .crossFileID,
      "line \(other.line) of '\(other.file)' has other content under this id; give each its own, or a date to each version",
      at: place(ofTag: frame))
  }

  // MARK: Parts of an item

  mutating func checkGuid(_ value: Span<UInt8>, in frame: Frame) {
    let isPermaLink = frame.attributes?.type.map { $0.lowercased() == "true" } ?? true
    let line = frame.start.line
    entry.id = value.string
    entry.guidPlace = place(ofTag: frame)
    entry.guidIsPermaLink = isPermaLink
    if !value.isEmpty, let first = feed.ids.remember(value, line: line) {
      fail(.rssGuidRepeated, "this guid is that of the item in line \(first); give each item its own")
    }
    guard isPermaLink else {
      let isNumber = value.digitCount(at: 0) == value.count
      if isNumber, value.count < 9, !value.isEmpty {
        fail(
          .rssGuidWeak, "\(quoted(value.string)) is likely to be the guid of another feed's item too; make it longer")
      }
      if value.isEmpty { fail(.rssGuidNotUrl, "the guid is empty; write something that no other item has") }
      return
    }
    let reference = URIReference(value)
    let scheme = reference.scheme.map { value.extracting($0).string.lowercased() }
    if scheme == nil || scheme == "tag" || scheme == "urn" || value.place(of: 0x20) != nil {
      var problem = ValueProblem(
        .rssGuidNotUrl,
        "the guid \(quoted(value.string)) is no URL; write isPermaLink=\"false\" on it, or make it the item's URL")
      if scheme == "tag" || scheme == "urn" { problem.fix = notPermaLink(frame) }
      return problems.append(problem)
    }
    URIChecks.check(value, [.absolute, .international], invalid: .rssGuidNotUrl, &problems)
  }

  /// The change that says that a guid is no URL, where its tag says nothing of that.
  private func notPermaLink(_ frame: Frame) -> FindingFix? {
    let end = frame.start.offset + frame.tagLength
    let tag = parser.source(frame.start.offset..<(end + 1))
    guard tag.count == frame.tagLength + 1, tag.first == UInt8(ascii: "<"), tag.last == UInt8(ascii: ">"),
      !String(decoding: tag, as: UTF8.self).lowercased().contains("ispermalink")
    else { return nil }
    return FindingFix(
      start: parser.position(at: end), end: parser.position(at: end + 1), replacement: " isPermaLink=\"false\">")
  }

  mutating func startEnclosure(_ event: XMLEvent) {
    guard frames.count >= 2 else { return }
    frames[frames.count - 2].count += 1
    if frames[frames.count - 2].count == 2 {
      report(
        .enclosureSeveral, "many readers take one enclosure only; keep the most important", at: place(ofTag: event))
    }
    let url = attribute("url", of: event) ?? ""
    guard let ending = FileTypes.ending(of: url) else { return }
    if let type = attribute("type", of: event), let usual = FileTypes.contradiction(url: url, type: type) {
      report(
        .enclosureTypeVsExtension, "a .\(ending) file is \(usual), not \(quoted(type)); write the type of the file",
        at: place(ofTag: event))
    }
    if document.hasItunes, ending.utf8.count <= 4, !["m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"].contains(ending)
    {
      report(
        .itunesFormat, "Apple Podcasts plays no .\(ending) files; use m4a, mp3, mov, mp4, m4v, pdf or epub",
        at: place(ofTag: event))
    }
  }

  // MARK: The channel

  mutating func endImage(_ frame: Frame) {}

  mutating func endSkip(_ frame: Frame) {
    guard frames.count >= 2 else { return }
    frames[frames.count - 2].count += 1
    let value = trimmedText(frame)
    let key = "\(frame.model.name)=\(value == "24" ? "0" : value)"
    guard feed.skipped.count < 100 else { return }
    if !feed.skipped.insert(key).inserted {
      report(.rssGuidRepeated, "\(quoted(value)) is there already; keep one", at: place(ofTag: frame))
    }
  }

  mutating func endSkips(_ frame: Frame) {
    let limit = frame.model.role == .skipHours ? 24 : 7
    if frame.count > limit {
      report(
        frame.model.role == .skipHours ? .skipHour : .skipDay,
        "there are \(frame.count) of them, and no more than \(limit) in a \(limit == 7 ? "week" : "day")",
        at: place(ofTag: frame))
    }
  }

  mutating func endChannel(_ frame: Frame) {
    let place = place(ofTag: frame)
    if let (value, imagePlace) = feed.imageLink, value != feed.channelLink, !feed.channelLink.isEmpty {
      report(.imageLink, "the image's link should be the channel's, \(quoted(feed.channelLink))", at: imagePlace)
    }
    if let (value, imagePlace) = feed.imageTitle, value != feed.channelTitle, !feed.channelTitle.isEmpty {
      report(.imageTitle, "the image's title should be the channel's, \(quoted(feed.channelTitle))", at: imagePlace)
    }
    if let slash = feed.hasSlashComments, format.isRSS2, !frame.marks.contains(.lastBuildDate) {
      report(.rssSlashNeedsDate, "counts of comments change, so the channel needs a lastBuildDate; add it", at: slash)
    }
    if format.isRSS2, feed.selfLink == nil {
      report(
        .rssSelfLink,
        "add <atom:link rel=\"self\" href=\"…\"/> with the address of the feed, so that readers can find it again",
        at: place)
    }
    if !frame.marks.contains(.language), !frame.marks.contains(.dcLanguage), inherited.languages.isEmpty {
      report(.languageMissing, "nothing says which language the feed is in; add <language>", at: place)
    }
    checkItunesChannel(frame)
    checkPaging(frame)
    if format != .rss10, format != .rss090 { checkNewest() }
  }
}

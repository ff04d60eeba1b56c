internal import DatelineCore
internal import DatelineValidation

/// Which rules look at an element when it starts and when it ends.
extension FeedState {
  mutating func started(_ model: ElementModel, _ event: XMLEvent, _ parentMarks: Marks) {
    switch model.role {
    case .item: startItem(event)
    case .entry: startEntry(event)
    case .link: startLink(event)
    case .textConstruct, .atomContent: startContent(model, event)
    case .guid:
      let value = attribute("isPermaLink", of: event)
      frames[frames.count - 1].keep { $0.type = value }
    case .plain where model.name == "ping" || model.name == "about":
      let hasResource = tape.attributes[event.attributes].contains { names[$0.name].local == "resource" }
      if hasResource { frames[frames.count - 1].keep { $0.source = "" } }
    case .enclosure: startEnclosure(event)
    case .itunesCategory: checkItunesCategory(event)
    case .mediaContent: if frames.count > 1 { frames[frames.count - 2].count += 1 }
    case .feed, .channel: feed.selfLink = nil
    case .alert, .alertInfo, .alertArea: startAlert(model)
    default: break
    }
    switch lookup.namespaces[event.name] {
    case .media: startMedia(model, event)
    case .gml: startGeometry(event)
    default: break
    }
    if frames.count >= 2 { checkOrder(model, event) }
    if format == .rss10 {
      let isInLiteral = frames.dropLast().last?.isLiteral ?? false
      frames[frames.count - 1].isLiteral =
        isInLiteral
        || tape.attributes[event.attributes].contains {
          namespace($0.name) == .rdf && names[$0.name].local == "parseType"
        }
    }
  }

  /// Keeps the reference system and the dimension, which hold for what is inside too (GML 3.1.1, section 9.10).
  private mutating func startGeometry(_ event: XMLEvent) {
    let parent = frames.dropLast().last.flatMap { namespace($0.name) == .gml ? $0.attributes : nil }
    let dimension = attribute("srsDimension", of: event) ?? parent?.type
    let system = attribute("srsName", of: event) ?? parent?.scheme
    guard dimension != nil || system != nil else { return }
    frames[frames.count - 1].keep {
      $0.type = dimension
      $0.scheme = system
    }
  }

  mutating func ended(_ frame: Frame) {
    switch frame.model.role {
    case .channel: endChannel(frame)
    case .item: endItem(frame)
    case .image: endImage(frame)
    case .textInput:
      report(.rssTextinput, "hardly any reader shows a text input; leave it out", at: place(ofTag: frame))
    case .skipHours, .skipDays: endSkips(frame)
    case .hour: endSkip(frame)
    case .feed: endFeed(frame)
    case .entry: endEntry(frame)
    case .atomSource: endSource(frame)
    case .person: endPerson(frame)
    case .link: endLink(frame)
    case .textConstruct, .atomContent: endContent(frame)
    case .identifier: endIdentifier(frame)
    case .date: noteUpdated(frame)
    case .mediaGroup: endMediaGroup(frame)
    case .alert: endAlert(frame)
    case .alertInfo: endAlertInfo(frame)
    case .alertArea: endAlertArea(frame)
    case .alertField: endAlertField(frame)
    default: break
    }
    noteAlertText(frame)
    noteText(frame)
  }

  /// Keeps texts that rules of the parent compare.
  private mutating func noteText(_ frame: Frame) {
    if frame.model.name == "name", frames.dropLast().last?.model.role == .person {
      let words = trimmedText(frame).split { " <>()[]".contains($0) }
      feed.nameHoldsAddress = words.contains { word in
        let bytes = Array(word.utf8)
        return EmailAddress.isAddress(bytes.span)
      }
      return
    }
    guard frames.count >= 2 else { return }
    if namespace(frame.name) == .atom { return noteAtomText(frame) }
    let parent = frames[frames.count - 2].model.role
    switch (parent, frame.model.name) {
    case (.channel, "link"): feed.channelLink = trimmedText(frame)
    case (.channel, "title"): feed.channelTitle = trimmedText(frame)
    case (.image, "link"): feed.imageLink = (trimmedText(frame), place(ofTag: frame))
    case (.image, "title"): feed.imageTitle = (trimmedText(frame), place(ofTag: frame))
    case (.item, "title"): entry.title = Array(text[frame.textStart...])
    case (.item, "link"): entry.link = Array(text[frame.textStart...])
    case (.item, "description"): entry.summary = text.span.extracting(frame.textStart..<text.count).hash
    default: break
    }
  }

  private mutating func noteAtomText(_ frame: Frame) {
    // Of markup only its own text is at hand, which is none.
    guard frames[frames.count - 2].model.role == .entry, frame.content != .xhtml, frame.content != .xml else { return }
    switch frame.model.name {
    case "title": entry.title = Array(text[frame.textStart...])
    case "content" where frame.attributes?.source == nil, "summary":
      entry.summary = entry.summary &* 31 &+ text.span.extracting(frame.textStart..<text.count).hash
    default: break
    }
  }

  func trimmedText(_ frame: Frame) -> String {
    let texts = text
    let all = texts.span.extracting(frame.textStart..<text.count)
    return all.extracting(all.trimmedRange).string
  }

  /// Whether a missing child is no fault here.
  func isExcused(_ child: ChildModel, in frame: Frame) -> Bool {
    switch frame.model.role {
    case .rdf: return true
    // Version 1.1 of CAP does not ask for the media type of a resource.
    case .alertResource: return namespace(frame.name) == .alert11 && child.model.name == "mimeType"
    default: return false
    }
  }

  /// Takes the date of an item or entry.
  mutating func noteDate(_ seconds: Int, in frame: Frame) {
    guard frames.count >= 2 else { return }
    let parent = frames[frames.count - 2].model.role
    switch (parent, frame.model.name) {
    case (.item, "pubDate"), (.entry, "updated"), (.item, "date"): entry.date = seconds
    case (.channel, "lastBuildDate"), (.feed, "updated"):
      feed.updated = (seconds, place(ofTag: frame))
    default: break
    }
  }

  mutating func noteOrder() {
    guard let date = entry.date else { return }
    if let last = feed.lastItemDate, date > last, !feed.isOutOfOrder, let start = entry.start {
      feed.isOutOfOrder = true
      report(.orderDates, "this is newer than what stands before it; the newest comes first", at: start)
    }
    feed.lastItemDate = date
    feed.newestItem = max(feed.newestItem ?? date, date)
  }

  /// No reader that was asked shows more.
  private static let manyItems = 1000

  mutating func checkNewest() {
    if let newest = feed.newestItem, let (seconds, place) = feed.updated, seconds < newest {
      report(.orderDates, "the feed says that it is older than its newest entry; write that date", at: place)
    }
    if feed.itemCount == 0, let frame = frames.last {
      report(.feedEmpty, "the feed has no entries", at: place(ofTag: frame))
    }
    if feed.itemCount > Self.manyItems, let frame = frames.last {
      report(
        .feedTooLarge,
        "the feed has \(feed.itemCount) entries, and many readers cut off; keep the newest, and archive the rest",
        at: place(ofTag: frame))
    }
    if feed.ids.isFull, let frame = frames.last {
      report(
        .limitReached, "only the first \(IdentityMemory.limit) ids were compared with each other",
        at: place(ofTag: frame),
        level: .info)
    }
  }
}

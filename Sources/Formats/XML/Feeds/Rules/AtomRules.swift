internal import DatelineCore
internal import DatelineValidation

/// What the tables of Atom cannot say.
extension FeedState {
  mutating func startEntry(_ event: XMLEvent) {
    feed.itemCount += 1
    frames[frames.count - 1].ordinal = format == .atom ? feed.itemCount : 0
    entry = EntryFacts()
    alert = AlertFacts()
    entry.start = place(ofTag: event)
  }

  mutating func endEntry(_ frame: Frame) {
    let place = place(ofTag: frame)
    let hasAuthor = frame.marks.contains(.author) || entry.hasAuthorInSource || feed.hasAuthor
    if !hasAuthor {
      report(.atomAuthorMissing, "neither the entry nor its source nor the feed has an <author>; add one", at: place)
    }
    if !frame.marks.contains(.content) {
      if !entry.hasAlternate {
        report(
          .atomNoContentNoAlternate, "an entry without <content> needs <link rel=\"alternate\">; add one of them",
          at: place)
      }
      if !frame.marks.contains(.summary) {
        report(
          .atomNoText, "the entry has neither <content> nor <summary>, so readers show a title only; add one", at: place
        )
      }
    } else if !frame.marks.contains(.summary), entry.hasContentSource || entry.contentKind == .base64 {
      report(
        .atomSummaryRequired, "content that is elsewhere or in Base64 needs a <summary>; add one", at: place)
    }
    if let content = entry.contentLink,
      let link = entry.links.first(where: { $0.href == content.href && !$0.type.isEmpty }),
      !content.type.isEmpty, link.type.lowercased() != content.type.lowercased()
    {
      report(
        .atomContentSrcType,
        "the content says \(quoted(content.type)), and the link to the same file \(quoted(link.type))",
        at: place)
    }
    checkIdentical(place)
    checkOtherFiles(frame)
    checkAlertDates()
    noteOrder()
  }

  mutating func endSource(_ frame: Frame) {
    if frame.marks.contains(.author) { entry.hasAuthorInSource = true }
  }

  mutating func endPerson(_ frame: Frame) {
    guard frames.count >= 2 else { return }
    if feed.nameHoldsAddress {
      feed.nameHoldsAddress = false
      report(.atomNameEmail, "the name holds an e-mail address; write it into <email>", at: place(ofTag: frame))
    }
    if frames[frames.count - 2].model.role == .feed, frame.model.name == "author" { feed.hasAuthor = true }
  }

  mutating func endFeed(_ frame: Frame) {
    let place = place(ofTag: frame)
    if feed.selfLink == nil {
      report(.atomSelfMissing, "add <link rel=\"self\" href=\"…\"/> with the address of the feed", at: place)
    }
    if inherited.languages.isEmpty {
      report(.languageMissing, "nothing says which language the feed is in; add xml:lang", at: place)
    }
    checkPaging(frame)
    checkItunesChannel(frame)
    checkNewest()
  }

  /// An id, an address or a picture.
  mutating func endIdentifier(_ frame: Frame) {
    guard frames.count >= 2, frame.model.name == "id", frames[frames.count - 2].model.role == .entry else { return }
    let value = Array(trimmedText(frame).utf8)
    guard !value.isEmpty else { return }
    if let line = feed.ids.remember(value.span, line: frame.start.line) {
      report(
        .atomIdRepeated, "this id is that of the entry in line \(line); readers show one of them",
        at: place(ofTag: frame))
    }
    entry.id = String(decoding: value, as: UTF8.self)
  }

  /// The date that an entry was changed.
  mutating func noteUpdated(_ frame: Frame) {
    guard frames.count >= 2, frame.model.name == "updated", frames[frames.count - 2].model.role == .entry else {
      return
    }
    var key = Array(trimmedText(frame).utf8)
    entry.version = key.span.hash
    if !isReference {
      guard !entry.id.isEmpty else { return }
      key.append(contentsOf: entry.id.utf8)
    }
    if let line = feed.updatedValues.remember(key.span, line: frame.start.line) {
      report(.atomUpdatedRepeated, "the entry in line \(line) was updated at the same moment", at: place(ofTag: frame))
    }
  }
}

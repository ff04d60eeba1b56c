internal import DatelineCore
internal import DatelineValidation

/// What is remembered of the alert that is open (CAP 1.2), or of the fields of one in an entry.
struct AlertFacts {
  /// The words of its fields, by their names.
  var fields: [String: String] = [:]
  var sent: Int?
  var effective: Int?
  var onset: Int?
  var expires: (seconds: Int, place: Place)?
  /// Whether a whole alert is open, not an entry that shows fields of one.
  var isWhole = false
  /// A hash of all its texts.
  var content = 0
}

/// What the tables of CAP cannot say.
extension FeedState {
  mutating func checkAlert(_ value: Span<UInt8>, _ custom: CustomValue, in frame: Frame) {
    guard !value.isEmpty else {
      // Others that are there and empty say that there is nothing to say.
      if alert.isWhole, ["identifier", "sender", "sent"].contains(frame.model.name) {
        fail(.capRequired, "<\(written(frame.name))> is empty; write something in it")
      }
      return
    }
    switch custom {
    case .alertName: AlertValues.checkName(value, &problems)
    case .alertDate: if let date = AlertValues.checkDate(value, &problems) { note(date, in: frame) }
    case .alertReferences: AlertValues.checkReferences(value, &problems)
    case .alertPolygon: AlertValues.checkPolygon(value, &problems)
    case .alertCircle: AlertValues.checkCircle(value, &problems)
    default: URIChecks.check(value, [.absolute, .international], &problems)
    }
  }

  private mutating func note(_ date: DateParts, in frame: Frame) {
    switch frame.model.name {
    case "sent": alert.sent = date.seconds
    case "effective": alert.effective = date.seconds
    case "onset": alert.onset = date.seconds
    default: alert.expires = (date.seconds, place(ofTag: frame))
    }
  }

  mutating func startAlert(_ model: ElementModel) {
    switch model.role {
    case .alert:
      alert = AlertFacts()
      alert.isWhole = true
    case .alertInfo: (alert.effective, alert.onset, alert.expires) = (nil, nil, nil)
    default: (alert.fields["altitude"], alert.fields["ceiling"]) = (nil, nil)
    }
  }

  mutating func endAlertField(_ frame: Frame) {
    let text = trimmedText(frame)
    // A field of a million characters is no identifier, and rules ask for short ones only.
    if !text.isEmpty { alert.fields[frame.model.name] = String(text.prefix(512)) }
  }

  /// What elements ask for others.
  mutating func endAlert(_ frame: Frame) {
    let place = place(ofTag: frame)
    func has(_ field: String) -> Bool { alert.fields[field] != nil }
    let scope = alert.fields["scope"]
    if scope == "Restricted", !has("restriction") {
      report(.capConditional, "an alert of the scope 'Restricted' says in <restriction> for whom; add it", at: place)
    }
    if scope == "Private", !has("addresses") {
      report(.capConditional, "an alert of the scope 'Private' names its readers in <addresses>; add it", at: place)
    }
    if let type = alert.fields["msgType"], ["Update", "Cancel", "Ack", "Error"].contains(type), !has("references") {
      report(
        .capConditional, "a message of the type '\(type)' says in <references> which messages it is about; add it",
        at: place)
    }
    if alert.fields["msgType"] == "Error", !has("note") {
      report(
        .capConditional, "a message of the type 'Error' should say in <note> what was wrong; add it", at: place,
        level: .warning)
    }
    checkAlertIdentity(frame, place)
    alert = AlertFacts()
  }

  private mutating func checkAlertIdentity(_ frame: Frame, _ place: Place) {
    guard let identifier = alert.fields["identifier"], let sender = alert.fields["sender"],
      let sent = alert.fields["sent"]
    else { return }
    let key = Array("cap \(sender),\(identifier),\(sent)".utf8)
    if let line = feed.alerts.remember(key.span, line: frame.start.line) {
      report(
        .capIdentifierRepeated,
        "the alert in line \(line) has this sender, identifier and date; give each alert an identifier of its own",
        at: place)
    }
    guard log.comparesFiles,
      let other = log.conflict(
        id: key.span.hash, content: alert.content, version: 0, line: frame.start.line)
    else { return }
    report(
      .crossFileID,
      "line \(other.line) of '\(other.file)' has another alert of this sender, identifier and date; give each its own",
      at: place)
  }

  mutating func endAlertInfo(_ frame: Frame) {
    if !frame.marks.contains(.category) {
      let prefix = names[frame.name].prefix.map { "\($0):" } ?? ""
      report(.capRequired, "<\(written(frame.name))> needs <\(prefix)category>; add it", at: place(ofTag: frame))
    }
    checkAlertDates()
  }

  /// Dates of one `info`, or of an entry that shows them.
  mutating func checkAlertDates() {
    guard let (expires, place) = alert.expires else { return }
    let earlier = [("sent", alert.sent), ("effective", alert.effective), ("onset", alert.onset)]
      .first { $0.1.map { $0 >= expires } ?? false }
    if let name = earlier?.0 {
      report(.capExpires, "the alert expires before <\(name)>, so it never held; correct one of the dates", at: place)
    }
  }

  mutating func endAlertArea(_ frame: Frame) {
    if alert.fields["ceiling"] != nil, alert.fields["altitude"] == nil {
      report(
        .capConditional, "<ceiling> is the upper end of a range that begins at <altitude>; add that",
        at: place(ofTag: frame))
    }
  }

  /// Takes all texts of an alert together, to tell two of one identifier apart.
  mutating func noteAlertText(_ frame: Frame) {
    guard alert.isWhole, text.count > frame.textStart else { return }
    alert.content = alert.content &* 31 &+ text.span.extracting(frame.textStart..<text.count).hash
  }
}

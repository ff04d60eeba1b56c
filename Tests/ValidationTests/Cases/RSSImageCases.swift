import DatelineValidation

extension RuleCase {
  /// The picture of a channel.
  static let rssImageCases: [RuleCase] = [
    RuleCase(
      .imageWidth,
      in: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><width>⟦0⟦</width></image>"
      )),
    RuleCase(
      .imageWidth,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><width>1</width></image>"
      )),
    RuleCase(
      .imageWidth,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><width>88</width></image>"
      )),
    RuleCase(
      .imageWidth,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><width>144</width></image>"
      )),
    RuleCase(
      .imageHeight,
      in: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><height>⟦0⟦</height></image>"
      )),
    RuleCase(
      .imageHeight,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><height>1</height></image>"
      )),
    RuleCase(
      .imageHeight,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><height>31</height></image>"
      )),
    RuleCase(
      .imageHeight,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><height>400</height></image>"
      )),
    RuleCase(
      .imageLink,
      in: .rss(channel: "<image><url>http://e.org/a.png</url><title>T</title>⟦<link>⟦http://e.org/z</link></image>")),
    RuleCase(.imageLink, notIn: .rss()),
    RuleCase(
      .imageTitle,
      in: .rss(
        channel:
          "<image><url>http://e.org/a.png</url>⟦<title>⟦&lt;b&gt;x&lt;/b&gt;</title><link>http://example.org/</link></image>"
      )),
    RuleCase(.imageTitle, notIn: .rss()),
    RuleCase(
      .imageFormat,
      in: .rss(
        channel: "<image><url>⟦http://e.org/a.tiff⟦</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(
      .imageFormat,
      in: .rss(
        channel: "<image><url>⟦http://e.org/a.bmp⟦</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(
      .imageFormat,
      in: .rss(
        channel: "<image><url>⟦http://e.org/a.svg⟦</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(
      .imageFormat,
      notIn: .rss(
        channel: "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(
      .imageFormat,
      notIn: .rss(
        channel: "<image><url>http://e.org/a.PNG</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(
      .imageFormat,
      notIn: .rss(
        channel: "<image><url>http://e.org/a.jpg</url><title>T</title><link>http://example.org/</link></image>")),
  ]
}

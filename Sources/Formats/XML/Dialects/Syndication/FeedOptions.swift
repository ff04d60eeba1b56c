import DatelineCore
import DatelineRecord

/// What can be set about feeds.
enum FeedOptions {
  static let address = FormatOption(
    "feed-url", help: "the address that the feed will have, which it then says itself (rel=\"self\")")
  static let repair = FormatOption(
    "repair", choices: ["no", "yes"], default: "no",
    help: "mend what makes a feed ill-formed and means only one thing, and tell of each place")

  static let all = [Carry.option, address, repair]
}

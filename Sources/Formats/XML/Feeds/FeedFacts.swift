internal import DatelineCore
internal import DatelineValidation

/// What is remembered of the document as a whole.
struct DocumentFacts {
  var publicID: String?
  var systemID: String?
  var hasExternalSubset = false
  /// Namespaces and prefixes that have been looked at.
  var declarations: Set<String> = []
  var hasItunes = false
}

/// What is remembered of the feed.
struct FeedFacts {
  var itemCount = 0
  /// Where ids, guids and the like stood first.
  var ids = IdentityMemory()
  /// The feed has an author for entries without one.
  var hasAuthor = false
  var channelLink = ""
  var channelTitle = ""
  var imageLink: (value: String, place: Place)?
  var imageTitle: (value: String, place: Place)?
  var hasSlashComments: Place?
  var firstItem: Place?
  var isItemBeforeMetadata = false
  var updatedValues = IdentityMemory(limit: IdentityMemory.hintLimit)
  /// Whether the name of the person that is open holds an address.
  var nameHoldsAddress = false
  var links: [FeedLink] = []
  var selfLink: FeedLink?
  var newestItem: Int?
  var isOutOfOrder = false
  var lastItemDate: Int?
  var updated: (seconds: Int, place: Place)?
  var isComplete = false
  var contents = IdentityMemory(limit: IdentityMemory.hintLimit)
  var linkSecurity = LinkSecurity()
  var skipped: Set<String> = []
  /// The alerts of the Common Alerting Protocol.
  var alerts = IdentityMemory()
}

/// What is remembered of the item or entry that is open.
struct EntryFacts {
  var hasAlternate = false
  var alternates: [String: Int] = [:]
  var contentKind: AtomContentKind?
  var hasContentSource = false
  /// Where the content is, and of which type it is said to be.
  var contentLink: (href: String, type: String)?
  var links: [(href: String, type: String)] = []
  var hasAuthorInSource = false
  var title: [UInt8] = []
  var link: [UInt8] = []
  var summary: Int = 0
  var id = ""
  var guidPlace: Place?
  var guidIsPermaLink = true
  /// A hash of what tells versions of an entry apart; 0 where nothing does.
  var version = 0
  var date: Int?
  var start: Place?
}

/// A link of the feed, for the rules of paging.
struct FeedLink {
  var rel: String
  var href: String
  var type: String
  var language: String
  var place: Place
}

/// Values that elements inherit: languages and bases.
struct InheritedValues {
  var languages: [(depth: Int, value: String)] = []
  var bases: [(depth: Int, value: String)] = []
}

package import DatelineCore
import DatelineIdentity

/// Addresses, as far as a feed cares.
package enum FeedAddress {
  /// Whether it begins with a scheme and has no character that would break an attribute of a feed.
  package static func isAbsolute(_ text: String) -> Bool {
    var isScheme = true
    var count = 0
    for scalar in text.unicodeScalars {
      if isScheme {
        if scalar == ":" {
          guard count > 1 else { return false }
          isScheme = false
        } else if !(scalar.isASCII
          && (scalar.properties.isAlphabetic || count > 0 && "0123456789+-.".unicodeScalars.contains(scalar)))
        {
          return false
        }
      } else if scalar.value <= 0x20 || "<>\"{}|\\^`".unicodeScalars.contains(scalar) || 0x7F...0x9F ~= scalar.value {
        return false
      }
      count += 1
    }
    return !isScheme && !text.hasSuffix(":")
  }

  /// Whether it is of the web.
  package static func isWeb(_ text: String) -> Bool {
    isAbsolute(text) && (text.lowercased().hasPrefix("http://") || text.lowercased().hasPrefix("https://"))
  }

  /// An identifier that is a URI: a record's own where it is one, else one made of it.
  package static func identifier(_ id: Text) -> String {
    let text = id.description
    return isAbsolute(text) && text.utf8.allSatisfy { $0 < 0x80 } ? text : "urn:uuid:\(Identifier.uuid(of: text))"
  }
}

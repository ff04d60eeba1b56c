/// Whether the value of a `style` attribute can do no more than change how its own element looks.
package enum StyleSafety {
  /// What is wrong with `style`; nil where nothing is.
  package static func fault(_ style: String, _ demand: MarkupDemand) -> String? {
    let lower = style.lowercased()
    for mark in ["url(", "expression", "@import", "javascript:", "\\", "<", "behavior", "-moz-binding"]
    where lower.contains(mark) {
      return "the style has '\(mark)', which can fetch or run something; leave it out"
    }
    for declaration in lower.split(separator: ";") {
      let text = declaration.drop(while: \.isWhitespace)
      guard !text.isEmpty else { continue }
      guard let colon = text.firstIndex(of: ":") else {
        return "the style \(shown(text)) is no declaration; write 'property: value'"
      }
      let property = String(text[..<colon].filter { !$0.isWhitespace })
      let isSafe = common.contains(property) || (!demand.contains(.reference) && modern.contains(property))
      if !isSafe {
        return
          "the style property \(shown(property[...])) can reach beyond the entry, or is unknown to readers; leave it out"
      }
      if !isPlain(text[text.index(after: colon)...]) {
        return "the value of \(shown(property[...])) is no plain CSS value"
      }
    }
    return nil
  }

  private static func shown(_ text: Substring) -> String { "'\(text.prefix(80))'" }

  /// Words, numbers, colours, lists and quoted names.
  private static func isPlain(_ value: Substring) -> Bool {
    var quote: Character?
    var depth = 0
    for character in value {
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "\"", "'": quote = character
      case "(": depth += 1
      case ")": depth -= 1
      case ":", "{", "}", "@": return false
      default: break
      }
      if depth < 0 { return false }
    }
    return quote == nil && depth == 0
  }

  /// Properties that readers have taken for harmless since they began to clean feeds.
  private static let common = Set(
    """
    azimuth background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width \
    border-collapse border-color border-left border-left-color border-left-style border-left-width border-right \
    border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color \
    border-top-style border-top-width border-width clear color cursor direction display elevation float font font-family \
    font-size font-style font-variant font-weight height letter-spacing line-height margin margin-bottom margin-left \
    margin-right margin-top overflow padding padding-bottom padding-left padding-right padding-top pause pause-after \
    pause-before pitch pitch-range richness speak speak-header speak-numeral speak-punctuation speech-rate stress \
    text-align text-decoration text-indent unicode-bidi vertical-align voice-family volume white-space width
    """.split(separator: " ").map(String.init))

  /// Properties of today's CSS that change no more than the element itself.
  private static let modern = Set(
    """
    align-items aspect-ratio border-radius box-sizing caption-side column-count column-gap columns empty-cells flex \
    flex-basis flex-direction flex-grow flex-shrink flex-wrap font-feature-settings font-stretch gap hyphens \
    justify-content list-style list-style-position list-style-type max-height max-width min-height min-width object-fit \
    opacity orphans overflow-wrap overflow-x overflow-y page-break-after page-break-before page-break-inside \
    table-layout text-align-last text-decoration-color text-decoration-line text-decoration-style text-overflow \
    text-rendering text-transform widows word-break word-spacing word-wrap writing-mode
    """.split(separator: " ").map(String.init))
}

/// What a place wants of the HTML that stands there.
package struct MarkupDemand: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Links have a scheme: the place has no base.
  package static let absoluteLinks = Self(rawValue: 1)
  /// Only what the reference validator takes for safe is safe.
  package static let reference = Self(rawValue: 2)
}

internal import DatelineCore

/// Looks for links with `http:` that stand in the same document with `https:` too.
///
/// Of both kinds the first ``IdentityMemory/hintLimit`` are remembered: who writes both does so early.
package struct LinkSecurity {
  /// The links without their schemes.
  private var secure = IdentityMemory(limit: IdentityMemory.hintLimit)
  private var insecure = IdentityMemory(limit: IdentityMemory.hintLimit)

  package init() {}

  /// Looks at a link in line `line`.
  package mutating func check(_ link: Span<UInt8>, line: Int, _ problems: inout [ValueProblem]) {
    if link.startsIgnoringCase(with: "https://") {
      let rest = link.extracting(8..<link.count)
      if secure.remember(rest, line: line) == nil, let other = insecure.line(of: rest) {
        problems.append(
          ValueProblem(
            .linkInsecure,
            "line \(other) has this link with http:, which others can read and change; write https: there"))
      }
    } else if link.startsIgnoringCase(with: "http://") {
      let rest = link.extracting(7..<link.count)
      if insecure.remember(rest, line: line) == nil, let other = secure.line(of: rest) {
        problems.append(
          ValueProblem(
            .linkInsecure,
            "line \(other) has this link with https:; write it so here too, as others can read and change http:"))
      }
    }
  }
}

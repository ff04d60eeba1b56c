/// The event tables that are known. A new one is a folder beside this file and a line here.
package enum TableDialects {
  /// In the order in which they are listed.
  package static let all: [any TableDialect] = [ACLED()]
}

/// Remembers the items and records of all files of one run, to find an id that two files use for different things.
///
/// What is kept of each is three hashes and a place; after `limit` items no more are remembered.
package final class ItemRegistry {
  private struct Entry {
    var content: Int
    var version: Int
    var file: Int32
    var line: Int32
  }

  package static let limit = 500_000
  private var entries: [Int: Entry] = [:]
  private var files: [String] = []

  package init() {}

  /// What follows is in `file`.
  package func begin(_ file: String) { files.append(file) }

  /// Takes an item.
  ///
  /// - Parameters:
  ///   - content: A hash of what is the same in two copies of one version.
  ///   - version: A hash of what tells versions apart, such as the date of a change; 0 where nothing does.
  /// - Returns: Where another file has other content under this id; nil where none has. Another version is no conflict.
  package func remember(id: Int, content: Int, version: Int, line: Int) -> (file: String, line: Int)? {
    let here = Int32(clamping: files.count - 1)
    guard let first = entries[id] else {
      if entries.count < Self.limit {
        entries[id] = Entry(content: content, version: version, file: here, line: Int32(clamping: line))
      }
      return nil
    }
    guard first.file != here, first.content != content, first.version == version else { return nil }
    return (files[Int(first.file)], Int(first.line))
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Finds the files that paths, folders and patterns stand for.
public enum InputPaths {
  /// The extensions of files that are taken from folders.
  public static let extensions: Set<String> = [
    "xml", "rss", "rdf", "atom", "json", "ndjson", "jsonl", "csv", "ics", "txt",
  ]
  /// The extensions of files that are taken from folders as XML of any kind.
  public static let xmlExtensions: Set<String> = [
    "xml", "rss", "rdf", "atom", "kml", "gpx", "gml", "svg", "xhtml",
  ]

  /// Each path once: a file as it is, a folder as the files below it by name, a pattern (glob(7)) as what it matches.
  ///
  /// Symbolic links inside of folders are not followed, so that no folder is visited twice.
  /// - Parameter extensions: Those of the files that are taken from folders.
  /// - Throws: ``ConversionError/system(_:path:errno:)`` for a folder that cannot be read.
  public static func expand(
    _ paths: [String], extensions: Set<String> = extensions
  ) throws(ConversionError) -> [String] {
    var result: [String] = []
    for path in paths {
      if path == "-" {
        result.append(path)
      } else if isFolder(path) {
        result += try files(below: path, extensions)
      } else if !exists(path), path.contains(where: { "*?[".contains($0) }) {
        let matches = self.matches(path)
        result += matches.isEmpty ? [path] : matches
      } else {
        result.append(path)
      }
    }
    return result
  }

  private static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func files(below folder: String, _ extensions: Set<String>) throws(ConversionError) -> [String] {
    var result: [String] = []
    var waiting = [folder]
    while let next = waiting.popLast() {
      var folders: [String] = []
      for name in try names(in: next) {
        let path = next.hasSuffix("/") ? next + name : "\(next)/\(name)"
        guard !isLink(path) else { continue }
        if isFolder(path) {
          folders.append(path)
        } else if let ending = Input.fileExtension(of: path), extensions.contains(ending.lowercased()) {
          result.append(path)
        }
      }
      waiting += folders.reversed()
    }
    return result
  }

  private static func names(in folder: String) throws(ConversionError) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw .system(.open, path: folder, errno: errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // The name of an entry ends with a zero byte.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func matches(_ pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(unsafe found.gl_pathc)).compactMap { index in
      unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
    }
  }
}

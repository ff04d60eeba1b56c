import DatelineCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A folder with compiled time zone files.
struct ZoneFolder {
  /// Its path.
  let path: String

  /// The largest file that is read; those of the database have 4 kB and less.
  private static let maximumFileSize = 1 << 18

  /// Where systems keep the database: what TZDIR says comes first.
  static var standardPaths: [String] {
    let usual = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]
    guard let value = unsafe getenv("TZDIR") else { return usual }
    let path = unsafe String(cString: value)
    return path.isEmpty ? usual : [path] + usual
  }

  /// Whether there are zones in it: every database has the one of UTC.
  var holdsDatabase: Bool { bytes(of: "UTC") != nil || bytes(of: "Etc/UTC") != nil }

  /// Whether a text has the form of a zone's name, so that no path made of it leaves the folder: letters, digits, `+`, `-`
  /// and `_`, in parts between slashes.
  static func isName(_ text: String) -> Bool {
    guard text.utf8.count <= 255 else { return false }
    var isPartEmpty = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if isPartEmpty { return false }
        isPartEmpty = true
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        isPartEmpty = false
      default: return false
      }
    }
    return !isPartEmpty
  }

  /// Whether a path in the folder belongs to no zone, whatever stands there: copies of the database with leap seconds or
  /// without, and links to what the machine's own zone is.
  static func isReserved(_ name: some StringProtocol) -> Bool {
    switch name {
    case "localtime", "posixrules", "posix", "right": true
    default: name.hasPrefix("posix/") || name.hasPrefix("right/")
    }
  }

  /// The bytes of a zone's file; nil where there is no such file, or it is none of a zone.
  func bytes(of name: String, atMost limit: Int = maximumFileSize) -> [UInt8]? {
    guard Self.isName(name), !Self.isReserved(name), let source = try? FileSource(path: path + "/" + name) else {
      return nil
    }
    var bytes: [UInt8] = []
    do {
      while bytes.count < limit, try bytes.append(from: source, atMost: limit - bytes.count) {}
    } catch {
      return nil
    }
    return bytes.starts(with: "TZif".utf8) ? bytes : nil
  }

  /// The names of all zones, sorted.
  func names() -> [String] {
    var names: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for entry in Self.entries(of: folder.isEmpty ? path : path + "/" + folder) {
        let name = folder.isEmpty ? entry : folder + "/" + entry
        guard Self.isName(name), !Self.isReserved(name) else { continue }
        if bytes(of: name, atMost: 4) != nil {
          names.append(name)
        } else if name.utf8.count(where: { $0 == UInt8(ascii: "/") }) < 3 {
          pending.append(name)
        }
      }
    }
    return names.sorted()
  }

  /// The names of what lies in a folder; none where it is no folder.
  private static func entries(of path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      // The name is a C string that lies in the entry, which lasts until the next call.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }
}

/// What the endings of file names say about media types.
package enum FileTypes {
  /// The ending of the file name in a URL, in lower case, without query and fragment; nil where there is none.
  package static func ending(of url: String) -> String? {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    guard let file = path.split(separator: "/").last, let dot = file.lastIndex(of: ".") else { return nil }
    return file[file.index(after: dot)...].lowercased()
  }

  /// The usual type of files like that at `url`, where `type` is another one; nil where they agree or nothing is known.
  package static func contradiction(url: String, type: String) -> String? {
    guard let ending = ending(of: url), let usual = types[ending] else { return nil }
    let essence = type.prefix { $0 != ";" }.lowercased()
    return essence.isEmpty || usual.contains(essence) ? nil : usual[0]
  }

  private static let types: [String: [String]] = [
    "mp3": ["audio/mpeg", "audio/mp3", "audio/x-mpeg", "audio/mpeg3", "audio/x-mp3"],
    "m4a": ["audio/mp4", "audio/x-m4a", "audio/m4a", "audio/aac", "audio/mp4a-latm"],
    "mp4": ["video/mp4", "video/x-mp4", "audio/mp4"], "m4v": ["video/x-m4v", "video/mp4", "video/m4v"],
    "mov": ["video/quicktime"], "ogg": ["audio/ogg", "application/ogg", "video/ogg"],
    "wav": ["audio/wav", "audio/x-wav", "audio/wave"], "jpg": ["image/jpeg", "image/jpg"],
    "jpeg": ["image/jpeg", "image/jpg"], "png": ["image/png"], "gif": ["image/gif"], "pdf": ["application/pdf"],
    "epub": ["application/epub+zip"], "torrent": ["application/x-bittorrent"],
  ]
}

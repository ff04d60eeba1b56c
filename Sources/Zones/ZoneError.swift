/// Why there is no zone of a name.
public enum ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No time zone database was found in any of these folders.
  case databaseMissing(searched: [String])
  /// The database has no zone of this name.
  case unknownName(String)
  /// The file of this zone cannot be used, and why.
  case malformedFile(name: String, reason: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .databaseMissing(let folders):
      """
      there is no time zone database in \(folders.joined(separator: ", ")); install the package 'tzdata', or name its \
      folder in the environment variable TZDIR
      """
    case .unknownName(let name): "the time zone database has no zone '\(name)'; zones are called like 'Europe/Kyiv'"
    case .malformedFile(let name, let reason):
      "the time zone database's file '\(name)' can't be used: \(reason); install the package 'tzdata' again"
    }
  }
}

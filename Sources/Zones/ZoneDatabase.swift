internal import Synchronization

/// The time zones of the IANA database that is installed on this machine.
///
/// Zones are read from their compiled files (RFC 9636) when they are first asked for, and kept. It can be used from any
/// thread, and the machine's own zone, or `TZ`, plays no part.
public final class ZoneDatabase: Sendable {
  /// The database of the system: in the folder that the environment variable TZDIR names, in `/usr/share/zoneinfo`,
  /// `/usr/lib/zoneinfo` or `/usr/share/lib/zoneinfo`, whichever holds one first.
  public static let system = ZoneDatabase(folders: ZoneFolder.standardPaths)

  private struct State {
    var zones: [String: ZoneRules] = [:]
    var index: ZoneNameIndex?
  }

  private let searched: [String]
  private let folder: ZoneFolder?
  private let state = Mutex(State())

  /// The first of some folders that holds a database.
  public init(folders: [String]) {
    searched = folders
    folder = folders.lazy.map { ZoneFolder(path: $0) }.first { $0.holdsDatabase }
  }

  /// The rules of the zone of this name, spelt as the database spells it; old names and links count.
  ///
  /// - Throws: ``ZoneError``.
  public func zone(named name: String) throws(ZoneError) -> ZoneRules {
    if let known = state.withLock({ $0.zones[name] }) { return known }
    guard let folder else { throw .databaseMissing(searched: searched) }
    guard let bytes = folder.bytes(of: name) else { throw .unknownName(name) }
    let rules: ZoneRules
    do {
      rules = try TZifFile.rules(bytes)
    } catch {
      throw .malformedFile(name: name, reason: error.reason)
    }
    state.withLock { $0.zones[name] = rules }
    return rules
  }

  /// The names of all zones, old names and links included, sorted.
  ///
  /// - Throws: ``ZoneError/databaseMissing(searched:)``.
  public var zoneNames: [String] {
    get throws(ZoneError) { try index.names }
  }

  /// What a text that names a zone in a foreign file means: see ``ZoneNameResolution``.
  ///
  /// - Returns: nil where the text names no zone that is known.
  /// - Throws: ``ZoneError/databaseMissing(searched:)``.
  public func resolve(_ text: String) throws(ZoneError) -> ZoneNameResolution? {
    ZoneNameResolution(text, index: try index)
  }

  /// The rules of what a text was found to mean.
  ///
  /// - Throws: ``ZoneError``.
  public func zone(for resolution: ZoneNameResolution) throws(ZoneError) -> ZoneRules {
    switch resolution.zone {
    case .named(let name): try zone(named: name)
    case .fixed(let offset):
      ZoneRules(fixed: ZoneOffsetPeriod(utcOffset: offset, abbreviation: ZoneOffsetText.text(offset)))
    }
  }

  private var index: ZoneNameIndex {
    get throws(ZoneError) {
      guard let folder else { throw .databaseMissing(searched: searched) }
      return state.withLock { state in
        if let index = state.index { return index }
        let index = ZoneNameIndex(names: folder.names())
        state.index = index
        return index
      }
    }
  }
}

/// A kind of incident in our dotted taxonomy: every prefix of a kind is a valid coarser kind.
///
/// The table `all` is the authority for what the reader writes; a record may hold other kinds.
package struct IncidentKind: Hashable, Sendable {
  /// The dotted name, such as `force.air.strike`.
  package let name: String

  package init(_ name: String) { self.name = name }

  /// Whether this kind is `other` or one of its narrower kinds.
  package func isWithin(_ other: IncidentKind) -> Bool {
    name == other.name || (name.utf8.count > other.name.utf8.count && name.hasPrefix(other.name + "."))
  }

  /// The first component of the name: `force`, `civilians`, `accident`, ...
  package var family: String {
    guard let dot = name.firstIndex(of: ".") else { return name }
    return String(name[..<dot])
  }

  package static let force: Self = "force"
  package static let airStrike: Self = "force.air.strike"
  package static let accidentalRelease: Self = "force.air.accidental-release"
  package static let drone: Self = "force.air.drone"
  package static let missile: Self = "force.missile"
  package static let rocket: Self = "force.rocket"
  package static let shelling: Self = "force.shelling"
  package static let clash: Self = "force.clash"
  package static let shooting: Self = "force.shooting"
  package static let bombing: Self = "explosive"
  package static let suicideBombing: Self = "explosive.suicide"
  package static let vehicleBombing: Self = "explosive.vehicle"
  package static let improvisedDevice: Self = "explosive.ied"
  package static let mine: Self = "explosive.mine"
  package static let grenade: Self = "explosive.grenade"
  package static let attack: Self = "civilians.attack"
  package static let killing: Self = "civilians.killing"
  package static let massacre: Self = "civilians.killing.massacre"
  package static let assassination: Self = "civilians.killing.assassination"
  package static let stabbing: Self = "civilians.stabbing"
  package static let vehicleAttack: Self = "civilians.vehicle-attack"
  package static let abduction: Self = "civilians.abduction"
  package static let robbery: Self = "crime.robbery"
  package static let hijacking: Self = "crime.hijacking"
  package static let arson: Self = "crime.arson"
  package static let sabotage: Self = "crime.sabotage"
  package static let riot: Self = "demo.violent"
  package static let protest: Self = "demo.peaceful"
  package static let workStoppage: Self = "demo.work-stoppage"
  package static let accident: Self = "accident"
  package static let aviationAccident: Self = "accident.aviation"
  package static let helicopterAccident: Self = "accident.aviation.helicopter"
  package static let railAccident: Self = "accident.rail"
  package static let derailment: Self = "accident.rail.derailment"
  package static let shipAccident: Self = "accident.water"
  package static let roadAccident: Self = "accident.road"
  package static let collision: Self = "accident.collision"
  package static let fire: Self = "accident.fire"
  package static let explosionAccident: Self = "accident.explosion"
  package static let collapse: Self = "accident.collapse"
  package static let development: Self = "development"

  /// Every kind that the reader writes, with what it means.
  package static let all: [(kind: IncidentKind, meaning: String)] = [
    ("force", "armed force whose means the text does not tell"),
    ("force.air.strike", "bombs or missiles from manned aircraft, or an air strike of untold means"),
    ("force.air.accidental-release", "a munition that left an aircraft without the crew's intent"),
    ("force.air.drone", "an unmanned aircraft that strikes or drops munitions"),
    ("force.missile", "a guided or ballistic missile that strikes, falls or is brought down"),
    ("force.rocket", "unguided rockets"),
    ("force.shelling", "mortar, gun or howitzer fire"),
    ("force.clash", "armed sides that fight each other"),
    ("force.shooting", "gunfire at people or places"),
    ("explosive", "an explosive device that is set off or found, of untold make"),
    ("explosive.suicide", "a device that its bearer sets off on himself"),
    ("explosive.vehicle", "a device in or on a vehicle"),
    ("explosive.ied", "an improvised device at a road or place"),
    ("explosive.mine", "a land or sea mine"),
    ("explosive.grenade", "a grenade thrown or launched by hand"),
    ("civilians.attack", "an attack on people or property whose means the text does not tell"),
    ("civilians.killing", "people killed one by one: murder"),
    ("civilians.killing.massacre", "many people killed together"),
    ("civilians.killing.assassination", "a public figure killed"),
    ("civilians.stabbing", "an attack with a blade"),
    ("civilians.vehicle-attack", "a vehicle driven into people"),
    ("civilians.abduction", "people taken or held by force"),
    ("crime.robbery", "goods or money taken by force"),
    ("crime.hijacking", "a vehicle taken over by force"),
    ("crime.arson", "a fire that was set"),
    ("crime.sabotage", "installations damaged by hand"),
    ("demo.violent", "a crowd that uses violence"),
    ("demo.peaceful", "a demonstration without violence"),
    ("demo.work-stoppage", "people kept from work or roads by force"),
    ("accident", "harm without intent, of untold means"),
    ("accident.aviation", "an aeroplane that crashes"),
    ("accident.aviation.helicopter", "a helicopter that crashes"),
    ("accident.rail", "a train accident"),
    ("accident.rail.derailment", "a train that leaves the rails"),
    ("accident.water", "a ship or boat that sinks, capsizes, runs aground or strikes something"),
    ("accident.road", "an accident of road vehicles"),
    ("accident.collision", "vehicles of untold kind that collide"),
    ("accident.fire", "a fire that nobody is said to have set"),
    ("accident.explosion", "an explosion that nobody is said to have set off"),
    ("accident.collapse", "a structure that gives way"),
    ("development", "arrests, seizures, agreements and movements without harm"),
  ]
}

extension IncidentKind: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}

/// The words that introduce, follow or rule out the name of a place.
enum PlaceWords {
  /// What the noun beside a name says of its place: `the town of X`, `X province`.
  enum Level: UInt8, Sendable {
    case unknown
    /// A part of a settlement: neighbourhood, suburb, square.
    case quarter
    /// A thing with a place of its own: airport, hill, camp.
    case site
    case settlement, admin3, admin2, admin1, region, country, water, line
  }

  /// The level of a noun that stands beside names; nil for other words.
  static func level(of key: String) -> Level? { levels[key] }

  private static let levels: [String: Level] = {
    var levels: [String: Level] = [:]
    func add(_ level: Level, _ list: String) {
      for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) { levels[String(word)] = level }
    }
    add(
      .quarter,
      "neighborhood neighbourhood suburb quarter colony colonia barrio sector square plaza avenue street section")
    add(.quarter, "neighborhoods neighbourhoods suburbs quarters block intersection")
    add(.site, "square plaza avenue street boulevard alley farm hill mountain")
    add(
      .site,
      "airport airbase base university camp hill hills farm bridge mountain mountains valley forest park station crossing"
    )
    add(
      .site,
      "checkpoint market mosque junction hospital island islands estate ranch canton volcano jail prison refinery mine")
    add(
      .site,
      "dam port harbour harbor airfield stadium church college school reservation reserve peak pass headquarters barracks"
    )
    add(
      .settlement, "city town village hamlet settlement capital cities towns villages hamlets settlements megacity slum"
    )
    add(
      .admin3,
      "subdistrict sub-district ward commune tambon jurisdiction vdc payam parish locality mandal kebele chiefdom")
    add(
      .admin2,
      "district county raion rayon circle cercle township tehsil taluk taluka woreda municipality upazila districts")
    add(.admin2, "arrondissement subprefecture sub-county lga counties municipalities townships agency subdivision")
    add(
      .admin1,
      "province region oblast krai kray governorate state department republic wilaya prefecture territory division")
    add(.admin1, "provinces regions governorates states departments prefectures emirate voivodeship")
    add(
      .region,
      "area areas front frontline countryside zone peninsula basin strip belt corridor coast enclave axis direction")
    add(.water, "river lake sea gulf strait bay ocean creek stream canal channel lagoon reservoir")
    add(.line, "road highway border frontier route motorway railway autoroute")
    return levels
  }()

  /// Nouns that are no part of the name that stands before them: `La Esperanza farm`.
  static let looseNouns: Set<String> = words(
    "farm hill hills mountain mountains estate ranch canton volcano market checkpoint crossing station jail junction barracks"
  )

  /// Nouns that may be the head of a place without a name: `in an empty field`.
  static let openPlaces: Set<String> = words(
    """
    field fields forest woods woodland farmland wasteland desert pasture meadow orchard garden courtyard yard swamp marsh
    outskirts suburb neighborhood neighbourhood village town hamlet settlement countryside hillside ravine quarry
    """)

  /// Nouns of places after an adjective that shows what is meant: `a residential area`.
  static let describedPlaces: Set<String> = words(
    "area areas district quarter zone sector neighborhood neighbourhood building street")
  static let describingAdjectives: Set<String> = words(
    "residential open empty rural uninhabited unpopulated inhabited populated wooded mountainous agricultural industrial remote desert border deserted vacant forested marshy swampy coastal"
  )

  /// Words that may stand between a preposition and a name.
  static let modifiers: Set<String> = words(
    """
    northern southern eastern western central north south east west northeast northwest southeast southwest northeastern
    northwestern southeastern southwestern north-east north-west south-east south-west north-eastern north-western
    south-eastern south-western north-central south-central far extreme downtown rural greater outer inner upper lower mid
    nearby neighboring neighbouring small remote mainly restive volatile troubled besieged war-torn oil-rich coastal mountainous
    predominantly port border old historic entire whole same densely populated occupied conflict-hit
    outskirts-of industrial violent disputed strategic key major main capital of ancient holy
    """)

  static let directions: Set<String> = words(
    """
    north south east west northeast northwest southeast southwest north-east north-west south-east south-west northward
    northern southern eastern western
    """)

  static let determiners: Set<String> = words("the a an this that its their his her two three several some another")

  /// Prepositions that put something at a place, with the relation that they tell.
  static let prepositions: [String: PlaceMention.Relation] = [
    "in": .in, "at": .at, "near": .near, "inside": .in, "within": .in, "throughout": .in, "across": .in,
    "around": .near,
    "outside": .near, "from": .from, "towards": .towards, "toward": .towards, "to": .towards, "into": .in,
    "along": .along,
    "off": .near, "over": .in, "above": .in, "on": .at, "onto": .at, "through": .in, "beside": .near, "opposite": .near,
    "between": .between, "amid": .in, "nearby": .near,
  ]

  /// The last parts of adjectives such as `rebel-held`.
  static let stateAdjectives: Set<String> = words(
    "held controlled administered occupied run ruled populated majority dominated hit torn")

  /// Words that Spanish and Arabic names start with.
  static let spanishParticles: Set<String> = words(
    "la el las los san santa santo al villa puerto rio nueva nuevo ciudad")

  /// Prepositions that introduce much else than places.
  static let loosePrepositions: Set<String> = words(
    "to from on over through into at above off onto around across amid opposite towards toward along")

  /// Nouns of a part of a place: `on the outskirts of X`.
  static let partsOfPlaces: Set<String> = words(
    """
    outskirts vicinity area areas suburbs heart centre center edge west east north south northeast northwest southeast
    southwest middle neighbourhood parts part streets coast countryside control direction entrance
    """)

  /// Units of distance in metres.
  static let units: [String: Double] = [
    "km": 1000, "kms": 1000, "kilometer": 1000, "kilometers": 1000, "kilometre": 1000, "kilometres": 1000, "mile": 1609,
    "miles": 1609, "mi": 1609, "m": 1, "meter": 1, "meters": 1, "metre": 1, "metres": 1, "nm": 1852,
  ]

  /// Particles inside names.
  static let particles: Set<String> = words(
    "de del la las los el al ul ud ad ar as az ash an e y da do das dos di du des le les ez el- al- den der op sur sous en am an der bin ibn ou"
  )

  /// Capitalised words that are no place, and no part of a name of one, wherever they stand.
  static let never: Set<String> = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    i he she it we they you me him us them who whom whose which what this that these those there here his her its their our
    my your a an the and or but nor so yet if as than then when while where why how because since until although though
    after before during of for by with without about against under over not no yes all any both each few many more most
    other some such only own same too very can will just should would could may might must shall is are was were be been
    being am has have had having do does did doing said says say told according also however meanwhile moreover therefore
    on in at to from into onto near around inside outside within across along between among behind above below up down out off
    one two three four five six seven eight nine ten eleven twelve hundred thousand million first second third last next
    today yesterday tomorrow tonight morning afternoon evening night noon midnight day week month year
    english latin covid covid-19 christmas easter ramadan eid islam islamic christian muslim muslims catholic god
    internet twitter facebook telegram youtube whatsapp
    """)

  /// Months and days whose names are also parts of names: they end a run of capitals only before or behind a number.
  static let ambiguousDates: Set<String> = words("jan may march sun mar mon sat wed dec nov")

  /// Verbs whose object is often a place: `shelled X`.
  static let attacks: Set<String> = words(
    """
    attacked attack attacks shelled shelling shell shells bombed bombing bombs bombarded bombarding struck hit hits raided raiding
    stormed targeted targeting captured capturing seized seizing retook recaptured entered invaded besieged overran ambushed
    hitting striking shelled evacuated occupied
    """)

  /// Nouns between a name and the noun that says what it is: `Qalandia refugee camp`.
  static let middleNouns: Set<String> = words(
    "refugee border police railway metro train bus power military army air international market displaced idp")

  /// Titles: a name behind one is a person's.
  static let titles: Set<String> = words(
    """
    mr mrs ms dr prof president minister premier mayor governor senator rep representative congressman congresswoman judge
    justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl private admiral adm
    commander chief spokesman spokeswoman spokesperson secretary ambassador king queen prince princess sheikh imam pastor
    father bishop archbishop pope cardinal reverend rev sir lord lady deputy chairman chairwoman director inspector officer
    constable detective superintendent sen gov ayatollah mullah maulana pandit chancellor analyst journalist activist leader
    lawyer candidate sister brother engineer don dona comandante monsignor msgr professor
    """)

  /// Words that make a run of capitalised words the name of a body: no place.
  static let bodies: Set<String> = words(
    """
    police army force forces ministry minister party front movement union organization organisation council committee
    agency association company corporation corp inc ltd bank group times post news press journal herald tribune radio
    television tv court parliament congress senate assembly department federation league club team brigade battalion
    regiment division corps guard guards navy command service services bureau office commission institute foundation fund
    authority government administration network center centre airlines airways observatory watch monitor cross crescent
    militia rebels army's tigers brigades cartel coalition alliance campaign initiative society troops soldiers military
    conference summit agreement accord treaty declaration peace process plan war cup championship series act law code
    """)

  /// Verbs of saying: a country or city before one is its government.
  static let sayings: Set<String> = words(
    "said says say told announced warned accused denied claimed condemned vowed insists insisted urged reported blamed rejected confirmed"
  )

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }
}

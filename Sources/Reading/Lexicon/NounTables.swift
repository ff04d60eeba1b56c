/// Nouns for people, with the model's participant kind.
enum PersonTable {
  static func add(to builder: inout LexiconBuilder) {
    for (kind, extra, list) in rows {
      builder.nouns(list) { LexemeDraft(lemma: $0, classes: extra.union(.person), participantKind: kind) }
    }
    builder.words(titles) { LexemeDraft(lemma: $0, classes: [.title]) }
  }

  private static let rows: [(ActorKind, WordClass, String)] = [
    (
      .unidentified, [.hostile],
      "gunman/gunmen; gunner; attacker; assailant; assassin; shooter; bomber; suicide bomber; kidnapper; hijacker; perpetrator; killer; murderer; hitman/hitmen; sniper; arsonist; suspect; robber; bandit; sapper; saboteur; abductor; stabber; captor; masked man/masked men; armed man/armed men; armed individual; hooded man/hooded men; unidentified individual; unidentified person/unidentified persons; unidentified man/unidentified men; armed person/armed persons; hired killer; hired assassin; executioner; sharpshooter; slayer; thug; unknown individual; knifeman/knifemen; miscreant; culprit; group of men; group of individuals; armed civilian; unknown person/unknown persons"
    ),
    (
      .rebelGroup, [.hostile],
      "guerrilla; guerilla; rebel; terrorist; insurgent; extremist; militant; separatist; subversive; commando; commandoe; fighter; jihadist; jihadi; maoist; naxalite; narcoterrorist; narco-terrorist; contra; combatant; partisan; revolutionary; mercenary; paramilitary; militiaman/militiamen; terrorist criminal; urban commando; urban guerrilla; dissident; leftist; radical; islamist; criminal; delinquent"
    ),
    (
      .criminalGroup, [.hostile],
      "drug trafficker; trafficker; drug dealer; gangster; gang member; mobster; smuggler; poacher; pirate; capo; drug lord; mafioso; drug baron; outlaw; cattle rustler; rustler"
    ),
    (
      .armedForces, [],
      "soldier; troop; serviceman/servicemen; officer; sergeant; corporal; lieutenant; captain; colonel; major; marine; sailor; seaman/seamen; airman/airmen; pilot; conscript; reservist; paratrooper; recruit; sentry; enlisted man/enlisted men; infantryman/infantrymen; cadet; crew; warplane pilot; army officer; military officer; serviceman; peacekeeper; noncommissioned officer; troops; army personnel; military personnel; garrison commander; commander"
    ),
    (
      .police, [],
      "policeman/policemen; policewoman/policewomen; police officer; cop; detective; constable; police agent; national guardsman/national guardsmen; guardsman/guardsmen; police chief; patrolman/patrolmen; customs officer; inspector; police personnel; sheriff; police commander; gendarme; agent; intelligence agent; security agent; prison guard"
    ),
    (
      .government, [],
      "president; vice president; minister; prime minister; deputy minister; senator; congressman/congressmen; deputy; mayor; governor; councilman/councilmen; councilor; councillor; judge; magistrate; prosecutor; attorney general; justice; ambassador; consul; diplomat; official; government official; secretary; presidential candidate; candidate; presidential hopeful; hopeful; politician; lawmaker; legislator; adviser; advisor; spokesman/spokesmen; spokeswoman/spokeswomen; spokesperson; attache; chairman/chairmen; commissioner; leader; chief; director; former minister; former president; first secretary; inspector general; attorney; vice minister; undersecretary; parliamentarian; prefect; civil servant; bureaucrat; head of state; public prosecutor"
    ),
    (
      .civilians, [],
      "civilian; person/people; man/men; woman/women; child/children; boy; girl; youth; teenager; teen; baby/babies; infant; resident; villager; citizen; peasant; farmer; worker; mineworker; miner; laborer; labourer; passenger; pedestrian; passerby/passersby; passer-by/passers-by; bystander; tourist; visitor; driver; bus driver; truck driver; taxi driver; motorist; motorcyclist; cyclist; commuter; shopper; customer; student; pupil; teacher; professor; rector; lecturer; journalist; reporter; correspondent; photographer; cameraman/cameramen; newsman/newsmen; editor; writer; doctor; nurse; physician; surgeon; medic; paramedic; patient; lawyer; engineer; technician; businessman/businessmen; businesswoman/businesswomen; industrialist; banker; merchant; vendor; shopkeeper; trader; cattleman/cattlemen; rancher; landowner; fisherman/fishermen; hunter; shepherd; herder; priest; jesuit; jesuit priest; clergyman/clergymen; father; bishop; archbishop; monsignor; pastor; nun; monk; cleric; imam; missionary; rabbi; religious leader; worshipper; worshiper; pilgrim; refugee; migrant; immigrant; prisoner; inmate; detainee; hostage; captive; victim; survivor; witness; neighbor; neighbour; relative; family; wife/wives; husband; son; daughter; brother; sister; mother; father; uncle; nephew; niece; cousin; grandmother; grandfather; grandson; parent; couple; maid; cook; housekeeper; gardener; servant; guard; bodyguard; security guard; watchman/watchmen; escort; guest; employee; staff member; union leader; labor leader; trade unionist; unionist; activist; human rights activist; community leader; indigenous leader; social leader; peasant leader; student leader; political leader; militant leader; opposition leader; party member; supporter; follower; sympathizer; demonstrator; protester; protestor; rioter; striker; fan; spectator; crowd; population; inhabitant; settler; foreigner; expatriate; athlete; singer; actor; artist; musician; scientist; researcher; anthropologist; economist; historian; manager; executive; owner; director general; analyst; expert; observer; volunteer; aid worker; humanitarian worker; relief worker; rescuer; firefighter; fireman/firemen; crew member; crewman/crewmen; flight attendant; stewardess; coordinator; minor; individual; youngster; adult; adult male; male; female; member; beggar; prostitute; homeless person; servant; informant; informer; collaborator; dignitary; representative; delegate; personnel; coal miner; elder; tribal elder; tribesman/tribesmen; nomad; pastoralist; herdsman/herdsmen; sheikh; chieftain; friend; colleague; companion; other; others/others; civil defense member; newspaperman; ombudsman; suspect thief; thief/thieves; mineworker; seminarian; catechist; academic; dean; parishioner; patron; reveller; reveler; schoolchild/schoolchildren; schoolgirl; schoolboy; toddler; pensioner; breadwinner; casualty; dead; injured; wounded"
    ),
  ]

  private static let titles =
    "mr; mrs; ms; miss; dr; gen; general; col; colonel; lt; lieutenant; lt col; maj; major; capt; captain; sgt; sergeant; cpl; corporal; msgr; monsignor; fr; father; rev; reverend; sen; senator; rep; president; minister; gov; governor; mayor; judge; professor; prof; sir; lord; king; queen; prince; sheikh; ayatollah; admiral; adm; brigadier; commander; secretary; ambassador; attorney; engineer; pope; cardinal; bishop; archbishop; don; sister; brother; deputy; private; sub-lieutenant; first lieutenant; second lieutenant; subsergeant; hon; honorable; inspector; commissioner; chancellor"
}

/// Nouns for groups that act: armed forces, police, parties, firms, ministries, agencies.
enum OrganisationTable {
  static func add(to builder: inout LexiconBuilder) {
    for (kind, extra, list) in rows {
      builder.nouns(list) { LexemeDraft(lemma: $0, classes: extra.union(.organisation), participantKind: kind) }
    }
  }

  private static let rows: [(ActorKind, WordClass, String)] = [
    (
      .armedForces, [],
      "army; military; armed force/armed forces; air force; navy; marine corps; battalion; brigade; regiment; division; infantry battalion; infantry brigade; garrison; patrol; military patrol; army patrol; convoy; troop; government force/government forces; government troop/government troops; regime force/regime forces; security force/security forces; coalition; coalition force/coalition forces; national guard; border guard/border guards; coast guard; defence force/defence forces; defense force/defense forces; coastguard; special force/special forces; ground force/ground forces; artillery; high command; general staff; armed forces general staff; joint chiefs; army unit; military unit; platoon; squadron; government army; aviation; air defense/air defenses; air defence/air defences; military detachment; peacekeeping force; occupation force/occupation forces; honduran army; northern command; southern command; force/forces; personnel carrier; civil defense; treasury police; military police; legislature"
    ),
    (
      .police, [],
      "police; national police; police force; police department; policia; carabinero/carabineros; gendarmerie; riot police; judicial police; federal police; civil guard; civil police; gang unit; constabulary; law enforcement; seguridad; interpol"
    ),
    (
      .rebelGroup, [.hostile],
      "guerrilla group; rebel group; rebel force/rebel forces; liberation army; liberation front; national liberation front; revolutionary armed forces; national liberation army; people's liberation army; revolutionary army; popular liberation army; insurgency; militant group; terrorist group; terrorist organization; terrorist organisation; armed group; armed band; guerrilla column; column; faction; opposition faction; shining path; sendero luminoso; tupac amaru revolutionary movement; fmln; farabundo marti national liberation front; farc; revolutionary armed forces of colombia; eln; army of national liberation; epl; m-19; 19 april movement; mrta; manuel rodriguez patriotic front; fpmr; urng; lautaro youth movement; contras; isil; isis; islamic state; daesh; al-qaeda; al qaeda; al-qaida; al qaida; al-nusra front; nusra front; al-shabaab; al shabaab; boko haram; taliban; the taliban; haqqani network; hamas; hezbollah; hizbullah; hizbollah; houthi; houthis; pkk; ypg; ltte; tamil tigers; eta; ira; ttp; tehreek-e-taliban pakistan; tehrik-i-taliban pakistan; lashkar-e-taiba; jaish-e-mohammed; lashkar-e-jhangvi; jundallah; bla; baloch liberation army; baloch liberation front; maoist group; npa; new people's army; abu sayyaf; moro islamic liberation front; milf; mnlf; ansar al-sharia; ansar beit al-maqdis; islamic jihad; aqim; jnim; lra; m23; adf; allied democratic forces; codeco; ulfa; knla; kia; arakan army; kachin independence army; ta'ang national liberation army; tnla; ndfb; polisario; sdf; syrian democratic forces; free syrian army; fsa; jaish al-islam; ahrar al-sham; plo; pflp; death squad; extreme right-wing death squad; cell; urban cell; terrorist cell; ndf; zapatista; red brigades; lord's resistance army; wagner; wagner group; naf; lna; gna"
    ),
    (
      .militia, [],
      "militia; paramilitary group; self-defense group; self-defence group; vigilante group; paramilitary band; civil defense patrol; janjaweed; imbonerakure; mai-mai; basij"
    ),
    (
      .criminalGroup, [.hostile],
      "gang; cartel; medellin cartel; cali cartel; mafia; drug mafia; drug cartel; extraditable/extraditables; the extraditables; drug trafficking ring; drug ring; syndicate; criminal gang; criminal group; narcotics mafia"
    ),
    (.communalGroup, [], "tribe; clan; communal militia; ethnic group; tribal militia; mob; crowd"),
    (
      .government, [],
      "government; ministry; defense ministry; defence ministry; interior ministry; foreign ministry; health ministry; ministry of defense; ministry of defence; ministry of health; ministry of interior; regime; parliament; congress; senate; cabinet; presidency; authority; court; supreme court; embassy; consulate; municipality; city council; council; junta; administration; department; fire department; fire agency; fire service; civil aviation authority; aviation authority; prosecutor's office; attorney general's office; mayor's office; governor's office; commission; agency; emergency service; intelligence service; secret service; secret police; intelligence agency; intelligence department; bureau; state department; white house; kremlin; pentagon; health department; medical center; public safety department"
    ),
    (
      .party, [],
      "party; political party; opposition; coalition party; movement; alliance; front; union; federation; confederation; labor union; workers union; student union"
    ),
    (
      .media, [],
      "news agency; newspaper; daily; radio; radio station; television; television station; tv channel; channel; news channel; broadcaster; magazine; wire service; media; state media; local media; state television; state tv; press; website; social media; news source; local news source; news website; news outlet; telegram channel; monitor; monitoring group; war monitor; analyst group"
    ),
    (
      .organisation, [],
      "organization; organisation; group; team; committee; foundation; association; institute; observatory; united nations; red cross; red crescent; human rights group; rights group; aid agency; charity; church group; crew; search team; rescue team; hospital; security service; service; emergency services; unit; squad; commission of inquiry; network; source; command; center; university; club"
    ),
    (
      .company, [],
      "company; firm; corporation; airline; airlines; operator; contractor; enterprise; subsidiary; bank branch; shipping company; oil company; railway company"
    ),
  ]
}

/// Structures, vehicles and places.
enum ThingTable {
  static func add(to builder: inout LexiconBuilder) {
    for (classes, list) in rows {
      builder.nouns(list) { LexemeDraft(lemma: $0, classes: classes) }
    }
  }

  private static let rows: [(WordClass, String)] = [
    (
      .structure,
      "building; house; home; residence; apartment; flat; apartment building; office; office building; headquarters; headquarter; store; shop; supermarket; market; marketplace; bazaar; mall; shopping mall; shopping center; restaurant; bar; cafe; nightclub; club; disco; discotheque; hotel; hostel; motel; brothel; bank; branch; bank branch; school; college; university; campus; hospital; clinic; pharmacy; drugstore; church; cathedral; chapel; mosque; temple; synagogue; monastery; convent; shrine; cemetery; embassy; consulate; chancery; mission; station; police station; fire station; gas station; service station; railway station; train station; bus station; metro station; power station; substation; power plant; electrical substation; plant; factory; mill; refinery; warehouse; depot; fuel depot; oil depot; arms depot; ammunition depot; tank farm; barracks; base; military base; air base; airbase; naval base; garrison; post; police post; border post; military post; checkpoint; roadside checkpoint; outpost; camp; refugee camp; compound; facility; military facility; installation; military installation; oil installation; tower; power tower; electricity tower; high-tension tower; high-voltage tower; transmission tower; radio tower; pylon; power pylon; pole; light pole; power pole; telephone pole; power line; transmission line; high-voltage line; line; telephone line; cable; transformer; pipeline; oil pipeline; gas pipeline; trans-andean oil pipeline; oil field; oil well; well; aqueduct; dam; bridge; highway bridge; footbridge; railway bridge; pillar; tunnel; road; highway; runway; airstrip; airport; port; harbor; harbour; pier; terminal; railway; railroad; rail line; railway track; track; ministry; palace; presidential palace; government palace; town hall; city hall; municipal building; council building; courthouse; court; prison; jail; penitentiary; library; museum; theater; theatre; opera house; cinema; stadium; studio; radio station; television station; newspaper office; printshop; printing press; press; farm; ranch; estate; plantation; mansion; villa; chalet; shack; hut; granary/granaries; barn; shed; garage; parking lot; booth; telephone booth; toll booth; tollbooth; kiosk; stand; table; polling station; polling place; ballot box; establishment; commercial establishment; business establishment; business; property; premise/premises; dealership; agency; travel agency; laboratory; workshop; wall; window; windowpane; door; gate; roof; facade; front; statue; monument; memorial; structure; block; crater; park; square; water tank; fuel tank; storage tank; communications system; transportation system; telephone exchange; electrical system; power system; power grid; electricity network; telephone network; communications center; institution; center; cultural center; community center; party headquarters; union headquarters; convenience store; grocery store; department store; residential building; residential area; high-rise; skyscraper; greenhouse; infrastructure; critical infrastructure; energy facility; kindergarten; garden; tent; container; silo; elevator; grain elevator; air defense system; radar; command post; position; military position; bunker; trench; tire; windshield; archive; record; crop; livestock; cattle"
    ),
    (
      [.structure, .vehicle],
      "bus/buses; minibus/minibuses; car; truck; vehicle; van; taxi; motorcycle; motorbike; bicycle; jeep; pickup; pickup truck; tanker truck; lorry; ambulance; police car; patrol car; patrol vehicle; police vehicle; military vehicle; army vehicle; military truck; armored vehicle; armoured vehicle; armored car; personnel carrier; armored personnel carrier; tank; humvee; automobile; tractor; dump truck; dumptruck; fire engine; fire truck; coach; school bus; passenger bus; motorcade; convoy; caravan; trailer; fuel tanker; oil tanker truck; police van; rickshaw; auto-rickshaw; limousine; microbus"
    ),
    (
      [.structure, .vehicle, .train],
      "train; freight train; passenger train; cargo train; tram; locomotive; railcar; wagon; carriage; express train; subway train; commuter train; metro train; rail car"
    ),
    (
      [.structure, .vehicle, .ship],
      "ship; tourist ship; boat; ferry; vessel; cargo ship; tanker; oil tanker; freighter; fishing boat; trawler; yacht; warship; submarine; frigate; destroyer; cruise ship; barge; tug; tugboat; speedboat; patrol boat; canoe; container ship; bulk carrier; river cruise ship; catamaran; dinghy; passenger ferry; landing ship; cruiser"
    ),
    (
      [.structure, .vehicle, .aircraft],
      "plane; aeroplane; airplane; aircraft/aircraft; airliner; jet; fighter jet; warplane; bomber plane; fighter; jetliner; light aircraft; cargo plane; passenger plane; military plane; transport plane; fighter plane; war plane; combat aircraft; private plane; small plane; bomber aircraft; passenger jet; attack aircraft; military aircraft; glider; cessna; boeing; airbus; gunship; flight"
    ),
    (
      [.structure, .vehicle, .aircraft], "helicopter; chopper; military helicopter; helicopter gunship; army helicopter"
    ),
    (
      .place,
      "village; town; city; district; province; department; region; state; country; county; municipality; neighborhood; neighbourhood; area; zone; suburb; sector; township; hamlet; settlement; capital; border; coast; island; river; lake; sea; ocean; mountain; hill; valley; forest; field; desert; street; avenue; intersection; corner; jurisdiction; territory; outskirts; peninsula; canton; oblast; republic; prefecture; community; slum; barrio; plaza; place; site; scene; location; stretch; water; open area; cantonment; line of control; rural area; farmland; ground; land; gulf; strait; bay; canal; stream; beach; kilometer; kilometre; km; mile; meter; metre"
    ),
  ]
}

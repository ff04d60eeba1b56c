/// Munitions and weapons by the model's class. The list is our own.
enum MunitionTable {
  static func add(to builder: inout LexiconBuilder) {
    for (name, list) in rows {
      builder.nouns(list) { LexemeDraft(lemma: $0, classes: [.munition], munitionClass: name) }
    }
  }

  private static let rows: [(String, String)] = [
    (
      "aerialBomb",
      "aerial bomb; barrel bomb; aircraft bomb; gravity bomb; aircraft munition; air-dropped bomb; dumb bomb; vacuum bomb; phosphorus bomb; bunker buster; aviation bomb; high-explosive bomb; napalm bomb"
    ),
    (
      "glideBomb",
      "glide bomb; guided bomb; guided aerial bomb; planning bomb; laser-guided bomb; smart bomb; jdam; umpk; gliding bomb; kab; guided air bomb"
    ),
    (
      "cruiseMissile",
      "cruise missile; kalibr; kalibr missile; kalibr cruise missile; tomahawk; tomahawk missile; storm shadow; storm shadow missile; scalp; taurus; iskander-k; zircon; zirkon; kinzhal; oniks; onyx; neptune missile; harpoon; harpoon missile; exocet; exocet missile; silkworm; flamingo missile; kh-101 missile; anti-ship missile; brahmos; babur; quds missile"
    ),
    (
      "ballisticMissile",
      "ballistic missile; iskander; iskander missile; iskander-m; scud; scud missile; tochka; tochka-u; tochka-u missile; atacms; atacms missile; burkan; fateh-110; zolfaghar; shahab; hwasong; kn-23; oreshnik; intercontinental ballistic missile; icbm; badr-1; qiam; sejjil; emad; hypersonic missile; jericho; hrim"
    ),
    (
      "missile",
      "missile; antitank missile; anti-tank missile; antiaircraft missile; anti-aircraft missile; surface-to-air missile; sam; guided missile; air-to-surface missile; air-to-ground missile; hellfire missile; hellfire; javelin; kornet; tow missile; stinger; stinger missile; s-300; s-300 missile; s-400; s-400 missile; buk; buk missile; patriot; patriot missile; interceptor; interceptor missile; manpads; nlaw; spike missile; projectile; sam-7; himars missile; redeye; interceptor rocket"
    ),
    (
      "rocket",
      "rocket; katyusha; katyusha rocket; qassam; qassam rocket; grad; grad rocket; smerch; uragan; tornado-s; himars; himars rocket; multiple rocket launcher; rocket-propelled grenade; rpg; rpg-7; rpg-2; rocket launcher; rocket grenade; bazooka; bm-21; bm-27; bm-30; law rocket; congreve; 107mm rocket; 122mm rocket; fadjr; fajr-5; mlrs; tos-1; tos-1a; solntsepyok; light antitank weapon; barkan rocket; m-72 rocket"
    ),
    (
      "shell",
      "shell; artillery shell; artillery; howitzer; tank shell; artillery round; artillery piece; self-propelled gun; field gun; cannon; cannon fire; heavy artillery; artillery fire; 155mm shell; tank fire; caesar; krasnopol; excalibur"
    ),
    (
      "mortar",
      "mortar; mortar shell; mortar round; mortar bomb; mortar fire; mortar grenade; 82mm mortar; 120mm mortar; 81mm mortar; 60mm mortar"
    ),
    (
      "drone",
      "drone; unmanned aerial vehicle; uav; shahed; shahed drone; shahed-136; shahed-131; geran; geran-2; lancet; bayraktar; bayraktar tb2; tb2; reaper; mq-9; predator; quadcopter; fpv drone; fpv; kamikaze drone; attack drone; loitering munition; combat drone; suicide drone; naval drone; sea drone; mavic; orlan; orlan-10; switchblade; harop; samad; mohajer; uas; ucav; explosive drone; explosive-laden drone; hermes"
    ),
    (
      "grenade",
      "grenade; hand grenade; fragmentation grenade; grenade launcher; stun grenade; rifle grenade; smoke grenade; tear gas grenade; homemade grenade; m-79 grenade; agl"
    ),
    (
      "landmine",
      "landmine; land mine; mine; antipersonnel mine; anti-personnel mine; antitank mine; anti-tank mine; claymore; claymore mine; booby trap; booby-trap; boobytrap; explosive trap; pressure plate"
    ),
    (
      "ied",
      "ied; improvised explosive device; roadside bomb; pipe bomb; explosive device; homemade bomb; bomb; dynamite; dynamite stick; stick of dynamite; dynamite charge; charge; dynamite attack; explosive charge; explosive; plastic explosive; high explosive; explosives; powerful bomb; time bomb; petrol can bomb; package bomb; parcel bomb; letter bomb; crude bomb; cocktail bomb; plastic bomb; c-4; tnt; semtex; anfo; gelignite; explosive vest; suicide vest; suicide belt; explosive belt; bomb vest; device; cracker; explosive artifact; explosive material; explosive package; kg of dynamite; kilograms of dynamite; kilos of dynamite; pressure cooker bomb; magnetic bomb; sticky bomb; nail bomb; remote-controlled bomb; letter-bomb; briefcase bomb; catapult bomb; dynamite bomb"
    ),
    (
      "vehicleBomb",
      "car bomb; car-bomb; carbomb; truck bomb; vehicle bomb; vbied; svbied; car packed with explosives; motorcycle bomb; van bomb; explosive-laden vehicle; car loaded with explosives; truck loaded with explosives; suicide car bomb; bicycle bomb; truck bombing"
    ),
    ("cluster", "cluster bomb; cluster munition; cluster rocket; bomblet; submunition"),
    (
      "incendiary",
      "incendiary bomb; firebomb; fire bomb; molotov cocktail; molotov; petrol bomb; gasoline bomb; napalm; white phosphorus; incendiary device; incendiary munition; gasoline; thermite; incendiary"
    ),
    ("torpedo", "torpedo"),
    ("navalMine", "naval mine; sea mine; limpet mine"),
    (
      "chemical",
      "chemical weapon; chlorine; sarin; nerve agent; mustard gas; poison gas; vx; novichok; tear gas; toxic gas; chlorine gas"
    ),
    (
      "smallArms",
      "gun; rifle; assault rifle; pistol; handgun; revolver; machinegun; machine gun; machine-gun; submachine gun; submachinegun; shotgun; sniper rifle; heavy machine gun; firearm; small arm/small arms; bullet; gunshot; automatic weapon; semiautomatic weapon; automatic rifle; kalashnikov; carbine; uzi; uzi submachine gun; galil; ak-47; ak-74; akm; ak-47 rifle; ak-47 assault rifle; m-16; m16; m-16 rifle; m16 rifle; m-60; m-60 machinegun; ar-15; g-3; g-3 rifle; fal; fal rifle; glock; beretta; winchester; mauser; 9-mm pistol; 38-caliber revolver; 9-mm submachine gun; ingram; 50-caliber machinegun; pkm; dshk; large-caliber weapon; weapon; high-powered weapon; long-range weapon; heavy weapon; automatic gun; machinegun fire; gunfire; rebel fire; machinegun burst; light weapon; medium weapon; pump-action shotgun; 45-caliber pistol; air gun; crossbow; catapult; high-caliber weapon"
    ),
    (
      "blade",
      "knife/knives; machete; sword; axe; hatchet; dagger; bayonet; cleaver; sharp weapon; sharp object; spear; arrow; panga; blade; screwdriver; stabbing weapon; ice pick"
    ),
    (
      "other",
      "stone; rock; club; stick; brick; iron rod; flamethrower; acid; poison; baton; pellet gun; slingshot; munition; ammunition; warhead; ordnance; unexploded ordnance; payload; shrapnel"
    ),
  ]
}

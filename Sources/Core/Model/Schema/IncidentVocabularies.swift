extension Schema {
  static let incidentVocabularies = [
    VocabularyDeclaration(
      "RecordType", [("report", "a report"), ("incident", "an incident"), ("tombstone", "a tombstone")]),
    VocabularyDeclaration(
      "Stage",
      [
        ("occurred", "it happened"), ("attempted", "it was tried and failed"), ("threatened", "somebody threatened it"),
        ("thwarted", "somebody stopped it"), ("falseAlarm", "it did not happen"), ("planned", "it is planned"),
        ("cancelled", "it was planned and called off"), ("exercise", "it was an exercise"), ("unknown", "not known"),
      ]),
    VocabularyDeclaration(
      "PartOfDay",
      [
        ("night", "the dark hours"), ("earlyMorning", "about dawn"), ("morning", "until noon"),
        ("midday", "about noon"),
        ("afternoon", "after noon"), ("evening", "about dusk and after"), ("lateEvening", "before midnight"),
      ]),
    VocabularyDeclaration(
      "TimeZoneBasis",
      [
        ("stated", "the source says it"), ("place", "the place has only that one"),
        ("assumed", "taken from what the caller said"),
      ]),
    VocabularyDeclaration(
      "PlaceRole",
      [
        ("scene", "where it happened"), ("impact", "where something came down"), ("target", "what was hit on purpose"),
        ("intendedTarget", "what was meant"), ("origin", "where somebody or something came from"),
        ("launch", "where it was fired"), ("release", "where it was dropped"), ("route", "what it passed"),
        ("vicinity", "what lies near"),
      ]),
    VocabularyDeclaration(
      "PlaceRelation",
      [
        ("at", "at it"), ("in", "within it"), ("near", "near it"), ("between", "between the two"),
        ("along", "along it"), ("towards", "in its direction"), ("from", "away from it"),
      ]),
    VocabularyDeclaration(
      "PlacePrecision",
      [
        ("exact", "the very spot"), ("near", "near a named place"), ("settlement", "a town or village"),
        ("admin3", "the third administrative level"), ("admin2", "the second"), ("admin1", "the first"),
        ("region", "a named area"), ("country", "the country"), ("line", "along a line"),
        ("water", "at sea or on a lake"),
        ("unknown", "not known"),
      ]),
    VocabularyDeclaration(
      "PlaceBasis",
      [
        ("source", "the source says it"), ("gazetteer", "looked up by name"), ("geocoded", "reckoned by a geocoder"),
        ("assumed", "assumed"),
      ]),
    VocabularyDeclaration(
      "Intent",
      [
        ("deliberate", "meant"), ("accidental", "not meant"), ("negligent", "not meant, and avoidable"),
        ("disputed", "the sources contradict each other"), ("unknown", "not known"),
      ]),
    VocabularyDeclaration(
      "ParticipantKind", open: true,
      [
        ("state", "a state"), ("government", "a government"), ("armedForces", "armed forces"), ("police", "police"),
        ("militia", "a militia"), ("rebelGroup", "a rebel group"), ("communalGroup", "an ethnic or communal group"),
        ("criminalGroup", "a criminal group"), ("party", "a political party"), ("company", "a company"),
        ("organisation", "another organisation"), ("media", "media"), ("civilians", "civilians"),
        ("person", "a person"),
        ("unidentified", "nobody knows who"),
      ]),
    VocabularyDeclaration(
      "ParticipantRole",
      [
        ("operator", "worked the weapon or vehicle"), ("perpetrator", "did it"), ("target", "was aimed at and hit"),
        ("victim", "suffered from it"), ("intendedTarget", "was aimed at"), ("claimant", "says that it did it"),
        ("accused", "is said to have done it"), ("responder", "came to help"), ("witness", "saw it"),
        ("organiser", "called for it"), ("associate", "belongs to a party"),
        ("party", "took part, direction not stated"),
      ]),
    VocabularyDeclaration(
      "Certainty",
      [
        ("stated", "the source says it as a fact"), ("inferred", "we conclude it"), ("alleged", "somebody says it"),
        ("disputed", "somebody denies it"), ("unknown", "not known"),
      ]),
    VocabularyDeclaration(
      "MunitionClass", open: true,
      [
        ("aerialBomb", "a bomb dropped from the air"), ("glideBomb", "a bomb that glides"),
        ("cruiseMissile", "a cruise missile"), ("ballisticMissile", "a ballistic missile"),
        ("missile", "another missile"),
        ("rocket", "an unguided rocket"), ("shell", "a shell of a gun or howitzer"), ("mortar", "a mortar round"),
        ("drone", "a drone that attacks"), ("grenade", "a grenade"), ("landmine", "a land mine"),
        ("ied", "an improvised explosive device"), ("vehicleBomb", "a bomb in a vehicle"),
        ("cluster", "a cluster munition"),
        ("incendiary", "an incendiary"), ("torpedo", "a torpedo"), ("navalMine", "a naval mine"),
        ("chemical", "a chemical agent"), ("smallArms", "a gun that one person carries"), ("blade", "a knife or sword"),
        ("other", "something else"), ("unknown", "not known"),
      ]),
    VocabularyDeclaration(
      "MunitionState",
      [
        ("detonated", "it went off"), ("unexploded", "it did not"), ("partial", "it went off in part"),
        ("intercepted", "it was stopped"), ("unknown", "not known"),
      ]),
    VocabularyDeclaration(
      "HarmStatus",
      [
        ("reported", "harm is reported"), ("none", "the source says that there was none"),
        ("unknown", "the source says that it does not know"),
        ("unstated", "the source prints a number that nobody affirms, such as the 0 of a table"),
      ]),
    VocabularyDeclaration(
      "Outcome",
      [
        ("killed", "dead"), ("wounded", "hurt"), ("missing", "not found"), ("detained", "held by an authority"),
        ("abducted", "taken away"), ("displaced", "driven from home"), ("affected", "otherwise concerned"),
      ]),
    VocabularyDeclaration(
      "CasualtyGroup", open: true,
      [
        ("civilian", "civilians"), ("combatant", "fighters"), ("military", "soldiers"), ("police", "police"),
        ("aidWorker", "aid workers"), ("journalist", "journalists"), ("child", "children"), ("unknown", "not known"),
      ]),
    VocabularyDeclaration(
      "DamageExtent",
      [
        ("minor", "slight"), ("moderate", "can be mended"), ("severe", "hardly to be mended"), ("destroyed", "lost"),
        ("unknown", "not known"),
      ]),
    VocabularyDeclaration(
      "RelationKind",
      [
        ("partOf", "is a part of it"), ("causes", "brought it about"), ("causedBy", "was brought about by it"),
        ("followUpTo", "came after it"), ("sameSeries", "belongs to the same series"), ("duplicateOf", "is the same"),
        ("contradicts", "cannot both be"), ("related", "has to do with it"),
      ]),
    VocabularyDeclaration(
      "VerificationStatus",
      [
        ("unverified", "nobody has checked"), ("partly", "in part"), ("verified", "checked and found right"),
        ("disputed", "checked with differing results"), ("refuted", "checked and found wrong"),
      ]),
    VocabularyDeclaration(
      "VerificationMethod", open: true,
      [
        ("geolocation", "the place was found from pictures"), ("chronolocation", "the time was found from pictures"),
        ("official", "an authority confirmed it"), ("multipleSources", "independent sources agree"),
        ("onSite", "somebody went there"), ("imagery", "pictures show it"),
      ]),
  ]
}

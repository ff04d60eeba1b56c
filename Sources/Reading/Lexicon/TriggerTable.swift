/// The words that tell of incidents: verbs and nouns by frame and kind.
enum TriggerTable {
  static func add(to builder: inout LexiconBuilder) {
    for row in rows {
      builder.verbs(row.verbs) {
        LexemeDraft(
          lemma: $0, classes: [.trigger],
          verbTrigger: TriggerSense(frame: row.frame, kind: row.kind, isStrong: row.isStrong))
      }
      builder.nouns(row.nouns) {
        LexemeDraft(
          lemma: $0, classes: [.trigger],
          nounTrigger: TriggerSense(frame: row.frame, kind: row.kind, isStrong: row.isStrong))
      }
    }
    builder.nouns(anaphors) { LexemeDraft(lemma: $0, classes: [.eventAnaphor]) }
  }

  private struct Row {
    let frame: EventFrame
    let kind: IncidentKind
    var isStrong = true
    var verbs = ""
    var nouns = ""
  }

  /// Nouns that take up an event without naming its kind.
  private static let anaphors =
    "incident; event; tragedy; occurrence; mistake; episode; crime; deed; disaster; action; operation; accident; case; violence"

  private static let rows: [Row] = [
    Row(
      frame: .attack, kind: .attack, verbs: "attack; assault; ambush; storm; raid; assail",
      nouns:
        "attack; assault; ambush; raid; terrorist attack; terror attack; incursion; onslaught; terrorist action; terrorist act"
    ),
    Row(
      frame: .attack, kind: .airStrike, verbs: "airstrike; carpet-bomb",
      nouns:
        "airstrike; air strike; air-strike; air raid; airraid; air attack; aerial attack; aerial bombardment; aerial bombing; bombing raid; warplane attack; barrel bomb attack; air bombardment; barrel bombing"
    ),
    Row(
      frame: .attack, kind: .missile,
      nouns: "missile strike; missile attack; rocket and missile attack; ballistic missile attack"),
    Row(
      frame: .attack, kind: .drone, verbs: "drone",
      nouns: "drone strike; drone attack; uav strike; uav attack; drone raid"),
    Row(
      frame: .attack, kind: .rocket,
      nouns: "rocket attack; rocket fire; rocket strike; rocket barrage; rocket launch; katyusha attack"),
    Row(
      frame: .attack, kind: .shelling, verbs: "shell; bombard; mortar",
      nouns:
        "shelling; bombardment; mortar attack; mortar fire; artillery fire; artillery attack; artillery strike; artillery shelling; shellfire; mortar shelling; tank fire; artillery bombardment; barrage; rebel fire; mortar strike"
    ),
    Row(
      frame: .attack, kind: .bombing, verbs: "bomb; dynamite; blow/blew/blown up; firebomb; blast",
      nouns:
        "bombing; bomb attack; dynamite attack; bomb explosion; explosive attack; bomb blast; bombing attack; blowing up; grenade explosion; dynamiting; dynamite explosion"
    ),
    Row(
      frame: .attack, kind: .suicideBombing,
      nouns:
        "suicide bombing; suicide attack; suicide bomb attack; suicide blast; suicide bombing attack; suicide explosion"
    ),
    Row(
      frame: .attack, kind: .vehicleBombing,
      nouns:
        "car bombing; truck bombing; car bomb attack; car bomb explosion; car-bomb attack; car bomb blast; truck bomb attack; vehicle bombing"
    ),
    Row(frame: .attack, kind: .grenade, nouns: "grenade attack; cracker attack"),
    Row(frame: .attack, kind: .mine, nouns: "mine explosion; landmine explosion; mine blast; landmine blast"),
    Row(
      frame: .attack, kind: .improvisedDevice,
      nouns: "ied attack; ied blast; ied explosion; roadside bombing; roadside bomb attack; roadside bomb blast"),
    Row(
      frame: .explode, kind: .bombing,
      verbs: "explode; detonate; go/went/gone off; set+/set/set off; blow/blew/blown; burst/burst/burst; activate",
      nouns: "explosion; blast; detonation"),
    Row(
      frame: .land, kind: .force, isStrong: false,
      verbs:
        "fall/fell/fallen; land; touch down; come/came/come down; crash-land; crash land; go/went/gone down; plunge; rain; rain down"
    ),
    Row(
      frame: .launch, kind: .force, isStrong: false,
      verbs:
        "launch; fire; drop+; hurl; throw/threw/thrown; lob+; toss; plant; place; deposit; release; discharge; detonate; rig+; install; leave/left/left; launch into; put+/put/put",
      nouns: "emergency discharge; accidental discharge; accidental release; emergency release"),
    Row(
      frame: .shoot, kind: .shooting,
      verbs:
        "open fire; gun+ down; shoot/shot/shot; shoot/shot/shot at; strafe; machine-gun+; fire on; fire upon; fire at; shoot/shot/shot up; machinegun+; riddle; exchange fire; fire into; shoot/shot/shot down; snipe",
      nouns:
        "shooting; gunfire; gun attack; armed attack; drive-by shooting; mass shooting; strafing; gunshot; shootout; shoot-out; machinegunning; firing"
    ),
    Row(
      frame: .strike, kind: .force, isStrong: false,
      verbs:
        "strike/struck/struck; hit+/hit/hit; target; slam+ into; ram+; plow into; plough into; smash into; pound; impact; slam+"
    ),
    Row(frame: .attack, kind: .airStrike, isStrong: false, nouns: "strike"),
    Row(
      frame: .kill, kind: .killing, isStrong: false,
      verbs:
        "kill; slay/slew/slain; shoot/shot/shot dead; shoot/shot/shot and kill/killed/killed; behead; execute; lynch; hack to death; shoot/shot/shot to death; decapitate; liquidate; beat/beat/beaten to death; stab+ to death; martyr; burn to death",
      nouns: "killing; execution; beheading; lynching; slaying"),
    Row(frame: .kill, kind: .killing, verbs: "murder; strangle", nouns: "murder; homicide"),
    Row(frame: .kill, kind: .assassination, verbs: "assassinate", nouns: "assassination; assasination"),
    Row(
      frame: .kill, kind: .massacre, verbs: "massacre; slaughter", nouns: "massacre; slaughter; bloodbath; mass killing"
    ),
    Row(
      frame: .wound, kind: .attack, isStrong: false,
      verbs:
        "wound; injure; hurt/hurt/hurt; maim; beat/beat/beaten; torture; rape; harm; burn; sexually assault; assault",
      nouns: "beating; rape; torture"),
    Row(
      frame: .die, kind: .killing, isStrong: false,
      verbs:
        "die; perish; drown; lose/lost/lost his life; lose/lost/lost their lives; lose/lost/lost her life; succumb; find/found/found dead"
    ),
    Row(
      frame: .abduct, kind: .abduction,
      verbs:
        "kidnap+; abduct; take/took/taken hostage; hold/held/held hostage; forcibly recruit; forcibly take/took/taken; seize hostages",
      nouns: "kidnapping; abduction; hostage-taking; kidnaping; hostage taking; forced disappearance"),
    Row(
      frame: .attack, kind: .stabbing, verbs: "stab+; knife; hack",
      nouns: "stabbing; knife attack; stabbing attack; machete attack; knifing; axe attack"),
    Row(
      frame: .attack, kind: .vehicleAttack,
      nouns: "car ramming; vehicle ramming; truck attack; ramming attack; car-ramming attack; vehicle attack; ramming"),
    Row(
      frame: .clash, kind: .clash,
      verbs: "clash; battle; exchange gunfire; fight/fought/fought; skirmish; exchange fire; trade fire",
      nouns:
        "clash; firefight; gunfight; gun battle; gunbattle; skirmish; armed clash; exchange of fire; exchange of gunfire; armed confrontation; encounter; combat; confrontation; fighting; crossfire; battle"
    ),
    Row(
      frame: .destroy, kind: .sabotage, isStrong: false,
      verbs:
        "destroy; demolish; raze; level; wreck; knock down; tear/tore/torn down; shatter; gut+; cut down; topple; down; sabotage; sever; dynamite",
      nouns: "destruction; demolition; sabotage; sabotage action"),
    Row(
      frame: .damage, kind: .sabotage, isStrong: false, verbs: "damage; vandalize; vandalise; ransack; loot",
      nouns: "vandalism; looting"),
    Row(
      frame: .burn, kind: .arson,
      verbs:
        "set+/set/set fire to; set+/set/set on fire; set+/set/set ablaze; torch; burn down; set+/set/set alight; burn/burned/burned; put+/put/put to the torch",
      nouns: "arson; arson attack; burning; firebombing; torching"),
    Row(frame: .burn, kind: .fire, verbs: "catch/caught/caught fire", nouns: "blaze; inferno; wildfire"),
    Row(frame: .rob, kind: .robbery, isStrong: false, verbs: "steal/stole/stolen", nouns: "theft"),
    Row(
      frame: .rob, kind: .robbery, verbs: "rob+; hold/held/held up",
      nouns: "robbery; holdup; hold-up; heist; bank robbery; armed robbery"),
    Row(
      frame: .hijack, kind: .hijacking, verbs: "hijack; skyjack; commandeer; carjack",
      nouns: "hijacking; skyjacking; hijack; carjacking"),
    Row(
      frame: .crash, kind: .accident, verbs: "crash; crash into; crash landing; ditch",
      nouns:
        "crash; crash landing; pileup; pile-up; road accident; traffic accident; car accident; car crash; bus accident"),
    Row(
      frame: .crash, kind: .aviationAccident, verbs: "nosedive; crash-land",
      nouns:
        "plane crash; air crash; jet crash; airplane crash; aircraft crash; plane accident; air disaster; airline crash"
    ),
    Row(frame: .crash, kind: .helicopterAccident, nouns: "helicopter crash; chopper crash; helicopter accident"),
    Row(
      frame: .crash, kind: .railAccident,
      nouns: "train crash; train accident; rail accident; rail crash; train collision; train wreck; rail disaster"),
    Row(
      frame: .crash, kind: .derailment,
      verbs: "derail; jump the tracks; leave/left/left the rails; come/came/come off the rails",
      nouns: "derailment; train derailment"),
    Row(
      frame: .crash, kind: .shipAccident,
      verbs: "capsize; sink/sank/sunk; run+/ran/run aground; founder; overturn; keel over",
      nouns:
        "sinking; shipwreck; capsizing; boat accident; ferry accident; ferry disaster; ship accident; boat capsize; grounding"
    ),
    Row(frame: .crash, kind: .collision, verbs: "collide; ram+ into", nouns: "collision; head-on collision"),
    Row(
      frame: .collapse, kind: .collapse, verbs: "collapse; cave in; give/gave/given way",
      nouns: "collapse; building collapse; bridge collapse; cave-in; dam failure; bridge failure"),
    Row(
      frame: .demonstrate, kind: .riot, verbs: "riot",
      nouns: "riot; rioting; mob violence; violent demonstration; disturbance; riots; unrest; clashes with police"),
    Row(
      frame: .demonstrate, kind: .protest, isStrong: false,
      verbs: "protest; demonstrate; rally; stage a protest; hold/held/held a protest; gather",
      nouns: "protest; demonstration; rally; sit-in; march; protest march; hunger strike; vigil"),
    Row(
      frame: .demonstrate, kind: .workStoppage, isStrong: false,
      nouns: "forced work stoppage; transportation stoppage; armed strike; traffic ban; transportation ban"),
    Row(
      frame: .detain, kind: .development, isStrong: false,
      verbs: "arrest; detain; capture; imprison; jail; take/took/taken into custody; round up; seize",
      nouns: "arrest; detention; capture; seizure"),
    Row(frame: .displace, kind: .development, isStrong: false, verbs: "displace; evict", nouns: "displacement"),
  ]
}

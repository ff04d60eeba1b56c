/// Frequent verbs without a meaning for incidents: they end noun groups and head clauses of their own.
enum CommonVerbTable {
  static func add(to builder: inout LexiconBuilder) {
    builder.verbs(verbs) { LexemeDraft(lemma: $0) }
  }

  private static let verbs = """
    take/took/taken; go/went/gone; come/came/come; make/made/made; get+/got/got; give/gave/given; find/found/found; know/knew/known; see/saw/seen; think/thought/thought;
    become/became/become; begin+/began/begun; bring/brought/brought; build/built/built; buy/bought/bought; catch/caught/caught; choose/chose/chosen; drive/drove/driven; eat/ate/eaten;
    feel/felt/felt; flee/fled/fled; fly/flew/flown; forget+/forgot/forgotten; grow/grew/grown; hear/heard/heard; hide/hid/hidden; hold/held/held; keep/kept/kept; lead/led/led;
    leave/left/left; let+/let/let; lie/lay/lain; lose/lost/lost; mean/meant/meant; meet/met/met; pay/paid/paid; put+/put/put; read/read/read; ride/rode/ridden; ring/rang/rung;
    rise/rose/risen; run+/ran/run; seek/sought/sought; sell/sold/sold; send/sent/sent; set+/set/set; show/showed/shown; sit+/sat/sat; sleep/slept/slept; spend/spent/spent; stand/stood/stood;
    stick/stuck/stuck; teach/taught/taught; tear/tore/torn; understand/understood/understood; wear/wore/worn; win+/won/won; withdraw/withdrew/withdrawn; write/wrote/written; break/broke/broken;
    accept; achieve; act; add; agree; allow; appear; apply; approve; arrive; ask; assist; attempt; attend; avoid; base; belong; call; capture; carry; cause; change; claim; close; cross; collect; comment; commit+;
    complete; condemn; conduct; confront; consider; contain; continue; control+; cover; create; decide; declare; defend; demand; deploy; describe; determine; develop; die; direct; discover; discuss;
    dress; drop+; enter; escape; establish; exchange; exist; expect; express; face; fail; favor; finish; follow; force; form; gather; guard; happen; head; help; house; identify; impose; include; increase; indicate;
    inform; injure; intend; intercept; interview; investigate; involve; issue; join; last; launch; learn; live; locate; look; maintain; manage; march; mark; move; name; negotiate; notice; obtain; occupy; occur+;
    offer; open; operate; order; organize; pass; perform; permit+; plan+; play; point; prepare; present; prevent; print; produce; promise; protect; prove; provide; pull; push; reach; receive; recognize; recover; refer+; refuse;
    reject; release; remain; remember; remove; reopen; repeat; repel+; repulse; require; rescue; resign; resist; respond; result; return; reveal; review; sail; search; seem; separate; serve; share; sign; sound; spread/spread/spread;
    start; stage; state; stay; step+; stop+; study; suffer; support; surrender; surround; suspect; suspend; sustain; swear/swore/sworn; talk; testify; threaten; thank; touch; train; transfer+; transport; travel; treat; trigger; try;
    turn; use; visit; wait; walk; want; warn; watch; welcome; wish; work; worry; live; perpetrate; participate; patrol; plant; place; adopt; affect; aim; amount; answer; appoint; arm; assume; assure; attribute;
    believe; benefit; blame; block; board; celebrate; challenge; check; circulate; climb; combat; compare; concern; confess; consist; construct; convert; cooperate; cordon; cost/cost/cost; count; criticize; deal/dealt/dealt; dedicate; defeat;
    deliver; demonstrate; depart; depend; deserve; detect; disappear; dismiss; display; distribute; divide; elect; eliminate; emerge; employ; end; enable; enjoy; ensure; evacuate; examine; experience; explain; extend; fear; fight/fought/fought;
    free; fulfill; grant; guarantee; handle; hope; imply; improve; initiate; insist; inspect; install; intensify; introduce; invite; judge; justify; land; listen; load; monitor; need; note; object; observe; oppose; overthrow/overthrew/overthrown;
    own; park; photograph; post; practice; praise; press; proceed; propose; pursue; question; raise; react; realize; reduce; reflect; regard; register; relate; rely; renew; replace; represent; request; resolve; respect; restore; retain;
    retire; retreat; save; schedule; settle; shake/shook/shaken; shout; solve; speak/spoke/spoken; specify; succeed; suggest; summon; tell/told/told; throw/threw/thrown; total; transmit+; undergo/underwent/undergone; undertake/undertook/undertaken; urge; veer; view; violate; vote; regret+;
    carry out; take place; take off; set out; set off; take over; break out; break into; pick up; give up; set up; cordon off; drive off; run away; flee; go back; come back; descend; lead; head; bypass; originate; deny; host; weigh; measure; feature; stem+; crew; bind/bound/bound
    """
}

/** Blame put on anybody or anything else. */

const PARTIES = [
  ...'carrier courier bank airline manufacturer maker supplier vendor provider processor landlord insurer organiser organizer promoter wholesaler agency publisher network hotel driver rider restaurant kitchen merchant reseller seller partner contractor subcontractor customs registrar lab laboratory operator dealer distributor installer technician garage venue regulator retailer marketplace issuer host broker agent franchisee agency hub depot airport chef workshop printer cleaner studio guard surveyor assessor adjuster builder electrician plumber florist baker photographer translator telco isp importer factory designer box-office crew union league'.split(
    ' ',
  ),
  ...'stripe paypal klarna visa mastercard apple google microsoft amazon facebook dhl ups fedex hermes usps dpd gls evri'.split(
    ' ',
  ),
  'post office',
  'royal mail',
  'airline partner',
];
const COLLEAGUES = [
  ...'colleague coworker co-worker predecessor trainee intern rep salesperson sales billing finance accounting accounts logistics warehouse dispatch legal hr marketing engineering dev developer management manager boss supervisor headquarters hq corporate procurement compliance retention reception shipping payroll purchasing planning scheduling admin housekeeping maintenance underwriting admissions'.split(
    ' ',
  ),
  'head office',
  'back office',
  'front desk',
  'night shift',
  'call centre',
  'call center',
];

const some = (names: readonly string[]) => names.flatMap((name) => [name, `${name}s`]).join('|');
const whose = (names: readonly string[]) =>
  names.flatMap((name) => [`${name}'s`, `${name}s`, `${name} team's`, `${name} department's`]).join('|');

const AGAIN =
  '(just|simply|once again|again|always|constantly|clearly|sadly|unfortunately|still|once more|apparently|also)?';

/** What somebody else did wrong. Plain facts (lost, declined, scanned, delayed) are left out. */
const LET_DOWN =
  'messed|let us down|let you down|dropped the ball|screwed|botched|neglected|failed to|mishandled|refuses to|refused to|refuse to|insists|insist|insisted|keeps ignoring|keep ignoring|keeps losing|keep losing|keeps messing|keep messing|keeps making|keep making|is dragging|are dragging|was dragging|were dragging|should have (told|asked|checked|informed|rung|called|noticed|caught|warned|known|delivered|done|explained|mentioned|packed|handled|passed|read)|was supposed to|were supposed to|made a mistake|made the mistake|made an error|made a mess|got it wrong|got this wrong|got that wrong|gave you wrong|gave you the wrong|gave you incorrect|gave you bad|gave us the wrong|gave us wrong|told you wrong|told you the wrong|misinformed|misled|overpromised|never should|is to blame|are to blame|is at fault|are at fault|was at fault|were at fault|does not care|do not care|did not do (his|her|their|its)|forgot|never (told|informed|passed|sent|gave|answered|answer|answers|replied|reply|replies|bothered|got back)|did not (pass|tell|inform|bother|listen|read|do the|hand)|has not bothered|have not bothered|has us|have us|is being (slow|difficult|stubborn)|are being (slow|difficult|stubborn)|being (slow|difficult|stubborn) again|takes (forever|ages)|take (forever|ages)|took (forever|ages)|took (his|her|their|its) time';

const REFUSES =
  '(will|would|does|do|did|has|have) (simply|just|still)? not (let|allow us|allow me|allow it|permit us|permit me|permit it|release|budge|listen|share|tell us|give us|want us|want to|told us|given us|cooperate|make an exception|make exceptions|approve|agree|have it|hear of it|sign off)';

export const colleague = [
  '(i|we) (am|are) not (in charge|competent|the right (person|team|department|address|place))',
  'not (my|our) (department|area|desk|call|decision|job|team|remit|field|business|line)',
  'not (the)? (responsibility|job|task) of (our|my|this) (team|department|desk)',
  '(is|was|are) not (something|anything) (that)? (we|i) (handle|deal|decide|control|manage|do here|take care)',
  `(${whose(COLLEAGUES)}) (own)? (fault|mistake|error|decision|doing|problem|responsibility|job|call|matter|negligence|failure|oversight|mess|choice|department|idea)`,
  `(${some(COLLEAGUES)}) (team|department|people|guys|folks)? (has|have|had)? ${AGAIN} (${LET_DOWN})`,
  `(${some(COLLEAGUES)}) (team|department)? ${REFUSES}`,
  `(${some(COLLEAGUES)}) (team|department)? (has|have)? (decides|decide|decided|wants|wanted|ordered|insisted|told us (no|not)|said no|says no)`,
  `(fault|mistake|error|oversight|slip|failure|negligence) (by|of|from|at|in|on the part of) (the|our|my|a|one of our|one of my|another)? (new|former|junior|previous)? (${some(COLLEAGUES)})`,
  `(blame|ask|complain to|thank) (the|our|my)? (${some(COLLEAGUES)}) (for|about|instead|not me|not us)`,
  `(lies|lie|rests|sits) with (the|our|my) (new|former)? (${some(COLLEAGUES)})`,
  `(is|was) (entirely|all)? on (the|our|my) (new|former)? (${some(COLLEAGUES)})`,
  `(is|was) (down to|up to) (the|our|my) (${some(COLLEAGUES)})`,
  `you (will)? (have|need) to (contact|call|ask|speak to|speak with|talk to|write to|turn to) (the|our) (billing|finance|accounting|sales|shipping|logistics|legal|dispatch|payroll|returns|warehouse)`,
  '(whoever|someone|somebody) (else)? (in|from|at|on) (the|our|another|a different) (team|department|shift|office|branch|store|shop) ... (forgot|told|gave|promised|messed|failed|made|wrong|mistake|did not|should)',
  '(another|a different|the other|the previous|the last|the former) (agent|team|department|shift|colleague|branch|advisor|adviser|operator) (has|had|must have|clearly|apparently|probably)? (forgot|forgotten|told you wrong|gave you (wrong|the wrong|incorrect|bad)|messed|failed|made|misinformed|did not|should|neglected|promised|was wrong)',
  '(someone|somebody) (else)? (dropped the ball|messed up|screwed up|must have (forgotten|messed|missed)|forgot to)',
  '(mistakes|errors) were made',
  '(i|we) (keep|kept|have been) (on)? telling (them|him|her|the)',
  '(i|we) (only|just|merely) (work here|follow (orders|instructions|the)|do what|pass (it|this|things) on|answer the)',
  '(i|we) (do|did) not (make|set|write) (the|these|those|our) (rules|prices|policy|policies|decisions|decision|fees|terms|schedules|schedule|call)',
  `(${some(COLLEAGUES)}) (team|department|people|guys|folks|lot)? ... (oversold|broke it|broke this|broke that|mixed (it|this|that|them|up)|without (asking|telling|checking|informing)|can not be bothered|could not be bothered|had no idea|has no idea|have no idea)`,
  'the ... (team|department|people|guys|folks|lot|crowd|branch|shift) (has|have|had)? (again|once again|once more|simply|just|clearly)? (messed|mixed|screwed|botched|forgot|dropped the ball|let us down|let you down|should have|should never|refuse|refuses|insist|insists|failed to)',
  'without (asking|telling|consulting|informing|warning|checking with) (us|me|anyone here|anybody here)',
  '(i|we) (was|were|have been|am|are) (only|just|simply)? told (to|not to)',
  'if (it|that) (were|was) (only)? (up|down) to (me|us)',
  '(higher-ups|higher ups|powers that be|top brass|my superiors|the bosses|someone higher|over our heads|above our heads|over my head|came from above|orders from|people upstairs|from upstairs)',
  'decision (that)? (was|is|has been)? (made|taken|came|comes) (elsewhere|above|centrally|without|over|higher)',
  '(i was|i am|we were|we are|he is|she is) (fairly|quite|rather|still)? new here',
  '(i was|we were) not (here|on shift|in the room|involved)',
  'before my time',
  'that was not (me|us)',
  '(i|we) (did not|never) (say|write|promise|book|sell) (that|it|this|you)',
  `(it is|it was|that is|that was) (only|actually|really|simply)? (the|our|my) (new|other|old)? (${some(COLLEAGUES)}) (team|department)? (who|that)`,
  'whoever (told|sold|said|promised|packed|wrote|answered|entered|served|took|booked|did|made|set|handled)',
  '(above|beyond) my (pay grade|paygrade|station)',
  '(you have|you) (reached|got|contacted|called) the wrong (department|team|person|desk|office)',
];

export const partner = [
  // Nobody here
  'not (our|my) (own)? (fault|mistake|error|doing|responsibility|side|end|depot|choice|failure|duty)',
  'no (fault|mistake|doing) of (ours|mine|our own|us)',
  '(is|was|has|had|have) (absolutely|really)? (nothing|not anything) to do with (us|me|our)',
  '(we|i) (are|am|were) (simply|also|therefore)? not (responsible|liable|to blame|at fault|accountable|the ones|the one)',
  '(we|i) can not (be held|take|accept|assume|bear) (any)? (responsible|liable|accountable|responsibility|liability|blame|the blame)',
  '(we|i) (take|accept|assume|bear|have) no (responsibility|liability|blame|fault)',
  '(is|are|was|were|lies|lie|things) (completely|entirely|totally|unfortunately|simply|sadly|largely|really)? (out of|beyond|outside|outside of) (our|my) (hands|control|influence|power|reach|sphere)',
  'beyond (our|my) (control|influence|power)',
  '(our|my) hands are (tied|bound)',
  '(we|i) (have|had|get|got) (absolutely|really|sadly|unfortunately|simply|literally)? (no|zero|little|very little) (say|control|influence|power|leverage|authority|insight|visibility|means of) (in|over|on|to|of|into|with|here|there|how|what|about)',
  '(we|i) (have|had) (absolutely|really)? no (say|control|influence) $',
  '(we|i) (really|simply|just)? can not (really|simply|even)? (influence|control|overrule|override|force|make) (that|it|this|them|what|how|when|the|their|him|her)',
  '(is|was|are) not (up to|down to|on|because of|caused by) (us|me) !(to)',
  '(them|theirs|they) (and)? not (us|ours|me)',
  '(fault|mistake|decision|blame|problem|error) (and)? not (ours|mine)',
  '(belongs|belong|belonged) to (the|our|your|another|an|a|{any}) ... not (to)? us',
  // Somebody by name
  `(${whose(PARTIES)}) (own)? (fault|mistake|error|decision|doing|problem|responsibility|job|call|matter|negligence|failure|oversight|mess|choice|rules|shortcoming|incompetence|idea)`,
  `(${some(PARTIES)}) (has|have|had)? ${AGAIN} (${LET_DOWN})`,
  `(${some(PARTIES)}) (who|that|which) ... (${LET_DOWN})`,
  `(${some(PARTIES)}) ${REFUSES}`,
  `(${some(PARTIES)}) (has|have)? ${AGAIN} (decided|makes the|make the|made the|sets the|set the|dictates|dictate|told us no|said no|says no) !(in)`,
  `(${some(PARTIES)}) (is|are|was|were) (solely|fully|entirely|alone|the one|the ones)? (to blame|at fault|accountable|liable|responsible for (this|that|it|any|supporting|delays|damage|losses|late))`,
  `(${some(PARTIES)}) (is|are|was|were) (solely|fully|entirely|alone) responsible`,
  `(${some(PARTIES)}) ... (does|do|did|will|would) not (share|tell|disclose|give|explain) (its|their|the|any|us) ... (with)? (us|reasons|reason)`,
  `(fault|mistake|error|oversight|slip|failure|negligence|incompetence) (by|of|from|at|with|on the part of) (the|our|your|a|an|one of our)? (shipping|delivery|payment|external|third-party|local)? (${some(PARTIES)})`,
  `(fault|blame|responsibility|mistake|decision|problem|cause) (for this|for that|for it)? (lies|lay|rests|sits) (entirely|solely|squarely|purely|clearly|fully|only)? (with|at|on)`,
  `(is|was|one is) (entirely|solely|all|completely|purely)? (up to|down to) (the|our|your)? (shipping|delivery|payment)? (${some(PARTIES)})`,
  `(that|this|one|blame|all) (is|was) (entirely|solely|all|completely|purely)? on (the|our|your) (shipping|delivery|payment)? (${some(PARTIES)})`,
  `(that|this|it|one|all) (is|was) (entirely|solely|all|completely|purely|really|totally)? (on|down to|up to) them`,
  `(blame|complain to|thank) (the|our|your)? (shipping|delivery|payment)? (${some(PARTIES)})`,
  '(blame|complain to|take (it|this|that) up with) (them|him|her|somebody else|someone else)',
  `take (it|this|that) up with (the|your|our)? (${some(PARTIES)})`,
  `(between|matter for) you and (them|him|her|the (${some(PARTIES)})|your (${some(PARTIES)})|${some(PARTIES)})`,
  '(third party|third parties|third-party) (is|are|was|were|has|have) (to blame|at fault|responsible|messed|failed)',
  '(does|do|did|will|would) not (share|disclose|reveal|explain|give|tell) (us)? (its|their|the|any|his|her) (reasons|reason|reasoning|decision|decisions)',
  '(dropped|dropping) the ball',
  '(let|lets|letting) (us|me|everyone|everybody) down',
  '(messed|screwed) (up|it up|this up|that up|things up|everything up)',
  '(botched|bungled)',
  '(refuses|refuse|refused) to (pay|answer|talk|listen|tell|cooperate|refund|help|budge)',
  '(will|would|does|do|did) not (even|simply|just)? (let|allow|permit) (us|me)',
  '(forbids|prohibits|forbid|prohibit|prevents|prevent) (us|me)',
  '(we|i) (are|am|were|was|have been) (simply|just)? (forced|ordered|instructed) (to|by)',
  '(imposed|forced) (on|upon) us',
  '(we|i) (were|was|have been) (also|too|ourselves|myself)? (misinformed|misled|given (the)? (wrong|incorrect|false|bad)|kept in the dark|left in the dark|not told|not informed|never told|never informed)',
  '(nobody|no one) (told|informed|asked|warned|consulted) (us|me)',
  'inherited (this|the|that|it)',
  '(is|was|are|has been|have been) outsourced',
  `(question|matter|one) for (the|your|our)? (${some(PARTIES)}|${some(COLLEAGUES)}|them)`,
  `(${some(PARTIES)}|they) (is|are|was|were) (just|always|really|so|very|too|simply|again)? (slow|unreliable|hopeless|useless|overwhelmed|incapable|incompetent|sloppy|lazy|careless)`,
  '(fault|doing) of (the|our|an|another|a)',
  'not (us|me|ours) $',
  'and not (us|me|ours)',
  'blame (it|this|that) on',
  'you can (thank|blame)',
  `(${some(PARTIES)}|${some(COLLEAGUES)}|they) ${AGAIN} (makes|make|made|forces|force|forced|obliges|oblige) (us|me) !(happy|proud)`,
  '(i|we) (do not have|lack) (the|any)? (authority|power|clearance|rights) !(reserved)',
  // “They”
  `they ${AGAIN} (are|were) (the ones|the one|to blame|at fault|notorious|hopeless|useless|terrible|unreliable|dragging)`,
  `they (have|had)? ${AGAIN} (${LET_DOWN})`,
  `they ${REFUSES}`,
  'they (have)? (decided|told us (no|not to)|make the (rules|decisions|decision)|made the (rules|decision|call|mistake)|set the (rules|prices|price|fees|terms)|call the shots|keep (ignoring|losing|messing|making|forgetting|dragging|doing))',
  'complain to (them|whoever)',
  'their (own)? (fault|mistake|error|decision|doing|responsibility|negligence|failure|incompetence|mess|choice|oversight|call)',
  '(error|mistake|fault|failure|slip|happened|problem|delay|mix-up|issue|lies|lie|was|is) (on|at) their (side|end|part|door)',
  'ask (them|him|her|whoever) (why|yourself|to explain)',
  '(do not|no use|no point) (look|looking|come|coming|shoot|shooting|yell|yelling|shout|shouting|be angry|be mad) (at|to|with)? (us|me|the messenger)',
  '(we|i) (are|am) (just|only|merely) (the|a|an) (reseller|intermediary|middleman|messenger|broker|agent|marketplace|go-between|distributor|platform|shop|retailer|importer|booking)',
  '(we|i) (just|only|merely) (resell|forward|host|relay|pass on|act as|broker|execute|process what|do what|sell what)',
  '(we|i) (depend|rely) (entirely|solely|completely|fully|totally)? (on|upon) (whatever|others|them|third|external|outside)',
  '(we|i) (depend|rely) (entirely|solely|completely|fully|totally) (on|upon)',
  '(we|i) (are|am) (entirely|solely|completely)? (dependent|reliant) (on|upon)',
  '(we|i) can only (wait|pass|forward|go by|repeat|do what|tell you what|hope)',
  'at the mercy of',
  '(notoriously|famously) (slow|bad|unreliable|difficult|unhelpful|late|picky|strict|stubborn)',
  '(known|notorious|famous|infamous|typical) (for|of) (them|being|losing|this|that|ignoring|late|the)',
  '(incompetent|incompetence|clueless|sloppy)',
  '(could|can|would) not (even)? be bothered',
  `(${some(PARTIES)}) (has to|have to|must|needs to|need to|should|will have to|would have to) (answer|explain|sort|clear|take responsibility|own|account)`,
  `(fault|problem|error|mistake|delay|responsibility|blame|cause|hold-up|holdup) (is|was|are|must be|can only be) (entirely|solely|clearly|purely|all|only)? (with|at|on|down to) (the|our|your) (shipping|delivery|payment|network|external)? (${some(PARTIES)})`,
  `(it is|it was|that is|that was|this is|this was) (only|actually|really|simply)? (the|our|your) (new|other|old|shipping|delivery|payment|network)? (${some(PARTIES)}) (who|that|which)`,
  `(${some(PARTIES)}) (is|are|was|were) the (one|ones) (who|that)`,
  `(decided|dictated|imposed|controlled) (solely|entirely|only|alone)? by (the|our|an|a|your)? (external|outside)? (${some(PARTIES)}|${some(COLLEAGUES)})`,
  `(old|previous|former|last|external|outside) (${some(PARTIES)}) ... (left|mess|broke|wrong|badly|poorly|failed|forgot|never|mistake|sloppy)`,
  '(messed|mixed|screwed) (it|this|that|things|everything|them|your order) up (again|as usual|as always|once more|yet again)',
];

const SYSTEM =
  'system|systems|software|tool|computer|computers|portal|platform|app|program|programme|crm|machine|till|database|backend|interface|algorithm|scheduler|booking system|bot';

export const system = [
  `(${SYSTEM}) (just|simply|literally|automatically|sadly|unfortunately|currently|here|still|really)? (will|does|do|can|would|did|could) (just|simply|literally|really)? not (even)? (let (me|us|that|it)|allow (me|us|that|it|this)|permit (me|us|that|it)|give (me|us)|want|care|take (it|that|this|your)|accept (it|that|this))`,
  `(${SYSTEM}) (is|are) not (able|allowing|letting|letting|set|designed|built|made|programmed)`,
  `(${SYSTEM}) (just|simply|literally)? (only)? (insists|insisted|decides|decided|dictates|says no|said no|messed|screwed|is to blame|was to blame|is at fault|is stupid|did (that|this|it)|does (that|this|it)|(forces|forced|prevents|prevented|stops|stopped|keeps|makes|made) (me|us))`,
  `(blame|fault of|mistake of|error of) (the|our|this) (${SYSTEM})`,
  `(is|was) (the|our) (${SYSTEM.replaceAll('|', "'s|")}'s) (fault|mistake|decision|doing)`,
  `(${SYSTEM.replaceAll('|', "'s|")}'s) (fault|mistake|decision|doing)`,
  `(way|how) (the|our|this) (${SYSTEM}) (is|was|works|does|did|has been)? (built|set up|designed|programmed|made|configured|it)?  $`,
  'how the (devs|developers|programmers|engineers|system) (built|made|set|designed|programmed) (it|this|that)',
  '(does|do|did) not (even)? (give|show|offer) (me|us) (a|any|the|that) (button|option|field|choice|way|possibility)',
  `(that is|this is|it is) (just|simply) (how|the way) (the|our|this) (new|old|billing|booking|ticket)? (${SYSTEM})`,
  `(can not|no way to) (change|influence|override|overrule|control|argue with) (what|how|it|the) (it|the|our|this)? (does|system|computer|software|algorithm)`,
  '(is|are|was|were) (all)? (decided|determined) (automatically)? by (the|our|an|a) (system|algorithm|computer|software|machine)',
];

/** A rule as the only ground. Counts where nothing in reach gives a reason or another way. */
const RULES =
  'policy|policies|rules|rule|guidelines|regulations|terms|terms and conditions|t cs|conditions|procedure|procedures|protocol';
const WHICH =
  '(our|the|company|store|shop|house|hotel|airline|corporate|internal|club|bank|school|standard)? (strict|own|company|store|return|returns|refund|refunds|cancellation|current|standard|internal|general|house|exchange|shipping|warranty|privacy|booking|fair use|ticket)?';

export const shield = [
  `(is|are|was) (simply|just|only|unfortunately|sadly|merely)? (a matter of)? ${WHICH} policy $`,
  `(is|are) (simply|just|strictly)? (against|contrary to|not in line with|in breach of|prohibited by|forbidden by|not permitted by|not allowed by|excluded by|ruled out by) ${WHICH} (${RULES})`,
  `(${RULES}) (simply|just|clearly|strictly|unfortunately|currently|sadly)? (does|do|will|would|did) not (allow|permit|cover|let|provide|include|foresee|make|accept)`,
  `(${RULES}) (simply|just|clearly|strictly|unfortunately)? (prohibit|prohibits|forbid|forbids|prevent|prevents|dictate|dictates|exclude|excludes|rule out|rules out|say no|says no|stop us|stops us)`,
  '(policy|policies) (clearly|simply|plainly)? (states|state|says|requires us|stipulates|demands)',
  '(rules are (rules|the rules)|policy is policy|a rule is a rule)',
  '(we|i) (are|am) (simply|just|unfortunately|sadly|strictly)? not (allowed|permitted|authorised|authorized) to',
  '(it|that|this|all) (is|stands) (all)? in (the|our|your) (terms|contract|t cs|conditions|small print|fine print|agreement)',
  '(rules|policy|terms|regulations|conditions) (are|is) (very|quite|perfectly|absolutely|simply)? (clear|strict|final|firm|binding|the same)',
  '(rules|policy|terms) (apply|applies) to (everyone|everybody|all)',
  '(those|these|that|such|they) (are|is) (simply|just)? (the|our) (rules|rule|regulations|policy|guidelines)',
  '(company|store|shop|head office) (policy|rules)',
  '(we|i) (have|need) to (follow|stick to|go by|apply|obey) (the|our|these|those|company) (rules|policy|policies|guidelines|regulations|terms|procedure)',
  '(we|i) can not (bend|break|change|go against|ignore|get around) (the|our|these|those|them)? (rules|policy|policies|regulations|terms|guidelines)',
  '(bound|tied) by (the|our|these|company|internal)? (strict|own|company|internal)? (rules|policy|policies|guidelines|regulations)',
  '(it is|this is|that is) (our|company|the|store|shop|house) (company|store|shop|standard|house)? policy (so|and|not|to|that)',
];

/** A rule named as the ground: counts only where the same sentence says no. */
export const citation = [
  `(as)? per ${WHICH} (${RULES})`,
  `(according to|under|due to|because of|owing to|based on|following|in line with|in accordance with|pursuant to|in keeping with) ${WHICH} (${RULES})`,
];

/** “The florist's fault”: counts after the name of somebody else. */
export const whoseFault = ['(fault|doing|mistake|negligence|incompetence|sloppiness|carelessness)'];

import { defineAvoidanceRule, type Match, type Reading } from 'replylint/rule';

const PLAINLY =
  '(clearly|obviously|apparently|evidently|simply|just|also|then|still|again|repeatedly|unfortunately|plainly|actually|even|probably)?';

/** What was left undone, as it follows “did not”. What customers rightly do not do (ask for, agree to) is left out. */
const OMITTED =
  'read|check|follow|provide|supply|send|submit|attach|enclose|fill|complete|enter|include|respond|reply|answer|confirm|pay|cancel|return|back up|save|update|install|configure|register|activate|notify|inform|tell us|let us|contact|call|show up|turn up|pick|collect|keep|bring|bother|listen|verify|renew|disclose|declare|mention|specify|state|meet|adhere|comply|observe|respect|look|think|unplug|close|switch|upload|finish|report|store|secure|protect|lock|clean|maintain|print|scan|stamp|validate|label|tick|consult|pay attention|take care|take the time|make sure|sign !(up)|give us|set it|set the|cooperate|open the door|hand in|file';

/** The same, as it follows “never”, “have not” or “should have”. */
const DONE =
  'read|checked|followed|provided|supplied|sent|submitted|attached|enclosed|filled|completed|entered|included|responded|replied|answered|confirmed|paid|cancelled|canceled|returned|backed|saved|updated|installed|configured|registered|activated|notified|informed|told|contacted|called|shown up|showed up|turned up|picked|collected|kept|brought|bothered|listened|verified|renewed|disclosed|declared|mentioned|specified|stated|looked|thought|asked|made sure|known|noticed|realised|realized|waited|chosen|selected|ordered|booked|reported|raised|said so|written|let us|set it|set the|taken|signed|filed|applied|packed|measured|tested|planned|switched|understood|remembered|inspected|secured|protected|stored|changed|removed|used|given us|handed|arranged|insured|unplugged|closed|locked|cleaned|tightened|spoken up|come to us|gone|left|packaged|labelled|labeled|consulted|double-checked|studied|considered|compared|ensured|taken care|paid attention|uploaded|printed|scanned|validated|stamped|budgeted|ticked|switched off|turned off|thought about|been more (careful|attentive|precise)|been (careful|aware|there|home|at home|present)';

/** Things done to something that works. */
const BROKEN =
  'edited|deleted|removed|disabled|deactivated|unplugged|blocked|modified|altered|overwrote|overwritten|uninstalled|tampered|ignored|violated|breached|waited|exposed|lent|skipped|mixed|broke|broken|damaged|misused|abused|exceeded|spilled|spilt|dropped|overloaded|blew|forced|bent|scratched|cracked|opened it|wiped|formatted|erased';

const GIVEN =
  'entered|typed|gave|given|provided|supplied|used|chose|chosen|selected|picked|ordered|booked|uploaded|filled|put|clicked|submitted|quoted|wrote|written|sent|stated|specified|addressed|installed|connected|plugged|dialled|dialed|copied|pressed|set|configured|followed|opened|tapped|signed|parked|measured';

const WRONGLY =
  'wrong|wrongly|incorrect|incorrectly|invalid|false|falsely|mistaken|mistakenly|improperly|badly|upside down|illegible|illegibly|yourself|yourselves|too late|in error|by mistake|out of date|the other way';

/** “Not your fault” is the opposite of blame. */
const UNLESS_DENIED = ['code', 'quoted', 'conditional', 'question', 'negated'] as const;

/** The words of one who cares, and did not: after “if you had”, which is no condition then. */
const DILIGENT =
  'read|opened|checked|followed|looked|listened|told us|asked|called|replied|answered|saved|backed|kept|waited|contacted|paid|sent|filled|reported|scrolled|measured|thought|been|mentioned|informed|let us|turned up|cancelled|renewed|done';

/** What instructs a customer. */
const INSTRUCTIONS =
  'instructions|rules|terms|manual|mail|email|e-mail|letter|notes|warnings|warning|label|notice|guide|leaflet|booklet|contract|conditions|agreement|confirmation|reminder|reminders|description|briefing|small print|documentation|docs';

const AS_A_REPROACH = ['code', 'quoted', 'question'] as const;

const customer = [
  // Failing, forgetting
  `you (have|had)? ${PLAINLY} (failed to|neglected|forgot|forgotten|omitted|refused|ignored|disregarded|overlooked|misread|misunderstood|mistyped|misspelled|misspelt|mishandled|misused|botched|messed|screwed|mixed up|skipped|bypassed|tampered|caused)`,
  `you (have|had)? ${PLAINLY} (broken|broke|damaged|ruined|wrecked|abused|violated|breached) (it|the|your|our|this|that|a|them)`,
  `you (have)? ${PLAINLY} missed (the|our|your) (deadline|payment|cut-off|cutoff|due|instructions|note|notice|warning|step|window|small print)`,
  `you (must|seem to|appear to) have ${PLAINLY} (entered|deleted|missed|overlooked|forgotten|misread|misunderstood|mistyped|ignored|mixed|broken|typed|misplaced|done something|skipped|confused)`,
  'you (obviously|clearly|evidently|plainly) (did not|had not|have not|never|forgot|missed|are not|were not|do not)',
  // Not doing
  `you ${PLAINLY} did ${PLAINLY} not ${PLAINLY} (${OMITTED})`,
  `(because|since|as|although|though|but) you have ${PLAINLY} not ${PLAINLY} (yet)? (${DONE})`,
  `you (have)? (still|again|once again|once more) (have)? not (yet)? (${DONE})`,
  `you (have|had)? ${PLAINLY} never (even|actually|once)? (${DONE})`,
  'you (have|had|did|could) (still)? not (even)? (bother|bothered|care to|cared to|be bothered)',
  '(because|since|as) you (had|have) (not|never) (once|even|really)? (learned|learnt|studied|prepared|practised|practiced|revised|cleaned|serviced|descaled|maintained|locked|followed|listened|bothered|trained|charged|backed)',
  '(because|since|as|although|though) ... you never (once|even)',
  '(because|since|as|although|though) you were not (home|at home|there|present|available|in|reachable)',
  'you were not (careful|attentive|paying attention|listening|prepared|quick enough|fast enough|on time|punctual)',
  // What should have been done
  `you (really|perhaps|probably|clearly|simply)? should (really|perhaps|probably|at least|also|simply|just|of course)? have (really|simply|just|first|at least)? (${DONE})`,
  'you should (really|perhaps|probably)? not have',
  `you ought (not)? to have`,
  `you (could|might) (easily|simply|at least|just) have (${DONE}|avoided|prevented|spared)`,
  'you could have (avoided|prevented|spared)',
  '(could|would|might) (easily)? have been (avoided|prevented) (if|had) you',
  'you were (clearly)? (supposed|meant|required|obliged|expected|instructed) to !(receive|get|have|see|hear|be|find|enjoy|travel|fly|arrive|start|stay)',
  `had you (only|just|actually|simply|first|not)? (${DONE})`,
  'it was (up to you|your (own)? (job|duty|responsibility|obligation))',
  // Fault
  {
    phrase:
      'your (own)? (mistake|fault|negligence|carelessness|oversight|inattention|ignorance|misuse|misunderstanding|wrongdoing|recklessness|impatience)',
    ignoredIn: UNLESS_DENIED,
  },
  'your own (error|doing|making|choice|decision|actions|failure|risk that)',
  'your error !(message|log|code|report|screen|logs|messages|reports)',
  'your (failure|inability|refusal|unwillingness|neglect|reluctance) (to|of)',
  'your (late (payment|reply|response|answer|cancellation|arrival|return)|(careless|sloppy|improper|rough|negligent|reckless|incorrect|wrong|faulty) (handling|use|usage|entry|entries|input|packing|packaging|installation|care|treatment|paperwork|driving|handwriting|parking|storage))',
  '(mistake|error|oversight|negligence|fault|slip|failure|carelessness|misunderstanding|confusion|omission) (is|was|lies|arose|occurred|happened|originated)? (on|from|at) your (side|end|part|own)',
  'you (booked|ordered|entered|chose|selected|picked|typed|wrote|put|sent|clicked|took|used|uploaded|signed) ... instead of',
  {
    phrase: '(mistake|error|oversight|fault|slip|mess) (of yours|you made|that you made|you have made)',
    ignoredIn: UNLESS_DENIED,
  },
  '(user|customer|operator|operating|handling|driver) (error|negligence|mistake) !(message|log|code|report|on|by)',
  '(problem|fault|error|mistake|issue|blame|cause|responsibility) (lies|is|was|lay|sits|rests) (entirely|solely|clearly|purely|squarely|only)? (with|on|at) you',
  '(problem|fault|error|mistake|blame|cause) (lies|lay|sits|is|was) (entirely|solely|clearly|purely)? (with|on|at) your (side|end|part|own|setup|side)',
  '(that|this|it|one) (is|was) (entirely|solely|clearly|all|squarely|purely)? (on|down to) you $',
  '(caused|triggered|brought about|broken|damaged|omitted|overlooked|misplaced|neglected) (solely|entirely|directly)? by you !(and|or)',
  `(${WRONGLY}) by you`,
  `(${GIVEN}) (wrongly|incorrectly|wrong|falsely) (by you|on your)`,
  'you (are|were) (clearly|entirely|solely|simply|completely|quite)? (mistaken|to blame|at fault|careless|negligent|wrong !(to)|confused|confusing|reckless|in the wrong)',
  'you (are|were) (entirely|solely|fully|yourself) responsible',
  '(yourself|yourselves) to (blame|thank)',
  '(has|have) only (himself|herself|themselves|themself) to (blame|thank)',
  `because you (have|had)? (${GIVEN}|left|threw|forgot|missed|dropped) ... (again|once more|yet again) $`,
  '(blame|thank) (yourself|yourselves)',
  'you brought (this|it|that) (on|upon)',
  'self-inflicted',
  'you (should|ought to) (really|surely)? know better',
  'you (knew|were (well|fully|perfectly)? aware|have been aware) (that|of|full|very|about|what|the)',
  // Told before
  '(although|even though|though) you (were|had been|have been) (clearly|already|explicitly|repeatedly)? (told|warned|informed|notified|reminded|advised|asked)',
  'you (were|had been|have been|have) (clearly|repeatedly|already|explicitly|twice|expressly|specifically|several times) (been)? (told|warned|informed|notified|reminded|advised|asked)',
  'you (were|had been) warned',
  '(despite|in spite of|contrary to|against|ignoring) (our|the|several|repeated|many|multiple|all|my) (clear|many|several|repeated|explicit|three|two)? (reminders|warnings|warning|instructions|advice|requests|notices|emails|letters)',
  '(we|i) (had|have|did)? (clearly|repeatedly|specifically|explicitly|expressly|plainly) (warn|warned|told|asked|informed|advised|instructed|reminded) you',
  'we (did)? (warn|warned) you',
  // Doubt
  'you (claim|allege) (that|to have|you|it was|it is|we)',
  'you (now)? (supposedly|allegedly)',
  '(your|the) (alleged|supposed|so-called) (problem|issue|damage|defect|payment|loss|fault|return|parcel|complaint|error)',
  // What went wrong, and who did it
  `you (have|had)? ${PLAINLY} (${GIVEN}) ... (${WRONGLY})`,
  '(wrong|incorrect|false) ... (that)? you (have)? (entered|typed|gave|given|provided|supplied|used|chose|chosen|selected|uploaded|filled|dialled|dialed|clicked)',
  `you ... (${WRONGLY})`,
  `(because|since|so|is that) you (have|had)? ... (${WRONGLY})`,
  `(because|since|so|is that|and|when) you (have|had)? ${PLAINLY} (${BROKEN})`,
  `you (have)? ${PLAINLY} (${BROKEN}) ... (yourself|yourselves)`,
  '(address|number|code|details|date|name|data|password|information|iban|size) (that)? you (have)? (entered|provided|gave|given|typed|supplied|sent|chose|wrote) (us)? (was|is|were|are) (simply|clearly)? (wrong|incorrect|false)',
  'you (parked|signed|left|drove|travelled|traveled|rode|ordered|bought|clicked|installed|deleted|updated|opened|agreed|accepted|booked|sent|confirmed|changed|moved|closed|switched|turned|went|paid|cancelled|canceled|made|did|started|shipped|mailed|handed|flew|boarded) ... without (a valid|first)? (paying|reading|checking|asking|verifying|telling|informing|consulting|looking|thinking|saving|backing|permission|paid|authorisation|authorization|notice|valid|ticket|knowing|noticing|contacting|making|doing|waiting)',
  'because you ... (without|instead of|too late|too long|too early|too many|too soon|anyway|carelessly|in a hurry|despite|against|out of focus|unattended|unlocked|did not|never)',
  'you (clicked|went|drove|scrolled|walked|ran|skimmed) (right|straight)? (past|over|through) (the|our|all|every) (warning|notice|message|sign|note|terms|instructions|text|pop-up|popup|dialog)',
  'you (have)? (given|gave|shared|handed|leaked|posted|told) (out|away)? (your|the) (password|pin|code|login|credentials) (out|away|to|with)',
  'you (have)? (left|let) (it|the|your|them) ... (open|unlocked|unattended|running|exposed|lapse|expire|run out|slip|on all|empty|blank|unsigned)',
  'you (have)? (waited|left it|took|hesitated) (far|much|way|just|a bit|simply)? too (long|late)',
  'you (were|are|came|arrived|applied|cancelled|canceled|reported|submitted|returned|paid|responded|contacted us|replied|complained|called) (it|this|them)? (far|much|way|just|simply|a bit|a little)? too late',
  'you (yourself|yourselves) (chose|agreed|accepted|asked|ordered|cancelled|canceled|deleted|changed|clicked|confirmed|signed|entered|selected|set|decided|removed|installed|turned|switched|requested)',
  'you (chose|decided) not to',
  'you (have)? (agreed|consented) to (this|these|that|those|it|the terms|our terms|the conditions) (when|by|yourself)',
  'you (got|have got|brought|put) (yourself|yourselves) (into|in)',
  '(it|this|that) was your (own)? (choice|decision|idea)',
  'you (have)? (only)? (been|were) (too|rather|very|so|a bit|a little)? (careless|negligent|sloppy|inattentive|reckless|impatient|hasty)',
  'you (have)? (lost|forfeited|wasted|missed) ... (through|by) (your|not|failing|ignoring)',
  // “It was you who …”, “that is what happens when you …”
  '(it is|it was|that is|that was|you are|you were) (only|just|actually|clearly|obviously)? (you|the one|the ones) (who|that) !(makes|make|gets|decides|decide)',
  '(that is|this is|that was|this was) (exactly|precisely|simply|just|usually)? what (happens|you get|comes|happened) (when|if|for|from|once|with|after)',
  '(that is|this is) (exactly|precisely|simply)? why (we|the) (ask|say|tell|recommend|warn|wrote|told|asked|manual|label|instructions|sign|warning|note|terms)',
  'you (only|merely) (told|informed|contacted|reported|notified|let us know|raised|cancelled|canceled|noticed|mentioned|remembered|called|responded|replied|gave|sent|filled|provided|wrote)',
  'you waited (until|till)',
  `you (keep|kept) (on)? (entering|changing|forgetting|sending|missing|clicking|ignoring|deleting|switching|cancelling|canceling|losing|doing|typing|trying|putting|making|breaking|overloading|leaving|mixing|removing|resetting|disconnecting)`,
  'you (insisted|got what)',
  'you (chose|picked|went for|went with|opted for|decided on|bought|took|booked|settled for) (the|a|our) (cheap|cheapest|cheaper|lowest|budget)',
  `you (are|were|have|had) ${PLAINLY} (been)? ${PLAINLY} (doing|using|holding|entering|reading|typing|installing|treating|looking at|pressing|plugging|wearing|folding|turning|writing|spelling|applying|measuring|pouring|parking) ((it|this|that|them|the|your|our)? (code|number|key|name|address|password|email|sensor|phone|device|cable|lid|date|form|filter|bag|plug|lever|dial|strap|label|letter|meter|instructions|recipe|amount|dose)? (all)? (wrong|wrongly|incorrectly|backwards|upside down|the wrong way)|(the|a|an|your|our) (wrong|old) !(one))`,
  `you (have|had)? ${PLAINLY} (${GIVEN}|left|drove|went|came|ran|missed|overlooked|ignored|skipped|took|bought|paid|opened|turned|stood|swam|smoked) ... (even though|although|though|despite) (it|this|that|the|a|we) ... (marked|printed|written|states|stated|says|said|highlighted|listed|signposted|clear|explained|asks|asked|in (red|bold|yellow|capitals|large|big|black|several))`,
  'your (badly|poorly|sloppily|carelessly|wrongly|incorrectly|improperly|hastily|clumsily)',
  'your (sloppy|careless|messy|clumsy|shoddy|amateurish|dodgy|botched|half-baked) !(side)',
  '(comes|came) (from|of) (not (reading|checking|following|listening|asking|looking|paying|cleaning|updating|saving|keeping|planning|measuring|testing|telling)|(leaving|putting) (it|things|everything))',
  '(a|one) (simple|quick|brief|short|single|closer|careful)? (check|look|glance|call|read|mail|email|question|test|search|click|phone call) !(from|by|on) ... would have (shown|told|prevented|avoided|spared|saved|sufficed|answered|been enough|revealed|solved|cleared|done)',
  'you (have)? (somehow|actually|even)? (managed|contrived) to (delete|lose|break|lock|miss|enter|send|spill|overwrite|crash|flood|jam|wipe|tear|ruin|drop|crack|block|scratch|mix|forget)',
  `you (went and|somehow|had to go and) (${GIVEN}|${BROKEN}|changed|bought|moved|told|lost)`,
  'you kept (us|me|everyone|everybody|the (driver|team|others|doctor|guide|engineer|fitter|technician)|our (driver|team|guests|engineer|technician)) (all)? waiting',
  `you have not (even)? (read|checked|followed|provided|sent|attached|enclosed|filled|paid|returned|replied|responded|answered|told|informed|backed|brought|kept|shown|looked|cleaned|renewed|bothered|listened)`,
  // How and where
  '(result of|due to|because of|caused by|down to|comes from|came from|lies in) (how|the way) you',
  '(due to|because of|owing to|as a result of|caused by|down to|through) your (own|late|missing|repeated|lack|inaction|behaviour|behavior|delay|carelessness|actions|inactivity|wrong|incorrect|unpaid|outdated|poor|bad|decision|absence|no-show|handling|failure|mistake|error|tampering|changes|change|edits|settings|usage)',
  '(nobody|no one) (on|at|in) your (side|end|team|household|family|company|office|organisation|organization|department)',
  '(someone|somebody) (on|at|in|from) your (side|end|team|household|family|company|office|organisation|organization|department) (has|have|must have)? (changed|deleted|forgot|forgotten|broke|broken|removed|failed|entered|clicked|moved|messed|switched)',
  'your (own)? (admin|administrator|it team|it department|accountant|wife|husband|son|daughter|child|children|kids|kid|dog|cat|staff|employee|employees|assistant|secretary|builder|electrician|plumber|nephew|neighbour|neighbor|roommate|flatmate) ... (broke|broken|forgot|deleted|wrong|failed to|should have|messed|ignored|neglected|spilled|damaged|been (playing|fiddling|messing|tampering) with)',
  'your (own)? (phone|device|computer|browser|router|network|settings|card|setup|code|plugin|firewall|wiring|dog|account|configuration|habits|behaviour|behavior|impatience) (is|are|was|were) (clearly|obviously|simply|just)? (the (problem|cause|culprit|issue|reason)|to blame|at fault|too old)',
  '(mistake|fault|error|blame|responsibility|problem|oversight|slip|typo|mess|loss|damage|risk) (is|was) (entirely|all|clearly|solely|only|purely|simply|therefore)? yours',
  '(was|were) (very|quite|perfectly|always|already|more than|all)? (clearly|plainly|explicitly|expressly) (stated|written|explained|communicated|mentioned|announced|indicated|noted|described|pointed)',
  '(it|page|email|mail|terms|confirmation|label|sign|contract|letter|description|manual|ticket|voucher|listing|form|invoice) (very|quite)? (clearly|plainly|expressly) (say|says|said|state|states|stated|show|shows|showed|mention|mentions|mentioned|tell|tells|told|read|reads|asks|asked)',
  '(in black and white|in plain (english|sight)|for everyone to (see|read))',
  '(had|if) (the|your|that|this) ... been (filled|read|paid|packed|entered|submitted|sent|checked|booked|handled|completed|cancelled|returned|installed|used|set|signed) ... (properly|correctly|in time|on time|earlier|as instructed|as described|carefully|right|sooner)',
  '(any|every) (reasonable|normal|careful|sensible|responsible|attentive|halfway attentive) (person|customer|driver|user|guest|parent|owner|tenant|buyer|adult)',
  '(with|by|needs|take) (a little|a bit of|a bit|some|slightly)? more (care|attention|caution|diligence) (from|on|by) (you|your)',
  'you (got|have got|have) (yourself|yourselves) to',
  '(do|can|could) not (blame|put (this|that|it|the blame) on|pin (this|that|it) on) (us|me|our)',
  '(typo|mistake|error|mess|choice|decision|damage|problem|situation) (that)? you (have)? (made|caused|created|produced|introduced)',
  '(nobody|no one) (forced|made|asked|told) you',
  'you (showed up|turned up|arrived|came|checked in|joined|logged in) ... (late|unprepared|unannounced|without)',
  'you (are|were) (very|rather|again|also)? (late|behind) (with|on) (your|the)',
  'you got (it|this|that|(the|your|our) (date|time|address|name|number|figures|dates|times|details|amount|size|day|year|code|email|password|form|instructions|spelling)) wrong',
  'you (left out|left off|left blank|messed up|swapped|overwatered|overfilled|overheated|overloaded)',
  'your (doing|omission|non-compliance|lateness|tardiness|impatience|stubbornness) !(to)',
  '(negligence|fault|error|failure|omission|misuse|mistake|carelessness) (of|by|on the part of) the (customer|user|tenant|guest|passenger|policyholder|applicant|claimant|buyer|sender|cardholder|borrower|insured|patient|member|student|subscriber)',
  '(customer|user|tenant|guest|passenger|policyholder|applicant|claimant|buyer|sender|cardholder|borrower|insured|patient|member|student|subscriber) (has|have|had)? (failed to|neglected|omitted|refused|ignored|disregarded)',
  'attributable to (you|your|the (customer|user|tenant|guest|passenger|policyholder|applicant|sender|insured))',
  '(caused by|due to|result of|consequence of|attributable to|traced to|because of) (an|a|the)? (improper|inappropriate|incorrect|careless|rough|negligent|wrong|faulty) (use|usage|handling|installation|storage|washing|care|treatment|operation|maintenance|cleaning)',
  '(we|i) did (everything right|nothing wrong|everything correctly|our part|our job|my part|my job)',
  'between (the)? (chair|keyboard)',
  '(this|that|it|none of this|none of that) (would|could) not have (happened|occurred|been necessary|broken|failed|gone)',
  'we would not (be|have|need) (here !(without)|having|in this|writing|discussing|talking|had to)',
  '(that is|this is) (exactly|simply|just)? (how|what) you (set|ordered|chose|signed|configured|typed|wrote|agreed|booked|entered|clicked|selected)',
  'you (have)? (clearly|simply|probably|obviously)? (made|committed) (a|an|the|some|several|this|that) (small|big|simple|common|serious|grave)? (mistake|mistakes|error|errors|typo|typos|slip|mess)',
  'you (clearly|simply|probably|obviously)? got (confused|muddled|mixed up)',
  '(it|that|this|problem|fault|cause) (must|has to|can only) (be|lie|come) (at|on|with|from|in)? your',
  'you (fail|refuse|neglect) to',
  'you (barely|hardly) (gave|filled|read|told|described|looked|tried|wrote)',
  'you (accepted|signed|agreed to|ticked) (the|our|those|these) (terms|conditions|contract|risk|rules|agreement|small print|fine print|t cs)',
  '(the)? fact (is)? (that)? you (did not|have not|had not|never|left|ignored|chose|waited|forgot|failed|used|entered|were not|put|let)',
  '(would|could|might) ... if you had !(any|a|trouble|questions|problems|no)',
  `if you had (only|just|actually|simply|at least)? (${DONE}) !(with|by)`,
  `if only you`,
  'you (are|were) (clearly|really|simply)? the (reason|cause|problem|culprit)',
  '(made|happened|caused|introduced) (on|at) your (side|end|part)',
  '(lies|rests|sits) (entirely|solely|only|squarely)? with (you|the (customer|tenant|user|guest|passenger|applicant|sender|cardholder))',
  'by your own',
  '(once again|yet again|as usual|as always) you',
  'no wonder (it|the|your|that) !(you)',
  'your (attitude|stubbornness|laziness|sloppiness|forgetfulness|haste)',
  'you do not (seem|appear) to (have)? (read|understand|follow|know|realise|realize|listen|checked|followed|understood)',
  'you (fell for|walked into|talked yourself|locked yourself|shot yourself)',
  'you (have)? (left|let|kept) ... (switched on|turned on|running|plugged in|unlocked|unattended|too long|on (all|overnight|the whole)|until the last|to the last|out (overnight|in the)|in the (rain|sun))',
  'you (have)? (left|let) ... ... (blank|empty|unsigned|incomplete) !(if)',
  'you (have|had)? let (it|this|that|them|the ...) (pass|slip|go by|lapse|expire|ring out|run out|go to waste|rot)',
  'you (decided|chose|preferred|elected|opted|saw fit) to (ignore|skip|wait|disregard|carry on|throw|go ahead|overlook|bypass|remain|keep quiet|do without)',
  '(we|i) can only (work with|go by|go on|act on|be as) (what|whatever|the|as|that)',
  '(only|just) as (good|accurate|reliable|complete|quick|fast|precise) as (what|the ...) you',
  '(incomplete|missing|wrong|incorrect|late|unclear|outdated|insufficient|bad|faulty|false|inaccurate) ... (from|on|at) your (part|side|end|own)',
  '(result|consequence|fault) of you !(being|having)',
  'you (typed|entered|gave|wrote|used|put|chose|sent|uploaded|filled in|quoted) ... (old|outdated|expired|same|incomplete|blurry|unsigned|empty|previous|former|invalid) ... (again|once more)',
  '(although|even though|though|despite the fact that) (we|i) (had|have|did)? (clearly|already|repeatedly|twice|expressly)? (wrote|written|asked|ask|reminded|remind|warned|warn|emailed|mailed|notified|explained|explain|advised|announced|recommended)',
  '(wrote to|reminded|asked|told|warned|emailed|notified|informed) you (of|about|to ...)? (twice|three times|several times|{number} times|repeatedly|more than once|again and again|many times)',
  '(never|not) (been|properly|correctly|even|actually|yet)? (completed|filled in|filled out|paid|signed|returned|submitted|activated|confirmed|read|answered|provided|checked) by you',
  '(evidently|apparently|obviously|clearly) ... by you',
  'you ... so (naturally|obviously|of course|unsurprisingly|clearly|no wonder)',
  '(so|and|therefore|hence) (the|that|this|any) ... (is|are) (entirely|all|solely|now|therefore)? on you $',
  '(does|do|did|will|can) not (get|break|crack|tear|bend|burn|happen|scratch|jump|walk|fall|dent|spill|melt|shrink) ... (on (its|their) own|by (itself|themselves|magic)|from nowhere|out of thin air|for no reason)',
  '(carelessness|sloppiness|recklessness|thoughtlessness)',
  'you (had|have had) (the|a|an|all|plenty|more than enough|enough|ample|every|weeks|months|days|hours|sufficient|{number}|two|three|four|six) ... to (press|read|reply|respond|check|cancel|return|tell|ask|pay|act|decide|send|confirm|do|change|notice|complain|report|sign|object|raise|claim|collect|use|submit)',
  '(careful|sensible|responsible|attentive|reasonable|diligent|competent|prudent|thoughtful) (team|person|customer|user|driver|owner|guest|parent|company|admin|administrator|traveller|traveler|tenant|buyer|developer|engineer|operator|adult|people|customers|owners|users) (does|do|would|checks|check|reads|read|keeps|keep|makes|has|knows|know|should|plans|locks|never|always)',
  `had (the|your|our|these|those) ... (${INSTRUCTIONS}) been (read|followed|observed|heeded|respected|checked|opened|kept)`,
  `(as|which) the (${INSTRUCTIONS}) (that)? you (received|got|were|had|have|signed|accepted|agreed to) ... (say|says|state|states|explain|explains|describe|describes|show|shows)`,
  `(${INSTRUCTIONS}) you (signed|accepted|agreed to|confirmed|received) (clearly|plainly|expressly)? (says|say|states|state|rules|rule|excludes|exclude|is|are) (otherwise|this|that|it|out|so|clear|different|what)`,
  `as ... in the (${INSTRUCTIONS}) you (were|received|got|signed|accepted)`,
  '(sort|kind|type) of thing (one|people|you) (mentions|mention|says|say|tells|checks|check|reads|read|asks|ask|should|would|normally|usually)',
  'one (mentions|checks|reads|asks|tells|says) (such|that|this|before|beforehand|first)',
  'does that to (a|an|any|your|the)',
  'you would (have)? (know|known|seen|noticed) (that|this|it)? (had|if) you',
  '(glance|look|peek) at ... ... would have (spared|saved|told|shown|prevented|avoided|answered)',
  'you (have|had)? (brought|sent|gave|handed|returned|delivered) ... (back|in)? with (a|an|the|several|two|some)? (cracked|broken|scratched|stained|torn|missing|dirty|filthy|damaged|dent|dents|scratches|stains|crack|cracks|holes|hole)',
  'because you (put|came|arrived|booked|ordered|sent|cancelled|canceled|called|applied|registered|submitted|returned|handed|posted|dropped|checked|reported|told|asked|contacted|wrote|turned up|showed up) ... (after|past|later|only|outside)',
  'you (signed off|approved|confirmed|accepted) ... so (the|that|this|any|it)',
  {
    phrase: `if you had (only|just|actually|simply|first)? (${DILIGENT}) ... (would|could|might) not`,
    ignoredIn: AS_A_REPROACH,
  },
  { phrase: `you would (have)? (know|known|seen|noticed) (that|this|it)? if`, ignoredIn: AS_A_REPROACH },
  'you (gave|typed|entered|used|sent|provided|quoted|wrote|put) (us)? (in)? (an|the|your) (old|outdated|expired|obsolete|wrong|incorrect|incomplete|invalid|former) !(version|one|and)',
  'you were (told|warned|informed|reminded|advised|asked) (at|in|by|on|about|before|when|twice|to|not) ... (that|not|to|the counter|the phone|writing|advance|order)',
  '(that|this|it) would not (have)? (been|be|happen|happened) ... if you had',
  '(nobody|no one|none) but you',
  'you ... (far|much|way)? too (early|late|often|hard|fast|little|few|hot|long) so (now|the|it|that|this|your)',
  'you (have)? missed (the|your|our|that) ... (so|and) (you|there|the|we|it|your|that)',
  '(we|i) (asked|told|reminded|warned) (you)? ... (yet|but|and still|and yet|nevertheless) you',
  'your (team|staff|people|admin|developer|developers|colleague|colleagues|side|it|family|son|daughter|guests|tenant|tenants) (has|have|had)? (misconfigured|deleted|broke|removed|changed|forgot|ignored|disabled|mixed|entered|used|failed|let|lost|overlooked|missed|set up ... wrong)',
  '(responsibility|duty|job|task) (for|of|to) ... (was|is|lies|rests|remains) (with)? (yours|you)',
  '(is|was) the (customer|user|tenant|guest|passenger|buyer|sender|owner) who (must|has to|should|needs|is responsible|failed|forgot)',
];

/** What the customer did, named as the cause: counts where the same sentence says that something went wrong. */
const cause = [
  '(because|is that|reason is) you (have|had)? (simply|just|also|then|once)? !(can|could|may|will|would|are|were|was|need|want|wanted|like|liked|asked|told|deserve|might|should|must|do|did|love|get|got|received|paid|see|mentioned|wrote|reported|subscribed|know|and|trust|said|joined|qualify|contacted|shared|been|not|never|deal|rely|find|found|saw|noticed|let|warned|spotted|expected|hoped|waited|prefer|agree|sent|live|ordered|work|run|recently|first|last|both|all|already|lost|bought|came|reached|felt|experienced|had|pay|help|helped|raised|flagged|left)',
];

/** What people do to things; what they rightly do (ask, report, try) is left out. */
const ACTS =
  'left|let|put|took|drove|broke|cut|threw|lost|gave|sold|ran|hit|bent|tore|burnt|burned|set|shut|wore|washed|rode|fed|hung|shook|froze|lent|wound|undid|overdid|dried|ironed|bleached|boiled|soaked|scrubbed|cleaned|polished|painted|glued|drilled|nailed|mounted|installed|uninstalled|connected|disconnected|plugged|unplugged|charged|discharged|drained|filled|emptied|poured|spilled|dropped|kicked|pulled|pushed|pressed|squeezed|forced|closed|locked|unlocked|switched|turned|moved|removed|deleted|erased|wiped|formatted|renamed|replaced|changed|edited|altered|modified|overwrote|reset|rebooted|restarted|updated|upgraded|downgraded|disabled|deactivated|enabled|blocked|muted|ignored|skipped|scrolled|clicked|tapped|typed|entered|mistyped|pasted|copied|uploaded|submitted|signed|ticked|unticked|selected|chose|picked|mixed|swapped|confused|parked|stored|stacked|packed|wrapped|taped|folded|rolled|carried|transported|shipped|exposed|heated|cooked|baked|fried|microwaved|watered|overwatered|planted|trimmed|fertilised|cancelled|canceled|postponed|delayed|waited|booked|cashed|spent|exceeded|overdrew|transferred|revoked|stopped|refused|declined|rejected|rated|adjusted|loosened|tightened|screwed|unscrewed|opted|ordered|handed|threw|tampered|overloaded|overfilled|used';

/** Anything that the customer did: counts where it is told with what came of it, or against what should have been. */
const acted = [
  `!(before|after|until|as|while|whenever|where|what|how|that|which|unless|till) you (have|had)? (then|also|simply|just|yourself|again|apparently|instead|nevertheless|still|probably|already)? (${ACTS})`,
  '(was|were|been) (handled|treated|stored|installed|used|washed|maintained|mounted|cleaned|operated|connected|driven|parked|assembled) (so|very|rather|too)? (carelessly|badly|improperly|roughly|incorrectly|wrongly|negligently|poorly|recklessly)',
  '(because|since|as) you (have|had)? (constantly|always|often|simply|just)? (watered|fed|washed|left|charged|used|drove|opened|ran|kept|let|put|overfilled|moved|dropped|shook) (it|them|him|her|the|your)',
];

const PARTIES = [
  ...'carrier courier bank airline manufacturer maker supplier vendor provider processor landlord insurer organiser organizer promoter wholesaler agency publisher network hotel driver rider restaurant kitchen merchant reseller seller partner contractor subcontractor customs registrar lab laboratory operator dealer distributor installer technician garage venue regulator retailer marketplace issuer host broker agent franchisee agency hub depot airport chef workshop printer cleaner studio guard surveyor assessor adjuster builder electrician plumber florist baker photographer translator telco isp importer factory designer box-office crew union league auditor council ministry authority terminal exporter author editor railway'.split(
    ' ',
  ),
  ...'stripe paypal klarna visa mastercard apple google microsoft amazon facebook dhl ups fedex hermes usps dpd gls evri'.split(
    ' ',
  ),
  'post office',
  'data centre',
  'data center',
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

const plural = (name: string) => {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  if (/ss$/.test(name)) return `${name}es`;
  return name.endsWith('s') ? name : `${name}s`;
};
const some = (names: readonly string[]) => names.flatMap((name) => [...new Set([name, plural(name)])]).join('|');
const whose = (names: readonly string[]) =>
  names.flatMap((name) => [`${name}'s`, `${plural(name)}'`, plural(name)]).join('|');

const AGAIN =
  '(just|simply|once again|again|always|constantly|clearly|sadly|unfortunately|still|once more|apparently|also)?';

/** What somebody else did wrong. Plain facts (lost, declined, scanned, delayed) are left out. */
const LET_DOWN =
  'messed|let us down|let you down|dropped the ball|screwed|botched|neglected|failed to|mishandled|refuses to|refused to|refuse to|insists|insist|insisted|keeps ignoring|keep ignoring|keeps losing|keep losing|keeps messing|keep messing|keeps making|keep making|is dragging|are dragging|was dragging|were dragging|should have (told|asked|checked|informed|rung|called|noticed|caught|warned|known|delivered|done|explained|mentioned|packed|handled|passed|read)|was supposed to|were supposed to|made a mistake|made the mistake|made an error|made a mess|got it wrong|got this wrong|got that wrong|gave you wrong|gave you the wrong|gave you incorrect|gave you bad|gave us the wrong|gave us wrong|told you wrong|told you the wrong|misinformed|misled|overpromised|never should|should never|is to blame|are to blame|is at fault|are at fault|was at fault|were at fault|does not care|do not care|did not do (his|her|their|its)|forgot|never (told|informed|passed|sent|gave|answered|answer|answers|replied|reply|replies|bothered|got back)|did not (pass|tell|inform|bother|listen|read|do the|hand)|has not bothered|have not bothered|has us|have us|is being (slow|difficult|stubborn)|are being (slow|difficult|stubborn)|being (slow|difficult|stubborn) again|takes (forever|ages)|take (forever|ages)|took (forever|ages)|took (his|her|their|its) time';

const REFUSES =
  '(will|would|does|do|did|has|have) (simply|just|still)? not (let|allow us|allow me|allow it|permit us|permit me|permit it|release|budge|listen|share|tell us|give us|want us|want to|told us|given us|cooperate|make an exception|make exceptions|approve|agree|have it|hear of it|sign off)';

const colleague = [
  '(i|we) (am|are) not (in charge|competent|the right (person|team|department|address|place))',
  'not (my|our) (department|area|desk|call|decision|job|team|remit|field|business|line)',
  'not (the)? (responsibility|job|task) of (our|my|this) (team|department|desk)',
  '(is|was|are) not (something|anything) (that)? (we|i) (handle|deal|decide|control|manage|do here|take care)',
  `(${whose(COLLEAGUES)}|(${COLLEAGUES.join('|')}) (team's|department's)) (own)? (fault|mistake|error|decision|doing|problem|responsibility|job|call|matter|negligence|failure|oversight|mess|choice|department|idea)`,
  `(${some(COLLEAGUES)}) (team|department|people|guys|folks|lot)? (${[
    `(has|have|had)? ${AGAIN} (${LET_DOWN})`,
    `${REFUSES}`,
    `(has|have)? (decides|decide|decided|wants|wanted|ordered|insisted|told us (no|not)|said no|says no)`,
    `... (oversold|broke it|broke this|broke that|mixed (it|this|that|them|up)|without (asking|telling|checking|informing)|can not be bothered|could not be bothered|had no idea|has no idea|have no idea)`,
  ].join('|')})`,
  `(${[
    `(fault|mistake|error|oversight|slip|failure|negligence) (by|of|from|at|in|on the part of) (the|our|my|a|one of our|one of my|another)?`,
    `(lies|lie|rests|sits) with (the|our|my)`,
    `(is|was) (entirely|all)? on (the|our|my)`,
    `(is|was) (down to|up to) (the|our|my)`,
    `(question|matter|one) for (the|your|our)?`,
    `(decided|dictated|imposed|controlled) (solely|entirely|only|alone)? by (the|our|an|a|your)?`,
  ].join('|')}) (new|former|junior|previous)? (${some(COLLEAGUES)})`,
  `(blame|ask|complain to|thank) (the|our|my)? (${some(COLLEAGUES)}) (for|about|instead|not me|not us)`,
  `you (will)? (have|need) to (contact|call|ask|speak to|speak with|talk to|write to|turn to) (the|our) (billing|finance|accounting|sales|shipping|logistics|legal|dispatch|payroll|returns|warehouse)`,
  '(whoever|someone|somebody) (else)? (in|from|at|on) (the|our|another|a different) (team|department|shift|office|branch|store|shop) ... (forgot|told|gave|promised|messed|failed|made|wrong|mistake|did not|should)',
  '(another|a different|the other|the previous|the last|the former) (agent|team|department|shift|colleague|branch|advisor|adviser|operator) (has|had|must have|clearly|apparently|probably)? (forgot|forgotten|told you wrong|gave you (wrong|the wrong|incorrect|bad)|messed|failed|made|misinformed|did not|should|neglected|promised|was wrong)',
  '(someone|somebody) (else)? (dropped the ball|messed up|screwed up|must have (forgotten|messed|missed)|forgot to)',
  '(mistakes|errors) were made',
  '(i|we) (keep|kept|have been) (on)? telling (them|him|her|the)',
  '(i|we) (only|just|merely|simply) (work here|type|carry out|follow (orders|instructions|the)|do what|pass (it|this|things) on|answer the)',
  '(i|we) (do|did) not (make|set|write) (the|these|those|our) (rules|prices|policy|policies|decisions|decision|fees|terms|schedules|schedule|call)',
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
  '(i|we) (do not|can not) (speak|answer) for (them|the|other|what)',
  '(head office|headquarters|management|corporate|legal|marketing|sales|finance) (decided|decides|decide|put|changed|came up with|insists|introduced|wrote|writes|dreamt|thought) ... (without|not (us|me)|never asked|and we|we are|we were)',
];

const partner = [
  // Nobody here
  'not (our|my) (own)? (fault|mistake|error|doing|responsibility|side|end|depot|choice|failure|duty)',
  'no (fault|mistake|doing) of (ours|mine|our own|us)',
  '(nothing|not anything) to do with (us|me|our)',
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
  `(${some(PARTIES)}) (${[
    `(has|have|had)? ${AGAIN} (${LET_DOWN})`,
    `(who|that|which) ... (${LET_DOWN})`,
    `${REFUSES}`,
    `(has|have)? ${AGAIN} (decided|makes the|make the|made the|sets the|set the|dictates|dictate|told us no|said no|says no) !(in)`,
    `(is|are|was|were) (solely|fully|entirely|alone|the one|the ones)? (to blame|at fault|accountable|liable|responsible for (this|that|it|any|supporting|delays|damage|losses|late))`,
    `(is|are|was|were) (solely|fully|entirely|alone) responsible`,
    `(is|are|was|were) responsible not (us|we|the|our)`,
    `(is|are|was|were|has|have) (been)? (sleeping on|sitting on|stalling|dawdling|taking (its|their) (own|sweet)? (sweet)? time)`,
    `(forbid|forbids|forbade|vetoes|vetoed) (it|this|that|us)`,
    `... (does|do|did|will|would) not (share|tell|disclose|give|explain) (its|their|the|any|us) ... (with)? (us|reasons|reason)`,
    `(has to|have to|must|needs to|need to|should|will have to|would have to) (answer|explain|sort|clear|take responsibility|own|account)`,
    `(is|are|was|were) the (one|ones) (who|that)`,
    `(is|are|was|were) (just|always|really|so|very|too|simply|again)? (slow|unreliable|hopeless|useless|overwhelmed|incapable|incompetent|sloppy|lazy|careless)`,
  ].join('|')})`,
  `(${[
    `(fault|mistake|error|oversight|slip|failure|negligence|incompetence) (by|of|from|at|with|on the part of) (the|our|your|a|an|one of our)?`,
    `(is|was|one is) (entirely|solely|all|completely|purely)? (up to|down to) (the|our|your)?`,
    `(that|this|one|blame|all) (is|was) (entirely|solely|all|completely|purely)? on (the|our|your)`,
    `(blame|complain to|thank) (the|our|your)?`,
    `take (it|this|that) up with (the|your|our)?`,
    `(fault|problem|error|mistake|delay|responsibility|blame|cause|hold-up|holdup) (is|was|are|must be|can only be) (entirely|solely|clearly|purely|all|only)? (with|at|on|down to) (the|our|your)`,
    `(between|matter for) you and (the|your)?`,
    `(question|matter|one) for (the|your|our)?`,
    `(decided|dictated|imposed|controlled) (solely|entirely|only|alone)? by (the|our|an|a|your)?`,
  ].join('|')}) (shipping|delivery|payment|network|external|outside|third-party|local)? (${some(PARTIES)})`,
  `(fault|blame|responsibility|mistake|decision|problem|cause) (for this|for that|for it)? (lies|lay|rests|sits) (entirely|solely|exclusively|squarely|purely|clearly|fully|only)? (with|at|on) !(us|me|our|my)`,
  '(caused|brought about|triggered|created|made) (solely|entirely|exclusively|purely|wholly|alone) by !(us|our|me|my)',
  '(caused|brought about|triggered|created) (solely|entirely|exclusively|purely|wholly|alone) by our ... (partner|supplier|provider|vendor|contractor|subcontractor|carrier|courier|bank|processor|manufacturer|wholesaler|agency|host)',
  `attributable (exclusively|solely|entirely|only|wholly|alone) to !(us|our|me|my)`,
  `attributable to (our|your|the) (${some(PARTIES)}|${some(COLLEAGUES)})`,
  '(comes|came|is) from ... not (from)? (me|us)',
  `(that|this|it|one|all) (is|was) (entirely|solely|all|completely|purely|really|totally)? (on|down to|up to) them`,
  '(blame|complain to|take (it|this|that) up with) (them|him|her|somebody else|someone else)',
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
  '(question|matter|one) for them',
  '(between|matter for) you and (them|him|her)',
  'they (is|are|was|were) (just|always|really|so|very|too|simply|again)? (slow|unreliable|hopeless|useless|overwhelmed|incapable|incompetent|sloppy|lazy|careless)',
  '(fault|doing) of (the|our|an|another|a)',
  '(was|were|fault|decided|decides|did|sets|set|makes|made|responsible|charges|charged) not (us|me) $',
  'not ours $',
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
  '(we|i) (just|only|merely|simply) (resell|forward|host|relay|pass on|pass (them|it|this|these|those)|collect|act as|broker|execute|process what|do what|sell what)',
  '(we|i) (depend|rely) (entirely|solely|completely|fully|totally)? (on|upon) (whatever|others|them|third|external|outside)',
  '(we|i) (depend|rely) (entirely|solely|completely|fully|totally) (on|upon)',
  '(we|i) (are|am) (entirely|solely|completely)? (dependent|reliant) (on|upon)',
  '(we|i) can only (wait|pass|forward|go by|repeat|do what|tell you what|hope)',
  'at the mercy of',
  '(notoriously|famously) (slow|bad|unreliable|difficult|unhelpful|late|picky|strict|stubborn)',
  '(known|notorious|famous|infamous|typical) (for|of) (them|being|losing|this|that|ignoring|late|the)',
  '(incompetent|incompetence|clueless|sloppy)',
  '(could|can|would) not (even)? be bothered',
  `(it is|it was|that is|that was|this is|this was) (only|actually|really|simply)? (the|our|your)? (new|other|old|shipping|delivery|payment|network)? (${some(PARTIES)}) (who|that|which)`,
  `(old|previous|former|last|external|outside) (${some(PARTIES)}) ... (left|mess|broke|wrong|badly|poorly|failed|forgot|never|mistake|sloppy)`,
  '(messed|mixed|screwed) (it|this|that|things|everything|them|your order) up (again|as usual|as always|once more|yet again)',
  '(decides|decide|decided|sets|set|makes|make|made|gives|give|issues|issue|controls|runs|owns|chooses|determines|caused|broke|lost|packs|delivers|prints|charges|charge|collects|does|did) ... not (the|this|our) (hotel|shop|store|platform|app|office|school|clinic|restaurant|museum|library|branch|company|agency|venue|team|hospital|airport|support)',
  '^(so|and|you can|if anything)? blame (the|our|your|their|whoever)',
  'they (invented|made up|came up with|introduced|thought up|imposed|dreamt up) (this|these|the|that|those|it)',
  '(is|are|was) not (really)? (a matter|something|a question|one|a case|a job) for (us|me|this|our)',
  '(nothing|not much|little) (that)? (i|we) can do about (what|how|when|them|their|it)',
  'a (very|completely|totally)? (different|separate|whole other) (crowd|lot|outfit|bunch|kettle)',
  `(it is|that is|this is|those are|these are) (all)? (the|our|your)? (${whose(PARTIES)}) (own)? (rule|rules|policy|terms|requirement|limit|condition|conditions|price|prices|thing|business|side|area)`,
  '(i|we) (are|were|am|was|have been) (not|never) (even)? (asked|consulted|involved)',
  '(were|was) never (asked|consulted)',
  '(is|are) (self-employed|independent (contractors|businesses|companies|sellers|operators)) and',
  '(answer|answers|answerable) for (themselves|itself|himself|herself|it themselves|that themselves)',
  '(must|have to|has to|should|need to|needs to) answer for (it|this|that)',
  '(do|does) not (work for|belong to|answer to|report to) (us|me)',
  `(${some(PARTIES)}) (that)? (we (use|work with|hired|pay))? (evidently|clearly|obviously|apparently|simply|just)? (can|could|do|does|did) not (even|seem to|know how|read|count|care|bother|do (its|their|his|her) (job|homework)|understand|be trusted)`,
  'do not ask (me|us) $',
  'do not ask (me|us) (why|how)',
  '(is|are|was|were) not (ours|mine) to (fix|solve|decide|change|repair|answer|sort|give|make)',
  '(could not|does not|do not) (really)? care (less|about|at all) !(if|whether)',
  'go (and)? (complain|shout|ask) (there|to|at|them)',
  '(you would|you had|you are|it is) (best|better) (to)? (ask|asking|contact|call|off asking|complain to) (them|him|her|the)',
  'the ... (people|guys|folks|lot|crowd|gang) (have|has|had) (again)? (broken|changed|mixed|forgotten|lost|made) ... (again|once more)',
  '(people|guys|folks|lot|crowd|gang) (have|has|had) (again|once again)? (broken (something|it|this|that)|messed|done it again)',
  'take your (anger|complaint|complaints|frustration) (there|to)',
  '(it is|it was) the ... (that|who|which) (failed|messed up|forgot|lost|broke|dropped|refused|insisted) (so|and|not)',
  '(is|was|be) (in|out of) (their|his|her) hands',
  '(take|took|taken) (it|this|that) up with',
  'without (asking|telling|consulting|informing|warning) (anyone|anybody|support|customer service|the team|the shop|a soul)',
  '(lies|lie|lay|rests|sits|is|was) (solely|entirely|only)? with ... (and)? not (with|at|on) (us|me|our)',
  '(person|people|agent|colleague|temp|trainee|one|salesman|fitter) who (trained|told|sold|served|took|advised|answered|packed|promised|installed|fitted) (your|you|it|the|this) ... (should|was wrong|was not|did not|obviously|clearly|is gone|has left|made|had no)',
  '(falls|comes) (under|within) the (remit|responsibility|competence|jurisdiction) of',
  '(turn|go|talk|speak|write) to (them|him|her) (instead|about|for|not|and)',
  '(i|we) (just|only|merely|simply) (serve|sell (it|them|the|these|those)|rent|deliver|repair|print|answer|sit|clean|cook|install|drive|book|stock|do the)',
  '(bound|limited|restricted) (by|to) what (the|they|our|others|he|she)',
  '(ties|tie|tied) (our|my) hands',
  '(should|must|needs to|need to|has to|have to) be (raised|taken up|discussed|settled|sorted|cleared) with (them|the|your|whoever) ... (we|i|not) (only|just|merely|us|have nothing|do not|are not|can not)',
  `(${some(PARTIES)}) (wants|want|wanted|likes|like|demands|demand|demanded) (it|this|that) (that way|this way|so|like that|like this|done)`,
];

const SYSTEM =
  'system|systems|software|tool|computer|computers|portal|platform|app|program|programme|crm|machine|till|database|backend|interface|algorithm|scheduler|booking system|bot';

const system = [
  `(${SYSTEM}) (just|simply|literally|automatically|sadly|unfortunately|currently|here|still|really)? (will|does|do|can|would|did|could) (just|simply|literally|really)? not (even)? (let (me|us|that|it)|allow (me|us|that|it|this)|permit (me|us|that|it)|give (me|us)|want|care|accept (it|that|this))`,
  `(${SYSTEM}) (sets|decides|fixes|determines|dictates) ... (not (me|us|we)|(i|we) do not)`,
  `(${SYSTEM}) (is|are) not (able|allowing|letting|letting|set|designed|built|made|programmed)`,
  `(${SYSTEM}) (just|simply|literally)? (only)? (insists|insisted|decides|decided|dictates|says no|said no|messed|screwed|is to blame|was to blame|is at fault|is stupid|did (that|this|it)|does (that|this|it)|(forces|forced|prevents|prevented|stops|stopped|keeps|makes|made) (me|us))`,
  `(blame|fault of|mistake of|error of) (the|our|this) (${SYSTEM})`,
  `(is|was) (the|our) (${SYSTEM.replaceAll('|', "'s|")}'s) (fault|mistake|decision|doing)`,
  `(${SYSTEM.replaceAll('|', "'s|")}'s) (fault|mistake|decision|doing)`,
  `(way|how) (the|our|this) (${SYSTEM}) (is|was|works|does|did|has been)? (built|set up|designed|programmed|made|configured|it)? $`,
  '(go by|rely on|work with|act on|tell you|see) (only)? what (the|our|my) (system|screen|computer|software|database) (shows|says|tells|gives|displays)',
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

const shield = [
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
const citation = [
  `(as)? per ${WHICH} (${RULES})`,
  `(according to|under|due to|because of|owing to|based on|following|in line with|in accordance with|pursuant to|in keeping with) ${WHICH} (${RULES})`,
];

/** “The florist's fault”: counts after the name of somebody else. */
const whoseFault = ['(fault|doing|mistake|negligence|incompetence|sloppiness|carelessness)'];

/** What an agent does, or did, about it. */
const DONE_ABOUT_IT =
  'added|arranged|asked|booked|called|contacted|credited|escalated|extended|fixed|forwarded|handed|moved|ordered|passed|put|raised|rebooked|refunded|reopened|replaced|rung|sent|set|shipped|swapped|transferred|waived|written';
const DOING_ABOUT_IT =
  'add|arrange|ask|book|call|chase|connect|contact|credit|escalate|extend|find|fix|forward|get|give|hand|help|keep|make|move|offer|order|pass|pay|put|rebook|refund|replace|ring|send|ship|sort|swap|take|trace|transfer|try|waive|write';

const KINDS = ['customer', 'colleague', 'partner', 'system', 'policy'] as const;

export default defineAvoidanceRule({
  id: 'no-blame-shifting',
  segment: 'responding',
  principle: 'Own it: never make the customer, a colleague, a partner, the system or “the policy” the cause.',
  why: 'Blame wins an argument and loses a customer. Whoever answers speaks for the whole company.',
  source: 'The key to great customer service; Excellence In Customer Service',
  presets: { recommended: 'error' },
  options: {
    onto: {
      type: 'some',
      of: KINDS,
      default: KINDS,
      description:
        'Which kinds of blame to report: `colleague` is another team too, `partner` is anybody outside and “not our fault”, `policy` is a rule without a reason and without another way.',
    },
  },
  phrases: {
    en: {
      customer,
      cause,
      acted,
      colleague,
      partner,
      whoseFault,
      system,
      policy: shield,
      citation,
      why: ['why (did|have|had) not you', 'why (did|have|had|would) you (not|even|wait|ever)'].map((phrase) => ({
        phrase,
        ignoredIn: ['code', 'quoted'],
      })),
      owned: [
        '!(not|no) (my|our) (own)? (mistake|fault|error|oversight|bad|slip|failure|responsibility)',
        '(is|was|one is) (entirely|all|fully|squarely|still)? (on|down to) (us|me) ',
        '(we|i) (got (this|that|it) wrong|messed up|dropped the ball|take (full)? responsibility|own (this|that|it)|let you down|should have)',
        '(ours|mine) to (fix|answer|own|put right|sort)',
      ],
      reason: [
        'because',
        'so that',
        'the reason',
        '(in order)? to (protect|keep|make sure|prevent|ensure|avoid)',
        'since',
        'as (we|they|it|the)',
        'this (keeps|protects|way|means)',
        'that is why',
        'for (safety|security|hygiene|privacy|legal) reasons',
      ],
      way: [
        `you (can|could|may|might) (also|still|always|then|of course|either|instead|however)? !(not|no|only|never|see|imagine|expect)`,
        `(i|we) (have)? (already|also|just|now)? (${DONE_ABOUT_IT})`,
        `(i|we) (can|will|would|am going to|are going to) (also|still|gladly|always)? (${DOING_ABOUT_IT})`,
        'let (me|us) (put|pass|connect|transfer|find|ask|forward|check|help|offer)',
        '(instead|alternatively|alternative|however)',
        'would (you|that) (like|prefer|rather|help|work|suit)',
        '(shall|could|can) (i|we) (offer|send|book|move|help|suggest)',
        'here is (what|how)',
        'please (contact|reply|write|send|use|try|choose|call|ask)',
        '^(or|and|then|but|so|instead|just|simply|otherwise)? (ask|book|bring|call|check|choose|contact|email|exchange|fill|go|have a look|keep|look|open|order|pick|reply|request|ring|send|show|switch|take|tell|try|use|visit|write) !(is|are|for)',
        '(or|and|then|so|but|rather|please|to) (please|just|simply)? (contact|call|ring|email|reply|write to|visit|try|use|ask|apply|exchange|rebook|choose) !(for)',
        '(in the meantime|until then|workaround|ombudsman|happy to|as soon as)',
        'you (are|will be) (always|still|also)? (welcome|free|able) to',
        `(team|colleague|somebody|someone|they|she|he) (can|will) (${DOING_ABOUT_IT})`,
        '(but|however|though|yet) ... (can|does|do|will|works|work|is|are) !(not|no)',
        '{link}',
        '(is|are) (now|already)? on (its|their) way',
      ],
      refused: [
        '(not|no|never|none|nothing|only|unable|unfortunately|cannot|final|void|invalid|forfeited|declined|rejected|refused|denied|excluded|ineligible|non-refundable|nonrefundable|impossible|prohibited|forbidden|closed)',
      ],
    },
  },
  groupsOff: ({ onto }) => [
    ...KINDS.filter((kind) => !onto.includes(kind)),
    ...(onto.includes('policy') ? [] : ['citation']),
    ...(onto.includes('partner') ? [] : ['whoseFault']),
    ...(onto.includes('customer') ? [] : ['cause', 'acted', 'why']),
  ],
  ignoredIn: ['code', 'quoted', 'conditional', 'question'],
  message: {
    extra: 'shifts the blame',
    customer: 'blames the customer',
    cause: 'blames the customer',
    acted: 'blames the customer',
    whoseFault: 'puts it on somebody else',
    why: 'blames the customer',
    colleague: 'blames a colleague or another team',
    partner: 'puts it on somebody else',
    system: 'hides behind a system',
    policy: 'hides behind a rule',
    citation: 'hides behind a rule',
  },
  suggestions: {
    customer: ['Say what is the case without “you”, such as “the file was not attached”, or speak of yourself'],
    cause: ['Say what happened and what helps now, without “because you”'],
    why: ['Ask what you need to know, without the reproach'],
    colleague: ['Own it in the company’s name: “we”, what you do about it, and by when'],
    partner: ['Say what you do about it, whoever caused it'],
    system: ['Say what you can do, or whom you ask to do it'],
    policy: ['Give the reason in one sentence, then what is possible'],
    citation: ['Give the reason in one sentence, then what is possible'],
  },
  counts,
  examples: {
    good: [
      'We have only ourselves to blame. The responsibility rests with us.',
      'It broke through no fault of yours. One call from us would have spared you the trip.',
      'Although it is marked as sold, the chair is still here.',
      'The damage was caused entirely by our driver, and we pay for it.',
      'If you have been typing it in capitals, try small letters.',
      'If you did not receive our mail, please look into the spam folder.',
      'You should have received the link by now, and you should have access to the board.',
      'You did nothing wrong: the bug was on our side.',
      'We failed to send the invoice. Here it is.',
      'Our warehouse packed the wrong colour. That is our mistake, and the right one left today.',
      'The carrier scanned your parcel in Leipzig on Tuesday; I have asked them where it is now.',
      'Your bank may need three days until the refund shows.',
      'You received the wrong size because we mixed up two labels.',
      'If anyone asks for your code, it isn’t us.',
      'If you had booked with us by mistake, cancelling is free.',
      'They forgot the spoon, so one is on its way to you.',
      'The till won’t take the code any more, so here is a new one.',
      'Your case was handled badly, and I am sorry.',
      'Our records show that you booked on 3 May.',
      'You had the whole week in a noisy room, and I am sorry for that.',
      'The bank charges the fee; I have asked them to return it.',
      'Our return policy allows 30 days.',
      'Company policy aside, you can exchange it until Friday.',
      'Under our terms we need the original box, because we resell it as new.',
      'You wrote: “You forgot to attach the file.” It is attached now.',
      {
        text: 'The driver could not be bothered to ring. A new parcel leaves us today.',
        options: { onto: ['customer'] },
      },
    ],
    bad: [
      {
        text: 'The travel agencies failed to tell us.',
        marks: ['agencies failed to'],
      },
      { text: 'You have only yourself to blame.', marks: ['You have only yourself'] },
      {
        text: 'The delay is attributable exclusively to customs.',
        marks: ['attributable exclusively to'],
      },
      { text: 'It was caused solely by our software supplier.', marks: ['caused solely by our software supplier'] },
      {
        text: 'You parked there even though it is marked in yellow.',
        marks: ['You parked there even though it is marked in yellow'],
      },
      { text: 'Your badly written theme slows it down.', marks: ['Your badly'] },
      { text: 'You’ve been typing it wrong.', marks: ['You’ve been typing it wrong'] },
      { text: 'You simply didn’t turn up.', marks: ['You simply didn’t turn up'] },
      {
        text: 'You failed to send the form, and you never replied to our mail.',
        marks: ['You failed to', 'you never replied'],
      },
      { text: 'The site went down because you deleted the wrong folder.', marks: ['because you deleted the wrong'] },
      { text: 'You should have read the terms before you signed.', marks: ['You should have read'] },
      { text: 'We can only work with what you give us.', marks: ['We can only work with what'] },
      {
        text: 'You let it ring out, so the cold food is on you.',
        marks: ['You let it ring out', 'so the cold food is on you'],
      },
      { text: 'Screens do not crack by themselves.', marks: ['do not crack by themselves'] },
      { text: 'You had three weeks to reply.', marks: ['You had three weeks to reply'] },
      { text: 'The landlord sets the rent, not our office.', marks: ['landlord sets the'] },
      { text: 'Riders answer for themselves.', marks: ['answer for themselves'] },
      { text: 'Why did you not tell us sooner?', marks: ['Why did you not'] },
      {
        text: 'That is the billing team’s fault, I keep telling them.',
        marks: ['billing team’s fault', 'I keep telling them'],
      },
      { text: 'The courier lost it again, that is on them and not on us.', marks: ['that is on them'] },
      { text: 'The system won’t let me change it.', marks: ['system won’t let me'] },
      { text: 'Per our policy, sales are final.', marks: ['Per our policy'] },
    ],
  },
});

const HELPERS = new Set(['owned', 'reason', 'refused', 'way']);

function counts(match: Match, reading: Reading): boolean {
  const { group } = match;
  if (HELPERS.has(group)) return false;
  if (group === 'cause') return !isOurs(match, reading) && wentWrong(match, reading);
  if (group === 'acted') return isReproach(match, reading);
  if (group === 'whoseFault' && !isSomebodyElses(match, reading)) return false;
  if (group === 'customer') return !isOurs(match, reading);
  if (group === 'policy' || group === 'citation') return isBare(match, reading);
  if (group === 'extra' || group === 'why') return true;
  return !near(match, reading, 'owned') && !(isLapse(match, reading) && near(match, reading, 'way'));
}

/** What tells that something went wrong, and not only why things are as they are. */
const TROUBLE =
  /^(?:fail|wrong|broke|brok|block|lock|reject|declin|bounc|delay|lost|damag|crash|missing|burn|crack|stain|ruin|invalid|incorrect|late$|error|stuck|stopp|wip|delet|gone$|overdue|suspend|void|leak|flood|jam|overheat|shrunk|tore|torn|dead$|empty$|corrupt|disconnect|frozen|froze$|expire)/;

function wentWrong({ sentence }: Match, { rendering: { words, sentences } }: Reading): boolean {
  const { from = 0, to = 0 } = sentences[sentence] ?? {};
  return words
    .slice(from, to)
    .some(({ folded }, index, all) => TROUBLE.test(folded) && all[index - 1]?.folded !== 'not');
}

/** What sets an act against what should have been. */
const REPROACH = new Set([
  'although',
  'despite',
  'instead',
  'anyway',
  'yourself',
  'without',
  'regardless',
  'nevertheless',
]);
const TWO_SIDED = new Set([
  'we',
  'us',
  'our',
  'i',
  'my',
  'me',
  'received',
  'arrived',
  'find',
  'found',
  'if',
  'when',
  'can',
  'could',
  'please',
  'no',
  'nothing',
  'right',
  'courier',
  'carrier',
  'driver',
  'transit',
  'transport',
  'warehouse',
]);

/** True where the customer’s act is told together with what went wrong, and nobody else has a part in it. */
function isReproach(match: Match, reading: Reading): boolean {
  const { words, sentences } = reading.rendering;
  const { from = 0, to = 0 } = sentences[match.sentence] ?? {};
  const around = words.slice(from, to).map(({ folded }) => folded);
  if (around.some((word) => TWO_SIDED.has(word) || SORRY.test(word))) return false;
  return wentWrong(match, reading) || words.slice(match.to, to).some(({ folded }) => REPROACH.has(folded));
}

/** “The florist’s”, but not “your”, “our” or “nobody’s”. */
function isSomebodyElses({ from }: Match, { rendering: { words } }: Reading): boolean {
  const owner = words[from - 1]?.folded ?? '';
  return /.'s$/.test(owner) && !/^(?:nobody|no-one|anyone|everyone|one|today|yesterday)'s$/.test(owner);
}

/** Words that make what befell “you” the doing of somebody else, or a thing to be sorry for. */
const SORRY = /^(?:sorry|apolog.*|regret|unfair|thank|thanks|understandabl[ey])$/;
const BEFALLEN = new Set([
  'we',
  'i',
  'our',
  'us',
  'got',
  'received',
  'were',
  'been',
  'charged',
  'found',
  'saw',
  'noticed',
  'think',
  'feel',
  'spotted',
  'see',
  'say',
  'said',
  'told',
  'something',
  'anything',
  'nothing',
  'not',
  'what',
  'describe',
  'need',
  'want',
  'get',
  'find',
  'tell',
  'know',
  'show',
  'showed',
  'reported',
  'mentioned',
  'report',
  'asked',
  'went',
  'if',
  'meant',
  'can',
  'could',
  'may',
  'will',
  'would',
  'might',
  'should',
]);

function isOurs({ hasGap, from, to, sentence }: Match, { rendering: { words, sentences } }: Reading): boolean {
  const first = sentences[sentence]?.from ?? from;
  if (words.slice(first, from).some(({ folded }, at) => SORRY.test(folded) && words[first + at + 1]?.folded !== 'but'))
    return true;
  // “Because you got the wrong size”: what decides stands in the gap.
  const marked = words.slice(from, to).map(({ folded }) => folded);
  const you = marked.indexOf('you');
  return hasGap && you >= 0 && marked.slice(you).some((word) => BEFALLEN.has(word));
}

/** True where a phrase of the group stands in the match's sentence or in one beside it. */
function near({ from, to, sentence }: Match, reading: Reading, group: string): boolean {
  return reading
    .matches(group)
    .some((other) => Math.abs(other.sentence - sentence) <= 1 && (other.to <= from || to <= other.from));
}

/** A fact about somebody else rather than a finger pointed: no blame where it comes with what is done about it. */
function isLapse({ to }: Match, { rendering: { words } }: Reading): boolean {
  // “Out of our hands” is a fact, “their rules tie our hands” is none.
  if (/^tie/.test(words[to - 3]?.folded ?? '')) return false;
  return /^(?:failed|forgot|decided|insists?|insisted|neglected|no|to|not|department|billing|finance|accounting|sales|shipping|logistics|legal|dispatch|payroll|returns|warehouse|desk|call|area|control|influence|power|reach|hands)$/.test(
    words[to - 1]?.folded ?? '',
  );
}

/** True for a rule that stands there alone: no reason beside it, and no other way in the whole reply. */
function isBare(match: Match, reading: Reading): boolean {
  const { links, sentences } = reading.rendering;
  if (near(match, reading, 'reason') || reading.matches('way').length > 0) return false;
  if (links.length > 0 || sentences.some(({ ends }) => ends === '?')) return false;
  return match.group === 'policy' || reading.matches('refused').some(({ sentence }) => sentence === match.sentence);
}

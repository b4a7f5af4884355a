/** Blame put on the customer. */

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

export const customer = [
  // Failing, forgetting
  `you (have|had)? ${PLAINLY} (failed to|neglected|forgot|forgotten|omitted|refused|ignored|disregarded|overlooked|misread|misunderstood|mistyped|misspelled|misspelt|mishandled|misused|botched|messed|screwed|mixed up|skipped|bypassed|tampered|caused)`,
  `you (have|had)? ${PLAINLY} (broken|broke|damaged|ruined|wrecked|abused|violated|breached) (it|the|your|our|this|that|a|them)`,
  `you (have)? ${PLAINLY} missed (the|our|your) (deadline|payment|cut-off|cutoff|due|instructions|note|notice|warning|step|window|small print)`,
  `you (must|seem to|appear to) have ${PLAINLY} (entered|deleted|missed|overlooked|forgotten|misread|misunderstood|mistyped|ignored|mixed|broken|typed|misplaced|done something|skipped|confused)`,
  'you (obviously|clearly|evidently|plainly) (did not|had not|have not|never|forgot|missed|are not|were not|do not)',
  // Not doing
  `you did ${PLAINLY} not ${PLAINLY} (${OMITTED})`,
  `(because|since|as|although|though|but) you have ${PLAINLY} not ${PLAINLY} (yet)? (${DONE})`,
  `you (have)? (still|again|once again|once more) (have)? not (yet)? (${DONE})`,
  `you (have|had)? ${PLAINLY} never (even|actually|once)? (${DONE})`,
  'you (have|had|did|could) (still)? not (even)? (bother|bothered|care to|cared to|be bothered)',
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
  '(mistake|error|oversight|fault|slip|mess) (of yours|you made|that you made|you have made)',
  '(user|customer|operator|operating|handling|driver) (error|negligence|mistake) !(message|log|code|report|on|by)',
  '(problem|fault|error|mistake|issue|blame|cause|responsibility) (lies|is|was|lay|sits|rests) (entirely|solely|clearly|purely|squarely|only)? (with|on|at) you',
  '(problem|fault|error|mistake|blame|cause) (lies|lay|sits|is|was) (entirely|solely|clearly|purely)? (with|on|at) your (side|end|part|own|setup|side)',
  '(that|this|it|one) (is|was) (entirely|solely|clearly|all|squarely|purely)? (on|down to) you $',
  '(caused|triggered|brought about|broken|damaged|omitted|overlooked|misplaced|neglected) (solely|entirely|directly)? by you !(and|or)',
  `(${WRONGLY}) by you`,
  `(${GIVEN}) (wrongly|incorrectly|wrong|falsely) (by you|on your)`,
  'you (are|were) (clearly|entirely|solely|simply|completely|quite)? (mistaken|to blame|at fault|careless|negligent|wrong !(to)|confused|confusing|reckless|in the wrong)',
  'you (are|were) (entirely|solely|fully|yourself) responsible',
  'you (only)? have (only|no one but|nobody but) (yourself|yourselves)',
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
  'you (are|were|have been) (simply|just|clearly|obviously)? (doing|using|holding|entering|reading|typing|installing|treating|looking at) ... (wrong|wrongly|incorrectly|the wrong)',
  `you have not (even)? (read|checked|followed|provided|sent|attached|enclosed|filled|paid|returned|replied|responded|answered|told|informed|backed|brought|kept|shown|looked|cleaned|renewed|bothered|listened)`,
  // How and where
  '(result of|due to|because of|caused by|down to|comes from|came from|lies in) (how|the way) you',
  '(due to|because of|owing to|as a result of|caused by|down to|through) your (own|late|missing|repeated|lack|inaction|behaviour|behavior|delay|carelessness|actions|inactivity|wrong|incorrect|unpaid|outdated|poor|bad|decision|absence|no-show|handling|failure|mistake|error|tampering|changes|change|edits|settings|usage)',
  '(nobody|no one) (on|at|in) your (side|end|team|household|family|company|office|organisation|organization|department)',
  '(someone|somebody) (on|at|in|from) your (side|end|team|household|family|company|office|organisation|organization|department) (has|have|must have)? (changed|deleted|forgot|forgotten|broke|broken|removed|failed|entered|clicked|moved|messed|switched)',
  'your (own)? (admin|administrator|it team|it department|accountant|wife|husband|son|daughter|child|children|kids|kid|dog|cat|staff|employee|employees|assistant|secretary|builder|electrician|plumber|nephew|neighbour|neighbor|roommate|flatmate) ... (broke|broken|forgot|deleted|wrong|failed to|should have|messed|ignored|neglected|spilled|damaged)',
  'your (own)? (phone|device|computer|browser|router|network|settings|card|setup|code|plugin|firewall|wiring|dog|account|configuration|habits|behaviour|behavior|impatience) (is|are|was|were) (clearly|obviously|simply|just)? (the (problem|cause|culprit|issue|reason)|to blame|at fault|too old)',
  '(mistake|fault|error|blame|responsibility|problem|oversight|slip) (is|was) (entirely|all|clearly|solely|only|purely|simply|therefore)? yours',
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
  'we would not be (here|having this|in this)',
  '(that is|this is) (exactly|simply|just)? (how|what) you (set|ordered|chose|signed|configured|typed|wrote|agreed|booked|entered|clicked|selected)',
  'you (have)? (clearly|simply|probably|obviously)? (made|committed) (a|an|the|some|several|this|that) (small|big|simple|common|serious|grave)? (mistake|mistakes|error|errors|typo|typos|slip|mess)',
  'you (clearly|simply|probably|obviously)? got (confused|muddled|mixed up)',
  '(it|that|this|problem|fault|cause) (must|has to|can only) (be|lie|come) (at|on|with|from|in)? your',
  'you (fail|refuse|neglect) to',
  'you (barely|hardly) (gave|filled|read|told|described|looked|tried|wrote)',
  'you (accepted|signed|agreed to|ticked) (the|our|those|these) (terms|conditions|contract|risk|rules|agreement|small print|fine print|t cs)',
  '(the)? fact (is)? (that)? you (did not|have not|had not|never|left|ignored|chose|waited|forgot|failed|used|entered|were not|put|let)',
  '(would|could|might) ... if you had !(any|a|trouble|questions|problems|no)',
  `if you had (only|just|actually|simply|at least)? (${DONE})`,
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
];

/** What the customer did, named as the cause: counts where the same sentence says that something went wrong. */
export const cause = [
  '(because|is that|reason is) you (have|had)? (simply|just|also|then|once)? !(can|could|may|will|would|are|were|was|need|want|wanted|like|liked|asked|told|deserve|might|should|must|do|did|love|get|got|received|paid|see|mentioned|wrote|reported|subscribed|know|and|trust|said|joined|qualify|contacted|shared|been|not|never|deal|rely|find|found|saw|noticed|let|warned|spotted|expected|hoped|waited|prefer|agree|sent|live|ordered|work|run|recently|first|last|both|all|already|lost|bought|came|reached|felt|experienced|had|pay|help|helped|raised|flagged|left)',
];

/** What people do to things; what they rightly do (ask, report, try) is left out. */
const ACTS =
  'left|let|put|took|drove|broke|cut|threw|lost|gave|sold|ran|hit|bent|tore|burnt|burned|set|shut|wore|washed|rode|fed|hung|shook|froze|lent|wound|undid|overdid|dried|ironed|bleached|boiled|soaked|scrubbed|cleaned|polished|painted|glued|drilled|nailed|mounted|installed|uninstalled|connected|disconnected|plugged|unplugged|charged|discharged|drained|filled|emptied|poured|spilled|dropped|kicked|pulled|pushed|pressed|squeezed|forced|closed|locked|unlocked|switched|turned|moved|removed|deleted|erased|wiped|formatted|renamed|replaced|changed|edited|altered|modified|overwrote|reset|rebooted|restarted|updated|upgraded|downgraded|disabled|deactivated|enabled|blocked|muted|ignored|skipped|scrolled|clicked|tapped|typed|entered|mistyped|pasted|copied|uploaded|submitted|signed|ticked|unticked|selected|chose|picked|mixed|swapped|confused|parked|stored|stacked|packed|wrapped|taped|folded|rolled|carried|transported|shipped|exposed|heated|cooked|baked|fried|microwaved|watered|overwatered|planted|trimmed|fertilised|cancelled|canceled|postponed|delayed|waited|booked|cashed|spent|exceeded|overdrew|transferred|revoked|stopped|refused|declined|rejected|rated|adjusted|loosened|tightened|screwed|unscrewed|opted|ordered|handed|threw|tampered|overloaded|overfilled|used';

/** Anything that the customer did: counts where it is told with what came of it, or against what should have been. */
export const acted = [
  `!(before|after|until|as|while|whenever|where|what|how|that|which|unless|till) you (have|had)? (then|also|simply|just|yourself|again|apparently|instead|nevertheless|still|probably|already)? (${ACTS})`,
];

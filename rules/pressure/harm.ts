/** Harm to the customer, which is a threat where something that they must do first stands beside it. */

const TAKEN =
  '(interrupted|discontinued|paused|halted|throttled|put on hold|ended|rescinded|stop|cease|suspended|terminated|deactivated|blocked|deleted|cancelled|canceled|disconnected|revoked|locked|banned|restricted|forfeited|disabled|frozen|removed|withdrawn|voided|void|null|invalid|erased|wiped|purged|shut|closed|evicted|fined|cut|stopped|sold|resold|auctioned|disposed|scrapped|reported|downgraded|destroyed|dropped|pulled|released|reallocated|reassigned|forfeit|dead|switched off|turned off|cut off|taken down|taken offline|taken away|thrown out|thrown away|given away|given to|passed on|passed to|put back on|handed to|offered to|let go|rejected|declined|denied|refused|written off|struck off|impounded|towed|clamped|seized|repossessed|escalated|expire|lapse|disappear|vanish|stop working|go (dead|dark|dead|offline|down|off|away|up for sale|read-only|back on|to (the next|someone|somebody|another|others|waste|auction|collections)))';

const GOES =
  '(goes|go|going) (dead|dark|offline|off|away|up for sale|read-only|back (on|to|up)|straight (to|back)|to (the next|someone|somebody|another|others|waste|auction|collections|whoever))';

const PUNISH =
  '(cancel|cancelling|delete|deleting|suspend|suspending|terminate|terminating|block|blocking|remove|removing|disconnect|disconnecting|cut off|cutting off|switch off|switching off|turn off|turning off|shut down|shut off|revoke|void|withdraw|withdrawing|dispose of|sell|selling|resell|scrap|wipe|erase|lock|locking|restrict|ban|deactivate|freeze|seize|repossess|give away|giving away|release|releasing|reassign|reallocate|refuse|downgrade|escalate|charge|charging|bill|billing|invoice|invoicing|fine|withhold)';

const WE_WILL =
  '(we|i) (will|shall|must|would|may|might|am|are|can|have|need) (then|also|simply|unfortunately|automatically|sadly)? (be|going|have|need|had)? (forced|obliged|compelled|required)? (to)?';

export const harm = [
  `(is|are|gets|get|be) (then|also|automatically|permanently|immediately|irrevocably|simply)? (erased|deleted|wiped|cancelled|canceled|suspended|forfeited|scrapped|sold|resold|auctioned|destroyed|rejected|locked|blocked|banned|terminated|disconnected|evicted|released|reallocated|reassigned|removed|voided|void|withdrawn|confiscated|thrown away|given away|dropped|disqualified|charged|fined|passed on|handed (on|over|to)|let go|cut off)`,
  '(your|the|any|all|this|it|everything|they) ... (lapses|lapse|ceases|falls away|dies|forfeits|drops out|drop out)',
  '(fee|fees|charge|charges|billing|rent|costs|premium|payments|interest|meter|invoices|direct debit) ... (continue|continues|keep|keeps|go on|goes on|carry on|carries on|runs on|run on) (to|being|running|coming|mounting|growing|rising|adding)?',
  '(goes|go|ends up|end up|lands|land|put) (in|into) (the|a) (skip|bin|shredder|trash|rubbish|recycling|dump|sale|auction|bottom|spam)',
  '(else|then|or|otherwise|and|means) (we|i) (come and|simply|just)? (release|give|cancel|delete|sell|close|cut|drop|stop|charge|keep|take|fetch|send|let|pull|scrap|bin|block|remove|end|hand|pass|suspend|switch|turn)',
  'about to (lapse|expire|end|run out|close|be (closed|deleted|removed|cancelled|suspended|sold|given|lost|cut))',
  '(is|are|will be|would be) (then)? on you $',
  '(costs|cost|is|be) (you)? (an|a|another|extra)? {number} (pounds|dollars|euros|pence|cents)? (a|per|every|each) (day|week|hour|month|night)',
  `(your|the|this|all|any|these|everything|it|they|accounts|orders|bookings|listings|members|items|parcels|vehicles|profiles|places|rooms) ... (will|shall|may|could|is|are|gets|get|must|has|have|going|would|be) (also|then|automatically|permanently|immediately|irrevocably|temporarily|simply|unfortunately)? (have to|need to|to)? (be|get|been)? (also|then|automatically|permanently|immediately|irrevocably|temporarily|simply)? (be|being)? ${TAKEN}`,
  `(your|the|this|that|it|they|everything|we) ... ${GOES}`,
  `(we|i|system) (will|shall|must|would|may|might|am|are|can|could|have|need|has) (then|also|simply|unfortunately|automatically)? (not|no longer)? (be|going|have|had|forced|obliged|only)? (to|but to|then)? (be)? ${PUNISH} (your|the|this|it|you|that|all|everything|any|them|every|access|service|delivery)`,
  `${WE_WILL} (give|giving|pass|passing|hand|handing|offer|offering|let|letting|keep|keeping|retain) (your|the|this|that|it) ... (to|on|over|away|go|deposit|fee|money|payment|goods|amount)`,
  `${WE_WILL} (close|closing|end|ending|stop|stopping|drop|dropping|pull|pulling) (your|the|all|every|any) ... (account|accounts|contract|membership|order|service|services|line|shop|store|policy|file|tenancy|subscription|project|listing|claim|deliveries|delivery|work|support|profile|site|supply|licence|license|access|offer|booking|application)`,
  '(and|with|have) your (account|order|contract|access|membership|profile|booking|listing) (permanently|immediately)? (closed|blocked|cancelled|suspended|terminated|deleted)',
  '(do not|not) be surprised (when|if)',
  '(late|missed|damaged|lost|unreturned) ... (cost|costs) (you)? {number}',
  'avoid (losing|the loss|a charge|charges|extra|additional|being|having) ... (your|settings|charges|costs|data|access|work|fees|place|progress|charged|cut|blocked)',
  '(you|you will|you would|you may|you could|you might|you can|will|may|would|and|or|to|avoid) (then|also|permanently|automatically|probably|likely|not)? (lose|losing|forfeit|forfeiting|miss|missing|jeopardise|jeopardize) (your|the|all|access|everything|any|out|this|that|it|our)',
  '(fee|fees|charge|charges|penalty|penalties|fine|fines|surcharge|interest|costs|cost|price) ... (will|shall|would|may|is|are|gets|get) (be|also)? (automatically)? (added|applied|charged|due|payable|incurred|apply|accrue|levied|imposed|deducted|billed|follow|on top|owed|yours|passed on)',
  '(will|shall|are|is|be|would|may|gets|get) (be|also)? (automatically)? (charged|billed|invoiced|fined|debited) (at|for|with|to|a|an|the|your|{number}|again|another|extra)',
  '(add|adding|apply|applying|charge|charging|impose|deduct|levy) (you)? (a|an|the|another|further|{number}) ... (fee|fees|charge|charges|penalty|surcharge|fine|interest|costs)',
  'you (will|would|may|shall) (have to|need to|must|be)? (bear|cover|pay|owe|foot|charged|liable|responsible) ... (cost|costs|difference|fee|fees|price|bill|damage|penalty|rest|full|interest)',
  '(there will be|with) (extra|additional|further)? (costs|fees|charges|interest) (on top|added|as well|too|for you|to pay)',
  '(reconsider|rethink|withdraw|review) (our|the|your) (goodwill|offer|refund|relationship|decision|business|cooperation|support|contract|discount|agreement|gesture)',
  '(loses|lose|losing) (access|the|their|all|every|any)',
  'forfeits (the|your|all|their|any)',
  '(we|i) (cancel|close|terminate|delete|walk|withdraw) $',
  '(is|are|gets|get) (collected|fetched|towed|taken) from (your|the)',
  '(is|are|will be) (then)? (history|toast|off the table|null and void|over and done)',
  '(is|are|gets|be) (kept|retained|withheld|forfeited)',
];

/** Help refused, which is a threat in the same company. */
export const refusal = [
  'there (will|is) (be)? (nothing|no|little) (more|longer|further)? (we|i|way|refund|possibility) ... (do|can|back|you)',
  '(we|i) (can|will|would|could|shall) (not|no longer) (guarantee|promise|keep|hold|reserve|honour|honor|protect|process|help|support|accept|assist|deal|refund|be able to|be responsible) (your|the|this|it|you|any|anything|a|an|that|help|keep|hold|refund|process|with|for)',
  'no (refund|refunds|compensation|replacement|exception|return|appeal|second) (will|is|can|are|whatsoever|possible|after|chance)',
];

/** What makes harm a threat: something not done, or a time that is up. */
export const spur = [
  'not (yet)? (completed|received|paid|returned|collected|confirmed|submitted|signed|verified|claimed|renewed|answered|updated|picked up|settled|cleared|here|in|with us) (by|before|within|until|in time|on time|after|in full)',
  'else (we|i|the|your|it|you|this|they)',
  'without (it|that|them|this|one|these|your)',
  'if ... (again|once more|another|any more|continue|continues|repeat|repeats|persist|persists|keep)',
  '(from|as of|starting) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|next week|the first|the {number})',
  '(urgent|urgently|immediately|immediate)',
  '(refuse|refusal|refusing|ignore|ignoring)',
  'unless',
  '(otherwise|or else)',
  '!(for) (either) ... or',
  'failing (that|which|this|to)',
  'if (you|we|i|payment|nothing|no|it|they|there|that|the|your|this|these|any|an|a|our) ... (not|no|nothing|never|fail|fails|failed|refuse|refuses|refused|ignore|ignores|late|overdue|unpaid|missing|still|stays|remains|remain|short|without|delay|delays|insist|continue|keep)',
  'if (nothing|no|payment|none|neither)',
  'should (you|we|the|your|this|payment|it|i|they|no|nothing) ... (not|no|fail|remain|ignore|refuse|continue|late)',
  'without (your|a|the|any|prompt|timely|that|this|it|further)? ... (payment|reply|response|answer|confirmation|signature|documents|document|deposit|consent|form|forms|proof|id)',
  '(once|when|as soon as) (that|this|the|your|those) ... (date|deadline|time|window|period|hours|days) (passes|pass|has passed|is up|are up|expires|runs out|is over|ends|closes)',
  '(accounts|customers|users|members|those|anyone|anybody|people|everyone|orders|bookings|tenants|parcels|items|profiles|whoever) (that|who|which|without|not|still) ... (not|stay|stays|remain|remains|past|after|late|without|unpaid|unverified|over|miss|misses|fail|fails|ignore|paid|confirmed|verified|collected|returned)',
  '(unpaid|unreturned|non-returned|not returned|unverified|unsigned|unconfirmed|uncollected|overdue|unanswered|no-shows|no-show)',
  '(must|need to|have to|has to|needs to|required to|expected to|had better|better|expect you to) (be)? ... (by|before|until|within|no later|today|tonight|now|immediately|tomorrow|first)',
  '(only|just) (have|got|has|until|till)',
  'the only (way|thing|chance|option)',
  '(last|final|second|third) (time|warning|reminder|notice|chance|request|attempt|call)',
  '(after|past|beyond) (that|this|then|which|the (deadline|date|cut-off)|midnight|today|tonight|tomorrow|friday|monday|noon)',
  '(repeat|repeated|another|further|continued|one more|any more|next) (offence|breach|violation|late|missed|complaint|incident|post|posts|time|chargeback|dispute)',
  '(any|a|another|every|each) (chargeback|dispute|abuse|breach|violation|late|delay|missed|attempt|misuse)',
  '(no|without) (exception|exceptions|excuses|ifs|further notice|further warning|discussion|warning)',
  '(pay|reply|respond|confirm|settle|sign|renew|return|act|decide|answer|send|book|upgrade|verify|update|order|complete|provide|contact|call|transfer) ... (by|before|within|until|today|tonight|now|immediately|tomorrow|this week|straight away|right away|in the next|asap|promptly|or)',
  '(reply|respond|pay|confirm|decide|sign|renew|act) or',
  '(to|in order to) (avoid|prevent|stop|keep|save|not lose|hold on to)',
  '(in arrears|behind with|still owing|in default|in debt)',
  '(stays up|remains online|stays online|is not taken down)',
  'until (we|you|the|i) (get|receive|have|hear|see|pay|paid|sign|send|sent|return|signed|payment|form|fee|invoice|balance|amount)',
  'if (nobody|no one|none|you are still|you stay|you remain)',
  '(another|further|one more|a second|the next) (missed|late|unpaid|failed|bounced)',
  '(anyone|those|anybody|whoever|customers|members|guests|everyone) not',
  'failing which',
  'without (a|an|the) (upgrade|subscription|contract|renewal)',
];

/** A calm word beside it: what stands above is then a fact kindly told. */
export const calm = [
  'no (rush|hurry|pressure|need to (worry|act|hurry|do))',
  '(nothing|none) (is|gets|will be|of) (lost|deleted|charged|cancelled|canceled|removed|this|that|it|happens|changes)',
  '(at any time|any time|anytime|whenever (you|it)|take your time|when you (have|get) a (moment|minute|chance))',
  '(you|we|i) (can|could) (still|always|simply|also|easily|just) !(not)',
  '(reopen*|restore*|reactivate|grace period|undo|bring (it|them) back|get (it|them) back)',
  '(let|tell|write|ask|call) (me|us) (know)? (if|and|so|whether|in case|what|when|which|first) ... (more time|longer|hard|difficult|trouble|extend|extension|another|help|easier|better|later|too|tight|suits|date|instalments|plan|arrange|find|work)',
  '(happy|glad|able|can|will) (to)? (also|gladly|easily|just)? (extend|hold|wait|postpone|rebook|move it|keep it|save|pause|give you more)',
  '(stays|stay|remains|remain) !(unpaid|unverified|locked|blocked|closed|outstanding|unanswered|unsigned|silent)',
  '(is|are|was|were) (here|there)? (for download|downloadable|exported|export)',
  '(keep|keeps) (exactly|just|all|safe|safely|where|as|in place|available|yours|your|open|valid|active|untouched|intact)',
  'free of charge',
  '(at)? no (extra)? (cost|charge|fee)',
  '(as|like) you (asked|wanted|wished|requested)',
  '(sorry|apologise|apologize|apologies)',
  '(refund*|money back|credit you|compensat*|send (you|another|a)|free of charge|swap)',
];

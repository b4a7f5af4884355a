import { defineAvoidanceRule, type Match, type Reading } from 'replylint/rule';

const MERELY =
  '(simply|just|currently|unfortunately|sadly|presently|regrettably|therefore|really|also|still|no longer|at present|at the moment|generally|in general|always)?';

/** What is refused with “cannot”, with “will not” and with “do not”: “we do not share your data” refuses nothing. */
const CAN_NOT =
  'accept|accommodate|be of|accede|adjust|allow|alter|amend|approve|arrange|assist|book|cancel|change|comment|compensate|consider|cover|credit|deliver|disclose|discuss|do (anything|that|this|it|so|more|much|any)|exchange|expedite|export|extend|fix|fulfil|fulfill|give|go below|grant|help|honour|honor|hold|include|install|intervene|issue|keep|let you|lift|lower|make (an|any|exceptions|changes)|match|merge|modify|move|negotiate|offer|open (it|this|that|an|the account)|overrule|override|pay|permit|postpone|proceed|process|provide|publish|put|reactivate|recover|reduce|refund|reimburse|reinstate|release|remove|renew|reopen|repair|replace|reserve|reset|restore|return|reveal|reverse|review|sell|send|serve|service|share|ship|shorten|stock|supply|support|swap|switch|take|tell|transfer|treat|undo|unlock|update|upgrade|waive|work with';
const WILL_NOT =
  'accept|accommodate|approve|assist|be able|be (accepting|adding|changing|extending|issuing|making|moving|offering|paying|proceeding|providing|publishing|refunding|renewing|reopening|replacing|restoring|reviewing|sending|supporting|taking)|comment|compensate|consider|cover|discuss|extend|fix|grant|help|honour|honor|make (an|any|exceptions)|negotiate|offer|pay|proceed|process|provide|reconsider|refund|reimburse|reinstate|renew|reopen|repair|replace|reply|respond|restore|reverse|review|support|unlock|waive';
const DO_NOT =
  'accept|accommodate|allow|compensate|comment on|cover|deliver (to|on|there|outside)|disclose|discuss|do (that|this|it|so|refunds|exchanges|returns)|exchange|extend|give (refunds|reasons|discounts|advice|out|money)|grant|have (a|any|another|it|them|that|plans|space|room|capacity)|hold|honour|honor|intervene|issue (refunds|a|an|any)|make (exceptions|an exception|any)|negotiate|offer|permit|plan to|price-match|provide|refund|reimburse|repair|replace|reserve|restore|sell (it|them|these|that|this|single|individual)|serve|service|ship|stock|supply|support|take (cards|returns|cash|bookings|reservations|it|them|back)|waive|reopen|get involved|see any|foresee';

/** What an agent will do about it, and what an agent did. */
const DOING =
  'add|arrange|ask|attach|book|call|change|check|connect|contact|cover|credit|email|enclose|escalate|extend|file|find|fit|fix|flag|follow|forward|get|give|hand|help|hold|include|issue|keep|lend|let|list|look|loop|mail|make|mend|move|offer|open|order|pass|pause|pay|post|put|raise|rebook|recommend|refund|rent|reopen|repair|replace|reply|reserve|restore|ring|save|schedule|see|send|set|ship|show|sort|split|start|stop|suggest|swap|switch|take|tell|transfer|try|update|waive|work|write';
const DONE =
  'added|arranged|asked|attached|booked|called|changed|checked with|connected|contacted|cancelled|made|corrected|covered|credited|emailed|enclosed|escalated|extended|filed|fixed|flagged|forwarded|given|gave|handed|included|issued|kept|listed|looped|moved|offered|opened|ordered|passed|paused|paid|posted|put|raised|rebooked|refunded|reopened|replaced|reserved|restored|rung|rang|saved|sent|set|shipped|sorted|started|stopped|swapped|switched|transferred|tried|waived|written|wrote';

/** Verbs that begin a sentence which says what the customer can do. */
const DO =
  'add|apply|ask|book|bring|buy|call|change|check|choose|click|collect|come|complete|contact|copy|create|disable|dm|download|drop|email|e-mail|enable|enter|exchange|export|file|fill|find|follow|forward|get|give|go|have a look|head|hold|install|keep|log|look|mail|message|move|open|order|pay|phone|pick|ping|point|post|press|put|reach|rebook|register|replace|reply|request|resend|reset|resubmit|return|ring|save|scan|see|select|sell|send|set|share|show|sign|speak|start|stop by|submit|swap|switch|take|talk|tap|tell|text|transfer|try|turn|type|update|upgrade|upload|use|visit|wait|walk|write';

/** Phrases that show a way forward, and those of a general close, which show none. */
const ways = {
  way: [
    'you (can|could|may|might) (also|still|always|then|of course|either|instead|however|now|easily|simply|just|again|at any time|already)? !(not|no|only|never|see|understand|imagine|expect)',
    'you (are|will be) (always|very|most|still|also)? (welcome|free|able) to',
    'you (will|would|should)? (still|also|then)? (find|get|receive|hear from|have until|be able)',
    `(i|we) (have|has)? (already|also|just|now|gladly|therefore|instead)? (${DONE})`,
    '(i|we) (would)? (recommend|suggest|advise|propose)',
    `(i|we|team|support|colleague|somebody|someone|they|she|he) (can|could|will|would|shall|may|might|would like to|would be happy to|will be happy to|am happy to|are happy to|are going to|am going to|am glad to|are glad to|would love to|want to) (also|still|gladly|always|then|now|certainly|however|instead|happily|even|only)? (${DOING}|be in touch|be happy|do (is|that|this|it|the|so))`,
    '(i am|we are) (also|now|currently|already|still|just)? (adding|arranging|asking|attaching|booking|checking|crediting|extending|forwarding|giving|holding|issuing|keeping|looking|offering|passing|paying|putting|refunding|replacing|sending|sorting|swapping|testing|tracing|transferring|working|writing)',
    '(still|also) (do|does|has|have|takes|take|offers|offer|sells|sell|runs|run|repairs|repair|makes|make) !(not|no)',
    'let (me|us) (put|pass|connect|transfer|find|ask|forward|check|see|help|show|suggest|offer|take|look|try)',
    '(instead|alternatively|alternative|alternatives|otherwise|workaround|ombudsman|meanwhile)',
    '(appeals (board|form|team|desk)|to appeal|appeal (form|within|against|to|at|by))',
    '(in the meantime|until then|by then|as soon as)',
    'the (next|quickest|fastest|easiest|best|simplest|only|other) (step|way|thing|option|place|route|chance) (is|would be|to|that|here|for)',
    '(what|here is what|here are|here is) (i|we|you) (can|could)',
    'here (is|are) (a|the|two|three|some|what|how|your|an|another|our|where|who)',
    'would (you|that|this|it) (like|prefer|rather|help|work|suit|be)',
    '(shall|should|may|can|could) (i|we) !(be)',
    '(could|can|would|will) you (please|kindly|also|try|send|tell|share|check|let|give|confirm|reply|upload|add|say)',
    '(please|kindly) (also|just|then|instead|simply|either)? !(note|be|accept|understand|do|not|bear|excuse|forgive|know|rest|remember|refrain|stop|consider|find|feel|let|no|never|so|too|that|this|like|because|a|an|the|our|been|as|don)',
    `^(or|and|then|but|so|instead|first|just|simply|either|next|also|for that|to do so|in that case|otherwise|if so)? (${DO}) !(you|for|is|are|was|were|will|wishes|luck|regards|office|rules|rule|policy|policies|period|window|requests|fees|charges|times|costs|we|has|have)`,
    `(or|and|then|so|but|please|rather|simply|to) (please|just|simply|then|either)? (contact|call|ring|email|e-mail|mail|reply|write to|visit|try|use|ask|apply|reopen|resubmit|appeal|exchange|rebook|choose|pick) !(for|questions)`,
    '(should|may|might) (help|work|do the trick|solve|be able to)',
    '(does|do|works|work) (this|that|it|ship|deliver|offer|accept|fit|the trick)',
    '(but|however|though|yet) ... (can|could|does|do|will|works|work|offers|offer|accepts|accept|is|are) !(not|no)',
    '(is|are) (still|also|now|always|free|currently)? (open|available|possible|in stock|bookable|on offer|covered|accepted|offered|included|welcome|an option|free) (from|until|at|in|for|on|again|instead|to|with|through|via|if|as|by|here|online)',
    '(available|back|possible|open|bookable|in stock) (again)? (from|on|in|by|at|until|soon|here|online|next)',
    '(a|the|one|another|next|further) (waiting list|wait list|waitlist|voucher|refund|credit|discount|replacement|exchange|second option|free) (is|are|will|can|on) !(off|out|not|no|impossible|excluded|never|closed|full|over)',
    'if (it|this|that|you|anything|the|your) (is|would (like|prefer|rather)|helps|prefer|send|can|want|change|changes|wait|book|reply|add|upgrade|tell|share|need (it|this|that|one)|still have (it|the)|think we)',
    'once (you|your|we)',
    '(the|a|an|another|one|next|new|ones|it|they|that|this|these|those|which) (next|new|other|same|one|ones|following|second|smaller|larger|week|day|month|year)? ... (starts|start|begins|begin|opens|open|runs|leaves|departs|ships|arrives|goes back|go back|costs|takes) (from|at|on|in|by|to|about|around|up|within|with|again|{number}|one|two|three|four|five|six)',
    'by (land|phone|post|mail|email|e-mail|hand|bus|train|ferry|bank transfer|card|courier|text|sms|yourself)',
    '(another|a different|one of our other|the other|our other|a second|a smaller|a larger|the smaller|the larger|a new|a similar) (size|colour|color|date|day|slot|plan|model|version|branch|shop|store|room|hotel|seat|flight|route|way|option|address|card|provider|supplier|place|account|copy|browser|device|appointment|team|person|colleague)',
    'at (reception|the (desk|counter|gate|door|box office|front desk)|any (shop|branch|counter|store|desk|station|stop))',
    '(colleague|colleagues|team|somebody|someone|desk|office|shop|counter|department|provider|bank|maker|manufacturer|courier|carrier|technician|engineer|nurse|doctor|partner|branch) ... (can|will|does it|do it|knows|know|helps|help|is with you|are with you|takes care|look into|looks into) !(not|no|never)',
    '(it|they|he|she) (takes|does it|do it|do|does|works)',
    '(so|otherwise|then|instead) (please|just|simply)? (share|send|use|split|try|reply|write|call|check|choose|pick|ask|open|upload|book|order|come|bring|pay)',
    '(new|corrected|updated|revised|fresh|replacement) ... (attached|enclosed|below|here|on its way|follows)',
    '(is|are) (attached|enclosed|below|on (its|their|the) (way|shelf))',
    '(is|are) yours (if|for|until|free)',
    '(exchanges|changes|upgrades|credits|others) (are|work) !(not|out|no|also|never|final|non-refundable|excluded)',
    '(partner|sister|other|second|nearest|our) (shop|store|branch|office|site|hotel|clinic|studio) ... (stocks|sells|has|does|takes|keeps|ships|offers)',
    '(will|would|shall) (then|also|soon|still)? (be)? (notified|informed|processed|contacted|updated|told|refunded|credited|replaced)',
    '(makes|make) (it|this|that) (less|easier|simpler|possible|better|bearable)',
    '(only by|only through|only via|only with|only until|only from|only after|only at|only online|only in|unless|provided that|as long as)',
    '(the|a|its|your)? (new|old|other|second|newer|smaller|larger|next) (one|ones|app|version|model|shop|team) (does|do|works|work|is|can|will|has) !(not|no|also|gone)',
    '(works|work) (at|in|on|with|here|everywhere|fine|well)',
    '(it|they|that|this) (belongs|fits|goes|applies)',
    '(people|customers|users|others) ... use (the|our|a|an)',
    'you are (kindly|hereby|also)? (requested|asked|invited|advised|encouraged) to',
  ],
  barred: ['^(please|and|also)? (do not|never|stop|refrain|no)'],
  contrast: ['(but|however|though|whereas|yet)'],
  close: [
    'questions (on|about) other',
    '(any|other|further|more|additional) (other|further|more)? (questions|question|queries|query|concerns|help|assistance|information|clarification)',
    '(do|does|did) not hesitate',
    '(anything|something) (else|further|more)',
    'feel free',
    '(thank|thanks) (you)? (for|again|in advance|very|so)',
    '(have|enjoy|wish you|wishing you) (a|all|the|your|every)',
    '(good|best of) luck',
    'all the best',
    '(future|other) (endeavours|endeavors|applications|projects|orders|pull requests)',
    '(look|looking) forward to (your|seeing|welcoming|serving|future)',
    'take care',
    '(apologise|apologize|apologies|sorry|regret|inconvenience)',
    '(thank|thanks)',
    '(as|like) (i|we) (have)? (already|previously)? (said|told|mentioned|explained|stated|wrote)',
    '(i|we) (have)? (already|previously)? (told|explained|checked|looked) !(with)',
    '(keep|kept) (you|your|this|that|it)? (application|cv|details|mind|in mind|on file)',
    'after (careful|thorough) (consideration|review)',
    '(no longer|not|never|nothing) (be)? (able|possible|willing) to',
  ],
};

export default defineAvoidanceRule({
  id: 'no-dead-end',
  segment: 'responding',
  principle: 'Let a “no” come with a way forward.',
  why: 'A refusal alone ends the talk where the customer’s trouble begins. There is nearly always something else that can be done, or somebody who can do it.',
  source: 'Yes, YOU Need To Read And Share This: Responding; Excellence In Customer Service',
  presets: { recommended: 'warn', strict: 'error' },
  phrases: {
    en: {
      refusal: [
        `(i|we|support|team|one) ${MERELY} (can|could|may) ${MERELY} not ${MERELY} (${CAN_NOT})`,
        `(i|we|support|team|one) ${MERELY} (will|would|shall) ${MERELY} not ${MERELY} (${WILL_NOT})`,
        `(i|we|support|team|one) ${MERELY} (do|does) ${MERELY} not ${MERELY} (${DO_NOT})`,
        `^(can|could) not (${CAN_NOT})`,
        '^(do|does) not have (a|any|that|it|them)',
        `^(unfortunately|sadly|sorry|regrettably|no)? (but)? not (possible|available|able|an option|anymore|any more)`,
        `(am|are|is|was|were|be) ${MERELY} (unable|not able|not in a position|not willing|not prepared|not authorised|not authorized|not allowed|not permitted) to`,
        `(is|are|was|were|remain|remains) ${MERELY} not ${MERELY} (possible|available|eligible|entitled|covered|refundable|exchangeable|transferable|returnable|accepted|allowed|permitted|supported|offered|an option|something|able|negotiable|in stock|foreseen|reimbursed|granted|approved|planned|feasible|open to|subject to|for sale|provided|included|part of|on our|on the|bookable|insured|up for|doable|valid|admissible|sold|served|happening|going to (happen|change|be))`,
        `(can|could|may) ${MERELY} no longer be (altered|changed|amended|cancelled|canceled|stopped|returned|exchanged|refunded|moved|corrected|undone|reversed|accepted|transferred|extended|added|edited|recalled|repaired)`,
        '(is|are) (generally|strictly|never)? not (refunded|exchanged|compensated|reimbursed|replaced) (in|for|after|when|if|once|under|on)',
        '^(sorry|unfortunately|alas)? (there is)? no (room|space|places|seats|slots) (on|for|in|left|until|this|next)',
        '(is not|are not|was not) available where',
        `(will|would) ${MERELY} not be (possible|available|able|refunded|reimbursed|accepted|extended|renewed|replaced|reopened|restored|returned|processed|considered|proceeding|moving|taking|offering|reviewed|changed|added|fixed|supported|approved|granted|honoured|honored|issued|paid|compensated|credited|delivered|shipped|published|released|coming|going|continuing|repaired|covered|doing|inviting|offered|selected)`,
        `(can|could|may) ${MERELY} not ${MERELY} be (accepted|accommodated|added|altered|amended|approved|booked|brought|cancelled|canceled|changed|combined with|compensated|considered|converted|corrected|covered|delivered|disclosed|discussed|done|exchanged|extended|fixed|given|granted|guaranteed|helped|honoured|honored|issued|moved|offered|overturned|paid|permitted|postponed|processed|provided|reactivated|recovered|redeemed|refunded|reimbursed|reinstated|released|removed|renewed|reopened|repaired|replaced|resized|reproduced|rescheduled|reserved|reset|restored|retrieved|returned|reversed|reviewed|sent|shared|shipped|shortened|supplied|supported|swapped|shortened|passed on|appealed|contested|refilled|returned|reactivated|lifted|taken back|made up|tracked|located|found|serviced|split|merged|transferred|undone|unlocked|updated|upgraded|used|waived|reduced|lowered|increased|raised|backdated|deferred|paused|copied|skipped|acceded to|agreed to|met|fulfilled|satisfied|entertained|upheld|carried (out|over)|rolled over|performed|arranged|organised|organized|put right|made good|rectified|remedied|reconsidered|discounted|deducted|unblocked|expedited|rushed|saved|salvaged|recreated|reprinted|resent|traced|admitted|dropped)`,
        '^(it|that|this|they|and it|so it) (will|would|can|could) not (be)? $',
        '(it|that|this|they) (will|would) not be $',
        `(am|are|is) ${MERELY} not ${MERELY} (taking (on|in)?|accepting|admitting|enrolling|hiring|recruiting|selling|offering|seeing|inviting|running|planning|issuing|booking) (any|new|more|further|additional|private|other)`,
        '(have|has) (stopped|ceased|discontinued|given up) (taking|selling|making|offering|repairing|stocking|producing|supporting|shipping|delivering|accepting|issuing|running)',
        '(flat|room|house|position|job|post|vacancy|place) (has|have) (already|since|now|unfortunately)? been (let|sold|taken|filled|rented)',
        '(has|have) lost (its|their) (value|validity)',
        '(do not|can not|no longer|hardly) (really)? see (a|any|another) way',
        '(do|does) not (extend to|admit|treat|insure|enrol)',
        '(that|this|it) (will|would) not (change|happen)',
        '(no longer|not anymore) (be)? (available|possible|offered|supported|sold|made|do|repair|treat|run|carry|serve|produce|issue|hire|produced|manufactured|accepted|valid|eligible|covered|in stock|able|offer|sell|support|ship|make|stock|accept|provide|part of)',
        '(has|have|had|was|were|is|are|been) (been)? (unfortunately|sadly|therefore|hereby)? (declined|rejected|denied|refused|turned down|not (been)? (approved|accepted|granted|selected|successful)|unsuccessful|dismissed|forfeited|disallowed|discontinued|withdrawn)',
        '(decision|invoice|bill|deposit|deduction|grade|mark|penalty|surcharge|charge|fine|fee|ban|verdict|result|price|block|suspension|answer|sale|sales|order|rejection|refusal|assessment|outcome|ruling) (still)? (stands|stand|is final|are final|remains|remain|is not subject|will not|stays|stay|is binding|is irrevocable)',
        '(are|is) final',
        '(no|without) (exceptions|exception|refunds|refund|exchanges|exchange|returns|return|cancellations|vacancies|appointments|slots|spots|seats|spaces|places|tables|rooms|waiting list|wait list|waitlist|possibility|way (to|of|for us|around|out|back)|solution|plans (to|for)|availability|chance|chances|dice|can do|luck|go|compensation|discounts|discount|credit|reservations|replacements|replacement|extensions|entry|blood tests|walk-ins)',
        'there (is|are|was|will be) (simply|just|currently|unfortunately|sadly|also|really)? (no|not any|not a|not another) ... (place|places|option|options|way|possibility|alternative|alternatives|room|rooms|space|refund|refunds|plans|vacancies|vacancy|appointment|appointments|slot|slots|availability|spot|spots|chance|ticket|tickets|seat|seats|support|date|dates|table|tables|copy|copies|stock|solution|workaround|basis|right|claim|entitlement|compensation|exception|exceptions|discount|deletion|reduction|extension|return|exchange|replacement|reimbursement|waiver|grace period|second chance|appeal|repair)',
        '(non-refundable|nonrefundable|non-transferable|nontransferable|non-exchangeable|irreversible|irrevocable|irretrievable|unrecoverable)',
        '(sold out|fully booked|booked out|booked up|booked solid|out of stock|oversubscribed|out of print|out of production|out of service)',
        '(list|group|class|course|tour|flight|event|programme|program|position|role|offer|promotion|registration|deadline|window|claim period|period|sale|booking) (is|has|are|was) (already|now|been|unfortunately|since)? (full|closed|over|ended|expired|passed|lapsed|elapsed|filled|cancelled|canceled|gone)',
        '(too late to|too late for|now too late|already too late|unfortunately too late|sadly too late|past the deadline|after the deadline|outside (of)? (the|our) (window|period|scope|warranty|area|deadline|cover|policy)|out of (scope|warranty|range|time)|beyond (the|our) (scope|window|period|deadline))',
        '(you|it|this|that|which|account|order|claim|item|device|application|case|request|policy|ticket|purchase) (do|does|did) not (qualify|meet|fall|fulfil|fulfill|satisfy|include|cover|entitle)',
        '(are|is) (unfortunately|therefore|sadly)? (ineligible|excluded|exempt|uninsurable|invalid|void)',
        '(i|we) (must|have to|had to|need to|regret to|are obliged to|are forced to|are going to have to|will have to) (decline|refuse|reject|say no|turn|disappoint|deny)',
        '(decided|chosen|resolved|opted) (not to|against)',
        '(i|we) (have decided|decided|chose) not to',
        '(i am|we are|i am very|am) afraid (not|that is not|that we can not|we can not|i can not|it is not|this is not|there is)',
        '(answer|reply) (is|has to be|remains|must be) (a|still|simply)? no',
        '(that is|it is|this is) (a|still a|sadly a|unfortunately a) no',
        '^(so|sorry|unfortunately|and|but|well|nope|nah)? (a)? no (sorry|unfortunately|can do|chance|way|not)',
        '^(sorry|unfortunately|afraid|alas) no (the|we|i|that|it|this)',
        '^(nope|nah)',
        '(nothing|not anything|not much|little) (more|else|further)? (that)? (i|we|can|one|anyone) (can)? (do|be done|offer|say|add)',
        '(never|not ever) (be)? (refunded|offered|replaced|accepted|made|returned)',
        '(not going to|is not gonna|not gonna) (happen|work|change)',
        '(we|i) (do not|never|will not) (get involved|make exceptions|give reasons|discuss|comment|negotiate)',
        '(none|nothing|no part|neither|no money|not a penny|not a cent) (of (the|your|this|it|these|them|our))? ... (will|can|could|shall|would) be (done|returned|refunded|repaired|replaced|paid|changed|reimbursed|credited|shipped|sent|offered|covered|moved|recovered|restored|given)',
        '(off the table|out of the question|not on the table|not on the cards|a non-starter|ruled out)',
        '(is|are|was|were|remains|becomes|would be|proved) (simply|just|absolutely|unfortunately|sadly|therefore|technically|physically|also|now|legally)? impossible',
        'nothing (more|further|left)? to (discuss|debate|negotiate)',
        'without further (processing|action|review|consideration)',
        'will not (run|work|fit|play|open|start|connect|load|function) (on|with|in|under) (that|this|your|those|these|older)',
        '(remain|remains|stay|stays) (permanently)? (closed|blocked|suspended|banned|locked|deactivated|in place|unchanged)',
        'did not (pass|qualify|succeed)',
        '(i|we) (have|has) no (way to|means|solution|answer|access|power|authority|plans|stock|capacity|room|space|vacancies|tables|information|record|appointments|slots)',
        '^(unfortunately|sadly|sorry)? (we are)? (full|fully booked) !(of|name|refund|amount|price)',
        'without (giving|stating|a) (reasons|a reason|reason)',
        '(can|could|will|may) no longer be (used|redeemed|changed|returned|refunded|claimed|accepted|cancelled|canceled|repaired|extended|booked|supported|sold|offered|moved|recovered|restored)',
        '(non-changeable|unchangeable|non-negotiable|non-returnable|non-cancellable)',
        '(deposit|deposits|fee|fees|payment|payments|money|sum|amount) (is|are|will be|remains) (kept|retained|forfeited|withheld|lost|not returned)',
        'there (will|would) not be (a|an|any|another) !(change|charge|problem|fee|delay|need)',
        '(team|engineers|developers|technicians|management|colleagues) (will|would|can|could|do|does) not (be looking|be able|be working|look|work on|review|consider|change|fix|help|approve)',
        '(feature|option|function|product|service|model|programme|program|plan|tariff|line|route) (has|have) been (removed|dropped|retired|scrapped|axed|ended|abandoned)',
      ],
      ...ways,
    },
  },
  ignoredIn: ['code', 'quoted', 'conditional', 'question'],
  message: {
    extra: 'says no, and nothing in the reply leads on',
    refusal: 'says no, and nothing in the reply leads on',
  },
  suggestions: ['Say what can be done: “What I can do is …”, “You can … instead”, or who can help'],
  counts: (match, reading) => isFirst(match, reading) && isShort(reading) && !showsWay(reading),
  examples: {
    good: [
      'Unfortunately we cannot refund the ticket, but you can rebook it until 30 June.',
      'We do not ship to Norway. Here are two shops that do.',
      'We can’t wait to see what you build.',
      'If you cannot log in, reset your password.',
      'I’m afraid size M is out of stock. I will write to you the day it is back.',
      'Dark mode is no longer in beta.',
      'The room is not available on Friday. Would Saturday suit you?',
      'We do not sell your data.',
      'We do not ship to Norway, though our partner shop in Oslo stocks the whole range.',
      'We cannot refund the ticket; a voucher over the same amount is yours if you want it.',
      'Files over 20 MB are refused, so share a link.',
      'Vote before it’s too late!',
      'The old keys can’t be copied. I can fit a new lock on Friday.',
      'We are not taking on new pupils this term. The school in Mill Lane still does.',
      'The name on the account can’t be changed from here; the form for it is at https://example.com/name.',
    ],
    bad: [
      { text: 'Unfortunately, we cannot refund this order.', marks: ['we cannot refund'] },
      { text: 'Hi Tom,\n\nrefunds are not possible after 14 days.\n\nKind regards,\nAnn', marks: ['are not possible'] },
      { text: 'We are unable to process your request. Thank you for your understanding.', marks: ['are unable to'] },
      {
        text: 'Your claim has been rejected, and the decision is final. Please do not hesitate to contact us with further questions.',
        marks: ['has been rejected'],
      },
      { text: 'Late check-out on Sunday is impossible.', marks: ['is impossible'] },
      { text: 'None of the deposit will be returned.', marks: ['None of the deposit will be returned'] },
      { text: 'This cannot be reversed. Do not open another account.', marks: ['cannot be reversed'] },
      { text: 'The parking fine cannot be reduced.', marks: ['cannot be reduced'] },
      { text: 'We are not taking on any new pupils.', marks: ['are not taking on any'] },
      { text: 'Dark mode is a dream. It won’t be.', marks: ['It won’t be'] },
      { text: 'The post has been filled.', marks: ['post has been filled'] },
      { text: 'There are no rooms left for that weekend.', marks: ['There are no rooms'] },
    ],
  },
});

/** A reply longer than this says more than no; in what words, no list can know. */
const MOST_WORDS = 80;

function isShort({ rendering: { words } }: Reading): boolean {
  return words.length <= MOST_WORDS;
}

/** One finding a reply: the first refusal stands for them all. */
function isFirst(match: Match, reading: Reading): boolean {
  if (match.group in ways) return false;
  const allowed = reading.matches('allowed');
  const first = reading
    .matches()
    .find(
      (other) =>
        (other.group === 'refusal' || other.group === 'extra') &&
        !reading.inContext(other, ['code', 'quoted', 'conditional', 'question']) &&
        !allowed.some(({ from, to }) => from < other.to && other.from < to),
    );
  return first === match;
}

/** True where the reply shows a way forward: says what can be done, asks, or leads on. */
function showsWay(reading: Reading): boolean {
  const { words, links, sentences } = reading.rendering;
  if (
    links.length > 0 ||
    words.some(
      ({ kind, folded, placeholder }) => kind === 'address' || isPhone(kind, folded) || leadsOn(placeholder?.text),
    )
  )
    return true;
  const closing = new Set([...reading.matches('close'), ...reading.matches('barred')].map(({ sentence }) => sentence));
  const counts = (match: Match) => !closing.has(match.sentence) && !reading.inContext(match, ['quoted']);
  if (reading.matches('way').some(counts)) return true;
  if (reading.matches('contrast').some((but) => counts(but) && turns(but, reading))) return true;
  return sentences.some(({ ends }, index) => ends === '?' && !closing.has(index));
}

const NEGATIVE =
  /^(?:not|no|never|nothing|none|nor|nobody|only|unable|impossible|final|closed|full|gone|over|expired|passed|declined|refused|rejected|rules?|policy|terms|thank|thanks|sorry|late|understand|hope|wish|appreciate|regret|afraid|unfortunately|sadly)$/;

/** “We cannot refund it, but …”: true where what follows the refusal says no more no. */
function turns({ from, to, sentence }: Match, reading: Reading): boolean {
  const { words, sentences } = reading.rendering;
  const after = words.slice(to, sentences[sentence]?.to ?? to);
  return (
    after.length >= 4 &&
    !after.some(({ folded }) => NEGATIVE.test(folded)) &&
    reading.matches('refusal').some((refusal) => refusal.sentence === sentence && refusal.to <= from)
  );
}

/** True for a number with as many digits as a telephone’s. */
function isPhone(kind: string, folded: string): boolean {
  return kind === 'number' && folded.replace(/\D/g, '').length >= 6;
}

/** True for a placeholder that stands for a way on: an address, an alternative, an include that cannot be seen. */
function leadsOn(placeholder: string | undefined): boolean {
  return (
    placeholder !== undefined &&
    /link|url|phone|e?mail|address|alternative|option|solution|dc\.|include|render|partial|> /i.test(placeholder)
  );
}

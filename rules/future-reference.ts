import { definePresenceRule, type Match, type Reading } from 'replylint/rule';

/** Words that may stand between “will” and what will be done. */
const ALSO =
  '(also|then|now|just|both|all|still|only|certainly|definitely|personally|gladly|happily|automatically|probably|usually|normally|soon|shortly|always|again|either|of course|be sure to|make sure to|continue to|do (my|our) best to)';
const DAY = '(monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const MONTH = '(january|february|march|april|may|june|july|august|september|october|november|december)';
/** Time that lies ahead. */
const AHEAD = `(today|tonight|tomorrow*|shortly|soon|overnight|within|by then|in time|(on|by|from|before|this|next) (${DAY}|${MONTH}|week|weekend|month|spring|summer|autumn|fall|winter|year|morning|afternoon|evening|midday|noon|midnight)|(on|by|before) ({number}|{any}|the {number})|from {number} ${MONTH}|from {any}|(in|after) (about|around|roughly|approximately|at least|up to|the next|another|a (day|week|month|few)|a couple of)? {number}|in (${MONTH}|spring|summer|autumn|winter|week|time|a (day|week|month|few|couple|moment|minute|fortnight))|(this|next) (release|version|update)|the (same|next) (day|morning|afternoon|evening|week|hour|business|working)|on the (working|business) day|(each|every) (${DAY}|day|week|morning|evening)|the day|the moment|the end of|(in|during|by|before|at|from) the (first|second|third|last|next|final|coming|new) (week|weeks|half|days|day|month|quarter|working)|(early|mid|late|end of) (next|${MONTH})|from {number} (hours|days|weeks) before|after (a|one) (day|week|month|few|couple|fortnight)|at (noon|midnight|half|the latest|{number})|${DAY})`;
/** What things do of themselves. */
const HAPPENS =
  '(ships|leaves|arrives|departs|lands|starts|begins|resumes|returns|reaches|comes !(from)|follows|launches|opens|reopens|goes|travels|lifts|kicks off|rolls out|releases|delivers|collects|meets|publishes|appears|hits|gets|switches|decides|wakes up|rolls over|changes|(he|she|it|who|and|colleague|engineer|technician|team|doctor|nurse|courier|driver|postman|support|one of us) (checks|reviews|calls|rings|writes|visits|sends|posts|looks))';
/** What is done with things. */
const DONE =
  '(paid|refunded|credited|returned|sent|posted|shipped|delivered|dispatched|collected|processed|released|reviewed|answered|published|issued|back|ready|done|live|fixed|available|with you|overwritten|deleted|erased|removed|restored|repaired|replaced|installed|activated|out|online|taken|debited|drawn)';

/** Groups that do not count of themselves. */
const ASIDE = new Set(['ahead', 'otherwise']);

export default definePresenceRule({
  id: 'future-reference',
  segment: 'future',
  principle: 'Leave the customer with something to expect.',
  why: 'What happens next, and when, bridges this contact and the following one; without it the customer has to guess or to ask.',
  source: 'Yes, YOU Need To Read And Share This: Reference The Future',
  presets: { recommended: 'warn', strict: 'error', chat: 'off' },
  appliesTo: { forms: ['full'] },
  convention: 'say what happens next',
  looksIn: 'anywhere',
  reportAt: 'end',
  phrases: {
    en: {
      promised: [
        '!(or|otherwise|else|how|what|when|where|which|that|something|anything|nothing|all|everything|one) (i|we) (will|shall)',
        '(support|team|colleague*|someone|somebody|specialist*|agent*|engineer*|developer*|technician*|driver*|courier*|carrier|manager*|department|departments|handler*|adviser*|advisor*|expert*|representative*|rep|office|desk|doctor*|nurse*|dr|clinic|practice|plumber|warehouse|branch|accounts|accounting|billing|finance|bank|panel|committee|board|council|pharmacist*|inspector*|consultant*|staff|one of us|they|he|she) (will|shall)',
        '(mr|mrs|ms|miss|mx) ... ... will',
        'and we (write|get back|come back|report back) to you',
        'who will (look|get|be|take|contact|review|check|follow|call|ring|write|reply|respond|handle|reach|come|meet|advise|update|let|send)',
        '(someone|somebody|colleague*|engineer*|specialist*|person|team|one) who ... ... will',
        '(i|we) (am|are) (now)? going to !(close|closing|need)',
        '(i|we) (plan|aim|intend|hope|expect|promise) to',
        '(i|we) (am|are) (planning|aiming|hoping|about|preparing|scheduled|on track) to',
        '(i|we) (can|could|also)? (send|ship|post|reply|answer|respond|release|review|publish|deliver|start|begin|open|update|call|ring|pay|refund|process) ... (within|tomorrow|tonight|by {any}|in {number}|as soon as|the same day|the moment|once)',
        '(i|we) (have|am|are|was|were) ... ... and (will|shall)',
        '(keep|keeping) (you|everyone|everybody) (posted|updated|informed|in the loop|up to date)',
        '(let|tell|letting|telling) you (know)? (as soon as|once|when|by|tomorrow)',
        '(update|notify|inform|email|text|write to|call|ring|ping|message) you (again)? (as soon as|once|when it|by|tomorrow|on (monday|tuesday|wednesday|thursday|friday))',
        '(getting|get|report|circle|come) back to you',
        'follow up with you',
        '^then (i|we) !(can|could|would|need|had|have|did|was|were|found|saw|noticed|tried|checked|do|may|might|must|should|will)',
        'and (i|we) (am|are) (on it|there|with you|off|on our way)',
        '^(bring|send|drop|tell|ask|call|write|reply|leave|post) ... ... and (i|we) (look|check|fix|repair|replace|send|refund|sort|do|take|show|find|call|ring|write)',
      ],
      others: [
        '!(you|i|we|or) (will|shall) (also|then|now|only|probably|usually|normally|automatically|soon|shortly|still)? (arrive|reach|ship|leave|go (out|live|back|to|into|on|from)|come|follow|start|begin|resume|return|land|show up|appear (in|on|within|by)|receive|get (back|in|to you|a|your)|contact|call|phone|ring|text|email|e-mail|write|reply|respond|answer|confirm|let you|update|keep|send|review|check|look (at|into|after)|process|refund|repair|collect|deliver|pick|visit|meet|release|publish|announce|launch|reopen|continue|stay|remain|travel|take (about|up|around|place|care|over|{number}|a (few|couple|day|week|while|bit))|hit|post|credit|share|handle|decide|bring|join|have (it|your|an answer|news)|renew|switch|drop|put|line|find you|pay|move)',
        '!(you|i|we|or) (will|shall) be !(able|unable|needed|required|happy|glad|pleased|delighted|asked|prompted|difficult|easy|easier|hard|too|shown|lost|a|an|no|not|charged|added|suspended|banned|terminated|frozen|forfeited|void|seized|evicted|prosecuted|blocked|disconnected|refused|rejected|ignored|taken|held|pointed|something|nothing|fully|displayed|saved|redirected|visible|hidden|marked|highlighted|logged|signed|disabled|enabled|used|found|of|open)',
        'shall be (dealt|actioned|processed|reviewed|answered|sent|paid)',
        '(is|are) (now)? going to be',
        '(is|are) (being|getting) (sent|shipped|reviewed|prepared|processed|looked|repaired|replaced|rolled)',
      ],
      customer: [
        `you (will|shall|should) ${ALSO}? (receive|get|hear|be (contacted|notified|told|informed|refunded|emailed|e-mailed|credited|updated|reimbursed|sent|hearing|receiving|getting|called|paid|offered|invited|back|up and running|the first))`,
        'you will ... have (it|them|your|our|my|an answer|a (reply|quote|new|decision|response)|the (new|money|parcel|refund|answer|result*)|news|everything)',
        `you (will|should) ${ALSO}? (see|find|notice|receive) ... (within|tomorrow|soon|shortly|next|in your (inbox|account|mail*|post|letterbox)|on (your|the) (card|bill|statement|account|next|invoice)|by {any}|refund*|credit*|when you next|from now)`,
        `you will ${ALSO}? (find|see) ... ... (from|within|by) {number}`,
        'you will know (more|by|as soon|when|once)',
        'you (can|may|should) expect',
        'expect (it|a|an|your|another|news|the|our|delivery|more) !(to)',
        '(please)? allow (up to|about|around|for|at least|us)? {number} (to)? ({number})? (business|working|full|calendar)? (hours|days|weeks)',
        'you are (booked|scheduled|confirmed|down|all set) (in)? (for|on|to)',
        'you are (in|on) the (next|list|waiting|waitlist|queue)',
        '(with|to|at) you (by|on|within|tomorrow|before|in {number}) !(email|mail|phone|account|the)',
      ],
      expected: [
        'should (now|then|all|also)? (be (with you|there|back|here|in your|on your|delivered|live|out)|arrive|reach|land|show up|ship|hit|come through|follow|clear within)',
        '!(you) (is|are|been|was) (now|already|currently|still|provisionally)? (due|scheduled|booked|booked in|planned|expected|set|slated|rescheduled|lined up|confirmed|moved) (to (arrive|be|ship|land|start|return|open|go|come|reach|end|finish|take)|for|on|in|at|by|within|tomorrow)',
        '(planned|scheduled|slated|due out|due back|expected) (for|in|on|by|at|to (arrive|ship|land|start|be))',
        '(estimated|expected) (delivery|arrival|completion|date|time|ship*|resolution)',
        '(takes|take|needs|need) (about|around|up to|roughly|approximately|usually|typically|at least|another|between|only|just)? ({number}|a few|a couple of|one|a) (to|or|and)? ({number})? (business|working|full|calendar)? (days|weeks|hours|months|day|week)',
        '(on|makes|make) (its|their|the) way (to|back|now|and|out|tomorrow|today)',
        '(is|are) (already|now)? on (its|the|their) way',
        '(what|here is what) (happens|comes|follows) (now|next|then)',
        'next steps from (us|our)',
        '(next|upcoming|coming|forthcoming) (collection|round|pickup|pick-up|intake|course|class|session|course|departure|opening|event|tour|term|season|draw|update|release|version|sale|delivery|run|batch|newsletter|meeting|appointment|visit|patch|edition|shipment|payment run|weeks|days|months)',
        'our next',
        "(next|following) (month's|week's|year's|quarter's|day's)",
        '^(after|within|in) (a|an|one|two|{number}) (day|days|hour|hours|week|weeks|minutes|night) ... (it|they) ... (again|back|itself|off|on|out|away)',
        '^(in the|in) future (the|your|it|we|i|our|this|you (can|will))',
        '^next time (the|your|it|we|i|our|this|you (can|will))',
        '(once|as soon as|when) (i|we) (have|know|get|receive|see|hear) ... (i|we) (can|make|send|write|start|begin|prepare|book|ship|look|check|come|call|ring|go|put|give|let|pay|refund|process)',
        `(as of|starting|effective) (tomorrow|next|${DAY}|${MONTH}|{number} ${MONTH}) !(to|until|till|through|and|or)`,
        `^from (tomorrow|next|${DAY}|${MONTH}|{number} ${MONTH}) !(to|until|till|through|and|or)`,
        `from (tomorrow|next week|next month|${DAY}|${MONTH}|{number} ${MONTH}) (on|onward*)`,
        'from (tomorrow|next week|next month) $',
        `(cost|costs|rise|rises|change|changes|apply|applies|runs) ... from (tomorrow|next|${MONTH}|{number} ${MONTH})`,
        '(the)? next time we',
        '(coming|more) soon',
        'soon (be|have|see|get|receive)',
        '(in|on) (tonight|tomorrow) (post|van|mail|delivery|run)',
        "(tonight's|tomorrow's|monday's|tuesday's|wednesday's|thursday's|friday's|saturday's|sunday's|today's)",
        'until then',
        'after (which|that) (i|we|they|the|your|it|that|this)',
        'on our (roadmap|calendar)',
      ],
      timed: [
        '(engineer|technician|plumber|driver|colleague|specialist|adviser|advisor|doctor|nurse|dr|someone|somebody|one of us|desk|team|manager) ... (can|could|would)',
        '(i|we) (are|am) (sending|shipping|posting|putting|popping|calling|ringing|visiting|coming|releasing|meeting|booking|checking|adding|bringing)',
        `you (will|should) ${ALSO}? have (it|them|your|our|my|an answer|a (reply|quote|new|decision|response)|the (new|money|parcel|refund|answer|result*)|news|everything)`,
        `you (will|should) ${ALSO}? (see|find|notice)`,
        `${HAPPENS}`,
        '(writes|calls|rings|visits|messages|sends) (to)? you',
        '(i|we) (write|call|ring|check|look|send|bring|come|meet)',
        '(usually|normally|typically) (shows|show|posts|arrives|lands|appears|sends|delivers|answers|replies|clears|turns up|comes)',
        `(is|are|get|gets|being) ... ${DONE}`,
        '(banks|orders|refunds|payments|transfers|replacements|parcels|items|repairs|deliveries|results|replies|we|they|i) (usually|normally|typically|should|can|may|generally)? (then)? (post|ship|leave|arrive|reach|land|appear|reply|answer|respond|take|show|send|refund|process|release|open|start|return|deliver|come|go)',
        '!(please|to|and|then|or|must|can|could|you|not|just|should|would|may|might) (come|go|arrive|ship|leave|appear|land|return|open|start|resume|roll) (back|out|in|live|off|over|to you)?',
      ],
      dated: ['(arrives|comes|follows|sent|goes) (out)? (to you)? (by|via) (e-mail|email|post|sms|text|courier|mail)'],
      anticipated: [
        '(look|looking) forward to !(resolving)',
        '(can not|could not) wait to',
        '(eagerly)? (await|awaiting) (more|your next|the next)',
        '(hope|hoping|love|like|happy|pleased|delighted|glad|trust|wish|excited|honoured|honored) (that)? (to|we may|we can|we will|you will)? (see|serve|welcome|have|host|meet|greet|work with) (with)? you (again|back|soon|there|at|in|on|next|here|contribute|around|for|aboard)',
        '(welcome|see|have|serve|meet|host) you (back|again|soon|next|at the|in the|on the|there)',
        '(would|will) (love|welcome|be happy|be delighted|be pleased|be glad|like) (to)? (see|have|welcome)? (you)? (future|again|back|contribute)',
        '(see|catch) (you|ya) (soon|there|then|later|again|next|tomorrow|on|at|in|around|tonight|this)',
        '(talk|speak|write|chat) (to|with)? (you)? (again)? (soon|tomorrow|then|next|on (monday|tuesday|wednesday|thursday|friday))',
        '^(until|till) (next time|we meet|then|soon|{any}|tomorrow) $',
        'stay tuned',
        'watch this space',
        '(come|visit|stay|shop|travel|fly|play|dine) (with us)? again',
        '(on|until|before|during|at|with|enjoy) your next (visit|stay|order|trip|booking|purchase|contribution|journey|adventure)',
        '(let us|we can|shall we) (pick this up|talk|speak|meet|touch base|catch up) ... (tomorrow|next|on (monday|tuesday|wednesday|thursday|friday)|again)',
        'future (contributions|visits|orders|stays|pull requests)',
      ],
      ahead: [AHEAD],
      otherwise: [
        '(i|we) (will|shall) ... (not|never)',
        'will not',
        '(otherwise|failing which) ... ... (will|shall)',
        'or (your|the|you|it) ... (will|shall)',
        '^no ... ... (will|shall)',
        '(nothing|none|nobody|neither) ... ... (will|shall)',
        '(no) (one|further|refund*|payment*|exception*|more|extension*|access|compensation) ... (will|shall)',
        '(will|shall) (send|give|make|accept|offer|take|provide|issue|have|be|grant) no',
        `(i|we) will ${ALSO}? be (more than|very|only too|always|so)? (happy|glad|pleased|delighted|here|there|around|honest|straight|frank|clear|brief|open|direct|unable|on hand|at your)`,
        `(i|we) will ${ALSO}? (help|assist|say|admit|assume|need|require|explain|leave (it|this|that)|have to (ask|close|decline|say)|hand (the|this|it|your)|cancel|cut|block|suspend|terminate|take legal|disconnect)`,
        '(i|we) will ... close (this|the|your|it) (ticket|case|conversation|issue|thread|request|topic|chat) (now|here|out|for now|as)?',
        '(i|we) will (consider|treat|regard) ... (closed|solved|resolved|settled|final)',
        'will (gladly|happily)',
        '(which|that|this|it|these|those) will (help|allow|let|enable|make|cause)',
        '(how|what|when|where) (i|we) will',
        '(i am|we are|me|us|call|ring|phone|reach) on {number}',
        '(payment|invoice|balance|amount|bill|fee|rent|instalment|installment|deposit) (is|was) (due|expected)',
        '(please|must|kindly|need to|have to) (be)? (returned|sent|paid|return|send|pay|reply|respond|contact|call|come|check|get)',
        '(expires|ends|disappears|valid|lapses)',
        'back to the (day|moment)',
        '^(please|just|simply|then|or|and)? (come|go|arrive|ship|leave|return|open|start|resume)',
        'you (are|were) expected',
      ],
    },
  },
  counts: (match, reading) => {
    if (ASIDE.has(match.group)) return false;
    const time = match.group === 'timed' ? timeAfter(match, reading) : match;
    if (!time || (time !== match && reading.inContext(match, ['conditional']))) return false;
    const isOtherwise = ({ from, to }: Match) => from < time.to && match.from < to;
    return !reading.matches('otherwise').some(isOtherwise);
  },
  message: 'Nothing says what happens next, or what the customer can expect',
  suggestions: ['Say what you will do and by when, or what the customer will see next'],
  examples: {
    good: [
      'Hi [Name],\n\nI will update you by Thursday noon.',
      'Hello [Name],\n\nYour refund is approved. Most banks post it within 5 business days.\n\nBest,\nAna',
      'Dear Ms {lastname},\n\nYour room is booked, with the late arrival noted.\n\nWe look forward to welcoming you.',
      'Hi {{ticket.requester.first_name}},\n\nThe desk is repaired and leaves our workshop tomorrow.\n\nCheers,\nPia',
      'Hi [Name],\n\nA colleague from the lab checks the sample, and you will hear from us either way.\n\nBest,\nJo',
      'Hello [Name],\n\nYour seats are changed to the balcony, and the new tickets are attached.\n\nSee you on Saturday!',
      'Dear Mr Lind,\n\nThe cans were not on the kerb by seven. The next collection on your street is 2 June.\n\nStreet Services',
      'Hi [Name],\n\nThe lock is off. After a day it turns itself on again.\n\nBest,\nKim',
      'Hi {{user.name}},\n\nCould you send me the log? Once I have it, we’ll find the cause.\n\nThanks,\nMia',
      'Hi [Name],\n\nThe blue one is sold out. If the green one does not fit, tell me and I will look again.\n\nBest,\nKim',
      'Hello [Name],\n\nAll four boards live on the new server. The old one stays for a while. Then we switch it off.',
      'Hi [Name],\n\nThe three purchases are refunded. Your bank usually shows the money within a week.\n\nJuno',
      { text: 'One moment, I am looking.', form: 'chat' },
    ],
    bad: [
      {
        text: 'Hi [Name],\n\nYour plan is active again, and all of your boards are there.\n\nBest,\nAna',
        marks: ['Ana'],
      },
      {
        text: 'Hi [Name],\n\nWe will not change the price for one customer, and I know that is hard to read.\n\nRegards,\nThe Acme team',
        marks: ['The Acme team'],
      },
      {
        text: 'Hello [Name],\n\nThe invoice is attached. If anything looks off, we will be happy to help.',
        marks: ['If anything looks off, we will be happy to help'],
      },
      {
        text: 'Hello [Name],\n\nThe file was too large. Please send it again, and add the order number next time.\n\nThanks,\nSam',
        marks: ['Sam'],
      },
      {
        text: 'Hello [Name],\n\nThe blue one is sold out and the green one is in the shop. If neither fits, tell me.',
        marks: ['If neither fits, tell me'],
      },
      {
        text: 'Dear [Name],\n\nPlease confirm the address, failing which your order will lapse.',
        marks: ['Please confirm the address, failing which your order will lapse'],
      },
      {
        text: 'Dear Ms {lastname},\n\nThe amount is outstanding since May. Pay it by Friday or we will block the card.\n\nAccounts',
        marks: ['Accounts'],
      },
    ],
  },
});

/** How many words may stand between what happens and when. */
const REACH = 6;

/** The time that is named soon after the words, in the same sentence. */
function timeAfter({ to, sentence }: Match, reading: Reading): Match | undefined {
  return reading
    .matches('ahead')
    .find((time) => time.sentence === sentence && time.from >= to && time.from - to <= REACH);
}

import { definePresenceRule, type Match, type Reading } from 'replylint/rule';

/** Us, or what reaches us. */
const US =
  '(me|us|our (team|desk|office|line|helpline|hotline|support|chat|number|shop|store|branch|door|help desk|front desk|reception|crew|people|specialists)|the (team|desk|office|line|helpline|hotline|number|shop|branch|front desk|help desk|reception|crew|box office|staff|moderators|maintainers)|the {organisation}|the ... (staff|team|support|desk|crew)|one of us|(the)? moderators|a moderator|this (mail|e-mail|email|message|ticket|thread|address|letter|note|number|line|chat|text|conversation)|support|{number}|{any}|{link}|my (desk|line|extension|mobile|direct line)|extension)';

export default definePresenceRule({
  id: 'conclusion-check',
  segment: 'concluding',
  principle: 'Before you close, ask whether the customer has what they need.',
  why: 'A reply that just stops leaves the customer to open a second ticket. Asking costs a line and tells them that they may.',
  source: 'Yes, YOU Need To Read And Share This: Concluding',
  presets: { recommended: 'warn', strict: 'error' },
  appliesTo: { forms: ['full'], intents: ['answer', 'resolve', 'refuse', 'apologize', 'close', 'other'] },
  convention: 'invite further questions',
  looksIn: 'ending',
  options: {
    closingLine: {
      type: 'line',
      default: '',
      description:
        'The line that `--fix` puts in before the sign-off where nothing asks: plain text and placeholders, in the language of the reply, and such that it counts by itself.',
    },
  },
  closingLine: ({ closingLine }) => closingLine,
  phrases: {
    en: {
      offered: [
        '(anything|something) (else|more|further) !(is|are|was|will)',
        'let (me|us) (know|hear) (if|whether|how|when|should|any|anything|in case|of any)',
        'let (me|us) know ... (questions|problems|trouble|anything)',
        '^(if|should) ... ... ... (reply|respond|write back|ring|text|ping|shout|holler) !(to|them|him|her)',
        'tell (me|us) (if|whether|how (it|that|this|things|far|he|she|they|everything|you (get|fare|are getting))|any time|anytime)',
        '^any (other|more|further) ... ... (send (it|them|me|us)|tell|ask|drop|bring|throw|shout|(i am|we are|just) !(not))',
        '(will|would|can) (gladly|happily) (help|explain|walk|show|talk|discuss|go|answer|advise|look|assist)',
        '(do|does|did) not hesitate',
        '(do not|never) be (afraid|shy|a stranger)',
        'feel free to (reach|contact|reply|respond|ask|write|call|ring|message|ping|email|e-mail|text|get|let|open|reopen|re-open|drop|come|send|shout|give|join|visit|stop|tell|comment|post|pop|phone|dm)',
        `(you are|you will be)? (always|very|most|more than)? welcome to (reach|contact|reply|respond|ask|write|call|ring|message|ping|email|text|get|reopen|drop|come|phone|open|pop)`,
        `you (can|may|could) (always|also|still|of course|just|simply|reach|both|easily)? (reach|contact|call|ring|phone|text|message|email|e-mail|write to|find|catch|ask|reply to|answer|get|ping|get hold of) (to|back to|hold of)? ${US}`,
        '(i|we) (am|are) (always|all|still|right|both|only)? (just)? (here|around|a (call|message|mail|reply|click|line|phone call) away|one (message|call|mail|reply|click|line) away|only a|all ears|at your (service|disposal)|on hand|listening|(happy|glad) to (help|assist|answer|explain|walk|talk|hear|look|listen|clarify|discuss|go|show|tweak|adjust|try|check|take|guide|chat|dig|sort|advise|support|jump)|at {number}|on {number}|at {any}|on {any}|on whatsapp|on the phone|reachable|in all|in until|in from|available)',
        '(i|we|team|community|colleague*|someone|staff|they) (will|would) (also|always|then)? be (more than|very|only too|always|so)? (happy|glad|pleased|delighted|here|around|there|on hand) (to (help|assist|answer|walk|explain|talk|hear|look|take|listen|show|clarify|provide|go|guide|discuss|advise|support)|for|if|whenever|until)',
        '^(always|more than|very|only too)? (happy|glad|pleased) to (help|assist|answer|walk|explain|talk|hear|look|take|listen|show|clarify|go|guide)',
        'here (to help|for you|if you|whenever|should you|any time)',
        '(i|we) would (love|be (keen|happy|glad|delighted)) to (hear|know|help|walk|show|understand|explain|talk)',
        '(i|we) would like to (hear|know)',
        'you know (where|how) (to|i|we)',
        '(my|our) (inbox|door|doors|line|lines|chat|mailbox|phone|phones|team|desk|ears|office|dms) (is|are) (always|also|still|all|never|here|never)? (open|free|there|staffed|available|here|happy|glad|yours|closed|listening|just|on)',
        '(my|our) (direct (line|number)|extension|number|mobile) (is|for)',
        '(questions|question|queries|doubts|feedback|corrections) ... (are|is) (always|very|more than|also|most)? welcome',
        '(is|are) (always)? (glad|happy) to (hear|help)',
        '(hit|press|click) reply',
        '(reply|replies|answer|answers|mail|mails|message*) ... (reach|reaches|come|comes|go|goes|land|lands) (straight|directly|right)? (to|with|at)? (me|us|a person|a human|one of us)',
        '(i|we) (read|answer|check|watch) (this|every|each|all) (mailbox|inbox|mail|message|reply|thread|answer|replies|mails|messages|of them)',
        'you (have|know|will find|find) (my|me|us|our) (number|at|in|on|here|until|any|direct|mobile|address)',
        'say the word',
        'correct me if',
        'ask away',
        '(just|simply) ask',
        '(for|with) (any|further|more|other|all other|anything) (questions|queries|question|help|assistance|concerns|support|else) ... (contact|call|ring|email|reach|write|reply|ask|team|desk|visit|message|speak|get|line|{link}|{number}|{any})',
        '(for|with) (everything|anything|whatever) (else|we|you|that)',
        '(for|about) any question',
        '^(for|with) (questions|queries|problems) (about|on|with|regarding)? ... (i|we|call|ring|write|ask|reply|contact|mail)',
        '(remain|remains|stay|stays|always|are|am|is) (always|also|gladly|entirely|fully)? at your (disposal|service)',
        '(should|if|whenever|in case) you (need|require|want|wish|have|would like) (any|some|more|further|additional|other) ... (help|assistance|support|information|clarification|clarifications|explanation|explanations|questions|queries|details|guidance|advice)',
        '(request|ask) (for)? (this|it|the|that) ... (reopened|re-opened)',
        'keep (me|us) posted',
        '(one|a) (call|message|mail|click|line|reply) away',
        '^instead (just|simply)? reply to (this|us|me)',
        'how did (we|i) do',
      ],
      asked: [
        '^(and|but|so|or|now|then|also)? (does|did|do|is|are|has|have) (this|that|it|these|those|everything|all|the|your|things|you|my|any of) ... (help|helps|helped|solve|solved|work|works|working|worked|sense|answer|answers|answered|fix|fixed|clear|okay|ok|fine|load|right (for|now)|sorted|better|well|as (expected|you)|do the (trick|job)|good|suit|covered|what you (need|needed|wanted)|everything you (need|needed)|look right|sound)',
        'would (it|that|this) (help|be)',
        '^(and|but|so|or)? (was|is) (that|this|it) (everything|all|it|the lot) $',
        '(need|want|like|prefer) (a hand|help|any help|more|us to|me to|anything|another|some help|a (call|chat|walkthrough|quick))',
        '(would|do) you (like|want|need|prefer) (me|us|help|any|anything|more|a hand|some|further)',
        '(can|could|may|shall|should) (i|we) (also|still|do|help|assist|be of|answer|show|walk|clear|explain|look at|send you|take|arrange|set|book|offer)',
        '(any|more|further|other|additional) (questions|queries|question|doubts|concerns|trouble|problems|thoughts|snags)',
        '^(questions|problems|trouble|stuck|doubts|unsure|unclear|worried|confused)',
        '^(still|not|got|have|having|got any|see|seeing|something|anything|spotted|missing|missed|lost|feeling|curious|wondering|in doubt|in trouble|no luck)',
        '(what|how) (else|more) (can|could|may) (i|we)',
        '(have|did|do) (i|we) (answer|answered|miss|missed|cover|covered|forget|forgotten|overlook|overlooked|get|got) ',
      ],
      reached: [
        `(reply|respond|answer|write|writing|replying|mail|e-mail|email|call|ring|phone|text|message|ping|dm|contact|contacting|notify|inform|alert|tell|ask|nudge|poke|buzz|tag|catch|find|whatsapp|mention|visit|chat with|speak to|speak with|talk to) (back)? (in|just)? (to)? ${US}`,
        '(drop|send|give|shoot|leave|pass|write|slip) (me|us) (a|an|another|your|one|over|the|word|in)',
        '(let|tell) (me|us|our (team|desk)|the (team|desk|crew)) (know|hear|where|what|which|how|and|about|so)',
        '(get|getting|be|keep|stay|come|go|report) (back)? (to|in) (touch|contact|me|us)',
        'get hold of (me|us)',
        '(answer|reply to|respond to) (this|it|here)',
        'reach (out|me|us)',
        '(come|get|write|call|ring|report|reply|answer|shout|check) back',
        '(just|simply|please|do|also|then|always|either) (reply|respond|answer|write|shout|holler|yell|ask|call|ring|phone|say|say so|knock|speak up|pop (in|by|over|round)|stop by|drop (by|in)|swing by|look in|come (in|by|over|round|back|find)|comment|post (here|below|it|again|a|the)|reopen|re-open|open (a|another)|start (a|another)|raise (a|another)|get in)',
        '^(reply|respond|answer|write|shout|holler|yell|ask|call|ring|phone|say|knock|pop (in|by|over|round)|stop by|drop (by|in)|look in|comment|post (here|below|it|again|a|the)|reopen|re-open|open (a|another))',
        '(do|please|just|simply) (say|shout|ask|ring|write|call|look in|tell|holler)',
        '(open|reopen|re-open|start) (a|another|your|this|the|it) (new|fresh|ticket|case|request|issue|chat|conversation|thread|topic|again)',
        '(raise|create|submit|file|log) (a|another) (new|fresh)? (ticket|case)',
        '(ticket|case|request|issue|thread|conversation|this|it) ... (reopened|re-opened|reopens|re-opens)',
        '(request|ask) (for)? (this|it|the|that|your) ... (reopened|re-opened)',
        '(reply|message|word|line|mail|email|call|note|answer) ... (reopens|re-opens|wakes|brings|reaches (me|us|my|our)|lands (with|in|on)|gets (to)? (me|us))',
        '(shout|holler|yell|whistle|say so|look in|drop by|stop by|pop in|swing by|come by)',
        '(someone|somebody|one of us|a colleague) (is|will be) (always)? (there|here|around|on|at|happy|in|awake)',
        'join us',
        '(wave|knock|ring|tap) (at|on) (me|us|my|our)',
        'the (chat|line|desk|helpline|hotline|team|bot|office) (answers|replies|helps|knows)',
        '(one|a) (line|word|note|reply|message|call) (to (me|us|this|that) (address|line|number|thread)?)? (is|will be) (enough|plenty|all it takes|fine)',
        '(i|we) (am|are) (just|only|always|all|both)? (one|here|at {number}|at {any}|on {number}|on {any}|on extension|around|there)',
        '(i|we) (can|will|could|would) (gladly|happily|always|also|then|certainly|of course)? (help|explain|walk|take another|look again|look into|have another|find another|sort|show|check|go through|dig|try|trace|guide|talk)',
        '(my|our) (line|phone|desk|chat|number|office|team|door|colleagues|inbox|helpline|hotline) (is|are|picks|answers|will|can|helps)',
        'the (line|phone|desk|chat|helpline|hotline|office|reception|front desk|team) (is|are|picks|answers|can) (open|staffed|up|help|here|there|happy|glad|on)',
        '(contact|email|e-mail|call|ring|message|write to|reach|text) {link}',
        '(the|my|our|this) ... (line|phone|desk|chat|number|helpline|hotline|office|reception|switchboard|counter|inbox|door|team|desk) (is|are|stays|remains) (open|free|staffed|there|here|on|always|available|manned|reachable|yours)',
        '(my|our|the) (direct|mobile|office|own|personal)? (number|line|extension|mobile|phone) is',
      ],
      when: [
        '(if|should|when|whenever|whatever|in case|unless|any time|anytime|at any time|any day|day or night|day and night|again|stuck|trouble|doubt|unclear|unsure|wrong|questions|question|queries|problems|problem|concerns|worries|anything|something|need (a hand|help|more)|need anything|always|however|for (anything|whatever|everything)|at all|in three months|before or after|before and after)',
      ],
      hushed: [
        '(do not !(hesitate|be|worry)|never !(hesitate|be)|no need to|(please|must|should|may|can|could|need) not !(hesitate|be)|not (necessary|needed|required) to|please refrain) ... (reply|respond|write|contact|call|email|answer|send|open|bother)',
        '(before|until|after|without|when|while|by) (contacting|writing|calling|replying) ',
        '(contact|ask|call|ring|email|tell|reach|visit|write to|speak to|talk to|check with) (your|their|his|her|its) ',
        '(other|common|further|most|frequent|frequently asked|general) (questions) (are|is|can be)',
        '(happy|glad|pleased|delighted) to (help|assist) (you)? with (that|this|it|your|the)',
        'anything (else|more|further) (is|are|was|will)',
      ],
    },
  },
  counts: (match, reading) => {
    if (match.group === 'when' || match.group === 'hushed') return false;
    if (reading.matches('hushed').some(({ from, to }) => from < match.to && match.from < to)) return false;
    if (match.group === 'asked') return reading.rendering.sentences[match.sentence]?.ends === '?';
    return match.group === 'offered' || isInvited(match, reading);
  },
  message: 'Nothing asks whether the customer needs anything else',
  suggestions: ['Ask a question that fits, such as whether it works now, or offer further help'],
  examples: {
    good: [
      'Hi [Name],\n\nYour plan is active again.\n\nIs there anything else I can do for you?',
      'Hi [Name],\n\nI have reset the board, and the old entries are back.\n\nDoes the chart load now?\n\nBest,\nAna',
      'Hello [Name],\n\nYour refund is on its way. Should it not be there by Friday, just reply to this email.\n\nCheers,\nPia',
      'Hello [Name],\n\nThe new key is in the parcel. Still stuck? Tell me which step, and we go through it together.',
      'Dear Ms {lastname},\n\nThe room is yours from noon. You can reach me at extension 4410 until six.\n\nKind regards,\nJo',
      'Hi {{user.name}},\n\nThe export is back, and I tested it with your file. My inbox is open.\n\nMia',
      'Dear Mrs Ibe,\n\nThe lift goes to every floor. The office remains at your disposal should you require further assistance.',
      'Hi [Name],\n\nThe soup has celery and the stew has none. If talking is easier, the kitchen line is open from four.',
      'Hello [Name],\n\nThe fee is cancelled, and the invoice is attached. Please do not hesitate to call us.\n\nJo',
      { text: 'Could you send me the order number?', form: 'full', intent: 'ask' },
      { text: 'Then click Save and sign in again.', form: 'fragment' },
    ],
    bad: [
      {
        text: 'Hi [Name],\n\nYour plan is active again. I hope this helps.\n\nBest,\nAna',
        marks: ['Ana'],
      },
      {
        text: 'Hi [Name],\n\nYour plan is active again.\n\nKind regards,\nAna',
        options: { closingLine: 'Is there anything else I can do for you?' },
        marks: ['Ana'],
      },
      {
        text: 'Hello [Name],\n\nThe fee is not part of the refund. Other questions are answered in our FAQ.\n\nRegards,\nThe Acme team',
        marks: ['The Acme team'],
      },
      {
        text: 'Dear Ms {lastname},\n\nYour policy is renewed and the card is attached. Please do not reply to this address if you need changes.',
        intent: 'resolve',
        form: 'full',
        marks: ['Please do not reply to this address if you need changes'],
      },
      {
        text: 'Hi [Name],\n\nThe warranty covers the hinge. Which of the two repairs would you like?\n\nLuca',
        intent: 'answer',
        marks: ['Luca'],
      },
      {
        text: 'Hi [Name],\n\nThe claim is open again. Send us the receipts and the form.\n\nThanks,\nSam',
        intent: 'resolve',
        marks: ['Sam'],
      },
      {
        text: 'Hello [Name],\n\nThe lamp is sold out. If you paid by card, contact your bank about the hold.\n\nBest,\nKim',
        intent: 'answer',
        marks: ['Kim'],
      },
    ],
  },
});

/** Questions that want something of the customer: what follows them is an instruction. */
const WANTING = new Set('which what where who whose when how'.split(' '));
const ASKED_OF = new Set(['you', 'we', 'i']);

/** “Reply here” is an invitation after “if …” or a short question, and an instruction without. */
function isInvited(match: Match, { rendering, matches }: Reading): boolean {
  const { sentences, words } = rendering;
  const isApart = ({ from, to }: Match) => to <= match.from || from >= match.to;
  if (matches('when').some((cue) => cue.sentence === match.sentence && isApart(cue))) return true;
  const before = sentences[match.sentence - 1];
  if (before?.ends !== '?') return false;
  const [first, second] = words.slice(before.from, before.to).map(({ folded }) => folded);
  return (
    !WANTING.has(first ?? '') &&
    !(ASKED_OF.has(second ?? '') && /^(?:can|could|would|will|may|shall)$/.test(first ?? ''))
  );
}

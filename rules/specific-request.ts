import { defineRule, type Match, type Reading, shown } from 'replylint/rule';

/** What is asked for without being named. */
const SOMETHING =
  '(a few|a little|a bit|some|any|the)? (more|further|additional|extra|other|necessary|required|requested|relevant|missing|needed|some)';
const INFORMATION =
  '(information|info|details|detail|data|particulars|specifics|context|background|documents|documentation|paperwork)';
const MATTER =
  '(issue|problem|matter|case|situation|concern|request|error|query|inquiry|enquiry|question|bug|it|this|that|what happened|things)';

export default defineRule({
  id: 'specific-request',
  segment: 'determining',
  principle: 'Say exactly what you need, in a form that can be answered.',
  why: '“More information” sends the customer guessing and costs a round of mails. A short list is answered at once.',
  source: 'Yes, YOU Need To Read And Share This: Determining; The key to great customer service',
  presets: { strict: 'warn', chat: ['warn', { maxQuestions: 1 }] },
  options: {
    maxQuestions: { type: 'count', default: 5, minimum: 1, description: 'How many questions one reply may ask.' },
    extra: { type: 'phrases', default: [], description: 'Further phrases to report.' },
    allow: { type: 'phrases', default: [], description: 'Phrases that are fine here, whatever they contain.' },
  },
  phrases: {
    en: {
      vague: [
        `(send|sending|share|sharing|provide|providing|give|giving|supply|supplying|submit|submitting|forward|forwarding|furnish|get|have|reply|respond|come back|get back|get back to us|get back to me|trouble you) (us|me|our team|along|over)? (for)? (with|of)? (at least)? ${SOMETHING} (of)? ${INFORMATION}`,
        `(need|needs|require|requires|lack|lacks|missing|want|await|awaiting|appreciate|grateful for) (you to)? (provide|send|share|give)? (us|me)? (with|from you)? ${SOMETHING} (of)? ${INFORMATION}`,
        `(any|some|all)? ${SOMETHING} ${INFORMATION} (that)? (you|would|will|may|might)`,
        `(tell|let) (us|me) (know)? (a (bit|little))? more !(detail|than) (about|on|regarding)? (the|your|this|that|what is going on)? (${MATTER})?`,
        `(elaborate|expand|clarify|explain) (on)? (a (bit|little))? (more|further)? (on)? (the|your|this|that)? (${MATTER})? $`,
        '(please|kindly) (elaborate|clarify|explain|specify) $',
        '(can|could|would) you (please|kindly)? (elaborate|clarify|explain|specify) $',
        '(elaborate|clarify) (a (bit|little))? (more|further)',
        'be (a (bit|little))? more (specific|precise|detailed|exact)',
        `(describe|explain|outline) (us|me)? (the|your|this|that)? ${MATTER} (in|with) (a (bit|little))? (more|greater|further|full|some)? (detail|details|depth)`,
        `(describe|explain) (the|your) (issue|problem|matter|situation|error) (more|further|better)`,
      ],
      asks: [
        '(would it|will it|is it) be (possible|okay|ok)',
        '(would|will|might|may) (really|greatly|also)? help',
        'trouble you for',
        '(please|kindly)',
        '(can|could|would|will|may|might) (you|we|i)',
        '(i|we) (will|would|do|also|still|just|only)? (also|still|just|only)? (need|needs|require|lack|am missing|are missing|await|appreciate)',
        '(would|will) be (very|most)? (grateful|helpful|glad|happy|thankful)',
        '(send|share|tell|give|provide) (us|me)',
        'would you mind',
        '(is|are) missing',
      ],
      offers: [
        '(you|they) (can|could|may|will|would) (also)? (find|get|read|see|have|like|want|need)',
        '(if|should) you (would)? (like|need|want|require|have|wish)',
        '(i|we) (can|could|will|would|am happy to|are happy to|have|am going to|are going to) (also|gladly|then)? (send|share|provide|give|add|added|get|have|sent|shared|provided|attached)',
        '^(for|to get|to find) (more|further|additional)',
        '(happy|glad|able|going) to (send|share|provide|give)',
        'let (you|them) have',
      ],
      named: [
        '(such as|like|including|for example|for instance|namely|specifically|especially|in particular|i e|e g)',
        '(your|the|a|an|its) (order|account|invoice|serial|model|tracking|booking|reference|customer|phone|policy) (number|id|name|date)',
      ],
      clause: ['(what|which|whether|when|where|who|how|from when|of what)'],
    },
  },
  *check(reading, { maxQuestions }) {
    const allowed = reading.matches('allow');
    const around = surroundingsIn(reading);
    let reported = -1;
    for (const match of [...reading.matches('vague'), ...reading.matches('extra')]) {
      if (match.start < reported || allowed.some(({ from, to }) => from < match.to && match.from < to)) continue;
      if (reading.inContext(match, ['code', 'quoted', 'negated', 'conditional'])) continue;
      if (match.group === 'vague' && !isVague(reading, match, around.get(match.sentence) ?? NOTHING)) continue;
      reported = match.end;
      yield {
        span: { start: match.start, end: match.end },
        message: `“${shown(reading.rendering.text.slice(match.start, match.end))}” does not say what is needed`,
        suggestions: ['Name each thing you need, one to a line, and where to find it'],
      };
    }
    const questions = reading.rendering.sentences.filter(({ ends, block }) => ends === '?' && isOwn(reading, block));
    const tooMany = questions[maxQuestions];
    if (tooMany)
      yield {
        span: { start: tooMany.start, end: tooMany.end },
        message: `“${shown(reading.rendering.text.slice(tooMany.start, tooMany.end))}” is question ${maxQuestions + 1} of ${questions.length}, more than are answered in one go`,
        suggestions: ['Ask first what decides the next step'],
      };
  },
  examples: {
    good: [
      'Could you send more details: your browser, its version and a screenshot?',
      'Please send us the following information:\n\n- the order number\n- a photo of the label',
      'You will find more information in the guide.',
      'For further details, see our pricing page.',
      'Could you tell me a bit more about what you were doing when it stopped?',
      'Please clarify which plan you are on.',
      'If you need more information, just reply here.',
      'I have added additional information to the article.',
      'I need a few more details, such as the colour of the light and whether it blinks.',
      'Would you like more information about the course?',
    ],
    bad: [
      { text: 'Please provide more information.', marks: ['provide more information'] },
      {
        text: 'Could you send us additional details so that we can look into this?',
        marks: ['send us additional details'],
      },
      {
        text: 'Kindly supply the necessary documents and we will start.',
        marks: ['supply the necessary documents'],
      },
      {
        text: 'We need you to provide more details about the issue.',
        marks: ['need you to provide more details'],
      },
      { text: 'Please describe the problem in more detail.', marks: ['describe the problem in more detail'] },
      { text: 'Please be more specific.', marks: ['be more specific'] },
      {
        text: 'Which plan are you on? Which browser do you use?',
        options: { maxQuestions: 1 },
        marks: ['Which browser do you use'],
      },
    ],
  },
});

/** What a sentence says beside the vague words, found once for all of them. */
interface Surroundings {
  readonly asks: boolean;
  /** Word index of the first offer, and of the last thing that is named. */
  readonly firstOffer: number;
  readonly lastNamed: number;
  /** Word indexes at which a clause opens. */
  readonly clauses: ReadonlySet<number>;
}

const NOTHING: Surroundings = { asks: false, firstOffer: Number.POSITIVE_INFINITY, lastNamed: -1, clauses: new Set() };

function surroundingsIn(reading: Reading): ReadonlyMap<number, Surroundings> {
  const found = new Map<number, Surroundings & { clauses: Set<number> }>();
  for (const { group, from, sentence } of reading.matches()) {
    const known = found.get(sentence) ?? { ...NOTHING, clauses: new Set<number>() };
    if (group === 'clause') known.clauses.add(from);
    found.set(sentence, {
      asks: known.asks || group === 'asks',
      firstOffer: group === 'offers' ? Math.min(known.firstOffer, from) : known.firstOffer,
      lastNamed: group === 'named' ? Math.max(known.lastNamed, from) : known.lastNamed,
      clauses: known.clauses,
    });
  }
  return found;
}

/** The customer is to say it, and what they are to say does not follow: after a colon, in a list, in a clause. */
function isVague({ rendering }: Reading, { sentence, from, to, end }: Match, around: Surroundings): boolean {
  const { sentences, blocks, text, words } = rendering;
  const own = sentences[sentence];
  if (!own || !around.asks || around.firstOffer <= from || around.lastNamed >= to) return false;
  for (let at = to; at <= to + NEAR; at += 1) if (around.clauses.has(at)) return false;
  const rest = text.slice(end, Math.min(own.end + 2, end + LONGEST_REST));
  if (/[:：]|\(|\s[–—-]\s/.test(rest)) return false;
  if (
    words.slice(to, Math.min(own.to, to + LONGEST_REST)).some(({ kind, placeholder }) => kind !== 'word' || placeholder)
  )
    return false;
  const next = sentences[sentence + 1];
  return next === undefined || blocks[next.block]?.kind !== 'item';
}

/** In words: “details of what you did”; further on, “what” belongs to another thought. */
const NEAR = 2;
/** In characters and words: what is looked at after the request in its sentence. */
const LONGEST_REST = 400;

/** Said by us: not a heading over an answer, nor a quotation. */
function isOwn({ rendering }: Reading, block: number): boolean {
  const kind = rendering.blocks[block]?.kind;
  return kind !== 'heading' && kind !== 'quote' && kind !== 'code';
}

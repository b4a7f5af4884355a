import { defineAvoidanceRule, hasContact, type Match, type Reading, type WordRange } from 'replylint/rule';

const no = {
  message: 'says no, but the reply offers no alternative',
  suggestion: 'Say what is possible: “What I can do is …”, “You can … instead”, or who can help',
};

export default defineAvoidanceRule({
  id: 'no-dead-end',
  segment: 'responding',
  principle: 'Follow every “no” with a way forward.',
  why: 'A bare refusal leaves the customer stuck with the problem. There is almost always something else you can do, or someone else who can help.',
  pairs:
    'Unfortunately, we cannot refund the order. → We cannot refund the order, but you can exchange it until May 3.',
  switchOff: 'Turn it off for replies that must not offer an alternative, such as legal rejections.',
  source: 'Yes, YOU Need To Read And Share This: Responding; Excellence In Customer Service',
  presets: { recommended: 'warn', strict: 'error' },
  ignoredIn: ['code', 'quoted', 'conditional', 'question'],
  groups: { refusal: no, shut: no },
  reads: ['way'],
  // The rule reports one finding per reply, at the first refusal.
  counts: (match, reading) =>
    refusalsIn(reading)[0] === match && reading.rendering.words.length <= MOST_WORDS && !showsWay(reading),
});

/** Maximum length in words. A longer reply says more than no, in words that no list can foresee. */
const MOST_WORDS = 80;

function refusalsIn(reading: Reading): Match[] {
  const contexts = ['code', 'quoted', 'conditional', 'question'] as const;
  const refuses = ({ group }: Match) => group === 'refusal' || group === 'shut' || group === 'extra';
  const allowed = reading.matches('allowed');
  return reading
    .matches()
    .filter((match) => refuses(match) && !reading.inContext(match, contexts))
    .filter(({ from, to }) => !allowed.some((other) => from < other.to && other.from < to));
}

/** Returns true if the reply says what is possible, asks a question, or points elsewhere. */
function showsWay(reading: Reading): boolean {
  if (hasContact(reading, '@leading')) return true;
  const refusals = refusalsIn(reading);
  const refusing = new Set(refusals.map(({ sentence }) => sentence));
  const ways = reading
    .matches('way')
    .filter((way) => !reading.inContext(way, ['quoted', 'negated']))
    .filter((way) => !refusals.some(({ from, to }) => from <= way.from && way.to <= to));
  return reading.rendering.sentences.some((sentence, index) => {
    if (reading.says('@goodwill', sentence)) return false;
    if (sentence.ends === '?' || ways.some((way) => way.sentence === index)) return true;
    return refusing.has(index) ? turns(sentence, refusals, reading) : reading.says('@ahead', sentence);
  });
}

/** Returns true if more than another refusal follows: “We cannot refund it, but …”, “so …”. */
function turns({ from, to }: WordRange, refusals: readonly Match[], reading: Reading): boolean {
  const but = reading.first('@turn', { from, to });
  if (!but || to - but.to < 4 || reading.says('@negative', { from: but.to, to })) return false;
  return refusals.some((refusal) => refusal.from >= from && refusal.to <= but.from);
}

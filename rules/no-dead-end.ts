import { defineAvoidanceRule, type Match, type Placeholder, type Reading, type WordRange } from 'replylint/rule';

const no = {
  message: 'says no, and the reply offers no alternative',
  suggestion: 'Say what is possible: “What I can do is …”, “You can … instead”, or who can help',
};

export default defineAvoidanceRule({
  id: 'no-dead-end',
  segment: 'responding',
  principle: 'Follow every “no” with a way forward.',
  why: 'A bare refusal leaves the customer with the problem. There is almost always something else you can do, or someone else who can help.',
  source: 'Yes, YOU Need To Read And Share This: Responding; Excellence In Customer Service',
  presets: { recommended: 'warn', strict: 'error' },
  ignoredIn: ['code', 'quoted', 'conditional', 'question'],
  groups: { refusal: no, shut: no },
  reads: ['way'],
  counts: (match, reading) => isFirst(match, reading) && isShort(reading) && !showsWay(reading),
});

/** A reply longer than this says more than no; in what words, no list can know. */
const MOST_WORDS = 80;

function isShort({ rendering: { words } }: Reading): boolean {
  return words.length <= MOST_WORDS;
}

function refusalsIn(reading: Reading): Match[] {
  const contexts = ['code', 'quoted', 'conditional', 'question'] as const;
  const refuses = ({ group }: Match) => group === 'refusal' || group === 'shut' || group === 'extra';
  const allowed = reading.matches('allowed');
  return reading
    .matches()
    .filter((match) => refuses(match) && !reading.inContext(match, contexts))
    .filter(({ from, to }) => !allowed.some((other) => from < other.to && other.from < to));
}

/** One finding a reply: the first refusal stands for them all. */
function isFirst(match: Match, reading: Reading): boolean {
  return refusalsIn(reading)[0] === match;
}

/** True where the reply shows a way forward: says what can be done, asks, or leads on. */
function showsWay(reading: Reading): boolean {
  const { words, links, sentences } = reading.rendering;
  const leads = words.some(
    ({ kind, folded, placeholder }) =>
      kind === 'address' || isPhone(kind, folded) || (placeholder && leadsOn(placeholder, reading)),
  );
  if (links.length > 0 || leads) return true;
  const refusals = refusalsIn(reading);
  const refusing = new Set(refusals.map(({ sentence }) => sentence));
  const ways = reading
    .matches('way')
    .filter((way) => !reading.inContext(way, ['quoted', 'negated']))
    .filter((way) => !refusals.some(({ from, to }) => from <= way.from && way.to <= to));
  return sentences.some((sentence, index) => {
    if (reading.says('@goodwill', sentence)) return false;
    if (sentence.ends === '?' || ways.some((way) => way.sentence === index)) return true;
    return refusing.has(index) ? turns(sentence, refusals, reading) : reading.says('@ahead', sentence);
  });
}

/** “We cannot refund it, but …”, “so …”: true where what follows the refusal says no more no. */
function turns({ from, to }: WordRange, refusals: readonly Match[], reading: Reading): boolean {
  const but = reading.first('@turn', { from, to });
  if (!but || to - but.to < 4 || reading.says('@negative', { from: but.to, to })) return false;
  return refusals.some((refusal) => refusal.from >= from && refusal.to <= but.from);
}

/** True for a number with as many digits as a telephone’s. */
function isPhone(kind: string, folded: string): boolean {
  return kind === 'number' && folded.replace(/\D/g, '').length >= 6;
}

/** True for a placeholder that stands for a way on: an address, an alternative, an include that cannot be seen. */
function leadsOn({ role, text }: Placeholder, reading: Reading): boolean {
  const named = reading.of(text.replace(/([a-z])(?=[A-Z])/g, '$1 ').replace(/[^A-Za-z]+/g, ' '));
  return role === 'include' || named.rendering.sentences.some((sentence) => named.says('@leading', sentence));
}

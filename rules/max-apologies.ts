import { defineRule, type Match, type Reading, shown } from 'replylint/rule';

export default defineRule({
  id: 'max-apologies',
  segment: 'responding',
  principle: 'Apologize once, then solve.',
  why: 'After the first few seconds, apologizing lowers satisfaction and offering a solution raises it. The third “sorry” is about the writer, not the customer.',
  switchOff: 'Raise `max`, or switch it off for replies about serious harm, in which a second apology is due.',
  source: 'Excellence In Customer Service; Singh, Marinova and Singh 2018',
  presets: { strict: 'warn' },
  options: {
    max: { type: 'count', default: 2, minimum: 0, description: 'The maximum number of apologies in a reply.' },
  },
  groups: ['apology', 'other'],
  *check(reading, { max }) {
    const { rendering } = reading;
    const apologies = reading.matches('apology').filter((match) => isApology(match, reading));
    const surplus = apologies[max];
    if (!surplus) return;
    const count = apologies.length;
    yield {
      span: { start: surplus.start, end: surplus.end },
      message: `“${shown(rendering.text.slice(surplus.start, surplus.end))}” is one apology too many: the reply has ${count} (maximum: ${max})`,
      suggestions: ['Keep the first apology, and replace the others with what you are doing about the problem'],
    };
  },
});

function isApology(match: Match, reading: Reading): boolean {
  if (reading.inContext(match, ['code', 'quoted', 'negated'])) return false;
  if (asksAgain(match, reading)) return false;
  return !reading.matches('other').some(({ from, to }) => from < match.to && match.from < to);
}

/** “Sorry, which plan?” and “Sorry, I don’t follow: which plan?” ask for attention, not forgiveness. */
function asksAgain({ from, end, sentence }: Match, { rendering }: Reading): boolean {
  const asked = rendering.sentences[sentence];
  return asked?.ends === '?' && asked.from === from && /^\s*,/.test(rendering.text.slice(end, end + 4));
}

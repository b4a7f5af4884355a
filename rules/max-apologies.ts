import { defineRule, type Match, type Reading, shown } from 'replylint/rule';

export default defineRule({
  id: 'max-apologies',
  segment: 'responding',
  principle: 'Apologize once, then solve.',
  why: 'Beyond the first seconds an apology lowers satisfaction, and what is offered raises it. The third “sorry” is about the writer, not the customer.',
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
      message: `“${shown(rendering.text.slice(surplus.start, surplus.end))}” apologizes once too often: ${count} times in all, and ${max} ${max === 1 ? 'is' : 'are'} enough`,
      suggestions: ['Keep the first apology, and put what you do about it in the place of the others'],
    };
  },
});

function isApology(match: Match, reading: Reading): boolean {
  if (reading.inContext(match, ['code', 'quoted', 'negated'])) return false;
  if (asksAgain(match, reading)) return false;
  return !reading.matches('other').some(({ from, to }) => from < match.to && match.from < to);
}

/** “Sorry, which plan?” and “Sorry, I don’t follow: which plan?” ask for an ear, not for pardon. */
function asksAgain({ from, end, sentence }: Match, { rendering }: Reading): boolean {
  const asked = rendering.sentences[sentence];
  return asked?.ends === '?' && asked.from === from && /^\s*,/.test(rendering.text.slice(end, end + 4));
}

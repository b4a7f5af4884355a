import { defineRule, type Match, quoted, type Reading } from 'replylint/rule';

export default defineRule({
  id: 'max-apologies',
  segment: 'responding',
  principle: 'Apologize once, then solve.',
  why: 'After the first few seconds, apologizing lowers satisfaction and offering a solution raises it. The third “sorry” is about the writer, not the customer.',
  switchOff: 'Raise `max`, or turn it off for replies about serious harm, in which a second apology is due.',
  source: 'Excellence In Customer Service; Singh, Marinova and Singh 2018',
  presets: { strict: 'warn' },
  options: {
    max: { type: 'count', default: 2, minimum: 0, description: 'The maximum number of apologies in a reply.' },
  },
  groups: ['apology', 'again', 'other'],
  needs: ['phrase'],
  *check(reading, { max }) {
    const { rendering } = reading;
    const apologies = reading.matches('apology').filter((match) => isApology(match, reading));
    // “Once again, we apologize” admits to being a repetition.
    const isRepeated = (one: Match) => isWithin(one, 'again', reading);
    const surplus = apologies[max] ?? (max > 0 ? apologies.slice(1, max).find(isRepeated) : undefined);
    if (!surplus) return;
    const count = apologies.length;
    yield {
      span: { start: surplus.start, end: surplus.end },
      message: `${quoted(surplus, rendering.text)} ${count > max ? `is one apology too many: the reply has ${count} (maximum: ${max})` : 'repeats the apology'}`,
      suggestions: ['Keep the first apology, and replace the others with what you are doing about the problem'],
    };
  },
});

function isApology(match: Match, reading: Reading): boolean {
  if (reading.inContext(match, ['code', 'quoted'])) return false;
  // “I can’t apologize enough” is an apology.
  if (reading.inContext(match, ['negated']) && !isWithin(match, 'again', reading)) return false;
  return !asksAgain(match, reading) && !isWithin(match, 'other', reading);
}

function isWithin(match: Match, group: string, reading: Reading): boolean {
  return reading.matches(group).some(({ from, to }) => from < match.to && match.from < to);
}

/** “Sorry, which plan?” and “Sorry, I don’t follow: which plan?” ask for clarification, not forgiveness. */
function asksAgain({ from, end, sentence }: Match, { rendering }: Reading): boolean {
  const asked = rendering.sentences[sentence];
  return asked?.ends === '?' && asked.from === from && /^\s*,/.test(rendering.text.slice(end, end + 4));
}

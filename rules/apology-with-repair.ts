import { defineRule, type Match, quoted, type Reading } from 'replylint/rule';

export default defineRule({
  id: 'apology-with-repair',
  segment: 'responding',
  principle: 'Follow every apology with what happens next.',
  why: 'Regret alone leaves the customer where they were. Customers judge an apology by whether it takes responsibility and offers a remedy.',
  pairs:
    'We are sorry that the parcel is late. → We are sorry that the parcel is late. We are sending a new one today.',
  switchOff: 'Turn it off for short chat messages where the remedy follows in the next message.',
  source: 'Excellence In Customer Service; The key to great customer service; Lewicki, Polin and Lount 2016',
  presets: { strict: 'warn' },
  appliesTo: { forms: ['full', 'chat', 'auto'], exceptTopics: ['bereavement'] },
  groups: ['apology', 'light', 'filled', 'repair'],
  needs: ['phrase'],
  *check(reading) {
    const { rendering } = reading;
    const apology = reading.matches('apology').find((match) => isApology(match, reading));
    if (!apology) return;
    const repaired = [...reading.matches('repair'), ...reading.matches('filled')]
      // A placeholder in the same sentence as the apology names what went wrong.
      .filter(({ group, sentence }) => group === 'repair' || sentence !== apology.sentence)
      .some((match) => !reading.inContext(match, ['code', 'quoted', 'negated']) && !isWithin(match, apology));
    if (repaired || rendering.links.length > 0 || rendering.sentences.some(({ ends }) => ends === '?')) return;
    yield {
      span: { start: apology.start, end: apology.end },
      message: `${quoted(apology, rendering.text)} is not followed by what happens next`,
      suggestions: ['Say what you have done or will do to fix the problem, or ask for what you need to start'],
    };
  },
});

function isApology(match: Match, reading: Reading): boolean {
  if (reading.inContext(match, ['code', 'quoted', 'negated'])) return false;
  return !reading.matches('light').some((light) => isWithin(match, light));
}

function isWithin(inner: Match, outer: Match): boolean {
  return inner.from < outer.to && outer.from < inner.to;
}

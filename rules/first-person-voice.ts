import { defineRule, quoted, type Rendering, signatureOf } from 'replylint/rule';

export default defineRule({
  id: 'first-person-voice',
  segment: 'personal',
  principle: 'Say “I” for what you do yourself.',
  why: '“I” tells the customer that someone has taken charge. Customers find agents who say “I” more helpful, and buy more. “We” for everything hides who is responsible.',
  pairs:
    'We have checked your order, and we will call you tomorrow. → I have checked your order, and I will call you tomorrow.',
  switchOff: 'Turn it off if your replies are signed by the company and customers do not talk to a particular person.',
  source: 'Excellence In Customer Service; The key to great customer service; Packard, Moore and McFerran 2018',
  presets: { strict: 'warn', chat: 'warn' },
  appliesTo: { forms: ['full', 'chat'], exceptTopics: ['legal', 'outage'] },
  options: {
    allowTeamSignature: {
      type: 'flag',
      default: true,
      description: 'Allow “we” in replies that are signed by a team, not by a person.',
    },
  },
  groups: ['company', 'person'],
  needs: ['phrase'],
  *check(reading, { allowTeamSignature }) {
    const { rendering } = reading;
    const [first] = reading
      .matches('company')
      .filter((match) => !reading.inContext(match, ['code', 'quoted', 'conditional']));
    if (!first || reading.matches('person').some((match) => !reading.inContext(match, ['code', 'quoted']))) return;
    if (allowTeamSignature && isSignedByTeam(rendering)) return;
    yield {
      span: { start: first.start, end: first.end },
      message: `${quoted(first, rendering.text)} hides who is responsible: the reply never says “I”`,
      suggestions: ['Say “I” for what you do yourself, and “we” for what the company does'],
    };
  },
});

/**
 * Returns true if the last line names a team, such as “The Acme team” or `{{company.name}}`, with no person next to or
 * above it.
 */
function isSignedByTeam(rendering: Rendering): boolean {
  const { sentences, words } = rendering;
  const signature = signatureOf(rendering);
  const last = sentences.at(-1);
  if (signature || last?.ends !== '') return signature?.by === 'team';
  return words.slice(last.from, last.to).some(({ placeholder }) => placeholder?.role === 'organisation');
}

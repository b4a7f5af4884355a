import { definePresenceRule, type Reading } from 'replylint/rule';

export default definePresenceRule({
  id: 'appreciation',
  segment: 'greeting',
  principle: 'Thank the customer once, for something real.',
  why: 'Everyone likes to feel appreciated, and thanking the customer for a visit, a report or their patience takes one line.',
  pairs: 'Your refund is on its way. → Thanks for sending the photos. Your refund is on its way.',
  switchOff: 'Turn it off if a thank-you in every reply would be too much for your customers, or for their culture.',
  source: 'Yes, YOU Need To Read And Share This: Greeting, Concluding',
  presets: { strict: 'warn' },
  appliesTo: { forms: ['full'], exceptTopics: ['bereavement'] },
  convention: 'thank the customer',
  looksIn: 'anywhere',
  options: {
    inAdvance: {
      type: 'flag',
      default: true,
      description: 'Accept “thanks in advance”, even though the customer has not done anything yet.',
    },
  },
  groups: ['thanks', 'appreciates', 'inAdvance', 'bare', 'badNews'],
  groupsOff: ({ inAdvance }) => (inAdvance ? [] : ['inAdvance']),
  aside: ['bare', 'badNews'],
  isThere: (reading) => thanksBeforeTheEnd(reading) || reading.matches('badNews').length > 0,
  message: 'The reply does not thank the customer',
  suggestions: ['Thank the customer for something specific: a report, photos, their patience, a visit'],
});

/** Returns true if the reply thanks the customer before its end. In the last lines, “Thank you.” is only a sign-off. */
function thanksBeforeTheEnd(reading: Reading): boolean {
  const { sentences } = reading.rendering;
  const end = sentences.findLastIndex(({ ends }) => ends !== '');
  return reading.matches('bare').some(({ sentence, from }) => {
    const isAlone = from === sentences[sentence]?.from;
    return !isAlone || sentence < end;
  });
}

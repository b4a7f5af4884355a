import { definePresenceRule, type Reading } from 'replylint/rule';

export default definePresenceRule({
  id: 'appreciation',
  segment: 'greeting',
  principle: 'Thank the customer once, for something real.',
  why: 'Everybody wants to feel appreciated, and it costs a line to thank for the visit, the report or the wait.',
  source: 'Yes, YOU Need To Read And Share This: Greeting, Concluding',
  presets: { strict: 'warn' },
  appliesTo: { forms: ['full'], exceptTopics: ['bereavement'] },
  convention: 'thank the customer',
  looksIn: 'anywhere',
  options: {
    inAdvance: {
      type: 'flag',
      default: true,
      description: 'Let “thanks in advance” count, though it thanks for nothing done yet.',
    },
  },
  groups: ['thanks', 'appreciates', 'inAdvance', 'bare', 'badNews'],
  groupsOff: ({ inAdvance }) => (inAdvance ? [] : ['inAdvance']),
  aside: ['bare', 'badNews'],
  isThere: (reading) => thanksBeforeTheEnd(reading) || reading.matches('badNews').length > 0,
  message: 'Nothing thanks the customer',
  suggestions: ['Thank for what they did: the report, the photos, the wait, the visit'],
});

/** “Thank you.” in the middle of a reply thanks; before the name it takes leave. */
function thanksBeforeTheEnd(reading: Reading): boolean {
  const { sentences } = reading.rendering;
  const end = sentences.findLastIndex(({ ends }) => ends !== '');
  return reading.matches('bare').some(({ sentence, from }) => {
    const isAlone = from === sentences[sentence]?.from;
    return !isAlone || sentence < end;
  });
}

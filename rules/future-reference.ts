import { definePresenceRule } from 'replylint/rule';

export default definePresenceRule({
  id: 'future-reference',
  segment: 'future',
  principle: 'Leave the customer with something to expect.',
  why: 'What happens next, and when, bridges this contact and the following one; without it the customer has to guess or to ask.',
  source: 'Yes, YOU Need To Read And Share This: Reference The Future',
  presets: { recommended: 'warn', strict: 'error', chat: 'off' },
  appliesTo: { forms: ['full'] },
  looksIn: 'anywhere',
  reportAt: 'end',
  phrases: {
    en: ['(i|we) will'],
  },
  message: 'Nothing says what happens next, or what the customer can expect',
  suggestions: ['Say what you will do and by when, or what the customer will see next'],
  examples: {
    good: ['Hi [Name],\n\nI will update you by Thursday noon.'],
    bad: [],
  },
});

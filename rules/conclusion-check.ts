import { definePresenceRule } from 'replylint/rule';

export default definePresenceRule({
  id: 'conclusion-check',
  segment: 'concluding',
  principle: 'Before you close, ask whether the customer has what they need.',
  why: 'A reply that just stops leaves the customer to open a second ticket. Asking costs a line and tells them that they may.',
  source: 'Yes, YOU Need To Read And Share This: Concluding',
  presets: { recommended: 'warn', strict: 'error' },
  appliesTo: { forms: ['full'], intents: ['answer', 'resolve', 'refuse', 'apologize', 'close', 'other'] },
  looksIn: 'ending',
  phrases: {
    en: ['(anything|something) (else|more|further)', 'let (me|us) know if'],
  },
  message: 'Nothing asks whether the customer needs anything else',
  suggestions: ['Ask a question that fits, such as whether it works now, or offer further help'],
  examples: {
    good: ['Hi [Name],\n\nYour plan is active again.\n\nIs there anything else I can do for you?'],
    bad: [],
  },
});

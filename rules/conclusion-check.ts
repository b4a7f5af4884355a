import { definePresenceRule } from 'replylint/rule';

export default definePresenceRule({
  id: 'conclusion-check',
  segment: 'concluding',
  principle: 'Before you close, ask whether the customer has what they need.',
  why: 'A reply that just stops leaves the customer to open a second ticket. Asking costs a line and tells them that they may.',
  source: 'Yes, YOU Need To Read And Share This: Concluding',
  presets: { recommended: 'warn', strict: 'error' },
  appliesTo: { forms: ['full'], state: 'concluded' },
  convention: 'invite further questions',
  looksIn: 'ending',
  options: {
    closingLine: {
      type: 'line',
      default: '',
      description:
        'The line that `--fix` puts in before the sign-off where nothing asks: plain text and placeholders, in the language of the reply, and such that it counts by itself.',
    },
  },
  closingLine: ({ closingLine }) => closingLine,
  groups: ['asked', 'offered', 'reached', 'hushed'],
  aside: ['hushed'],
  counts: ({ group, sentence }, { rendering: { sentences } }) => group !== 'asked' || sentences[sentence]?.ends === '?',
  message: 'Nothing asks whether the customer needs anything else',
  suggestions: ['Ask a question that fits, such as whether it works now, or offer further help'],
});

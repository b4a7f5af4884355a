import { definePresenceRule } from 'replylint/rule';

export default definePresenceRule({
  id: 'future-reference',
  segment: 'future',
  principle: 'Leave the customer with something to expect.',
  why: 'What happens next, and when, bridges this contact and the following one; without it the customer has to guess or to ask.',
  source: 'Yes, YOU Need To Read And Share This: Reference The Future',
  presets: { recommended: ['warn', { inAnswers: false }], strict: ['error', { inAnswers: true }], chat: 'off' },
  appliesTo: { forms: ['full'] },
  options: {
    inAnswers: {
      type: 'flag',
      default: true,
      description: 'Want it in a plain answer, too, after which nothing is pending, promised or closed.',
    },
  },
  convention: 'say what happens next',
  looksIn: 'anywhere',
  reportAt: 'end',
  groups: ['promised', 'happens', 'gets', 'dated', 'meet'],
  isThere: ({ rendering: { intent, state } }, { inAnswers }) =>
    !inAnswers && state === 'concluded' && (intent === 'answer' || intent === 'other'),
  message: 'Nothing says what happens next, or what the customer can expect',
  suggestions: ['Say what you will do and by when, or what the customer will see next'],
});

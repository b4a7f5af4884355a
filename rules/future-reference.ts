import { definePresenceRule, type Reading, type Rendering } from 'replylint/rule';

export default definePresenceRule({
  id: 'future-reference',
  segment: 'future',
  principle: 'Tell the customer what to expect next.',
  why: 'Unless the reply says what happens next, and when, the customer has to guess or ask.',
  source: 'Yes, YOU Need To Read And Share This: Reference The Future',
  presets: { recommended: ['warn', { inAnswers: false }], strict: ['error', { inAnswers: true }], chat: 'off' },
  appliesTo: { forms: ['full'] },
  options: {
    inAnswers: {
      type: 'flag',
      default: true,
      description: 'Require this even in plain answers that end with an offer of help.',
    },
  },
  convention: 'say what happens next',
  looksIn: 'anywhere',
  reportAt: 'end',
  groups: ['promised', 'happens', 'gets', 'dated', 'meet'],
  isThere: (reading, { inAnswers }) => !inAnswers && isAnswer(reading.rendering) && offersHelp(reading),
  message: 'The reply does not say what happens next or what to expect',
  suggestions: ['Say what you will do and by when, or what the customer will see next'],
});

/** Nothing is pending, promised or closed after it. */
function isAnswer({ intent, state }: Rendering): boolean {
  return state === 'concluded' && (intent === 'answer' || intent === 'other');
}

function offersHelp(reading: Reading): boolean {
  return reading.says('@offer-of-help', { from: 0, to: reading.rendering.words.length });
}

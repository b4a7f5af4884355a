import { definePresenceRule, isKeptForThreads } from 'replylint/rule';

export default definePresenceRule({
  id: 'conclusion-check',
  segment: 'concluding',
  principle: 'Before you close, ask whether the customer has what they need.',
  why: 'A reply that just stops leaves the customer to open a second ticket. Asking takes one line and tells them that further questions are welcome.',
  pairs: 'Your plan is active again. → Your plan is active again. Is there anything else you need?',
  switchOff: 'Turn it off if your help desk adds a closing line or a survey to every reply.',
  source: 'Yes, YOU Need To Read And Share This: Concluding',
  presets: { recommended: 'warn', strict: 'error' },
  appliesTo: { forms: ['full'], state: 'concluded' },
  convention: 'invite further questions',
  looksIn: 'ending',
  options: {
    inNotices: {
      type: 'flag',
      default: true,
      recommended: false,
      description:
        'Also require this in public threads, such as pull requests and forum topics, and in notices that something was blocked or rejected.',
    },
    acceptHope: {
      type: 'flag',
      default: false,
      recommended: true,
      description:
        'Accept an ending that expresses hope that the reply helped or asks for an answer, even though it does not invite questions.',
    },
    closingLine: {
      type: 'line',
      default: '',
      description:
        'The closing question that `--fix` inserts before the sign-off if the reply has none. Use plain text and placeholders, in the language of the reply; this line must satisfy the rule on its own.',
    },
  },
  closingLine: ({ closingLine }) => closingLine,
  groups: ['asked', 'offered', 'reached', 'hoped', 'hushed', 'notice'],
  groupsOff: ({ acceptHope }) => (acceptHope ? [] : ['hoped']),
  aside: ['hushed', 'notice'],
  isThere: (reading, { inNotices }) =>
    !inNotices && (isKeptForThreads(reading.rendering) || reading.matches('notice').length > 0),
  counts: ({ group, sentence }, { rendering: { sentences } }) => group !== 'asked' || sentences[sentence]?.ends === '?',
  message: 'The reply does not ask whether the customer needs anything else',
  suggestions: ['Ask a question that fits the case, such as whether everything works now, or offer more help'],
});

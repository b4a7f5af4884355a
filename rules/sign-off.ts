import { definePresenceRule, signatureOf } from 'replylint/rule';

export default definePresenceRule({
  id: 'sign-off',
  segment: 'concluding',
  principle: 'End with a farewell and a name.',
  why: 'People remember whom they dealt with. A reply that nobody signs was written by nobody.',
  source: 'The key to great customer service: How can I be memorable for the right reasons?',
  presets: { strict: ['warn', { requireName: true }] },
  appliesTo: { forms: ['full'] },
  suppliedBy: 'signature',
  convention: 'end with a name',
  looksIn: 'ending',
  options: {
    requireName: {
      type: 'flag',
      default: false,
      description: 'Let only a person’s name count, or the placeholder for it: no team, no farewell alone.',
    },
  },
  phrases: { en: { farewell: ['^ @farewell'] } },
  groupsOff: ({ requireName }) => (requireName ? ['farewell'] : []),
  isThere: ({ rendering }, { requireName }) => {
    const signature = signatureOf(rendering);
    return requireName ? signature?.by === 'person' : signature !== undefined;
  },
  message: 'Nobody signs it',
  suggestions: ['End with a farewell and the placeholder for the agent’s name'],
  examples: {
    good: [
      'Hi {{name}},\n\nYour plan is active again.\n\nKind regards,\nAna',
      'Hi {{name}},\n\nYour plan is active again, and all of your boards are where you left them.\n\nHave a great weekend!',
      'Hi {{name}},\n\nYour plan is active again.\n\n{{agent.name}}',
      'Hi {{name}},\n\nYour plan is active again.\n\nYour Acme team',
      'Hi {{name}},\n\nYour plan is active again.\n\n— Mia, Acme Support',
      'Hi {{name}},\n\nThe crash is fixed on `main`, and the next release has it.\n\nThank you and happy coding.',
      'Hi {{name}},\n\nThe window for the visit is Tuesday between 9 and 11.\n\nCitizens’ Office, Counter 3',
      {
        text: 'Hi {{name}},\n\nYour plan is active again.\n\nTake care,\nJo from billing',
        options: { requireName: true },
      },
      'Hi {{name}},\n\nYour plan is active again.\n\nxx Petra',
      { text: 'One moment, I am looking.', form: 'chat' },
    ],
    bad: [
      {
        text: 'Hi {{name}},\n\nYour plan is active again.\n\nLet me know if that works.',
        marks: ['Let me know if that works'],
      },
      {
        text: 'Hi {{name}},\n\nBest practice is to clear the cache. The best option is the second one.',
        marks: ['The best option is the second one'],
      },
      {
        text: 'Hi {{name}},\n\nRegards the second item, it ships later.\n\nThanks for the logs you sent us.',
        marks: ['Thanks for the logs you sent us'],
      },
      {
        text: 'Hi {{name}},\n\nWe will take care of it today.\n\nPayment reference: 4411',
        marks: ['Payment reference: 4411'],
      },
      {
        text: 'Hi {{name}},\n\nYour plan is active again.\n\nKind regards,\nThe Acme team',
        options: { requireName: true },
        marks: ['The Acme team'],
      },
    ],
  },
});

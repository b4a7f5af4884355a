import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-door-closing',
  segment: 'concluding',
  principle: 'Never close the door on the customer.',
  why: 'A customer who reads that no one will see or answer another message has nowhere to turn with any remaining questions. Tell them how to reach you again, even if the answer will not change.',
  pairs:
    'Please do not reply to this email. → If you have questions, reply to this email. | This case is closed. → This case is closed; reply to reopen it.',
  switchOff: 'Turn it off for notices from an address that cannot receive mail, if they name another way to reach you.',
  source: 'Yes, YOU Need To Read And Share This: Concluding; The key to great customer service',
  presets: { recommended: 'warn', strict: 'error' },
  options: {
    allowWithChannel: {
      type: 'flag',
      default: true,
      description:
        'Allow these phrases if the reply says how to get back in touch, such as another address or “reply to reopen this ticket”.',
    },
  },
  groupsOff: ({ allowWithChannel }) => (allowWithChannel ? [] : ['wayBack']),
  ignoredIn: ['code', 'quoted', 'question'],
  groups: {
    unread: { message: 'tells the customer that no one will read their reply' },
    final: { message: 'ends the conversation for the customer' },
    closed: { message: 'closes the case without offering a way to reopen it' },
  },
  reads: ['wayBack'],
  suggestions: ['Say how to get back in touch: where to write, or that a reply reopens the case'],
});

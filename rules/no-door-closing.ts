import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-door-closing',
  segment: 'concluding',
  principle: 'Never end by shutting the door.',
  why: 'Whoever is told that nobody reads, or that nothing more will be said, stays alone with what is still open. Name the way back, even when the answer will not change.',
  source: 'Yes, YOU Need To Read And Share This: Concluding; The key to great customer service',
  presets: { recommended: 'warn', strict: 'error' },
  options: {
    allowWithChannel: {
      type: 'flag',
      default: true,
      description:
        'Let it pass where the same reply names a way back: another address, or that a reply opens the case again.',
    },
  },
  groupsOff: ({ allowWithChannel }) => (allowWithChannel ? [] : ['wayBack']),
  ignoredIn: ['code', 'quoted', 'question'],
  groups: {
    unread: { message: 'tells the customer that nobody will read their reply' },
    final: { message: 'ends the conversation for the customer' },
    closed: { message: 'closes the case without a way back' },
  },
  reads: ['wayBack'],
  suggestions: ['Name the way back: where to write, or that a reply opens the case again'],
});

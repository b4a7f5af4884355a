import { defineAvoidanceRule } from 'replylint/rule';

const says = {
  message: 'does not say for certain whether the problem is solved',
  suggestion: 'Test the fix, then say that it works and what you checked',
};

export default defineAvoidanceRule({
  id: 'no-hedged-resolution',
  segment: 'responding',
  principle: 'Check before you write, then state the result.',
  why: '“Should work now” leaves the testing to the customer. Check first, then state the result and what you checked.',
  pairs: 'It should work now. → I tested it, and it works now.',
  switchOff:
    'Turn it off if only the customer can test the fix, or set `allowWithCheck` to allow replies that ask them to.',
  source: 'Yes, YOU Need To Read And Share This; On certainty in support (Andrew Spittle)',
  presets: { strict: 'warn' },
  options: {
    allowWithCheck: {
      type: 'flag',
      default: false,
      description:
        'Allow these phrases if the reply asks whether the fix works, or asks the customer to report back if it does not.',
    },
  },
  ignoredIn: ['code', 'quoted', 'question', 'conditional'],
  groupsOff: ({ allowWithCheck }) => (allowWithCheck ? [] : ['check']),
  groups: { should: says, hoped: says, believed: says, expected: says },
});

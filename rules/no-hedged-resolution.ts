import { defineAvoidanceRule } from 'replylint/rule';

const says = {
  message: 'leaves open whether it is solved',
  suggestion: 'Try it, then say that it works and what you looked at',
};

export default defineAvoidanceRule({
  id: 'no-hedged-resolution',
  segment: 'responding',
  principle: 'State the result; check before you write.',
  why: '“Should work now” hands the testing to the customer. Look first, then say what is, and what you looked at.',
  source: 'Yes, YOU Need To Read And Share This; On certainty in support (Andrew Spittle)',
  presets: { strict: 'warn' },
  options: {
    allowWithCheck: {
      type: 'flag',
      default: true,
      description: 'Let it pass where the same reply asks whether it works, or to be told if it does not.',
    },
  },
  ignoredIn: ['code', 'quoted', 'question', 'conditional'],
  groupsOff: ({ allowWithCheck }) => (allowWithCheck ? [] : ['check']),
  groups: { should: says, hoped: says, believed: says, expected: says },
});

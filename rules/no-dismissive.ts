import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-dismissive',
  segment: 'responding',
  principle: 'Take every question seriously: no indifference, no belittling, no “as I already said”.',
  why: 'Whoever is brushed off does not come back, and tells others. It costs nothing to answer as if the question were asked for the first time.',
  source: 'Yes, YOU Need To Read And Share This; The key to great customer service',
  presets: { recommended: 'error' },
  ignoredIn: ['code', 'quoted', 'conditional', 'negated'],
  groups: {
    told: {
      message: 'holds against the customer that it was said before',
      suggestion: 'Say it again, as if for the first time',
    },
    again: {
      message: 'reminds the customer that they were already told',
      suggestion: 'Say it again, as if for the first time',
    },
    brushoff: {
      message: 'brushes the customer off',
      suggestion: 'Say what you know, what you can do, or who can help',
    },
    bother: {
      message: 'makes the customer feel a bother',
      suggestion: 'Say where and when to write instead, without the reproach',
    },
    scold: {
      message: 'talks down to the customer',
      suggestion: 'Take what the customer says as it is meant, and answer it',
    },
    lecture: {
      message: 'sounds like a lecture',
      suggestion: 'Leave out what the customer should have done, and say what helps now',
    },
    minor: {
      message: 'makes light of what troubles the customer',
      suggestion: 'Say what it meant for the customer, or go straight to what you do about it',
    },
    slight: {
      message: 'may make light of what troubles the customer',
      suggestion: 'Say what it meant for the customer, or go straight to what you do about it',
    },
    others: {
      message: 'measures the customer by others',
      suggestion: 'Leave the others out: this customer asked',
    },
    grudge: {
      message: 'helps as if under protest',
      suggestion: 'Say what you do, without “if you insist”',
    },
    mock: {
      message: 'sounds like mockery',
      suggestion: 'Thank for the hint, and mean it',
    },
  },
});

import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-overpromise',
  segment: 'future',
  principle: 'Promise only what you can keep track of.',
  why: 'A guarantee that breaks costs more than the fault it was meant to soothe. Say what you do, and by when.',
  source: 'Yes, YOU Need To Read And Share This: Determining; You Can’t Please Everyone',
  presets: { strict: 'warn' },
  ignoredIn: ['code', 'quoted', 'negated', 'question'],
  suggestions: ['Say what you will do and by when, and what you have done to prevent it'],
  groups: {
    guarantee: { message: 'guarantees what nobody holds in hand' },
    promise: { message: 'promises an outcome instead of an act' },
    never: { message: 'promises that something will never be' },
    certain: { message: 'is surer than anyone can be' },
  },
});

import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-overpromise',
  segment: 'future',
  principle: 'Promise only what you can control.',
  why: 'A broken guarantee costs more than the original problem. Say what you will do, and by when.',
  pairs:
    'This will never happen again. → We now check every order twice. | I guarantee that it arrives on Monday. → It leaves today and usually takes two days.',
  switchOff: 'Turn it off for replies that quote a contractual guarantee.',
  source: 'Yes, YOU Need To Read And Share This: Determining; You Can’t Please Everyone',
  presets: { strict: 'warn' },
  ignoredIn: ['code', 'quoted', 'negated', 'question'],
  suggestions: ['Say what you will do and by when, and what you have done to prevent a repeat'],
  groups: {
    guarantee: { message: 'guarantees something that no one can control' },
    promise: { message: 'promises an outcome instead of an action' },
    never: { message: 'promises that something will never happen' },
    certain: { message: 'claims more certainty than anyone can have' },
  },
});

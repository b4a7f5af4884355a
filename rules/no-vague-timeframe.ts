import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-vague-timeframe',
  segment: 'future',
  principle: 'Give a time, not “soon”.',
  why: '“Shortly” means something different to every reader, and a customer who runs out of patience writes again. If you name a day or an hour, you can keep the promise, and customers can rely on it.',
  pairs:
    'We will reply soon. → We will reply by Friday. | You will get your refund as soon as possible. → You will get your refund within five days.',
  switchOff: 'Turn it off for automatic notices, or set `allowInAutoReply` to allow vague times only there.',
  source: 'Excellence In Customer Service; Yes, YOU Need To Read And Share This',
  presets: { recommended: 'warn', strict: 'error' },
  yieldsTo: ['no-pressure'],
  options: {
    allowInAutoReply: {
      type: 'flag',
      default: false,
      description: 'Allow vague times in automatic notices, which are sent before anyone can know the exact time.',
    },
  },
  ignoredIn: ['code', 'quoted', 'conditional', 'question'],
  counts: (_match, { rendering }, { allowInAutoReply }) => !(allowInAutoReply && rendering.form === 'auto'),
  groups: {
    when: {
      message: 'does not say when',
      suggestion: 'Say when: a day, an hour, “within two days”, or the event that you are waiting for',
    },
    while: {
      message: 'does not say how long it takes',
      suggestion: 'Give a maximum, and say when the customer will hear from you if it takes longer',
    },
    few: {
      message: 'does not say how long it takes',
      suggestion: 'Give a maximum, and say when the customer will hear from you if it takes longer',
    },
  },
});

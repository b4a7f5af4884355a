import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-vague-timeframe',
  segment: 'future',
  principle: 'Give a time, not “soon”.',
  why: 'Every reader puts a different length to “shortly”, and whoever has waited that long writes again. A day or an hour can be kept, and can be relied on.',
  source: 'Excellence In Customer Service; Yes, YOU Need To Read And Share This',
  presets: { recommended: 'warn', strict: 'error' },
  options: {
    allowInAutoReply: {
      type: 'flag',
      default: false,
      description: 'Let automatic notices be vague, where nobody can know yet.',
    },
  },
  ignoredIn: ['code', 'quoted', 'conditional', 'question'],
  counts: (_match, { rendering }, { allowInAutoReply }) => !(allowInAutoReply && rendering.form === 'auto'),
  groups: {
    when: {
      message: 'leaves open when',
      suggestion: 'Say when: a day, an hour, “within two days”, or the event that you wait for',
    },
    while: {
      message: 'leaves open how long it takes',
      suggestion: 'Say how long at most, and when they hear from you if it takes longer',
    },
    few: {
      message: 'leaves open how long it takes',
      suggestion: 'Say how long at most, and when they hear from you if it takes longer',
    },
  },
});

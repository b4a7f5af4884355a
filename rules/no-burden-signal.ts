import { defineAvoidanceRule } from 'replylint/rule';

const SUGGESTION = 'Say when they will hear from you, and leave out why it takes that long';

export default defineAvoidanceRule({
  id: 'no-burden-signal',
  segment: 'greeting',
  principle: 'Never tell customers that they are bothering you or that you are too busy for them.',
  why: 'Your workload is not their concern, and using it as an excuse tells them that they come second. Saying when they will hear from you helps; explaining the delay does not.',
  pairs:
    'We are currently experiencing a high volume of requests. → You will hear from us by Tuesday at noon. | We are very busy at the moment. → We will answer by Friday.',
  switchOff:
    'Turn it off if you are required to post notices about delays, or set `allowVolumeNotice` to allow only those.',
  source: 'Yes, YOU Need To Read And Share This: Greeting; All Customers Are Different',
  presets: { strict: 'warn' },
  options: {
    allowVolumeNotice: {
      type: 'flag',
      default: false,
      description: 'Allow notices about a high volume of requests, for teams that are required to post them.',
    },
  },
  ignoredIn: ['code', 'quoted', 'conditional', 'negated'],
  groupsOff: ({ allowVolumeNotice }) => (allowVolumeNotice ? ['volume'] : []),
  groups: {
    volume: { message: 'makes your workload the customer’s problem', suggestion: SUGGESTION },
    busy: { message: 'tells the customer that you are too busy', suggestion: SUGGESTION },
    staff: { message: 'makes your staffing the customer’s problem', suggestion: SUGGESTION },
    own: { message: 'makes your own troubles the customer’s problem', suggestion: SUGGESTION },
    effort: {
      message: 'tells the customer how much trouble they caused',
      suggestion: 'Give the result, and leave out how much work it took',
    },
    again: {
      message: 'tells the customer that their messages are a bother',
      suggestion: 'Say that one message is enough, and when you will answer it',
    },
  },
});

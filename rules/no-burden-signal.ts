import { defineAvoidanceRule } from 'replylint/rule';

const SUGGESTION = 'Say when they will hear from you, without the reason why not sooner';

export default defineAvoidanceRule({
  id: 'no-burden-signal',
  segment: 'greeting',
  principle: 'Never tell customers that they disturb you, or that you are too busy for them.',
  why: 'Your workload is not their concern, and an excuse built on it says that they come second. A time when they will hear from you helps; a reason why not does not.',
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
    volume: { message: 'makes your workload the customer’s concern', suggestion: SUGGESTION },
    busy: { message: 'tells the customer that you are too busy', suggestion: SUGGESTION },
    staff: { message: 'makes your staffing the customer’s concern', suggestion: SUGGESTION },
    own: { message: 'makes your own trouble the customer’s concern', suggestion: SUGGESTION },
    effort: {
      message: 'tells the customer what trouble they were',
      suggestion: 'Give the result, and leave out what it took',
    },
    again: {
      message: 'tells the customer that writing is a bother',
      suggestion: 'Say that one message is enough, and when it is answered',
    },
  },
});

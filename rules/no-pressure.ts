import { defineAvoidanceRule } from 'replylint/rule';

const KINDS = {
  upsell: ['upsell', 'sales'],
  scarcity: ['scarcity', 'left'],
  threat: ['threat', 'penalty', 'threat-if', 'harmed', 'review'],
  haste: ['haste', 'pushed'],
} as const;

const SELLS = {
  message: 'makes a sales pitch to a customer who asked for help',
  suggestion: 'Answer first; mention the other plan only if it solves the customer’s problem',
};
const SCARCE = { message: 'rushes the customer into a purchase', suggestion: 'State the date calmly, or leave it out' };
const THREATENS = {
  message: 'threatens the customer',
  suggestion: 'State the rule, when it takes effect, and what the customer can still do',
};
const HASTENS = {
  message: 'rushes the customer',
  suggestion: 'Say when you need an answer and why, and what happens after that',
};

export default defineAvoidanceRule({
  id: 'no-pressure',
  segment: 'respect',
  principle: 'Do not pressure the customer: no upselling, no threats, no rushing.',
  why: 'Customers who ask for help and get a sales pitch, a threat or a deadline feel harassed, and stop asking. State prices and dates calmly, and say what is still possible afterward.',
  pairs:
    'Act now before it is too late. → The offer ends on May 3. | If you do not pay, we will take legal action. → Your invoice is due on May 3. If you need more time, tell us.',
  switchOff: 'Remove `threat` from `kinds` for collection letters that must state the consequences.',
  source: 'Yes, YOU Need To Read And Share This: a reader’s comment on sales quotas',
  presets: { recommended: 'warn' },
  options: {
    kinds: {
      type: 'some',
      of: ['upsell', 'scarcity', 'threat', 'haste'],
      default: ['upsell', 'scarcity', 'threat', 'haste'],
      description: 'Which kinds of pressure to report.',
    },
  },
  ignoredIn: ['code', 'quoted', 'negated'],
  groupsOff: ({ kinds }) => Object.entries(KINDS).flatMap(([kind, groups]) => (kinds.includes(kind) ? [] : groups)),
  groups: {
    upsell: SELLS,
    sales: SELLS,
    scarcity: SCARCE,
    left: SCARCE,
    threat: THREATENS,
    penalty: THREATENS,
    'threat-if': THREATENS,
    harmed: THREATENS,
    review: {
      message: 'asks for a better review in return for help',
      suggestion: 'Leave the review to the customer; ask what would make things right',
    },
    haste: HASTENS,
    pushed: HASTENS,
  },
});

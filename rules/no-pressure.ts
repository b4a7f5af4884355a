import { defineAvoidanceRule } from 'replylint/rule';

/** The groups of each kind of pressure. */
const KINDS = {
  upsell: ['upsell', 'sales'],
  scarcity: ['scarcity', 'left'],
  threat: ['threat', 'penalty', 'threat-if', 'harmed', 'review'],
  haste: ['haste', 'pushed'],
} as const;

const SELLS = {
  message: 'sells to a customer who asked for help',
  suggestion: 'Answer first; mention the other plan only where it solves what they asked',
};
const SCARCE = { message: 'hurries the customer into a purchase', suggestion: 'Give the date calmly, or leave it out' };
const THREATENS = {
  message: 'threatens the customer',
  suggestion: 'Say what the rule is, when it takes effect, and what they can still do',
};
const HASTENS = {
  message: 'puts the customer in haste',
  suggestion: 'Say by when it helps and why, and what happens if it takes longer',
};

export default defineAvoidanceRule({
  id: 'no-pressure',
  segment: 'respect',
  principle: 'Put no pressure on the customer: no upsell, no threat, no haste.',
  why: 'Who asked for help and is sold to, threatened or hurried feels harassed, and stops asking. A fact about a price or a date helps when it is said calmly, with what is still possible afterwards.',
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
      message: 'bargains for a kinder word in public',
      suggestion: 'Leave their review to them; ask what would put it right',
    },
    haste: HASTENS,
    pushed: HASTENS,
  },
});

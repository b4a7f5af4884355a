import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-blame-shifting',
  segment: 'responding',
  principle: 'Own it: never make the customer, a colleague, a partner, the system or “the policy” the cause.',
  why: 'Blame wins an argument and loses a customer. Whoever answers speaks for the whole company.',
  source: 'The key to great customer service; Excellence In Customer Service',
  presets: { recommended: 'error' },
  options: {
    onto: {
      type: 'some',
      of: ['customer', 'colleague', 'partner', 'system', 'policy'],
      default: ['customer', 'colleague', 'partner', 'system', 'policy'],
      description: 'Which kinds of blame to report.',
    },
  },
  phrases: { en: { customer: ['you failed to'] } },
  groupsOff: ({ onto }) =>
    ['customer', 'colleague', 'partner', 'system', 'policy'].filter((one) => !onto.includes(one)),
  ignoredIn: ['code', 'quoted', 'conditional'],
  message: { customer: 'blames the customer' },
  examples: { good: [], bad: [{ text: 'You failed to send it.', marks: ['You failed to'] }] },
});

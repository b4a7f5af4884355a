import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-dismissive',
  segment: 'responding',
  principle: 'Take every question seriously: no indifference, no belittling, no “as I already said”.',
  why: 'Customers who are brushed off leave, and tell others. Answering as if the question were new costs nothing.',
  pairs:
    'As I already said, the refund takes five days. → The refund takes five days. | There is nothing we can do. → We can repair it, or send you the parts.',
  switchOff: 'Few libraries need to turn it off; silence a single finding if the words are meant literally.',
  source: 'Yes, YOU Need To Read And Share This; The key to great customer service',
  presets: { recommended: 'error' },
  ignoredIn: ['code', 'quoted', 'conditional', 'negated'],
  groups: {
    told: {
      message: 'blames the customer for needing to hear it again',
      suggestion: 'Give the answer again, as if for the first time',
    },
    again: {
      message: 'points out that the customer already had the answer',
      suggestion: 'Give the answer again, as if for the first time',
    },
    brushoff: {
      message: 'brushes the customer off',
      suggestion: 'Say what you know, what you can do, or who can help',
    },
    bother: {
      message: 'makes the customer feel like a nuisance',
      suggestion: 'Say where and when to write, without scolding',
    },
    scold: {
      message: 'talks down to the customer',
      suggestion: 'Take the customer at their word, and answer the question',
    },
    manual: {
      message: 'sends the customer away to read',
      suggestion: 'Answer the question, and link to the page for more',
    },
    lecture: {
      message: 'sounds like a lecture',
      suggestion: 'Leave out what the customer should have done, and say what will help now',
    },
    minor: {
      message: 'makes light of the customer’s problem',
      suggestion: 'Say how the problem affected the customer, or go straight to what you are doing about it',
    },
    slight: {
      message: 'may make light of the customer’s problem',
      suggestion: 'Say how the problem affected the customer, or go straight to what you are doing about it',
    },
    others: {
      message: 'compares the customer with others',
      suggestion: 'Leave other customers out of it, and answer this one',
    },
    grudge: { message: 'sounds reluctant to help', suggestion: 'Say what you will do, without “if you insist”' },
    mock: { message: 'sounds like mockery', suggestion: 'Thank the customer sincerely for the feedback' },
  },
});

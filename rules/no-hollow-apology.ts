import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-hollow-apology',
  segment: 'responding',
  principle: 'Apologize for the thing that happened, not for “any inconvenience”.',
  why: 'An apology for whatever it may have been shows that nobody looked. Named, the fault is half mended.',
  source: 'Yes, YOU Need To Read And Share This: Greeting; The key to great customer service',
  presets: { recommended: 'warn', strict: 'error' },
  options: {
    allowTheInconvenience: {
      type: 'flag',
      default: false,
      description: 'Let “the inconvenience” pass, for replies that name it in the same breath.',
    },
  },
  groupsOff: ({ allowTheInconvenience }) => (allowTheInconvenience ? ['the'] : []),
  groups: {
    any: {
      message: 'apologizes for whatever trouble there may be, not for what happened',
      suggestion: 'Name what happened: “I’m sorry your order came two days late”',
    },
    maybe: {
      message: 'apologizes for something that may not even have happened',
      suggestion: 'Name what happened, without “may”, “might” or “if”',
    },
    sounded: {
      message: 'apologizes only on a condition',
      suggestion: 'Say that it was harsh, and say it again kindly',
    },
    the: {
      message: 'apologizes for the inconvenience, not for what happened',
      suggestion: 'Name what happened: “I’m sorry the lift was out all weekend”',
    },
    feel: {
      message: 'makes the customer’s feelings the fault',
      suggestion: 'Say what was done to them: “I’m sorry we left you waiting”',
    },
    but: {
      message: 'takes the apology back in the same breath',
      suggestion: 'End the sentence after the apology, then say what is possible',
    },
  },
});

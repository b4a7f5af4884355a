import { defineAvoidanceRule } from 'replylint/rule';

export default defineAvoidanceRule({
  id: 'no-hollow-apology',
  segment: 'responding',
  principle: 'Apologize for what happened, not for “any inconvenience”.',
  why: 'A vague apology shows that no one looked into the problem. Naming the fault is half the remedy.',
  pairs:
    'We apologize for any inconvenience. → I’m sorry your order came two days late. | We are sorry if you were offended. → I’m sorry. My last message was rude.',
  switchOff: 'Turn it off for automatic notices that go out before anyone knows what happened.',
  source: 'Yes, YOU Need To Read And Share This: Greeting; The key to great customer service',
  presets: { recommended: 'warn', strict: 'error' },
  options: {
    allowTheInconvenience: {
      type: 'flag',
      default: false,
      description: 'Allow “the inconvenience”, for replies that also name what happened.',
    },
  },
  groupsOff: ({ allowTheInconvenience }) => (allowTheInconvenience ? ['the'] : []),
  groups: {
    any: {
      message: 'could fit any complaint: it does not say what went wrong',
      suggestion: 'Name what happened: “I’m sorry your order came two days late”',
    },
    maybe: {
      message: 'leaves open whether anything went wrong',
      suggestion: 'Name what happened, without “may”, “might” or “if”',
    },
    sounded: {
      message: 'makes the apology conditional',
      suggestion: 'Admit that the wording was harsh, and rephrase it kindly',
    },
    the: {
      message: 'does not say what went wrong',
      suggestion: 'Name what happened: “I’m sorry the elevator was out all weekend”',
    },
    vague: {
      message: 'does not say what the apology is for',
      suggestion: 'Name what happened: “I’m sorry your order came two days late”',
    },
    feel: {
      message: 'is about the customer’s feelings, not about what you did',
      suggestion: 'Name what you did: “I’m sorry we left you waiting”',
    },
    but: {
      message: 'takes the apology back in the same breath',
      suggestion: 'End the sentence after the apology, then say what you can do',
    },
  },
});

import { defineAvoidanceRule } from 'replylint/rule';

/** The groups of phrases that tell of each kind of blame. */
const GROUPS = {
  customer: ['customer', 'fault', 'reproach', 'gaveWrong', 'cause', 'hindsight'],
  colleague: ['colleague'],
  partner: ['partner', 'theirs'],
  system: ['system', 'systemDid'],
  policy: ['policy'],
} as const;
const KINDS = ['customer', 'colleague', 'partner', 'system', 'policy'] as const;

const customer = {
  message: 'blames the customer',
  suggestion: 'Say what is the case without “you”, such as “the file was not attached”, and what helps now',
};
const partner = {
  message: 'puts it on somebody else',
  suggestion: 'Say what you are doing about it, no matter who caused it',
};

const system = { message: 'hides behind a system', suggestion: 'Say what you can do, or whom you ask to do it' };

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
      of: KINDS,
      default: KINDS,
      description:
        'Which kinds of blame to report: `colleague` is another team too, `partner` is anybody outside and “not our fault”, `policy` is a rule without a reason and without another way.',
    },
  },
  groupsOff: ({ onto }) => KINDS.flatMap((kind) => (onto.includes(kind) ? [] : GROUPS[kind])),
  ignoredIn: ['code', 'quoted', 'conditional', 'question'],
  groups: {
    customer,
    fault: customer,
    reproach: { message: 'blames the customer', suggestion: 'Ask what you need to know, or say what helps now' },
    gaveWrong: customer,
    cause: customer,
    hindsight: { message: 'says that more care would have spared it', suggestion: 'Say what helps now' },
    colleague: {
      message: 'blames a colleague or another team',
      suggestion: 'Own it in the company’s name: “we”, what you do about it, and by when',
    },
    partner,
    theirs: partner,
    system,
    systemDid: system,
    policy: { message: 'hides behind a rule', suggestion: 'Give the reason in one sentence, then what is possible' },
  },
});

import { defineAvoidanceRule, IN_NOTICES } from 'replylint/rule';

const GROUPS = {
  customer: ['customer', 'wrongEntry', 'fault', 'reproach', 'gaveWrong', 'cause', 'hindsight'],
  colleague: ['colleague'],
  partner: ['partner', 'theirs'],
  system: ['system', 'systemDid'],
  policy: ['policy'],
} as const;
const KINDS = ['customer', 'colleague', 'partner', 'system', 'policy'] as const;
const customer = {
  message: 'blames the customer',
  suggestion: 'State the fact without “you”, as in “the file was not attached”, and say what will help now',
};
const anyCause = 'Say what you are doing to solve the problem, no matter who caused it';
const partner = { message: 'shifts the blame to someone else', suggestion: anyCause };
const system = { message: 'hides behind a system', suggestion: 'Say what you can do, or who you will ask to do it' };
export default defineAvoidanceRule({
  id: 'no-blame-shifting',
  segment: 'responding',
  principle: 'Take responsibility: never blame the customer, a colleague, a partner, the system or “the policy”.',
  why: 'Blame wins an argument and loses a customer. Whoever replies speaks for the whole company.',
  pairs:
    'You failed to attach the file. → The file was not attached. | That’s not our department. → I will ask the billing team, and write to you today. | Our policy does not allow refunds. → We refund orders for 30 days, because we cannot resell them later.',
  switchOff: 'Remove a kind from `onto` if you must name who is responsible, as in insurance cases.',
  source: 'The key to great customer service; Excellence In Customer Service',
  presets: { recommended: 'error' },
  options: {
    inNotices: IN_NOTICES,
    onto: {
      type: 'some',
      of: KINDS,
      default: KINDS,
      description:
        'Which kinds of blame to report. `colleague` includes other teams, `partner` includes any third party and “not our fault”, and `policy` is a rule cited without a reason or an alternative.',
    },
  },
  counts: ({ group }, { rendering }, { inNotices }) => inNotices || group !== 'customer' || rendering.form !== 'auto',
  groupsOff: ({ onto }) => KINDS.flatMap((kind) => (onto.includes(kind) ? [] : GROUPS[kind])),
  ignoredIn: ['code', 'quoted', 'conditional', 'question'],
  groups: {
    customer,
    wrongEntry: customer,
    fault: customer,
    reproach: { ...customer, suggestion: 'Ask for what you need to know, or say what will help now' },
    gaveWrong: customer,
    cause: customer,
    hindsight: { ...customer, message: 'says that the customer could have prevented the problem' },
    colleague: { message: 'blames a colleague or another team', suggestion: 'Say what “we” will do, and by when' },
    partner,
    theirs: partner,
    system,
    systemDid: system,
    policy: {
      message: 'hides behind a policy',
      suggestion: 'Give the reason in one sentence, then say what is possible',
    },
  },
});

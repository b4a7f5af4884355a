import {
  ACTION_GROUPS,
  CLAIMS,
  type Context,
  contraryTo,
  defineRule,
  greetedCustomer,
  type Match,
  quoted,
  siblingActions,
} from 'replylint/rule';

const IGNORED: readonly Context[] = ['code', 'quoted', 'negated', 'conditional'];
export default defineRule({
  id: 'text-and-actions',
  segment: 'library',
  principle: 'Make each macro do what its text says.',
  why: 'A ticket that is solved while the customer still waits for a promised answer is on no one’s list.',
  switchOff: 'Turn it off if your team sets the status by hand after sending a macro.',
  source: 'Yes, YOU Need To Read And Share This: Concluding; the help desks’ documentation',
  presets: { recommended: 'warn', chat: 'off' },
  options: {
    questions: {
      type: 'flag',
      default: true,
      description: 'Also report replies that ask for something and close the ticket. Some teams do this on purpose.',
    },
  },
  groups: ACTION_GROUPS,
  appliesTo: { forms: ['full', 'chat', 'fragment', 'auto', 'internal'] },
  library: siblingActions,
  *check(reading, { questions }) {
    const { rendering } = reading;
    const { form, reply } = rendering;
    if (form === 'internal') {
      const span = greetedCustomer(rendering);
      const message =
        span && `${quoted(span, rendering.text)} addresses the customer, but the macro adds an internal note`;
      if (span && message) yield { span, message, suggestions: ['Make the comment public, or write it for the team'] };
      return;
    }
    const found: Match[] = [];
    for (const match of reading.matches()) {
      const { says, instead } = CLAIMS[match.group] ?? {};
      const does = contraryTo(match.group, reply.declared);
      if (says === undefined || instead === undefined || does === undefined) continue;
      if (found.some((one) => CLAIMS[one.group]?.says === says || (one.from < match.to && match.from < one.to)))
        continue;
      const asks = match.group.startsWith('asks');
      if (asks && !questions) continue;
      if (reading.inContext(match, IGNORED) || (!asks && reading.inContext(match, ['question']))) continue;
      found.push(match);
      const message = `${quoted(match, rendering.text)} ${says}, but the macro ${does}`;
      yield { span: { start: match.start, end: match.end }, message, suggestions: [instead] };
    }
  },
});

import { type Context, defineRule, type Match, shown } from 'replylint/rule';

const IGNORED: readonly Context[] = ['code', 'quoted', 'negated', 'conditional'];

/** What a text says, and what it then must not do. */
const SAYS: Readonly<Record<string, { readonly says: string; readonly instead: string }>> = {
  promise: {
    says: 'promises to write again',
    instead: 'Set the ticket to pending or on hold, or leave the promise out',
  },
  pending: { says: 'says that something is pending', instead: 'Set the ticket to on hold, or say what was done' },
  asks: { says: 'asks the customer for an answer', instead: 'Set the ticket to pending' },
  'kept-open': { says: 'says that the ticket stays open', instead: 'Leave the ticket open, or say that it is closed' },
  closed: { says: 'says that the ticket is closed', instead: 'Set the ticket to solved, or do not say so' },
};
const ENDING = ['solved', 'closed'];
const WAITING = ['new', 'open', 'pending', 'hold', 'on-hold', 'on_hold'];

export default defineRule({
  id: 'text-and-actions',
  segment: 'library',
  principle: 'Let a macro do what its text says.',
  why: 'A ticket that is solved while the customer still waits for a promised answer is on nobody’s list.',
  switchOff: 'Turn it off if your team sets the status by hand after sending a macro.',
  source: 'Yes, YOU Need To Read And Share This: Concluding; the help desks’ documentation',
  presets: { recommended: 'warn', chat: 'off' },
  options: {
    questions: {
      type: 'flag',
      default: true,
      description: 'Also report replies that ask for something and close the ticket. Some teams do so on purpose.',
    },
  },
  groups: Object.keys(SAYS),
  *check(reading, { questions }) {
    const { rendering } = reading;
    const status = rendering.reply.declared.status?.toLowerCase() ?? '';
    const wrong = (group: string) =>
      group === 'closed' ? WAITING.includes(status) : ENDING.includes(status) && (group !== 'asks' || questions);
    const found = new Set<string>();
    for (const match of reading.matches()) {
      const { says, instead } = SAYS[match.group] ?? {};
      if (says === undefined || instead === undefined || !wrong(match.group) || found.has(match.group)) continue;
      if (reading.inContext(match, IGNORED) || (match.group !== 'asks' && reading.inContext(match, ['question'])))
        continue;
      found.add(match.group);
      const message = `${quoted(match, rendering.text)} ${says}, but the macro sets the ticket to “${status}”`;
      yield { span: { start: match.start, end: match.end }, message, suggestions: [instead] };
    }
  },
});

function quoted({ start, end }: Match, text: string): string {
  return `“${shown(text.slice(start, end))}”`;
}

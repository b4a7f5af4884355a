import {
  type Context,
  defineRule,
  type Match,
  type Rendering,
  type Reply,
  type Span,
  shown,
  signatureOf,
} from 'replylint/rule';

type Declared = Reply['declared'];

/** In words, with the name. */
const LONGEST_SALUTATION = 5;
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
  handed: {
    says: 'says that somebody else has the case now',
    instead: 'Assign the ticket and leave it open, or say what was done',
  },
  urgent: { says: 'says that the case comes first', instead: 'Raise the priority, or leave it out' },
};
const ENDING = ['solved', 'closed'];
const NOT_FIRST = ['low', 'normal'];
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
  appliesTo: { forms: ['full', 'chat', 'fragment', 'auto', 'internal'] },
  *check(reading, { questions }) {
    const { rendering } = reading;
    const { form, reply } = rendering;
    if (form === 'internal') {
      const span = greetedCustomer(rendering);
      const message =
        span && `${quoted(span, rendering.text)} speaks to the customer, but the macro adds an internal note`;
      if (span && message) yield { span, message, suggestions: ['Make the comment public, or write it for the team'] };
      return;
    }
    const found: Match[] = [];
    for (const match of reading.matches()) {
      const { says, instead } = SAYS[match.group] ?? {};
      const does = contraryTo(match.group, reply.declared);
      if (says === undefined || instead === undefined || does === undefined) continue;
      if (found.some((one) => one.group === match.group || (one.from < match.to && match.from < one.to))) continue;
      if (match.group === 'asks' && !questions) continue;
      if (reading.inContext(match, IGNORED) || (match.group !== 'asks' && reading.inContext(match, ['question'])))
        continue;
      found.push(match);
      const message = `${quoted(match, rendering.text)} ${says}, but the macro ${does}`;
      yield { span: { start: match.start, end: match.end }, message, suggestions: [instead] };
    }
  },
});

/** What a macro does that belies a group of phrases. Undefined if it does nothing of the kind. */
function contraryTo(group: string, { status: written = '', priority = '', assigns }: Declared): string | undefined {
  const status = written.toLowerCase();
  if (group === 'urgent') return NOT_FIRST.includes(priority) ? `sets the priority to “${priority}”` : undefined;
  if (group === 'handed' && assigns === false) return 'assigns it to nobody';
  const isContrary = group === 'closed' ? WAITING.includes(status) : ENDING.includes(status);
  return isContrary ? `sets the ticket to “${status}”` : undefined;
}

/** In a signed letter to the customer, the placeholder after the salutation. */
function greetedCustomer(rendering: Rendering): Span | undefined {
  if (rendering.reply.audience !== 'staff' || !signatureOf(rendering)) return undefined;
  const { words, text } = rendering;
  const name = words.slice(0, LONGEST_SALUTATION).find(({ placeholder }) => placeholder?.role === 'customer-name');
  const [first] = words;
  return name && first && /^\s*[,!:]?\s*\n/.test(text.slice(name.end, name.end + 9))
    ? { start: first.start, end: name.end }
    : undefined;
}

function quoted({ start, end }: Span, text: string): string {
  return `“${shown(text.slice(start, end))}”`;
}

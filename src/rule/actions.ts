import { signatureOf } from '../language/signature.js';
import type { Rendering } from '../model/rendering.js';
import type { Declared, OmittedAction } from '../model/reply.js';
import type { Span } from '../model/span.js';
import { TOLD_GROUPS } from './sibling-actions.js';

/** For each group of phrases, what a text says about its ticket, and what to do if the macro does something else. */
export const CLAIMS: Readonly<Record<string, { readonly says: string; readonly instead: string }>> = {
  promise: {
    says: 'promises a follow-up',
    instead: 'Set the ticket to pending or on hold, or remove the promise',
  },
  pending: { says: 'says that something is pending', instead: 'Put the ticket on hold, or say what was done' },
  asks: { says: 'asks the customer for an answer', instead: 'Set the ticket to pending' },
  'asks-us': { says: 'asks the customer for an answer', instead: 'Set the ticket to pending' },
  'kept-open': { says: 'says that the ticket stays open', instead: 'Leave the ticket open, or say that it is closed' },
  closed: {
    says: 'says that the ticket is closed',
    instead: 'Set the ticket to solved, or do not say that it is closed',
  },
  handed: {
    says: 'says that someone else now has the case',
    instead: 'Assign the ticket and leave it open, or say what was done',
  },
  refunded: { says: 'says that the order is refunded', instead: 'Add the refund action, or remove the statement' },
  cancelled: {
    says: 'says that the order is cancelled',
    instead: 'Add the cancellation action, or remove the statement',
  },
  urgent: { says: 'says that the case has priority', instead: 'Raise the priority, or remove the statement' },
};

/** All groups of phrases about a ticket and its actions. */
export const ACTION_GROUPS: readonly string[] = [...Object.keys(CLAIMS), ...TOLD_GROUPS];

/** The action that a group of phrases says was done, and its name. */
const OMITTED: Readonly<Record<string, { readonly action: OmittedAction; readonly name: string }>> = {
  refunded: { action: 'refund', name: 'refund action' },
  cancelled: { action: 'cancel', name: 'cancellation action' },
  urgent: { action: 'prioritize', name: 'action that raises the priority' },
};

const ENDING = ['solved', 'closed'];
const NOT_FIRST = ['low', 'normal'];
const WAITING = ['new', 'open', 'pending', 'hold', 'on-hold', 'on_hold'];
/** Maximum length of a salutation in words, including the name. */
const LONGEST_SALUTATION = 5;

/** Says what a macro does that contradicts a group of phrases. Undefined if nothing does. */
export function contraryTo(
  group: string,
  { status: written = '', priority = '', assigns, omits = [] }: Declared,
): string | undefined {
  const status = written.toLowerCase();
  if (group === 'urgent' && NOT_FIRST.includes(priority)) return `sets the priority to “${priority}”`;
  const omitted = OMITTED[group];
  if (omitted)
    return omits.includes(omitted.action) ? `has no ${omitted.name}, although other macros have one` : undefined;
  if (group === 'handed' && assigns === false) return 'does not assign it to anyone';
  const isContrary = group === 'closed' ? WAITING.includes(status) : ENDING.includes(status);
  return isContrary ? `sets the ticket to “${status}”` : undefined;
}

/** Returns the salutation with the customer’s name, if an internal note is a signed letter to the customer. */
export function greetedCustomer(rendering: Rendering): Span | undefined {
  if (rendering.reply.audience !== 'staff' || !signatureOf(rendering)) return undefined;
  const { words, text } = rendering;
  const name = words.slice(0, LONGEST_SALUTATION).find(({ placeholder }) => placeholder?.role === 'customer-name');
  const [first] = words;
  return name && first && /^[^\S\n]*(?:[,!:][^\S\n]*)?\n/.test(text.slice(name.end, name.end + 9))
    ? { start: first.start, end: name.end }
    : undefined;
}

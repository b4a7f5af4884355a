import { signatureOf } from '../language/signature.js';
import type { Rendering } from '../model/rendering.js';
import type { Declared, OmittedAction } from '../model/reply.js';
import type { Span } from '../model/span.js';
import { TOLD_GROUPS } from './sibling-actions.js';

/** What a text says of its ticket, by group of phrases, and what to do if the macro does something else. */
export const CLAIMS: Readonly<Record<string, { readonly says: string; readonly instead: string }>> = {
  promise: {
    says: 'promises a follow-up',
    instead: 'Set the ticket to pending or on hold, or leave the promise out',
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
  refunded: { says: 'says that the order is refunded', instead: 'Add the action that refunds it, or leave it out' },
  cancelled: { says: 'says that the order is cancelled', instead: 'Add the action that cancels it, or leave it out' },
  urgent: { says: 'says that the case has priority', instead: 'Raise the priority, or leave the claim out' },
};

/** All groups of phrases about a ticket and its actions. */
export const ACTION_GROUPS: readonly string[] = [...Object.keys(CLAIMS), ...TOLD_GROUPS];

/** The action that a group of phrases says was done. */
const OMITTED: Readonly<Record<string, { readonly action: OmittedAction; readonly does: string }>> = {
  refunded: { action: 'refund', does: 'refunds it' },
  cancelled: { action: 'cancel', does: 'cancels it' },
  urgent: { action: 'prioritize', does: 'raises the priority' },
};

const ENDING = ['solved', 'closed'];
const NOT_FIRST = ['low', 'normal'];
const WAITING = ['new', 'open', 'pending', 'hold', 'on-hold', 'on_hold'];
/** In words, with the name. */
const LONGEST_SALUTATION = 5;

/** What a macro does that belies a group of phrases. Undefined if it does nothing of the kind. */
export function contraryTo(
  group: string,
  { status: written = '', priority = '', assigns, omits = [] }: Declared,
): string | undefined {
  const status = written.toLowerCase();
  if (group === 'urgent' && NOT_FIRST.includes(priority)) return `sets the priority to “${priority}”`;
  const omitted = OMITTED[group];
  if (omitted)
    return omits.includes(omitted.action)
      ? `has no action that ${omitted.does}, although other macros have one`
      : undefined;
  if (group === 'handed' && assigns === false) return 'does not assign it to anyone';
  const isContrary = group === 'closed' ? WAITING.includes(status) : ENDING.includes(status);
  return isContrary ? `sets the ticket to “${status}”` : undefined;
}

/** In a signed letter to the customer, the placeholder after the salutation. */
export function greetedCustomer(rendering: Rendering): Span | undefined {
  if (rendering.reply.audience !== 'staff' || !signatureOf(rendering)) return undefined;
  const { words, text } = rendering;
  const name = words.slice(0, LONGEST_SALUTATION).find(({ placeholder }) => placeholder?.role === 'customer-name');
  const [first] = words;
  return name && first && /^[^\S\n]*(?:[,!:][^\S\n]*)?\n/.test(text.slice(name.end, name.end + 9))
    ? { start: first.start, end: name.end }
    : undefined;
}

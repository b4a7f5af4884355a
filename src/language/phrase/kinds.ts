import type { PlaceholderRole } from '../../model/reply.js';
import type { Atom } from './parse.js';

/** A word of a text, with the features that the matcher needs. */
export interface MatchedWord {
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'address' | 'placeholder';
  readonly placeholder?: { readonly role: string };
}

/**
 * Kinds of words, as bits. A word can have several kinds: a number, a link, a placeholder with a role, a filler, or an
 * open class of its language.
 */
export const NUMBER = 1;
export const LINK = 2;
const ANY_ROLE = 3;
const ROLES: readonly PlaceholderRole[] = ['customer-name', 'agent-name', 'ticket', 'organisation', 'include', 'other'];
export const FILLER = 10;
/** The first open class of a language. The other open classes follow. */
export const FIRST_OPEN = 11;
/**
 * Kinds have small ids, so that each fits into one bit of a 32-bit number. Words and word beginnings have larger ids.
 */
export const KINDS = 32;

/** Returns the kind that an atom matches. Undefined for a word or a word beginning. */
export function kindOf(atom: Atom, openClasses: readonly string[]): number | undefined {
  switch (atom.kind) {
    case 'number':
      return NUMBER;
    case 'link':
      return LINK;
    case 'role':
      return atom.role === 'any' ? ANY_ROLE : ofRole(atom.role);
    case 'open':
      return FIRST_OPEN + openClasses.indexOf(atom.name);
    default:
      return undefined;
  }
}

/** Returns the kinds of a placeholder. */
export function kindsOfRole(role: string | undefined): readonly number[] {
  const known = ROLES.indexOf(role as PlaceholderRole);
  return known < 0 ? [ANY_ROLE] : [ANY_ROLE, ofRole(role as PlaceholderRole)];
}

function ofRole(role: PlaceholderRole): number {
  return ANY_ROLE + 1 + ROLES.indexOf(role);
}

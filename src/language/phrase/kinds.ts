import type { PlaceholderRole } from '../../model/reply.js';
import type { Atom } from './parse.js';

/** What the matcher knows about a text: enough of each word to match it. */
export interface MatchedWord {
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'address' | 'placeholder';
  readonly placeholder?: { readonly role: string };
}

/**
 * Kinds of words, as bits. A word may have several: a number, a link, a placeholder with a role, a filler, or an open
 * class of its language.
 */
export const NUMBER = 1;
export const LINK = 2;
const ANY_ROLE = 3;
const ROLES: readonly PlaceholderRole[] = ['customer-name', 'agent-name', 'ticket', 'organisation', 'include', 'other'];
export const FILLER = 10;
/** The first open class of a language; the others follow. */
export const FIRST_OPEN = 11;
/**
 * Kinds have small ids, so that one bit of a 32-bit word stands for each; words and word beginnings have larger ones.
 */
export const KINDS = 32;

/** The kind that an atom matches; undefined for a word or a word beginning. */
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

/** The kinds of a placeholder. */
export function kindsOfRole(role: string | undefined): readonly number[] {
  const known = ROLES.indexOf(role as PlaceholderRole);
  return known < 0 ? [ANY_ROLE] : [ANY_ROLE, ofRole(role as PlaceholderRole)];
}

function ofRole(role: PlaceholderRole): number {
  return ANY_ROLE + 1 + ROLES.indexOf(role);
}

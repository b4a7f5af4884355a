import type { LibraryProfile } from '../../model/library.js';

/**
 * Shares of replies that greet or sign off. At or above the first, this is a habit of the library; at or below the
 * second, leaving it out is.
 */
const SHARE_OF_A_HABIT = 0.85;
const SHARE_OF_NO_HABIT = 0.25;
/** Minimum number of replies from which a habit can be derived. */
const FEWEST_REPLIES = 5;
/** Minimum number and share of replies that mention their ticket in a library that answers tickets. */
const FEWEST_OF_TICKETS = 3;
const SHARE_OF_TICKETS = 0.3;

/** Returns true if the library has enough replies to show a habit. */
export function hasHabits(library: LibraryProfile | undefined): library is LibraryProfile {
  return library !== undefined && library.replies >= FEWEST_REPLIES;
}

/** Returns true if nearly all replies of the library greet or sign off. */
export function isHabit({ either, replies }: LibraryProfile): boolean {
  return either >= replies * SHARE_OF_A_HABIT;
}

/**
 * Returns true if few replies in the library have a greeting or sign-off, and the same is true of neighboring files. A few
 * sections without greetings prove nothing if other files have them.
 */
export function isNoHabit({ either, replies, around }: LibraryProfile): boolean {
  return either <= replies * SHARE_OF_NO_HABIT && (!around || isNoHabit(around));
}

/**
 * Returns true if enough replies of a library mention their tickets and few have a greeting or sign-off, so that both
 * are left out on purpose.
 */
export function answersTickets(library: LibraryProfile | undefined): library is LibraryProfile {
  if (!library) return false;
  const { tickets = 0, replies } = library;
  return tickets >= FEWEST_OF_TICKETS && tickets >= replies * SHARE_OF_TICKETS && isNoHabit(library);
}

/** Describes the habits of a library, and what they mean for a text without a greeting or sign-off. */
export function habitInWords(library: LibraryProfile): string {
  const { either, replies, tickets = 0 } = library;
  const does = `${either} of ${replies} replies have a greeting or sign-off`;
  if (answersTickets(library))
    return `${does}, and ${tickets} mention the ticket: texts without either count as whole messages`;
  if (!hasHabits(library)) return `${does}: too few replies to show a pattern`;
  if (isHabit(library)) return `${does}: longer texts without either count as whole messages that lack both`;
  if (isNoHabit(library)) return `${does}: longer texts without either count as whole messages`;
  return `${does}: no clear pattern`;
}

import type { LibraryProfile } from '../../model/library.js';

/** From the first share on, the library habitually greets or signs; up to the second, it never does. */
const SHARE_OF_A_HABIT = 0.85;
const SHARE_OF_NO_HABIT = 0.25;
/** Below this number of replies, there are no habits. */
const FEWEST_REPLIES = 5;
/** From this number and share of replies that mention their ticket on, a library answers tickets. */
const FEWEST_OF_TICKETS = 3;
const SHARE_OF_TICKETS = 0.3;

/** True if there are enough replies to show a habit. */
export function hasHabits(library: LibraryProfile | undefined): library is LibraryProfile {
  return library !== undefined && library.replies >= FEWEST_REPLIES;
}

/** True if nearly all replies greet or sign off. */
export function isHabit({ either, replies }: LibraryProfile): boolean {
  return either >= replies * SHARE_OF_A_HABIT;
}

/** If a few sections do not greet but those of neighboring files do, the library has no such habit. */
export function isNoHabit({ either, replies, around }: LibraryProfile): boolean {
  return either <= replies * SHARE_OF_NO_HABIT && (!around || isNoHabit(around));
}

/** If replies mention the ticket and none greets, the library leaves out greetings on purpose. */
export function answersTickets(library: LibraryProfile | undefined): library is LibraryProfile {
  if (!library) return false;
  const { tickets = 0, replies } = library;
  return tickets >= FEWEST_OF_TICKETS && tickets >= replies * SHARE_OF_TICKETS && isNoHabit(library);
}

/** The habits of a library, and what they mean for a text without greeting or sign-off. */
export function habitInWords(library: LibraryProfile): string {
  const { either, replies, tickets = 0 } = library;
  const does = `${either} of ${replies} replies greet or sign off`;
  if (answersTickets(library))
    return `${does}, ${tickets} mention the ticket: texts without either count as whole messages`;
  if (!hasHabits(library)) return `${does}: too few replies to show a habit`;
  if (isHabit(library)) return `${does}: longer texts without either count as whole messages that lack them`;
  if (isNoHabit(library)) return `${does}: longer texts without either count as whole messages`;
  return `${does}: no habit`;
}

import type { LibraryProfile } from '../../model/library.js';

/** From this share on, greeting or signing is what the library does; up to the other, it is what the library never does. */
const SHARE_OF_A_HABIT = 0.85;
const SHARE_OF_NO_HABIT = 0.25;
/** Fewer replies than this have no habits. */
const FEWEST_REPLIES = 5;
/** So many replies that speak of their ticket, and this share of all, show that a library answers tickets. */
const FEWEST_OF_TICKETS = 3;
const SHARE_OF_TICKETS = 0.3;

/** True where there are enough replies to show what they do. */
export function hasHabits(library: LibraryProfile | undefined): library is LibraryProfile {
  return library !== undefined && library.replies >= FEWEST_REPLIES;
}

/** True where nearly all replies greet or sign off. */
export function isHabit({ either, replies }: LibraryProfile): boolean {
  return either >= replies * SHARE_OF_A_HABIT;
}

/** Where a few sections do not greet and those of the files beside them do, it is no habit of the library’s. */
export function isNoHabit({ either, replies, around }: LibraryProfile): boolean {
  return either <= replies * SHARE_OF_NO_HABIT && (!around || isNoHabit(around));
}

/** Where replies speak of the ticket and none greets, whoever writes to a ticket leaves the greeting out. */
export function answersTickets(library: LibraryProfile | undefined): library is LibraryProfile {
  if (!library) return false;
  const { tickets = 0, replies } = library;
  return tickets >= FEWEST_OF_TICKETS && tickets >= replies * SHARE_OF_TICKETS && isNoHabit(library);
}

/** What the replies of a library do, and what it makes of a text that neither greets nor signs off. */
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

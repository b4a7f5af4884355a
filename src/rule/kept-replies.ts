import type { LibraryFacts } from './library-steps.js';

/** The number of replies that a finding of a library rule names, at most. */
const MOST_KEPT = 20;

/** Adds the index of a reply to a list of the first ones. A full list stays as it is. */
export function keepFirst(replies: number[], index: number): void {
  if (replies.length < MOST_KEPT) replies.push(index);
}

/**
 * Returns the reply at which to report a finding about several replies: the first one that is reported, or the first one
 * if none is.
 * @param replies indexes of their digests, at least one
 */
export function firstReported(replies: readonly number[], isReported: LibraryFacts['isReported']): number {
  return replies.find((index) => isReported({ index })) ?? replies[0] ?? 0;
}

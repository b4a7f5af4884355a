import type { LibraryFacts } from './library-steps.js';

/** Maximum number of replies that a finding of a library rule names. */
const MOST_KEPT = 20;

/** Adds the index of a reply to a list that keeps only the first ones. If the list is full, it is not changed. */
export function keepFirst(replies: number[], index: number): void {
  if (replies.length < MOST_KEPT) replies.push(index);
}

/**
 * Returns the reply at which to report a finding about several replies: the first one whose findings are reported, or
 * the first one if there is none.
 * @param replies indexes of their digests, at least one
 */
export function firstReported(replies: readonly number[], isReported: LibraryFacts['isReported']): number {
  return replies.find((index) => isReported({ index })) ?? replies[0] ?? 0;
}

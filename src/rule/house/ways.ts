import { homeOf } from '../home.js';
import { keepFirst } from '../kept-replies.js';
import type { Digest } from '../library-steps.js';

/** The number of replies that sign, close or act in one way, and the indexes of the first ones. */
export interface SignatureWay {
  readonly as: string;
  readonly count: number;
  readonly replies: readonly number[];
}

/** A way that is still being counted. */
export interface CountedWay extends SignatureWay {
  count: number;
  readonly replies: number[];
  /** The number of these replies in each folder or file. */
  readonly homes: Map<string, number>;
}

/** The ways in each library, in order of their first replies. */
export type WaysByLibrary = Map<string, Map<string, CountedWay>>;

/** A way that differs from the usual one, and the number of all replies. */
export interface StrayWay {
  readonly way: SignatureWay;
  readonly usual: SignatureWay;
  readonly total: number;
}

/** Counts a reply for one way in its library. */
export function countWay(
  libraries: WaysByLibrary,
  library: string,
  as: string,
  { index, reply }: Digest<unknown>,
): void {
  const ways = libraries.get(library) ?? new Map<string, CountedWay>();
  libraries.set(library, ways);
  const way = ways.get(as) ?? { as, count: 0, replies: [], homes: new Map<string, number>() };
  ways.set(as, way);
  const home = homeOf(reply);
  way.homes.set(home, (way.homes.get(home) ?? 0) + 1);
  way.count += 1;
  keepFirst(way.replies, index);
}

/**
 * Returns the most common way, the others from the most to the least common, and the number of all replies.
 * @param fewest minimum number of replies from which a usual way can be derived
 * @param majority minimum share of the usual way, in percent
 * @returns undefined if no way is usual
 */
export function usualOf(
  ways: Iterable<CountedWay>,
  fewest: number,
  majority: number,
): { readonly usual: CountedWay; readonly others: readonly CountedWay[]; readonly total: number } | undefined {
  const [usual, ...others] = [...ways].sort((one, other) => other.count - one.count);
  const total = others.reduce((sum, { count }) => sum + count, usual?.count ?? 0);
  if (!usual || total < fewest || usual.count * 100 < total * majority) return undefined;
  return { usual, others, total };
}

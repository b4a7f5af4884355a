import type { ReplyRow } from './scorecard.js';

/** A score and how much it counts in the score of the library. */
export type Counted = Pick<ReplyRow, 'score' | 'basis'>;

/** Points and weights that add up to the score of a library. */
export interface Points {
  readonly points: number;
  readonly weight: number;
}

export const NO_POINTS: Points = { points: 0, weight: 0 };

/** Adds what a library would gain or lose. */
export function plus(one: Points, other: Points): Points {
  return { points: one.points + other.points, weight: one.weight + other.weight };
}

/** Returns the change in points and weight if a reply had other scores. */
export function changeOf(before: Counted, after: Counted): Points {
  const [was, is] = [pointsOf(before), pointsOf(after)];
  return { points: is.points - was.points, weight: is.weight - was.weight };
}

/** Returns the points and the weight of all replies. */
export function pointsOfAll(replies: readonly Counted[]): Points {
  return replies.reduce<Points>((sum, reply) => plus(sum, pointsOf(reply)), NO_POINTS);
}

/** Returns the score of a library: the mean of its replies, weighted by basis. Null if no reply has a score. */
export function meanOf({ points, weight }: Points): number | null {
  return weight === 0 ? null : points / weight;
}

/** Returns by how much a change raises the score of a library, in points, rounded to a thousandth. */
export function riseBy(change: Points, all: Points): number {
  const [before, after] = [meanOf(all), meanOf(plus(all, change))];
  return before === null || after === null ? 0 : Math.round((after - before) * 1000) / 1000;
}

function pointsOf({ score, basis }: Counted): Points {
  return score === null ? NO_POINTS : { points: score * basis, weight: basis };
}

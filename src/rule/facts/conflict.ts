import type { Fact, PackedFact } from './fact.js';

/** One of several contradictory statements about the same subject. */
export interface Variant {
  readonly value: string;
  readonly count: number;
  /** Indexes of the first replies that contain this statement. */
  readonly replies: readonly number[];
  /** The subjects of the facts that state it. Default: that of the conflict. */
  readonly abouts?: ReadonlySet<string>;
  /** The kind and value of the first fact that contains it. Default: the kind of the conflict, and the value. */
  readonly stated?: Pick<Fact, 'kind' | 'value'> | undefined;
  /** Returns true for the facts that contain it. Default: those of that kind and value. */
  readonly isIn?: (fact: PackedFact) => boolean;
  /** True if replies write it in several ways, with and without `www.`. */
  readonly isMixed?: boolean;
}

/**
 * A subject about which the library contains contradictory statements, with the most frequent one first. Of links, the
 * one with https comes first.
 */
export interface Conflict {
  readonly kind: Fact['kind'];
  readonly about: string;
  readonly variants: readonly Variant[];
}

/** Minimum number of replies with the usual value, and minimum ratio between them and those with a rare one. */
export const FEWEST_USUAL = 3;

/** Returns true if a value is much rarer than the usual one. */
export function isRare(usual: Pick<Variant, 'count'>, other: Pick<Variant, 'count'>): boolean {
  return usual.count >= FEWEST_USUAL && other.count * FEWEST_USUAL <= usual.count;
}

/** Minimum number of values at which a statement is no longer considered a fact, because it differs from case to case. */
const FEWEST_OF_SLOT = 4;

/**
 * Returns true if a statement has so many values, none of which is the usual one, that it differs from case to case.
 * @param variants the values, with the most common one first
 */
export function differsByCase(variants: readonly Pick<Variant, 'count'>[]): boolean {
  const total = variants.reduce((sum, { count }) => sum + count, 0);
  return variants.length >= FEWEST_OF_SLOT && (variants[0]?.count ?? 0) * 2 <= total;
}

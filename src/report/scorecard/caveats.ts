import { inList } from './figures.js';
import type { LibraryRow, Scorecard, Summary } from './scorecard.js';

/** Yields what to know before relying on the score, in sentences. */
export function* caveatsOf({ summary, library }: Scorecard): Generator<string> {
  const little = littleChecked(summary);
  if (little !== '') yield `${little}.`;
  const conventions = conventionsOf(library);
  if (conventions.length > 0)
    yield `Not counted in the score, because most replies leave it out: ${inList(conventions)}.`;
}

/** Says how many replies have a score that means little, without a period. Empty if there are none. */
export function littleChecked({ littleAsked, replies }: Summary): string {
  return littleAsked === 0 ? '' : `Little could be checked in ${littleAsked} of ${replies} replies`;
}

/** Returns what libraries leave out by convention: the rules, each with its counts. */
export function conventionsOf(library: readonly LibraryRow[]): readonly string[] {
  const counts = new Map<string, { missing: number; replies: number }>();
  for (const { rule, convention } of library) {
    if (!convention) continue;
    const { missing, replies } = counts.get(rule) ?? { missing: 0, replies: 0 };
    counts.set(rule, { missing: missing + convention.missing, replies: replies + convention.replies });
  }
  return [...counts].map(([rule, { missing, replies }]) => `${rule} (${missing} of ${replies} replies)`);
}

import type { LibraryProfile } from '../../model/library.js';
import type { Loose } from './hit.js';

/** Number of first words that texts must share to count as variations of one pattern. */
const LENGTH_OF_AN_OPENING = 5;

/** What a reply without greeting and farewell is compared by with similar replies. */
export interface Likeness {
  /** The first words of the reply. */
  readonly opening: string;
  /** The length of the reply in words. */
  readonly length: number;
}

/**
 * Returns what a text is compared by with similar texts. Undefined for a text that is hardly longer than an opening.
 */
export function likenessOf({ words }: Loose, length: number): Likeness | undefined {
  if (words.length < 2 * LENGTH_OF_AN_OPENING) return undefined;
  const opening = words.slice(0, LENGTH_OF_AN_OPENING).map(({ folded }) => folded);
  return { opening: opening.join(' '), length };
}

/** For each opening that several replies of a library share, returns the length of the shortest of these replies. */
export function siblingsIn(likenesses: Iterable<Likeness>): Record<string, number> {
  const shortest = new Map<string, number>();
  const several = new Set<string>();
  for (const { opening, length } of likenesses) {
    const known = shortest.get(opening);
    if (known !== undefined) several.add(opening);
    shortest.set(opening, Math.min(known ?? length, length));
  }
  return Object.fromEntries([...shortest].filter(([opening]) => several.has(opening)));
}

/**
 * Returns the length that decides the form of a text. Similar texts of about the same length use the length of the
 * shortest, so that they get the same form.
 */
export function lengthAmongSiblings(rendering: Loose, length: number, library: LibraryProfile | undefined): number {
  const opening = likenessOf(rendering, length)?.opening;
  const siblings = library?.siblings;
  const shortest =
    opening !== undefined && siblings && Object.hasOwn(siblings, opening) ? siblings[opening] : undefined;
  return shortest !== undefined && shortest * 3 >= length * 2 ? shortest : length;
}

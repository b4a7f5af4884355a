import type { LibraryProfile } from '../../model/library.js';
import type { Loose } from './hit.js';

/** In words: texts that share this many first words follow one pattern. */
const LENGTH_OF_AN_OPENING = 5;

/** A reply without greeting and farewell, as compared with similar replies. */
export interface Likeness {
  /** Its first words. */
  readonly opening: string;
  /** The number of its words. */
  readonly length: number;
}

/** What a text shares with similar replies; undefined for a text that is hardly longer. */
export function likenessOf({ words }: Loose, length: number): Likeness | undefined {
  if (words.length < 2 * LENGTH_OF_AN_OPENING) return undefined;
  const opening = words.slice(0, LENGTH_OF_AN_OPENING).map(({ folded }) => folded);
  return { opening: opening.join(' '), length };
}

/** For each opening that several replies of a library share, the length of the shortest of them. */
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

/** The length that decides the form of a text: similar texts of about the same length have the same form. */
export function lengthAmongSiblings(rendering: Loose, length: number, library: LibraryProfile | undefined): number {
  const opening = likenessOf(rendering, length)?.opening;
  const siblings = library?.siblings;
  const shortest =
    opening !== undefined && siblings && Object.hasOwn(siblings, opening) ? siblings[opening] : undefined;
  return shortest !== undefined && shortest * 3 >= length * 2 ? shortest : length;
}

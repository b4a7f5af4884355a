import leven from 'leven';

/** Minimum length of an abbreviation that counts as the start of a name. */
const SHORTEST_BEGINNING = 4;
const MOST_NAMED = 3;
/** Maximum length of a word to compare. No name is longer, and computing the edit distance of long texts is slow. */
const LONGEST = 100;

/**
 * Returns a text like `. Did you mean "greeting"?` if one of the names is similar to the word or starts with it. Empty
 * otherwise.
 */
export function hint(value: unknown, known: readonly string[]): string {
  if (typeof value !== 'string') return '';
  const nearest = nearestOf(value, known);
  if (nearest !== undefined) return `. Did you mean "${nearest}"?`;
  const longer =
    value.length < SHORTEST_BEGINNING || value.length > LONGEST ? [] : known.filter((name) => name.startsWith(value));
  const [first, ...others] = longer.slice(0, MOST_NAMED).map((name) => `"${name}"`);
  return first === undefined
    ? ''
    : `. Did you mean ${others.length > 0 ? `one of ${[first, ...others].join(', ')}` : first}?`;
}

/** Returns the name that a word is probably a misspelling of. Undefined if no name is similar enough. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const nearest = known
    .map((name) => ({ name, distance: leven(name, word) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const isNear = nearest && nearest.distance <= Math.max(2, Math.floor(nearest.name.length / 3));
  return isNear ? nearest.name : undefined;
}

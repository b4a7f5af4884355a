import leven from 'leven';

/** A name can be abbreviated if the abbreviation is long enough to be specific. */
const SHORTEST_BEGINNING = 4;
const MOST_NAMED = 3;
/** No name is longer, and edit distances of long texts are slow to compute. */
const LONGEST = 100;

/** `. Did you mean "greeting"?`, if one of the names is similar or starts with the word. */
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

/** The name that a word is a misspelling of. Undefined if none is near. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const nearest = known
    .map((name) => ({ name, distance: leven(name, word) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const isNear = nearest && nearest.distance <= Math.max(2, Math.floor(nearest.name.length / 3));
  return isNear ? nearest.name : undefined;
}

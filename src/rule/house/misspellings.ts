import { addToList } from '../../model/lists-by-key.js';
import { bracketsOf, type WrittenPlaceholder } from '../placeholder/meaning.js';
import { differingPair, distance, isPlural } from '../placeholder/slip.js';

/** A placeholder with the number of replies that use it. */
interface Counted {
  readonly used: WrittenPlaceholder & { readonly isMisread?: true };
  readonly count: number;
}

/** Minimum number of replies with a placeholder from which its spelling can be derived. */
const FEWEST_USUAL = 4;
/** Maximum number of replies with a misspelled placeholder. If more have it, it is another field. */
const MOST_SLIPS = 1;
/** Minimum length of a word that can be recognized although it is misspelled, and of one with two wrong letters. */
const SHORTEST = 5;
const SHORTEST_FOR_TWO = 8;

/**
 * Yields the placeholders that look like a misspelling of a placeholder that many replies use: one word differs by a
 * letter or two. Those that the rule for placeholders reports are left out.
 * @param areTogether returns true if a reply uses both, because they are two fields then
 */
export function* misspellingsIn<W extends Counted>(
  ways: Iterable<W>,
  areTogether: (rare: W, usual: W) => boolean,
): Generator<{ readonly rare: W; readonly usual: W }> {
  const all = [...ways];
  const usualWays = new Map<string, W[]>();
  const known = new Set<string>();
  for (const way of all) {
    if (way.count > MOST_SLIPS) for (const word of way.used.words.split(' ')) known.add(word);
    if (way.count >= FEWEST_USUAL) for (const key of keysOf(way.used)) addToList(usualWays, key, way);
  }
  for (const rare of all) {
    if (rare.count > MOST_SLIPS || rare.used.isMisread || rare.used.desks.length > 0) continue;
    const usual = keysOf(rare.used)
      .flatMap((key) => usualWays.get(key) ?? [])
      .find((one) => isMisspelled(rare.used, one.used, known) && !areTogether(rare, one));
    if (usual) yield { rare, usual };
  }
}

/** Returns the words of a placeholder in its brackets, with each long word left out in turn. */
function keysOf({ way, words, kind }: WrittenPlaceholder): readonly string[] {
  const brackets = kind === 'manual' ? way.charAt(0) : bracketsOf(way);
  const all = words.split(' ');
  return all.flatMap((word, at) => (word.length < SHORTEST - 1 ? [] : [`${brackets} ${all.with(at, '').join(' ')}`]));
}

/** Returns true if a single word of two placeholders differs by a slip. The wrong word must not occur in others. */
function isMisspelled(rare: WrittenPlaceholder, usual: WrittenPlaceholder, known: ReadonlySet<string>): boolean {
  const [slip, word] = differingPair(rare.words.split(' '), usual.words.split(' ')) ?? ['', ''];
  if (known.has(slip) || /\d/.test(slip + word)) return false;
  const length = Math.min(slip.length, word.length);
  // The plural of a word may be a different field.
  if (length < SHORTEST - 1 || word.length < SHORTEST || isPlural(slip, word)) return false;
  return slip.charAt(0) === word.charAt(0) && distance(slip, word) <= (length >= SHORTEST_FOR_TWO ? 2 : 1);
}

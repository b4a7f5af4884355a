import type { Rendering } from '../../model/rendering.js';
import type { Match } from '../reading.js';

/**
 * Returns the name that the phrase of a match has after its arrow. If the phrase lists a name for each word, as in
 * `mon=monday`, returns the name of the first listed word in the match.
 */
export function nameIn({ entry: { instead }, from, to }: Match, words: Rendering['words']): string | undefined {
  if (!instead?.includes('=')) return instead;
  const names = namesOf(instead);
  for (let at = from; at < to; at += 1) {
    const name = names.get(words[at]?.folded ?? '');
    if (name !== undefined) return name;
  }
  return undefined;
}

const KNOWN = new Map<string, ReadonlyMap<string, string>>();

function namesOf(listed: string): ReadonlyMap<string, string> {
  let names = KNOWN.get(listed);
  if (!names) {
    names = new Map(listed.split(/\s+/).map((pair) => pair.split('=') as [string, string]));
    KNOWN.set(listed, names);
  }
  return names;
}

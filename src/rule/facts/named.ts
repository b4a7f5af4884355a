import type { Rendering } from '../../model/rendering.js';
import type { Match } from '../reading.js';

/**
 * The one name of what a match names: the text after the arrow of its phrase; where that lists a name for each word, as
 * in `mon=monday`, the name of the first word listed.
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

import type { DigestReading } from '../library-steps.js';
import type { ClassWords } from './scope.js';

/** Minimum length of a name that is looked for in a path. */
const SHORTEST = 3;

/**
 * Returns the names in a reply that also occur in the path of a page, such as “Kiln” for `/acme/kiln/CONTRIBUTING.md`.
 * They tell whose page it is: the page of another project does not contradict it.
 * @param path the path of the page
 * @param isLeftOut the words that are no names, even with a capital letter
 */
export function ownersIn(
  { rendering: { words, text, sentences } }: DigestReading,
  path: string,
  ...isLeftOut: readonly ClassWords[]
): readonly string[] {
  const inPath = plain(path);
  const owners = new Set<string>();
  for (const [at, { kind, start, end, sentence }] of words.entries()) {
    if (kind !== 'word' || isLeftOut.some((group) => group.has(at))) continue;
    const written = text.slice(start, end);
    const isName = at === sentences[sentence]?.from ? /\p{Ll}\p{Lu}/u.test(written) : /\p{Lu}/u.test(written);
    const name = plain(written);
    if (isName && name.length >= SHORTEST && inPath.includes(name)) owners.add(name);
  }
  return [...owners].sort();
}

/** Returns lowercase letters and digits, because a path writes “LiveView” as `live-view`. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

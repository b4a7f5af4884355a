import { languageCode } from '../../language/index.js';
import { LONGEST_KEPT } from '../../language/phrase/tokens.js';
import { detached } from '../../model/detached.js';
import type { Reading } from '../reading.js';

/** A word that is looked up for the first time. */
export interface NewWord {
  /** The word in lowercase. */
  readonly word: string;
  /** The word without the ending of a possessive, as “mail” in “mail’s”. Undefined for other words. */
  readonly owner: string | undefined;
  /** Returns true if the word, or its owner, is in a word class. */
  says(wordClass: `@${string}`): boolean;
}

/** Maximum number of words of a language to remember. */
const MOST_KNOWN = 20_000;
/** Matches a possessive, such as “mail’s”. */
const OWNER = /^(.+)'s$/;

/**
 * Returns a function that looks up a word of a reading. Results are remembered for each language, because texts repeat
 * most of their words.
 */
export function byWord<T>(look: (word: NewWord) => T): (reading: Reading, at: number) => T {
  const languages = new Map<string, Map<string, T>>();
  /** The last language, because nearly all words are of the same one as the word before. */
  let last: { readonly locale: string; readonly known: Map<string, T> } | undefined;
  return (reading, at) => {
    const { words, locale } = reading.rendering;
    const word = words[at]?.folded ?? '';
    const known = knownIn(locale);
    let found = known.get(word);
    if (found === undefined) {
      // Short words are separate texts already, but a long one would keep its page in memory.
      const own = word.length > LONGEST_KEPT ? detached(word) : word;
      found = look(newWord(reading, at, own));
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(own, found);
    }
    return found;
  };

  function knownIn(locale: string): Map<string, T> {
    if (last?.locale === locale) return last.known;
    const code = languageCode(locale);
    const known = languages.get(code) ?? new Map<string, T>();
    languages.set(code, known);
    last = { locale, known };
    return known;
  }
}

function newWord(reading: Reading, at: number, word: string): NewWord {
  const owner = OWNER.exec(word)?.[1];
  const { says } = owner === undefined ? reading : reading.of(owner);
  const within = owner === undefined ? { from: at, to: at + 1 } : { from: 0, to: 1 };
  return { word, owner, says: (wordClass) => says(wordClass, within) };
}

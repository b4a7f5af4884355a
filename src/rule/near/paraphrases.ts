import { KeysByWord, WORDS } from './keys-by-word.js';
import { hashOf, Space } from './sketch.js';
import { ownTitle } from './variants.js';
import { DistinctValues } from './word-hashes.js';
import { hasMark, isNegation, isTelling } from './words.js';

/** Minimum number of texts from which it is possible to tell which words are common. */
const FEWEST_TEXTS = 20;
/** Minimum number of words in a text. A shorter text has too few words of its own. */
const SHORTEST = 20;
/** Number of the rarest words of a text to look up. */
export const LOOKED_UP = 16;
/**
 * Number of texts above which a word counts as common and is not looked up. In a large library, `COMMON_SHARE` of its
 * texts is used instead.
 */
const COMMON = 20;
const COMMON_SHARE = 0.02;
/**
 * Minimum number and share of rare words that two texts must have in common to be compared, and the maximum number of
 * texts to compare.
 */
const FEWEST_SHARED = 3;
const SHARED_SHARE = 0.4;
const MOST_COMPARED = 3;
const HALF = 0.5;
/** Minimum length of a word in a title that carries meaning. */
const SHORTEST_TELLING = 4;

/**
 * Finds texts that say the same in other words. A word counts more the fewer texts contain it (Spärck Jones, “A
 * statistical interpretation of term specificity”, 1972), because in any language, words that all texts contain
 * distinguish nothing. Count the words of every text first, then add the texts one by one.
 */
export class Paraphrases {
  readonly #counters = new Uint32Array(WORDS);
  #texts = 0;
  readonly #withWord = new KeysByWord();
  readonly #space = new Space(Uint32Array);
  readonly #distinct = new DistinctValues();

  /** @param contents the hash of each word without its mark */
  count(contents: Uint32Array): void {
    this.#texts += 1;
    const words = this.#distinctIn(contents);
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] as number;
      this.#counters[word] = (this.#counters[word] as number) + 1;
    }
  }

  /** Returns the rarest words of a text as numbers, at most `LOOKED_UP`. Empty if there are too few words or texts. */
  rarestOf(contents: Uint32Array): readonly number[] {
    if (this.#texts < FEWEST_TEXTS || contents.length < SHORTEST) return [];
    const most = Math.max(COMMON, this.#texts * COMMON_SHARE);
    const words = this.#distinctIn(contents);
    const rare: number[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] as number;
      const count = this.#counters[word] as number;
      if (count > 1 && count <= most) rare.push(word);
    }
    const countOf = (word: number) => this.#counters[word] as number;
    return rare.sort((one, other) => countOf(one) - countOf(other) || one - other).slice(0, LOOKED_UP);
  }

  #distinctIn(contents: Uint32Array): Uint32Array {
    const words = this.#space.of(contents.length);
    for (let at = 0; at < contents.length; at += 1) words[at] = (contents[at] as number) % WORDS;
    return words.subarray(0, this.#distinct.gather(words));
  }

  /**
   * Returns the keys of texts that may say the same as one with these rarest words. The one with the most of them in
   * common comes first.
   */
  near(rarest: readonly number[]): readonly number[] {
    if (rarest.length < FEWEST_SHARED) return [];
    const shared = new Map<number, number>();
    const fewest = Math.max(FEWEST_SHARED, rarest.length * SHARED_SHARE);
    for (const word of rarest) for (const key of this.#withWord.of(word)) shared.set(key, (shared.get(key) ?? 0) + 1);
    return [...shared]
      .filter(([, count]) => count >= fewest)
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, MOST_COMPARED)
      .map(([key]) => key);
  }

  /** Adds a text with its rarest words under a key. */
  add(key: number, rarest: readonly number[]): void {
    for (const word of rarest) this.#withWord.add(word, key);
  }

  /** Forgets the added texts, but not what was counted. */
  clear(): void {
    this.#withWord.clear();
  }

  /** Returns the share of the content that two texts have in common, from 0 to 1. */
  likeness(one: readonly string[], other: readonly string[]): number {
    const [a, b] = [hashesOf(one), hashesOf(other)];
    let [shared, all] = [0, 0];
    for (const word of a) {
      all += this.#weightOf(word);
      if (b.has(word)) shared += 2 * this.#weightOf(word);
    }
    for (const word of b) all += this.#weightOf(word);
    return all === 0 ? 0 : shared / all;
  }

  #weightOf(word: number): number {
    return Math.log((this.#texts + 1) / (this.#counters[word] || 1));
  }
}

/** A reply with its title, whose words are compared. */
interface Titled {
  readonly title?: string | undefined;
  /** The path that the reply shares with its neighbors. */
  readonly home: string;
  readonly words: readonly string[];
}

/**
 * Returns true if two replies may say the same in other words. They must mention the same numbers, people, placeholders
 * and addresses, and negate equally often. Their titles must not name two cases, such as “Refund by card” and “Refund
 * by check”.
 */
export function mayMeanSame(one: Titled, other: Titled): boolean {
  if (one.words.filter(isNegation).length !== other.words.filter(isNegation).length) return false;
  if (!tellsNothingMore(one.words, other.words) || !tellsNothingMore(other.words, one.words)) return false;
  if (one.home === other.home && haveSeriesTitles(one, other)) return false;
  const [told, toldByOther] = [titleToldBy(one, other), titleToldBy(other, one)];
  return Math.max(told, toldByOther) < HALF && (told === 0 || toldByOther === 0);
}

/**
 * Returns true if words with capitals in one text also occur in the other, even if only one of them begins a sentence.
 */
function tellsNothingMore(words: readonly string[], others: readonly string[]): boolean {
  const said = new Set(others.map((word) => word.toLowerCase()));
  return words.every((word) => !isTelling(word) || said.has(word.toLowerCase()));
}

/**
 * Returns true for titles that begin or end alike, or share half of their words, unless one of them names what both
 * replies say.
 */
function haveSeriesTitles(one: Titled, other: Titled): boolean {
  const [own, others] = [wordsOf(one.title), wordsOf(other.title)];
  if (own.length === 0 || others.length === 0) return false;
  const isAlike = own[0] === others[0] || own.at(-1) === others.at(-1);
  const shared = own.filter((word) => others.includes(word)).length;
  return (isAlike || shared >= HALF * Math.min(own.length, others.length)) && !isTitleOfBoth(one, other);
}

/** Returns true if both replies say all words of one of their titles, so that it does not name one of two cases. */
function isTitleOfBoth(one: Titled, other: Titled): boolean {
  const [said, saidByOther] = [one, other].map(({ words }) => new Set(words.map((word) => word.toLowerCase())));
  return [one, other].some(({ title }) => {
    const long = wordsOf(title).filter(({ length }) => length >= SHORTEST_TELLING);
    return long.length > 1 && long.every((word) => said?.has(word) && saidByOther?.has(word));
  });
}

/**
 * Returns the share of a title's words that occur in its own text but not in the other text. Such words show that the
 * reply covers a separate case.
 */
function titleToldBy({ title, words }: Titled, other: Titled): number {
  const [own, others] = [words, other.words].map((all) => new Set(all.map((word) => word.toLowerCase())));
  const long = wordsOf(title).filter(({ length }) => length >= SHORTEST_TELLING);
  return long.filter((word) => own?.has(word) && !others?.has(word)).length / Math.max(1, long.length);
}

/** Returns the words of a title, without its category path. */
function wordsOf(title = ''): readonly string[] {
  return (
    ownTitle(title)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Returns the hashes of the words, in the order of the words. */
function hashesOf(words: readonly string[]): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (const word of words) hashes.add(hashOf(hasMark(word) ? word.slice(1) : word) % WORDS);
  return hashes;
}

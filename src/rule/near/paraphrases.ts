import { hashOf } from './sketch.js';
import { hasMark, isNegation, isTelling } from './words.js';

/** Words are counted in so many counters. */
const COUNTERS = 1 << 18;
/** Of fewer texts, nobody can tell which words all of them have. */
const FEWEST_TEXTS = 20;
/** A shorter text has too few words of its own. */
const SHORTEST = 20;
/** So many of the rarest words of a text are looked up, in so many texts each. */
const LOOKED_UP = 16;
const MOST_WITH_WORD = 12;
/** Words that more texts than this have, and more than this share, lead to no text. */
const COMMON = 20;
const COMMON_SHARE = 0.02;
/** Texts with so many rare words in common, and with this share of them, are compared, and of these the first ones. */
const FEWEST_SHARED = 3;
const SHARED_SHARE = 0.4;
const MOST_COMPARED = 3;
const HALF = 0.5;
/** A shorter word of a title tells nothing. */
const SHORTEST_TELLING = 4;

/**
 * Finds texts that say the same in other words. A word counts by how few texts have it (Spärck Jones, “A statistical
 * interpretation of term specificity”, 1972): those that all texts need tell nothing, in any language. Count the words of
 * each text first, then add the texts one after the other.
 */
export class Paraphrases {
  readonly #counters = new Uint32Array(COUNTERS);
  #texts = 0;
  readonly #withWord = new Map<number, number[]>();
  #last: { readonly words: readonly string[]; readonly rarest: readonly number[] } | undefined;

  count(words: readonly string[]): void {
    this.#texts += 1;
    for (const word of hashesOf(words)) this.#counters[word] = (this.#counters[word] ?? 0) + 1;
  }

  /** The keys of texts that may say the same: the one with the most rare words in common first. */
  near(words: readonly string[]): readonly number[] {
    if (this.#texts < FEWEST_TEXTS || words.length < SHORTEST) return [];
    const shared = new Map<number, number>();
    const rarest = this.#rarestOf(words);
    const fewest = Math.max(FEWEST_SHARED, rarest.length * SHARED_SHARE);
    for (const word of rarest)
      for (const key of this.#withWord.get(word) ?? []) shared.set(key, (shared.get(key) ?? 0) + 1);
    return [...shared]
      .filter(([, count]) => count >= fewest)
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, MOST_COMPARED)
      .map(([key]) => key);
  }

  /** Adds a text under a key. */
  add(key: number, words: readonly string[]): void {
    if (this.#texts < FEWEST_TEXTS || words.length < SHORTEST) return;
    for (const word of this.#rarestOf(words)) {
      const keys = this.#withWord.get(word);
      if (!keys) this.#withWord.set(word, [key]);
      else if (keys.length < MOST_WITH_WORD) keys.push(key);
    }
  }

  /** The share of what two texts say that both say, from 0 to 1. */
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

  #rarestOf(words: readonly string[]): readonly number[] {
    // Most texts are added right after those like them were asked for.
    if (this.#last?.words !== words) this.#last = { words, rarest: this.#newRarestOf(words) };
    return this.#last.rarest;
  }

  #newRarestOf(words: readonly string[]): readonly number[] {
    const most = Math.max(COMMON, this.#texts * COMMON_SHARE);
    const countOf = (word: number) => this.#counters[word] ?? 0;
    return [...hashesOf(words)]
      .filter((word) => countOf(word) > 1 && countOf(word) <= most)
      .sort((one, other) => countOf(one) - countOf(other) || one - other)
      .slice(0, LOOKED_UP);
  }

  #weightOf(word: number): number {
    return Math.log((this.#texts + 1) / (this.#counters[word] || 1));
  }
}

/** A reply whose words are compared. */
interface Titled {
  readonly title?: string | undefined;
  readonly words: readonly string[];
}

/**
 * True if two replies may say the same in other words: they name the same numbers, people, placeholders and addresses, and
 * negate as often; and their titles are not those of two cases, such as “Refund by card” and “Refund by check”.
 */
export function mayMeanSame(one: Titled, other: Titled): boolean {
  if (one.words.filter(isNegation).length !== other.words.filter(isNegation).length) return false;
  if (!tellsNothingMore(one.words, other.words) || !tellsNothingMore(other.words, one.words)) return false;
  if (haveSeriesTitles(wordsOf(one.title), wordsOf(other.title))) return false;
  const [told, toldByOther] = [titleToldBy(one, other), titleToldBy(other, one)];
  return Math.max(told, toldByOther) < HALF && (told === 0 || toldByOther === 0);
}

/** A name that begins a sentence in one text stands within one in the other. */
function tellsNothingMore(words: readonly string[], others: readonly string[]): boolean {
  const said = new Set(others.map((word) => word.toLowerCase()));
  return words.every((word) => !isTelling(word) || said.has(word.toLowerCase()));
}

/** True for titles that begin or end alike, or share half of their words. */
function haveSeriesTitles(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  if (one[0] === other[0] || one.at(-1) === other.at(-1)) return true;
  return one.filter((word) => other.includes(word)).length >= HALF * Math.min(one.length, other.length);
}

/** The share of the words of a title that its text says and the other one does not: what makes it a case of its own. */
function titleToldBy({ title, words }: Titled, other: Titled): number {
  const [own, others] = [words, other.words].map((all) => new Set(all.map((word) => word.toLowerCase())));
  const long = wordsOf(title).filter(({ length }) => length >= SHORTEST_TELLING);
  return long.filter((word) => own?.has(word) && !others?.has(word)).length / Math.max(1, long.length);
}

/** Help desks write the path of categories before a title: `Billing::Refund`. */
function wordsOf(title = ''): readonly string[] {
  const name = title.split('::').at(-1) ?? '';
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** In the order of their words. */
function hashesOf(words: readonly string[]): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (const word of words) hashes.add(hashOf(hasMark(word) ? word.slice(1) : word) % COUNTERS);
  return hashes;
}

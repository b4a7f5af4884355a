import { detached } from '../../model/detached.js';
import type { Language } from '../language.js';
import { FILLER, kindsOfRole, LINK, type MatchedWord, NUMBER } from './kinds.js';
import { type SetArrays, setsWith } from './sets.js';
import { LONGEST_KEPT } from './tokens.js';

/** Returns the feature of a word, or of the beginning of a word followed by `*`. 0 if no phrase contains it. */
export interface FeatureIndex {
  find(key: string): number;
  /** The lengths of the word beginnings that phrases contain. */
  readonly prefixLengths: readonly number[];
}

/** A word of a text, as the matcher sees it. Words that no phrase distinguishes share one object. */
export interface Seen {
  /** A unique number, starting at 1. It is 0 if there are too many words. */
  readonly code: number;
  /** All features of the word: the word itself, its beginnings, and its kinds. */
  readonly features: readonly number[];
  readonly isFiller: boolean;
  /** The sets of the table that contain the word, as one bit each. Undefined until a phrase asks. */
  sets: Uint32Array | undefined;
}

/** The words of a text. */
export interface Line {
  readonly words: readonly Seen[];
  /**
   * The codes of the words, with one UTF-16 unit each. The matches in a sentence depend only on these. Undefined if any
   * code is 0.
   */
  readonly codes: string | undefined;
}

const MOST_KEPT = 20_000;
const MOST_CODES = 0xffff;

/** Computes the features of words. Each distinct word is processed once. */
export class SeenWords {
  readonly #index: FeatureIndex;
  readonly #language: Language;
  readonly #sets: SetArrays;
  readonly #known = new Map<string, Seen>();
  readonly #byFeatures = new Map<string, Seen>();
  readonly #lines = new WeakMap<readonly MatchedWord[], Line>();

  constructor(index: FeatureIndex, language: Language, sets: SetArrays) {
    this.#index = index;
    this.#language = language;
    this.#sets = sets;
  }

  /** Returns all words of a text, which are computed once. */
  line(words: readonly MatchedWord[]): Line {
    const known = this.#lines.get(words);
    if (known) return known;
    const seen: Seen[] = [];
    for (let at = 0; at < words.length; at += 1) seen.push(this.of(words[at] as MatchedWord));
    const line = { words: seen, codes: codesOf(seen) };
    this.#lines.set(words, line);
    return line;
  }

  /** The number after the largest code so far. */
  get codes(): number {
    return this.#byFeatures.size + 1;
  }

  /** Returns true if a set contains a word. */
  isIn(word: Seen, set: number): boolean {
    word.sets ??= setsWith(this.#sets, word.features);
    return (((word.sets[set >>> 5] as number) >>> (set & 31)) & 1) === 1;
  }

  of(word: MatchedWord): Seen {
    // Nearly all words are plain, and are found without building a key.
    const key =
      word.kind === 'word'
        ? word.folded
        : word.kind === 'placeholder'
          ? `\u0000${word.placeholder?.role}`
          : `\u0001${word.kind}${word.folded}`;
    const known = this.#known.get(key);
    if (known) return known;
    const seen =
      word.kind === 'placeholder' ? this.#seen(kindsOfRole(word.placeholder?.role), false) : this.#look(word);
    // The cache is cleared when it is full, because a long run encounters more words than are worth keeping.
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    // Short words are separate texts already, whereas a long one is a part of its page.
    this.#known.set(key.length > LONGEST_KEPT ? detached(key) : key, seen);
    return seen;
  }

  #look({ folded, kind }: MatchedWord): Seen {
    const kinds = kind === 'word' ? (this.#language.kindsOf?.(folded) ?? 0) : 0;
    const features: number[] = [];
    for (let left = kinds & ~(1 << FILLER); left !== 0; left &= left - 1) features.push(31 - Math.clz32(left & -left));
    if (kind === 'number') features.push(NUMBER);
    if (kind === 'address') features.push(LINK);
    const own = this.#index.find(folded);
    if (own > 0) features.push(own);
    for (const length of this.#index.prefixLengths) {
      if (length > folded.length) continue;
      const prefix = this.#index.find(`${folded.slice(0, length)}*`);
      if (prefix > 0) features.push(prefix);
    }
    return this.#seen(features, ((kinds >>> FILLER) & 1) === 1);
  }

  #seen(features: readonly number[], isFiller: boolean): Seen {
    const key = `${isFiller} ${features.join(' ')}`;
    const known = this.#byFeatures.get(key);
    if (known) return known;
    const next = this.#byFeatures.size + 1;
    const seen = { code: next > MOST_CODES ? 0 : next, features, isFiller, sets: undefined };
    if (seen.code > 0) this.#byFeatures.set(key, seen);
    return seen;
  }
}

/** A buffer for word codes. Its length is the number of arguments that can safely be passed to one function call. */
const UNITS = new Uint16Array(4096);

function codesOf(words: readonly Seen[]): string | undefined {
  let written = '';
  for (let from = 0; from < words.length; from += UNITS.length) {
    const count = Math.min(UNITS.length, words.length - from);
    for (let at = 0; at < count; at += 1) {
      const { code } = words[from + at] as Seen;
      if (code === 0) return undefined;
      UNITS[at] = code;
    }
    written += String.fromCharCode(...UNITS.subarray(0, count));
  }
  return written;
}

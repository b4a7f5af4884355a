import { detached } from '../../model/detached.js';
import type { Language } from '../language.js';
import type { Hit } from './hit.js';
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

/** The words of a text, with what was found in them. */
export interface Line {
  readonly words: readonly Seen[];
  found: FoundInText | undefined;
}

/** The matches in each sentence of a text. */
export interface FoundInText {
  /** For each group, 1 if its phrases were searched for. */
  readonly wanted: Uint8Array | undefined;
  readonly hits: readonly (readonly Hit[])[];
}

const MOST_KEPT = 20_000;
const MOST_CODES = 0xffff;

/** Computes the features of words. Each distinct word is processed once. */
export class SeenWords {
  readonly #index: FeatureIndex;
  readonly #language: Language;
  readonly #sets: SetArrays;
  /** The words by kind, so that no key has to be built. Placeholders are listed by role. */
  readonly #known = {
    word: new Map<string, Seen>(),
    number: new Map<string, Seen>(),
    address: new Map<string, Seen>(),
    placeholder: new Map<string | undefined, Seen>(),
  } as const;
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
    const line: Line = { words: this.seenIn(words), found: undefined };
    this.#lines.set(words, line);
    return line;
  }

  /** Returns all words of a text that is read only once, such as a name. */
  seenIn(words: readonly MatchedWord[]): readonly Seen[] {
    const seen: Seen[] = [];
    for (let at = 0; at < words.length; at += 1) seen.push(this.of(words[at] as MatchedWord));
    return seen;
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
    const { kind, folded } = word;
    if (kind === 'placeholder') return this.#ofRole(word.placeholder?.role);
    const kept = this.#known[kind];
    const known = kept.get(folded);
    if (known) return known;
    const seen = this.#look(word);
    // The cache is cleared when it is full, because a long run encounters more words than are worth keeping.
    if (kept.size >= MOST_KEPT) kept.clear();
    // Short words are separate texts already, whereas a long one is a part of its page.
    kept.set(folded.length > LONGEST_KEPT ? detached(folded) : folded, seen);
    return seen;
  }

  #ofRole(role: string | undefined): Seen {
    const kept = this.#known.placeholder;
    let seen = kept.get(role);
    if (!seen) {
      seen = this.#seen(kindsOfRole(role), false);
      kept.set(role, seen);
    }
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

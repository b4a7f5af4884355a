import type { Language } from '../language.js';
import { FILLER, KINDS, kindsOfRole, LINK, type MatchedWord, NUMBER } from './kinds.js';
import { type SetArrays, SetIndex } from './sets.js';

/** Finds the feature of a word, or of a beginning with `*`; 0 where no phrase knows it. */
export interface FeatureIndex {
  find(key: string): number;
  /** The lengths that beginnings of words have. */
  readonly prefixLengths: readonly number[];
}

/** A word of a text as phrases see it. */
export interface Seen {
  /** All that it is: the word itself, what it begins with, its kinds. */
  readonly features: readonly number[];
  readonly isFiller: boolean;
  /** The sets of the table that it is in, one bit each; made when there is more to read than a few texts. */
  sets: Uint32Array | undefined;
}

const MOST_KEPT = 20_000;
/** Telling words their sets takes as long as reading some replies. */
const MANY_WORDS = 5_000;

/** Looks at the words of texts, each word once. */
export class SeenWords {
  readonly #index: FeatureIndex;
  readonly #language: Language;
  readonly #sets: SetIndex;
  readonly #known = new Map<string, Seen>();
  readonly #lines = new WeakMap<readonly MatchedWord[], readonly Seen[]>();
  #read = 0;

  constructor(index: FeatureIndex, language: Language, sets: SetArrays) {
    this.#index = index;
    this.#language = language;
    this.#sets = new SetIndex(sets);
  }

  /** All words of a text; found out once. */
  line(words: readonly MatchedWord[]): readonly Seen[] {
    const known = this.#lines.get(words);
    if (known) return known;
    const line = words.map((word) => this.of(word));
    this.#lines.set(words, line);
    this.#read += words.length;
    return line;
  }

  /** True where a word is in a set. */
  isIn(word: Seen, set: number): boolean {
    if (word.sets === undefined) {
      if (this.#read < MANY_WORDS) return this.#sets.has(set, word.features);
      word.sets = this.#sets.of(word.features);
    }
    return (((word.sets[set >>> 5] as number) >>> (set & 31)) & 1) === 1;
  }

  of(word: MatchedWord): Seen {
    // Almost all words are plain words: they are found without making a key.
    const key =
      word.kind === 'word'
        ? word.folded
        : word.kind === 'placeholder'
          ? `\u0000${word.placeholder?.role}`
          : `\u0001${word.kind}${word.folded}`;
    const known = this.#known.get(key);
    if (known) return known;
    const seen = word.kind === 'placeholder' ? placeholder(word.placeholder?.role) : this.#look(word);
    // A long run meets more words than are worth keeping.
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(key, seen);
    return seen;
  }

  #look({ folded, kind }: MatchedWord): Seen {
    const kinds = kind === 'word' ? (this.#language.kindsOf?.(folded) ?? 0) : 0;
    const features: number[] = [];
    for (let one = 0; one < KINDS; one += 1) if ((kinds >>> one) & 1 && one !== FILLER) features.push(one);
    if (kind === 'number') features.push(NUMBER);
    if (kind === 'address') features.push(LINK);
    const own = this.#index.find(folded);
    if (own > 0) features.push(own);
    for (const length of this.#index.prefixLengths) {
      if (length > folded.length) continue;
      const prefix = this.#index.find(`${folded.slice(0, length)}*`);
      if (prefix > 0) features.push(prefix);
    }
    return { features, isFiller: ((kinds >>> FILLER) & 1) === 1, sets: undefined };
  }
}

function placeholder(role: string | undefined): Seen {
  return { features: kindsOfRole(role), isFiller: false, sets: undefined };
}

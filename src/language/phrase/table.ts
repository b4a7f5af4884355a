import type { Language } from '../language.js';
import {
  ANY,
  AT_END,
  AT_START,
  DONE,
  HAS_NOT,
  MOST_FILLERS,
  MOVE_BITS,
  NONE,
  type PhraseArrays,
  SKIP,
  SKIPS,
} from './arrays.js';
import { compile } from './compile.js';
import { KINDS, type MatchedWord } from './kinds.js';
import { type FeatureIndex, type Seen, SeenWords } from './words.js';

/** Where a phrase was found: word indexes, `to` exclusive. */
export interface Hit {
  /** Index of the phrase among all that were compiled. */
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/** In a longer sentence it costs more to look for a phrase's second word than to try the phrase. */
const LONGEST_SEARCHED = 64;

/** Twice as many must fit into 31 bits. */
const MOST_SENTENCES = 1_000_000_000;

/**
 * Many phrases, looked for at once: a text is read once, word by word. A phrase is tried only where a sentence holds a
 * rare word that it cannot do without, and the next rarest, too, so that a text costs hardly more with many phrases than
 * with few. No word is read more often than a phrase is long.
 */
export class PhraseTable {
  readonly arrays: PhraseArrays;
  readonly #seen: SeenWords;
  /** By phrase: from where it is to be tried on, in the sentence with this number. */
  readonly #next: Int32Array;
  readonly #nextIn: Int32Array;
  /** By test: the sentence with this number was searched, and whether it passed (twice the number, or one more). */
  readonly #searched: Int32Array;
  #sentence = 0;
  #line: Seen[] = [];

  constructor(arrays: PhraseArrays, index: FeatureIndex, language: Language) {
    this.arrays = arrays;
    this.#seen = new SeenWords(index, language);
    this.#next = new Int32Array(arrays.firsts.length);
    this.#nextIn = new Int32Array(arrays.firsts.length);
    this.#searched = new Int32Array(2 * Math.max(arrays.setStarts.length, arrays.waitStarts.length));
  }

  /**
   * A table of phrases that are known only now.
   * @throws PhraseError for a phrase that cannot be read
   */
  static of(phrases: readonly string[], language: Language, { skips = false } = {}): PhraseTable {
    const { arrays, keys } = compile(
      phrases.map((phrase) => ({ phrase, group: 0, skips })),
      language,
    );
    return new PhraseTable(arrays, indexOf(keys), language);
  }

  /**
   * All phrases in the words of one sentence: of each phrase leftmost first, longest first, without overlaps.
   * @param wanted by group: 1 where its phrases are looked for; all if absent
   */
  find(words: readonly MatchedWord[], from: number, to: number, wanted?: Uint8Array): Hit[] {
    this.#read(words, from, to);
    const { waitStarts, waiting, groups, seconds } = this.arrays;
    const isShort = this.#line.length <= LONGEST_SEARCHED;
    const hits: Hit[] = [];
    for (const [at, { features }] of this.#line.entries())
      for (const feature of features) {
        const last = waitStarts[feature + 1] ?? 0;
        for (let each = waitStarts[feature] ?? 0; each < last; each += 1) {
          const phrase = waiting[each] ?? 0;
          if (wanted && wanted[groups[phrase] ?? 0] !== 1) continue;
          const second = seconds[phrase] ?? NONE;
          if (isShort && second !== NONE && !this.#holds(second)) continue;
          this.#try(phrase, at, from, hits);
        }
      }
    return hits.length > 1 ? hits.sort((one, other) => one.to - other.to || one.phrase - other.phrase) : hits;
  }

  /** The first place of one phrase within some words of a sentence, whatever stands around them. */
  first(phrase: number, words: readonly MatchedWord[], from: number, to: number): Hit | undefined {
    this.#read(words, from, to);
    for (let start = 0; start < this.#line.length; start += 1) {
      const end = this.#longest(phrase, start);
      if (end > start) return { phrase, from: from + start, to: from + end };
    }
    return undefined;
  }

  #read(words: readonly MatchedWord[], from: number, to: number): void {
    this.#sentence += 1;
    if (this.#sentence >= MOST_SENTENCES) this.#startAfresh();
    this.#line = [];
    for (let at = from; at < to; at += 1) {
      const word = words[at];
      if (word) this.#line.push(this.#seen.of(word));
    }
  }

  #startAfresh(): void {
    this.#sentence = 1;
    this.#nextIn.fill(0);
    this.#searched.fill(0);
  }

  /** True where some word of the sentence passes a test. */
  #holds(test: number): boolean {
    const known = (this.#searched[test] ?? 0) >> 1;
    if (known !== this.#sentence)
      this.#searched[test] = 2 * this.#sentence + (this.#line.some((seen) => this.#passes(test, seen)) ? 1 : 0);
    return ((this.#searched[test] ?? 0) & 1) === 1;
  }

  /** Tries a phrase wherever it can hold the word at `at` as the one that it waits for. */
  #try(phrase: number, at: number, offset: number, hits: Hit[]): void {
    const { least, most } = this.arrays;
    const last = at - (least[phrase] ?? 0);
    let start = Math.max(0, at - (most[phrase] ?? 0));
    if (this.#nextIn[phrase] === this.#sentence) start = Math.max(start, this.#next[phrase] ?? 0);
    while (start <= last) {
      const end = this.#longest(phrase, start);
      if (end > start) hits.push({ phrase, from: offset + start, to: offset + end });
      start = Math.max(end, start + 1);
    }
    this.#nextIn[phrase] = this.#sentence;
    this.#next[phrase] = start;
  }

  /** Where the longest match ends that begins at `start`; 0 where none does. */
  #longest(phrase: number, start: number): number {
    const { moves, firsts, befores, flags } = this.arrays;
    const flag = flags[phrase] ?? 0;
    const skips = (flag & SKIPS) !== 0;
    if ((flag & AT_START) !== 0 && start > 0 && !(skips && this.#areFillers(0, start))) return 0;
    const before = befores[phrase] ?? NONE;
    if (before !== NONE && this.#standsBefore(before, start, skips)) return 0;
    const line = this.#line;
    let states = [(firsts[phrase] ?? 0) * STATES];
    let end = 0;
    for (let at = start; states.length > 0; at += 1) {
      const word = line[at];
      const next: number[] = [];
      for (const state of states) {
        const skipped = state % STATES;
        let move = Math.floor(state / STATES);
        const count = moves[move] ?? 0;
        move += 1;
        for (let each = 0; each < count; each += 1) {
          const code = moves[move] ?? 0;
          const to = moves[move + 1] ?? 0;
          const not = (code & HAS_NOT) !== 0 ? (moves[move + 2] ?? NONE) : NONE;
          move += not === NONE ? 2 : 3;
          if (skipped > 0 && (code & (SKIP | DONE)) !== SKIP) continue;
          if ((code & DONE) !== 0) {
            if (this.#mayEnd(code, not, at)) end = at;
          } else if (word && (not === NONE || !this.#passes(not, word)) && this.#passes(code >>> MOVE_BITS, word))
            add(next, to * STATES);
        }
        if (skips && at > start && skipped < MOST_FILLERS && word?.isFiller) add(next, state + 1);
      }
      if (!word) break;
      states = next;
    }
    return end;
  }

  /** True where a phrase may end before the word at `at`: what follows is nothing that it must not be. */
  #mayEnd(code: number, not: number, at: number): boolean {
    const skips = (code & SKIP) !== 0;
    const line = this.#line;
    if ((code & AT_END) !== 0 && at < line.length && !(skips && this.#areFillers(at, line.length))) return false;
    if (not === NONE) return true;
    for (let next = at; next <= at + (skips ? MOST_FILLERS : 0); next += 1) {
      const word = line[next];
      if (!word) return true;
      if (this.#passes(not, word)) return false;
      if (!word.isFiller) return true;
    }
    return true;
  }

  #standsBefore(test: number, start: number, skips: boolean): boolean {
    for (let at = start - 1; at >= Math.max(0, start - 1 - (skips ? MOST_FILLERS : 0)); at -= 1) {
      const word = this.#line[at];
      if (!word) return false;
      if (this.#passes(test, word)) return true;
      if (!word.isFiller) return false;
    }
    return false;
  }

  /** True where no more words than may be skipped stand there, and all of them are fillers. */
  #areFillers(from: number, to: number): boolean {
    return to - from <= MOST_FILLERS && this.#line.slice(from, to).every(({ isFiller }) => isFiller);
  }

  #passes(test: number, { features }: Seen): boolean {
    if (test === ANY) return true;
    if ((test & 1) === 0) return features.includes(test >>> 1);
    const { setStarts, setFeatures } = this.arrays;
    const [from, to] = [setStarts[test >>> 1] ?? 0, setStarts[(test >>> 1) + 1] ?? 0];
    for (const feature of features) {
      let [low, high] = [from, to];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const found = setFeatures[middle] ?? 0;
        if (found === feature) return true;
        if (found < feature) low = middle + 1;
        else high = middle;
      }
    }
    return false;
  }
}

/** A state is a frontier, and how many fillers were skipped since. */
const STATES = MOST_FILLERS + 2;

function add(states: number[], state: number): void {
  if (!states.includes(state)) states.push(state);
}

function indexOf(keys: readonly string[]): FeatureIndex {
  const features = new Map(keys.map((key, index) => [key, KINDS + index]));
  const prefixLengths = [...new Set(keys.flatMap((key) => (key.endsWith('*') ? [key.length - 1] : [])))];
  return { find: (key) => features.get(key) ?? 0, prefixLengths };
}

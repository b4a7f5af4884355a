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
import type { Hit } from './hit.js';
import { KINDS, type MatchedWord } from './kinds.js';
import { type Waiting, Waits } from './waits.js';
import { type FeatureIndex, type Seen, SeenWords } from './words.js';

export type { Hit } from './hit.js';

/**
 * Maximum length of a sentence that is searched for a phrase's second word. In longer sentences, the search costs more
 * than trying the phrase.
 */
const LONGEST_SEARCHED = 64;

/**
 * Maximum number of sentences whose matches are cached. Caching helps because greetings, thanks and many other
 * sentences are repeated.
 */
const MOST_KEPT = 10_000;
const LONGEST_KEPT = 40;

/** Maximum number of sentences. Twice this number must fit into 31 bits. */
const MOST_SENTENCES = 1_000_000_000;

/**
 * Matches many phrases at once by reading a text word by word. A phrase is tried only if the sentence contains its
 * rarest words, so matching many phrases costs little more than matching a few. No word is read more often than a
 * phrase is long.
 */
export class PhraseTable {
  readonly arrays: PhraseArrays;
  readonly #seen: SeenWords;
  readonly #waits = new Waits();
  /** For each phrase that was passed to `first`: by the code of a word, whether the phrase can begin with it. */
  readonly #beginnings = new Map<number, Uint8Array>();
  /** For each phrase, the position from which to try it in the sentence with the current number. */
  readonly #next: Int32Array;
  readonly #nextIn: Int32Array;
  /**
   * For each test, the sentence in which it was last tried and whether it passed: twice the number of the sentence,
   * plus 1 if it passed.
   */
  readonly #searched: Int32Array;
  #sentence = 0;
  /** The words that were read last, and the position of the sentence among them. */
  #words: readonly MatchedWord[] | undefined;
  #line: readonly Seen[] = [];
  #codes: string | undefined;
  #from = 0;
  #to = 0;
  /** A buffer that all attempts share. */
  #states: number[] = [];
  #following: number[] = [];
  /** The number of elements of the following buffers that are in use. */
  #count = 0;

  constructor(arrays: PhraseArrays, index: FeatureIndex, language: Language) {
    this.arrays = arrays;
    this.#seen = new SeenWords(index, language, arrays);
    this.#next = new Int32Array(arrays.firsts.length);
    this.#nextIn = new Int32Array(arrays.firsts.length);
    this.#searched = new Int32Array(2 * Math.max(arrays.setCount[0] as number, arrays.waitStarts.length));
  }

  /**
   * Creates a table for phrases that are known only at run time.
   * @throws PhraseError for an invalid phrase
   */
  static of(phrases: readonly string[], language: Language, { skips = false } = {}): PhraseTable {
    const { arrays, keys } = compile(
      phrases.map((phrase) => ({ phrase, group: 0, skips })),
      language,
    );
    return new PhraseTable(arrays, indexOf(keys), language);
  }

  /**
   * Finds all matches in the words of one sentence. The matches of each phrase are the leftmost and longest ones, and
   * do not overlap.
   * @param words must not change afterward, because results are cached
   * @param wanted for each group, 1 to match its phrases; if absent, all phrases are matched; must not change either
   */
  find(words: readonly MatchedWord[], from: number, to: number, wanted?: Uint8Array): Hit[] {
    this.#read(words, from, to);
    const waits = this.#waits.of(this.arrays, wanted);
    const key = this.#to - this.#from <= LONGEST_KEPT ? this.#codes?.slice(this.#from, this.#to) : undefined;
    if (key === undefined) return this.#look(waits);
    const known = waits.found.get(key);
    if (known) return known.length === 0 ? [] : movedBy(known, this.#from);
    const hits = this.#look(waits);
    if (waits.found.size >= MOST_KEPT) waits.found.clear();
    waits.found.set(key, hits.length === 0 ? NO_HITS : movedBy(hits, -this.#from));
    return hits;
  }

  /** Finds phrases in the sentence that was read. */
  #look(waits: Waiting): Hit[] {
    const { seconds } = this.arrays;
    const isShort = this.#to - this.#from <= LONGEST_SEARCHED;
    const hits: Hit[] = [];
    for (let at = this.#from; at < this.#to; at += 1) {
      const { features } = this.#line[at] as Seen;
      for (let nth = 0; nth < features.length; nth += 1) {
        const feature = features[nth] as number;
        const phrases = waits.phrasesOf(feature);
        for (let each = 0; each < phrases.length; each += 1) {
          const phrase = phrases[each] as number;
          const second = seconds[phrase] as number;
          if (isShort && second !== NONE && !this.#holds(second)) continue;
          this.#try(phrase, at, hits);
        }
      }
    }
    return hits.length > 1 ? hits.sort((one, other) => one.to - other.to || one.phrase - other.phrase) : hits;
  }

  /** Finds the first match of one phrase within some words of a sentence, without regard to the words around them. */
  first(phrase: number, words: readonly MatchedWord[], from: number, to: number): Hit | undefined {
    this.#read(words, from, to);
    const beginnings = this.#beginningsOf(phrase);
    for (let start = this.#from; start < this.#to; start += 1) {
      const word = this.#line[start] as Seen;
      const known = beginnings[word.code];
      if (known === ABSENT || (known === UNKNOWN && !this.#mayBegin(phrase, word, beginnings))) continue;
      const end = this.#longest(phrase, start);
      if (end > start) return { phrase, from: start, to: end };
    }
    return undefined;
  }

  #beginningsOf(phrase: number): Uint8Array {
    const known = this.#beginnings.get(phrase);
    if (known && known.length >= this.#seen.codes) return known;
    const made = new Uint8Array(2 * this.#seen.codes);
    if (known) made.set(known);
    this.#beginnings.set(phrase, made);
    return made;
  }

  /** Returns true if a word can be the first of a phrase, which depends only on its code. */
  #mayBegin(phrase: number, word: Seen, beginnings: Uint8Array): boolean {
    this.#count = 0;
    const mayEnd = this.#step((this.arrays.firsts[phrase] as number) * STATES, 0, word);
    const may = mayEnd || this.#count > 0;
    if (word.code > 0) beginnings[word.code] = may ? PRESENT : ABSENT;
    return may;
  }

  #read(words: readonly MatchedWord[], from: number, to: number): void {
    this.#sentence += 1;
    if (this.#sentence >= MOST_SENTENCES) this.#startAfresh();
    if (words !== this.#words) {
      this.#words = words;
      const line = this.#seen.line(words);
      this.#line = line.words;
      this.#codes = line.codes;
    }
    this.#from = Math.max(0, from);
    this.#to = Math.min(to, words.length);
  }

  #startAfresh(): void {
    this.#sentence = 1;
    this.#nextIn.fill(0);
    this.#searched.fill(0);
  }

  /** Returns true if some word of the sentence passes a test. */
  #holds(test: number): boolean {
    const known = this.#searched[test] as number;
    if (known >> 1 === this.#sentence) return (known & 1) === 1;
    let isHeld = false;
    for (let at = this.#from; at < this.#to && !isHeld; at += 1) isHeld = this.#passes(test, this.#line[at] as Seen);
    this.#searched[test] = 2 * this.#sentence + (isHeld ? 1 : 0);
    return isHeld;
  }

  /** Tries a phrase at every position that aligns its anchor with the word at `at`. */
  #try(phrase: number, at: number, hits: Hit[]): void {
    const { least, most } = this.arrays;
    const last = at - (least[phrase] as number);
    let start = Math.max(this.#from, at - (most[phrase] as number));
    if (this.#nextIn[phrase] === this.#sentence) start = Math.max(start, this.#next[phrase] as number);
    while (start <= last) {
      const end = this.#longest(phrase, start);
      if (end > start) hits.push({ phrase, from: start, to: end });
      start = Math.max(end, start + 1);
    }
    this.#nextIn[phrase] = this.#sentence;
    this.#next[phrase] = start;
  }

  /** Returns the end of the longest match that starts at `start`. 0 if there is none. */
  #longest(phrase: number, start: number): number {
    const { firsts, befores, flags } = this.arrays;
    const flag = flags[phrase] as number;
    const skips = (flag & SKIPS) !== 0;
    if ((flag & AT_START) !== 0 && start > this.#from && !(skips && this.#areFillers(this.#from, start))) return 0;
    const before = befores[phrase] as number;
    if (before !== NONE && this.#standsBefore(before, start, skips)) return 0;
    // The first word is tested separately because most attempts fail there.
    this.#count = 0;
    let end = this.#step((firsts[phrase] as number) * STATES, start, this.#wordAt(start)) ? start : 0;
    for (let at = start + 1; this.#count > 0; at += 1) {
      const states = this.#following;
      const count = this.#count;
      this.#following = this.#states;
      this.#states = states;
      this.#count = 0;
      const word = this.#wordAt(at);
      const mayFill = skips && word?.isFiller === true;
      for (let nth = 0; nth < count; nth += 1) {
        const state = states[nth] as number;
        if (this.#step(state, at, word)) end = at;
        if (mayFill && state % STATES < MOST_FILLERS) this.#add(state + 1);
      }
    }
    return end;
  }

  #wordAt(at: number): Seen | undefined {
    return at < this.#to ? this.#line[at] : undefined;
  }

  #add(state: number): void {
    const { length } = this.#following;
    for (let nth = 0; nth < this.#count; nth += 1) if (this.#following[nth] === state) return;
    if (this.#count === length) this.#following.push(state);
    else this.#following[this.#count] = state;
    this.#count += 1;
  }

  /**
   * Adds the states that a word leads to.
   * @returns true if a phrase may end before the word
   */
  #step(state: number, at: number, word: Seen | undefined): boolean {
    const { moves } = this.arrays;
    const isFilled = state % STATES > 0;
    let move = Math.floor(state / STATES);
    let mayEnd = false;
    for (let left = moves[move++] as number; left > 0; left -= 1) {
      const code = moves[move] as number;
      const to = moves[move + 1] as number;
      const not = (code & HAS_NOT) !== 0 ? (moves[move + 2] as number) : NONE;
      move += not === NONE ? 2 : 3;
      if (isFilled && (code & (SKIP | DONE)) !== SKIP) continue;
      if ((code & DONE) !== 0) {
        if (this.#mayEnd(code, not, at)) mayEnd = true;
      } else if (word && this.#passes(code >>> MOVE_BITS, word) && (not === NONE || !this.#passes(not, word)))
        this.#add(to * STATES);
    }
    return mayEnd;
  }

  /** Returns true if a phrase may end before the word at `at`, because no forbidden word follows. */
  #mayEnd(code: number, not: number, at: number): boolean {
    const skips = (code & SKIP) !== 0;
    if ((code & AT_END) !== 0 && at < this.#to && !(skips && this.#areFillers(at, this.#to))) return false;
    if (not === NONE) return true;
    const last = Math.min(this.#to - 1, at + (skips ? MOST_FILLERS : 0));
    for (let next = at; next <= last; next += 1) {
      const word = this.#line[next] as Seen;
      if (this.#passes(not, word)) return false;
      if (!word.isFiller) return true;
    }
    return true;
  }

  #standsBefore(test: number, start: number, skips: boolean): boolean {
    const first = Math.max(this.#from, start - 1 - (skips ? MOST_FILLERS : 0));
    for (let at = start - 1; at >= first; at -= 1) {
      const word = this.#line[at] as Seen;
      if (this.#passes(test, word)) return true;
      if (!word.isFiller) return false;
    }
    return false;
  }

  /** Returns true if the number of words does not exceed the limit for fillers and all of them are fillers. */
  #areFillers(from: number, to: number): boolean {
    if (to - from > MOST_FILLERS) return false;
    for (let at = from; at < to; at += 1) if (!this.#line[at]?.isFiller) return false;
    return true;
  }

  #passes(test: number, word: Seen): boolean {
    if (test === ANY) return true;
    if ((test & 1) === 1) return this.#seen.isIn(word, test >>> 1);
    const { features } = word;
    const feature = test >>> 1;
    for (let nth = 0; nth < features.length; nth += 1) if (features[nth] === feature) return true;
    return false;
  }
}

const UNKNOWN = 0;
const ABSENT = 1;
const PRESENT = 2;

const NO_HITS: readonly Hit[] = [];

function movedBy(hits: readonly Hit[], count: number): Hit[] {
  return hits.map(({ phrase, from, to }) => ({ phrase, from: from + count, to: to + count }));
}

/** Number of states per frontier. A state combines a frontier with the number of fillers skipped since. */
const STATES = MOST_FILLERS + 2;

function indexOf(keys: readonly string[]): FeatureIndex {
  const features = new Map(keys.map((key, index) => [key, KINDS + index]));
  const prefixLengths = [...new Set(keys.flatMap((key) => (key.endsWith('*') ? [key.length - 1] : [])))];
  return { find: (key) => features.get(key) ?? 0, prefixLengths };
}

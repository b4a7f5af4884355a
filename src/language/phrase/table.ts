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

/** Maximum number of sentences. Twice this number must fit into 31 bits. */
const MOST_SENTENCES = 1_000_000_000;

/** The words of a sentence, as indexes. `to` is exclusive. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Matches many phrases at once by reading a text word by word. A phrase is tried only if the sentence contains its
 * rarest words, so matching many phrases costs little more than matching a few. No word is read more often than a
 * phrase is long.
 */
export class PhraseTable {
  readonly arrays: PhraseArrays;
  /** The moves as signed numbers, because a larger number is an object until V8 has optimized the code. */
  readonly #moves: Int32Array;
  readonly #seen: SeenWords;
  readonly #waits = new Waits();
  /** For each group, 1 if `findAll` searches for it. A new array replaces it when a group is added. */
  #included: Uint8Array | undefined;
  /** For each phrase that was passed to `first`: by the code of a word, how the phrase can begin with it. */
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
  #from = 0;
  #to = 0;
  /** A buffer that all attempts share. */
  #states: number[] = [];
  #following: number[] = [];
  /** The number of elements of the following buffers that are in use. */
  #count = 0;

  constructor(arrays: PhraseArrays, index: FeatureIndex, language: Language) {
    const { buffer, byteOffset, length } = arrays.moves;
    this.arrays = arrays;
    this.#moves = new Int32Array(buffer, byteOffset, length);
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
    return movedBy(this.#found(wanted), this.#from);
  }

  /** Finds all matches in words that will not be read again, such as those of a name. */
  findOnce(words: readonly MatchedWord[], wanted?: Uint8Array): Hit[] {
    this.#words = undefined;
    this.#line = this.#seen.seenIn(words);
    this.#start(0, words.length);
    return movedBy(this.#found(wanted), 0);
  }

  /** Includes groups in what `findAll` searches for. */
  include(wanted: Uint8Array): void {
    const before = this.#included;
    if (wanted.every((one, group) => one === 0 || before?.[group] === 1)) return;
    this.#included = wanted.map((one, group) => one | (before?.[group] ?? 0));
  }

  /**
   * Finds all matches of the included groups in the sentences of a text, as `find` does. They are searched for once,
   * because both the engine and the rules use them.
   * @param words must not change afterward, and must always be passed with the same sentences
   */
  findAll(words: readonly MatchedWord[], sentences: readonly WordRange[]): readonly (readonly Hit[])[] {
    const line = this.#seen.line(words);
    const wanted = this.#included;
    if (line.found?.wanted !== wanted || !line.found)
      line.found = { wanted, hits: sentences.map(({ from, to }) => this.find(words, from, to, wanted)) };
    return line.found.hits;
  }

  /** Returns the matches in the sentence that was read, relative to its start. */
  #found(wanted: Uint8Array | undefined): readonly Hit[] {
    const waits = this.#waits.of(this.arrays, wanted);
    const known = waits.known.find(this.#line, this.#from, this.#to);
    if (known) return known;
    const found = this.#look(waits);
    const hits = found.length === 0 ? NO_HITS : movedBy(found, -this.#from);
    waits.known.add(this.#line, this.#from, this.#to, hits);
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
      const known = beginnings[word.code] as number;
      const begins = known === UNKNOWN ? this.#beginning(phrase, word, beginnings) : known;
      if (begins === ABSENT) continue;
      if (begins === WHOLE) return { phrase, from: start, to: start + 1 };
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

  /** Returns whether a word can be the first of a phrase, which depends only on its code. */
  #beginning(phrase: number, word: Seen, beginnings: Uint8Array): number {
    const { firsts, befores, flags } = this.arrays;
    this.#count = 0;
    const mayEnd = this.#step((firsts[phrase] as number) << FILLER_BITS, 0, word);
    const isFree = befores[phrase] === NONE && ((flags[phrase] as number) & AT_START) === 0;
    const begins = this.#count === 0 ? (mayEnd ? PRESENT : ABSENT) : isFree && this.#endsHere() ? WHOLE : PRESENT;
    if (word.code > 0) beginnings[word.code] = begins;
    return begins;
  }

  /** Returns true if a phrase always ends in the following states, no matter what word comes next. */
  #endsHere(): boolean {
    const moves = this.#moves;
    for (let nth = 0; nth < this.#count; nth += 1) {
      let move = (this.#following[nth] as number) >>> FILLER_BITS;
      const count = moves[move++] as number;
      if (count === 0) return false;
      for (let left = count; left > 0; left -= 1, move += 2)
        if (((moves[move] as number) & (DONE | HAS_NOT | AT_END)) !== DONE) return false;
    }
    return true;
  }

  #read(words: readonly MatchedWord[], from: number, to: number): void {
    if (words !== this.#words) {
      this.#words = words;
      this.#line = this.#seen.line(words).words;
    }
    this.#start(Math.max(0, from), Math.min(to, words.length));
  }

  #start(from: number, to: number): void {
    this.#sentence += 1;
    if (this.#sentence >= MOST_SENTENCES) this.#startAfresh();
    this.#from = from;
    this.#to = to;
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
    let end = this.#step((firsts[phrase] as number) << FILLER_BITS, start, this.#wordAt(start)) ? start : 0;
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
        if (mayFill && (state & FILLERS) < MOST_FILLERS) this.#add(state + 1);
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
    const moves = this.#moves;
    const isFilled = (state & FILLERS) > 0;
    let move = state >>> FILLER_BITS;
    let mayEnd = false;
    for (let left = moves[move++] as number; left > 0; left -= 1) {
      const code = moves[move] as number;
      const to = moves[move + 1] as number;
      const not = (code & HAS_NOT) !== 0 ? (moves[move + 2] as number) : NO_TEST;
      move += not === NO_TEST ? 2 : 3;
      if (isFilled && (code & (SKIP | DONE)) !== SKIP) continue;
      if ((code & DONE) !== 0) {
        if (this.#mayEnd(code, not, at)) mayEnd = true;
      } else if (word && this.#passes(code >>> MOVE_BITS, word) && (not === NO_TEST || !this.#passes(not, word)))
        this.#add(to << FILLER_BITS);
    }
    return mayEnd;
  }

  /** Returns true if a phrase may end before the word at `at`, because no forbidden word follows. */
  #mayEnd(code: number, not: number, at: number): boolean {
    const skips = (code & SKIP) !== 0;
    if ((code & AT_END) !== 0 && at < this.#to && !(skips && this.#areFillers(at, this.#to))) return false;
    if (not === NO_TEST) return true;
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

/** No test that a word must fail. Unlike `NONE`, it is not an object until V8 has optimized the code. */
const NO_TEST = -1;

/** How a phrase can begin with a word: not at all, perhaps, or as the whole phrase, whatever words are around it. */
const UNKNOWN = 0;
const ABSENT = 1;
const PRESENT = 2;
const WHOLE = 3;

const NO_HITS: readonly Hit[] = [];

function movedBy(hits: readonly Hit[], count: number): Hit[] {
  const moved: Hit[] = [];
  for (let nth = 0; nth < hits.length; nth += 1) {
    const { phrase, from, to } = hits[nth] as Hit;
    moved.push({ phrase, from: from + count, to: to + count });
  }
  return moved;
}

/**
 * Number of bits of a state that count the fillers skipped since its frontier, which are the other bits. Shifts are used
 * because a division creates an object until V8 has optimized the code.
 */
const FILLER_BITS = 2;
const FILLERS = (1 << FILLER_BITS) - 1;

function indexOf(keys: readonly string[]): FeatureIndex {
  const features = new Map(keys.map((key, index) => [key, KINDS + index]));
  const prefixLengths = [...new Set(keys.flatMap((key) => (key.endsWith('*') ? [key.length - 1] : [])))];
  return { find: (key) => features.get(key) ?? 0, prefixLengths };
}

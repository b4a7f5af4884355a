import type { Language } from '../language.js';
import { type Anchor, anchorsOf, byLength, type Commonness, setOfAtom } from './anchor.js';
import * as A from './arrays.js';
import { KINDS, kindOf } from './kinds.js';
import { type Atom, type AtomSet, GAP, type Item, type Phrase, parsePhrase } from './parse.js';

/** A phrase to compile. */
export interface PhraseSource {
  readonly phrase: string;
  /** The number of its group, which a match reports. */
  readonly group: number;
  /** False if no fillers are allowed between its words. */
  readonly skips: boolean;
  /** True if the phrase is looked up by name instead of being searched for in every text. */
  readonly asked?: boolean;
}

/** Compiled phrases, with the words that their features stand for. */
export interface Compiled {
  readonly arrays: A.PhraseArrays;
  /** The words, and word beginnings with `*`. The index of each is its feature minus `KINDS`. */
  readonly keys: readonly string[];
}

const MOST_FEATURES = 0xffff;
const MOST_SETS = 0xffff;

/**
 * Compiles the phrases of one language.
 * @param commonness returns the frequency of a word in texts of the language, if known
 * @throws PhraseError for an invalid phrase
 */
export function compile(
  sources: readonly PhraseSource[],
  language: Language,
  commonness: Commonness = byLength,
): Compiled {
  const writer = new Writer(language, commonness);
  for (const source of sources) writer.add(source);
  return writer.end();
}

interface Move {
  readonly test: number;
  readonly skip: boolean;
  readonly not: AtomSet | undefined;
  readonly to: number;
  readonly done: boolean;
  readonly end: boolean;
}

/** Says whether fillers are allowed before the first word of a sequence, and before the other words. */
interface Skips {
  readonly first: boolean;
  readonly rest: boolean;
}

class Writer {
  readonly #language: Language;
  readonly #commonness: Commonness;
  readonly #features = new Map<string, number>();
  readonly #sets = new Map<string, number>();
  readonly #setOf = new Map<AtomSet, number>();
  readonly #setFeatures: number[][] = [];
  readonly #moves: number[] = [];
  /** The positions of written frontiers. Several options can continue with the same frontier. */
  #written = new Map<readonly Move[], number>();
  readonly #waiting: number[][] = [];
  readonly #firsts: number[] = [];
  readonly #seconds: number[] = [];
  readonly #befores: number[] = [];
  readonly #least: number[] = [];
  readonly #most: number[] = [];
  readonly #flags: number[] = [];
  readonly #groups: number[] = [];

  constructor(language: Language, commonness: Commonness) {
    this.#language = language;
    this.#commonness = commonness;
  }

  add({ phrase: source, group, skips, asked = false }: PhraseSource): void {
    const phrase = parsePhrase(source, this.#language);
    const index = this.#firsts.length;
    const fillers = skips ? A.MOST_FILLERS : 0;
    const [anchor, second] = anchorsOf(phrase, { gap: GAP, fillers, commonness: this.#commonness });
    if (!anchor) throw new Error(`a phrase without a word: ${source}`);
    const end: Move = { test: 0, skip: skips, not: undefined, to: 0, done: true, end: phrase.atEnd };
    this.#written = new Map();
    this.#firsts.push(this.#frontier(this.#movesOf(phrase.items, 0, [end], { first: skips, rest: skips })));
    if (!asked) this.#wait(index, anchor);
    this.#seconds.push(second ? this.#testOf(second.set) : A.NONE);
    this.#befores.push(phrase.notAfter ? this.#testOf(phrase.notAfter) : A.NONE);
    this.#least.push(anchor.least);
    this.#most.push(anchor.most);
    this.#flags.push(flagsOf(phrase, skips));
    this.#groups.push(group);
  }

  end(): Compiled {
    const count = KINDS + this.#features.size;
    const waiting = Array.from({ length: count }, (_, feature) => this.#waiting[feature] ?? []);
    const holding = Array.from({ length: count }, (): number[] => []);
    for (const [set, features] of this.#setFeatures.entries())
      for (const feature of features) holding[feature]?.push(set);
    const arrays: A.PhraseArrays = {
      setCount: Uint32Array.of(this.#setFeatures.length),
      holdingStarts: startsOf(holding),
      holding: Uint16Array.from(holding.flat()),
      waitStarts: startsOf(waiting),
      waiting: Uint32Array.from(waiting.flat()),
      moves: Uint32Array.from(this.#moves),
      firsts: Uint32Array.from(this.#firsts),
      seconds: Uint32Array.from(this.#seconds),
      befores: Uint32Array.from(this.#befores),
      least: Uint16Array.from(this.#least),
      most: Uint16Array.from(this.#most),
      flags: Uint8Array.from(this.#flags),
      groups: Uint16Array.from(this.#groups),
    };
    return { arrays, keys: [...this.#features.keys()] };
  }

  #movesOf(items: readonly Item[], index: number, rest: readonly Move[], skips: Skips): readonly Move[] {
    const item = items[index];
    if (!item) return rest;
    const isGap = item.kind === 'gap';
    const after = this.#movesOf(items, index + 1, rest, { first: skips.rest && !isGap, rest: skips.rest });
    switch (item.kind) {
      case 'choice': {
        const options = item.set
          ? [this.#reading(this.#testOf(item.set), after, skips.first)]
          : withWordsAsOne(item.options).flatMap((option) => this.#movesOf(option, 0, after, skips));
        if (!item.optional) return options;
        const without = skips.first === skips.rest ? after : after.map((move) => ({ ...move, skip: skips.first }));
        return [...options, ...without];
      }
      case 'not':
        return after.map((move) => ({ ...move, not: move.not ? both(move.not, item.set) : item.set }));
      case 'gap': {
        let reached = after;
        for (let words = 0; words < GAP; words += 1) reached = [...after, this.#reading(A.ANY, reached, false)];
        return reached;
      }
      case 'quoted':
        return this.#movesOf(item.items, 0, after, { first: skips.first, rest: false });
      case 'end':
        return after.filter(({ done }) => done).map((move) => ({ ...move, end: true }));
      default:
        return [this.#reading(this.#testOf(setOfAtom(item)), after, skips.first)];
    }
  }

  #reading(test: number, after: readonly Move[], skip: boolean): Move {
    return { test, skip, not: undefined, to: this.#frontier(after), done: false, end: false };
  }

  /** Returns the position of a frontier. Frontiers that it leads to are written first. */
  #frontier(moves: readonly Move[]): number {
    const known = this.#written.get(moves);
    if (known !== undefined) return known;
    const at = this.#moves.length;
    this.#moves.push(moves.length);
    for (const { test, skip, not, to, done, end } of moves) {
      const flags = (skip ? A.SKIP : 0) | (not ? A.HAS_NOT : 0) | (done ? A.DONE : 0) | (end ? A.AT_END : 0);
      this.#moves.push(((test << A.MOVE_BITS) | flags) >>> 0, to);
      if (not) this.#moves.push(this.#testOf(not));
    }
    this.#written.set(moves, at);
    return at;
  }

  #wait(phrase: number, { set }: Anchor): void {
    for (const feature of this.#featuresOf(set)) {
      const known = this.#waiting[feature];
      if (known) known.push(phrase);
      else this.#waiting[feature] = [phrase];
    }
  }

  #testOf(set: AtomSet): number {
    const known = this.#setOf.get(set);
    if (known !== undefined) return known;
    const features = this.#featuresOf(set);
    const [only, ...more] = features;
    const test = only !== undefined && more.length === 0 ? 2 * only : 2 * this.#setIndex(features) + 1;
    this.#setOf.set(set, test);
    return test;
  }

  #setIndex(features: number[]): number {
    const key = features.join(' ');
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const made = this.#setFeatures.length;
    if (made > MOST_SETS) throw new RangeError(`phrases with more than ${MOST_SETS} different sets of words`);
    this.#sets.set(key, made);
    this.#setFeatures.push(features);
    return made;
  }

  #featuresOf({ words, others }: AtomSet): number[] {
    const features = new Set<number>();
    for (const word of words) features.add(this.#feature(word));
    for (const other of others) features.add(this.#featureOf(other));
    return [...features].sort((one, another) => one - another);
  }

  #featureOf(atom: Atom): number {
    if (atom.kind === 'word') return this.#feature(atom.word);
    if (atom.kind === 'prefix') return this.#feature(`${atom.prefix}*`);
    return kindOf(atom, this.#language.openClasses ?? []) ?? 0;
  }

  #feature(key: string): number {
    const known = this.#features.get(key);
    if (known !== undefined) return known;
    const made = KINDS + this.#features.size;
    if (made > MOST_FEATURES) throw new RangeError(`phrases of more than ${MOST_FEATURES - KINDS} different words`);
    this.#features.set(key, made);
    return made;
  }
}

/**
 * Combines the options that are single words into one, because a set of words is tested at once. The order of options
 * makes no difference.
 */
function withWordsAsOne(options: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  const sets: AtomSet[] = [];
  const others = options.filter((option) => {
    const set = option.length === 1 ? setOf(option[0] as Item) : undefined;
    if (set) sets.push(set);
    return set === undefined;
  });
  if (sets.length < 2) return options;
  return [[{ kind: 'choice', options: [], optional: false, set: all(sets) }], ...others];
}

/** Returns the words of an item that stands for one of several words. */
function setOf(item: Item): AtomSet | undefined {
  switch (item.kind) {
    case 'gap':
    case 'not':
    case 'quoted':
    case 'end':
      return undefined;
    case 'choice':
      return item.optional ? undefined : item.set;
    default:
      return setOfAtom(item);
  }
}

function flagsOf({ atStart, items }: Phrase, skips: boolean): number {
  return (atStart ? A.AT_START : 0) | (skips ? A.SKIPS : 0) | (hasGap(items) ? A.HAS_GAP : 0);
}

function hasGap(items: readonly Item[]): boolean {
  return items.some(
    (item) =>
      item.kind === 'gap' ||
      (item.kind === 'choice' && item.options.some(hasGap)) ||
      (item.kind === 'quoted' && hasGap(item.items)),
  );
}

function both(one: AtomSet, other: AtomSet): AtomSet {
  return all([one, other]);
}

function all(sets: readonly AtomSet[]): AtomSet {
  return {
    kind: 'set',
    words: new Set(sets.flatMap(({ words }) => [...words])),
    others: sets.flatMap(({ others }) => others),
  };
}

/** Returns the start of each of several consecutive lists, and the end of the last one. */
function startsOf(lists: readonly (readonly number[])[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) starts[index + 1] = (starts[index] ?? 0) + list.length;
  return starts;
}

import { matches, type WordClass, type WordClasses } from './classes.js';
import { type Atom, type AtomSet, GAP, type Item } from './parse.js';

/** A step of a phrase: reads one word, or ends the phrase before the next one. */
export interface Move {
  readonly atom: Atom | AtomSet | 'any-word' | 'done';
  /** What the word read (or, at the end, the word that follows) must not be. */
  readonly not: readonly Atom[];
  readonly to: Frontier | undefined;
  /** At the end of a phrase: which, and whether the sentence must end too. */
  readonly phrase: number;
  readonly atEnd: boolean;
}

/** Where a reader of phrases stands: what it can read next. */
export interface Frontier {
  readonly id: number;
  readonly moves: readonly Move[];
  /** Of a frontier with many moves, made when it is first left: those that read a certain word, and the others. */
  index?: MoveIndex | undefined;
}

interface MoveIndex {
  readonly byWord: Map<string, Move[]>;
  readonly others: Move[];
}

const NONE: readonly Atom[] = [];

/** A frontier with more moves than this is looked up by word instead of being walked. */
const MOST_WALKED = 8;

/** Makes frontiers of phrases. */
export class Frontiers {
  readonly #classes: WordClasses;
  #made = 0;
  /** What follows the end of several options is one frontier. */
  readonly #shared = new Map<readonly Move[], Frontier>();

  constructor(classes: WordClasses) {
    this.#classes = classes;
  }

  of(moves: readonly Move[]): Frontier {
    this.#made += 1;
    return { id: this.#made, moves };
  }

  /** A phrase’s first moves; reading it to its end is told by its index. */
  movesOf(items: readonly Item[], phrase: number, atEnd: boolean): readonly Move[] {
    return this.#moves(items, 0, [{ atom: 'done', not: NONE, to: undefined, phrase, atEnd }]);
  }

  #moves(items: readonly Item[], index: number, rest: readonly Move[]): readonly Move[] {
    const item = items[index];
    if (!item) return rest;
    const after = this.#moves(items, index + 1, rest);
    if (item.kind === 'choice') {
      const options = item.set
        ? [this.#reading(item.set, after)]
        : item.options.flatMap((option) => this.#moves(option, 0, after));
      return item.optional ? [...options, ...after] : options;
    }
    if (item.kind === 'not') {
      this.#classes.know(item.atoms);
      return after.map((move) => ({ ...move, not: [...move.not, ...item.atoms] }));
    }
    if (item.kind === 'gap') {
      let reached = after;
      for (let words = 0; words < GAP; words += 1) reached = [...after, this.#reading('any-word', reached)];
      return reached;
    }
    return [this.#reading(item, after)];
  }

  #reading(atom: Atom | AtomSet | 'any-word', after: readonly Move[]): Move {
    if (atom !== 'any-word') this.#classes.know([atom]);
    return { atom, not: NONE, to: this.#leadingTo(after), phrase: -1, atEnd: false };
  }

  #leadingTo(moves: readonly Move[]): Frontier {
    const known = this.#shared.get(moves);
    if (known) return known;
    const made = this.of(moves);
    this.#shared.set(moves, made);
    return made;
  }
}

/** Where phrases can begin: a frontier that grows. */
export class Beginnings {
  readonly #index: MoveIndex = { byWord: new Map(), others: [] };
  readonly #frontier: Frontier = { id: 0, moves: [], index: this.#index };
  /** What a class of words leads to, once it was asked for: all phrases that begin with it as one frontier. */
  readonly #reached = new Map<number, readonly Frontier[]>();

  add(moves: readonly Move[]): void {
    for (const move of moves) addTo(this.#index, move);
  }

  by(word: WordClass, frontiers: Frontiers): readonly Frontier[] {
    const known = this.#reached.get(word.id);
    if (known) return known;
    const next = new Map<number, Frontier>();
    advance(this.#frontier, word, false, next, new Set());
    const moves = [...next.values()].flatMap((frontier) => frontier.moves);
    const reached = moves.length > 0 ? [frontiers.of(moves)] : [];
    this.#reached.set(word.id, reached);
    return reached;
  }
}

/** Adds where a word leads from a frontier, and the phrases that end before it. `isEnd`: there is no word any more. */
export function advance(
  frontier: Frontier,
  word: WordClass,
  isEnd: boolean,
  next: Map<number, Frontier>,
  ended: Set<number>,
): void {
  if (frontier.index === undefined && frontier.moves.length > MOST_WALKED) frontier.index = indexOf(frontier.moves);
  if (frontier.index === undefined) take(frontier.moves, word, isEnd, next, ended);
  else {
    take(frontier.index.byWord.get(word.word) ?? [], word, isEnd, next, ended);
    take(frontier.index.others, word, isEnd, next, ended);
  }
}

function take(
  moves: readonly Move[],
  word: WordClass,
  isEnd: boolean,
  next: Map<number, Frontier>,
  ended: Set<number>,
): void {
  for (const move of moves) {
    if (move.not.length > 0 && move.not.some((atom) => matches(atom, word))) continue;
    if (move.atom === 'done') {
      if (!move.atEnd || isEnd) ended.add(move.phrase);
    } else if (!isEnd && move.to && (move.atom === 'any-word' || matches(move.atom, word)))
      next.set(move.to.id, move.to);
  }
}

function indexOf(all: readonly Move[]): MoveIndex {
  const index: MoveIndex = { byWord: new Map(), others: [] };
  for (const move of all) addTo(index, move);
  return index;
}

function addTo({ byWord, others }: MoveIndex, move: Move): void {
  if (typeof move.atom === 'string' || move.atom.kind !== 'word') others.push(move);
  else {
    const moves = byWord.get(move.atom.word);
    if (moves) moves.push(move);
    else byWord.set(move.atom.word, [move]);
  }
}

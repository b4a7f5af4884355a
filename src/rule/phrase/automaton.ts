import type { Language } from '../language/index.js';
import { type Atom, type AtomSet, GAP, headOf, type Item, type Phrase, parsePhrase } from './parse.js';

/** What the automaton sees of a text: enough of a word to match it. */
export interface MatchedWord {
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'address' | 'placeholder';
  readonly placeholder?: { readonly role: string };
}

/** Where a phrase was found: word indexes, `to` exclusive. */
export interface Hit {
  /** Index of the phrase in the list that was compiled. */
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/** A step of a phrase: reads one word, or ends the phrase before the next one. */
interface Move {
  readonly atom: Atom | AtomSet | 'any-word' | 'done';
  /** What the word read (or, at the end, the word that follows) must not be. */
  readonly not: readonly Atom[];
  readonly to: Frontier | undefined;
  /** At the end of a phrase: which, and whether the sentence must end too. */
  readonly phrase: number;
  readonly atEnd: boolean;
}
interface Frontier {
  readonly id: number;
  readonly moves: readonly Move[];
  /** Of a frontier with many moves, made when it is first left: those that read a certain word, and the others. */
  index?: MoveIndex | undefined;
}

interface MoveIndex {
  readonly byWord: Map<string, Move[]>;
  readonly others: Move[];
}

/** Where phrases can begin. */
interface Beginnings {
  readonly frontier: Frontier & { readonly moves: Move[]; readonly index: MoveIndex };
  /** What a class of words leads to, once it was asked for: all phrases that begin with it as one frontier. */
  readonly reached: (readonly Frontier[] | undefined)[];
}

const NONE: readonly Atom[] = [];

/** A frontier with more moves than this is looked up by word instead of being walked. */
const MOST_WALKED = 8;

/** Words that no phrase tells apart are one class. */
interface WordClass {
  readonly id: number;
  readonly word: string;
  readonly prefixes: ReadonlySet<string>;
  readonly number: boolean;
  readonly link: boolean;
  readonly role: string | undefined;
}

interface State {
  readonly frontiers: readonly Frontier[];
  readonly steps: (Step | undefined)[];
}
interface Step {
  readonly next: State;
  readonly ended: readonly number[];
}

/** The states are made as they are met; a text that meets this many makes the automaton start afresh. */
const MOST_STATES = 20_000;

/**
 * All phrases of a locale as one automaton: a text is read once, word by word, whatever the number of phrases, and no
 * word is gone back to but for finding where a phrase that did match began.
 */
export class PhraseAutomaton {
  readonly #language: Language;
  readonly #sources: readonly string[];
  /** What has been read of the phrases. */
  readonly #phrases: (Phrase | undefined)[] = [];
  readonly #starts: (Frontier | undefined)[] = [];
  readonly #lengths: number[] = [];
  /** The phrases that wait for a word, by the words that they can begin with. */
  readonly #waitingForWord = new Map<string, number[]>();
  readonly #waitingForSet = new Map<AtomSet, number[]>();
  readonly #met = new Set<string>();
  readonly #vocabulary = new Set<string>();
  readonly #prefixes = new Set<string>();
  readonly #prefixLengths = new Set<number>();
  readonly #classOfWord = new Map<string, WordClass>();
  readonly #classes = new Map<string, WordClass>();
  readonly #end: WordClass;
  #states = new Map<string, State>();
  readonly #anywhere = newBeginnings();
  readonly #atSentenceStart = newBeginnings();
  #frontierCount = 0;
  /** What follows the end of several options is one frontier. */
  readonly #shared = new Map<readonly Move[], Frontier>();
  readonly #listed = new Set<AtomSet>();

  /** @throws PhraseError for a phrase that cannot be read, if it can begin with any word; others when they are met */
  constructor(sources: readonly string[], language: Language) {
    this.#sources = sources;
    this.#language = language;
    this.#end = this.#classFor('\u0000end', {
      word: '',
      prefixes: new Set(),
      number: false,
      link: false,
      role: undefined,
    });
    for (const [index, source] of sources.entries()) {
      const { words, sets, open } = headOf(source, language);
      if (open) this.#read(index);
      else {
        for (const word of words) push(this.#waitingForWord, word, index);
        for (const set of sets) push(this.#waitingForSet, set, index);
      }
    }
  }

  /** Most phrases never meet a word that they can begin with; those that do are read then. */
  #meet(word: string): void {
    if (this.#met.has(word)) return;
    this.#met.add(word);
    let indexes = this.#waitingForWord.get(word) ?? [];
    for (const [set, waiting] of this.#waitingForSet) if (set.words.has(word)) indexes = [...indexes, ...waiting];
    for (const index of indexes) if (!this.#phrases[index]) this.#read(index);
  }

  #read(index: number): void {
    const phrase = parsePhrase(this.#sources[index] ?? '', this.#language);
    const done: Move = { atom: 'done', not: NONE, to: undefined, phrase: index, atEnd: phrase.atEnd };
    this.#known(phrase.notAfter);
    const start = this.#frontier(this.#moves(phrase.items, 0, [done]));
    this.#phrases[index] = phrase;
    this.#starts[index] = start;
    this.#lengths[index] = longest(phrase.items);
    const { frontier } = phrase.atStart ? this.#atSentenceStart : this.#anywhere;
    for (const move of start.moves) {
      frontier.moves.push(move);
      addTo(frontier.index, move);
    }
    // Words that no phrase told apart so far may be told apart now.
    this.#classOfWord.clear();
  }

  /** All phrases in the words of one sentence: for each phrase leftmost first, longest first, without overlaps. */
  find(words: readonly MatchedWord[], from: number, to: number): Hit[] {
    const ends: { phrase: number; to: number }[] = [];
    let state = this.#state([]);
    for (let at = from; at <= to; at += 1) {
      const word = at < to ? words[at] : undefined;
      const read = word ? this.#classOf(word) : this.#end;
      const { next, ended } = this.#step(state, read);
      for (const phrase of ended) ends.push({ phrase, to: at });
      state = at === from ? this.#state([...next.frontiers, ...this.#begun(this.#atSentenceStart, read)]) : next;
    }
    if (ends.length === 0) return [];
    const byPhrase = new Map<number, number[]>();
    for (const { phrase, to: end } of ends) byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), end]);
    return [...byPhrase].flatMap(([phrase, phraseEnds]) => this.#leftmost(phrase, phraseEnds, words, from, to));
  }

  /** From the places where a phrase ends: its matches, leftmost first, longest first, without overlaps. */
  #leftmost(
    phrase: number,
    ends: readonly number[],
    words: readonly MatchedWord[],
    first: number,
    last: number,
  ): Hit[] {
    const hits: Hit[] = [];
    const length = this.#lengths[phrase] ?? 0;
    let free = first;
    for (let index = 0; index < ends.length; ) {
      let best: Hit | undefined;
      let next = index;
      for (; next < ends.length; next += 1) {
        const end = ends[next] ?? 0;
        // A match that begins before the best one ends at most a phrase's length after where that begins.
        if (best && end > best.from + length) break;
        if (end <= free) continue;
        const from = this.#startOf(phrase, words, { first, free, end, last });
        if (from !== undefined && (!best || from < best.from || (from === best.from && end > best.to)))
          best = { phrase, from, to: end };
      }
      if (!best) return hits;
      hits.push(best);
      free = best.to;
      while (index < ends.length && (ends[index] ?? 0) <= free) index += 1;
    }
    return hits;
  }

  #step(state: State, word: WordClass): Step {
    const known = state.steps[word.id];
    if (known) return known;
    const next = new Map<number, Frontier>();
    const ended = new Set<number>();
    for (const frontier of state.frontiers) this.#advance(frontier, word, next, ended);
    const step = { next: this.#state([...this.#begun(this.#anywhere, word), ...next.values()]), ended: [...ended] };
    state.steps[word.id] = step;
    return step;
  }

  #begun(beginnings: Beginnings, word: WordClass): readonly Frontier[] {
    const known = beginnings.reached[word.id];
    if (known) return known;
    const next = new Map<number, Frontier>();
    this.#advance(beginnings.frontier, word, next, new Set());
    const moves = [...next.values()].flatMap((frontier) => frontier.moves);
    const reached = moves.length > 0 ? [this.#frontier(moves)] : [];
    beginnings.reached[word.id] = reached;
    return reached;
  }

  #advance(frontier: Frontier, word: WordClass, next: Map<number, Frontier>, ended: Set<number>): void {
    if (frontier.index === undefined && frontier.moves.length > MOST_WALKED) frontier.index = indexOf(frontier.moves);
    if (frontier.index === undefined) this.#take(frontier.moves, word, next, ended);
    else {
      this.#take(frontier.index.byWord.get(word.word) ?? [], word, next, ended);
      this.#take(frontier.index.others, word, next, ended);
    }
  }

  #take(moves: readonly Move[], word: WordClass, next: Map<number, Frontier>, ended: Set<number>): void {
    for (const move of moves) {
      if (move.not.length > 0 && move.not.some((atom) => matches(atom, word))) continue;
      if (move.atom === 'done') {
        if (!move.atEnd || word === this.#end) ended.add(move.phrase);
      } else if (word !== this.#end && move.to && (move.atom === 'any-word' || matches(move.atom, word)))
        next.set(move.to.id, move.to);
    }
  }

  /** The first free word from which the phrase reaches `end`; undefined where what stands before rules it out. */
  #startOf(
    phrase: number,
    words: readonly MatchedWord[],
    {
      first,
      free,
      end,
      last,
    }: { readonly first: number; readonly free: number; readonly end: number; readonly last: number },
  ): number | undefined {
    const start = this.#starts[phrase];
    const { atStart, notAfter } = this.#phrases[phrase] ?? { atStart: false, notAfter: NONE };
    if (!start) return undefined;
    const earliest = atStart ? first : Math.max(free, end - (this.#lengths[phrase] ?? 0));
    for (let from = earliest; from < end && (!atStart || from === first); from += 1) {
      if (from < free) continue;
      const before = from > first ? words[from - 1] : undefined;
      if (before && notAfter.some((atom) => matches(atom, this.#classOf(before)))) continue;
      if (this.#reaches(start, words, from, end, last)) return from;
    }
    return undefined;
  }

  #reaches(start: Frontier, words: readonly MatchedWord[], from: number, end: number, last: number): boolean {
    let frontiers: Frontier[] = [start];
    for (let at = from; at <= end; at += 1) {
      const word = at < last ? words[at] : undefined;
      const next = new Map<number, Frontier>();
      const ended = new Set<number>();
      for (const frontier of frontiers) this.#advance(frontier, word ? this.#classOf(word) : this.#end, next, ended);
      if (at === end) return ended.size > 0;
      frontiers = [...next.values()];
    }
    return false;
  }

  #state(frontiers: readonly Frontier[]): State {
    let key = '';
    for (const { id } of frontiers) key += `${id} `;
    const known = this.#states.get(key);
    if (known) return known;
    if (this.#states.size >= MOST_STATES) this.#states = new Map();
    const state: State = { frontiers, steps: [] };
    this.#states.set(key, state);
    return state;
  }

  #frontier(moves: readonly Move[]): Frontier {
    this.#frontierCount += 1;
    return { id: this.#frontierCount, moves };
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
    if (item.kind === 'not') return after.map((move) => ({ ...move, not: [...move.not, ...this.#known(item.atoms)] }));
    if (item.kind === 'gap') {
      let reached = after;
      for (let words = 0; words < GAP; words += 1) reached = [...after, this.#reading('any-word', reached)];
      return reached;
    }
    this.#known([item]);
    return [this.#reading(item, after)];
  }

  #reading(atom: Move['atom'], after: readonly Move[]): Move {
    if (typeof atom === 'object' && atom.kind === 'set') this.#list(atom);
    return { atom, not: NONE, to: this.#leadingTo(after), phrase: -1, atEnd: false };
  }

  #leadingTo(moves: readonly Move[]): Frontier {
    const known = this.#shared.get(moves);
    if (known) return known;
    const made = this.#frontier(moves);
    this.#shared.set(moves, made);
    return made;
  }

  #list(set: AtomSet): void {
    if (this.#listed.has(set)) return;
    this.#listed.add(set);
    for (const word of set.words) this.#vocabulary.add(word);
    this.#known(set.others);
  }

  #known(atoms: readonly Atom[]): readonly Atom[] {
    for (const atom of atoms) {
      if (atom.kind === 'word') this.#vocabulary.add(atom.word);
      if (atom.kind === 'prefix') {
        this.#prefixes.add(atom.prefix);
        this.#prefixLengths.add(atom.prefix.length);
      }
    }
    return atoms;
  }

  #classOf(word: MatchedWord): WordClass {
    // Almost all words are plain words: their class is found without making a key.
    const key =
      word.kind === 'word'
        ? word.folded
        : word.kind === 'placeholder'
          ? `\u0000${word.placeholder?.role}`
          : `\u0001${word.kind}${word.folded}`;
    const known = this.#classOfWord.get(key);
    if (known) return known;
    if (word.kind !== 'placeholder') this.#meet(word.folded);
    const prefixes =
      word.kind === 'placeholder' ? [] : [...this.#prefixLengths].map((length) => word.folded.slice(0, length));
    const parts = {
      word: word.kind !== 'placeholder' && this.#vocabulary.has(word.folded) ? word.folded : '',
      prefixes: new Set(prefixes.filter((prefix) => this.#prefixes.has(prefix))),
      number: word.kind === 'number' || (word.kind === 'word' && this.#language.numbers.has(word.folded)),
      link: word.kind === 'address',
      role: word.kind === 'placeholder' ? word.placeholder?.role : undefined,
    };
    const sameAs = `${parts.word}|${[...parts.prefixes].join(',')}|${parts.number}|${parts.link}|${parts.role}`;
    const found = this.#classFor(sameAs, parts);
    this.#classOfWord.set(key, found);
    return found;
  }

  #classFor(sameAs: string, parts: Omit<WordClass, 'id'>): WordClass {
    const known = this.#classes.get(sameAs);
    if (known) return known;
    const made = { id: this.#classes.size, ...parts };
    this.#classes.set(sameAs, made);
    return made;
  }
}

function newBeginnings(): Beginnings {
  return { frontier: { id: 0, moves: [], index: { byWord: new Map(), others: [] } }, reached: [] };
}

function push<K>(map: Map<K, number[]>, key: K, index: number): void {
  const known = map.get(key);
  if (known) known.push(index);
  else map.set(key, [index]);
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

function matches(atom: Atom | AtomSet, word: WordClass): boolean {
  switch (atom.kind) {
    case 'set':
      return (word.word !== '' && atom.words.has(word.word)) || atom.others.some((other) => matches(other, word));
    case 'word':
      return word.word === atom.word;
    case 'prefix':
      return word.prefixes.has(atom.prefix);
    case 'number':
      return word.number;
    case 'link':
      return word.link;
    case 'role':
      return word.role !== undefined && (atom.role === 'any' || atom.role === word.role);
  }
}

function longest(items: readonly Item[]): number {
  let words = 0;
  for (const item of items) {
    if (item.kind === 'gap') words += GAP;
    else if (item.kind === 'choice') words += Math.max(...item.options.map(longest));
    else if (item.kind !== 'not') words += 1;
  }
  return words;
}

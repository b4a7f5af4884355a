import type { Language } from '../index.js';
import { type MatchedWord, matches, type WordClass, WordClasses } from './classes.js';
import { advance, Beginnings, type Frontier, Frontiers } from './moves.js';
import { GAP, type Item, type Phrase, parsePhrase } from './parse.js';
import { Waiting } from './waiting.js';

/** Where a phrase was found: word indexes, `to` exclusive. */
export interface Hit {
  /** Index of the phrase in the list that was compiled. */
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/** A phrase that has been read. */
interface Known {
  readonly phrase: Phrase;
  readonly start: Frontier;
  /** So many words it takes at most. */
  readonly length: number;
}

interface State {
  readonly frontiers: readonly Frontier[];
  /** By the class of the next word. */
  readonly steps: Map<number, Step>;
}
interface Step {
  readonly next: State;
  readonly ended: readonly number[];
}

/** The states are made as they are met; a text that meets this many makes the automaton start afresh. */
const MOST_STATES = 20_000;

/**
 * All phrases of a locale as one automaton: a text is read once, word by word, whatever the number of phrases, and no
 * word is gone back to but for finding where a phrase that did match began. A phrase is read, and joins the automaton,
 * when a text first holds a word that it cannot do without.
 */
export class PhraseAutomaton {
  readonly #language: Language;
  readonly #sources: readonly string[];
  readonly #waiting: Waiting;
  readonly #known: (Known | undefined)[] = [];
  readonly #classes: WordClasses;
  readonly #frontiers: Frontiers;
  readonly #anywhere = new Beginnings();
  readonly #atSentenceStart = new Beginnings();
  #states = new Map<string, State>();

  /** @throws PhraseError for a phrase that cannot be read, if it waits for no word; others when their word is met */
  constructor(sources: readonly string[], language: Language) {
    this.#sources = sources;
    this.#language = language;
    this.#classes = new WordClasses(language);
    this.#frontiers = new Frontiers(this.#classes);
    this.#waiting = new Waiting(sources, language);
    for (const index of this.#waiting.atOnce) this.#read(index);
  }

  /** All phrases in the words of one sentence: for each phrase leftmost first, longest first, without overlaps. */
  find(words: readonly MatchedWord[], from: number, to: number): Hit[] {
    for (let at = from; at < to; at += 1) this.#meet(words[at]);
    const ends = new Map<number, number[]>();
    let state = this.#state([]);
    for (let at = from; at <= to; at += 1) {
      const word = at < to ? words[at] : undefined;
      const read = word ? this.#classes.of(word) : this.#classes.end;
      const { next, ended } = this.#step(state, read);
      for (const phrase of ended) {
        const known = ends.get(phrase);
        if (known) known.push(at);
        else ends.set(phrase, [at]);
      }
      state = at === from ? this.#state([...next.frontiers, ...this.#atSentenceStart.by(read, this.#frontiers)]) : next;
    }
    return [...ends].flatMap(([phrase, phraseEnds]) => this.#leftmost(phrase, phraseEnds, words, from, to));
  }

  #meet(word: MatchedWord | undefined): void {
    if (!word || word.kind === 'placeholder' || this.#waiting.hasMet(word.folded)) return;
    for (const index of this.#waiting.for(word.folded)) if (!this.#known[index]) this.#read(index);
  }

  #read(index: number): void {
    const phrase = parsePhrase(this.#sources[index] ?? '', this.#language);
    this.#classes.know(phrase.notAfter);
    const start = this.#frontiers.of(this.#frontiers.movesOf(phrase.items, index, phrase.atEnd));
    this.#known[index] = { phrase, start, length: longest(phrase.items) };
    const beginnings = phrase.atStart ? this.#atSentenceStart : this.#anywhere;
    beginnings.add(start.moves);
    // From the words that it begins with, there are new ways now.
    this.#classes.renew(start.moves.flatMap(({ atom }) => (atom === 'done' ? [] : [atom])));
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
    const known = this.#known[phrase];
    if (!known) return hits;
    let free = first;
    for (let index = 0; index < ends.length; ) {
      let best: Hit | undefined;
      let next = index;
      for (; next < ends.length; next += 1) {
        const end = ends[next] ?? 0;
        // A match that begins before the best one ends at most a phrase's length after where that begins.
        if (best && end > best.from + known.length) break;
        if (end <= free) continue;
        const from = this.#startOf(known, words, { first, free, end, last });
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
    const known = state.steps.get(word.id);
    if (known) return known;
    const next = new Map<number, Frontier>();
    const ended = new Set<number>();
    for (const frontier of state.frontiers) advance(frontier, word, word === this.#classes.end, next, ended);
    const step = {
      next: this.#state([...this.#anywhere.by(word, this.#frontiers), ...next.values()]),
      ended: [...ended],
    };
    state.steps.set(word.id, step);
    return step;
  }

  /** The first free word from which the phrase reaches `end`; undefined where what stands before rules it out. */
  #startOf(
    { phrase: { atStart, notAfter }, start, length }: Known,
    words: readonly MatchedWord[],
    {
      first,
      free,
      end,
      last,
    }: { readonly first: number; readonly free: number; readonly end: number; readonly last: number },
  ): number | undefined {
    const earliest = atStart ? first : Math.max(free, end - length);
    for (let from = earliest; from < end && (!atStart || from === first); from += 1) {
      if (from < free) continue;
      const before = from > first ? words[from - 1] : undefined;
      if (before && notAfter.some((atom) => matches(atom, this.#classes.of(before)))) continue;
      if (this.#reaches(start, words, from, end, last)) return from;
    }
    return undefined;
  }

  #reaches(start: Frontier, words: readonly MatchedWord[], from: number, end: number, last: number): boolean {
    let frontiers: Frontier[] = [start];
    for (let at = from; at <= end; at += 1) {
      const word = at < last ? words[at] : undefined;
      const read = word ? this.#classes.of(word) : this.#classes.end;
      const next = new Map<number, Frontier>();
      const ended = new Set<number>();
      for (const frontier of frontiers) advance(frontier, read, word === undefined, next, ended);
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
    const state: State = { frontiers, steps: new Map() };
    this.#states.set(key, state);
    return state;
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

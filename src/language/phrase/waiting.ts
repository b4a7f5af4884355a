import type { Language } from '../index.js';
import { anchorOf } from './anchor.js';

/**
 * Phrases that are not read before a text holds a word without which they cannot be in it: of the phrases of all rules,
 * a text needs but a few.
 */
export class Waiting {
  readonly #forWord = new Map<string, number[]>();
  readonly #forPrefix = new Map<string, number[]>();
  readonly #prefixLengths = new Set<number>();
  readonly #met = new Set<string>();
  /** Indexes of the phrases that wait for nothing. */
  readonly atOnce: readonly number[];

  constructor(sources: readonly string[], language: Language) {
    const atOnce: number[] = [];
    for (const [index, source] of sources.entries()) {
      const anchor = anchorOf(source, language);
      if (!anchor) atOnce.push(index);
      for (const word of anchor?.words ?? []) push(this.#forWord, word, index);
      for (const prefix of anchor?.prefixes ?? []) {
        push(this.#forPrefix, prefix, index);
        this.#prefixLengths.add(prefix.length);
      }
    }
    this.atOnce = atOnce;
  }

  /** True where the word was met before: no phrase waits for it any more. */
  hasMet(word: string): boolean {
    return this.#met.has(word);
  }

  /** The phrases that wait for a word that is met for the first time; some may have been read for another. */
  *for(word: string): Generator<number> {
    // A long run meets more words than are worth keeping; whose phrases have been read is not read again.
    if (this.#met.size >= MOST_MET) this.#met.clear();
    this.#met.add(word);
    yield* this.#forWord.get(word) ?? [];
    for (const length of this.#prefixLengths) {
      if (length <= word.length) yield* this.#forPrefix.get(word.slice(0, length)) ?? [];
    }
  }
}

const MOST_MET = 50_000;

function push(map: Map<string, number[]>, key: string, index: number): void {
  const known = map.get(key);
  if (known) known.push(index);
  else map.set(key, [index]);
}

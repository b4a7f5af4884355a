import type { Hit } from './hit.js';
import type { Seen } from './words.js';

/**
 * Maximum number of sentences whose matches are kept. Keeping them helps because greetings, thanks and many other
 * sentences are repeated.
 */
const MOST_KEPT = 10_000;
/** Maximum number of words of a sentence whose matches are kept. */
const LONGEST_KEPT = 40;
/** Number of slots. It is a power of two, and at least twice the number of sentences. */
const SLOTS = 32_768;

/**
 * The matches found in earlier sentences, by the codes of their words, which decide the matches. It is a hash table with
 * open addressing, because a `Map` would need a string for each sentence that is looked up.
 */
export class KnownSentences {
  /** For each slot, 1 plus the index of its sentence. 0 for an empty slot. */
  #slots: Int32Array | undefined;
  readonly #codes: string[] = [];
  readonly #hits: (readonly Hit[])[] = [];
  /** The slot at which the last search ended, where the sentence belongs. -1 if the sentence cannot be kept. */
  #slot = -1;

  /** Returns the matches in a sentence with the same words, relative to its start. Undefined if none is known. */
  find(line: readonly Seen[], from: number, to: number): readonly Hit[] | undefined {
    this.#slot = -1;
    if (to - from > LONGEST_KEPT) return undefined;
    let hash = to - from;
    for (let at = from; at < to; at += 1) {
      const { code } = line[at] as Seen;
      // Words without a code cannot be told apart.
      if (code === 0) return undefined;
      hash = Math.imul(hash ^ code, 0x01000193);
    }
    this.#slots ??= new Int32Array(SLOTS);
    const first = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    let slot = first;
    for (let index = this.#slots[slot] as number; index > 0; index = this.#slots[slot] as number) {
      if (isSame(this.#codes[index - 1] as string, line, from, to)) return this.#hits[index - 1];
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.#hits.length >= MOST_KEPT) {
      this.#forget();
      slot = first;
    }
    this.#slot = slot;
    return undefined;
  }

  /** Keeps the matches of the sentence that was searched for last. */
  add(line: readonly Seen[], from: number, to: number, hits: readonly Hit[]): void {
    if (this.#slot < 0) return;
    let codes = '';
    for (let at = from; at < to; at += 1) codes += String.fromCharCode((line[at] as Seen).code);
    this.#codes.push(codes);
    (this.#slots as Int32Array)[this.#slot] = this.#hits.push(hits);
    this.#slot = -1;
  }

  #forget(): void {
    this.#slots?.fill(0);
    this.#codes.length = 0;
    this.#hits.length = 0;
  }
}

function isSame(codes: string, line: readonly Seen[], from: number, to: number): boolean {
  if (codes.length !== to - from) return false;
  for (let at = from; at < to; at += 1) if (codes.charCodeAt(at - from) !== (line[at] as Seen).code) return false;
  return true;
}

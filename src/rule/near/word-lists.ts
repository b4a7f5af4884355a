import { PLACEHOLDER } from './word-hashes.js';

/** Number of words to keep at first, and at most, in two bytes each. */
const FEWEST_KEPT = 1 << 16;
const MOST_KEPT = 1 << 21;

/**
 * The words of texts as numbers of 16 bits. Two different words may have the same number, so it is only certain how
 * much two texts differ at least. This is enough to rule out most texts without reading them again.
 */
export class WordLists {
  #words = new Uint16Array(FEWEST_KEPT);
  /** The start and the end of each text, by its key. */
  #starts: number[] = [];
  #ends: number[] = [];
  #length = 0;
  readonly #counts = new Int32Array(1 << 16);

  /**
   * Adds a text under a key. If there are too many words, the text is not kept.
   * @param words the number of each word
   */
  add(key: number, words: Uint16Array): void {
    if (this.#length + words.length > MOST_KEPT) return;
    this.#makeRoom(words.length);
    this.#starts[key] = this.#length;
    this.#words.set(words, this.#length);
    this.#length += words.length;
    this.#ends[key] = this.#length;
  }

  /** Forgets all texts, so that others can be added under their keys. */
  clear(): void {
    this.#starts = [];
    this.#ends = [];
    this.#length = 0;
  }

  /**
   * Returns true if a text certainly shares fewer words with other words than required.
   * @param others the number of each of the other words
   * @param similarity minimum share of common words, in percent
   */
  differ(key: number, others: Uint16Array, similarity: number): boolean {
    const own = this.#of(key);
    if (!own) return false;
    const most = Math.floor(((own.length + others.length) * (100 - similarity)) / 100);
    const counts = this.#counts;
    for (let at = 0; at < own.length; at += 1) counts[own[at] as number] = (counts[own[at] as number] as number) + 1;
    let differing = 0;
    for (let at = 0; at < others.length; at += 1) {
      const word = others[at] as number;
      const count = counts[word] as number;
      counts[word] = count - 1;
      if (count <= 0 && word !== PLACEHOLDER) differing += 1;
    }
    for (let at = 0; at < own.length; at += 1) {
      const word = own[at] as number;
      const count = counts[word] as number;
      if (count > 0 && word !== PLACEHOLDER) differing += count;
      counts[word] = 0;
    }
    for (let at = 0; at < others.length; at += 1) counts[others[at] as number] = 0;
    return differing > most;
  }

  #of(key: number): Uint16Array | undefined {
    const start = this.#starts[key];
    return start === undefined ? undefined : this.#words.subarray(start, this.#ends[key]);
  }

  #makeRoom(count: number): void {
    if (this.#length + count <= this.#words.length) return;
    const longer = new Uint16Array(Math.max(2 * this.#words.length, this.#length + count));
    longer.set(this.#words);
    this.#words = longer;
  }
}

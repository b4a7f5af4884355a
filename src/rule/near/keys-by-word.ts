/** The number of different hashes. Each word is represented by a hash from 0 up to this number. */
export const WORDS = 1 << 18;
/** Maximum number of keys for each word. Later ones are not kept. */
const MOST = 12;
const FIRST_SIZE = 1 << 12;

/** The keys of texts by the words in them, in 8 bytes for each key. */
export class KeysByWord {
  /** Word → the last of its cells, plus one; 0 for none. */
  readonly #last = new Uint32Array(WORDS);
  readonly #counts = new Uint8Array(WORDS);
  /** For each cell, its key and the one before it with the same word, plus one. */
  #cells = new Uint32Array(2 * FIRST_SIZE);
  #length = 0;

  add(word: number, key: number): void {
    const count = this.#counts[word] as number;
    if (count >= MOST) return;
    if (this.#length === this.#cells.length) this.#grow();
    this.#cells[this.#length] = key;
    this.#cells[this.#length + 1] = this.#last[word] as number;
    this.#length += 2;
    this.#last[word] = this.#length / 2;
    this.#counts[word] = count + 1;
  }

  clear(): void {
    this.#last.fill(0);
    this.#counts.fill(0);
    this.#length = 0;
  }

  /** Yields the keys of a word, the last one first. */
  *of(word: number): Generator<number> {
    for (let cell = this.#last[word] as number; cell > 0; cell = this.#cells[2 * cell - 1] as number)
      yield this.#cells[2 * cell - 2] as number;
  }

  #grow(): void {
    const cells = new Uint32Array(2 * this.#cells.length);
    cells.set(this.#cells);
    this.#cells = cells;
  }
}

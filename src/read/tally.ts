import { hash } from 'node:crypto';

/** The initial number of slots, which must be a power of two. */
const SLOTS = 64;
/** Maximum share of used slots. In a fuller table, finding a free slot takes too long. */
const FULL = 0.7;
const MOST = 0xffffffff;

/**
 * Counts the occurrences of many texts. It keeps only a 64-bit hash and a count for each text, 12 bytes in all: a
 * million ids take 25 MB, a fifth of the size of a `Map` with the texts. Among a million texts, the probability of a
 * collision is 1 in 37 million; it would cause one of the two texts to be counted as a repetition.
 */
export class Tally {
  #high = new Uint32Array(SLOTS);
  #low = new Uint32Array(SLOTS);
  /** The count of each slot. 0 marks a free slot. */
  #counts = new Uint32Array(SLOTS);
  #size = 0;

  /**
   * Counts a text.
   * @returns the number of its occurrences so far, starting at 1
   */
  add(text: string): number {
    if (this.#size >= this.#counts.length * FULL) this.#grow();
    const digest = hash('sha256', text, 'buffer');
    const high = digest.readUInt32LE(0);
    const low = digest.readUInt32LE(4);
    const slot = this.#slotOf(high, low);
    const count = this.#counts[slot] ?? 0;
    if (count === 0) {
      this.#high[slot] = high;
      this.#low[slot] = low;
      this.#size += 1;
    }
    this.#counts[slot] = Math.min(count + 1, MOST);
    return count + 1;
  }

  /** Returns the slot of a hash, or the free slot for it. */
  #slotOf(high: number, low: number): number {
    const last = this.#counts.length - 1;
    let slot = low & last;
    while (this.#counts[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const [highs, lows, counts] = [this.#high, this.#low, this.#counts];
    const slots = counts.length * 2;
    this.#high = new Uint32Array(slots);
    this.#low = new Uint32Array(slots);
    this.#counts = new Uint32Array(slots);
    for (const [index, count] of counts.entries()) {
      if (count === 0) continue;
      const [high, low] = [highs[index] ?? 0, lows[index] ?? 0];
      const slot = this.#slotOf(high, low);
      this.#high[slot] = high;
      this.#low[slot] = low;
      this.#counts[slot] = count;
    }
  }
}

import { hash } from 'node:crypto';

/** Slots at first; always a power of two. */
const SLOTS = 64;
/** Fuller than this, a table has to look too far for a free slot. */
const FULL = 0.7;
const MOST = 0xffffffff;

/**
 * Counts how often each of many texts has come. What is kept of a text is a hash of 64 bits and its count, 12 bytes in
 * all: a million ids take 25 MB, where a `Map` with the texts takes five times that. That two of a million texts have
 * one hash is as likely as one in 37 million; one of them would then be counted as seen before.
 */
export class Tally {
  #high = new Uint32Array(SLOTS);
  #low = new Uint32Array(SLOTS);
  /** 0 where the slot is free. */
  #counts = new Uint32Array(SLOTS);
  #size = 0;

  /** Counts a text. @returns how often it has come so far, from 1 */
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

  /** Where a hash stands, or would stand. */
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

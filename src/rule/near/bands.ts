import { SKETCH } from './sketch.js';

/** Number of sketch values in a band. Two are enough to tell nearly equal texts from others. */
const BAND = 2;
const BANDS = SKETCH / BAND;
/** Maximum number of texts to compare for each band. Later texts with the same band are not linked to it. */
const MOST_IN_BAND = 12;

/** The initial number of slots, which must be a power of two. */
const SLOTS = 1 << 12;
/** Maximum share of used slots. In a fuller table, finding a slot takes too long. */
const FULL = 0.8;

/** The sketches of texts, and which of them have bands in common. At most 300 bytes for each text. */
export class Bands {
  readonly #sketches: Uint16Array;
  /** Slot → the first entry whose band leads to it, plus one; 0 for a free slot. An entry is one band of one sketch. */
  #slots = new Uint32Array(SLOTS);
  #used = 0;
  /** Entry → the next one with the same band, plus one. */
  readonly #next: Uint32Array;
  #length = 0;
  /** The search that found each sketch last, so that it is found only once. */
  readonly #seen: Uint32Array;
  #searches = 0;

  /** @param most the maximum number of sketches */
  constructor(most: number) {
    this.#seen = new Uint32Array(most);
    this.#sketches = new Uint16Array(most * SKETCH);
    this.#next = new Uint32Array(most * BANDS);
  }

  get length(): number {
    return this.#length;
  }

  add(sketch: Uint16Array): void {
    const index = this.#length;
    this.#length += 1;
    this.#sketches.set(sketch, index * SKETCH);
    for (let band = 0; band < BANDS; band += 1) this.#link(index * BANDS + band);
  }

  /** Forgets all sketches, so that others can be added. */
  clear(): void {
    this.#slots.fill(0);
    this.#next.fill(0);
    this.#seen.fill(0);
    this.#used = 0;
    this.#length = 0;
  }

  /**
   * Returns the indexes of the sketches that have a band in common with this one, each with its number of equal values.
   * @param fewest minimum number of equal values
   */
  like(sketch: Uint16Array, fewest: number): [index: number, equal: number][] {
    const found: [number, number][] = [];
    this.#searches += 1;
    for (let band = 0; band < BANDS; band += 1) {
      const slot = this.#slotOf(keyOf(sketch, 0, band));
      for (let entry = this.#slots[slot] as number; entry > 0; entry = this.#next[entry - 1] as number) {
        const index = ((entry - 1) / BANDS) | 0;
        if (this.#seen[index] === this.#searches) continue;
        this.#seen[index] = this.#searches;
        const equal = this.#equalIn(sketch, index);
        if (equal >= fewest) found.push([index, equal]);
      }
    }
    return found;
  }

  #link(entry: number): void {
    const slot = this.#slotOf(this.#keyOf(entry));
    let at = this.#slots[slot] as number;
    if (at === 0) {
      this.#slots[slot] = entry + 1;
      this.#used += 1;
      if (this.#used > this.#slots.length * FULL) this.#grow();
      return;
    }
    for (let count = 1; count < MOST_IN_BAND; count += 1) {
      const next = this.#next[at - 1] as number;
      if (next === 0) {
        this.#next[at - 1] = entry + 1;
        return;
      }
      at = next;
    }
  }

  /** Doubles the slots. Texts have bands in common, so there are fewer of them than entries. */
  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 1) {
      const entry = before[at] as number;
      if (entry > 0) this.#slots[this.#slotOf(this.#keyOf(entry - 1))] = entry;
    }
  }

  /** The slot of a band, or its free slot. */
  #slotOf(key: number): number {
    const last = this.#slots.length - 1;
    let slot = key & last;
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === 0 || this.#keyOf(entry - 1) === key) return slot;
      slot = (slot + 1) & last;
    }
  }

  #keyOf(entry: number): number {
    const index = Math.floor(entry / BANDS);
    return keyOf(this.#sketches, index * SKETCH, entry - index * BANDS);
  }

  #equalIn(sketch: Uint16Array, index: number): number {
    let equal = 0;
    for (let at = 0; at < SKETCH; at += 1) if (sketch[at] === this.#sketches[index * SKETCH + at]) equal += 1;
    return equal;
  }
}

/** A hash of a band of the sketch that begins at `from`. */
function keyOf(sketches: Uint16Array, from: number, band: number): number {
  const at = from + band * BAND;
  const key = ((sketches[at] as number) << 16) ^ (sketches[at + 1] as number);
  let hash = key ^ Math.imul(band + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

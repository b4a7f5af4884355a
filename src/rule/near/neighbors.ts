import { Bands } from './bands.js';
import { runsOf, SKETCH, Space, sketchOf } from './sketch.js';
import { DistinctValues } from './word-hashes.js';

/** Maximum number of neighbors to propose for a text. */
const MOST_PROPOSED = 6;
/** Minimum number of equal sketch values at which two texts are worth comparing. */
const FEWEST_EQUAL = Math.ceil(SKETCH * 0.3);
/** Number of counters for runs of words. */
const COUNTERS = 1 << 20;
/**
 * Number of texts above which a run of words counts as common to all texts. In a large library, `COMMON_SHARE` of its
 * texts is used instead.
 */
const COMMON = 20;
const COMMON_SHARE = 0.05;

/**
 * Finds texts with nearly the same words among many texts. Count the words of every text first, then add the texts one
 * by one. The memory per text does not depend on its length.
 */
export class Neighbors {
  readonly #counters = new Uint16Array(COUNTERS);
  readonly #runs = new Space(Uint32Array);
  readonly #own = new Space(Uint32Array);
  readonly #distinct = new DistinctValues();
  #counted = 0;
  readonly #bands: Bands;

  /** @param most maximum number of texts to add */
  constructor(most: number) {
    this.#bands = new Bands(most);
  }

  /**
   * Counts the words of a text, to learn which words all texts have in common.
   * @param words the hash of each word
   */
  count(words: Uint32Array): void {
    this.#counted += 1;
    const runs = this.#runsOf(words);
    for (let nth = 0; nth < runs.length; nth += 1) {
      const at = (runs[nth] as number) % COUNTERS;
      const count = this.#counters[at] as number;
      if (count < 0xffff) this.#counters[at] = count + 1;
    }
  }

  /** Returns the positions of added texts that may be nearly equal to a text with this sketch, most similar first. */
  near(sketch: Uint16Array): readonly number[] {
    return this.#bands
      .like(sketch, FEWEST_EQUAL)
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, MOST_PROPOSED)
      .map(([position]) => position);
  }

  /** Adds a text after the others. */
  add(sketch: Uint16Array): void {
    this.#bands.add(sketch);
  }

  /** Forgets the added texts, but not what was counted. */
  clear(): void {
    this.#bands.clear();
  }

  /** Returns the sketch of a text, which leaves out what it has in common with many other texts. */
  sketchOf(words: Uint32Array): Uint16Array {
    const runs = this.#runsOf(words);
    const most = Math.max(COMMON, this.#counted * COMMON_SHARE);
    const all = this.#own.of(runs.length);
    let count = 0;
    for (let nth = 0; nth < runs.length; nth += 1) {
      const run = runs[nth] as number;
      if ((this.#counters[run % COUNTERS] as number) <= most) all[count++] = run;
    }
    const own = all.subarray(0, count);
    // A text that consists mostly of common words is compared with all of them.
    return sketchOf(own.length * 4 >= runs.length ? own : runs);
  }

  #runsOf(words: Uint32Array): Uint32Array {
    const runs = runsOf(words, this.#runs);
    return runs.subarray(0, this.#distinct.gather(runs));
  }
}

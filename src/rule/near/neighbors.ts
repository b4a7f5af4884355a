import { Bands } from './bands.js';
import { runsOf, SKETCH, sketchOf } from './sketch.js';

/** The maximum number of neighbors to propose for a text. */
const MOST_PROPOSED = 6;
/** The number of equal sketch values from which two texts are worth comparing. */
const FEWEST_EQUAL = Math.ceil(SKETCH * 0.3);
/** The number of counters for runs of words. */
const COUNTERS = 1 << 20;
/** Runs of words that are in more texts than this, and in more than this share, are common to all texts. */
const COMMON = 20;
const COMMON_SHARE = 0.05;

/**
 * Finds texts with nearly the same words among many. Count the words of each text first, then add the texts one after
 * the other. The memory per text does not depend on its length.
 */
export class Neighbors {
  readonly #counters = new Uint16Array(COUNTERS);
  readonly #runs: WeakMap<readonly string[], Uint32Array> | undefined;
  #counted = 0;
  /** Allocated for the texts that were counted. */
  #bands: Bands | undefined;
  readonly #keys: number[] = [];
  #last: { readonly words: readonly string[]; readonly sketch: Uint16Array } | undefined;

  /** @param areHeld true if the lists that are counted are those that are added */
  constructor(areHeld = false) {
    this.#runs = areHeld ? new WeakMap() : undefined;
  }

  /** Counts the words of a text, to find out what all texts have in common. */
  count(words: readonly string[]): void {
    this.#counted += 1;
    const runs = this.#runsOf(words);
    for (let nth = 0; nth < runs.length; nth += 1) {
      const at = (runs[nth] as number) % COUNTERS;
      const count = this.#counters[at] as number;
      if (count < 0xffff) this.#counters[at] = count + 1;
    }
  }

  /** The keys of texts that may be nearly equal to these words: the most similar first. */
  near(words: readonly string[]): readonly number[] {
    return [...(this.#bands?.like(this.#sketchOf(words)) ?? [])]
      .filter(([, equal]) => equal >= FEWEST_EQUAL)
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, MOST_PROPOSED)
      .map(([index]) => this.#keys[index] ?? 0);
  }

  /** Adds a text under a key. At most as many can be added as were counted. */
  add(key: number, words: readonly string[]): void {
    this.#bands ??= new Bands(this.#counted);
    this.#keys.push(key);
    this.#bands.add(this.#sketchOf(words));
  }

  #sketchOf(words: readonly string[]): Uint16Array {
    // Most texts are added right after looking up their neighbors.
    if (this.#last?.words === words) return this.#last.sketch;
    const sketch = this.#newSketchOf(words);
    this.#last = { words, sketch };
    return sketch;
  }

  #newSketchOf(words: readonly string[]): Uint16Array {
    const runs = this.#runsOf(words);
    const most = Math.max(COMMON, this.#counted * COMMON_SHARE);
    const all = new Uint32Array(runs.length);
    let count = 0;
    for (let nth = 0; nth < runs.length; nth += 1) {
      const run = runs[nth] as number;
      if ((this.#counters[run % COUNTERS] as number) <= most) all[count++] = run;
    }
    const own = all.subarray(0, count);
    // A text that says nothing of its own is compared as it is.
    return sketchOf(own.length * 4 >= runs.length ? own : runs);
  }

  #runsOf(words: readonly string[]): Uint32Array {
    let runs = this.#runs?.get(words);
    if (!runs) {
      runs = runsOf(words);
      this.#runs?.set(words, runs);
    }
    return runs;
  }
}

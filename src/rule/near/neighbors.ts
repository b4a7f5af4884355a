import { runsOf, SKETCH, sketchOf } from './sketch.js';

/** The number of sketch values that are looked up together: two of them distinguish nearly equal texts from others. */
const BAND = 2;
/** Texts with an equal band are compared, but at most the first of this many. */
const MOST_IN_BAND = 12;
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
  readonly #runs = new WeakMap<readonly string[], Uint32Array>();
  #counted = 0;
  #sketches = new Uint16Array(SKETCH * 1024);
  readonly #keys: number[] = [];
  readonly #bands = new Map<number, number[]>();
  #last: { readonly words: readonly string[]; readonly sketch: Uint16Array } | undefined;

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
    const sketch = this.#sketchOf(words);
    const seen = new Map<number, number>();
    for (const band of bandsOf(sketch))
      for (const index of this.#bands.get(band) ?? [])
        if (!seen.has(index)) seen.set(index, this.#equalIn(sketch, index));
    return [...seen]
      .filter(([, equal]) => equal >= FEWEST_EQUAL)
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, MOST_PROPOSED)
      .map(([index]) => this.#keys[index] ?? 0);
  }

  /** Adds a text under a key. */
  add(key: number, words: readonly string[]): void {
    const index = this.#keys.length;
    if ((index + 1) * SKETCH > this.#sketches.length) {
      const larger = new Uint16Array(this.#sketches.length * 2);
      larger.set(this.#sketches);
      this.#sketches = larger;
    }
    this.#keys.push(key);
    const sketch = this.#sketchOf(words);
    this.#sketches.set(sketch, index * SKETCH);
    for (const band of bandsOf(sketch)) {
      const list = this.#bands.get(band);
      if (!list) this.#bands.set(band, [index]);
      else if (list.length < MOST_IN_BAND) list.push(index);
    }
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

  /** Whoever has counted a list of words, and still holds it, is spared the second reading. */
  #runsOf(words: readonly string[]): Uint32Array {
    let runs = this.#runs.get(words);
    if (!runs) {
      runs = runsOf(words);
      this.#runs.set(words, runs);
    }
    return runs;
  }

  #equalIn(sketch: Uint16Array, index: number): number {
    let equal = 0;
    for (let at = 0; at < SKETCH; at += 1) if (sketch[at] === this.#sketches[index * SKETCH + at]) equal += 1;
    return equal;
  }
}

function* bandsOf(sketch: Uint16Array): Generator<number> {
  for (let at = 0; at < SKETCH; at += BAND)
    yield (((sketch[at] ?? 0) << 16) ^ (sketch[at + 1] ?? 0) ^ Math.imul(at, 0x9e3779b1)) >>> 0;
}

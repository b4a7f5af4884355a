import type { PhraseArrays } from './arrays.js';

/** The arrays that describe the sets of a table. */
export type SetArrays = Pick<PhraseArrays, 'setStarts' | 'setFeatures'>;

/** Determines which sets contain a word. */
export class SetIndex {
  readonly #arrays: SetArrays;
  /** For each feature, the sets that contain it. */
  #holding: ReadonlyMap<number, readonly number[]> | undefined;

  constructor(arrays: SetArrays) {
    this.#arrays = arrays;
  }

  /** Returns true if a set contains one of the features. This is slower than using an earlier result of `of`. */
  has(set: number, features: readonly number[]): boolean {
    const { setStarts, setFeatures } = this.#arrays;
    const from = setStarts[set] ?? 0;
    const to = setStarts[set + 1] ?? 0;
    for (const feature of features) {
      let low = from;
      let high = to;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const found = setFeatures[middle] ?? 0;
        if (found === feature) return true;
        if (found < feature) low = middle + 1;
        else high = middle;
      }
    }
    return false;
  }

  /** Returns all sets that contain one of the features, as one bit each. */
  of(features: readonly number[]): Uint32Array {
    this.#holding ??= this.#invert();
    const bits = new Uint32Array((this.#arrays.setStarts.length + 31) >>> 5);
    for (const feature of features)
      for (const set of this.#holding.get(feature) ?? []) bits[set >>> 5] = (bits[set >>> 5] ?? 0) | (1 << (set & 31));
    return bits;
  }

  #invert(): ReadonlyMap<number, readonly number[]> {
    const { setStarts, setFeatures } = this.#arrays;
    const holding = new Map<number, number[]>();
    for (let set = 0; set + 1 < setStarts.length; set += 1)
      for (let at = setStarts[set] ?? 0; at < (setStarts[set + 1] ?? 0); at += 1) {
        const feature = setFeatures[at] ?? 0;
        const known = holding.get(feature);
        if (known) known.push(set);
        else holding.set(feature, [set]);
      }
    return holding;
  }
}

import type { PhraseArrays } from './arrays.js';

/** The arrays that describe the sets of a table. */
export type SetArrays = Pick<PhraseArrays, 'setCount' | 'holdingStarts' | 'holding'>;

/** Returns all sets that contain one of the features, as one bit each. */
export function setsWith({ setCount, holdingStarts, holding }: SetArrays, features: readonly number[]): Uint32Array {
  const bits = new Uint32Array(((setCount[0] as number) + 31) >>> 5);
  for (let nth = 0; nth < features.length; nth += 1) {
    const feature = features[nth] as number;
    const to = holdingStarts[feature + 1] as number;
    for (let at = holdingStarts[feature] as number; at < to; at += 1) {
      const set = holding[at] as number;
      bits[set >>> 5] = (bits[set >>> 5] as number) | (1 << (set & 31));
    }
  }
  return bits;
}

import { KINDS } from '../phrase/kinds.js';
import type { FeatureIndex } from '../phrase/words.js';

/**
 * A hash table of words and word beginnings, stored in a file. It uses open addressing, and half of its slots are
 * empty.
 */
export interface IndexArrays {
  /** The feature in each slot. 0 for an empty slot. */
  readonly slots: Uint16Array;
  /**
   * For each feature, the index at which its letters start. The index of an entry is its feature minus `KINDS`, and
   * there is one more entry at the end.
   */
  readonly starts: Uint32Array;
  /** The letters of all keys, as UTF-16 units. */
  readonly letters: Uint16Array;
}

/** Creates the table for some keys. The first key gets the feature `KINDS`. */
export function writeIndex(keys: readonly string[]): IndexArrays {
  let size = 16;
  while (size < 2 * keys.length) size *= 2;
  const slots = new Uint16Array(size);
  const starts = new Uint32Array(keys.length + 1);
  const letters: number[] = [];
  for (const [index, key] of keys.entries()) {
    let at = hashOf(key) & (size - 1);
    while (slots[at] !== 0) at = (at + 1) & (size - 1);
    slots[at] = KINDS + index;
    for (let unit = 0; unit < key.length; unit += 1) letters.push(key.charCodeAt(unit));
    starts[index + 1] = letters.length;
  }
  return { slots, starts, letters: Uint16Array.from(letters) };
}

/** Returns a function that looks up words directly in the table's arrays. */
export function readIndex({ slots, starts, letters }: IndexArrays, prefixLengths: readonly number[]): FeatureIndex {
  const isAt = (feature: number, key: string): boolean => {
    const start = starts[feature - KINDS] ?? 0;
    if ((starts[feature - KINDS + 1] ?? 0) - start !== key.length) return false;
    for (let unit = 0; unit < key.length; unit += 1) if (letters[start + unit] !== key.charCodeAt(unit)) return false;
    return true;
  };
  return {
    prefixLengths,
    find: (key) => {
      for (let at = hashOf(key) & (slots.length - 1); ; at = (at + 1) & (slots.length - 1)) {
        const feature = slots[at] ?? 0;
        if (feature === 0 || isAt(feature, key)) return feature;
      }
    },
  };
}

/** Computes the FNV-1a hash of a key's UTF-16 units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let unit = 0; unit < key.length; unit += 1) hash = Math.imul(hash ^ key.charCodeAt(unit), 0x01000193);
  return hash >>> 0;
}

import { KINDS } from '../phrase/kinds.js';
import type { FeatureIndex } from '../phrase/words.js';

/** Words and word beginnings as a hash table in a file: open addressing, half of it empty. */
export interface IndexArrays {
  /** A feature, or 0 for an empty slot. */
  readonly slots: Uint16Array;
  /** By feature minus `KINDS`: where its letters begin; one more at the end. */
  readonly starts: Uint32Array;
  /** UTF-16 units. */
  readonly letters: Uint16Array;
}

/** The table for some keys; the first has the feature `KINDS`. */
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

/** Looks words up in a table, in place. */
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

/** FNV-1a over UTF-16 units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let unit = 0; unit < key.length; unit += 1) hash = Math.imul(hash ^ key.charCodeAt(unit), 0x01000193);
  return hash >>> 0;
}

/**
 * Number of values in a sketch. The share of equal values in two sketches approximates the share of equal runs of
 * words.
 */
export const SKETCH = 32;
/** Length of a run in words. */
const RUN = 3;

/**
 * Space for the values of one text, which is reused for the next one. Typed arrays lie outside of V8’s heap, so those
 * of a hundred thousand texts would pile up before they are freed.
 */
export class Space<T extends Uint32Array | Uint16Array> {
  readonly #type: new (
    length: number,
  ) => T;
  #values: T;

  constructor(type: new (length: number) => T) {
    this.#type = type;
    this.#values = new type(1024);
  }

  /** Returns space for a number of values, with any content. It is valid until the next call. */
  of(length: number): T {
    if (length > this.#values.length) this.#values = new this.#type(2 * length);
    return this.#values.subarray(0, length) as T;
  }
}

/**
 * Puts the hashes of all runs of three words into a space. A shorter text counts as one run.
 * @param hashes the hashes of the words
 */
export function runsOf(hashes: Uint32Array, space: Space<Uint32Array>): Uint32Array {
  const length = Math.min(RUN, hashes.length);
  const runs = space.of(Math.max(0, hashes.length - length + 1));
  for (let at = 0; at < runs.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let next = at; next < at + length; next += 1) hash = mixed(hash ^ (hashes[next] as number));
    runs[at] = hash;
  }
  return runs;
}

/** Computes a sketch of runs of words (Broder, “On the resemblance and containment of documents”, 1997). */
export function sketchOf(runs: ArrayLike<number>): Uint16Array {
  const sketch = new Uint16Array(SKETCH);
  for (let at = 0; at < SKETCH; at += 1) {
    const salt = Math.imul(at + 1, 0x9e3779b1);
    let lowest = 0xffffffff;
    for (let nth = 0; nth < runs.length; nth += 1) {
      const hash = mixed((runs[nth] as number) ^ salt);
      if (hash < lowest) lowest = hash;
    }
    sketch[at] = lowest & 0xffff;
  }
  return sketch;
}

/** Mixes the bits of a value with the 32-bit finalizer of MurmurHash3. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Hashes a word with FNV-1a over its UTF-16 units in lowercase. */
export function hashOf(word: string): number {
  return hashIn(word, 0, word.length);
}

/** Hashes a word within a text. */
export function hashIn(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= ASCII) return hashOfLower(text.slice(from, to).toLowerCase());
    hash = Math.imul(hash ^ (unit >= UPPER_A && unit <= UPPER_Z ? unit + TO_LOWER : unit), 0x01000193);
  }
  return hash >>> 0;
}

const ASCII = 128;
const UPPER_A = 65;
const UPPER_Z = 90;
const TO_LOWER = 32;

function hashOfLower(lower: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < lower.length; at += 1) hash = Math.imul(hash ^ lower.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

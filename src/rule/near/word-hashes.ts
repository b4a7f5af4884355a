import { hashIn, Space } from './sketch.js';
import { isMarkedAt } from './words.js';

const BRACE = 123;
/** Stands for all placeholders, which may be equal although they are written differently. */
export const PLACEHOLDER = 0;

/** The words of a text as numbers, in the order of the text. */
export interface HashedWords {
  /** The hash of each word, and the hash of each word without its mark. */
  readonly words: Uint32Array;
  readonly contents: Uint32Array;
  /** A number of 16 bits for each word. Two different words may have the same number. */
  readonly numbers: Uint16Array;
}

/**
 * Hashes the words of one text after the other. The text is never split, because it is hashed several times, and most
 * texts are unlike all others, so that nobody needs their words.
 */
export class WordHasher {
  readonly #words = new Space(Uint32Array);
  readonly #contents = new Space(Uint32Array);
  readonly #numbers = new Space(Uint16Array);
  #last: { readonly text: string; readonly hashed: HashedWords } | undefined;

  /**
   * Returns the hashes of words. They are valid until the next call with another text.
   * @param text the words, separated by blanks
   */
  of(text: string): HashedWords {
    if (this.#last?.text === text) return this.#last.hashed;
    const most = text.length + 1;
    const [words, contents, numbers] = [this.#words.of(most), this.#contents.of(most), this.#numbers.of(most)];
    let count = 0;
    for (let from = 0; from <= text.length; count += 1) {
      const blank = text.indexOf(' ', from);
      const to = blank < 0 ? text.length : blank;
      const word = hashIn(text, from, to);
      words[count] = word;
      contents[count] = isMarkedAt(text, from, to) ? hashIn(text, from + 1, to) : word;
      numbers[count] = to > from && text.charCodeAt(from) === BRACE ? PLACEHOLDER : shortened(word);
      from = to + 1;
    }
    const hashed = {
      words: words.subarray(0, count),
      contents: contents.subarray(0, count),
      numbers: numbers.subarray(0, count),
    };
    this.#last = { text, hashed };
    return hashed;
  }
}

function shortened(hash: number): number {
  return (hash ^ (hash >>> 16)) & 0xffff || 1;
}

/** Finds the distinct ones among values, in time that does not depend on how they are distributed. */
export class DistinctValues {
  /** Slot → the position of a value plus one, or 0. */
  #slots = new Uint32Array(1 << 10);

  /** Moves the distinct values to the front, in order, and returns their number. */
  gather(values: Uint32Array): number {
    const size = this.#cleared(values.length);
    const slots = this.#slots;
    let count = 0;
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] as number;
      let slot = (Math.imul(value, 0x9e3779b1) >>> 7) & (size - 1);
      while (slots[slot] !== 0 && values[(slots[slot] as number) - 1] !== value) slot = (slot + 1) & (size - 1);
      if (slots[slot] !== 0) continue;
      values[count] = value;
      count += 1;
      slots[slot] = count;
    }
    return count;
  }

  /** Clears twice as many slots as there are values, and returns their number, a power of two. */
  #cleared(values: number): number {
    let size = 1 << 6;
    while (size < 2 * values) size *= 2;
    if (size > this.#slots.length) this.#slots = new Uint32Array(size);
    else this.#slots.fill(0, 0, size);
    return size;
  }
}

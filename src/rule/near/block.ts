import { AUDIENCE, type Audience, areForSame } from './audiences.js';
import { Neighbors } from './neighbors.js';
import type { Outline } from './outlines.js';
import { Paraphrases } from './paraphrases.js';
import { WordHasher } from './word-hashes.js';
import { WordLists } from './word-lists.js';

/**
 * Texts that others are compared with: as many as fit in memory. Count the words of every text first, then add texts
 * until the block is full.
 */
export class Block {
  readonly #most: number;
  readonly #neighbors: Neighbors;
  readonly #paraphrases = new Paraphrases();
  readonly #lists = new WordLists();
  readonly #hasher = new WordHasher();
  /** The index and the audience of the digest of each text. */
  readonly #indexes: Uint32Array;
  readonly #audiences: Uint32Array;
  #length = 0;

  /** @param most maximum number of texts */
  constructor(most: number) {
    this.#most = most;
    this.#neighbors = new Neighbors(most);
    this.#indexes = new Uint32Array(most);
    this.#audiences = new Uint32Array(most * AUDIENCE);
  }

  get isFull(): boolean {
    return this.#length === this.#most;
  }

  /** @param text the words, separated by blanks */
  count(text: string): void {
    const { words, contents } = this.#hasher.of(text);
    this.#neighbors.count(words);
    this.#paraphrases.count(contents);
  }

  outlineOf(index: number, text: string, audience: Audience): Outline {
    const { words, contents } = this.#hasher.of(text);
    return { index, audience, rarest: this.#paraphrases.rarestOf(contents), sketch: this.#neighbors.sketchOf(words) };
  }

  /** @throws RangeError if the block is full */
  add({ index, audience, rarest, sketch }: Outline, text: string): void {
    if (this.isFull) throw new RangeError(`a block has room for ${this.#most} texts`);
    const position = this.#length;
    this.#length += 1;
    this.#indexes[position] = index;
    this.#audiences.set(audience, position * AUDIENCE);
    this.#neighbors.add(sketch);
    this.#paraphrases.add(position, rarest);
    this.#lists.add(position, this.#hasher.of(text).numbers);
  }

  /** Forgets the texts, but not what was counted. */
  clear(): void {
    this.#length = 0;
    this.#neighbors.clear();
    this.#paraphrases.clear();
    this.#lists.clear();
  }

  /**
   * Yields the indexes of texts that may have nearly the same words, most similar first.
   * @param textOf returns the words of the text, which are seldom needed
   * @param similarity minimum share of common words, in percent
   */
  *near({ audience, sketch }: Outline, textOf: () => string, similarity: number): Generator<number> {
    for (const position of this.#neighbors.near(sketch))
      if (
        this.#isForSame(position, audience) &&
        !this.#lists.differ(position, this.#hasher.of(textOf()).numbers, similarity)
      )
        yield this.#indexes[position] as number;
  }

  /** Yields the indexes of texts that may say the same in other words, most similar first. */
  *paraphrases({ audience, rarest }: Outline): Generator<number> {
    for (const position of this.#paraphrases.near(rarest))
      if (this.#isForSame(position, audience)) yield this.#indexes[position] as number;
  }

  /** Returns the share of the content that two texts have in common, from 0 to 1. */
  likeness(one: readonly string[], other: readonly string[]): number {
    return this.#paraphrases.likeness(one, other);
  }

  #isForSame(position: number, audience: Audience): boolean {
    const from = position * AUDIENCE;
    return areForSame(this.#audiences.subarray(from, from + AUDIENCE), audience);
  }
}

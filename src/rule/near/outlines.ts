import type { Digests } from '../library-steps.js';
import { AUDIENCE, type Audience } from './audiences.js';
import { LOOKED_UP } from './paraphrases.js';
import { SKETCH } from './sketch.js';

/** What is needed of a text to find others that may say the same. */
export interface Outline {
  /** The index of its digest. */
  readonly index: number;
  readonly audience: Audience;
  readonly rarest: readonly number[];
  readonly sketch: Uint16Array;
}

/** The values of an outline: its index, the number of its rarest words, its audience, these words, and its sketch. */
const FROM_AUDIENCE = 2;
const FROM_RAREST = FROM_AUDIENCE + AUDIENCE;
const FROM_SKETCH = FROM_RAREST + LOOKED_UP;
const ROW = FROM_SKETCH + SKETCH / 2;
/** Number of outlines that are stored together. */
const ON_PAGE = 256;

/** The outlines of texts that wait to be compared. They are stored on disk, so that they take no memory. */
export class Outlines {
  readonly #digests: Pick<Digests<unknown>, 'store'>;
  readonly #pages: { readonly read: () => Uint8Array; waiting: Uint8Array | undefined }[] = [];
  #page = new Uint32Array(ROW * ON_PAGE);
  #count = 0;
  #waiting = 0;

  /** @param digests where to store the outlines */
  constructor(digests: Pick<Digests<unknown>, 'store'>) {
    this.#digests = digests;
  }

  /** The number of texts that still wait. */
  get length(): number {
    return this.#waiting;
  }

  add({ index, audience, rarest, sketch }: Outline): void {
    const row = this.#page.subarray(this.#count * ROW, (this.#count + 1) * ROW);
    row[0] = index;
    row[1] = rarest.length;
    row.set(audience, FROM_AUDIENCE);
    row.set(rarest, FROM_RAREST);
    for (let at = 0; at < SKETCH; at += 2)
      row[FROM_SKETCH + at / 2] = ((sketch[at] as number) | ((sketch[at + 1] as number) << 16)) >>> 0;
    this.#count += 1;
    this.#waiting += 1;
    if (this.#count === ON_PAGE) this.#close();
  }

  /** Calls a function with each outline that waits, in order. Those for which it returns false wait no longer. */
  retain(mustWait: (outline: Outline) => boolean): void {
    this.#close();
    for (const page of this.#pages) {
      if (!page.waiting) continue;
      new Uint8Array(this.#page.buffer).set(page.read());
      let left = 0;
      for (const [nth, waits] of page.waiting.entries()) {
        if (waits === 0) continue;
        if (mustWait(outlineIn(this.#page.subarray(nth * ROW, (nth + 1) * ROW)))) left += 1;
        else {
          page.waiting[nth] = 0;
          this.#waiting -= 1;
        }
      }
      if (left === 0) page.waiting = undefined;
    }
  }

  /** Stores the outlines on the current page. */
  #close(): void {
    if (this.#count === 0) return;
    const bytes = new Uint8Array(this.#page.buffer, 0, this.#count * ROW * Uint32Array.BYTES_PER_ELEMENT);
    this.#pages.push({ read: this.#digests.store(bytes), waiting: new Uint8Array(this.#count).fill(1) });
    this.#count = 0;
  }
}

function outlineIn(row: Uint32Array): Outline {
  const sketch = new Uint16Array(SKETCH);
  for (let at = 0; at < SKETCH; at += 2) {
    const two = row[FROM_SKETCH + at / 2] as number;
    sketch[at] = two & 0xffff;
    sketch[at + 1] = two >>> 16;
  }
  const rarest = [...row.subarray(FROM_RAREST, FROM_RAREST + (row[1] as number))];
  return { index: row[0] as number, audience: row.slice(FROM_AUDIENCE, FROM_RAREST), rarest, sketch };
}

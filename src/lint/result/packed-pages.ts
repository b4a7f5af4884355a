import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { partitionPoint } from '../../model/partition-point.js';
import { BETWEEN, bytesOf, LEVEL, OpenPage, type Page } from './page.js';
import type { Spool, Stored } from './spool.js';

/** In UTF-16 units: a shorter page takes less time to look one item up. */
const LONG = 32 * 1024;
/** Large enough that most pages are inflated in one piece. */
const INFLATED = { chunkSize: 2 * LONG };
/** Maximum number of pages kept open for access to single items. */
const MOST_OPEN = 24;

/** Pages of items, in order. They are stored packed, and unpacked on access. */
export class PackedPages<T> {
  readonly #spool: Spool;
  readonly #pages: Stored[] = [];
  /** The number of items up to the end of each page. */
  readonly #ends: number[] = [];
  /** Items that are not on a page yet. */
  #texts: string[] = [];
  #units = 0;
  #length = 0;
  #last: OpenPage<T> | undefined;
  readonly #open = new Map<number, OpenPage<T>>();

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  get length(): number {
    return this.#length;
  }

  add(page: Page): void {
    if (page.count === 0) return;
    this.#last = undefined;
    this.#length += page.count;
    if (page.text === undefined) {
      this.#close(this.#length - page.count);
      this.#store(Buffer.from(page.deflated ?? '', 'base64'), this.#length);
      return;
    }
    this.#texts.push(page.text);
    this.#units += page.text.length;
    if (this.#units > LONG) this.#close(this.#length);
  }

  *[Symbol.iterator](): Generator<T> {
    for (let nth = 0; nth <= this.#pages.length; nth += 1) yield* this.#page(nth).items();
  }

  /** Returns the item at an index. Undefined for an index out of range. */
  at(index: number): T | undefined {
    const nth = this.#pageWith(index);
    return this.#opened(nth).at(index - (this.#ends[nth - 1] ?? 0));
  }

  /**
   * Returns a function that returns the item at an index, for indexes that mostly grow: it parses whole pages. Undefined
   * for an index out of range.
   */
  reader(): (index: number) => T | undefined {
    let [from, items]: [number, readonly T[]] = [0, []];
    return (index) => {
      if (index < from || index >= from + items.length) {
        const nth = this.#pageWith(index);
        from = this.#ends[nth - 1] ?? 0;
        items = this.#page(nth).items();
      }
      return items[index - from];
    };
  }

  #pageWith(index: number): number {
    return partitionPoint(this.#ends.length, (at) => (this.#ends[at] ?? 0) <= index);
  }

  #opened(nth: number): OpenPage<T> {
    if (nth === this.#pages.length) return this.#page(nth);
    const open = this.#open.get(nth) ?? this.#page(nth);
    // The page that was asked for last comes last; the first one goes.
    this.#open.delete(nth);
    this.#open.set(nth, open);
    const [oldest] = this.#open.size > MOST_OPEN ? this.#open.keys() : [];
    if (oldest !== undefined) this.#open.delete(oldest);
    return open;
  }

  #page(nth: number): OpenPage<T> {
    const stored = this.#pages[nth];
    if (stored) return new OpenPage(inflateRawSync(this.#spool.read(stored), INFLATED));
    this.#last ??= new OpenPage(bytesOf(this.#texts));
    return this.#last;
  }

  #close(end: number): void {
    if (this.#texts.length === 0) return;
    this.#store(deflateRawSync(this.#texts.join(BETWEEN), LEVEL), end);
    this.#texts = [];
    this.#units = 0;
  }

  #store(bytes: Buffer, end: number): void {
    this.#pages.push(this.#spool.store(bytes));
    this.#ends.push(end);
  }
}

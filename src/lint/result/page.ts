import { deflateRawSync } from 'node:zlib';

/** A list of items in the form that a record stores: as JSON without brackets, or compressed and encoded as Base64. */
export interface Page {
  readonly count: number;
  readonly text?: string;
  readonly deflated?: string;
}

/** Length in UTF-16 units above which a page is compressed. */
const LONG = 64 * 1024;
/**
 * The separator between items. A line break never occurs inside a JSON value, so a single item can be found without
 * parsing the others.
 */
export const BETWEEN = ',\n';
const FEED = 10;
/** A fast compression level is used because there are many pages, and each is read only once or twice. */
export const LEVEL = { level: 1 };

/** Writes items to pages. */
export class PageWriter {
  readonly #full: Page[] = [];
  #texts: string[] = [];
  #count = 0;
  #length = 0;

  /** @param item the item as JSON text */
  add(item: string): void {
    this.#texts.push(item);
    this.#count += 1;
    this.#length += item.length;
    if (this.#length > LONG) this.#close();
  }

  /** All pages so far. More items can be added later. */
  get pages(): readonly Page[] {
    return this.#count > 0 ? [...this.#full, { count: this.#count, text: this.#texts.join(BETWEEN) }] : this.#full;
  }

  #close(): void {
    if (this.#count === 0) return;
    const text = this.#texts.join(BETWEEN);
    this.#full.push({ count: this.#count, deflated: deflateRawSync(text, LEVEL).toString('base64') });
    this.#texts = [];
    this.#count = 0;
    this.#length = 0;
  }
}

/** Returns the bytes of items that are not on a page yet. */
export function bytesOf(texts: readonly string[]): Buffer {
  return Buffer.from(texts.join(BETWEEN));
}

/** A page whose items are read one by one. */
export class OpenPage<T> {
  readonly #bytes: Buffer;
  /** The offset of each item, followed by one for the end. Computed when first needed. */
  #starts: readonly number[] | undefined;

  /** @param bytes the bytes of the page’s text */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  items(): readonly T[] {
    return JSON.parse(`[${this.#bytes.toString('utf8')}]`) as T[];
  }

  /** Returns the item at an index. Undefined for an index out of range. */
  at(index: number): T | undefined {
    if (this.#bytes.length === 0) return undefined;
    this.#starts ??= startsIn(this.#bytes);
    const [start, next] = [this.#starts[index], this.#starts[index + 1]];
    if (start === undefined || next === undefined) return undefined;
    return JSON.parse(this.#bytes.toString('utf8', start, next - BETWEEN.length)) as T;
  }
}

function startsIn(bytes: Buffer): readonly number[] {
  const starts = [0];
  for (let feed = bytes.indexOf(FEED); feed >= 0; feed = bytes.indexOf(FEED, feed + 1)) starts.push(feed + 1);
  return [...starts, bytes.length + BETWEEN.length];
}

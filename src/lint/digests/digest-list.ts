import { partitionPoint } from '../../model/partition-point.js';
import type { Digest, DigestedReply, Digests } from '../../rule/library-steps.js';
import { itemsOf, OpenPage, type Page, PageWriter } from '../result/page.js';
import type { Entry } from './file-digests.js';

/** A file whose replies were digested. */
export interface DigestedFile {
  readonly absolute: string;
  /** Its path relative to the configuration's root. */
  readonly path: string;
  /** The absolute path of that root. */
  readonly root: string;
}

const FILES = new WeakMap<DigestedReply, DigestedFile>();

/** The file of a digest from a list. */
export function digestedFileOf(reply: DigestedReply): DigestedFile | undefined {
  return FILES.get(reply);
}

/** So many pages are kept open for those who ask for single digests. */
const MOST_PAGES = 96;

/** The digests that a rule judges together. They are stored packed, and unpacked on access. */
export class DigestList implements Digests<unknown> {
  readonly #writer = new PageWriter();
  /** Where the digests of each file begin. */
  readonly #files: { readonly from: number; readonly file: DigestedFile }[] = [];
  #pages: readonly { readonly from: number; readonly page: Page }[] | undefined;
  readonly #open = new Map<Page, OpenPage<Entry>>();
  #length = 0;

  /** Adds digests of a file: all digests of a file must be added in a row. */
  add(pages: readonly Page[], file: DigestedFile): void {
    if (this.#files.at(-1)?.file.absolute !== file.absolute) this.#files.push({ from: this.#length, file });
    for (const page of pages) {
      this.#writer.addPage(page);
      this.#length += page.count;
    }
    this.#pages = undefined;
  }

  get length(): number {
    return this.#length;
  }

  /** @throws RangeError for an index out of range */
  at(index: number): Digest<unknown> {
    return this.#digestOf(this.entry(index), index);
  }

  *[Symbol.iterator](): Generator<Digest<unknown>> {
    let index = 0;
    for (const { page } of this.#all())
      for (const entry of itemsOf<Entry>(page)) {
        yield this.#digestOf(entry, index);
        index += 1;
      }
  }

  /** @throws RangeError for an index out of range */
  entry(index: number): Entry {
    const found = stretchAt(index, this.#all());
    const entry = found && this.#opened(found.page).at(index - found.from);
    return entry ?? this.#refuse(index);
  }

  /** @throws RangeError for an index before the first digest */
  fileOf(index: number): DigestedFile {
    return stretchAt(index, this.#files)?.file ?? this.#refuse(index);
  }

  #refuse(index: number): never {
    throw new RangeError(`there is no digest ${index} of ${this.#length}`);
  }

  #digestOf({ reply, data }: Entry, index: number): Digest<unknown> {
    const file = this.fileOf(index);
    const digested = { ...reply, file: file.path };
    FILES.set(digested, file);
    return { index, reply: digested, data };
  }

  #all(): readonly { readonly from: number; readonly page: Page }[] {
    if (!this.#pages) {
      let from = 0;
      this.#pages = this.#writer.pages.map((page) => {
        const placed = { from, page };
        from += page.count;
        return placed;
      });
    }
    return this.#pages;
  }

  #opened(page: Page): OpenPage<Entry> {
    const open = this.#open.get(page) ?? new OpenPage<Entry>(page);
    // The page that was asked for last comes last; the first one goes.
    this.#open.delete(page);
    this.#open.set(page, open);
    const [oldest] = this.#open.size > MOST_PAGES ? this.#open.keys() : [];
    if (oldest) this.#open.delete(oldest);
    return open;
  }
}

/** The last of some stretches, in order, that begins at or before an index. */
function stretchAt<T extends { readonly from: number }>(index: number, stretches: readonly T[]): T | undefined {
  return stretches[partitionPoint(stretches.length, (at) => (stretches[at]?.from ?? 0) <= index) - 1];
}

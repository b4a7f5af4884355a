import { partitionPoint } from '../../model/partition-point.js';
import type { Digest, DigestedReply, Digests } from '../../rule/library-steps.js';
import { PackedPages } from '../result/packed-pages.js';
import type { Page } from '../result/page.js';
import type { Spool } from '../result/spool.js';
import type { Entry } from './file-digests.js';

/** A file whose replies were digested. */
export interface DigestedFile {
  readonly absolute: string;
  /** The path of the file, relative to the configuration's root. */
  readonly path: string;
  /** The absolute path of that root. */
  readonly root: string;
}

/** The file is stored under a symbol so that rules see only its path. */
const FILE = Symbol('file');

/** Returns the file of a digest from a list. */
export function digestedFileOf(reply: DigestedReply): DigestedFile | undefined {
  return (reply as DigestedReply & { readonly [FILE]?: DigestedFile })[FILE];
}

/** The digests that a rule judges as a group. */
export class DigestList implements Digests<unknown> {
  readonly #spool: Spool;
  readonly #entries: PackedPages<Entry>;
  /** The index of the first digest of each file. */
  readonly #files: { readonly from: number; readonly file: DigestedFile }[] = [];

  /** @param spool stores the digests */
  constructor(spool: Spool) {
    this.#spool = spool;
    this.#entries = new PackedPages(spool);
  }

  /** Adds digests of a file. All digests of a file must be added consecutively. */
  add(pages: readonly Page[], file: DigestedFile): void {
    if (this.#files.at(-1)?.file.absolute !== file.absolute) this.#files.push({ from: this.length, file });
    for (const page of pages) this.#entries.add(page);
  }

  get length(): number {
    return this.#entries.length;
  }

  /** @throws RangeError for an index out of range */
  at(index: number): Digest<unknown> {
    return this.#digestOf(this.entry(index), index);
  }

  *[Symbol.iterator](): Generator<Digest<unknown>> {
    let index = 0;
    for (const entry of this.#entries) {
      yield this.#digestOf(entry, index);
      index += 1;
    }
  }

  /** @throws the file system’s error, also when reading */
  store(bytes: Uint8Array): () => Uint8Array {
    const stored = this.#spool.store(Buffer.from(bytes));
    return () => this.#spool.read(stored);
  }

  /** @throws RangeError for an index out of range */
  entry(index: number): Entry {
    return this.#entries.at(index) ?? this.#refuse(index);
  }

  /** @throws RangeError for an index before the first digest */
  fileOf(index: number): DigestedFile {
    const after = partitionPoint(this.#files.length, (at) => (this.#files[at]?.from ?? 0) <= index);
    return this.#files[after - 1]?.file ?? this.#refuse(index);
  }

  #refuse(index: number): never {
    throw new RangeError(`there is no digest ${index} of ${this.length}`);
  }

  #digestOf({ reply, place, data }: Entry, index: number): Digest<unknown> {
    const file = this.fileOf(index);
    return { index, reply: { ...reply, file: file.path, line: place.line, [FILE]: file } as DigestedReply, data };
  }
}

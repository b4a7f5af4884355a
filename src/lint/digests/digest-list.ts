import { partitionPoint } from '../../model/partition-point.js';
import type { Digest, DigestedReply, Digests } from '../../rule/library-steps.js';
import { PackedPages } from '../result/packed-pages.js';
import type { Page } from '../result/page.js';
import type { Spool } from '../result/spool.js';
import type { AboutReply, Entry } from './file-digests.js';

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

/** Where a file, or a passage of it, begins among all replies. */
interface Origin {
  readonly file: DigestedFile;
  /** The index of its first reply. */
  readonly firstReply: number;
}

/** The digests that a rule judges as a group. */
export class DigestList implements Digests<unknown> {
  readonly #spool: Spool;
  readonly #entries: PackedPages<Entry>;
  readonly #replies: PackedPages<AboutReply>;
  /** The index of the first digest of each file or passage. */
  readonly #origins: (Origin & { readonly from: number })[] = [];

  /**
   * @param spool stores the digests
   * @param replies the replies of all lists
   */
  constructor(spool: Spool, replies: PackedPages<AboutReply>) {
    this.#spool = spool;
    this.#entries = new PackedPages(spool);
    this.#replies = replies;
  }

  /** Adds digests of a file or a passage. */
  add(pages: readonly Page[], origin: Origin): void {
    this.#origins.push({ ...origin, from: this.length });
    for (const page of pages) this.#entries.add(page);
  }

  get length(): number {
    return this.#entries.length;
  }

  /** @throws RangeError for an index out of range */
  at(index: number): Digest<unknown> {
    return digestOf(index, this.entry(index), this.about(index), this.fileOf(index));
  }

  *[Symbol.iterator](): Generator<Digest<unknown>> {
    let index = 0;
    let nth = 0;
    const aboutAt = this.#replies.reader();
    for (const entry of this.#entries) {
      while ((this.#origins[nth + 1]?.from ?? this.length) <= index) nth += 1;
      const { file, firstReply } = this.#origins[nth] as Origin;
      yield digestOf(index, entry, aboutAt(firstReply + entry.of) ?? this.#refuse(index), file);
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

  /**
   * Returns what is needed to report a finding at the reply of a digest.
   * @throws RangeError for an index out of range
   */
  about(index: number): AboutReply {
    return this.#replies.at(this.#originOf(index).firstReply + this.entry(index).of) ?? this.#refuse(index);
  }

  /** @throws RangeError for an index before the first digest */
  fileOf(index: number): DigestedFile {
    return this.#originOf(index).file;
  }

  #originOf(index: number): Origin {
    const after = partitionPoint(this.#origins.length, (at) => (this.#origins[at]?.from ?? 0) <= index);
    return this.#origins[after - 1] ?? this.#refuse(index);
  }

  #refuse(index: number): never {
    throw new RangeError(`there is no digest ${index} of ${this.length}`);
  }
}

function digestOf(index: number, { data }: Entry, { reply, place }: AboutReply, file: DigestedFile): Digest<unknown> {
  // The summary was parsed for this digest alone, so it needs no copy.
  return { index, reply: Object.assign(reply, { file: file.path, line: place.line, [FILE]: file }), data };
}

import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { FileSystem } from '../model/file-system.js';

/** The files next to the one that is read, as far as a gate must look at them. One for a run: it remembers folders. */
export class Surroundings {
  readonly #fs: FileSystem;
  readonly #listings = new Map<string, Listing>();
  readonly #remembered = new Map<string, unknown>();

  readonly #roots: readonly string[];

  /**
   * @param roots the folder of the run and those that it is given, absolute: what stands above them or beside them tells
   * nothing about their files
   */
  constructor(fs: FileSystem, ...roots: readonly string[]) {
    this.#fs = fs;
    this.#roots = roots;
  }

  /** True for the folders of the run and all below them. */
  reaches(folder: string): boolean {
    return this.#roots.some((root) => {
      const way = relative(root, folder);
      return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
    });
  }

  /** Names of the regular files of a folder, in order; none where it cannot be read. Links are not followed. */
  filesIn(folder: string): readonly string[] {
    return this.#listing(folder).files;
  }

  /** Names of the folders of a folder. */
  foldersIn(folder: string): readonly string[] {
    return this.#listing(folder).folders;
  }

  /** The beginning of a file's text, 64 KiB at most; undefined where there is no such file or it is no UTF-8 text. */
  textOf(path: string): string | undefined {
    if (!this.#listing(dirname(path)).has.has(basename(path))) return undefined;
    try {
      return head(path, this.#fs);
    } catch {
      return undefined;
    }
  }

  /** What was found out about a folder, found out once. */
  remember<T>(key: string, find: () => T): T {
    if (!this.#remembered.has(key)) {
      forget(this.#remembered);
      this.#remembered.set(key, find());
    }
    return this.#remembered.get(key) as T;
  }

  #listing(folder: string): Listing {
    let listing = this.#listings.get(folder);
    if (!listing) {
      forget(this.#listings);
      listing = listingOf(folder, this.#fs);
      this.#listings.set(folder, listing);
    }
    return listing;
  }
}

interface Listing {
  readonly files: readonly string[];
  readonly has: ReadonlySet<string>;
  readonly folders: readonly string[];
}

/** A walk goes folder by folder: what lies far back is not asked for again. */
const MOST_REMEMBERED = 500;

function forget(map: Map<string, unknown>): void {
  if (map.size >= MOST_REMEMBERED) map.clear();
}

function listingOf(folder: string, fs: FileSystem): Listing {
  try {
    const entries = fs.list(folder);
    const named = (kind: 'file' | 'folder') =>
      entries
        .filter((entry) => entry.kind === kind)
        .map(({ name }) => name)
        .sort();
    const files = named('file');
    return { files, has: new Set(files), folders: named('folder') };
  } catch {
    return { files: [], has: new Set(), folders: [] };
  }
}

const MOST_BYTES = 65_536;

function head(path: string, fs: FileSystem): string | undefined {
  const bytes = Buffer.alloc(MOST_BYTES);
  const file = fs.open(path);
  try {
    const text = bytes.toString('utf8', 0, file.read(bytes, MOST_BYTES, 0));
    return text.includes('\0') ? undefined : text.replace(/^\ufeff/, '');
  } finally {
    file.close();
  }
}

/** Where a file stands. */
export interface OnDisk {
  readonly surroundings: Surroundings;
  readonly absolute: string;
  /** True where the folder that it stands in was given by name. */
  readonly given?: boolean;
}

/** The files that stand beside one file. */
export class Neighbours {
  readonly surroundings: Surroundings;
  /** Path of the file itself. */
  readonly absolute: string;
  /** True where the folder that it stands in was given by name. */
  readonly given: boolean;

  constructor({ surroundings, absolute, given = false }: OnDisk) {
    this.surroundings = surroundings;
    this.absolute = absolute;
    this.given = given;
  }

  /** The text of the file of that name in the same folder. */
  text(name: string): string | undefined {
    return this.surroundings.textOf(join(dirname(this.absolute), name));
  }
}

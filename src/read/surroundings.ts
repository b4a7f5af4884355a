import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { FileSystem } from '../model/file-system.js';
import type { Markup } from '../model/reply.js';
import type { OneText } from './one-text.js';

/**
 * Gives access to the neighbors of a file, as far as a gate needs them. There is one instance per run because it caches
 * folders.
 */
export class Surroundings {
  readonly #fs: FileSystem;
  readonly #listings = new Map<string, Listing>();
  readonly #remembered = new Map<string, unknown>();
  /** The texts by which a folder was judged. */
  readonly #texts = new Map<string, OneText>();
  readonly #roots: readonly string[];

  /**
   * @param roots the absolute paths of the run's folder and the folders named by the user; files above or next to them
   * are not considered
   */
  constructor(fs: FileSystem, ...roots: readonly string[]) {
    this.#fs = fs;
    this.#roots = roots;
  }

  /** Returns true for the folders of the run and everything inside them. */
  reaches(folder: string): boolean {
    return this.#roots.some((root) => {
      const way = relative(root, folder);
      return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
    });
  }

  /**
   * Returns the sorted names of the regular files in a folder. Links are not followed. Empty if the folder cannot be
   * read.
   */
  filesIn(folder: string): readonly string[] {
    return this.#listing(folder).files;
  }

  /** Returns the names of the folders inside a folder. */
  foldersIn(folder: string): readonly string[] {
    return this.#listing(folder).folders;
  }

  /** Returns the start of a file's text, up to 64 KiB. Undefined if the file does not exist or is not UTF-8 text. */
  textOf(path: string): string | undefined {
    if (!this.#listing(dirname(path)).has.has(basename(path))) return undefined;
    try {
      return head(path, this.#fs);
    } catch {
      return undefined;
    }
  }

  /** Returns what was computed about a folder, computing it on the first call. */
  remember<T>(key: string, find: () => T): T {
    if (!this.#remembered.has(key)) {
      forget(this.#remembered);
      this.#remembered.set(key, find());
    }
    return this.#remembered.get(key) as T;
  }

  /**
   * Remembers a text by which a folder is judged, because its file is often read next. It is forgotten after many other
   * texts.
   */
  rememberText(one: OneText): void {
    if (one.text.length > LONGEST_REMEMBERED) return;
    this.#texts.set(one.text, one);
    if (this.#texts.size > MOST_TEXTS) this.#texts.delete(this.#texts.keys().next().value ?? '');
  }

  /** Returns a remembered text with the same words and markup, with everything that was computed about it. */
  textLike(text: string, markup: Markup): OneText | undefined {
    const known = this.#texts.size > 0 ? this.#texts.get(text) : undefined;
    return known?.markup === markup ? known : undefined;
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

/**
 * Maximum number of remembered results. Folders are visited one after the other, so earlier results are not needed
 * again.
 */
const MOST_REMEMBERED = 500;
/** Maximum number of texts to remember. It exceeds the number of texts by which a folder is judged. */
const MOST_TEXTS = 100;
/** Maximum length of a remembered text in UTF-16 units. */
const LONGEST_REMEMBERED = 65_536;

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
/** A buffer that is reused for each file. */
let bytes: Buffer | undefined;

function head(path: string, fs: FileSystem): string | undefined {
  bytes ??= Buffer.alloc(MOST_BYTES);
  const file = fs.open(path);
  try {
    const text = bytes.toString('utf8', 0, file.read(bytes, MOST_BYTES, 0));
    return text.includes('\0') ? undefined : text.replace(/^\ufeff/, '');
  } finally {
    file.close();
  }
}

/** The location of a file. */
export interface OnDisk {
  readonly surroundings: Surroundings;
  readonly absolute: string;
  /** True if the user named the folder of the file. */
  readonly given?: boolean;
}

/** The neighbors of a single file. */
export class Neighbours {
  readonly surroundings: Surroundings;
  /** The absolute path of the file itself. */
  readonly absolute: string;
  /** True if the user named the folder of the file. */
  readonly given: boolean;

  constructor({ surroundings, absolute, given = false }: OnDisk) {
    this.surroundings = surroundings;
    this.absolute = absolute;
    this.given = given;
  }

  /** Returns the text of the file with a given name in the same folder. */
  text(name: string): string | undefined {
    return this.surroundings.textOf(join(dirname(this.absolute), name));
  }
}

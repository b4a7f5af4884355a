import { dirname } from 'node:path';
import { type Envelope, profileOf } from '../../compose/index.js';
import type { LibraryProfile } from '../../model/library.js';
import { isModuleName } from '../../read/index.js';
import type { FileToLoad } from '../walk/walk.js';
import { DECIDING, envelopesOf, FolderLibrary } from './library.js';
import type { LoadStep } from './step.js';

/** Maximum size in bytes of a file that belongs to the library of its folder. A larger file is a library of its own. */
const LARGEST = 256 * 1024;
/** Maximum number of files to examine in a folder. */
const MOST_FILES = 300;
/**
 * Maximum number of folders whose loaded files are remembered. Several are needed because a walk returns to a folder
 * after each of its subfolders.
 */
const MOST_FOLDERS = 100;

/** The functions that find and load the files of a folder. */
export interface FolderAccess {
  readonly filesIn: (folder: string) => AsyncIterable<FileToLoad>;
  /** Loads a file without the library of its folder. */
  readonly load: (toLoad: FileToLoad) => Promise<LoadStep>;
  readonly sizeOf: (absolute: string) => number;
}

/**
 * The libraries of folders with one reply per file. A folder is examined when the first reply that depends on the
 * others is loaded. The whole folder is always examined, no matter which of its files are linted, so that the
 * properties of a reply are the same in every run.
 */
export class FolderLibraries {
  readonly #access: FolderAccess;
  /** The profile of each folder. */
  readonly #profiles = new Map<string, Promise<LibraryProfile | undefined>>();
  /** The loaded files of the last folder, by absolute path. They are kept until they are linted. */
  readonly #kept = new Map<string, LoadStep>();
  /** The evidence in files that were loaded before their folder was examined, by folder and then by absolute path. */
  readonly #passed = new Map<string, Map<string, readonly Envelope[]>>();

  constructor(access: FolderAccess) {
    this.#access = access;
  }

  /** Returns a file if it was loaded while its folder was examined. */
  take({ item: { absolute, argument, named } }: FileToLoad): LoadStep | undefined {
    const step = this.#kept.get(absolute);
    this.#kept.delete(absolute);
    const isSame = step && 'config' in step && step.argument === argument && step.named === named;
    return isSame ? step : undefined;
  }

  /** Remembers the evidence in a loaded file, in case its folder is examined later. */
  pass({ item: { absolute } }: FileToLoad, step: LoadStep): void {
    const folder = dirname(absolute);
    if (this.#profiles.has(folder)) return;
    const passed = this.#passed.get(folder) ?? new Map<string, readonly Envelope[]>();
    if (passed.size >= MOST_FILES) return;
    passed.set(absolute, membersIn(step));
    this.#passed.set(folder, passed);
    const [oldest] = this.#passed.size > MOST_FOLDERS ? this.#passed.keys() : [];
    if (oldest !== undefined) this.#passed.delete(oldest);
  }

  /**
   * Returns the profile of the replies in the folder of a file.
   * @param loaded the file itself
   */
  profileFor(toLoad: FileToLoad, loaded: LoadStep): Promise<LibraryProfile | undefined> {
    const folder = dirname(toLoad.item.absolute);
    let profile = this.#profiles.get(folder);
    if (!profile) {
      profile = this.#profileOf(folder, toLoad, loaded);
      this.#profiles.set(folder, profile);
    }
    return profile;
  }

  /**
   * Yields the files of a folder that can belong to its library, in order.
   * @param argument the argument that led to them
   */
  async *membersOf(folder: string, argument = folder): AsyncGenerator<FileToLoad> {
    const { filesIn, sizeOf } = this.#access;
    let count = 0;
    for await (const { item, config } of filesIn(folder)) {
      const { absolute } = item;
      // Program code is skipped because a message in it shows nothing about the templates in the same folder.
      if (isModuleName(absolute) || sizeOf(absolute) > LARGEST) continue;
      yield { item: { absolute, argument, named: false }, config };
      count += 1;
      if (count === MOST_FILES) return;
    }
  }

  async #profileOf(folder: string, { item: own }: FileToLoad, loaded: LoadStep): Promise<LibraryProfile | undefined> {
    const envelopes: Envelope[] = [];
    const passed = this.#passed.get(folder);
    this.#passed.delete(folder);
    this.#kept.clear();
    for await (const toLoad of this.membersOf(folder, own.named ? undefined : own.argument)) {
      const { absolute } = toLoad.item;
      const known = absolute === own.absolute ? membersIn(loaded) : passed?.get(absolute);
      const step = known ? undefined : await this.#access.load(toLoad);
      if (step) this.#kept.set(absolute, step);
      for (const envelope of known ?? (step ? membersIn(step) : [])) envelopes.push(envelope);
      if (envelopes.length >= DECIDING) break;
    }
    return profileOf(envelopes, DECIDING);
  }
}

/** Returns the envelopes of a file's replies, if they belong to the library of its folder. */
function membersIn(step: LoadStep): readonly Envelope[] {
  if (step.kind === 'known') return step.record.folder?.envelopes ?? [];
  if (step.kind !== 'file' || !(step.loaded.library instanceof FolderLibrary)) return [];
  return envelopesOf(step.loaded.replies);
}

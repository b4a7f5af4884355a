import { dirname } from 'node:path';
import { type Envelope, profileOf } from '../../compose/index.js';
import type { LibraryProfile } from '../../model/library.js';
import { isModuleName } from '../../read/index.js';
import type { FileToLoad } from '../walk/walk.js';
import { DECIDING, envelopesOf, FolderLibrary } from './library.js';
import type { LoadStep } from './step.js';

/** In bytes: a larger file is a library of its own. */
const LARGEST = 256 * 1024;
/** The maximum number of files to examine in a folder. */
const MOST_FILES = 300;
/** The number of folders whose loaded files are remembered: a walk returns to a folder after each one in it. */
const MOST_FOLDERS = 100;

/** How the files of a folder are found and loaded. */
export interface FolderAccess {
  readonly filesIn: (folder: string) => AsyncIterable<FileToLoad>;
  /** Loads a file without the library of its folder. */
  readonly load: (toLoad: FileToLoad) => Promise<LoadStep>;
  readonly sizeOf: (absolute: string) => number;
}

/**
 * The libraries of folders with one reply per file. A folder is examined when the first of its replies depends on the
 * others, and always as a whole, whichever of its files are linted, so that the properties of a reply are the same in
 * every run.
 */
export class FolderLibraries {
  readonly #access: FolderAccess;
  /** By folder. */
  readonly #profiles = new Map<string, Promise<LibraryProfile | undefined>>();
  /** By absolute path: the files of the folder examined last, until they are linted. */
  readonly #kept = new Map<string, LoadStep>();
  /** By folder, then by absolute path: the evidence in files that were loaded before their folder was examined. */
  readonly #passed = new Map<string, Map<string, readonly Envelope[]>>();

  constructor(access: FolderAccess) {
    this.#access = access;
  }

  /** The file, if it was loaded while examining its folder. */
  take({ item: { absolute, argument, named } }: FileToLoad): LoadStep | undefined {
    const step = this.#kept.get(absolute);
    this.#kept.delete(absolute);
    const isSame = step && 'config' in step && step.argument === argument && step.named === named;
    return isSame ? step : undefined;
  }

  /** Remembers the evidence in a file that was loaded, in case its folder is examined later. */
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

  /** The profile of the replies in the folder of a file. @param loaded the file itself */
  profileFor(toLoad: FileToLoad, loaded: LoadStep): Promise<LibraryProfile | undefined> {
    const folder = dirname(toLoad.item.absolute);
    let profile = this.#profiles.get(folder);
    if (!profile) {
      profile = this.#profileOf(folder, toLoad, loaded);
      this.#profiles.set(folder, profile);
    }
    return profile;
  }

  /** The files of a folder that can belong to its library, in order. @param argument the argument that led to them */
  async *membersOf(folder: string, argument = folder): AsyncGenerator<FileToLoad> {
    const { filesIn, sizeOf } = this.#access;
    let count = 0;
    for await (const { item, config } of filesIn(folder)) {
      const { absolute } = item;
      // A message in the code of a program shows nothing about the templates beside it.
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
      envelopes.push(...(known ?? (step ? membersIn(step) : [])));
      if (envelopes.length >= DECIDING) break;
    }
    return profileOf(envelopes, DECIDING);
  }
}

/** The evidence in the replies of a file, if they belong to the library of its folder. */
function membersIn(step: LoadStep): readonly Envelope[] {
  if (step.kind === 'known') return step.record.folder?.envelopes ?? [];
  if (step.kind !== 'file' || !(step.loaded.library instanceof FolderLibrary)) return [];
  return envelopesOf(step.loaded.replies);
}

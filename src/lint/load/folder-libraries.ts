import { dirname } from 'node:path';
import { type Envelope, profileOf } from '../../compose/index.js';
import type { LibraryProfile } from '../../model/library.js';
import type { FileToLoad } from '../walk/walk.js';
import { DECIDING, envelopesOf, FolderLibrary } from './library.js';
import type { LoadStep } from './step.js';

/** In bytes: a larger file is a library of its own. */
const LARGEST = 256 * 1024;
/** The maximum number of files to examine in a folder. */
const MOST_FILES = 300;

/** How the files of a folder are found and loaded. */
export interface FolderAccess {
  readonly filesIn: (folder: string) => AsyncIterable<FileToLoad>;
  /** Loads a file without the library of its folder. */
  readonly load: (toLoad: FileToLoad) => Promise<LoadStep>;
  readonly sizeOf: (absolute: string) => number;
}

/**
 * The libraries of folders with one reply per file. A folder is always examined as a whole, whichever of its files are
 * linted, so that the properties of a reply are the same in every run.
 */
export class FolderLibraries {
  readonly #access: FolderAccess;
  /** By folder. */
  readonly #profiles = new Map<string, Promise<LibraryProfile | undefined>>();
  /** By absolute path: the files of the folder examined last, until they are linted. */
  readonly #kept = new Map<string, LoadStep>();

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
      if (sizeOf(absolute) > LARGEST) continue;
      yield { item: { absolute, argument, named: false }, config };
      count += 1;
      if (count === MOST_FILES) return;
    }
  }

  async #profileOf(folder: string, { item: own }: FileToLoad, loaded: LoadStep): Promise<LibraryProfile | undefined> {
    const envelopes: Envelope[] = [];
    this.#kept.clear();
    for await (const toLoad of this.membersOf(folder, own.named ? undefined : own.argument)) {
      const { absolute } = toLoad.item;
      const isOwn = absolute === own.absolute;
      const step = isOwn ? loaded : await this.#access.load(toLoad);
      if (!isOwn) this.#kept.set(absolute, step);
      envelopes.push(...membersIn(step));
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

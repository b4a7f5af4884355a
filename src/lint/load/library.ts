import { dirname } from 'node:path/posix';
import { type Envelope, profileOf } from '../../compose/index.js';
import type { ResolvedConfig } from '../../config/index.js';
import type { LibraryProfile } from '../../model/library.js';
import type { Reply } from '../../model/reply.js';

/** So many replies show what a library does. */
export const DECIDING = 200;

/** A file of sections with so many replies shows what they do by itself. */
const ENOUGH = 5;

/** A reply, as far as its library needs to know it. */
interface Member {
  /** Undefined for a reply that cannot be composed. */
  readonly envelope: () => Envelope | undefined;
}

/** The library of a reply, as far as its form depends on it. */
export interface Library {
  /** What the replies do. Undefined if nothing is known about them. */
  readonly profile: LibraryProfile | undefined;
  /** True if it is of a folder: then what each reply shows is recorded with its file. */
  readonly isOfFolder: boolean;
}

/** The library of a file that holds several replies. The first of them decide, when the profile is first asked for. */
export class FileLibrary implements Library {
  readonly isOfFolder = false;
  #replies: readonly Member[] | undefined;
  #profile: LibraryProfile | undefined;

  /** @param replies of the file; they may be added until the profile is asked for */
  constructor(replies: readonly Member[]) {
    this.#replies = replies;
  }

  get profile(): LibraryProfile | undefined {
    if (this.#replies) this.#profile = profileOf(envelopesOf(this.#replies), DECIDING);
    this.#replies = undefined;
    return this.#profile;
  }
}

/** The library of a file whose replies are part of the library of its folder: the only one, or sections. */
export class FolderLibrary implements Library {
  readonly isOfFolder = true;
  readonly #file: FileLibrary;
  /** What the replies of the folder do. Known when the folder has been looked at. */
  around: LibraryProfile | undefined;

  constructor(file: FileLibrary) {
    this.#file = file;
  }

  get profile(): LibraryProfile | undefined {
    const own = this.#file.profile;
    return this.around && own && own.replies >= ENOUGH ? { ...own, around: this.around } : this.around;
  }
}

/** The path of a file’s library from the configuration’s root: the file, or its folder, with a slash. */
export function libraryOf(
  { absolute, library }: { readonly absolute: string; readonly library: Library },
  config: Pick<ResolvedConfig, 'pathOf'>,
): string {
  const path = config.pathOf(absolute);
  return library instanceof FolderLibrary ? folderPath(path) : path;
}

/** The folder of a path, as the path of a library. */
export function folderPath(path: string): string {
  return `${dirname(path)}/`;
}

/** What the replies show, without those that cannot be composed. */
export function envelopesOf(replies: readonly Member[]): Envelope[] {
  return replies.slice(0, DECIDING).flatMap((reply) => reply.envelope() ?? []);
}

/** True for the replies of a file that are part of the library of its folder. */
export function areOfFolder(replies: readonly Pick<Reply, 'pointer'>[]): boolean {
  return replies.length === 1 || (replies.length > 0 && replies.every(({ pointer }) => !pointer.startsWith('/')));
}

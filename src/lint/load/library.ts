import { dirname } from 'node:path/posix';
import { type Envelope, profileOf } from '../../compose/index.js';
import type { ResolvedConfig } from '../../config/index.js';
import type { LibraryProfile } from '../../model/library.js';
import type { Reply } from '../../model/reply.js';

/** The number of replies that are enough to show what a library does. */
export const DECIDING = 200;

/** A file of sections with this many replies is a library of its own. */
const ENOUGH = 5;

/** In a file with more replies than this, one of them probably depends on the folder; finding out takes memory. */
const MOST_ASKED = 50;

/** A reply, as far as its library needs to know it. */
interface Member {
  /** Undefined for a reply that cannot be composed. */
  readonly envelope: () => Envelope | undefined;
  /** True if the profile of its library can change how it is judged. */
  readonly dependsOnLibrary: () => boolean;
}

/** The library of a reply, as far as its form depends on it. */
export interface Library {
  /** The profile of the replies. Undefined if nothing is known about them. */
  readonly profile: LibraryProfile | undefined;
  /** True for the library of a folder: the evidence in each reply is then recorded with its file. */
  readonly isOfFolder: boolean;
}

/** The library of a file with several replies. The first ones decide, when the profile is first needed. */
export class FileLibrary implements Library {
  readonly isOfFolder = false;
  #replies: readonly Member[] | undefined;
  #profile: LibraryProfile | undefined;

  /** @param replies of the file; more can be added until the profile is needed */
  constructor(replies: readonly Member[]) {
    this.#replies = replies;
  }

  get profile(): LibraryProfile | undefined {
    if (this.#replies) this.#profile = profileOf(envelopesOf(this.#replies), DECIDING);
    this.#replies = undefined;
    return this.#profile;
  }
}

/** The library of a file whose replies belong to the library of its folder: a single one, or sections. */
export class FolderLibrary implements Library {
  readonly isOfFolder = true;
  readonly #file: FileLibrary;
  #around: { readonly profile: LibraryProfile | undefined } | undefined;
  /** Examines the folder. */
  find: () => Promise<LibraryProfile | undefined> = async () => undefined;

  constructor(file: FileLibrary) {
    this.#file = file;
  }

  /** Examines the folder, unless that has no effect on any of these replies of the file. */
  async lookAround(replies: readonly Member[]): Promise<void> {
    if (this.#around) return;
    if (replies.length > MOST_ASKED || replies.some((reply) => reply.dependsOnLibrary()))
      this.#around = { profile: await this.find() };
  }

  /** The profile of the folder’s replies; null if it shows nothing. Undefined if the folder was not examined. */
  get around(): LibraryProfile | null | undefined {
    return this.#around && (this.#around.profile ?? null);
  }

  get profile(): LibraryProfile | undefined {
    const around = this.#around?.profile;
    const own = around && this.#file.profile;
    return own && own.replies >= ENOUGH ? { ...own, around } : around;
  }
}

/** The path of a file’s library relative to the configuration’s root: the file, or its folder, with a slash. */
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

/** The evidence in the replies, without those that cannot be composed. */
export function envelopesOf(replies: readonly Member[]): Envelope[] {
  return replies.slice(0, DECIDING).flatMap((reply) => reply.envelope() ?? []);
}

/** True for the replies of a file that belong to the library of its folder. */
export function areOfFolder(replies: readonly Pick<Reply, 'pointer'>[]): boolean {
  return replies.length === 1 || (replies.length > 0 && replies.every(({ pointer }) => !pointer.startsWith('/')));
}

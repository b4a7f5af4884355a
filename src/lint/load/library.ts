import { dirname } from 'node:path/posix';
import { type Envelope, profileOf } from '../../compose/index.js';
import type { ResolvedConfig } from '../../config/index.js';
import type { LibraryProfile } from '../../model/library.js';
import type { Reply } from '../../model/reply.js';

/** Number of replies that are enough to show the conventions of a library. */
export const DECIDING = 200;

/** Minimum number of replies in a file of sections that is a library of its own. */
const ENOUGH = 5;

/**
 * Maximum number of replies to ask whether they depend on the folder. In a longer file, at least one reply probably
 * does, and asking all of them takes memory.
 */
const MOST_ASKED = 50;

/** The part of a reply that its library needs. */
interface Member {
  /** Returns the envelope of the reply. Undefined for a reply that cannot be composed. */
  readonly envelope: () => Envelope | undefined;
  /** Returns true if the profile of the reply’s library can change its form, placeholders or audience. */
  readonly dependsOnLibrary: () => boolean;
}

/** The library of a reply, as far as the form, placeholders or audience of the reply depend on it. */
export interface Library {
  /** The profile of the replies. Undefined if nothing is known about them. */
  readonly profile: LibraryProfile | undefined;
  /** True for the library of a folder, in which case the envelope of each reply is recorded with its file. */
  readonly isOfFolder: boolean;
}

/**
 * The library of a file with several replies. Its profile is computed from the first replies when it is first needed.
 */
export class FileLibrary implements Library {
  readonly isOfFolder = false;
  #replies: readonly Member[] | undefined;
  #profile: LibraryProfile | undefined;

  /** @param replies the replies of the file; more can be added until the profile is needed */
  constructor(replies: readonly Member[]) {
    this.#replies = replies;
  }

  get profile(): LibraryProfile | undefined {
    if (this.#replies) this.#profile = profileOf(envelopesOf(this.#replies), DECIDING);
    this.#replies = undefined;
    return this.#profile;
  }
}

/**
 * The library of a file whose replies belong to the library of its folder, because it contains a single reply or only
 * sections.
 */
export class FolderLibrary implements Library {
  readonly isOfFolder = true;
  readonly #file: FileLibrary;
  #around: LibraryProfile | null | undefined;
  /** Examines the folder and returns its profile. Undefined if the folder shows nothing. */
  find: () => Promise<LibraryProfile | undefined> = async () => undefined;

  constructor(file: FileLibrary) {
    this.#file = file;
  }

  /** Examines the folder, unless its profile cannot affect any of the given replies. */
  async lookAround(replies: readonly Member[]): Promise<void> {
    if (this.#around !== undefined) return;
    if (replies.length > MOST_ASKED || replies.some((reply) => reply.dependsOnLibrary()))
      this.#around = (await this.find()) ?? null;
  }

  /** The profile of the folder’s replies. Null if they show nothing; undefined if the folder was not examined. */
  get around(): LibraryProfile | null | undefined {
    return this.#around;
  }

  get profile(): LibraryProfile | undefined {
    const around = this.#around ?? undefined;
    const own = around && this.#file.profile;
    return own && own.replies >= ENOUGH ? { ...own, around } : around;
  }
}

/**
 * Returns the path of a file’s library relative to the configuration’s root: the path of the file, or of its folder
 * with a slash at the end.
 */
export function libraryOf(
  { absolute, library }: { readonly absolute: string; readonly library: Library },
  config: Pick<ResolvedConfig, 'pathOf'>,
): string {
  const path = config.pathOf(absolute);
  return library instanceof FolderLibrary ? folderPath(path) : path;
}

/** Returns the folder of a path, in the form of a library path. */
export function folderPath(path: string): string {
  return `${dirname(path)}/`;
}

/** Returns the envelopes of the replies, without replies that cannot be composed. */
export function envelopesOf(replies: readonly Member[]): Envelope[] {
  return replies.slice(0, DECIDING).flatMap((reply) => reply.envelope() ?? []);
}

/** Returns true if the replies of a file belong to the library of its folder. */
export function areOfFolder(replies: readonly Pick<Reply, 'pointer'>[]): boolean {
  return replies.length === 1 || (replies.length > 0 && replies.every(({ pointer }) => !pointer.startsWith('/')));
}

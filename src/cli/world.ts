import type { FileSystem } from '../model/file-system.js';

/** Everything outside the command that the command uses. Nothing below `bin` touches `process`. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly now: () => Date;
  /** A clock for durations, in milliseconds. Default: the machine’s clock. */
  readonly clock?: () => number;
  /** Default: the machine’s value. */
  readonly fs?: FileSystem;
  /** The module that threads run, or its path. Without it, there is one thread. */
  readonly worker?: URL | string;
  /** Called before loading a file that is too long for memory: from then on, memory matters more than time. */
  readonly saveMemory?: () => void;
  /** Calls back before Ctrl-C ends the process. @returns a function that stops listening */
  readonly onInterrupt?: (clean: () => void) => () => void;
  /**
   * Watches folders: yields the paths that were changed, created or removed. Default: the machine’s watcher.
   * @param folders called again after each change
   */
  readonly watch?: (folders: () => readonly string[]) => AsyncIterable<readonly string[]>;
  /** Where others can fetch this version of the command. Missing or undefined if unknown. */
  readonly source?: () => PackageSource | undefined;
  /** Reads standard input to its end. */
  readonly stdin: () => Promise<Buffer>;
  /** Asks the user at the terminal. Resolves to undefined if they do not answer. Missing if there is no terminal. */
  readonly ask?: (question: string) => Promise<string | undefined>;
}

/** Where to fetch the package of the command. */
export interface PackageSource {
  /** The address of the repository, as Git accepts it. */
  readonly url: string;
  /** A tag or a commit. */
  readonly revision: string;
}

/** A world with every member, for the subcommands. */
export interface CommandWorld extends World {
  readonly clock: () => number;
  readonly fs: FileSystem;
}

export interface Output {
  readonly isTTY: boolean;
  /** The width of the terminal. */
  readonly columns?: number | undefined;
  write(text: string | Uint8Array): void;
}

/** Today’s date, in the form `2026-12-31`. */
export function todayIn({ now }: Pick<World, 'now'>): string {
  return now().toISOString().slice(0, 10);
}

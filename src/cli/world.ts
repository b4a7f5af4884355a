import type { FileSystem } from '../model/file-system.js';

/** Everything from the environment that the command uses. Only code in `bin` accesses `process`. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly now: () => Date;
  /** A clock for measuring durations, in milliseconds. Default: the system clock. */
  readonly clock?: () => number;
  /** The file system. Default: Node’s file system. */
  readonly fs?: FileSystem;
  /** The module that worker threads run, or its path. Without it, replylint uses a single thread. */
  readonly worker?: URL | string;
  /**
   * Called before replylint loads a file that does not fit in memory. From then on, saving memory matters more than
   * saving time.
   */
  readonly saveMemory?: () => void;
  /**
   * Registers a callback to run before Ctrl-C ends the process.
   * @returns a function that removes the callback
   */
  readonly onInterrupt?: (clean: () => void) => () => void;
  /**
   * Watches folders, and yields the paths that were changed, created or removed. Default: Node’s file watcher.
   * @param folders called again after each change
   * @param start the start of the first run; changes since then count
   * @param now returns the current time
   */
  readonly watch?: (folders: () => readonly string[], start: Date, now: () => Date) => AsyncIterable<readonly string[]>;
  /** Returns where other users can fetch this version of the command. Undefined if unknown. */
  readonly source?: () => PackageSource | undefined;
  /** Reads standard input to its end. */
  readonly stdin: () => Promise<Buffer>;
  /**
   * Asks the user a question at the terminal. Resolves to undefined if they do not answer. Absent if there is no
   * terminal.
   */
  readonly ask?: (question: string) => Promise<string | undefined>;
}

/** The place that the package of the command can be fetched from. */
export interface PackageSource {
  /** The URL of the repository, in a form that Git accepts. */
  readonly url: string;
  /** A tag or a commit. */
  readonly revision: string;
}

/** The environment of the subcommands, in which every member has a value. */
export interface CommandWorld extends World {
  readonly clock: () => number;
  readonly fs: FileSystem;
}

export interface Output {
  readonly isTTY: boolean;
  /** The width of the terminal in columns. */
  readonly columns?: number | undefined;
  write(text: string | Uint8Array): void;
}

/** Returns today’s date in the form `2026-12-31`. */
export function todayIn({ now }: Pick<World, 'now'>): string {
  return now().toISOString().slice(0, 10);
}

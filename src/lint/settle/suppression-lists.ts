import { dirname, join } from 'node:path';
import type { ResolvedConfig } from '../../config/index.js';
import type { FileSystem } from '../../model/file-system.js';
import { repositoryOf } from '../../read/index.js';
import type { Results } from '../result/results.js';
import { Suppressions } from './suppressions.js';

/** The default name of a suppressions file. */
export const SUPPRESSIONS_FILE = 'replylint-suppressions.json';

interface ListsOptions {
  readonly fs: FileSystem;
  readonly cwd: string;
  /**
   * The absolute path of one suppressions file to use for all files. Without it, the file is searched for separately
   * for each linted file.
   */
  readonly location?: string | undefined;
}

/**
 * The suppressions files of a run. A linted file uses the one named on the command line or in its configuration.
 * Otherwise, it uses the nearest one from its folder up to the root of the repository, or else the one in the current
 * folder.
 */
export class SuppressionLists {
  readonly #options: ListsOptions;
  readonly #lists = new Map<string, Suppressions>();
  /** The path of the suppressions file that each linted file uses. */
  readonly #byFile = new Map<string, string>();
  readonly #byFolder = new Map<string, string>();
  readonly #replies = new Set<string>();
  #isConfigured = false;

  constructor(options: ListsOptions) {
    this.#options = options;
  }

  /**
   * Opens the suppressions file for a linted file.
   * @throws ConfigError if it is invalid
   */
  async open(absolute: string, config: Pick<ResolvedConfig, 'suppressions'>): Promise<void> {
    if (config.suppressions !== undefined) this.#isConfigured = true;
    const path = this.#options.location ?? config.suppressions ?? this.#nearest(dirname(absolute));
    this.#byFile.set(absolute, path);
    if (this.#lists.has(path)) return;
    const list = await Suppressions.read(path, this.#options.fs);
    this.#lists.set(path, list);
    for (const id of list.replies) this.#replies.add(id);
  }

  /** True if a configuration named a suppressions file for any of the linted files. */
  get isConfigured(): boolean {
    return this.#isConfigured;
  }

  /** The absolute paths of the linted files whose suppressions file was opened. */
  get files(): Iterable<string> {
    return this.#byFile.keys();
  }

  /** Returns true if a finding in the reply with this id is suppressed. */
  has(id: string): boolean {
    return this.#replies.has(id);
  }

  /** All suppressions files that were opened, by path. */
  get all(): readonly Suppressions[] {
    return [...this.#lists.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Returns the suppressions for a linted file, which must have been opened before. */
  of(absolute: string): Suppressions | undefined {
    return this.#lists.get(this.#byFile.get(absolute) ?? '');
  }

  /** Returns the results without suppressed findings. */
  applyTo(results: Results): Results {
    return results.map((filePath) => {
      const list = this.of(filePath);
      return list && !list.isEmpty ? (result) => list.applyTo(result) : undefined;
    });
  }

  #nearest(folder: string): string {
    let path = this.#byFolder.get(folder);
    if (path === undefined) {
      path = this.#search(folder);
      this.#byFolder.set(folder, path);
    }
    return path;
  }

  #search(folder: string): string {
    const { fs, cwd } = this.#options;
    const root = repositoryOf(folder, fs) ?? cwd;
    for (let at = folder; ; at = dirname(at)) {
      const path = join(at, SUPPRESSIONS_FILE);
      if (fs.exists(path)) return path;
      if (at === root || at === dirname(at)) return join(cwd, SUPPRESSIONS_FILE);
    }
  }
}

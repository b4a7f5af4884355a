import { dirname, join, resolve } from 'node:path';
import { repositoryOf } from '../read/index.js';
import { assemble, recommended } from './assemble.js';
import type { Config, FoundConfig } from './config.js';
import { disk } from './disk.js';
import { asConfigError, configFrom, loadConfig } from './load.js';
import { candidatesIn } from './places.js';
import { validate } from './validate.js';

/** Finds the configuration for a file: the nearest one, up to the root of its repository. */
export class ConfigFinder {
  readonly #cwd: string;
  readonly #explicit: string | undefined;
  readonly #lookup: boolean;
  readonly #trusted: boolean;
  readonly #byFolder = new Map<string, Promise<FoundConfig>>();
  readonly #byFile = new Map<string, Promise<FoundConfig>>();
  readonly #loaded = new Map<string, Promise<Config>>();
  readonly #mistaken: string[] = [];

  /**
   * @param explicit the path of `--config`, which is used for every file
   * @param lookup false to search for nothing
   * @param trusted false if no code may run: plug-ins and configurations that are code are rejected
   */
  constructor(
    cwd: string,
    {
      explicit,
      lookup,
      trusted = true,
    }: { readonly explicit?: string | undefined; readonly lookup: boolean; readonly trusted?: boolean },
  ) {
    this.#cwd = cwd;
    this.#trusted = trusted;
    this.#explicit = explicit;
    this.#lookup = lookup;
  }

  /** @throws ConfigError if the nearest configuration cannot be used */
  async for(folder: string): Promise<FoundConfig> {
    const key = this.#explicit ?? (this.#lookup ? folder : '');
    let found = this.#byFolder.get(key);
    if (!found) {
      found = this.#explicit ? this.#assembled(resolve(this.#cwd, this.#explicit)) : this.#search(folder);
      this.#byFolder.set(key, found);
    }
    return found;
  }

  /** Files that look like configurations but are not read. Absolute. */
  get mistaken(): readonly string[] {
    return this.#mistaken;
  }

  /**
   * The folders that were searched, and the files that were loaded. Undefined if that does not cover everything that the
   * configurations depend on, as code can depend on anything, and if one of them is invalid.
   */
  async sources(): Promise<{ readonly folders: readonly string[]; readonly files: readonly string[] } | undefined> {
    const files = [...this.#loaded.keys()];
    const found = await Promise.all(this.#byFile.values()).catch(() => undefined);
    if (!found) return undefined;
    if (files.some((file) => /\.[cm]?js$|[\\/]node_modules[\\/]/.test(file))) return undefined;
    if (found.some(({ plugins }) => plugins.length > 0)) return undefined;
    const folders = this.#explicit === undefined && this.#lookup ? [...this.#byFolder.keys()] : [];
    return { folders, files };
  }

  async #search(folder: string): Promise<FoundConfig> {
    if (!this.#lookup) return builtIn(this.#cwd);
    const root = repositoryOf(folder, disk) ?? this.#cwd;
    const { places, mistaken } = candidatesIn(folder);
    this.#mistaken.push(...mistaken.map((name) => join(folder, name)));
    if (places.length > 0) {
      const { explorer } = await import('./explorer.js');
      const result = await explorer(places, this.#trusted)
        .search(folder)
        .catch((error: unknown) => {
          throw asConfigError(error, folder);
        });
      if (result) return this.#assembled(result.filepath, configFrom(result, result.filepath));
    }
    // Folders without a configuration share the promise of the folder above, and everything derived from the
    // configuration.
    const above = dirname(folder);
    return folder === root || folder === above ? builtIn(root) : this.for(above);
  }

  /**
   * Once per file, however many folders it applies to.
   * @param value if it has already been loaded
   */
  #assembled(file: string, value?: unknown): Promise<FoundConfig> {
    const known = this.#byFile.get(file);
    if (known) return known;
    if (value !== undefined)
      this.#loaded.set(
        file,
        Promise.resolve().then(() => validate(value, file)),
      );
    const made = assemble(file, { trusted: this.#trusted, load: (path) => this.#load(path) });
    this.#byFile.set(file, made);
    return made;
  }

  /** The checked value of a file; once per file, however many others extend it. */
  #load(path: string): Promise<Config> {
    let config = this.#loaded.get(path);
    if (!config) {
      config = loadConfig(path, this.#trusted).then((value) => validate(value, path));
      this.#loaded.set(path, config);
    }
    return config;
  }
}

function builtIn(root: string): FoundConfig {
  return { parts: [recommended()], plugins: [], file: undefined, root };
}

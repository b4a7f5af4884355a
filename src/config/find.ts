import { dirname, join, resolve } from 'node:path';
import { repositoryOf } from '../read/index.js';
import { assemble, recommended } from './assemble.js';
import type { Config, FoundConfig } from './config.js';
import { disk } from './disk.js';
import { asConfigError, configFrom, loadConfig } from './load.js';
import { candidatesIn } from './places.js';
import { validate } from './validate.js';

/**
 * Finds the configuration for a file: the nearest one in its folder or a folder above, up to the root of its
 * repository.
 */
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
   * @param explicit the path given with `--config`, which applies to every file
   * @param lookup false to disable the search for configurations
   * @param trusted false if no code may run: plug-ins and configurations in code are rejected
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

  /** @throws ConfigError if the nearest configuration is invalid */
  async for(folder: string): Promise<FoundConfig> {
    const key = this.#explicit ?? (this.#lookup ? folder : '');
    let found = this.#byFolder.get(key);
    if (!found) {
      found = this.#explicit ? this.#assembled(resolve(this.#cwd, this.#explicit)) : this.#search(folder);
      this.#byFolder.set(key, found);
    }
    return found;
  }

  /** The absolute paths of files that look like configurations but are not read. */
  get mistaken(): readonly string[] {
    return this.#mistaken;
  }

  /**
   * Returns the folders that were searched and the files that were loaded. Undefined if a configuration is invalid, or
   * if it may depend on anything else, as code can.
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
    // A folder without a configuration shares the promise of its parent folder, along with everything derived from that
    // configuration.
    const above = dirname(folder);
    return folder === root || folder === above ? builtIn(root) : this.for(above);
  }

  /**
   * Assembles a configuration once, no matter how many folders it applies to.
   * @param value the value of the file, if it has already been loaded
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

  /** Returns the checked value of a file. Each file is loaded once, no matter how many other files extend it. */
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

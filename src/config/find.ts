import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { repositoryOf } from '../read/index.js';
import { assemble } from './assemble.js';
import type { FoundConfig } from './config.js';
import { asConfigError, loadConfig } from './load.js';
import { PLACES } from './places.js';
import { validate } from './validate.js';

/** Finds the configuration of a file: the nearest upward to the root of its repository. */
export class ConfigFinder {
  readonly #cwd: string;
  readonly #explicit: string | undefined;
  readonly #lookup: boolean;
  readonly #trusted: boolean;
  readonly #byFolder = new Map<string, Promise<FoundConfig>>();
  readonly #byFile = new Map<string, Promise<FoundConfig>>();

  /**
   * @param explicit the path of `--config`, which is used for every file
   * @param lookup false where nothing is to be searched for
   * @param trusted false where no code may run: configurations that are code, and plug-ins, are refused
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

  /** @throws ConfigError where the nearest configuration cannot be used */
  async for(folder: string): Promise<FoundConfig> {
    const key = this.#explicit ?? (this.#lookup ? folder : '');
    let found = this.#byFolder.get(key);
    if (!found) {
      found = this.#explicit ? this.#load(resolve(this.#cwd, this.#explicit)) : this.#search(folder);
      this.#byFolder.set(key, found);
    }
    return found;
  }

  async #search(folder: string): Promise<FoundConfig> {
    if (!this.#lookup) return builtIn(this.#cwd);
    const root = repositoryOf(folder, { exists: existsSync }) ?? this.#cwd;
    if (mayHold(folder)) {
      const { explorer } = await import('./explorer.js');
      const result = await explorer(this.#trusted)
        .search(folder)
        .catch((error: unknown) => {
          throw asConfigError(error, folder);
        });
      if (result) return this.#assembled(result.config, result.filepath);
    }
    // Folders without one share the promise of the folder above, and with it all that is made of a configuration.
    const above = dirname(folder);
    return folder === root || folder === above ? builtIn(root) : this.for(above);
  }

  async #load(path: string): Promise<FoundConfig> {
    return this.#assembled(await loadConfig(path, this.#trusted), path);
  }

  /** Once a file, however many folders it holds for. */
  #assembled(value: unknown, file: string): Promise<FoundConfig> {
    const known = this.#byFile.get(file);
    if (known) return known;
    const made = assemble(validate(value, file), file, this.#trusted);
    this.#byFile.set(file, made);
    return made;
  }
}

/** A look at the names saves loading the search where there is nothing to be found, the usual case. */
function mayHold(folder: string): boolean {
  return PLACES.some((place) => {
    const path = join(folder, place);
    return existsSync(path) && (place !== 'package.json' || readFileSync(path, 'utf8').includes('"replylint"'));
  });
}

function builtIn(root: string): FoundConfig {
  const parts = [{ preset: 'recommended', where: 'the built-in configuration', path: [] }];
  return { parts, pluginRules: [], file: undefined, root };
}
